/**
 * Stage: the rows of a table → view, cell by cell.
 */
import type {
  CellChange,
  Line,
  LineChange,
  RowChange,
  Run,
  Side,
  UnitChange
} from '../../comparison.ts'
import {
  fitFor,
  hasLongWord,
  largestPaper,
  type Paper,
  roomOf,
  type TableRoom
} from '../table-width.ts'
import type {NodeView} from '../view-context.ts'
import type {Reading, RunContext} from './context.ts'
import {isBlank, isSeen, runViews} from './run-views.ts'
import {type Marked, remarkView, signs, signView} from './signs.ts'

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
  const {width, paper} = fitFor(rowsRoom(rows))
  const [head, ...body] = rows.map((row) => rowView(row, align, context.runs))
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
    breaks: hasLongWord(seen.map(({text}) => text).join('')),
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
