import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseText} from '../../src/dialect/parse.ts'
import {printText} from '../../src/dialect/print.ts'
import {anyDocument, anyText} from './arbitrary.ts'
import {flatten, lettersOf, lettersOfSource} from './flatten.ts'

const options = {leden: true, headings: true}
const parse = (source: string) => parseText(source, options, () => {})
const runs = {numRuns: 6000, seed: 20150901}

test('6,000 random documents: a printed tree reads back as that tree, and prints the same again', () => {
  fc.assert(
    fc.property(anyDocument, (source) => {
      const tree = parse(source)
      const printed = printText(tree)
      const again = parse(printed)
      expect(again).toEqual(tree)
      expect(printText(again)).toBe(printed)
    }),
    runs
  )
})

test('6,000 random documents: no letter and no digit is lost', () => {
  fc.assert(
    fc.property(anyDocument, (source) => {
      expect(lettersOf(flatten(parse(source)))).toBe(lettersOfSource(source))
    }),
    runs
  )
})

test('6,000 random texts: any text at all survives as the text of an alinea', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const text = value.normalize('NFC').replace(/[ \t\r\n]+/gu, ' ')
      const trimmed = text.replace(/^ | $/gu, '').replaceAll('\0', '\uFFFD')
      fc.pre(trimmed !== '')
      const alinea = {
        type: 'alinea',
        role: 'tekst',
        content: [{type: 'text', value: trimmed}]
      } as const
      expect(parse(printText([alinea]))).toEqual([alinea])
    }),
    runs
  )
})

test('3,000 random documents: CRLF, BOM and NFD change nothing', () => {
  fc.assert(
    fc.property(anyDocument, (source) => {
      fc.pre(!/[\r\uFEFF]/u.test(source))
      const plain = printText(parse(source))
      expect(printText(parse(source.replaceAll('\n', '\r\n')))).toBe(plain)
      expect(printText(parse(`\uFEFF${source}`))).toBe(plain)
      expect(printText(parse(source.normalize('NFD')))).toBe(plain)
    }),
    {...runs, numRuns: 3000}
  )
})

test('a text of 20,000 lines, and one 40 levels deep, are read without hanging', () => {
  const wide = Array.from({length: 9999}, (_, n) => `${n + 1}. lid`).join('\n')
  expect(parse(`${wide}\n`)).toHaveLength(9999)
  const deep = Array.from({length: 40}, (_, n) => `${'    '.repeat(n)}1. x`)
  expect(printText(parse(deep.join('\n')))).toBe(`${deep.join('\n')}\n`)
})

test.each([
  ['2,000 quotes in each other', `${'> '.repeat(2000)}x`],
  ['2,000 labels on a line', `${'1. '.repeat(2000)}x`],
  ['100,000 open marks', '*['.repeat(50_000)],
  [
    '300 levels of indentation',
    Array.from({length: 300}, (_, n) => `${'  '.repeat(n)}1. x`).join('\n')
  ],
  [
    '2,500 columns',
    `|${'a|'.repeat(2500)}\n|${'-|'.repeat(2500)}\n${'|b|\n'.repeat(5000)}`
  ]
])('%s: a fout, the text kept whole, and no waiting', (_name, source) => {
  const rules: string[] = []
  const text = parseText(source, options, ({id}) => rules.push(id))
  expect(rules).toEqual(['too-complex'])
  expect(lettersOf(flatten(text))).toBe(lettersOfSource(source))
  expect(parse(printText(text))).toEqual(text)
})

test.each([
  [
    'a bracket in the mark of a note',
    'Tekst[^a\\]b] en meer.\n\n[^a\\]b]: De noot.\n'
  ],
  ['a combining mark behind emphasis', '[*a*](b) *[]()* _a_*\u0301*'],
  ['an empty link in emphasis', '*[]()*'],
  ['a mark of laag that is text', '1. \\{UWO}\uFEFFx'],
  ['brackets in a link', 'Zie [\\]( \\[ ](u).'],
  ['an underscore behind asterisks', '\\* \\* \\_x a **!**_!_']
])('%s reads back as it was', (_name, source) => {
  const tree = parse(source)
  const printed = printText(tree)
  expect(parse(printed)).toEqual(tree)
  expect(printText(parse(printed))).toBe(printed)
})
