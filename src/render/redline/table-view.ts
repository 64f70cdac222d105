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
import {fitFor, hasLongWord} from '../table-width.ts'
import type {NodeView} from '../view-context.ts'
import type {Reading, RunContext} from './context.ts'
import {isBlank, isSeen, runViews} from './run-views.ts'
import {type Marked, remarkView, signs, signView} from './signs.ts'
import {rowsRoom} from './table-room.ts'

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
  const own = change.wordt === undefined ? 'was' : 'wordt'
  const columns = all[0]?.cells ?? []
  const aligned = reading === 'both' ? alignedBy(columns, own, align) : align
  const shown = rows.map((row) => inColumns(row, columns, reading))
  const {width, paper} = fitFor(rowsRoom(shown))
  const [head, ...body] = shown.map((row) =>
    rowView(row, aligned, context.runs)
  )
  return {
    partial: 'partials/redline/table',
    width,
    paper:
      context.runs.target === 'print' && !context.isChangedOnly ? paper : '',
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

/** How the columns of both sides stand; one that the other side alone has stands as the next. */
function alignedBy(
  columns: readonly CellChange[],
  own: Side,
  align: readonly (string | null)[]
): readonly (string | null)[] {
  let at = 0
  return columns.map((column) => align[column[own] ? at++ : at] ?? null)
}

/** A row that came or went has no cell in a column that the other side alone has: there it stands open. */
function inColumns(
  row: RowChange,
  columns: readonly CellChange[],
  reading: Reading
): RowChange {
  const side = sideOf(row)
  if (reading !== 'both' || side === '' || row.move !== undefined) return row
  const left = [...row.cells]
  const cells = columns.flatMap((column) =>
    column[side] ? left.splice(0, 1) : [{...column, runs: []}]
  )
  return {...row, cells: [...cells, ...left]}
}

/** Whether anything befell a row. */
export function isChanged({was, wordt, cells}: RowChange): boolean {
  return !was || !wordt || cells.some(isCellChanged)
}

function isCellChanged({runs}: CellChange): boolean {
  return runs.some(({op}) => op !== 'same')
}

interface CellView {
  /** The only side on which it stands; empty for both. */
  readonly side: Side | ''
  readonly align: string
  readonly isEmpty: boolean
  /** Whether it has a word that may be broken. */
  readonly breaks: boolean
  readonly content: readonly NodeView[]
}

function rowView(
  row: RowChange,
  align: readonly (string | null)[],
  runs: RunContext
) {
  const isBoth = runs.reading === 'both'
  const isMoved = row.move !== undefined && runs.isMarked
  const isAway = isMoved && isBoth && !row.wordt
  const own: RunContext = {
    ...runs,
    isOnBoth: runs.isOnBoth && row.was && row.wordt,
    // The place that a row left has its old words; where it came, it tells what changed.
    ...(isAway && {reading: 'was', isMarked: false})
  }
  const cells = row.cells
    .filter((cell) => isThere(cell, runs.reading))
    .map((cell) => (isAway && !cell.was ? {...cell, runs: []} : cell))
    .map(
      (cell, at): CellView => ({
        ...cellView(cell, align[at] ?? 'left', own),
        side: isBoth ? sideOf(cell) : ''
      })
    )
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
): Omit<CellView, 'side'> {
  const seen = cell.runs.filter((run) => isSeen(run, context.reading))
  return {
    align,
    isEmpty: seen.every((run) => isBlank(run)),
    breaks: hasLongWord(seen.map(({text}) => text).join('')),
    content: runViews(cell.runs, {
      ...context,
      isOnBoth: context.isOnBoth && cell.was && cell.wordt
    })
  }
}

/** A row that moved says so in its first cell, and in a merged table stands between signs in print. */
function withMove(
  cells: readonly CellView[],
  {wordt, cells: changes}: RowChange,
  {target, reading}: RunContext
): readonly CellView[] {
  const marked: Marked = wordt ? 'here' : 'away'
  const isSigns = target === 'print' && reading === 'both'
  const [open, close] = isSigns ? signs[marked] : ['', '']
  const words = movedWords(wordt, changes)
  return cells.map((cell, at) => {
    const isSigned = open !== '' && cell.content.length > 0
    return {
      ...cell,
      isEmpty: false,
      content: [
        ...(at === 0 ? [remarkView(words, target)] : []),
        ...(isSigned ? [signView(open)] : []),
        ...cell.content,
        ...(isSigned ? [signView(close)] : [])
      ]
    }
  })
}

function movedWords(isHere: boolean, cells: readonly CellChange[]): string {
  const isTouched = cells.some(isCellChanged)
  if (isHere) return `verplaatste ${isTouched ? 'en gewijzigde ' : ''}rij`
  return `rij verplaatst${isTouched ? ' en gewijzigd' : ''}`
}
