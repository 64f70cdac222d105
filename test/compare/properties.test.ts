import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {compare} from '../../src/compare/compare.ts'
import {mirror} from '../../src/compare/mirror.ts'
import type {UnitChange} from '../../src/comparison.ts'
import {resolve} from './resolve.ts'
import {anyUnits, expected, sideOf} from './texts.ts'

const runs = {numRuns: 150}

describe('a comparison of any two texts', () => {
  test('accepting all gives the new text, rejecting all the old one', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
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
      fc.property(anyUnits, anyUnits, (a, b) => {
        const there = compare(sideOf(a), sideOf(b))
        expect(compare(sideOf(b), sideOf(a))).toEqual(mirror(there))
        expect(mirror(mirror(there))).toEqual(there)
      }),
      runs
    )
  })
})

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
