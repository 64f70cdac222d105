import {mkdirSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {placeBelow} from '../../src/host/place-below.ts'
import {temporaryFolder} from './temporary.ts'

test('a place is found however it was typed, and whether it is there or not', () => {
  const root = temporaryFolder()
  const corpus = path.join(root, 'articles')
  mkdirSync(path.join(corpus, 'proef'), {recursive: true})
  symlinkSync(corpus, path.join(root, 'link'))
  symlinkSync(path.join(corpus, 'proef'), path.join(root, 'dieper'))
  const places = [
    'articles',
    'articles/',
    './articles/proef',
    'articles/../articles/proef',
    'link/proef/nieuw/nog-niet',
    'dieper/x',
    'articles/..proef'
  ].map((place) => placeBelow(corpus, `${root}/${place}`))
  expect(places).toEqual([
    '',
    '',
    'proef',
    'proef',
    'proef/nieuw/nog-niet',
    'proef/x',
    '..proef'
  ])
  const elsewhere = [
    '',
    'articles-2',
    'articles/../x',
    'link/../..',
    'dieper/..'
  ]
  for (const place of elsewhere) {
    expect(placeBelow(corpus, `${root}/${place}`)).toBeUndefined()
  }
  expect(placeBelow('.', 'src')).toBe('src')
})
