/**
 * A flat run of items → items nested by the kind of their labels.
 *
 * Kernel. For sources that do not indent (letters, imports): in `1.` `a.`
 * `1°.` `b.` `2.` each kind that appears inside another one lies below it,
 * until a kind that is already open comes back.
 */
import type {Block, Lid, Onderdeel} from '../model.ts'
import {type LabelKind, readLabel} from './label.ts'

interface Level {
  readonly kind: LabelKind | undefined
  readonly item: Lid | Onderdeel
  readonly content: Block[]
}

/**
 * Nest the items of one level; what is already nested stays so.
 *
 * Any other block ends all open runs and stays where it is.
 */
export function nestByLabel(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  const open: Level[] = []
  for (const block of blocks) {
    if (block.type !== 'lid' && block.type !== 'onderdeel') {
      closeTo(0, open, result)
      result.push(block)
      continue
    }
    const kind = readLabel(block.label)?.kind
    const depth = open.findIndex((level) => level.kind === kind)
    if (depth >= 0) closeTo(depth, open, result)
    open.push({kind, item: block, content: [...block.content]})
  }
  closeTo(0, open, result)
  return result
}

/** Close levels until `depth` are left, handing each finished item to its parent. */
function closeTo(depth: number, open: Level[], result: Block[]): void {
  while (open.length > depth) {
    const level = open.pop()
    if (!level) return
    const parent = open.at(-1)?.content ?? result
    const isInner = parent !== result && level.item.type === 'lid'
    const item = {...level.item, content: asAanhef(level.content)}
    parent.push(isInner ? {...item, type: 'onderdeel'} : item)
  }
}

/** The alinea before the first item of an enumeration is its aanhef. */
function asAanhef(content: readonly Block[]): Block[] {
  return content.map((block, at) => {
    const next = content[at + 1]?.type
    const opens = next === 'onderdeel' || next === 'lid'
    return block.type === 'alinea' && opens ? {...block, role: 'aanhef'} : block
  })
}
