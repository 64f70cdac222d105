/** Gives alineas the role that the dialect would read from their place. */
import {isFirst, nummerOf, readLabel} from '../../dialect/label.ts'
import {wordsOf} from '../../dialect/words.ts'
import type {Alinea, Block, Lid, Onderdeel, Phrasing} from '../../model.ts'

/** An alinea; its role is set by {@link withRoles}. */
export function alinea(content: readonly Phrasing[]): Alinea {
  return {type: 'alinea', role: 'tekst', content}
}

/** An item by its label in house form. */
export function item(
  label: string,
  content: readonly Block[],
  type: 'lid' | 'onderdeel'
): Lid | Onderdeel {
  return {type, label, nummer: nummerOf(label), content: withRoles(content)}
}

/** Aanhef before items, slot after them. */
export function withRoles(blocks: readonly Block[]): readonly Block[] {
  let seenItem = false
  return blocks.map((block, at): Block => {
    seenItem ||= isItem(block)
    if (block.type !== 'alinea') return block
    const role = opensItems(block, blocks[at + 1])
      ? 'aanhef'
      : seenItem
        ? 'slot'
        : 'tekst'
    return {...block, role}
  })
}

/** Whether a block is a lid or an onderdeel. */
function isItem(block: Block | undefined): block is Lid | Onderdeel {
  return block?.type === 'lid' || block?.type === 'onderdeel'
}

function opensItems({content}: Alinea, next: Block | undefined): boolean {
  if (!isItem(next)) return false
  if (wordsOf(content).endsWith(':')) return true
  if (next.type === 'lid' || next.content[0]?.type !== 'alinea') return false
  const parts = readLabel(next.label)
  return parts !== undefined && isFirst(parts)
}
