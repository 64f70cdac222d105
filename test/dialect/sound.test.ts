import {expect, test} from 'vitest'
import {parseText} from '../../src/dialect/parse.ts'
import {printSound} from '../../src/dialect/sound.ts'

const options = {leden: true, headings: true}

test.each([
  ['a roman number', 'iii\\. niet bestaat'],
  ['a letter with a bracket', 'a\\) een'],
  ['no space behind a label', '1\\.Een'],
  ['what would be HTML', 'kleiner \\<b> dan'],
  ['in a quotation', '> viii\\. acht']
])('%s that was text for certain is so again', (_name, body) => {
  const faults: string[] = []
  const text = parseText(`${body}\n`, options, ({id, severity}) => {
    if (severity === 'fout') faults.push(id)
  })
  expect(faults).toEqual([])
  expect(printSound(text)).toBe(`${body}\n`)
})
