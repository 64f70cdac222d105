import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import type {Compared} from '../../src/comparison.ts'
import {renderDiffText} from '../../src/render/diff-text.ts'
import {anyPair} from '../compare/amended.ts'
import {sideOf, textOf} from '../compare/texts.ts'

function shown(was: Compared, wordt: Compared, isAll = false): string {
  const comparison = compare(was, wordt)
  const changes = changesOf(comparison)
  return renderDiffText(comparison, changes, {hasColors: false, isAll})
}

/** Without the title, the days and the count. */
function changeIn(was: string, wordt: string): string {
  const text = shown(textOf(was), textOf(wordt))
  return text.slice(text.indexOf('1. artikel'))
}

test('any two texts are printed, without a character that a terminal obeys', () => {
  fc.assert(
    fc.property(anyPair, fc.boolean(), ([a, b], isAll) => {
      const text = shown(sideOf(a), sideOf(b), isAll)
      const obeyed = [...text].filter(
        (one) =>
          /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u.test(one) && one !== '\n'
      )
      expect(obeyed).toEqual([])
    }),
    {numRuns: 60}
  )
})

describe('a change', () => {
  test('of words stands with two lines around it, and dots for the rest', () => {
    const filler =
      'De ambtenaar heeft recht op verlof met behoud van bezoldiging. '
    const [before, after] = [filler.repeat(6), filler.repeat(6).trimEnd()]
    expect(
      changeIn(
        `${before}Het bedrag is € 10. ${after}\n`,
        `${before}Het bedrag is € 12. ${after}\n`
      )
    ).toBe(
      [
        '1. artikel 1: gewijzigd',
        '   …',
        '   behoud van bezoldiging. De ambtenaar heeft recht op verlof met behoud van',
        '   bezoldiging. De ambtenaar heeft recht op verlof met behoud van bezoldiging.',
        '   Het bedrag is [-€ 10-]{+€ 12+}. De ambtenaar heeft recht op verlof met',
        '   behoud van bezoldiging. De ambtenaar heeft recht op verlof met behoud van',
        '   bezoldiging. De ambtenaar heeft recht op verlof met behoud van bezoldiging.',
        '   …',
        ''
      ].join('\n')
    )
  })

  test('of a label that went, or came, marks it', () => {
    const [lid, bare] = ['1. Een woord.\n', 'Een woord.\n']
    expect(changeIn(lid, bare)).toContain('   [-1.-] Een woord.\n')
    expect(changeIn(bare, lid)).toContain('   {+1.+} Een woord.\n')
  })

  test('of an item without a number does not tell the opschrift, which stayed', () => {
    const texts = ['Een:\n– a;\n– b.\n', 'Een:\n– a;\n'].map((source) =>
      textOf(source, {opschrift: 'Definities'})
    )
    expect(shown(texts[0] ?? textOf(''), texts[1] ?? textOf(''))).toContain(
      '1. artikel 1, gedachtestreepje: vervallen\n   – [-b.-]\n'
    )
  })

  test('of a note has the numbers of the document, not the marks of the file', () => {
    const text = (nacht: string) =>
      `Een[^dag] loon.[^nacht]\n\n[^nacht]: ${nacht}.\n\n[^dag]: Bij dag.\n`
    expect(changeIn(text('Nu'), text('Nooit').replace('Een', 'Geen'))).toBe(
      [
        '1. artikel 1: gewijzigd',
        '   [-Een-]{+Geen+}[1] loon.[2]',
        '',
        '2. artikel 1, noot: gewijzigd',
        '   [2] [-Nu.-]{+Nooit.+}',
        ''
      ].join('\n')
    )
  })

  test('of marks alone is called so', () => {
    expect(changeIn('Een woord erbij.\n', 'Een *woord* erbij.\n')).toBe(
      '1. artikel 1: alleen opmaak (cursief)\n   Een {~woord~} erbij.\n'
    )
  })

  test('of a table names rows and columns', () => {
    const table = (euro: string, more: string): string =>
      `| schaal | bedrag | uren |\n| - | - | - |\n| 1 | € 10 | 36 |\n| 2 | ${euro} | 36 |\n${more}`
    expect(
      changeIn(table('€ 20', ''), table('€ 25', '| 3 | € 30 | 36 |\n'))
    ).toBe(
      '1. artikel 1, tabel: gewijzigd\n   rij “2”: bedrag [-€ 20-]{+€ 25+}\n   {+3 | € 30 | 36+}\n'
    )
  })

  test('of rows of a table says which of them moved, and what changed in them', () => {
    const table = (...rows: readonly string[]): string =>
      `| schaal | trede | bedrag |\n| - | - | - |\n${rows.map((row) => `| ${row} |\n`).join('')}`
    const others = ['7 | 1 | € 20', '8 | 0 | € 30']
    expect(
      changeIn(
        table('7 | 0 | € 10', ...others, '8 | 1 | € 40'),
        table(...others, '7 | 0 | € 15', '8 | 1 | € 45')
      )
    ).toBe(
      [
        '1. artikel 1, tabel: gewijzigd en rij verplaatst',
        '   rij verplaatst van hier: 7 | 0 | [-€ 10-]{+€ 15+}',
        '   rij verplaatst naar hier: 7 | 0 | [-€ 10-]{+€ 15+}',
        '   rij “8, 1”: bedrag [-€ 40-]{+€ 45+}',
        ''
      ].join('\n')
    )
  })

  test('that split a lid marks the label that came', () => {
    const [een, twee] = [
      'Het college stelt het salaris vast op grond van de schaal.',
      'De ambtenaar ontvangt daarvan een schriftelijke mededeling.'
    ]
    expect(
      changeIn(`1. ${een} ${twee}\n`, `1. ${een}\n2. ${twee}\n`)
    ).toContain('{+2.+} De ambtenaar')
  })

  test('of many labels in a row is told at once', () => {
    const items = (first: string, from: number): string =>
      `De werknemer ontvangt:\n${first}${['het vaste salaris per maand;', 'een toelage voor de avonduren;', 'vergoeding van zijn reiskosten.'].map((item, at) => `${String.fromCharCode(97 + at + from)}. ${item}\n`).join('')}`
    const text = changeIn(
      items('', 0),
      items('a. geheel nieuw onderdeel hier;\n', 1)
    )
    expect(text.replace(/\n +/gu, ' ')).toContain(
      'artikel 1, onderdelen a tot en met c → artikel 1, onderdelen b tot en met d: vernummerd'
    )
  })
})
