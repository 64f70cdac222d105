import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {extendHead} from '../../src/draft/extend-head.ts'
import {sourceText, typedText} from '../../src/draft/source-text.ts'
import {wijzigingFile} from '../../src/draft/wijziging-file.ts'
import {readWijziging} from '../../src/read/wijziging.ts'

function read(text: string, id = 'x') {
  const reasons: string[] = []
  const wijziging = readWijziging(id, {
    path: 'x.md',
    text,
    report: (_, __, reason) => reasons.push(reason),
    keepKeys: () => {}
  })
  return {wijziging, reasons}
}

const odd = fc.constantFrom(
  'null',
  'true',
  '~',
  '1:2',
  '[x',
  '{a: b}',
  'a: b',
  'a #b',
  '# a',
  '- a',
  '? a',
  '---',
  '...',
  "it's",
  '"',
  '!!str x',
  '&a',
  '*a',
  '| x',
  '> x',
  '%x',
  '@x',
  '`x`',
  '0x1F',
  '1e3',
  '2015-09-01',
  '=',
  '<<',
  'é',
  '\\n',
  ', ',
  ']',
  '}',
  'a:',
  ':a',
  ' a '
)
const words = fc.oneof(
  odd,
  fc.string({unit: 'grapheme', maxLength: 30}),
  fc.array(odd).map((list) => list.join(' '))
)

describe('what somebody types', () => {
  test('is refused, or reads back as typed', () => {
    fc.assert(
      fc.property(words, words, (onderwerp, kenmerk) => {
        let file: {text: string}
        try {
          file = wijzigingFile('r', {
            id: 'x',
            onderwerp,
            kenmerk,
            datum: '2026-01-01'
          })
        } catch (error) {
          expect(error).toMatchObject({name: 'Refusal'})
          return
        }
        const {wijziging, reasons} = read(file.text)
        expect(reasons).toEqual([])
        expect(wijziging).toMatchObject({
          onderwerp: onderwerp.normalize('NFC').trim(),
          kenmerk: kenmerk.normalize('NFC').trim()
        })
      }),
      {numRuns: 3000, seed: 3}
    )
  })

  test('is NFC and without white space around it', () => {
    expect(typedText('  cafe\u0301 ', 'onderwerp')).toBe('café')
  })
})

test('a head is written in the house way', () => {
  expect(
    sourceText({
      nummer: '10',
      volgorde: 2,
      concept: true,
      lagen: ['CAR', 'UWO'],
      leeg: [],
      weg: undefined,
      onderdelen: {A: {}, B: {inwerking: '2026-01-01'}}
    })
  ).toBe(
    "---\nnummer: '10'\nvolgorde: 2\nconcept: true\nlagen: [CAR, UWO]\nonderdelen:\n  A: {}\n  B: {inwerking: 2026-01-01}\n---\n"
  )
  expect(sourceText({})).toBe('---\n---\n')
})

describe('a head that gets something more keeps every other byte', () => {
  const more = {key: 'trekt-in', value: 'z'} as const
  const days = {
    key: 'stelt-vast',
    target: 'z#A',
    value: {geldig: '2026-01-01'}
  } as const

  test.each([
    ['a: b\n', 'a: b\ntrekt-in: z\n'],
    ['trekt-in: y # ja\na: b\n', 'trekt-in: [y, z] # ja\na: b\n'],
    ["trekt-in: 'y'\n", "trekt-in: ['y', z]\n"],
    ['trekt-in: [x,  y ] # ja\n', 'trekt-in: [x,  y, z ] # ja\n'],
    ['trekt-in: [\n  x,\n  y # ja\n]\n', 'trekt-in: [\n  x,\n  y, z # ja\n]\n'],
    [
      'trekt-in:\n  - x # een\n  - y # twee\n# na\na: b\n',
      'trekt-in:\n  - x # een\n  - y # twee\n  - z\n# na\na: b\n'
    ],
    ['trekt-in:\n- x\na: b\n', 'trekt-in:\n- x\n- z\na: b\n'],
    [
      'trekt-in:\r\n  - x\r\na: b\r\n',
      'trekt-in:\r\n  - x\r\n  - z\r\na: b\r\n'
    ]
  ])('%j', (head, extended) => {
    expect(extendHead(head, more)).toBe(extended)
  })

  test.each([
    ['a: b\n', 'a: b\nstelt-vast:\n  z#A: {geldig: 2026-01-01}\n'],
    ['a: b\r\n', 'a: b\r\nstelt-vast:\r\n  z#A: {geldig: 2026-01-01}\r\n'],
    [
      'stelt-vast:\n    # hier\n    x: {geldig: 2026-02-01} # ja\na: b\n',
      'stelt-vast:\n    # hier\n    z#A: {geldig: 2026-01-01}\n    x: {geldig: 2026-02-01} # ja\na: b\n'
    ],
    [
      'stelt-vast: {x: {geldig: 2026-02-01}}\n',
      'stelt-vast: {z#A: {geldig: 2026-01-01}, x: {geldig: 2026-02-01}}\n'
    ],
    [
      'stelt-vast:\n  x:\n    geldig: 2026-02-01\na: b\n',
      'stelt-vast:\n  z#A: {geldig: 2026-01-01}\n  x:\n    geldig: 2026-02-01\na: b\n'
    ]
  ])('%j', (head, extended) => {
    expect(extendHead(head, days)).toBe(extended)
  })

  test.each([
    ['{a: b}\n', more],
    ['trekt-in:\na: b\n', more],
    ['trekt-in: []\n', more],
    ['rectificeert: x\n', {key: 'rectificeert', value: 'y'} as const],
    ['stelt-vast: {z#A: {geldig: 2027-01-01}}\n', days],
    ['stelt-vast: x\n', days],
    ['- a\n', more],
    ['a: [\n', more]
  ])('%j is left to the author', (head, addition) => {
    expect(extendHead(head, addition)).toBeUndefined()
  })
})
