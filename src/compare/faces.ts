/**
 * A text → its lines with what each is compared by.
 *
 * Stage.
 */
import {wordsOf} from '../dialect/words.ts'
import type {Block} from '../model.ts'
import {type Bag, bagOf, type Lexicon} from './likeness.ts'
import {linesOf, type TextLine} from './lines.ts'

/** A line and what it is compared by. */
export interface Face {
  readonly line: TextLine
  /** Equal lines have equal keys; labels do not count. */
  readonly key: string
  readonly words: Bag
  /** The same words in their order. */
  readonly row: readonly number[]
}

/** The faces of a text, in reading order. */
export function facesOf(
  blocks: readonly Block[],
  lexicon: Lexicon
): readonly Face[] {
  return linesOf(blocks).map((line) => {
    const row = lexicon.row(textOf(line))
    const key = JSON.stringify([line.kind.type, line.content, line.rows])
    return {line, key, words: bagOf(row), row}
  })
}

function textOf({content, rows}: TextLine): string {
  const cells = rows.flatMap((row) => row.cells.map(wordsOf))
  return [wordsOf(content), ...cells].join(' ')
}
