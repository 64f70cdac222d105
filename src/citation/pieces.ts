/** The running text of a legal tree, piece by piece, each with where it stands. Kernel. */
import type {Block, Laag, Phrasing} from '../model.ts'
import type {Stap} from './address.ts'

/** A piece of running text: an alinea, a heading, a cell. */
export interface Piece {
  readonly words: string
  readonly pad: readonly Stap[]
  readonly laag?: Laag
  /** It may be a heading: no cell, and no item. */
  readonly isLine: boolean
  /** Of a note, or quoted: where it stands says nothing of its own place. */
  readonly isAside?: true
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
        collect(block.content, {...around, pad, ...(laag && {laag})}, pieces)
        break
      }
      default:
        collect(block.content, {...around, isAside: true}, pieces)
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
