import {expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import {changeName} from '../../src/render/diff-names.ts'
import {kindsText} from '../../src/render/diff-statement.ts'
import {sideOf, textOf, unitOf} from './texts.ts'

const table = '| a | b |\n| - | - |\n| 1 | 2 |'
const inLid = table.replace(/^/gmu, '    ')

/** What each change is called, and what befell it. */
function told(was: string, wordt: string): readonly string[] {
  return changesOf(compare(textOf(was), textOf(wordt))).map(
    (change) => `${changeName(change)}: ${kindsText(change)}`
  )
}

test.each([
  ['tabel', `1. Een lid.\n\n${inLid}`, '1. Een lid.', 'eerste lid, tabel'],
  ['alinea', 'Een.\n\nTwee.', 'Een.', 'alinea'],
  ['noot', 'Een.[^1]\n\n[^1]: Een noot.', 'Een.', 'noot'],
  ['streepje', 'Een:\n\n– a;\n– b.', 'Een:\n\n– a;', 'gedachtestreepje'],
  ['lid', '1. Een.\n2. Twee.', '1. Een.', 'tweede lid']
])('what goes without its place is named: %s', (_, was, wordt, place) => {
  expect(told(was, wordt)).toContain(`artikel 1, ${place}: vervallen`)
  expect(told(wordt, was)).toContain(`artikel 1, ${place}: nieuw`)
})

test('what changed has only its place', () => {
  expect(told('Een woord.', 'Een ander woord.')).toEqual([
    'artikel 1: gewijzigd'
  ])
})

test.each([
  [
    'two of one number are named with what they stand in',
    '1',
    'hoofdstuk I, paragraaf 1'
  ],
  ['one that bears its number alone is not', '2', 'paragraaf 1']
])('%s', (_, other, name) => {
  const chapter = (nummer: string, paragraaf: string, opschrift: string) =>
    unitOf(`h-${nummer}`, [], {
      soort: 'hoofdstuk',
      nummer,
      children: [
        unitOf(`p-${nummer}`, [], {
          soort: 'paragraaf',
          nummer: paragraaf,
          opschrift
        })
      ]
    })
  const side = (opschrift: string) =>
    sideOf([chapter('I', '1', opschrift), chapter('II', other, 'Slot')])
  const changes = changesOf(compare(side('Salaris'), side('Toelagen')))
  expect(changes.map(changeName)).toEqual([name])
})

test('a table in which no word differs says that its columns are aligned otherwise', () => {
  expect(told('| a |\n| - |\n| 1 |', '| a |\n| -: |\n| 1 |')).toEqual([
    'artikel 1, tabel: alleen opmaak (uitlijning)'
  ])
})
