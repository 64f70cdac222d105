/** A text as lines, and pieces of lines joined again. */
import type {Source, Span} from '../source.ts'

/** One line without its end; `start` is the offset of its first character. */
export interface Line {
  readonly text: string
  readonly start: number
}

/** All lines of a source. */
export function linesOf({text, lines}: Source): readonly Line[] {
  return lines.map((start, at) => ({
    text: text
      .slice(start, lines[at + 1] ?? text.length)
      .replace(/[\r\n]+$/u, ''),
    start
  }))
}

/** A line as a span. */
export function spanOfLine({text, start}: Line, from = 0): Span {
  return {text: text.slice(from), at: (index) => start + from + index}
}

/** Spans one behind the other, with a space between them. */
export function joinSpans(spans: readonly Span[]): Span {
  const [only] = spans
  if (spans.length === 1 && only) return only
  const starts: number[] = []
  let length = 0
  for (const {text} of spans) {
    starts.push(length)
    length += text.length + 1
  }
  return {
    text: spans.map(({text}) => text).join(' '),
    at(index) {
      const part = Math.max(
        0,
        starts.findLastIndex((start) => start <= index)
      )
      const {text, at} = spans[part] ?? {text: '', at: () => 0}
      return at(Math.min(index - (starts[part] ?? 0), Math.max(0, text.length)))
    }
  }
}

/** White space alone. */
export function isBlank({text}: Line): boolean {
  return text.trim() === ''
}

/**
 * Whether a text breaks its lines at a width, so that a line goes on with the
 * next one. Otherwise each line is a paragraph of its own.
 */
export function isWrapped(lines: readonly Line[]): boolean {
  const plain = lines.filter(({text}) => !/^\s*(?:#|\||<|>)/u.test(text))
  const isNarrow = plain.every(({text}) => text.trimEnd().length <= 110)
  const goesOn = plain.filter(({text}, at) => {
    const before = plain[at - 1]
    return (
      before !== undefined &&
      before.text.trim().length > 45 &&
      !/[.:;]\s*$/u.test(before.text) &&
      /^\s*\p{Ll}(?![.)])/u.test(text)
    )
  })
  return isNarrow && goesOn.length > 0
}
