import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import {wordsOf} from '../../src/dialect/words.ts'
import type {Block, Phrasing, UnitText} from '../../src/model.ts'
import {legend, renderDiffMarkdown} from '../../src/render/diff-markdown.ts'
import {anyPair} from '../compare/amended.ts'
import {sideOf, textOf, unitOf} from '../compare/texts.ts'
import {read} from '../dialect/read.ts'
import {
  canonicalMarkdown,
  markdownOf,
  resolveCritic,
  textBelow
} from './critic.ts'

function emitted(a: readonly UnitText[], b: readonly UnitText[]): string {
  const comparison = compare(sideOf(a), sideOf(b))
  return renderDiffMarkdown(comparison, changesOf(comparison))
}

function sides(file: string): readonly [string, string] {
  const text = textBelow(file, legend)
  return [resolveCritic(text, 'was'), resolveCritic(text, 'wordt')]
}

describe('the Markdown of any two texts', () => {
  test('gives the old text when all is rejected, the new one when all is accepted', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        // A quotation without words leaves no line to put between marks.
        fc.pre(![...a, ...b].some(hasEmptyQuote))
        const [was, wordt] = sides(emitted(a, b)).map(canonicalMarkdown)
        expect(was).toBe(canonicalMarkdown(markdownOf(a)))
        expect(wordt).toBe(canonicalMarkdown(markdownOf(b)))
      }),
      {numRuns: 80}
    )
  })
})

function hasEmptyQuote({text, children}: UnitText): boolean {
  return text.some(isEmptyQuote) || children.some(hasEmptyQuote)
}

function isEmptyQuote(block: Block): boolean {
  if (!('content' in block) || block.type === 'alinea') return false
  if (block.type === 'tussenkop') return false
  const isEmpty = block.type === 'citaat' && block.content.length === 0
  return isEmpty || block.content.some(isEmptyQuote)
}

/** What CriticMarkup is made of, in every order. */
const traps = fc
  .array(
    fc.constantFrom(
      ...[
        '{',
        '}',
        '{++',
        '++}',
        '{--',
        '--}',
        '{~~',
        '~>',
        '~~}',
        '{>>',
        '<<}'
      ],
      ...[
        '{==',
        '==}',
        '+',
        '-',
        '~',
        '>',
        '<',
        '=',
        '\\',
        ' ',
        ' ',
        'a',
        'b',
        '*'
      ]
    ),
    {minLength: 1, maxLength: 12}
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '')

function unitsOf(lines: readonly string[]): readonly UnitText[] {
  const text = lines.map((line): Block => {
    const value = line.replace(/ {2,}/gu, ' ')
    return {type: 'alinea', role: 'tekst', content: [{type: 'text', value}]}
  })
  return [unitOf('artikel-1', text)]
}

test('braces and marks of the law itself stay text', () => {
  const lines = fc.array(traps, {minLength: 1, maxLength: 4})
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const [was, wordt] = sides(emitted(unitsOf(a), unitsOf(b)))
      const wordsIn = (markdown = ''): readonly string[] =>
        read(markdown, 'bijlage')
          .text.slice(1)
          .map((block) =>
            'content' in block ? wordsOf(block.content as Phrasing[]) : ''
          )
      expect(wordsIn(was)).toEqual(
        a.map((line) => line.replace(/ {2,}/gu, ' '))
      )
      expect(wordsIn(wordt)).toEqual(
        b.map((line) => line.replace(/ {2,}/gu, ' '))
      )
    }),
    {numRuns: 400}
  )
})

test.each([
  [
    'words',
    '1. Het college beslist.\n',
    '1. Het bestuur beslist.\n',
    '1. Het {~~college~>bestuur~~} beslist.'
  ],
  [
    'a percentage',
    'De toelage is 6,5% van het salaris.\n',
    'De toelage is 6,75% van het salaris.\n',
    'De toelage is {~~6,5%~>6,75%~~} van het salaris.'
  ],
  [
    'a label',
    '1. Een.\n2. Twee woorden samen.\n',
    '1. Een.\n2. Geheel nieuwe tekst.\n3. Twee woorden samen.\n',
    '{~~2.~>3.~~} Twee woorden samen.'
  ],
  [
    'a new lid',
    '1. Een.\n',
    '1. Een.\n2. Geheel nieuwe tekst.\n',
    '1. Een.{++\n2. Geheel nieuwe tekst.++}'
  ],
  [
    'marks alone',
    'Een woord erbij.\n',
    'Een *woord* erbij.\n',
    'Een {~~woord~>*woord*~~} erbij.'
  ],
  [
    'a cell',
    '| a | b |\n| - | - |\n| x | € 1 |\n',
    '| a | b |\n| - | - |\n| x | € 2 |\n',
    '| x | {~~€ 1~>€ 2~~} |'
  ],
  [
    'a split',
    '1. Het eerste deel van deze zin staat hier. Het tweede deel van de zin volgt daarna.\n',
    '1. Het eerste deel van deze zin staat hier.\n2. Het tweede deel van de zin volgt daarna.\n',
    'staat hier.{-- --}{++\n2. ++}Het tweede deel'
  ]
])('%s', (_name, was, wordt, shown) => {
  const comparison = compare(textOf(was), textOf(wordt))
  const file = renderDiffMarkdown(comparison, changesOf(comparison))
  expect(textBelow(file, legend)).toContain(shown)
})

test('what moved has a comment in both its places', () => {
  const comparison = compare(
    textOf(
      '1. De ambtenaar meldt de ontvangst van een gift bij het college.\n2. Het college houdt een register bij van alle meldingen.\n'
    ),
    textOf(
      '1. Het college houdt een register bij van alle meldingen.\n2. De ambtenaar meldt de ontvangst van een gift bij het college.\n'
    )
  )
  const file = renderDiffMarkdown(comparison, changesOf(comparison))
  expect(file).toMatch(
    /\{>>verplaatst naar artikel 1, (?:eerste|tweede) lid<<\}/u
  )
  expect(file).toMatch(
    /\{>>verplaatst van artikel 1, (?:eerste|tweede) lid<<\}/u
  )
})
