/**
 * Which of a row of numbers to keep so that they rise, and weigh the most.
 *
 * Stage. Takes n log n steps.
 */

/** Indexes of an increasing row of numbers with the most weight; what is below 0 takes no part. */
export function heaviestIncreasing(
  values: readonly number[],
  weights: readonly number[]
): readonly number[] {
  const totals = new Float64Array(values.length)
  const before: number[] = []
  const ends = endsBelow(sizeOf(values), totals)
  let best = -1
  for (const [at, value] of values.entries()) {
    if (value < 0) continue
    const last = ends.heaviest(value)
    before[at] = last
    totals[at] = (totals[last] ?? 0) + (weights[at] ?? 0)
    ends.add(value, at)
    if ((totals[at] ?? 0) > (totals[best] ?? 0)) best = at
  }
  const kept: number[] = []
  for (let at = best; at >= 0; at = before[at] ?? -1) kept.push(at)
  return kept.toReversed()
}

/** A spread of so many arguments would break the stack. */
function sizeOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0) + 1
}

interface Ends {
  /** Index of the end of the heaviest row of which all values lie below this one; -1: none. */
  readonly heaviest: (value: number) => number
  readonly add: (value: number, at: number) => void
}

/** A tree of prefixes (Fenwick, 1994). */
function endsBelow(size: number, totals: Float64Array): Ends {
  const tree = new Int32Array(size + 1).fill(-1)
  const heavier = (one: number, other: number): number =>
    (totals[other] ?? 0) > (totals[one] ?? 0) ? other : one
  return {
    heaviest: (value) => {
      let best = -1
      for (let place = value; place > 0; place -= place & -place) {
        best = heavier(best, tree[place] ?? -1)
      }
      return best
    },
    add: (value, at) => {
      for (let place = value + 1; place <= size; place += place & -place) {
        tree[place] = heavier(tree[place] ?? -1, at)
      }
    }
  }
}
