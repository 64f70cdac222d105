import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {applyFixes} from '../../src/diagnostics/fix.ts'
import {reportTo} from '../../src/diagnostics/report.ts'
import {findings} from '../../src/diagnostics/reporter.ts'
import {parseText} from '../../src/dialect/parse.ts'

/** A text after its fixes, until nothing certain is left. */
function mended(source: string): string {
  let text = source
  for (;;) {
    const file = new VFile({path: 'x.md'})
    parseText(text, {leden: true, headings: true}, reportTo(file))
    const next = applyFixes(text, findings([file]))
    if (next === text) return text
    text = next
  }
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

describe('labels: certain', () => {
  test.each([
    ['after a blank line', ['x', '', 'b) een'], ['x', '', 'b. een']],
    [
      'below a colon',
      ['De ambtenaar:', '- een', '- twee'],
      ['De ambtenaar:', '– een', '– twee']
    ],
    [
      'with the next one below it',
      ['De tekst', '1) een', '2) twee'],
      ['De tekst', '1. een', '2. twee']
    ],
    [
      'carrying on the run above it',
      ['1. een', '2) twee', '3) drie'],
      ['1. een', '2. twee', '3. drie']
    ],
    [
      'two kinds in one paragraph',
      ['1) een:', '    a) x', '    b) y', '2) twee'],
      ['1. een:', '    a. x', '    b. y', '2. twee']
    ],
    ['in a quotation', ['> 1) een', '> 2) twee'], ['> 1. een', '> 2. twee']],
    ['on one line', ['1. a) een'], ['1. a. een']]
  ])('%s', (_name, before, after) => {
    expect(mended(lines(...before))).toBe(lines(...after))
  })
})

describe('what may be otherwise is left to the author', () => {
  test.each([
    ['the rest of a sentence', ['overleg (a of', 'b) de gemeente']],
    ['a hyphen in a sentence', ['de periode', '- 2016 of', '- 2017']],
    ['a long dash that opens a sentence', ['— zo luidt het —']],
    ['the asterisk of a note', ['Bedrag 100*', '', '* Bruto.']],
    ['roman numerals', ['De ambtenaar:', 'ii. een']],
    ['a label that carries nothing on', ['1. een', '5) vijf']],
    [
      'a word below onderdelen: it may be the slot',
      ['De ambtenaar die:', 'a. ziek is', 'b. verlof heeft', 'heeft recht.']
    ],
    ['a sentence below a whole one', ['1. Een.', 'en twee.']],
    ['a sentence with a capital', ['1. De ambtenaar van', 'Amsterdam.']],
    ['onderdelen without a colon above', ['1. Een.', 'a. twee']],
    ['onderdelen that begin with b', ['1. Een:', 'b. twee']],
    ['rows of unequal length', ['| a | b |', '| c |']],
    ['two levels of headings', ['# A', '', '## B']],
    ['a level that is skipped', ['## A', '', '#### B']],
    ['a mark of laag elsewhere', ['1. een {uwo} twee']],
    ['a cell too few', ['| a | b |', '| - | - |', '| c |']]
  ])('%s', (_name, source) => {
    expect(mended(lines(...source))).toBe(lines(...source))
  })
})

describe('onderdelen and broken lines get their place', () => {
  test.each([
    [
      'with all that belongs to them',
      ['1. Lid:', 'a. x', '', '    meer x', 'b. y', '2. Lid.'],
      ['1. Lid:', '    a. x', '', '        meer x', '    b. y', '2. Lid.']
    ],
    [
      'of three levels',
      ['1. Lid:', 'a. x:', '1°. y', '2°. z', 'b. q', '2. Lid.'],
      [
        '1. Lid:',
        '    a. x:',
        '        1°. y',
        '        2°. z',
        '    b. q',
        '2. Lid.'
      ]
    ],
    [
      'inside a lid',
      ['1. Lid:', '    a. x:', '    1°. y', '    b. z'],
      ['1. Lid:', '    a. x:', '        1°. y', '    b. z']
    ],
    [
      'a sentence of a lid',
      ['1. De ambtenaar die', 'verlof heeft,  ', 'of ziek is.', '2. Twee.'],
      [
        '1. De ambtenaar die',
        '    verlof heeft,  ',
        '    of ziek is.',
        '2. Twee.'
      ]
    ],
    [
      'a sentence of a note',
      ['x[^1]', '', '[^1]: een tekst die', 'doorloopt.'],
      ['x[^1]', '', '[^1]: een tekst die', '    doorloopt.']
    ]
  ])('%s', (_name, before, after) => {
    expect(mended(lines(...before))).toBe(lines(...after))
  })
})

describe('footnotes', () => {
  const rulesIn = (source: string): readonly string[] => {
    const file = new VFile({path: 'x.md'})
    parseText(source, {leden: true, headings: true}, reportTo(file))
    return findings([file]).map(
      ({line, column, endColumn, rule}) =>
        `${line}:${column}-${endColumn} ${rule}`
    )
  }

  test.each([
    [
      'every mark at its own place',
      ['een[^1] twee[^2]', 'drie **vier[^3]**'],
      [
        '1:4-8 footnote-missing',
        '1:13-17 footnote-missing',
        '2:12-16 footnote-missing'
      ]
    ],
    ['an empty note', ['x[^1]', '', '[^1]:'], ['3:1-6 footnote-missing']],
    [
      'a note of which only itself speaks',
      ['[^1]: zie [^1]'],
      ['1:1-15 footnote-unused']
    ],
    [
      'two notes of which only they themselves speak',
      ['[^1]: zie [^2]', '', '[^2]: zie [^1]'],
      ['1:1-15 footnote-unused', '3:1-15 footnote-unused']
    ],
    [
      'a note reached by way of another',
      ['x[^1]', '', '[^1]: zie [^2]', '', '[^2]: y'],
      []
    ],
    ['a mark that is no mark', ['x\\[^1]'], []]
  ])('%s', (_name, source, rules) => {
    expect(rulesIn(lines(...source))).toEqual(rules)
  })
})
