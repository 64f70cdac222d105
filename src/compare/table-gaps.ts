/**
 * Rows of two tables that no name tells apart → which are which, by the words
 * that they share.
 *
 * Stage.
 */
import {sharedBy} from './likeness.ts'
import {diffSequence} from './sequence.ts'
import type {RowFace} from './table-faces.ts'

/** A row, or a column, of either table. */
export type Pair = readonly [a: number, b: number]

/** Rows of both sides that stand between two that stayed. */
export type Gap = readonly [a: readonly number[], b: readonly number[]]

/** Rows need this much in common to be one row in its place, or elsewhere. */
const enoughAlike = 0.45
const enoughMoved = 0.6
/** So much of the shorter row must be what stands in no other row; to know it elsewhere, in so many cells. */
const enoughTelling = 0.5
const leastTelling = 2
/** Above this many comparisons only equal rows pair. */
const maxPairs = 400_000

/** How alike two rows of some tables are. */
export type Likeness = (a: RowFace, b: RowFace, isElsewhere: boolean) => number

/** Alike are rows with their names, in all but their names, or in cells that no other row has. */
export function likenessIn(
  a: readonly RowFace[],
  b: readonly RowFace[]
): Likeness {
  const [inA, inB] = [onceIn(a), onceIn(b)]
  return (one, other, isElsewhere) => {
    const like = likenessOf(one, other)
    if (like === 0 || like >= enoughMoved) return like
    const shared = one.others.filter(
      (cell) => inA.has(cell) && inB.has(cell) && other.others.includes(cell)
    ).length
    const least = Math.min(one.others.length, other.others.length)
    const isTelling =
      shared >= (isElsewhere ? leastTelling : 1) &&
      shared >= enoughTelling * least
    return isTelling ? enoughMoved : like
  }
}

/** By their words; the name of both weighs as much as all of these. */
function likenessOf(a: RowFace, b: RowFace): number {
  const [one, other] = [a.words.length, b.words.length]
  const all = one + other
  const common = sharedBy(a.words, b.words)
  if (all === 0) return 1
  return a.name !== '' && a.name === b.name
    ? (common + Math.min(one, other)) / all
    : (2 * common) / all
}

/** What one row holds, and no other. */
function onceIn(rows: readonly RowFace[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const cell of rows.flatMap(({others}) => others)) {
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return new Set(
    [...counts].flatMap(([cell, count]) => (count === 1 ? cell : []))
  )
}

/** The rows of a gap that are most alike and do not cross. */
export function alignGap(
  [rows, others]: Gap,
  a: readonly RowFace[],
  b: readonly RowFace[],
  likeness: Likeness
): readonly Pair[] {
  const [left, right] = [rows.map((at) => a[at]), others.map((to) => b[to])]
  const pair = (at: number, to: number): Pair => [
    rows[at] ?? 0,
    others[to] ?? 0
  ]
  if (rows.length * others.length > maxPairs) {
    return equalPairs(left, right).map(([at, to]) => pair(at, to))
  }
  const worth = left.map((one) =>
    Float64Array.from(right, (other) =>
      one && other ? worthOf(one, other, likeness(one, other, false)) : 0
    )
  )
  return heaviest(worth, right.length).map(([at, to]) => pair(at, to))
}

function worthOf(a: RowFace, b: RowFace, like: number): number {
  const weight = 1 + Math.min(a.words.length, b.words.length)
  return like < enoughAlike ? 0 : like * like * weight
}

/** Pairs that do not cross and together are worth most. */
export function heaviest(
  worth: readonly Float64Array[],
  width: number
): readonly Pair[] {
  const best = Array.from(
    {length: worth.length + 1},
    () => new Float64Array(width + 1)
  )
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const taken = (i: number, j: number): number => {
    const own = worth[i]?.[j] ?? 0
    return own > 0 ? own + at(i + 1, j + 1) : 0
  }
  for (let i = worth.length - 1; i >= 0; i--) {
    const row = best[i] ?? new Float64Array(0)
    for (let j = width - 1; j >= 0; j--) {
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), taken(i, j))
    }
  }
  const pairs: Pair[] = []
  for (let [i, j] = [0, 0]; i < worth.length && j < width; ) {
    const total = at(i, j)
    if (taken(i, j) === total && total > 0) pairs.push([i++, j++])
    else if (at(i + 1, j) === total) i++
    else j++
  }
  return pairs
}

function equalPairs(
  a: readonly (RowFace | undefined)[],
  b: readonly (RowFace | undefined)[]
): readonly Pair[] {
  const numbers = new Map<string, number>()
  const numberOf = (row: RowFace | undefined): number => {
    const key = row?.key ?? ''
    numbers.set(key, numbers.get(key) ?? numbers.size)
    return numbers.get(key) ?? 0
  }
  const [left, right] = [a.map(numberOf), b.map(numberOf)]
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  const end = {aFrom: a.length, aTo: 0, bFrom: 0, bTo: 0}
  for (const hunk of [...diffSequence(left, right), end]) {
    while (i < hunk.aFrom) pairs.push([i++, j++])
    i = hunk.aTo
    j = hunk.bTo
  }
  return pairs
}

/** Rows that went in one place and came in another, those most alike first. */
export function movedAlike(
  [rows, others]: Gap,
  a: readonly RowFace[],
  b: readonly RowFace[],
  likeness: Likeness
): readonly Pair[] {
  if (rows.length * others.length > maxPairs) return []
  const found = rows.flatMap((at) =>
    others.flatMap((to) => {
      const [one, other] = [a[at], b[to]]
      // Of a row without words there is nothing to know it by.
      if (!one || !other || one.words.length === 0) return []
      const like = likeness(one, other, true)
      return like < enoughMoved ? [] : [{at, to, like}]
    })
  )
  const pairs = new Map<number, number>()
  const isTaken = new Set<number>()
  for (const {at, to} of found.toSorted((x, y) => y.like - x.like)) {
    if (pairs.has(at) || isTaken.has(to)) continue
    pairs.set(at, to)
    isTaken.add(to)
  }
  return [...pairs]
}
