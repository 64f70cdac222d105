/** References in a text that is no part of a corpus: a draft, a letter, a page of somebody else. */
import type {Reference} from '../citation/address.ts'
import type {Laws} from '../citation/law-index.ts'
import {readReferences} from '../citation/read.ts'

/** A reference and where it stands; lines and columns count from 1, in characters of the text. */
export interface TextReference {
  readonly line: number
  readonly column: number
  readonly words: string
  readonly reference: Reference
}

/** A line that goes on with the sentence of the line before it, and is no item of a list. */
const goesOn = /^[ \t>]*(?![a-z]{1,3}[.)] )(?:[a-zà-ÿ(]|\d+[:.]\d)/
/** Of a heading in Markdown: behind it the line reads as one without marks. */
const headingMark = /^[ \t]{0,3}#{1,6}[ \t]+/
const ended = /[.;:!?][ \t]*$/
/** No sentence has more lines than this; a list without signs is read in pieces. */
const mostLines = 12

/** All references, line by line; lines that were broken within a sentence are read together. */
export function textReferences(
  text: string,
  laws: Laws
): readonly TextReference[] {
  return paragraphsOf(text.replaceAll('\r\n', '\n').split('\n')).flatMap(
    ({line, lines}) => {
      const paragraph = lines.join('\n')
      const starts = startsOf(lines)
      const mark = headingMark.exec(paragraph)?.[0].length ?? 0
      return readReferences(paragraph.slice(mark), laws).map((reference) => {
        const [from, to] = [reference.from + mark, reference.to + mark]
        const at = starts.findLastIndex((start) => start <= from)
        return {
          line: line + at,
          column: from - (starts[at] ?? 0) + 1,
          words: paragraph.slice(from, to).replace(/\s+/g, ' '),
          reference
        }
      })
    }
  )
}

/** Where each line begins in the lines together. */
function startsOf(lines: readonly string[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  return starts
}

interface Paragraph {
  readonly line: number
  readonly lines: readonly string[]
}

function paragraphsOf(all: readonly string[]): readonly Paragraph[] {
  const paragraphs: {line: number; lines: string[]}[] = []
  for (const [at, line] of all.entries()) {
    const last = paragraphs.at(-1)
    if (last && isSame(last.lines, line)) last.lines.push(line)
    else paragraphs.push({line: at + 1, lines: [line]})
  }
  return paragraphs
}

function isSame(lines: readonly string[], next: string): boolean {
  const last = lines.at(-1) ?? ''
  return (
    lines.length < mostLines &&
    last.trim() !== '' &&
    !ended.test(last) &&
    goesOn.test(next)
  )
}
