/**
 * Which lines of one text are which lines of another, in order.
 *
 * Stage. Lines that are equal and stand once on both sides are pinned; between
 * them the pairs are chosen that share most words and do not cross. One line may
 * pair with a few neighbours, and the reverse: it was split, or they were
 * merged. Labels decide nothing but a tie. What moved is not found here.
 */
import type {Line} from '../comparison.ts'
import type {Face} from './faces.ts'
import {heaviestIncreasing} from './heaviest.ts'
import {sharedBy} from './likeness.ts'
import {splits} from './splits.ts'

/** Lines that belong together: one and one, one and several, or several and one; by index, in order. */
export interface Group {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** Pairs need this much in common. */
const enoughAlike = 0.45
/** Above this many comparisons only equal lines pair, or those with one label. */
const maxPairs = 400_000
/** Fewer words than this do not tell a line from others. */
const leastWords = 2

/** Align two rows of lines. */
export function alignLines(
  a: readonly Face[],
  b: readonly Face[]
): readonly Group[] {
  const pins = pinned(a, b)
  const groups: Group[] = []
  let [i, j] = [0, 0]
  for (const [at, other] of [...pins, [a.length, b.length] as const]) {
    groups.push(
      ...alignBetween(a, b, {aFrom: i, aTo: at, bFrom: j, bTo: other})
    )
    if (at < a.length) groups.push({a: [at], b: [other]})
    i = at + 1
    j = other + 1
  }
  return groups
}

type Pin = readonly [a: number, b: number]

/** Equal lines at both ends, and between them those that stand once on either side. */
function pinned(a: readonly Face[], b: readonly Face[]): readonly Pin[] {
  const most = Math.min(a.length, b.length)
  let front = 0
  while (front < most && isTwin(a[front], b[front])) front++
  let back = 0
  while (back < most - front && isTwin(a.at(-1 - back), b.at(-1 - back))) back++
  const middle = uniquePins(a, b, front, back)
  return [
    ...Array.from({length: front}, (_, at) => [at, at] as const),
    ...middle,
    ...Array.from(
      {length: back},
      (_, at) => [a.length - back + at, b.length - back + at] as const
    )
  ]
}

/** Equal, and of one place: a line that only looks like its neighbour is left to the weighing. */
function isTwin(a: Face | undefined, b: Face | undefined): boolean {
  return a !== undefined && a.key === b?.key && samePlace(a.line, b.line)
}

function uniquePins(
  a: readonly Face[],
  b: readonly Face[],
  front: number,
  back: number
): readonly Pin[] {
  const once = (faces: readonly Face[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    for (let at = front; at < faces.length - back; at++) {
      const key = faces[at]?.key ?? ''
      found.set(key, found.has(key) ? -1 : at)
    }
    return found
  }
  const inB = once(b)
  const pairs = [...once(a)].flatMap(([key, at]): Pin[] => {
    const other = inB.get(key) ?? -1
    const isLong = (a[at]?.words.length ?? 0) > leastWords
    return at >= 0 && other >= 0 && isLong ? [[at, other]] : []
  })
  const kept = new Set(
    heaviestIncreasing(
      pairs.map(([, at]) => at),
      pairs.map(([at]) => rankOf(a[at]))
    )
  )
  return pairs.filter((_, at) => kept.has(at))
}

/** Deeper lines weigh alike: what is much lighter would be lost in a sum. */
const deepest = 3

/** A lid that keeps its place says more than all onderdelen of another one. */
function rankOf(face: Face | undefined): number {
  const deep = face?.line.path.filter(({type}) => type === 'onderdeel') ?? []
  return 32 ** -Math.min(deep.length, deepest)
}

interface Range {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** The heaviest groups that do not cross, within a range. */
function alignBetween(
  a: readonly Face[],
  b: readonly Face[],
  {aFrom, aTo, bFrom, bTo}: Range
): readonly Group[] {
  const [left, right] = [a.slice(aFrom, aTo), b.slice(bFrom, bTo)]
  if (left.length === 0 || right.length === 0) return []
  const isHuge = left.length * right.length > maxPairs
  const steps = isHuge ? equalSteps(left, right) : weighedSteps(left, right)
  const best = totals(steps, left.length, right.length)
  const groups: Group[] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length) {
    const total = best[i]?.[j] ?? 0
    const step = (steps[i]?.[j] ?? []).find(
      ({rows, columns, weight}) =>
        weight + (best[i + rows]?.[j + columns] ?? 0) === total
    )
    if (step) {
      const {rows, columns} = step
      groups.push({a: counted(aFrom + i, rows), b: counted(bFrom + j, columns)})
      i += rows
      j += columns
    } else if (total === best[i + 1]?.[j]) i++
    else j++
  }
  return groups
}

function counted(from: number, length: number): readonly number[] {
  return Array.from({length}, (_, at) => from + at)
}

/** A way to take some lines of both sides together. */
interface Step {
  readonly rows: number
  readonly columns: number
  readonly weight: number
}

type Steps = readonly (readonly (readonly Step[])[])[]

/** For each pair of places the most that the rest of both sides can weigh. */
function totals(
  steps: Steps,
  height: number,
  width: number
): readonly Float64Array[] {
  const best = Array.from(
    {length: height + 1},
    () => new Float64Array(width + 1)
  )
  for (let i = height - 1; i >= 0; i--) {
    const row = best[i] ?? new Float64Array(0)
    for (let j = width - 1; j >= 0; j--) {
      const skipped = Math.max(best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
      const taken = (steps[i]?.[j] ?? none).map(
        ({rows, columns, weight}) =>
          weight + (best[i + rows]?.[j + columns] ?? 0)
      )
      row[j] = Math.max(skipped, ...taken)
    }
  }
  return best
}

const none: readonly Step[] = []

function equalSteps(a: readonly Face[], b: readonly Face[]): Steps {
  const equal: readonly Step[] = [{rows: 1, columns: 1, weight: 1}]
  return a.map((left) =>
    b.map((right) => (left.key === right.key ? equal : none))
  )
}

function weighedSteps(a: readonly Face[], b: readonly Face[]): Steps {
  const shared = a.map((left) =>
    Int32Array.from(b, (right) =>
      left.line.kind.type === right.line.kind.type
        ? sharedBy(left.words, right.words)
        : -1
    )
  )
  return a.map((left, i) =>
    b.map((right, j) => {
      const common = shared[i]?.[j] ?? -1
      if (common < 0) return none
      const weight = weightOf(left, right, common)
      const pair = weight > 0 ? [{rows: 1, columns: 1, weight}] : []
      if (common === 0 || left.key === right.key) return pair
      return [
        ...pair,
        ...splits(left, b, j, (at) => shared[i]?.[at] ?? 0).map(
          ({parts, weight}) => ({
            rows: 1,
            columns: parts,
            weight
          })
        ),
        ...splits(right, a, i, (at) => shared[at]?.[j] ?? 0).map(
          ({parts, weight}) => ({
            rows: parts,
            columns: 1,
            weight
          })
        )
      ]
    })
  )
}

/** What a pair weighs: the words it shares, more when it is the same text or bears the same label. */
function weightOf(a: Face, b: Face, common: number): number {
  const all = a.words.length + b.words.length
  const like = all === 0 ? 1 : (2 * common) / all
  const isEqual = a.key === b.key
  if (!isEqual && like < enoughAlike) return 0
  const sameText = isEqual ? 1 + all * 0.1 : 0
  return like * 2 * common + sameText + tieOf(a.line, b.line)
}

/** Less than a word: the same place, or at least the same depth. */
function tieOf(a: Line, b: Line): number {
  const depth = a.path.length === b.path.length ? 0.1 : 0
  return depth + (samePlace(a, b) ? 0.4 : 0)
}

/** Whether two lines bear the same labels, from the outermost to their own. */
export function samePlace(a: Line, b: Line): boolean {
  return (
    a.path.length === b.path.length &&
    a.starts === b.starts &&
    a.path.every(({label}, at) => label === b.path[at]?.label)
  )
}
