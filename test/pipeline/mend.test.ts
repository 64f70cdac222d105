import {expect, test} from 'vitest'
import type {SourceTree} from '../../src/model.ts'
import {type Mended, mend} from '../../src/pipeline/mend.ts'
import {type Files, regeling, versie} from '../corpus.ts'

function treeOf(files: Files): SourceTree {
  return {
    folder: 'articles',
    folders: [],
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text
    }))
  }
}

const all = (): boolean => true

function changesIn({changed}: Mended): readonly string[] {
  return changed.map(({path}) => path)
}

test('what one round brings to light, the next one mends', () => {
  const files = {
    ...regeling,
    ...versie(
      'begin',
      '1) De ambtenaar:\na) een;\nb) twee.\n2) {uwo} Het college.'
    )
  }
  const {found, compiled, changed} = mend(treeOf(files), all)
  expect(found.findings).not.toEqual([])
  expect(compiled.findings).toEqual([])
  expect(changed).toHaveLength(1)
  expect(changed[0]?.after).toContain(
    '1. De ambtenaar:\n    a. een;\n    b. twee.\n2. {UWO} Het college.'
  )
})

test('a clean corpus, and one that nothing certain can mend, stay as they are', () => {
  const clean = {...regeling, ...versie('begin', 'Tekst.')}
  expect(mend(treeOf(clean), all)).toMatchObject({changed: [], locked: []})
  const odd = {...regeling, ...versie('begin', '1. een\n\n3. drie')}
  const {changed, compiled} = mend(treeOf(odd), all)
  expect(changed).toEqual([])
  expect(compiled.findings).toHaveLength(1)
})

test('a file that may not be changed is left, and is not called locked', () => {
  const files = {...regeling, ...versie('begin', '1) een')}
  const {changed, locked, compiled} = mend(treeOf(files), () => false)
  expect({changed, locked}).toEqual({changed: [], locked: []})
  expect(compiled.findings).toHaveLength(1)
})

const lock = (content: string): Files => ({
  ...regeling,
  'proef/lock.json': content,
  ...versie('2020-01-01.w', '1) een'),
  ...versie('begin', '1) een', {nummer: '2'})
})
const names = {
  'artikel-1/2020-01-01.w.md': '0'.repeat(64),
  'wijzigingen/w.md': '0'.repeat(64)
}

test('what is locked stays, and is named', () => {
  const text = JSON.stringify({
    formaat: 1,
    wijzigingen: {w: {bestanden: names}}
  })
  const mended = mend(treeOf(lock(text)), all)
  expect(changesIn(mended)).toEqual(['proef/artikel-2/begin.md'])
  expect(mended.locked).toEqual(['proef/artikel-1/2020-01-01.w.md'])
})

test.each([
  ['corrupt', '{'],
  ['empty', ''],
  ['of a newer caoc', '{"formaat": 2, "wijzigingen": {}}'],
  ['without files', '{"formaat": 1, "wijzigingen": {"w": {}}}'],
  ['null', 'null']
])(
  'a lock that is %s: nothing of its regeling is changed',
  (_name, content) => {
    const mended = mend(treeOf(lock(content)), all)
    expect(mended.changed).toEqual([])
    expect(mended.locked).toHaveLength(2)
  }
)

test('what is no UTF-8 is left as it is', () => {
  const files = {
    ...regeling,
    'proef/artikel-1/begin.md': Uint8Array.from([0x31, 0x29, 0x20, 0xff])
  }
  expect(mend(treeOf(files), all).changed).toEqual([])
})
