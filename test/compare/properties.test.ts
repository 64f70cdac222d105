import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {compare} from '../../src/compare/compare.ts'
import {mirror} from '../../src/compare/mirror.ts'
import type {RowChange, UnitChange} from '../../src/comparison.ts'
import {anyAmendment, anyPair} from './amended.ts'
import {resolve} from './resolve.ts'
import {anyUnits, expected, sideOf} from './texts.ts'

const runs = {numRuns: 250}

describe('a comparison of any two texts', () => {
  test('accepting all gives the new text, rejecting all the old one', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const comparison = compare(sideOf(a), sideOf(b))
        expect(resolve(comparison, 'was')).toEqual(expected(a))
        expect(resolve(comparison, 'wordt')).toEqual(expected(b))
      }),
      runs
    )
  })

  test('with itself it is empty', () => {
    fc.assert(
      fc.property(anyUnits, (a) => {
        const copy = structuredClone(a)
        const {units} = compare(sideOf(a), sideOf(copy))
        expect(units.flatMap(touched)).toEqual([])
      }),
      runs
    )
  })

  test('in the other direction it is its mirror image', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const there = compare(sideOf(a), sideOf(b))
        expect(compare(sideOf(b), sideOf(a))).toEqual(mirror(there))
        expect(mirror(mirror(there))).toEqual(there)
      }),
      runs
    )
  })
})

test('amended copies have every kind of change, or the tests above prove little', () => {
  const pairs = fc.sample(anyAmendment, {numRuns: 400, seed: 1})
  const found = new Set(
    pairs.flatMap(([a, b]) =>
      compare(sideOf(a), sideOf(b)).units.flatMap(kindsIn)
    )
  )
  const kinds = ['added', 'lapsed', 'changed', 'renumbered', 'moved']
  const lines = [...kinds, 'formatted', 'split', 'merged']
  expect([...found]).toEqual(
    expect.arrayContaining([
      ...kinds.map((kind) => `unit ${kind}`),
      ...lines.map((kind) => `line ${kind}`),
      'row moved',
      'row moved and changed',
      'row moved and cell added',
      'row moved and cell removed',
      'row added',
      'cell added'
    ])
  )
})

function kindsIn(unit: UnitChange): readonly string[] {
  const rows = unit.lines.flatMap((line) => line.rows ?? [])
  const cells = rows.flatMap((row) => row.cells)
  return [
    ...unit.kinds.map((kind) => `unit ${kind}`),
    ...unit.lines.flatMap(({kinds}) => kinds.map((kind) => `line ${kind}`)),
    ...rows.flatMap(movedRow),
    ...(rows.some(({was}) => !was) ? ['row added'] : []),
    ...(cells.some(({was}) => !was) ? ['cell added'] : []),
    ...[...unit.toelichting, ...unit.children].flatMap(kindsIn)
  ]
}

function movedRow({cells, move}: RowChange): readonly string[] {
  if (move === undefined) return []
  const inBoth = cells.filter(({was, wordt}) => was && wordt)
  const isChanged = inBoth.some(({runs: own}) =>
    own.some(({op}) => op === 'added' || op === 'removed')
  )
  return [
    'row moved',
    ...(isChanged ? ['row moved and changed'] : []),
    ...(cells.some(({was}) => !was) ? ['row moved and cell added'] : []),
    ...(cells.some(({wordt}) => !wordt) ? ['row moved and cell removed'] : [])
  ]
}

/** Whatever says that something changed. */
function touched(unit: UnitChange): readonly unknown[] {
  const {kinds, opschrift, lines, toelichting, children} = unit
  const all = [
    ...opschrift,
    ...lines.flatMap(({runs: own, rows = []}) => [
      ...own,
      ...rows.flatMap(({cells}) => cells.flatMap((cell) => cell.runs))
    ])
  ]
  return [
    ...kinds,
    ...lines.flatMap((line) => line.kinds),
    ...all.filter(({op}) => op !== 'same'),
    ...[...toelichting, ...children].flatMap(touched)
  ]
}
