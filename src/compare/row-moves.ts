/**
 * Units written down → the same, in which no two moves share a number.
 *
 * Stage. A table numbers the rows that moved within it from 1, as it knows no
 * other. Here they get numbers after those of lines and units, in the order of
 * the merged text.
 */
import type {LineChange, RowChange, UnitChange} from '../comparison.ts'

/** Number the moves of rows; `taken` numbers are in use already. */
export function numberRowMoves(
  units: readonly UnitChange[],
  taken: number
): readonly UnitChange[] {
  let last = taken
  const tableOf = (line: LineChange): LineChange => {
    const {rows} = line
    const numbers = rows?.flatMap(({move}) => move ?? []) ?? []
    if (!rows || numbers.length === 0) return line
    const before = last
    last += Math.max(...numbers)
    const rowOf = (row: RowChange): RowChange =>
      row.move === undefined ? row : {...row, move: before + row.move}
    return {...line, rows: rows.map(rowOf)}
  }
  const unitOf = (unit: UnitChange): UnitChange => {
    const {lines} = unit
    return {
      ...unit,
      lines: lines.some(hasMoves) ? lines.map(tableOf) : lines,
      toelichting: unit.toelichting.map(unitOf),
      children: unit.children.map(unitOf)
    }
  }
  return units.map(unitOf)
}

function hasMoves({rows = []}: LineChange): boolean {
  return rows.some(({move}) => move !== undefined)
}
