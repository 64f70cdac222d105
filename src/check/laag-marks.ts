/** The marks `{UWO}` and `{CAR}` in a text, with where they stand. */
import {defined} from '../defined.ts'
import type {Block, Laag, Place, SourceMap} from '../model.ts'

/** One mark behind a label. */
export interface Mark {
  readonly laag: Laag
  /** Laag of the innermost item around it that has one. */
  readonly around?: Laag
  readonly place?: Place
  /** Whether `place` covers the mark and the space behind it, and nothing else. */
  readonly exact: boolean
}

/** All marks of a text, at any depth, in their order. */
export function marksIn(
  blocks: readonly Block[],
  {places}: Pick<SourceMap, 'places'>,
  around?: Laag
): readonly Mark[] {
  return blocks.flatMap((block) => {
    if (!isContainer(block)) return []
    const laag = 'laag' in block ? block.laag : undefined
    const inner = marksIn(block.content, {places}, laag ?? around)
    if (laag === undefined) return inner
    const [first = block] = block.content
    const text = places.get(first)
    const mark = text && markAt(text, laag)
    const place = mark ?? text
    const exact = mark !== undefined
    return [{laag, ...defined({around, place}), exact}, ...inner]
  })
}

/** The alinea behind a label begins at its mark; on one line, white space must follow that. */
function markAt(
  {line, column, endLine, endColumn = 0}: Place,
  laag: Laag
): Place | undefined {
  const end = column + laag.length + 3
  return endLine === line && endColumn > end
    ? {line, column, endLine: line, endColumn: end}
    : undefined
}

function isContainer(
  block: Block
): block is Extract<Block, {content: readonly Block[]}> {
  return ['lid', 'onderdeel', 'citaat', 'noot'].includes(block.type)
}
