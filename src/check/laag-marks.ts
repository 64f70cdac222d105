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
  const marks: Mark[] = []
  // Nearly every text has none: nothing is made on the way.
  const look = (list: readonly Block[], outer: Laag | undefined): void => {
    for (const block of list) {
      if (!isContainer(block)) continue
      const laag = 'laag' in block ? block.laag : undefined
      if (laag) marks.push({laag, ...defined({around: outer})})
      look(block.content, laag ?? outer)
    }
  }
  look(blocks, around)
  return marks
}

/**
 * Where the marks of a text stand in its source, in their order, each with the
 * white space behind it; empty when the source shows others.
 */
export function placesOfMarks(
  path: string,
  marks: readonly Mark[],
  {textOf}: Pick<SourceMap, 'textOf'>
): readonly MarkPlace[] {
  const lines = (textOf(path) ?? '').split(/\r\n|\r|\n/u)
  const found = lines.flatMap((text, at) =>
    [...text.matchAll(/(?<=\. +|^ *– +)\{(CAR|UWO)\} */gu)].map(
      ({0: mark, 1: laag, index}) => ({
        laag,
        place: placeOf(mark, index, {text, at})
      })
    )
  )
  // Notes are read last, wherever they stand: then the order may differ.
  const isSame =
    found.length === marks.length &&
    found.every(({laag}, at) => laag === marks[at]?.laag)
  return isSame ? found.map(({place}) => place) : []
}

function placeOf(
  mark: string,
  index: number,
  {text, at}: {readonly text: string; readonly at: number}
): MarkPlace {
  const end = index + mark.length
  return {
    line: at + 1,
    column: index + 1,
    endLine: at + 1,
    endColumn: end + 1,
    isExact: end < text.length
  }
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
