import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {blame} from '../../src/compare/blame.ts'
import type {Course} from '../../src/compare/credit.ts'
import {trace} from '../../src/compare/trace.ts'
import type {BlamedLine} from '../../src/comparison.ts'
import type {Block} from '../../src/model.ts'
import {read} from '../dialect/read.ts'
import {anyText} from './texts.ts'

/** A course of texts, each brought by a wijziging of its number, the first by none. */
function courseOf(...sources: readonly string[]): Course {
  return textsOf(sources.map((source) => read(source).text))
}

function textsOf(texts: readonly (readonly Block[])[]): Course {
  return texts.map((text, at) => ({
    text,
    opschrift: '',
    head: '',
    by: at === 0 ? [] : [`w${at}`]
  }))
}

/** Words with who brought them: `De ‹w1:nieuwe› tekst`. */
function shown(lines: readonly BlamedLine[]): readonly string[] {
  return lines.map(({line, parts, rows}) => {
    const label = line.starts > 0 ? `${line.path.at(-1)?.label} ` : ''
    const cells = rows.flat().map(words)
    return label + (cells.length > 0 ? cells.join(' | ') : words(parts))
  })
}

function words(parts: BlamedLine['parts']): string {
  return parts
    .map(({text, by}) => (by.length === 0 ? text : `‹${by.join('+')}:${text}›`))
    .join('')
}

describe('every word keeps who brought it', () => {
  test('when words were replaced more than once', () => {
    const course = courseOf(
      'De toelage bedraagt 20% van het salaris.',
      'De toelage bedraagt 25% van het salaris.',
      'De toelage bedraagt 25% van de bezoldiging, per maand.'
    )
    expect(shown(blame(course))).toEqual([
      'De toelage bedraagt ‹w1:25% ›van ‹w2:de bezoldiging, per maand›.'
    ])
  })

  test('when the lid was renumbered, moved and split', () => {
    const course = courseOf(
      '1. Het college kan ontheffing verlenen van de verplichting.\n2. De ambtenaar meldt zijn nevenwerkzaamheden. Het college houdt daarvan een register bij.\n',
      '1. De ambtenaar meldt zijn nevenwerkzaamheden. Het college houdt daarvan een register bij.\n2. Dit is een geheel nieuw lid over scholing en opleiding.\n3. Het college kan ontheffing verlenen van de verplichting.\n',
      '1. De ambtenaar meldt zijn nevenwerkzaamheden.\n2. Het college houdt daarvan een openbaar register bij.\n3. Dit is een geheel nieuw lid over scholing en opleiding.\n4. Het college kan ontheffing verlenen van de verplichting.\n'
    )
    expect(shown(blame(course))).toEqual([
      '1. De ambtenaar meldt zijn nevenwerkzaamheden.',
      '2. Het college houdt daarvan een ‹w2:openbaar ›register bij.',
      '3. ‹w1:Dit is een geheel nieuw lid over scholing en opleiding.›',
      '4. Het college kan ontheffing verlenen van de verplichting.'
    ])
  })

  test('cell by cell in a table', () => {
    const table = (one: string, two: string): string =>
      `| schaal | bedrag |\n| - | - |\n| 1 | ${one} |\n| 2 | ${two} |\n`
    const course = courseOf(
      table('1.500,00', '1.600,00'),
      table('1.515,00', '1.616,00'),
      table('1.515,00', '1.650,00')
    )
    expect(shown(blame(course))).toEqual([
      'schaal | bedrag | 1 | ‹w1:1.515,00› | 2 | ‹w2:1.650,00›'
    ])
  })

  test('when a row moved, an amount in it changed and columns came and went', () => {
    const course = courseOf(
      '| schaal | a | b |\n| - | - | - |\n| een | 1,10 | 1,20 |\n| twee | 2,10 | 2,20 |\n| drie | 3,10 | 3,20 |\n',
      '| schaal | a | b |\n| - | - | - |\n| twee | 2,10 | 2,20 |\n| drie | 3,10 | 3,20 |\n| een | 1,10 | 1,25 |\n',
      '| schaal | nieuw | b |\n| - | - | - |\n| een | ja | 1,25 |\n| twee | ja | 2,20 |\n| drie | nee | 3,25 |\n'
    )
    expect(shown(blame(course))).toEqual([
      'schaal | ‹w2:nieuw› | b | een | ‹w2:ja› | ‹w1:1,25› | twee | ‹w2:ja› | 2,20 | drie | ‹w2:nee› | ‹w2:3,25›'
    ])
  })

  test('when a whole table moved with the words around it', () => {
    const alinea =
      'Het salaris van de werknemer wordt bepaald naar de schaal van zijn functie.'
    const table = (amount: string): string =>
      `   | schaal | bedrag |\n   | - | - |\n   | een | 1.500,00 |\n   | twee | ${amount} |\n`
    const items = (amount: string): string =>
      `De volgende bedragen gelden vanaf de eerste dag van de maand:\n\n${table(amount)}\n   Deze bedragen zijn bruto en worden jaarlijks aangepast.\n`
    const other = 'Dit lid gaat over de vakantie en het verlof daarvoor.'
    const course = courseOf(
      `1. ${alinea}\n2. ${items('1.600,00')}3. ${other}\n`,
      `1. ${items('1.650,00')}2. ${alinea}\n3. ${other}\n`
    )
    expect(shown(blame(course)).join('\n')).not.toMatch(
      /‹w1:(?:(?!1\.650,00|[12]\.)[^›])+›/u
    )
    expect(shown(blame(course)).join('\n')).toContain(
      'schaal | bedrag | een | 1.500,00 | twee | ‹w1:1.650,00›'
    )
  })

  test('and what came back is of who brought it back', () => {
    const course = courseOf(
      'De termijn is twee weken.',
      'De termijn is drie weken.',
      'De termijn is twee weken.'
    )
    expect(shown(blame(course))).toEqual(['De termijn is ‹w2:twee ›weken.'])
  })
})

describe('any row of texts', () => {
  const rows = fc.array(anyText, {minLength: 1, maxLength: 4})

  test('gives every character one bringer', () => {
    fc.assert(
      fc.property(rows, (texts) => {
        const own = blame(textsOf(texts))
        const alone = blame(textsOf(texts.slice(-1)))
        expect(own.map(textIn)).toEqual(alone.map(textIn))
        const steps = trace(texts).flatMap(({slots}) => slots.flat())
        expect(steps.every((step) => step >= 0 && step < texts.length)).toBe(
          true
        )
      }),
      {numRuns: 60}
    )
  })

  test('a text that changes nothing brings nothing', () => {
    fc.assert(
      fc.property(rows, (texts) => {
        const last = texts.at(-1) ?? []
        expect(trace([...texts, structuredClone(last)])).toEqual(trace(texts))
      }),
      {numRuns: 60}
    )
  })
})

function textIn({parts, rows}: BlamedLine): string {
  return [...parts, ...rows.flat(2)].map(({text}) => text).join('')
}
