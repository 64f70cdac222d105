/** How a text is divided, as far as relative references count on it. Kernel. */
import type {Block} from '../model.ts'
import {piecesIn} from './pieces.ts'

const known = new WeakMap<readonly Block[], readonly string[]>()

/** The words of each piece of a text; each of its references may ask for them. */
export function wordsOf(text: readonly Block[]): readonly string[] {
  const words = known.get(text) ?? piecesIn(text).map((piece) => piece.words)
  known.set(text, words)
  return words
}

/** Whether a text says that something of it is left out. */
export function isCut(text: readonly Block[]): boolean {
  return wordsOf(text).some((words) => /\[(?:…|\.\.\.)\]/u.test(words))
}

/** Whether a text is one alinea, with or without what it enumerates: alineas without a number may be leden too. */
export function isUndivided(text: readonly Block[]): boolean {
  const alineas = text.filter(
    (block) => block.type === 'alinea' && block.role !== 'slot'
  )
  return (
    alineas.length <= 1 &&
    text.every(({type}) => type !== 'lid' && type !== 'tussenkop')
  )
}

/** Whether words come before, or behind, the volzin in which a place of a text lies. */
export function hasVolzin(
  text: readonly Block[],
  {piece, at}: {readonly piece: number; readonly at: number},
  stap: -1 | 1
): boolean {
  const pieces = wordsOf(text)
  const own = pieces[piece] ?? ''
  const around = stap < 0 ? pieces.slice(0, piece) : pieces.slice(piece + 1)
  const rest = stap < 0 ? own.slice(0, at) : own.slice(at)
  return (
    around.some((words) => /\p{L}/u.test(words)) ||
    /[.?!;:][)\]»”’"']* +\S/u.test(stap < 0 ? `${rest}x` : rest)
  )
}
