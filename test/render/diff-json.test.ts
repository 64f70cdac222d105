import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import type {UnitText} from '../../src/model.ts'
import {renderDiffJson} from '../../src/render/diff-json.ts'
import {diffJson, diffJsonSchema} from '../../src/render/diff-json-schema.ts'
import {anyPair} from '../compare/amended.ts'
import {resolve} from '../compare/resolve.ts'
import {expected, sideOf, textOf} from '../compare/texts.ts'
import {fromJson} from './diff-json.ts'

test('docs/schema/diff-1.json is what the code checks', async () => {
  const text = `${JSON.stringify(diffJsonSchema(), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../docs/schema/diff-1.json')
})

function emitted(a: readonly UnitText[], b: readonly UnitText[]): string {
  const comparison = compare(sideOf(a), sideOf(b))
  return renderDiffJson(comparison, changesOf(comparison), {scope: 'all'})
}

describe('the JSON of any two texts', () => {
  test('is as its schema says, and gives either of them', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const json = emitted(a, b)
        expect(diffJson.safeParse(JSON.parse(json)).error).toBe(undefined)
        expect(resolve(fromJson(json), 'was')).toEqual(expected(a))
        expect(resolve(fromJson(json), 'wordt')).toEqual(expected(b))
      }),
      {numRuns: 100}
    )
  })
})

test('a change has both addresses, its words, and the place of its lines', () => {
  const [was, wordt] = [
    textOf('1. Het college beslist.\n2. Het bedrag is € 10.\n'),
    textOf('1. Nieuw.\n2. Het college beslist.\n3. Het bedrag is € 12.\n')
  ]
  const comparison = compare(was, wordt)
  const {changes} = JSON.parse(
    renderDiffJson(comparison, changesOf(comparison), {scope: 'all'})
  )
  expect(changes).toMatchObject([
    {
      nummer: 1,
      kinds: ['added'],
      text: 'nieuw',
      wordt: {text: 'artikel 1, eerste lid'},
      unit: 'artikel-1',
      lines: [0],
      words: {was: '', wordt: 'Nieuw.'}
    },
    {
      kinds: ['renumbered'],
      was: {text: 'artikel 1, eerste lid'},
      wordt: {text: 'artikel 1, tweede lid'}
    },
    {
      kinds: ['renumbered', 'changed'],
      text: 'vernummerd en gewijzigd',
      was: {text: 'artikel 1, tweede lid', pad: [{soort: 'lid', nummer: '2'}]},
      wordt: {text: 'artikel 1, derde lid'},
      lines: [2],
      words: {was: 'Het bedrag is € 10.', wordt: 'Het bedrag is € 12.'}
    }
  ])
})

test('what changed in a row that moved stands in both places, and once in the words of the change', () => {
  const table = (...rows: readonly string[]) =>
    textOf(`| schaal | bedrag |\n| - | - |\n${rows.join('\n')}\n`)
  const comparison = compare(
    table('| een | 1,10 |', '| twee | 2,20 |', '| drie | 3,30 |'),
    table('| twee | 2,20 |', '| drie | 3,30 |', '| een | 9,99 |')
  )
  const {changes, units} = JSON.parse(
    renderDiffJson(comparison, changesOf(comparison), {scope: 'all'})
  )
  expect(changes).toMatchObject([
    {
      kinds: ['changed', 'moved'],
      text: 'gewijzigd en rij verplaatst',
      words: {was: '1,10', wordt: '9,99'}
    }
  ])
  const cells = [
    {was: true, wordt: true, runs: [{op: 'same', text: 'een'}]},
    {
      was: true,
      wordt: true,
      runs: [
        {op: 'removed', text: '1,10'},
        {op: 'added', text: '9,99'}
      ]
    }
  ]
  const {rows} = units[0].lines[0]
  expect([rows[1], rows.at(-1)]).toMatchObject([
    {was: true, wordt: false, cells, move: 1},
    {was: false, wordt: true, cells, move: 1}
  ])
})
