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
  const marks: Mark[] = []
  // Nearly every text has none: nothing is made on the way.
  const look = (list: readonly Block[], outer: Laag | undefined): void => {
    for (const block of list) {
      if (!isContainer(block)) continue
      const laag = 'laag' in block ? block.laag : undefined
      if (laag) marks.push(markOf(block, laag, {places, around: outer}))
      look(block.content, laag ?? outer)
    }
  }
  look(blocks, around)
  return marks
}

function markOf(
  block: Container,
  laag: Laag,
  {places, around}: Pick<SourceMap, 'places'> & {around: Laag | undefined}
): Mark {
  const [first = block] = block.content
  const text = places.get(first)
  const mark = text && markAt(text, laag)
  const exact = mark !== undefined
  return {laag, ...defined({around, place: mark ?? text}), exact}
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

type Container = Extract<Block, {content: readonly Block[]}>

function isContainer(block: Block): block is Container {
  const {type} = block
  return (
    type === 'lid' ||
    type === 'onderdeel' ||
    type === 'citaat' ||
    type === 'noot'
  )
}
