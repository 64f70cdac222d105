/**
 * CALS tables → rows.
 *
 * Merged cells: the text stands once, in the first cell; the others are empty.
 */
import {canonical} from '../../../dialect/phrasing.ts'
import type {Alignment, Block, Phrasing, Rij, Tabel} from '../../../model.ts'
import {alinea} from '../roles.ts'
import {repair} from '../source.ts'
import {type Desk, leaveOthers} from './desk.ts'
import {childrenOf, type XmlElement, type XmlNode} from './tree.ts'

type ReadPhrasing = (
  nodes: readonly XmlNode[],
  desk: Desk
) => readonly Phrasing[]

/** A table that holds more cells was made to exhaust. */
const maxColumns = 200

/** A table, with what stands above and below it as alineas. */
export function readTable(
  element: XmlElement,
  desk: Desk,
  read: ReadPhrasing
): readonly Block[] {
  leaveStray(element, () => true, desk)
  return childrenOf(element).flatMap((child): readonly Block[] => {
    if (child.name === 'tgroup') return readGroup(child, desk, read)
    const content = read(child.children, desk)
    return content.length === 0 ? [] : [alinea(content)]
  })
}

function readGroup(
  group: XmlElement,
  desk: Desk,
  read: ReadPhrasing
): readonly Block[] {
  leaveStray(group, ({name}) => [...parts, 'colspec'].includes(name), desk)
  const columns = childrenOf(group, 'colspec')
  const names = columns.map(
    ({attributes}, at) => attributes.colname ?? String(at + 1)
  )
  const grid: Grid = {names, open: new Map(), desk, read, merged: false}
  const rows = childrenOf(group, ...parts).flatMap((part) => {
    grid.open.clear()
    leaveStray(part, ({name}) => name === 'row', desk)
    return childrenOf(part, 'row').map((row) => readRow(row, grid))
  })
  if (grid.merged) reportMerged(group, desk)
  const width = Math.max(0, ...rows.map(({cells}) => cells.length))
  const filled = rows.map(({cells}) => ({
    cells: Array.from({length: width}, (_, at) => cells[at] ?? [])
  }))
  const align = Array.from({length: width}, (_, at) =>
    alignment(columns[at]?.attributes.align)
  )
  return toBlocks({type: 'tabel', align, rows: filled})
}

/** A table without a single word is nothing. */
function toBlocks(table: Tabel): readonly Block[] {
  const hasWords = table.rows.some(({cells}) =>
    cells.some((cell) => cell.length > 0)
  )
  return hasWords ? [table] : []
}

/** What reading a row needs to know of those above it. */
interface Grid {
  readonly names: readonly string[]
  /** By column: rows that a cell from above still takes. */
  readonly open: Map<number, number>
  readonly desk: Desk
  readonly read: ReadPhrasing
  merged: boolean
}

function readRow(row: XmlElement, grid: Grid): Rij {
  leaveStray(row, ({name}) => name === 'entry', grid.desk)
  const cells: (readonly Phrasing[])[] = []
  const taken = takeOpen(grid.open)
  let next = 0
  for (const entry of childrenOf(row, 'entry')) {
    while (taken.has(next)) next++
    const {from, width, height} = extent(entry, grid.names, next)
    for (let column = cells.length; column < from + width; column++) {
      cells[column] = []
    }
    cells[from] = onOneLine(grid.read(entry.children, grid.desk))
    if (height > 0) reach(grid.open, {from, width, height})
    if (width > 1 || height > 0) grid.merged = true
    next = from + width
  }
  return {cells}
}

/** Columns that cells from above take in this row; each takes one row less from here. */
function takeOpen(open: Map<number, number>): ReadonlySet<number> {
  const taken = new Set(open.keys())
  for (const [column, left] of open) {
    if (left === 1) open.delete(column)
    else open.set(column, left - 1)
  }
  return taken
}

interface Extent {
  readonly from: number
  readonly width: number
  /** Rows that it takes below its own. */
  readonly height: number
}

function reach(open: Map<number, number>, {from, width, height}: Extent): void {
  for (let column = from; column < from + width; column++) {
    open.set(column, height)
  }
}

/** A cell has one line. */
function onOneLine(content: readonly Phrasing[]): readonly Phrasing[] {
  return canonical(content.map(unbroken))
}

function unbroken(node: Phrasing): Phrasing {
  if (node.type === 'break') return {type: 'text', value: ' '}
  if (!('children' in node)) return node
  // mdast's children are wider than what the dialect puts there.
  const children = (node.children as readonly Phrasing[]).map(unbroken)
  return {...node, children} as Phrasing
}

function extent(
  {attributes}: XmlElement,
  names: readonly string[],
  next: number
): Extent {
  const {namest, nameend, colname, morerows} = attributes
  const named = names.indexOf(namest ?? colname ?? '')
  // A name that points back would bring cells out of order: it is not believed.
  const from = Math.max(named, next)
  const last = names.indexOf(nameend ?? '')
  const width = last > from ? last - from + 1 : 1
  const height = Math.min(
    10_000,
    Math.max(0, Number.parseInt(morerows ?? '0', 10) || 0)
  )
  return {
    from: Math.min(from, maxColumns),
    width: Math.min(width, maxColumns),
    height
  }
}

const parts: readonly string[] = ['thead', 'tbody', 'tfoot']

/** What stands between cells and in none. */
function leaveStray(
  element: XmlElement,
  kept: (node: XmlElement) => boolean,
  {ledger}: Desk
): void {
  leaveOthers(
    element,
    kept,
    ledger,
    'losse tekst in een tabel, buiten de cellen'
  )
}

function reportMerged(group: XmlElement, {ledger}: Desk): void {
  repair(ledger, group.start, {
    kind: 'merged-cells',
    message:
      'Deze tabel had samengevoegde cellen; de tekst staat in de eerste daarvan en de andere zijn leeg; vul ze aan als dat nodig is',
    mended: false
  })
}

function alignment(written: string | undefined): Alignment {
  return written === 'right' || written === 'center'
    ? written
    : written === 'char'
      ? 'right'
      : null
}
