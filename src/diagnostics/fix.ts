/**
 * Findings with a fix → the text as it reads after them.
 *
 * Kernel. Nothing outside the places of the fixes changes, line ends and a
 * byte order mark included.
 */
import type {Finding} from './reporter.ts'

/** Where a fix begins and ends in a text, and what comes there. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const lineEnd = /\r\n|\r|\n/gu

/**
 * Apply the fixes of one file, from back to front. Of two that overlap the
 * first is applied, and the other is left for when its file is looked at again.
 */
export function applyFixes(text: string, list: readonly Finding[]): string {
  // A lone carriage return counts as a line for some readers alone: no place can be trusted.
  if (/\r(?!\n)/u.test(text)) return text
  const starts = lineStarts(text)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const edits = list
    .flatMap((finding) => toEdit(finding, starts, eol) ?? [])
    .filter(({start, end}) => start <= end && end <= text.length)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  return apart(edits).reduceRight(
    (done, {start, end, text: fix}) =>
      done.slice(0, start) + fix + done.slice(end),
    text
  )
}

/** Offset of each line; a byte order mark is in no line. */
function lineStarts(text: string): readonly number[] {
  const first = text.startsWith('\uFEFF') ? 1 : 0
  const ends = [...text.matchAll(lineEnd)]
  return [first, ...ends.map(({index, 0: end}) => index + end.length)]
}

function toEdit(
  {line, column, endLine, endColumn, fix}: Finding,
  starts: readonly number[],
  eol: string
): Edit | undefined {
  if (fix === undefined || endLine === undefined || endColumn === undefined) {
    return undefined
  }
  const [from, to] = [starts[line - 1], starts[endLine - 1]]
  if (from === undefined || to === undefined) return undefined
  return {
    start: from + column - 1,
    end: to + endColumn - 1,
    text: fix.replace(lineEnd, eol)
  }
}

/** Edits that do not touch an earlier one. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of edits) {
    const last = kept.at(-1)
    if (last === undefined || edit.start > last.end || isBehind(edit, last)) {
      kept.push(edit)
    }
  }
  return kept
}

/** Right behind an edit another may begin, but not two insertions at one place. */
function isBehind({start}: Edit, last: Edit): boolean {
  return start === last.end && last.start < last.end
}
