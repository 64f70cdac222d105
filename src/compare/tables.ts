/**
 * Two tables → the rows of both as one, cell by cell.
 *
 * Stage. A column or a row that came, went or changed places marks no other
 * cell; of a row that changed places, what changed on the way is told in both.
 */
import type {CellChange, RowChange} from '../comparison.ts'
import type {Phrasing, Rij} from '../model.ts'
import type {Lexicon} from './likeness.ts'
import {plainRuns, runsOf} from './runs.ts'
import {pairColumns} from './table-columns.ts'
import type {Pair} from './table-gaps.ts'
import {type Pairing, pairRows} from './table-rows.ts'
import {tokensOf, withReferences} from './tokens.ts'
import {compareWords, type WordContext} from './words.ts'

/** What comparing tables needs to know. */
export interface TableContext extends WordContext {
  readonly lexicon: Lexicon
}

/** Compare two tables. */
export function compareTables(
  a: readonly Rij[],
  b: readonly Rij[],
  context: TableContext
): readonly RowChange[] {
  const rows = pairRows(a, b, context.lexicon)
  const moves = movesIn(rows)
  const columns = pairColumns(
    a,
    b,
    [...rows, ...moves.values()].flatMap(inBoth),
    context.lexicon
  )
  const tables = {a, b, context}
  // What changed on the way is told in both places.
  const moved = new Map(
    [...moves].map(([move, row]) => [move, cellsOf(row, columns, tables)])
  )
  return rows.map((row) => ({
    was: row.a !== undefined,
    wordt: row.b !== undefined,
    cells: moved.get(row.move ?? 0) ?? cellsOf(row, columns, tables),
    ...(row.move !== undefined && {move: row.move})
  }))
}

/** The rows of a table that is there on one side only, or is the same on both. */
export function plainRows(
  rows: readonly Rij[],
  op: 'same' | 'added' | 'removed'
): readonly RowChange[] {
  const sides = {was: op !== 'added', wordt: op !== 'removed'}
  return rows.map(({cells}) => ({
    ...sides,
    cells: cells.map((cell) => ({...sides, runs: plainRuns(cell, op)}))
  }))
}

interface Both {
  readonly a: readonly Rij[]
  readonly b: readonly Rij[]
  readonly context: TableContext
}

/** Both places of each row that moved, by the number of the move. */
function movesIn(rows: readonly Pairing[]): ReadonlyMap<number, Pairing> {
  const moves = new Map<number, Pairing>()
  for (const {move, ...place} of rows) {
    if (move !== undefined) moves.set(move, {...moves.get(move), ...place})
  }
  return moves
}

function inBoth({a, b}: Pairing): readonly Pair[] {
  return a === undefined || b === undefined ? [] : [[a, b]]
}

function cellsOf(
  {a, b}: Pairing,
  columns: readonly Pairing[],
  tables: Both
): readonly CellChange[] {
  const left = a === undefined ? undefined : tables.a[a]?.cells
  const right = b === undefined ? undefined : tables.b[b]?.cells
  return columns.flatMap((column) => {
    const was = column.a === undefined ? undefined : left?.[column.a]
    const wordt = column.b === undefined ? undefined : right?.[column.b]
    return was || wordt ? [cellChange(was, wordt, tables.context)] : []
  })
}

function cellChange(
  was: readonly Phrasing[] | undefined,
  wordt: readonly Phrasing[] | undefined,
  context: TableContext
): CellChange {
  const sides = {was: was !== undefined, wordt: wordt !== undefined}
  if (was && wordt) {
    const tokens = (cell: readonly Phrasing[]) =>
      withReferences(tokensOf(cell), context.laws)
    const edits = compareWords(tokens(was), tokens(wordt), context)
    return {...sides, runs: runsOf(edits)}
  }
  return {
    ...sides,
    runs: plainRuns(was ?? wordt ?? [], was ? 'removed' : 'added')
  }
}
