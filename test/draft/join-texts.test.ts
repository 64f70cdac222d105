import {expect, test} from 'vitest'
import {parseText} from '../../src/dialect/parse.ts'
import {printText} from '../../src/dialect/print.ts'
import {joinTexts} from '../../src/draft/join-texts.ts'

const options = {leden: true, headings: false}

/** Join as Markdown; the outcome reads back as itself. */
function join(...texts: readonly string[]): string {
  const parsed = texts.map((text) => parseText(text, options, () => {}))
  const printed = printText(joinTexts(parsed))
  const again = printText(parseText(printed, options, () => {}))
  expect(again).toBe(printed)
  return printed
}

test.each([
  [
    'leden are numbered on from the first text, inserted ones included',
    ['1. A.\n2. B.\n2a. C.\n', '1. D.\n1a. E.\n'],
    '1. A.\n2. B.\n2a. C.\n3. D.\n4. E.\n'
  ],
  [
    'a text without leden becomes a lid beside one that has them',
    ['A.\n\nB.\n', '1. C.\n2. D.\n'],
    '1. A.\n\n    B.\n2. C.\n3. D.\n'
  ],
  [
    'and so does one with onderdelen',
    ['A:\na. een;\nb. twee.\n', 'B:\na. drie.\n'],
    '1. A:\n    a. een;\n    b. twee.\n2. B:\n    a. drie.\n'
  ],
  ['alineas stay alineas', ['A.\n', 'B.\n\nC.\n'], 'A.\n\nB.\n\nC.\n'],
  ['an empty text adds nothing', ['1. A.\n', ''], '1. A.\n'],
  [
    'marks of notes are kept apart, also inside emphasis and tables',
    [
      'A[^1] *b[^x]*.\n\n[^1]: een\n\n[^x]: iks\n',
      'C[^1].\n\n| d[^x] |\n| - |\n| e |\n\n[^1]: twee\n\n[^x]: drie\n'
    ],
    'A[^1] *b[^x]*.\n\nC[^2].\n\n| d[^3] |\n| - |\n| e |\n\n[^1]: een\n\n[^x]: iks\n\n[^2]: twee\n\n[^3]: drie\n'
  ]
])('%s', (_, texts, joined) => {
  expect(join(...texts)).toBe(joined)
})
