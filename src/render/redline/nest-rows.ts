/**
 * Stage: rows, one below the other → rows and lists, as the labels nest them.
 *
 * For print: its tags must tell that a lid or an onderdeel is an item. Nothing
 * is moved; how far a row stands in is its own.
 */
import type {LineView} from './line-view.ts'
import type {RemarkView} from './remarks.ts'
import type {RowView} from './row-view.ts'

/** Lines at a place that they left, told where they went. */
export interface StubView {
  readonly partial: 'partials/redline/stub'
  readonly id: string
  readonly remarks: readonly RemarkView[]
  /** On a page the old text is folded; on paper it stands there. */
  readonly isFolded: boolean
  /** One below the other, and as their labels nest them. */
  readonly lines: readonly RowView[]
  readonly rows: readonly NestedRow[]
}

/** What is left out where only changes are shown. */
export interface GapView {
  readonly partial: 'partials/redline/gap'
  readonly words: string
}

/** A line in a cell of a was-wordt table. */
export interface CellRow {
  readonly partial: 'partials/redline/cell-row'
  /** None: what befell it stands above the cells. */
  readonly remarks: readonly RemarkView[]
  readonly line: LineView
  readonly isItem: boolean
  readonly isNote: boolean
}

/** As the text has them. */
export type FlatRow = RowView | CellRow | StubView | GapView

/** A run of items beside each other. */
interface ListView {
  readonly partial: 'partials/redline/list'
  readonly isNotes: boolean
  readonly items: readonly ItemView[]
}

/** A row that begins with a label, and what stands under it. */
interface ItemView {
  readonly row: RowView | CellRow
  readonly rows: readonly NestedRow[]
}

/** A row, or items. */
export type NestedRow = FlatRow | ListView

/** Something of which more may come. */
interface OpenItem {
  readonly indent: number
  readonly rows: NestedRow[]
}

/** Lays what stands under a label in its item. */
export function nestRows(flat: readonly FlatRow[]): readonly NestedRow[] {
  const top: OpenItem = {indent: -1, rows: []}
  const open = [top]
  for (const row of flat) {
    const indent = indentOf(row)
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const {rows} = open.at(-1) ?? top
    if (isItem(row)) {
      const item = {row, rows: []}
      open.push({indent, rows: item.rows})
      listFor(row, rows).push(item)
    } else {
      rows.push(row)
    }
  }
  return top.rows
}

/** What is left out stands where the row before it does. */
function indentOf(row: FlatRow): number {
  if ('words' in row) return Number.POSITIVE_INFINITY
  const first = 'line' in row ? row : row.lines[0]
  return first?.line.indent ?? 0
}

function isItem(row: FlatRow): row is RowView | CellRow {
  return 'line' in row && row.isItem
}

/** The list at the end of rows; a new one where something else stands there, and for notes. */
function listFor(row: RowView | CellRow, rows: NestedRow[]): ItemView[] {
  const last = rows.at(-1)
  if (last && 'items' in last && last.isNotes === row.isNote)
    return last.items as ItemView[]
  const items: ItemView[] = []
  rows.push({partial: 'partials/redline/list', isNotes: row.isNote, items})
  return items
}
