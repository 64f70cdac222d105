/** Lines of a pipe table → rows. */
import type {Alignment, Phrasing, Tabel} from '../../../model.ts'
import {slice} from '../source.ts'
import {type InlineContext, readInline} from './inline.ts'
import {type Line, spanOfLine} from './lines.ts'

const delimiter = /^\s*\|\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|\s*$/u

/** Whether a line is a row of a table. */
export function isRow({text}: Line): boolean {
  return /^\s*\|.*\|\s*$/u.test(text)
}

/** Whether a line only says how columns stand. */
function isDelimiter({text}: Line): boolean {
  return delimiter.test(text)
}

/** Read rows; they are made equally long, and no cell is lost. */
export function readRows(
  lines: readonly Line[],
  context: InlineContext
): Tabel | undefined {
  const second = lines[1]
  const align = second && isDelimiter(second) ? alignments(second.text) : []
  const rows = lines
    .filter((line) => !isDelimiter(line))
    .map((line) => readRow(line, context))
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  if (!rows.some((cells) => cells.some((cell) => cell.length > 0)))
    return undefined
  return {
    type: 'tabel',
    align: Array.from({length: width}, (_, at) => align[at] ?? null),
    rows: rows.map((cells) => ({
      cells: Array.from({length: width}, (_, at) => cells[at] ?? [])
    }))
  }
}

function readRow(
  line: Line,
  context: InlineContext
): readonly (readonly Phrasing[])[] {
  const whole = spanOfLine(line)
  const bars = [...line.text.matchAll(/(?<!\\)\|/gu)].map(({index}) => index)
  return bars
    .slice(0, -1)
    .map((bar, at) => readInline(slice(whole, bar + 1, bars[at + 1]), context))
}

function alignments(text: string): readonly Alignment[] {
  return text
    .trim()
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell): Alignment => {
      const mark = cell.trim()
      if (mark.startsWith(':') && mark.endsWith(':')) return 'center'
      if (mark.endsWith(':')) return 'right'
      return mark.startsWith(':') ? 'left' : null
    })
}
