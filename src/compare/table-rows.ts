/**
 * Two tables → which rows of the one are which of the other.
 *
 * Stage. A row is known by its words, else by its name, else by the words that
 * it shares. What is known in another order than it stood has moved: of all ways
 * to say so, the one by which fewest rows did.
 */
import type {Rij} from '../model.ts'
import {diceOf, type Lexicon} from './likeness.ts'
import {longestIncreasing} from './sequence.ts'
import {type RowFace, rowFaces} from './table-faces.ts'
import {
  alignGap,
  type Gap,
  likenessIn,
  movedAlike,
  type Pair
} from './table-gaps.ts'
import {nameColumns} from './table-names.ts'

/** Where a row or a column stands on each side. */
export interface Pairing {
  readonly a?: number
  readonly b?: number
  /** Shared by the two places of a row that moved. */
  readonly move?: number
}

/** Pair the rows; their heads are each other's. */
export function pairRows(
  a: readonly Rij[],
  b: readonly Rij[],
  lexicon: Lexicon
): readonly Pairing[] {
  if (a.length === 0 || b.length === 0) {
    return [...a.map((_, at) => ({a: at})), ...b.map((_, at) => ({b: at}))]
  }
  const [left, right] = [a.slice(1), b.slice(1)]
  const columns = nameColumns(left, right)
  const body = pairBody(
    rowFaces(left, columns.a, lexicon),
    rowFaces(right, columns.b, lexicon)
  )
  return [
    {a: 0, b: 0},
    ...body.map(({a: at, b: to, ...more}) => ({
      ...(at !== undefined && {a: at + 1}),
      ...(to !== undefined && {b: to + 1}),
      ...more
    }))
  ]
}

function pairBody(
  a: readonly RowFace[],
  b: readonly RowFace[]
): readonly Pairing[] {
  const known = knownRows(a, b)
  const pairs: readonly Pair[] = [...known].toSorted(
    ([one], [other]) => one - other
  )
  const kept = new Set(longestIncreasing(pairs.map(([, to]) => to)))
  const stays = pairs.filter((_, at) => kept.has(at))
  const moves = pairs.filter((_, at) => !kept.has(at))
  const taken = takenBy(known)
  const gaps = gapsBetween(stays, a.length, b.length).map(
    ([rows, others]): Gap => [
      rows.filter((at) => !taken.a.has(at)),
      others.filter((to) => !taken.b.has(to))
    ]
  )
  const likeness = likenessIn(a, b)
  const alike = gaps.flatMap((gap) => alignGap(gap, a, b, likeness))
  stays.push(...alike)
  moves.push(...movedAlike(without(gaps, alike), a, b, likeness))
  // What is left between two rows that stayed pairs when it is as many on both sides.
  const settled = takenBy(new Map([...stays, ...moves]))
  const all = stays.toSorted(([one], [other]) => one - other)
  for (const [rows, others] of gapsBetween(all, a.length, b.length)) {
    const rest = rows.filter((at) => !settled.a.has(at))
    const more = others.filter((to) => !settled.b.has(to))
    if (rest.length !== more.length) continue
    const pairs = rest.map((at, by): Pair => [at, more[by] ?? 0])
    stays.push(...pairs.filter(([at, to]) => !isOther(a[at], b[to])))
  }
  return inOrder(stays, moves, a.length, b.length)
}

function takenBy(pairs: ReadonlyMap<number, number>): {
  readonly a: ReadonlySet<number>
  readonly b: ReadonlySet<number>
} {
  return {a: new Set(pairs.keys()), b: new Set(pairs.values())}
}

/** Rows that are known wherever they stand: by all their words, by their name with what follows it, by their name. */
function knownRows(
  a: readonly RowFace[],
  b: readonly RowFace[]
): ReadonlyMap<number, number> {
  const known = new Map<number, number>()
  const isTaken = new Set<number>()
  const look = (keyOf: (row: RowFace) => string): void => {
    const inB = onlyOnes(b, keyOf)
    for (const [key, at] of onlyOnes(a, keyOf)) {
      const to = inB.get(key) ?? -1
      if (at < 0 || to < 0 || known.has(at) || isTaken.has(to)) continue
      known.set(at, to)
      isTaken.add(to)
    }
  }
  look(({key, cells}) => (cells.some((cell) => cell !== '') ? key : ''))
  look(({fullName, cells}) => (cells.length > 2 ? fullName : ''))
  look(({name}) => name)
  return known
}

/** Where each key stands; -1 where it stands more than once. An empty one is none. */
function onlyOnes(
  rows: readonly RowFace[],
  keyOf: (row: RowFace) => string
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row)
    if (key !== '') found.set(key, found.has(key) ? -1 : at)
  }
  return found
}

/** Called by other words, and with nothing in common: one row lapsed and another came. */
function isOther(a: RowFace | undefined, b: RowFace | undefined): boolean {
  const isCalled = [a, b].every((row) => /\p{L}{2}/u.test(row?.name ?? ''))
  return !a || !b || (isCalled && diceOf(a.words, b.words) === 0)
}

function gapsBetween(
  stays: readonly Pair[],
  aLength: number,
  bLength: number
): readonly Gap[] {
  let [i, j] = [0, 0]
  return [...stays, [aLength, bLength] as const].map(([at, to]) => {
    const gap: Gap = [range(i, at), range(j, to)]
    i = at + 1
    j = to + 1
    return gap
  })
}

function range(from: number, to: number): readonly number[] {
  return Array.from({length: Math.max(0, to - from)}, (_, at) => from + at)
}

function without(gaps: readonly Gap[], pairs: readonly Pair[]): Gap {
  const {a, b} = takenBy(new Map(pairs))
  return [
    gaps.flatMap(([rows]) => rows.filter((at) => !a.has(at))),
    gaps.flatMap(([, rows]) => rows.filter((to) => !b.has(to)))
  ]
}

/** All rows as one, what went before what came; moves are numbered by where they came. */
function inOrder(
  stays: readonly Pair[],
  moves: readonly Pair[],
  aLength: number,
  bLength: number
): readonly Pairing[] {
  const ids = moves
    .toSorted(([, one], [, other]) => one - other)
    .map(([at, to], index) => ({at, to, id: index + 1}))
  const away = new Map(ids.map(({at, id}) => [at, id]))
  const here = new Map(ids.map(({to, id}) => [to, id]))
  const placed = (
    place: Pick<Pairing, 'a' | 'b'>,
    move: number | undefined
  ): Pairing => ({...place, ...(move !== undefined && {move})})
  const all = stays.toSorted(([one], [other]) => one - other)
  const gaps = gapsBetween(all, aLength, bLength)
  return gaps.flatMap(([rows, others], index) => {
    const [at, to] = all[index] ?? []
    const stayed = at === undefined || to === undefined ? [] : [{a: at, b: to}]
    return [
      ...rows.map((row) => placed({a: row}, away.get(row))),
      ...others.map((row) => placed({b: row}, here.get(row))),
      ...stayed
    ]
  })
}
