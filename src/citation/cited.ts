/** The references in the legal tree of a text, each with where it stands. Kernel. */
import type {Block, Laag} from '../model.ts'
import type {Reference, Stap} from './address.ts'
import type {Laws} from './law-index.ts'
import {withLoneBijlagen} from './lone-bijlage.ts'
import {piecesIn} from './pieces.ts'
import {readReferences} from './read.ts'

/** A reference with the piece of running text that holds it. */
export interface Cited {
  readonly reference: Reference
  /** Words of that piece; the offsets of the reference count in these. */
  readonly words: string
  /** Which piece of the text it is, from 0. */
  readonly piece: number
  /** Lid and onderdelen around it. */
  readonly pad: readonly Stap[]
  /** Of the innermost item around it that has one. */
  readonly laag?: Laag
  /** It stands in a note, or in what is quoted. */
  readonly isAside?: true
}

/** All references of a text, in its order. */
export function referencesIn(
  blocks: readonly Block[],
  laws: Laws
): readonly Cited[] {
  return piecesIn(blocks).flatMap(
    ({words, pad, laag, isLine, isAside}, piece) =>
      readOnce(words, laws, isLine).map((reference) => ({
        reference,
        words,
        piece,
        pad,
        ...(laag && {laag}),
        ...(isAside && {isAside})
      }))
  )
}

/** Texts recur from version to version, and are read once. */
function readOnce(
  words: string,
  laws: Laws,
  isLine: boolean
): readonly Reference[] {
  const key = isLine ? words : `\n${words}`
  const known = laws.read.get(key)
  if (known) return known
  const found = withLoneBijlagen(words, readReferences(words, laws, isLine))
  laws.read.set(key, found)
  return found
}
