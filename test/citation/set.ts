/** Sentences with the references in them marked by hand, and how a reading compares. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {Laws} from '../../src/citation/law-index.ts'
import {readReferences} from '../../src/citation/read.ts'

/** A sentence without its marks, and the ranges that were marked. */
export interface Marked {
  readonly text: string
  readonly spans: readonly string[]
}

export function readMarked(file: string): readonly Marked[] {
  const source = readFileSync(path.join(import.meta.dirname, file), 'utf8')
  return source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(unmark)
}

function unmark(line: string): Marked {
  const spans: string[] = []
  let text = ''
  for (const [at, part] of line.split(/\[\[|\]\]/u).entries()) {
    if (at % 2 === 1)
      spans.push(`${text.length}-${text.length + part.length} ${part}`)
    text += part
  }
  return {text, spans}
}

/** What was marked and read, what was marked and missed, what was read and not marked. */
export interface Score {
  readonly marked: number
  readonly found: number
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}

/** Exact ranges count: a reference that is read too short or too long is both missed and extra. */
export function score(set: readonly Marked[], laws: Laws): Score {
  const missed: string[] = []
  const extra: string[] = []
  let marked = 0
  for (const {text, spans} of set) {
    const read = readReferences(text, laws).map(
      ({from, to}) => `${from}-${to} ${text.slice(from, to)}`
    )
    marked += spans.length
    missed.push(
      ...spans
        .filter((span) => !read.includes(span))
        .map((span) => `${span} in: ${text}`)
    )
    extra.push(
      ...read
        .filter((span) => !spans.includes(span))
        .map((span) => `${span} in: ${text}`)
    )
  }
  return {marked, found: marked - missed.length, missed, extra}
}
