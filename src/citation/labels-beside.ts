/** The onderdelen that stand beside one another in a text. Kernel. */
import type {Block} from '../model.ts'
import type {Stap} from './address.ts'

/**
 * The labels of the items right inside what stands at a path, in order; none
 * where they are not told apart, as streepjes.
 */
export function labelsBeside(
  blocks: readonly Block[],
  pad: readonly Stap[]
): readonly string[] {
  let inside = blocks
  for (const {soort, nummer} of pad) {
    const item = inside.find(
      (block) =>
        block.type === soort && 'nummer' in block && block.nummer === nummer
    )
    inside =
      item?.type === 'lid' || item?.type === 'onderdeel' ? item.content : []
  }
  return labelsIn(inside)
}

/** By the items themselves: each reference to a next or a last one asks for the same list. */
const known = new WeakMap<readonly Block[], readonly string[]>()

function labelsIn(blocks: readonly Block[]): readonly string[] {
  const found = known.get(blocks)
  if (found) return found
  const all = blocks.flatMap((block) =>
    block.type === 'onderdeel' ? [block.nummer] : []
  )
  const labels = new Set(all).size === all.length ? all : []
  known.set(blocks, labels)
  return labels
}
