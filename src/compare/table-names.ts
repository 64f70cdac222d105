/**
 * Two tables → in which column of either the names of its rows stand.
 *
 * Stage. Mostly in the first.
 */
import type {Rij} from '../model.ts'
import {cellWords} from './table-faces.ts'

/** In which column of either table the names of its rows stand. */
export interface NameColumns {
  readonly a: number
  readonly b: number
}

/**
 * The columns of the names: the first ones, unless the names of one table stand
 * elsewhere in the other, or the first columns only count the rows.
 */
export function nameColumns(a: readonly Rij[], b: readonly Rij[]): NameColumns {
  const [left, right] = [columnsOf(a), columnsOf(b)]
  const [one = [], other = []] = [left[0], right[0]]
  const isCount = counts(one) && counts(other)
  if (!isCount && isShared(one, other)) return {a: 0, b: 0}
  const isFit = ({a: at, b: to}: NameColumns): boolean => {
    const [from, into] = [left[at] ?? [], right[to] ?? []]
    return isCount
      ? names(from) && names(into) && isShared(from, into)
      : (at === 0 || to === 0) && isShared(from, into)
  }
  const shared = ({a: at, b: to}: NameColumns): number =>
    sharedCount(left[at] ?? [], right[to] ?? [])
  const found = left
    .flatMap((_, at) => right.map((_one, to) => ({a: at, b: to})))
    .filter(isFit)
    .toSorted((pair, next) => shared(next) - shared(pair))
  return found[0] ?? {a: 0, b: 0}
}

function columnsOf(rows: readonly Rij[]): readonly (readonly string[])[] {
  const width = Math.max(0, ...rows.map(({cells}) => cells.length))
  return Array.from({length: width}, (_, column) =>
    rows.map(({cells}) => cellWords(cells[column]))
  )
}

/** 1, 2, 3 and so on: a number that only tells the how manieth a row is. */
function counts(column: readonly string[]): boolean {
  const first = Number.parseInt(column[0] ?? '', 10)
  return (
    column.length > 1 &&
    column.every(
      (cell, at) =>
        /^\d+[.)]?$/u.test(cell) && Number.parseInt(cell, 10) === first + at
    )
  )
}

/** Words, and in no two rows the same. */
function names(column: readonly string[]): boolean {
  return (
    new Set(column).size === column.length &&
    column.every((cell) => /\p{L}{2}/u.test(cell))
  )
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b)
  return [...new Set(a)].filter((cell) => cell !== '' && other.has(cell)).length
}

/** Half of what stands in the shorter of two columns stands in the other. */
function isShared(a: readonly string[], b: readonly string[]): boolean {
  const least = Math.min(new Set(a).size, new Set(b).size)
  return sharedCount(a, b) * 2 >= least
}
