/**
 * The rows of a table → what each is known by.
 *
 * Stage. A row is called by the cell in one column, mostly the first: its name.
 */
import {wordsOf} from '../dialect/words.ts'
import type {Rij} from '../model.ts'
import type {Bag, Lexicon} from './likeness.ts'

/** A row and what it is compared by. */
export interface RowFace {
  /** The words of its cells. */
  readonly cells: readonly string[]
  /** Equal for rows of equal words. */
  readonly key: string
  /** Empty where the cell is. */
  readonly name: string
  /** What its other cells hold, but for nothing. */
  readonly others: readonly string[]
  /** The name, or that of a row above it, with the cell behind the name. */
  readonly fullName: string
  readonly words: Bag
}

/** The words of a cell, on one line. */
export function cellWords(cell: Rij['cells'][number] | undefined): string {
  return cell ? wordsOf(cell).replaceAll(/\s+/gu, ' ').trim() : ''
}

/** The faces of rows of which the names stand in a column. */
export function rowFaces(
  rows: readonly Rij[],
  column: number,
  lexicon: Lexicon
): readonly RowFace[] {
  let above = ''
  return rows.map((row) => {
    const cells = row.cells.map(cellWords)
    const name = cells[column] ?? ''
    if (name !== '') above = name
    return {
      cells,
      key: JSON.stringify(cells),
      name,
      others: cells.filter((cell, at) => at !== column && cell !== ''),
      fullName: JSON.stringify([above, cells[column + 1] ?? '']),
      words: lexicon.bag(cells.join(' '))
    }
  })
}
