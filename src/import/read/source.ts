/** A text that was read, and where things stand in it. */
import type {LeftOut, Repair, SourcePlace} from '../imported.ts'

/** A decoded file; offsets count UTF-16 units of `text`. */
export interface Source {
  readonly file: string
  readonly text: string
  /** Offset of the first character of each line. */
  readonly lines: readonly number[]
}

/** What one reader writes down beside the tree. */
export interface Ledger {
  readonly source: Source
  readonly leftOut: LeftOut[]
  readonly repairs: Repair[]
}

/** A piece of running text and, for each of its characters, the offset in the source. */
export interface Span {
  readonly text: string
  readonly at: (index: number) => number
}

/** Make a source; a byte order mark must be gone already. */
export function toSource(file: string, text: string): Source {
  const lines = [0]
  for (const {index, 0: end} of text.matchAll(/\r\n|\r|\n/gu)) {
    lines.push(index + end.length)
  }
  return {file, text, lines}
}

/** Start with nothing left out and nothing mended. */
export function openLedger(source: Source): Ledger {
  return {source, leftOut: [], repairs: []}
}

/** The place of an offset. */
export function placeOf({file, lines}: Source, offset: number): SourcePlace {
  const line = lastAtMost(lines, offset)
  return {file, line: line + 1, column: offset - (lines[line] ?? 0) + 1}
}

/** The offset of a place; the inverse of {@link placeOf}. */
export function offsetOf({lines}: Source, place: SourcePlace): number {
  return (lines[place.line - 1] ?? 0) + place.column - 1
}

/** Write down characters that are not in the tree; nothing when they are white space alone. */
export function leaveOut(
  {source, leftOut}: Ledger,
  {text, at}: Span,
  reason: string
): void {
  const first = text.search(/\S/u)
  if (first < 0) return
  leftOut.push({place: placeOf(source, at(first)), text, reason})
}

/** Write down something odd. */
export function repair(
  {source, repairs}: Ledger,
  offset: number,
  {kind, message, mended}: Omit<Repair, 'place'>
): void {
  repairs.push({place: placeOf(source, offset), kind, message, mended})
}

/** A part of a span. */
export function slice({text, at}: Span, from: number, to?: number): Span {
  return {text: text.slice(from, to), at: (index) => at(from + index)}
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
