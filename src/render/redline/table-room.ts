/**
 * Stage: the rows of a compared table → how much room they ask for on paper.
 */
import type {RowChange, Run, UnitChange} from '../../comparison.ts'
import {
  fitFor,
  largestPaper,
  type Paper,
  roomOf,
  type TableRoom
} from '../table-width.ts'

/** Room that the words of both sides ask for, with the signs around them. */
export function rowsRoom(rows: readonly RowChange[]): TableRoom {
  const words = rows.map(({cells, move}) =>
    cells.map(({runs}, at) => {
      const remark = move !== undefined && at === 0 ? ['verplaatste'] : []
      return [...remark, ...runs.map(wordsOf)].join(' ')
    })
  )
  return roomOf(words)
}

/** In characters: more text than this is not read across a lying leaf. */
const shortText = 1500

/** The leaf on which a unit lies as a whole; empty where it stands upright, whatever its tables do. */
export function paperOfUnit({
  lines,
  toelichting,
  children
}: UnitChange): Paper | '' {
  const size = [...lines, ...toelichting.flatMap((unit) => unit.lines)]
    .flatMap(({runs}) => runs)
    .reduce((sum, {text}) => sum + text.length, 0)
  const isShort = children.length === 0 && size < shortText
  const tables = lines.flatMap(({rows}) => (rows ? [rows] : []))
  return isShort
    ? largestPaper(tables.map((rows) => fitFor(rowsRoom(rows)).paper))
    : ''
}

/** Words as they stand in print; small signs stick to the first and the last one. */
function wordsOf({op, text}: Run): string {
  return op === 'added' || op === 'removed' ? `..${text}..` : text
}
