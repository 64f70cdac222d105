/** The marks `{UWO}` and `{CAR}` in a text, and where they stand in its source. */
import {defined} from '../defined.ts'
import type {Block, Laag, Place, SourceMap} from '../model.ts'

/** One mark behind a label. */
export interface Mark {
  readonly laag: Laag
  /** Laag of the innermost item around it that has one. */
  readonly around?: Laag
}

/** Where a mark stands, with the white space behind it. */
export interface MarkPlace extends Place {
  /** Text follows on its line: it can be taken out by itself. */
  readonly isExact: boolean
}

/** All marks of a text, at any depth, in their order. */
export function marksIn(
  blocks: readonly Block[],
  around?: Laag
): readonly Mark[] {
  return blocks.flatMap((block) => {
    if (!isContainer(block)) return []
    const laag = 'laag' in block ? block.laag : undefined
    const inner = marksIn(block.content, laag ?? around)
    return laag === undefined ? inner : [{laag, ...defined({around})}, ...inner]
  })
}

/**
 * Where the marks of a text stand in its source, in their order, each with the
 * white space behind it; empty when the source shows another number of them.
 */
export function placesOfMarks(
  path: string,
  marks: readonly Mark[],
  {textOf}: Pick<SourceMap, 'textOf'>
): readonly MarkPlace[] {
  const lines = (textOf(path) ?? '').split(/\r\n|\r|\n/u)
  const places = lines.flatMap((text, at) =>
    [...text.matchAll(/(?<=\. +|^ *– +)\{(?:CAR|UWO)\} */gu)].map(
      ({0: mark, index}): MarkPlace => ({
        line: at + 1,
        column: index + 1,
        endLine: at + 1,
        endColumn: index + 1 + mark.length,
        isExact: index + mark.length < text.length
      })
    )
  )
  return places.length === marks.length ? places : []
}

function isContainer(
  block: Block
): block is Extract<Block, {content: readonly Block[]}> {
  return ['lid', 'onderdeel', 'citaat', 'noot'].includes(block.type)
}
