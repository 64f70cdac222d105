/**
 * A part of a text that was changed with retroactive effect → that whole text.
 *
 * A source gives only the leden or onderdelen that read otherwise. They are
 * put in their place where that is certain; else nothing is given, and the
 * part is told of.
 */
import type {Block, Lid, Onderdeel} from '../../model.ts'
import {linesOf} from '../lines.ts'
import {likeness, type Shingles, shinglesOf} from '../similar.ts'

type Item = Lid | Onderdeel

/** A part this much like a text, with all its labels, is the whole of it. */
const enoughForWhole = 0.5
/** An onderdeel this much like another of that label may be the same. */
const enoughForItem = 0.4
/** How much better than any other place its own place must be. */
const ahead = 0.2

/** The text with a part of it replaced; nothing where its place is not certain. */
export function withPart(
  own: readonly Block[],
  part: readonly Block[]
): readonly Block[] | undefined {
  const given = part.filter((block) => linesOf([block]).length > 0)
  const hasNotes = [...own, ...given].some(({type}) => type === 'noot')
  if (given.length === 0 || hasNotes) return undefined
  if (isWhole(own, given)) return given
  return given.every(isItem) ? withItems(own, given) : undefined
}

function isItem(block: Block): block is Item {
  return block.type === 'lid' || block.type === 'onderdeel'
}

/** Nothing of the shape of the text is missing in the part. */
function isWhole(own: readonly Block[], part: readonly Block[]): boolean {
  const shapes = new Set(part.map(shapeOf))
  const hasAll = own.every((block) => shapes.has(shapeOf(block)))
  return hasAll && likeness(runsOf(own), runsOf(part)) >= enoughForWhole
}

function shapeOf(block: Block): string {
  return isItem(block) ? `${block.type} ${block.label}` : block.type
}

function runsOf(blocks: readonly Block[]): Shingles {
  return shinglesOf(linesOf(blocks).join('\n'))
}

function withItems(
  own: readonly Block[],
  items: readonly Item[]
): readonly Block[] | undefined {
  const places = new Map<Item, Item>()
  for (const item of items) {
    const place = placeFor(own, item)
    if (!place || places.has(place)) return undefined
    places.set(place, item)
  }
  return replaced(own, places)
}

/** The one item that another can stand for. */
function placeFor(own: readonly Block[], item: Item): Item | undefined {
  const all = itemsIn(own).filter(
    ({type, label}) => type === item.type && label === item.label
  )
  const [only] = all
  if (item.type === 'lid') return all.length === 1 ? only : undefined
  const runs = runsOf([item])
  const [best, next] = all
    .map((one) => ({one, like: likeness(runsOf([one]), runs)}))
    .toSorted((a, b) => b.like - a.like)
  if (!best || best.like < enoughForItem) return undefined
  return best.like - (next?.like ?? 0) >= ahead ? best.one : undefined
}

function itemsIn(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block) =>
    isItem(block) ? [block, ...itemsIn(block.content)] : []
  )
}

function replaced(
  blocks: readonly Block[],
  places: ReadonlyMap<Item, Item>
): readonly Block[] {
  return blocks.map((block) => {
    if (!isItem(block)) return block
    return (
      places.get(block) ?? {
        ...block,
        content: [...replaced(block.content, places)]
      }
    )
  })
}
