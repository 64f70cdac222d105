/** Where a node of mdast stands in the lines of its source. */
import type {RootContent} from 'mdast'
import type {Place} from '../../model.ts'

/** From the beginning to the end of a node. */
export function startOf({position}: Pick<RootContent, 'position'>): Place {
  const {start, end} = position ?? {
    start: {line: 1, column: 1},
    end: {line: 1, column: 1}
  }
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column
  }
}

/** The last line of a node. */
export function endOf({position}: Pick<RootContent, 'position'>): number {
  return position?.end.line ?? 0
}

/** A piece of one line; `from` counts from 0. */
export function span(line: number, from: number, length: number): Place {
  const column = from + 1
  return {line, column, endLine: line, endColumn: column + length}
}

/** How many characters of indentation, and of marks of quotation, begin a line. */
export function stripQuote(line: string): number {
  return /^[ \t>]*/u.exec(line)?.[0].length ?? 0
}

/** The label of the last item of a list; empty for anything else. */
export function lastLabel(node: RootContent): string {
  return node.type === 'list' ? (node.children.at(-1)?.label ?? '') : ''
}
