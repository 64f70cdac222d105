import fc from 'fast-check'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {applyFixes} from '../../src/diagnostics/fix.ts'
import {reportTo} from '../../src/diagnostics/report.ts'
import {type Finding, findings} from '../../src/diagnostics/reporter.ts'
import {parseText} from '../../src/dialect/parse.ts'
import {anyDocument} from '../dialect/arbitrary.ts'

/** Lines that begin as authors begin them, in every order and depth. */
const lines = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('', '', '    ', '  ', '> '),
        fc.constantFrom(
          ...[
            '1) ',
            '2) ',
            'a) ',
            'b) ',
            '- ',
            '* ',
            '— ',
            '1° ',
            '2° ',
            '1e. '
          ],
          ...[
            '2e. ',
            '1.Een',
            '1.\u00A0',
            '1. ',
            '2. ',
            'a. ',
            'b. ',
            '1°. ',
            ''
          ],
          ...['1. {uwo}', '2. {CAR}', '# ', '#### ', '[^1]: ', '| a | b |']
        ),
        fc.constantFrom(
          'een',
          'Twee:',
          'drie,',
          'vier.',
          'x\u00ADy',
          '',
          '[^1]'
        )
      )
      .map((parts) => parts.join('')),
    {maxLength: 9}
  )
  .chain((parts) =>
    fc.constantFrom('\n', '\n\n', '\r\n').map((eol) => parts.join(eol))
  )

function at(
  [line, column, endLine, endColumn]: readonly [number, number, number, number],
  fix?: string
): Finding {
  return {
    path: 'x.md',
    line,
    column,
    endLine,
    endColumn,
    severity: 'fout',
    rule: 'x',
    message: 'x',
    ...(fix !== undefined && {fix})
  }
}

test('fixes of one file are applied together, whatever their order', () => {
  const list = [at([2, 1, 2, 3], '2.'), at([1, 1, 1, 3], 'lang.')]
  expect(applyFixes('1) een\n2) twee\n', list)).toBe('lang. een\n2. twee\n')
  expect(applyFixes('1) een\n2) twee\n', list.toReversed())).toBe(
    'lang. een\n2. twee\n'
  )
})

test('of two that overlap the first is applied; right behind one another they both are', () => {
  expect(
    applyFixes('abcdef', [at([1, 1, 1, 4], 'X'), at([1, 3, 1, 6], 'Y')])
  ).toBe('Xdef')
  expect(
    applyFixes('abcdef', [at([1, 1, 1, 3], 'X'), at([1, 3, 1, 5], 'Y')])
  ).toBe('XYef')
  expect(
    applyFixes('abc', [at([1, 2, 1, 2], 'X'), at([1, 2, 1, 2], 'Y')])
  ).toBe('aXbc')
})

test('line ends and a byte order mark stay, also within a fix', () => {
  expect(
    applyFixes('\uFEFF| a |\r\n| 1 |\r\n', [at([1, 1, 1, 6], '| a |\n| - |')])
  ).toBe('\uFEFF| a |\r\n| - |\r\n| 1 |\r\n')
  expect(applyFixes('a\r\nb\r\nc', [at([1, 2, 3, 1], '')])).toBe('ac')
})

test('what has no fix, no end, or a place that is not there changes nothing', () => {
  const {endLine: _, endColumn: __, ...open} = at([1, 1, 1, 2], 'X')
  const list = [
    at([1, 1, 1, 2]),
    open,
    at([9, 1, 9, 2], 'X'),
    at([1, 9, 1, 99], 'X')
  ]
  expect(applyFixes('abc', list)).toBe('abc')
  expect(applyFixes('a\rb', [at([1, 1, 1, 2], 'X')])).toBe('a\rb')
})

test('1,000 random documents: mending comes to rest and keeps every letter and digit', () => {
  fc.assert(
    fc.property(fc.oneof(lines, anyDocument), (source) => {
      let text = source
      for (let round = 0; round < 12; round++) {
        const found = findingsIn(text)
        const mended = applyFixes(text, found)
        if (mended === text) {
          const left = found.filter(({fix}) => fix !== undefined)
          expect(/\r(?!\n)/u.test(text) ? [] : left).toEqual([])
          return
        }
        expect(words(mended)).toBe(words(text))
        text = mended
      }
      throw new Error('no rest')
    }),
    {numRuns: 1000}
  )
})

/** `1e.` may become `1°.`, and `{uwo}` `{UWO}`. */
function words(text: string): string {
  return text
    .replace(/(?<=\d)[eo](?=\.\s)/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}

function findingsIn(text: string): readonly Finding[] {
  const file = new VFile({path: 'x.md'})
  parseText(text, {leden: true, headings: true}, reportTo(file))
  return findings([file])
}
