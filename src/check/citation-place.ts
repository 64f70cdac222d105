/** Where the words of a reference stand in the source of their text. */
import type {Cited} from '../citation/cited.ts'
import {piecesIn} from '../citation/pieces.ts'
import type {Block, Place, SourceMap} from '../model.ts'

/**
 * The place of some words of a cited piece; nothing if the source writes them
 * in a way that hides them.
 *
 * Only letters and digits are compared: marks, escapes and line breaks of the
 * source leave no trace in the words.
 */
export function placeInSource(
  path: string,
  text: readonly Block[],
  at: {readonly cited: Cited; readonly from: number; readonly to: number},
  {textOf}: Pick<SourceMap, 'textOf'>
): Place | undefined {
  const source = textOf(path)?.normalize('NFC')
  if (source === undefined) return undefined
  const bare = bareOf(withoutHead(source))
  const {cited, from, to} = at
  const start = startOfPiece(piecesIn(text), cited.piece, bare.letters)
  if (start === undefined) return undefined
  const count = (end: number): number =>
    lettersOf(cited.words.slice(0, end)).length
  const first = bare.at[start + count(from)]
  const last = bare.at[start + count(to) - 1]
  if (first === undefined || last === undefined) return undefined
  const begin = lineAt(source, first)
  const end = lineAt(source, last + 1)
  return {...begin, endLine: end.line, endColumn: end.column}
}

/** Pieces follow one another in the source, but for notes, which may stand anywhere. */
function startOfPiece(
  pieces: ReturnType<typeof piecesIn>,
  wanted: number,
  letters: string
): number | undefined {
  let after = 0
  for (const [index, {words}] of pieces.entries()) {
    const own = lettersOf(words)
    const next = letters.indexOf(own, after)
    const start = next < 0 ? letters.indexOf(own) : next
    if (index === wanted) return start < 0 ? undefined : start
    if (next >= 0) after = next + own.length
  }
  return undefined
}

/** The front matter, link addresses and marks of notes as blanks, so that places stay. */
function withoutHead(source: string): string {
  const blank = (part: string): string => part.replace(/[^\r\n]/gu, ' ')
  return source
    .replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/mu, blank)
    .replace(/\]\([^()\n]*\)/gu, blank)
    .replace(/\[\^[^\]\n]*\]/gu, blank)
    .replace(/\{(?:CAR|UWO)\}/gu, blank)
}

function bareOf(text: string): {
  readonly letters: string
  readonly at: readonly number[]
} {
  const at: number[] = []
  let letters = ''
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? ''
    if (!isLetter(char)) continue
    letters += char
    at.push(index)
  }
  return {letters, at}
}

function lettersOf(text: string): string {
  return [...text].filter(isLetter).join('')
}

function isLetter(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char)
}

function lineAt(
  source: string,
  offset: number
): {line: number; column: number} {
  const lines = source.slice(0, offset).split(/\r\n|\r|\n/u)
  return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1}
}
