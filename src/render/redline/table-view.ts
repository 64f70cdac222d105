/**
 * Stage: the rows of a table → view, cell by cell.
 */
import type {
  CellChange,
  Line,
  LineChange,
  RowChange,
  Side
} from '../../comparison.ts'
import type {NodeView} from '../view-context.ts'
import type {Reading, RunContext} from './context.ts'
import {isBlank, isSeen, runViews} from './run-views.ts'
import {type Marked, remarkView, signs, signView} from './signs.ts'

/** More columns than this ask for smaller print. */
const manyColumns = 7

/** What a table of a document is called, and how its words are shown. */
export interface TableContext {
  readonly runs: RunContext
  /** Empty where a layout has no regions. */
  readonly region: string
  /** Signs before and behind it, in print. */
  readonly open: string
  readonly close: string
  /** Show only the head and what differs. */
  readonly isChangedOnly: boolean
}

/** The view of a table in a reading. */
export function tableView(
  change: LineChange,
  line: Line,
  context: TableContext
): NodeView {
  const {reading} = context.runs
  const all = (change.rows ?? []).filter((row) => isThere(row, reading))
  const rows = context.isChangedOnly
    ? all.filter((row, at) => at === 0 || isChanged(row))
    : all
  const align = line.kind.type === 'tabel' ? line.kind.align : []
  const width = Math.max(0, ...rows.map(({cells}) => cells.length))
  const [head, ...body] = rows.map((row) => rowView(row, align, context.runs))
  return {
    partial: 'partials/redline/table',
    isWide: width > manyColumns,
    region: context.region,
    open: context.open,
    close: context.close,
    head: head ?? {side: '', isMoved: false, cells: []},
    rows: body
  }
}

function isThere(
  {was, wordt}: Pick<RowChange, 'was' | 'wordt'>,
  reading: Reading
): boolean {
  return reading === 'both' || (reading === 'was' ? was : wordt)
}

/** Whether anything befell a row. */
export function isChanged({was, wordt, cells}: RowChange): boolean {
  return (
    !was ||
    !wordt ||
    cells.some((cell) => cell.runs.some(({op}) => op !== 'same'))
  )
}

interface CellView {
  /** The only side on which it stands; empty for both. */
  readonly side: Side | ''
  readonly align: string
  readonly isEmpty: boolean
  readonly content: readonly NodeView[]
}

function rowView(
  row: RowChange,
  align: readonly (string | null)[],
  runs: RunContext
) {
  const isBoth = runs.reading === 'both'
  const isMoved = isBoth && row.move !== undefined
  let column = 0
  const cells = row.cells
    .filter((cell) => isThere(cell, runs.reading))
    .map((cell): CellView => {
      const at = cell.wordt || !row.wordt ? column++ : column
      return cellView(cell, align[at] ?? 'left', runs)
    })
  return {
    side: isBoth ? sideOf(row) : '',
    isMoved,
    cells: isMoved ? withMove(cells, row, runs) : cells
  }
}

function sideOf({was, wordt}: Pick<RowChange, 'was' | 'wordt'>): Side | '' {
  if (was && wordt) return ''
  return was ? 'was' : 'wordt'
}

function cellView(
  cell: CellChange,
  align: string,
  context: RunContext
): CellView {
  const seen = cell.runs.filter((run) => isSeen(run, context.reading))
  return {
    side: context.reading === 'both' ? sideOf(cell) : '',
    align,
    isEmpty: seen.every((run) => isBlank(run)),
    content: runViews(cell.runs, {
      ...context,
      isOnBoth: context.isOnBoth && cell.was && cell.wordt
    })
  }
}

/** A row that moved says so in its first cell, and stands between signs in print. */
function withMove(
  cells: readonly CellView[],
  {wordt}: RowChange,
  {target}: RunContext
): readonly CellView[] {
  const marked: Marked = wordt ? 'here' : 'away'
  const [open, close] = target === 'print' ? signs[marked] : ['', '']
  const words = wordt ? 'verplaatste rij' : 'rij verplaatst'
  return cells.map((cell, at) => ({
    ...cell,
    isEmpty: false,
    content: [
      ...(at === 0 ? [remarkView(words, target)] : []),
      ...(open === '' ? [] : [signView(open)]),
      ...cell.content,
      ...(close === '' ? [] : [signView(close)])
    ]
  }))
}
