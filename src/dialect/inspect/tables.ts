/** Tables: rows of unequal length, a head without words, rows that are no table yet. */
import type {Paragraph, Table, TableRow} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import type {Extra, Report, RuleHead} from '../../diagnostics/report.ts'
import {span, startOf} from './place.ts'

const shape: RuleHead = {id: 'table-shape', severity: 'fout'}
const emptyHead: RuleHead = {id: 'table-head', severity: 'waarschuwing'}

const tableRow = /^\|.*\|[ \t]*$/u

/** Report rows that are longer or shorter than the head, and a head that says nothing. */
export function inspectTable({children}: Table, report: Report): void {
  const [head, ...rows] = children
  if (!head) return
  const width = head.children.length
  for (const row of rows) {
    const cells = row.children.length
    if (cells === width) continue
    const reason = `Deze rij heeft ${cells} ${cells === 1 ? 'cel' : 'cellen'}, de kop van de tabel ${width}; maak ze gelijk, of zet een lege regel als de tabel hier eindigt`
    report(shape, startOf(row), reason)
  }
  if (isEmpty(head) && !rows.every(isEmpty)) {
    const reason =
      'De kop van deze tabel is leeg; zet in de eerste rij boven elke kolom wat erin staat'
    report(emptyHead, startOf(head), reason)
  }
}

function isEmpty(row: TableRow): boolean {
  return textOf(row).trim() === ''
}

/** Report rows that are no table, since the line below the head is absent. */
export function inspectRows(
  lines: readonly string[],
  node: Paragraph,
  report: Report
): void {
  const {line, column, endLine = line} = startOf(node)
  const rows = lines.slice(line - 1, endLine).map((row) => row.trim())
  if (rows.length < 2 || !rows.every((row) => tableRow.test(row))) return
  const reason =
    'Dit is nog geen tabel; zet onder de eerste rij een regel als `| - | - |`, met een streepje per kolom'
  const first = (lines[line - 1] ?? '').slice(column - 1).trimEnd()
  const place = span(line, column - 1, first.length)
  const before = (lines[line - 1] ?? '').slice(0, column - 1)
  report(shape, place, reason, fixFor(rows, {first, before}))
}

/** The line below the head is certain where all rows are equally long. */
function fixFor(
  rows: readonly string[],
  {first, before}: {readonly first: string; readonly before: string}
): Extra {
  const [width = 0, ...others] = rows.map(
    (row) => row.match(/(?<!\\)\|/gu)?.length ?? 0
  )
  const isEven = width > 1 && others.every((other) => other === width)
  if (!isEven || before.trim() !== '') return {}
  return {fix: `${first}\n${before}|${' - |'.repeat(width - 1)}`}
}
