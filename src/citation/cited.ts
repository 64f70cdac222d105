/** The references in the legal tree of a text, each with where it stands. Kernel. */
import type {Block, Laag, Phrasing} from '../model.ts'
import type {Reference, Stap} from './address.ts'
import type {Laws} from './law-index.ts'
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
}

/** A piece of running text: an alinea, a heading, a cell. */
export interface Piece {
  readonly words: string
  readonly pad: readonly Stap[]
  readonly laag?: Laag
  /** It may be a heading: no cell, and no item. */
  readonly isLine: boolean
}

/** All references of a text, in its order. */
export function referencesIn(
  blocks: readonly Block[],
  laws: Laws
): readonly Cited[] {
  return piecesIn(blocks).flatMap(({words, pad, laag, isLine}, piece) =>
    readOnce(words, laws, isLine).map((reference) => ({
      reference,
      words,
      piece,
      pad,
      ...(laag && {laag})
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
  const found = readReferences(words, laws, isLine)
  laws.read.set(key, found)
  return found
}

/** All pieces of running text, in their order. */
export function piecesIn(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = []
  collect(blocks, {pad: []}, pieces)
  return pieces
}

type Around = Omit<Piece, 'words' | 'isLine'>

function collect(
  blocks: readonly Block[],
  around: Around,
  pieces: Piece[]
): void {
  const isOutside = around.pad.length === 0
  const add = (content: readonly Phrasing[], isLine = isOutside): void => {
    pieces.push({words: plainWords(content), ...around, isLine})
  }
  for (const block of blocks) {
    switch (block.type) {
      case 'alinea':
      case 'tussenkop':
        add(block.content)
        break
      case 'tabel':
        for (const {cells} of block.rows)
          for (const cell of cells) add(cell, false)
        break
      case 'lid':
      case 'onderdeel': {
        const {type: soort, nummer} = block
        const laag = block.laag ?? around.laag
        const pad = [...around.pad, {soort, nummer}]
        collect(block.content, {pad, ...(laag && {laag})}, pieces)
        break
      }
      default:
        collect(block.content, around, pieces)
    }
  }
}

/** Running text as a reader reads it: a break is a space, a note leaves nothing. */
function plainWords(content: readonly Phrasing[]): string {
  const [only] = content
  if (content.length === 1 && only?.type === 'text') return only.value
  return content
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'break') return ' '
      return 'children' in node
        ? plainWords(node.children as readonly Phrasing[])
        : ''
    })
    .join('')
}
