/**
 * Stage: legal tree → its blocks and its running text, in reading order.
 */
import type {Block, Phrasing} from '../model.ts'

/** Every block at any depth, outer ones first; a block that `enter` refuses is left out whole. */
export function* blocksIn(
  blocks: readonly Block[],
  enter: (block: Block) => boolean = () => true
): Generator<Block> {
  for (const block of blocks) {
    if (!enter(block)) continue
    yield block
    if (hasBlocks(block)) yield* blocksIn(block.content, enter)
  }
}

/** Every phrasing node at any depth of those blocks. */
export function* phrasingIn(
  blocks: readonly Block[],
  enter?: (block: Block) => boolean
): Generator<Phrasing> {
  for (const block of blocksIn(blocks, enter)) {
    if (block.type === 'alinea' || block.type === 'tussenkop') {
      yield* inner(block.content)
    } else if (block.type === 'tabel') {
      for (const cell of block.rows.flatMap(({cells}) => cells)) {
        yield* inner(cell)
      }
    }
  }
}

/** Blocks that hold blocks. */
function hasBlocks(
  block: Block
): block is Extract<Block, {content: readonly Block[]}> {
  return ['lid', 'onderdeel', 'noot', 'citaat'].includes(block.type)
}

function* inner(nodes: readonly Phrasing[]): Generator<Phrasing> {
  for (const node of nodes) {
    yield node
    // mdast's type allows more inside a mark than the dialect ever makes.
    if ('children' in node) yield* inner(node.children as Phrasing[])
  }
}
