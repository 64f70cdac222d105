import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  diffSequence,
  type Hunk,
  longestIncreasing
} from '../../src/compare/sequence.ts'

const row = fc.array(fc.nat(4), {maxLength: 24})

describe('diffSequence', () => {
  test('finds a shortest script', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const kept = a.length - sum(diffSequence(a, b), 'a')
        expect(kept).toBe(lengthOfCommon(a, b))
      }),
      {numRuns: 500}
    )
  })

  test('what lies between its stretches is the same on both sides', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(applied(diffSequence(a, b), a, b)).toEqual(b)
      })
    )
  })

  test('no two of its stretches touch, and none is empty', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const hunks = diffSequence(a, b)
        for (const [at, {aFrom, aTo, bFrom, bTo}] of hunks.entries()) {
          expect(aTo - aFrom + bTo - bFrom).toBeGreaterThan(0)
          expect(aFrom).toBeGreaterThan(hunks[at - 1]?.aTo ?? -1)
        }
      })
    )
  })

  test.each([
    ['nothing', [], [], []],
    ['all is new', [], [1, 2], [hunk(0, 0, 0, 2)]],
    ['all is gone', [1, 2], [], [hunk(0, 2, 0, 0)]],
    ['one in the middle', [1, 2, 3], [1, 9, 3], [hunk(1, 2, 1, 2)]]
  ])('%s', (_name, a, b, hunks) => {
    expect(diffSequence(a, b)).toEqual(hunks)
  })

  test('a row of 100,000 of which one number changed, and one rewritten whole, take no time', () => {
    const long = Array.from({length: 100_000}, (_, at) => at % 7919)
    const other = long.map((one) => one + 10_000)
    const start = performance.now()
    expect(diffSequence(long, long.with(50_000, -1))).toEqual([
      hunk(50_000, 50_001, 50_000, 50_001)
    ])
    expect(diffSequence(long, other)).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a long row is cut at what stands once, and still right', () => {
    const a = Array.from({length: 9000}, (_, at) => (at % 3 === 0 ? at : 1))
    const b = a.filter((_, at) => at % 10 !== 5)
    expect(applied(diffSequence(a, b), a, b)).toEqual(b)
    expect(sum(diffSequence(a, b), 'b')).toBeLessThan(700)
  })
})

describe('longestIncreasing', () => {
  test('is as long as trying all ways gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -1, max: 8}), {maxLength: 9}),
        (values) => {
          const kept = longestIncreasing(values).map((at) => values[at] ?? 0)
          expect(kept).toEqual([...new Set(kept)].toSorted((x, y) => x - y))
          expect(kept.length).toBe(byTrying(values))
        }
      )
    )
  })
})

function hunk(aFrom: number, aTo: number, bFrom: number, bTo: number): Hunk {
  return {aFrom, aTo, bFrom, bTo}
}

function sum(hunks: readonly Hunk[], side: 'a' | 'b'): number {
  return hunks.reduce(
    (all, {aFrom, aTo, bFrom, bTo}) =>
      all + (side === 'a' ? aTo - aFrom : bTo - bFrom),
    0
  )
}

function applied(
  hunks: readonly Hunk[],
  a: readonly number[],
  b: readonly number[]
): readonly number[] {
  const made: number[] = []
  let at = 0
  for (const {aFrom, aTo, bFrom, bTo} of hunks) {
    made.push(...a.slice(at, aFrom), ...b.slice(bFrom, bTo))
    at = aTo
  }
  return [...made, ...a.slice(at)]
}

/** A plain table of all prefixes. */
function lengthOfCommon(a: readonly number[], b: readonly number[]): number {
  let before = b.map(() => 0)
  for (const one of a) {
    const now: number[] = []
    for (const [at, other] of b.entries()) {
      const here = one === other ? (before[at - 1] ?? 0) + 1 : 0
      now.push(Math.max(here, before[at] ?? 0, now[at - 1] ?? 0))
    }
    before = now
  }
  return before.at(-1) ?? 0
}

function byTrying(values: readonly number[], least = -1): number {
  return values.reduce(
    (best, value, at) =>
      value > least && value >= 0
        ? Math.max(best, 1 + byTrying(values.slice(at + 1), value))
        : best,
    0
  )
}
