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
 * The columns of the names: the first ones, unless these hold numbers while
 * words elsewhere tell more rows, or the names of one table stand elsewhere in
 * the other.
 */
export function nameColumns(a: readonly Rij[], b: readonly Rij[]): NameColumns {
  const [left, right] = [columnsOf(a), columnsOf(b)]
  const [one = [], other = []] = [left[0], right[0]]
  const first = sharedCount(one, other)
  if (!hasWords(one) && !hasWords(other)) {
    const worded = mostShared(left.map(wordsOnly), right.map(wordsOnly))
    // A number that only counts the rows is no name.
    const isCount = counts(one) && counts(other)
    if (worded && (isCount || worded.shared > first)) return worded.columns
  }
  if (isShared(one, other)) return {a: 0, b: 0}
  const pairs = [mostShared([one], right), mostShared(left, [other])].flatMap(
    (pair) => pair ?? []
  )
  const [best, more] = pairs
  const isSecond = best && more && more.shared > best.shared
  return (isSecond ? more : best)?.columns ?? {a: 0, b: 0}
}

/** The columns that share most of what stands in them, if any share enough. */
function mostShared(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[]
): {readonly columns: NameColumns; readonly shared: number} | undefined {
  const found = left.flatMap((from, a) =>
    right.flatMap((to, b) =>
      isShared(from, to)
        ? [{columns: {a, b}, shared: sharedCount(from, to)}]
        : []
    )
  )
  return found.toSorted((pair, next) => next.shared - pair.shared)[0]
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

function hasWords(column: readonly string[]): boolean {
  return column.some((cell) => /\p{L}{2}/u.test(cell))
}

/** A column of words of which no two are the same; any other as if it were empty. */
function wordsOnly(column: readonly string[]): readonly string[] {
  const isName =
    new Set(column).size === column.length &&
    column.every((cell) => /\p{L}{2}/u.test(cell))
  return isName ? column : []
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b)
  return [...new Set(a)].filter((cell) => cell !== '' && other.has(cell)).length
}

/** Half of what stands in the shorter of two columns stands in the other. */
function isShared(a: readonly string[], b: readonly string[]): boolean {
  const least = Math.min(new Set(a).size, new Set(b).size)
  const shared = sharedCount(a, b)
  return shared > 0 && shared * 2 >= least
}
