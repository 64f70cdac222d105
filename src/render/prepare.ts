/**
 * Stage: the text of one unit → the same text, ready for any target.
 *
 * Notes are taken out and numbered, headings stand at the level that the
 * document gives them, a laag mark is words, and only safe links are links.
 */
import type {Block, Lid, Onderdeel, Phrasing, Rij, Tussenkop} from '../model.ts'
import {linkNodes} from './links.ts'
import {numberNotes} from './notes.ts'

/** Level of a heading in the document. */
export type Level = Tussenkop['depth']

/** A footnote with its number in the document. */
export interface Note {
  readonly number: number
  readonly content: readonly Block[]
}

/** A text that any target can print as it stands; its references bear numbers. */
export interface Prepared {
  readonly body: readonly Block[]
  readonly notes: readonly Note[]
}

interface Context {
  readonly numberOf: (merk: string) => number | undefined
  readonly levels: (depth: number) => Level
}

/** Prepares the text under a heading of `level`, its notes numbered from `firstNote` on. */
export function prepare(
  blocks: readonly Block[],
  level: Level,
  firstNote: number
): Prepared {
  const {notes, numberOf} = numberNotes(blocks, firstNote)
  const context = {numberOf, levels: levelsUnder(level)}
  return {
    body: convertAll(blocks, context),
    notes: notes.map(({number, noot}) => ({
      number,
      content: convertAll(noot.content, context)
    }))
  }
}

/** One level deeper; six is the deepest that HTML and Markdown have. */
export function deeper(level: number): Level {
  return Math.min(6, level + 1) as Level
}

/** For each heading of a text in turn its level in the document: a text may begin at ### or skip a level, a document may not. */
export function levelsUnder(level: Level): (depth: number) => Level {
  let open: readonly number[] = []
  return (depth) => {
    open = [...open.filter((other) => other < depth), depth]
    return deeper(level + open.length - 1)
  }
}

function convertAll(blocks: readonly Block[], context: Context): Block[] {
  return blocks
    .filter((block) => block.type !== 'noot' && !isEmpty(block))
    .map((block) => convert(block, context))
}

function convert(block: Block, context: Context): Block {
  switch (block.type) {
    case 'alinea':
      return {...block, content: phrasing(block.content, context)}
    case 'tussenkop':
      return {
        ...block,
        depth: context.levels(block.depth),
        content: phrasing(block.content, context)
      }
    case 'tabel':
      return {...block, rows: block.rows.map((row) => convertRow(row, context))}
    case 'lid':
    case 'onderdeel':
      return withLaag(block, convertAll(block.content, context))
    default:
      return {...block, content: convertAll(block.content, context)}
  }
}

/** The laag mark of the source becomes words, `(UWO)`, that any reader understands. */
function withLaag(
  {laag, ...item}: Lid | Onderdeel,
  content: readonly Block[]
): Block {
  if (laag === undefined) return {...item, content}
  const [first, ...rest] = content
  const mark = `(${laag})`
  if (first?.type === 'alinea') {
    const words = [text(`${mark} `), ...first.content]
    return {...item, content: [{...first, content: words}, ...rest]}
  }
  const alone: Block = {type: 'alinea', role: 'aanhef', content: [text(mark)]}
  return {...item, content: [alone, ...content]}
}

function isEmpty(block: Block): boolean {
  return block.type === 'alinea' && block.content.length === 0
}

function convertRow({cells}: Rij, context: Context): Rij {
  return {cells: cells.map((cell) => phrasing(cell, context))}
}

function phrasing(
  nodes: readonly Phrasing[],
  context: Context
): readonly Phrasing[] {
  return nodes.flatMap((node) => convertPhrasing(node, context))
}

function convertPhrasing(
  node: Phrasing,
  context: Context
): readonly Phrasing[] {
  switch (node.type) {
    case 'text':
    case 'break':
      return [node]
    case 'footnoteReference': {
      const label = node.label ?? node.identifier
      const number = context.numberOf(node.identifier)
      if (number === undefined) return [text(`[^${label}]`)]
      const identifier = String(number)
      return [{type: 'footnoteReference', identifier, label: identifier}]
    }
    case 'link':
      return linkNodes(node.url, childrenOf(node, context))
    default:
      return [{type: node.type, children: [...childrenOf(node, context)]}]
  }
}

// mdast's type allows more inside a mark than the dialect ever makes.
function childrenOf(
  node: Extract<Phrasing, {children: unknown}>,
  context: Context
): readonly Phrasing[] {
  return phrasing(node.children as Phrasing[], context)
}

function text(value: string): Phrasing {
  return {type: 'text', value}
}
