/**
 * mdast → legal tree: from lists and paragraphs to leden, onderdelen and alineas.
 *
 * Kernel. Nothing is dropped: every mdast node of the dialect has one
 * counterpart here, and where it stood is kept beside the tree.
 */
import type {
  Blockquote,
  FootnoteDefinition,
  Heading,
  ListItem,
  Paragraph,
  RootContent,
  Table
} from 'mdast'
import type {Position} from 'unist'
import type {
  Alinea,
  Block,
  Citaat,
  Laag,
  Lid,
  Noot,
  Onderdeel,
  Phrasing,
  Place,
  Tabel,
  Tussenkop
} from '../model.ts'
import {isFirst, nummerOf, readLabel} from './label.ts'
import {canonical} from './phrasing.ts'
import {wordsOf} from './words.ts'

/** What the dialect allows depends on the unit that the text belongs to. */
export interface ParseOptions {
  /** Numbers at the outermost level are leden (an artikel). */
  readonly leden: boolean
  /** Headings from `##` may stand here (a bijlage, a toelichting, a letter). */
  readonly headings: boolean
}

/** What a conversion needs to know, and where it leaves the places. */
export interface TreeContext {
  readonly source: string
  /** Whether numbers at the outermost level are leden. */
  readonly leden: boolean
  readonly places: Map<object, Place>
  /** Filled with the notes found at any depth. */
  readonly noten: Noot[]
}

/** No table of a regeling comes near it. */
const maxCells = 200_000
const laagMark = /^\{(CAR|UWO)\}(?=[ \t\r\n]|$)/u

/**
 * Convert the children of a root, in order; lists dissolve into their items,
 * and notes, wherever written, come last.
 */
export function toLegalTree(
  children: readonly RootContent[],
  options: Pick<TreeContext, 'source' | 'leden' | 'places'>
): Block[] {
  const context = {...options, noten: []}
  const blocks = convert(children, context, true)
  return [...blocks, ...context.noten]
}

function convert(
  nodes: readonly RootContent[],
  context: TreeContext,
  outermost: boolean
): Block[] {
  const blocks: Block[] = []
  for (const node of nodes) {
    if (node.type === 'list') {
      for (const item of node.children) {
        blocks.push(keep(toItem(item, context, outermost), item, context))
      }
    } else {
      const block = toBlock(node, context)
      if (block) blocks.push(keep(block, node, context))
    }
  }
  return withRoles(blocks, context)
}

function toBlock(node: RootContent, context: TreeContext): Block | undefined {
  switch (node.type) {
    case 'paragraph':
      return toAlinea(node)
    case 'heading':
      return toTussenkop(node)
    case 'table':
      return toTabel(node)
    case 'blockquote':
      return toCitaat(node, context)
    case 'footnoteDefinition':
      setAside(node, context)
      return undefined
    default:
      throw new Error(`The dialect has no ${node.type}`)
  }
}

/** A paragraph of nothing but white-space references is no alinea. */
function toAlinea({children}: Paragraph): Alinea | undefined {
  const content = canonical(children)
  return content.length === 0
    ? undefined
    : {type: 'alinea', role: 'tekst', content}
}

function toTussenkop({depth, children}: Heading): Tussenkop {
  return {type: 'tussenkop', depth, content: canonical(children)}
}

/** Rows are made equally long, so that no cell of a ragged table is lost; a monstrous one stays ragged. */
function toTabel({children, align}: Table): Tabel {
  const longest = children.reduce(
    (most, row) => Math.max(most, row.children.length),
    0
  )
  const isMonster = longest * children.length > maxCells
  const width = isMonster ? (children[0]?.children.length ?? 0) : longest
  const rows = children.map((row) => ({
    cells: Array.from(
      {length: Math.max(width, row.children.length)},
      (_, column): Phrasing[] => canonical(row.children[column]?.children ?? [])
    )
  }))
  const columns = Array.from({length: width}, (_, at) => align?.[at] ?? null)
  return {type: 'tabel', align: columns, rows}
}

function toCitaat({children}: Blockquote, context: TreeContext): Citaat {
  return {type: 'citaat', content: convert(children, context, false)}
}

function setAside(node: FootnoteDefinition, context: TreeContext): void {
  const merk = (node.label ?? node.identifier).normalize('NFC')
  const at = context.noten.length
  const content = convert(node.children, context, false)
  const noot = keep<Noot>({type: 'noot', merk, content}, node, context)
  context.noten.splice(at, 0, noot)
}

function toItem(
  item: ListItem,
  context: TreeContext,
  outermost: boolean
): Lid | Onderdeel {
  const label = item.label ?? ''
  const {laag, children} = takeLaag(item, context.source)
  const isLid =
    outermost && context.leden && readLabel(label)?.kind === 'number'
  return {
    type: isLid ? 'lid' : 'onderdeel',
    label,
    nummer: nummerOf(label),
    ...(laag && {laag}),
    content: convert(children, context, false)
  }
}

/** Take `{UWO}` off the front of an item; written with a backslash it is text. */
function takeLaag(
  item: ListItem,
  source: string
): {laag?: Laag; children: readonly RootContent[]} {
  const [first, ...rest] = item.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const match = text?.type === 'text' && laagMark.exec(text.value)
  const isMark = match && source[text.position?.start.offset ?? -1] === '{'
  if (!isMark || first?.type !== 'paragraph') return {children: item.children}
  const value = text.value.slice(match[0].length)
  const head = {
    ...first,
    children: [{...text, value}, ...first.children.slice(1)]
  }
  return {laag: match[1] as Laag, children: [head, ...rest]}
}

/**
 * An alinea is the aanhef of the items behind it when it ends in a colon or
 * stands right above them; after items it is their slot.
 */
function withRoles(blocks: readonly Block[], context: TreeContext): Block[] {
  let seenItem = false
  return blocks.map((block, at) => {
    seenItem ||= isItem(block)
    if (block.type !== 'alinea') return block
    const isAanhef = opensItems(block, blocks[at + 1], context)
    const role = isAanhef ? 'aanhef' : seenItem ? 'slot' : 'tekst'
    const typed: Alinea = {type: 'alinea', role, content: block.content}
    const place = context.places.get(block)
    context.places.delete(block)
    if (place) context.places.set(typed, place)
    return typed
  })
}

function opensItems(
  alinea: Alinea,
  next: Block | undefined,
  {places}: TreeContext
): boolean {
  if (next === undefined || !isItem(next)) return false
  const end = places.get(alinea)?.endLine ?? 0
  const isRightAbove = places.get(next)?.line === end + 1
  return endsInColon(alinea) || (isRightAbove && mayStandTight(next))
}

function endsInColon({content}: Alinea): boolean {
  return wordsOf(content).endsWith(':')
}

/** Whether an item can be printed right under a paragraph and still be one. */
function mayStandTight({label, content}: Lid | Onderdeel): boolean {
  const parts = readLabel(label)
  return parts !== undefined && isFirst(parts) && content[0]?.type === 'alinea'
}

function isItem(block: Block): block is Lid | Onderdeel {
  return block.type === 'lid' || block.type === 'onderdeel'
}

function keep<B extends Block>(
  block: B,
  node: RootContent,
  context: TreeContext
): B {
  const place = toPlace(node.position)
  if (place) context.places.set(block, place)
  return block
}

/** A unist position as a {@link Place}. */
function toPlace(position: Position | undefined): Place | undefined {
  return (
    position && {
      line: position.start.line,
      column: position.start.column,
      endLine: position.end.line,
      endColumn: position.end.column
    }
  )
}
