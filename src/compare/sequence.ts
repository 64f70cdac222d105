/**
 * Two rows of numbers → what of the one became what of the other.
 *
 * Stage. A shortest script of deletions and insertions (Myers, 1986), within
 * bounds: rows that have little in common, or are too long for that, are cut at
 * numbers that stand once in both, and what cannot be cut is replaced whole.
 * Takes time in proportion to length × difference, and never more than that of
 * the bound.
 */

/** A stretch that differs: `[aFrom, aTo)` became `[bFrom, bTo)`; one of the two may be empty. */
export interface Hunk {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** Above this many differences a stretch is cut, or else replaced whole. */
const maxDifference = 800
/** Rows as long as this together are cut first. */
const longRows = 6000

/** The stretches that differ, in order; what lies between them is the same on both sides. */
export function diffSequence(
  a: readonly number[],
  b: readonly number[]
): readonly Hunk[] {
  const hunks: Hunk[] = []
  diffRange(a, b, {aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length}, hunks)
  return joinHunks(hunks)
}

function diffRange(
  a: readonly number[],
  b: readonly number[],
  whole: Hunk,
  hunks: Hunk[]
): void {
  const range = trimmed(a, b, whole)
  const [n, m] = [range.aTo - range.aFrom, range.bTo - range.bFrom]
  if (n === 0 && m === 0) return
  if (n === 0 || m === 0) {
    hunks.push(range)
    return
  }
  const script = n + m > longRows ? undefined : shortest(a, b, range)
  if (script) {
    hunks.push(...script)
    return
  }
  const anchors = uniqueAnchors(a, b, range)
  if (anchors.length === 0) {
    hunks.push(
      ...(n + m > longRows ? (shortest(a, b, range) ?? [range]) : [range])
    )
    return
  }
  let {aFrom, bFrom} = range
  for (const [aAt, bAt] of anchors) {
    diffRange(a, b, {aFrom, aTo: aAt, bFrom, bTo: bAt}, hunks)
    aFrom = aAt + 1
    bFrom = bAt + 1
  }
  diffRange(a, b, {aFrom, aTo: range.aTo, bFrom, bTo: range.bTo}, hunks)
}

/** The same without what both begin and end with. */
function trimmed(
  a: readonly number[],
  b: readonly number[],
  range: Hunk
): Hunk {
  let {aFrom, aTo, bFrom, bTo} = range
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++
    bFrom++
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--
    bTo--
  }
  return {aFrom, aTo, bFrom, bTo}
}

/** The shortest script, or nothing when it would be longer than the bound. */
function shortest(
  a: readonly number[],
  b: readonly number[],
  {aFrom, aTo, bFrom, bTo}: Hunk
): readonly Hunk[] | undefined {
  const [n, m] = [aTo - aFrom, bTo - bFrom]
  const limit = Math.min(n + m, maxDifference)
  const reach = new Int32Array(2 * limit + 3)
  const middle = limit + 1
  const trace: Int32Array[] = []
  for (let d = 0; d <= limit; d++) {
    trace.push(reach.slice(middle - d - 1, middle + d + 2))
    for (let k = -d; k <= d; k += 2) {
      let x = startOn(reach, middle, k, d)
      while (x < n && x - k < m && a[aFrom + x] === b[bFrom + x - k]) x++
      reach[middle + k] = x
      if (x >= n && x - k >= m) {
        return walkBack(trace, n, m).map((hunk) => shifted(hunk, aFrom, bFrom))
      }
    }
  }
  return undefined
}

/** The furthest that d differences reach on diagonal k before it slides; off the grid is not looked at twice. */
function startOn(
  reach: Int32Array,
  middle: number,
  k: number,
  d: number
): number {
  const above = reach[middle + k + 1] ?? 0
  const left = reach[middle + k - 1] ?? 0
  return k === -d || (k !== d && left < above) ? above : left + 1
}

/** From the end to the beginning along the diagonals that were reached. */
function walkBack(
  trace: readonly Int32Array[],
  n: number,
  m: number
): readonly Hunk[] {
  const hunks: Hunk[] = []
  let [x, y] = [n, m]
  for (let d = trace.length - 1; d > 0; d--) {
    const hunk = lastStep(trace[d] ?? new Int32Array(0), x - y, d)
    hunks.push(hunk)
    x = hunk.aFrom
    y = hunk.bFrom
  }
  return hunks.toReversed()
}

/** The d-th difference of a way that ends on diagonal k; the row of what was reached begins at -d - 1. */
function lastStep(reached: Int32Array, k: number, d: number): Hunk {
  const at = k + d + 1
  const above = reached[at + 1] ?? 0
  const left = reached[at - 1] ?? 0
  const isInsertion = k === -d || (k !== d && left < above)
  const x = isInsertion ? above : left
  const y = x - (isInsertion ? k + 1 : k - 1)
  return isInsertion
    ? {aFrom: x, aTo: x, bFrom: y, bTo: y + 1}
    : {aFrom: x, aTo: x + 1, bFrom: y, bTo: y}
}

function shifted(hunk: Hunk, a: number, b: number): Hunk {
  const {aFrom, aTo, bFrom, bTo} = hunk
  return {aFrom: aFrom + a, aTo: aTo + a, bFrom: bFrom + b, bTo: bTo + b}
}

/** Neighbours with nothing between them as one. */
function joinHunks(hunks: readonly Hunk[]): readonly Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    if (last && last.aTo === hunk.aFrom && last.bTo === hunk.bFrom) {
      joined[joined.length - 1] = {...last, aTo: hunk.aTo, bTo: hunk.bTo}
    } else joined.push(hunk)
  }
  return joined
}

type Anchor = readonly [a: number, b: number]

/** Numbers that stand once on both sides, as many as do not cross. */
function uniqueAnchors(
  a: readonly number[],
  b: readonly number[],
  {aFrom, aTo, bFrom, bTo}: Hunk
): readonly Anchor[] {
  const inA = places(a, aFrom, aTo)
  const inB = places(b, bFrom, bTo)
  const pairs: Anchor[] = []
  for (const [value, at] of inA) {
    const other = inB.get(value)
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other])
  }
  pairs.sort(([one], [other]) => one - other)
  const kept = new Set(longestIncreasing(pairs.map(([, at]) => at)))
  return pairs.filter((_, at) => kept.has(at))
}

/** Where each number stands; -1 where it stands more than once. */
function places(
  row: readonly number[],
  from: number,
  to: number
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let at = from; at < to; at++) {
    const value = row[at] ?? 0
    found.set(value, found.has(value) ? -1 : at)
  }
  return found
}

/** Indexes of a longest increasing row of numbers; what is below 0 takes no part. */
export function longestIncreasing(
  values: readonly number[]
): readonly number[] {
  const tails: number[] = []
  const before: number[] = []
  for (const [at, value] of values.entries()) {
    if (value < 0) continue
    const place = firstNotBelow(tails, values, value)
    before[at] = tails[place - 1] ?? -1
    tails[place] = at
  }
  const kept: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1)
    kept.push(at)
  return kept.toReversed()
}

function firstNotBelow(
  tails: readonly number[],
  values: readonly number[],
  value: number
): number {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
