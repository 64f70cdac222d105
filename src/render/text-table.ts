/**
 * Stage: rows of words → an aligned table of plain text.
 */
import type {Alignment} from '../model.ts'
import {size, wrap} from './text-wrap.ts'

const gap = '  '
const leastColumn = 6

/** Lines of a table; columns that are too wide together wrap inside themselves. */
export function tableLines(
  rows: readonly (readonly string[])[],
  align: readonly Alignment[],
  width: number
): readonly string[] {
  const widths = columnWidths(rows, width)
  const [head, ...body] = rows.map((row) => rowLines(row, widths, align))
  const rule = widths.map((column) => '-'.repeat(column)).join(gap)
  return [...(head ?? []), rule, ...body.flat()]
}

function columnWidths(
  rows: readonly (readonly string[])[],
  width: number
): readonly number[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({length: count}, (_, column) =>
    Math.max(1, ...rows.flatMap((row) => cellLines(row[column]).map(size)))
  )
  const room = width - gap.length * (count - 1)
  // Take from the widest column, one at a time, until the row fits.
  while (widths.reduce((sum, column) => sum + column, 0) > room) {
    const widest = Math.max(...widths)
    if (widest <= leastColumn) break
    widths[widths.indexOf(widest)] = widest - 1
  }
  return widths
}

function rowLines(
  row: readonly string[],
  widths: readonly number[],
  align: readonly Alignment[]
): readonly string[] {
  const cells = widths.map((width, column) => wrap(row[column] ?? '', width))
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({length: height}, (_, line) =>
    cells
      .map((lines, column) =>
        pad(lines[line] ?? '', widths[column] ?? 0, align[column])
      )
      .join(gap)
      .trimEnd()
  )
}

function cellLines(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('\n')
}

function pad(
  text: string,
  width: number,
  align: Alignment | undefined
): string {
  const room = Math.max(0, width - size(text))
  const before = {left: 0, right: room, center: room >> 1}[align ?? 'left']
  return ' '.repeat(before) + text + ' '.repeat(room - before)
}
