/** Whether a text has the volzin, the aanhef or the slot that an address names. Kernel. */
import type {Block} from '../model.ts'
import type {Stap} from './address.ts'
import {piecesIn} from './pieces.ts'

/**
 * Whether a text may have a part that has no label of its own.
 *
 * A full stop does not end each volzin, so these are not counted: a volzin is
 * not there only where the text cannot be cut into as many. An aanhef is not
 * there where nothing is enumerated, or nothing stands before what is.
 */
export function mayHavePart(
  blocks: readonly Block[],
  {soort, nummer}: Stap
): boolean {
  if (soort === 'volzin') return !(Number(nummer) > mostVolzinnen(blocks))
  if (soort === 'aanhef') return hasAanhef(blocks)
  return soort !== 'slot' || hasItem(blocks)
}

/** What may end a volzin. */
const end = /[.?!](?=[)\]»”’"']*(?:\s|$))/u

/** As many volzinnen as there can be: each piece begins one, and each full stop may end one. */
function mostVolzinnen(blocks: readonly Block[]): number {
  const parts = piecesIn(blocks).flatMap(({words}) => words.split(end))
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

/** Words that open an enumeration: right before it, or ending in a colon. */
function hasAanhef(blocks: readonly Block[]): boolean {
  return blocks.some((block, at) => {
    if (block.type === 'alinea') {
      return block.role === 'aanhef' || isItem(blocks[at + 1]) || opens(block)
    }
    return isItem(block) && hasAanhef(block.content)
  })
}

function opens(block: Block): boolean {
  return /:\s*$/u.test(piecesIn([block])[0]?.words ?? '')
}

function hasItem(blocks: readonly Block[]): boolean {
  return blocks.some(isItem)
}

type Item = Extract<Block, {type: 'lid' | 'onderdeel'}>

function isItem(block: Block | undefined): block is Item {
  return block?.type === 'lid' || block?.type === 'onderdeel'
}
