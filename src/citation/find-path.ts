/** A lid or onderdeel that an address names → what stands there in a text. Kernel. */
import type {Block, Laag} from '../model.ts'
import type {Address, Stap} from './address.ts'
import {mayHavePart} from './has-part.ts'
import {isTombstone} from './tombstone.ts'

/** What stands at a path of a text. */
export interface Found {
  /** Of the innermost step that has one. */
  readonly laag?: Laag
}

/**
 * Find the lid and onderdelen of an address in a text; nothing if they are not
 * there, or if a tombstone stands in their place. Of what has no label, as a
 * volzin, it is only asked whether there is room for it.
 *
 * An onderdeel may be cited without its lid, and `1°` as `1`.
 */
export function findPath(
  blocks: readonly Block[],
  {pad}: Pick<Address, 'pad'>
): Found | undefined {
  let inside = blocks
  let laag: Laag | undefined
  for (const [at, step] of pad.entries()) {
    if (step.soort !== 'lid' && step.soort !== 'onderdeel') {
      if (!mayHavePart(inside, step)) return undefined
      continue
    }
    const item = findItem(inside, step, at === 0)
    if (!item) return undefined
    inside = item.content
    laag = item.laag ?? laag
  }
  return {...(laag && {laag})}
}

type Item = Extract<Block, {type: 'lid' | 'onderdeel'}>

function findItem(
  blocks: readonly Block[],
  step: Stap,
  isFirst: boolean
): Item | undefined {
  if (step.nummer === 'laatste') {
    return blocks.findLast(
      (block): block is Item => block.type === step.soort && isThere(block)
    )
  }
  const own = blocks.find(
    (block): block is Item =>
      isItem(block) &&
      (block.type === step.soort || step.soort === 'lid') &&
      sameLabel(block.nummer, step.nummer) &&
      isThere(block)
  )
  if (own || step.soort === 'lid') return own
  for (const block of isFirst ? blocks : []) {
    const found = isThere(block) && findItem(block.content, step, false)
    if (found) return found
  }
  return undefined
}

function isItem(block: Block): block is Item {
  return block.type === 'lid' || block.type === 'onderdeel'
}

/** Of what has only a tombstone left, nothing is there. */
function isThere(block: Block): block is Item {
  return isItem(block) && !isTombstone(block.content)
}

function sameLabel(a: string, b: string | undefined): boolean {
  return a.replace('°', '') === b?.replace('°', '')
}
