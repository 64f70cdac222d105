/**
 * Stage: tables as a browser tags them → THead and TBody, rows of one length,
 * cells that say what they head.
 */
import {
  childrenOf,
  type Element,
  element,
  elementsIn,
  type Kid,
  mapElements,
  piecesIn
} from './element.ts'

/** Pieces of a page, each as `page:mcid`. */
export type Pieces = ReadonlySet<string>

/** The key of a piece in {@link Pieces}. */
export function pieceKey({page, mcid}: {page: number; mcid: number}): string {
  return `${page}:${mcid}`
}

/** What the norm of a document knows of tables. */
interface TableOptions {
  /** Head and body of a table are elements of their own. */
  readonly hasGroups: boolean
}

/** The same tree with its tables in order. */
export function shapeTables(root: Element, options: TableOptions): Element {
  return mapElements(root, (found) =>
    found.type === 'Table' ? shapeTable(found, options) : found
  )
}

/**
 * What stands a second time in the heads of tables: a browser repeats them on
 * every page, and tags them again.
 */
export function repeatedHeads(root: Element): Pieces {
  const repeated = new Set<string>()
  for (const table of elementsIn(root)) {
    if (table.type !== 'Table') continue
    for (const row of headRows(rowsOf(table))) {
      const pieces = [...piecesIn(row)]
      const first = Math.min(...pieces.map(({page}) => page))
      for (const piece of pieces) {
        if (piece.page > first) repeated.add(pieceKey(piece))
      }
    }
  }
  return repeated
}

function rowsOf(table: Element): readonly Element[] {
  return childrenOf(table).flatMap((child) =>
    child.type === 'TR'
      ? [child]
      : child.type === 'Table' || child.type === 'Caption'
        ? []
        : rowsOf(child)
  )
}

/** The rows on top of which every filled cell heads its column. */
function headRows(rows: readonly Element[]): readonly Element[] {
  const end = rows.findIndex((row) => !isHead(row))
  return end < 0 ? [] : rows.slice(0, end)
}

function isHead(row: Element): boolean {
  const cells = childrenOf(row)
  return (
    cells.some(({type}) => type === 'TH') &&
    cells.every(
      ({type, scope, kids}) =>
        kids.length === 0 ||
        (type === 'TH' && (scope === 'Column' || scope === 'Both'))
    )
  )
}

function shapeTable(table: Element, {hasGroups}: TableOptions): Element {
  const rows = rowsOf(table)
  const width = Math.max(0, ...widths(rows))
  const hasSpans = rows.some((row) => childrenOf(row).some(isSpanning))
  const even = rows.map((row, at) => ({
    ...row,
    kids: [
      ...row.kids.map((kid) => cellOf(kid, hasSpans)),
      ...emptyCells(width - (widths(rows)[at] ?? 0))
    ]
  }))
  const head = hasGroups ? headRows(rows).length : 0
  const caption = childrenOf(table).filter(({type}) => type === 'Caption')
  return {...table, kids: [...caption, ...groups(even, head)]}
}

function groups(rows: readonly Element[], head: number): readonly Kid[] {
  return head === 0
    ? rows
    : [
        element('THead', rows.slice(0, head)),
        element('TBody', rows.slice(head))
      ]
}

const isSpanning = ({rowSpan = 1, colSpan = 1}: Element): boolean =>
  rowSpan > 1 || colSpan > 1

/** How many columns each row fills, with those that reach down into it. */
function widths(rows: readonly Element[]): readonly number[] {
  const filled = rows.map(() => 0)
  rows.forEach((row, at) => {
    for (const {rowSpan = 1, colSpan = 1} of childrenOf(row)) {
      for (let down = at; down < Math.min(rows.length, at + rowSpan); down++)
        filled[down] = (filled[down] ?? 0) + colSpan
    }
  })
  return filled
}

function emptyCells(missing: number): readonly Element[] {
  return Array.from({length: Math.max(0, missing)}, () => element('TD', []))
}

/** Only what a reader cannot count itself; what heads a cell is clear where nothing spans. */
function cellOf(kid: Kid, hasSpans: boolean): Kid {
  if (kid.kind !== 'element') return element('TD', [kid])
  const {scope, rowSpan = 1, colSpan = 1, id, headers, ...rest} = kid
  return {
    ...rest,
    type: kid.type === 'TH' ? 'TH' : 'TD',
    scope: kid.type === 'TH' ? (scope ?? 'Column') : undefined,
    ...(rowSpan > 1 ? {rowSpan} : {}),
    ...(colSpan > 1 ? {colSpan} : {}),
    ...(hasSpans ? {id, headers} : {})
  }
}
