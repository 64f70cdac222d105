/** The texts of several artikelen → the text of one, of which no word is lost. */

import {readLabel} from '../dialect/label.ts'
import type {Block, Lid, Noot, Phrasing} from '../model.ts'

/**
 * Put texts behind one another. Where one of them has leden or onderdelen, a
 * text without leden becomes a lid, and leden are numbered on from the first
 * text; otherwise alineas follow alineas. Marks of notes are kept apart.
 */
export function joinTexts(
  texts: readonly (readonly Block[])[]
): readonly Block[] {
  const marked = withOwnMarks(texts)
  const bodies = marked.map((text) => text.filter((one) => one.type !== 'noot'))
  const noten = marked.flatMap((text) =>
    text.filter(({type}) => type === 'noot')
  )
  const isEnumerated = bodies.some((text) =>
    text.some(({type}) => type === 'lid' || type === 'onderdeel')
  )
  if (!isEnumerated) return [...bodies.flat(), ...noten]
  let last = 0
  const joined = bodies.map((text, at) => {
    const leden = asLeden(text)
    if (at === 0 && text.some(isLid)) {
      last = Math.max(0, ...leden.filter(isLid).map(numberOf))
      return leden
    }
    return leden.map((block) => {
      if (!isLid(block)) return block
      last++
      return {...block, label: `${last}.`, nummer: `${last}`}
    })
  })
  return [...joined.flat(), ...noten]
}

/** A text with leden as it is; any other as one lid, still without a number. */
function asLeden(text: readonly Block[]): readonly Block[] {
  if (text.length === 0 || text.some(isLid)) return text
  return [{type: 'lid', label: '1.', nummer: '1', content: text}]
}

function isLid(block: Block): block is Lid {
  return block.type === 'lid'
}

function numberOf({label}: Lid): number {
  return readLabel(label)?.number ?? 0
}

/** Marks are local to a file; one that an earlier text uses gets a number that none of them uses. */
function withOwnMarks(
  texts: readonly (readonly Block[])[]
): readonly (readonly Block[])[] {
  const used = new Set<string>()
  return texts.map((text) => {
    const own = marksIn(text)
    const names = new Map<string, string>()
    for (const mark of own) {
      const free = used.has(mark)
        ? freeMark(new Set([...used, ...own, ...names.values()]))
        : mark
      names.set(mark, free)
    }
    for (const name of names.values()) used.add(name)
    return text.map((block) => remarkBlock(block, names))
  })
}

function freeMark(used: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    if (!used.has(`${number}`)) return `${number}`
  }
}

/** Marks of notes, in the text and under it; the same mark in another case is the same mark. */
function marksIn(text: readonly Block[]): ReadonlySet<string> {
  const marks = new Set<string>()
  const see = (mark: string): string => {
    marks.add(mark)
    return mark
  }
  for (const block of text) mapMarks(block, see)
  return marks
}

function remarkBlock(block: Block, names: ReadonlyMap<string, string>): Block {
  return mapMarks(block, (mark) => names.get(mark) ?? mark)
}

function mapMarks(block: Block, rename: (mark: string) => string): Block {
  const inner = (one: Block): Block => mapMarks(one, rename)
  const words = (content: readonly Phrasing[]): Phrasing[] =>
    content.map((one) => mapPhrasing(one, rename))
  switch (block.type) {
    case 'alinea':
    case 'tussenkop':
      return {...block, content: words(block.content)}
    case 'tabel':
      return {
        ...block,
        rows: block.rows.map(({cells}) => ({cells: cells.map(words)}))
      }
    case 'noot':
      return {
        ...block,
        merk: rename(block.merk),
        content: block.content.map(inner)
      } satisfies Noot
    default:
      return {...block, content: block.content.map(inner)}
  }
}

function mapPhrasing(
  node: Phrasing,
  rename: (mark: string) => string
): Phrasing {
  if (node.type === 'footnoteReference') {
    const mark = rename(node.label ?? node.identifier)
    return {...node, identifier: mark, label: mark}
  }
  if (!('children' in node)) return node
  // What may stand inside a mark is phrasing too.
  const children = (node.children as readonly Phrasing[]).map((one) =>
    mapPhrasing(one, rename)
  )
  return {...node, children} as Phrasing
}
