/**
 * Stage: a table → how much room it asks for on paper.
 */
import type {Phrasing, Tabel} from '../model.ts'
import {phrasingText} from './text-blocks.ts'

/** Room of a column beside its words, in characters. */
const gap = 2

/** In characters: what fits across an upright sheet, in small print too, and across a lying one. */
const upright = 84
const uprightSmall = 98
const lying = 152

/** Names of the sizes of print, as the styles have them; empty for the usual one. */
type TableWidth = '' | 'breed' | 'zeer-breed'

/** The size of print in which a table fits. */
export function tableWidth(table: Tabel): TableWidth {
  const least = leastWidth(table)
  if (least > lying) return 'zeer-breed'
  return least > upright ? 'breed' : ''
}

/** Whether a table asks for a sheet that lies on its side. */
export function mustLie(table: Tabel): boolean {
  return leastWidth(table) > uprightSmall
}

/** Width in characters when no word is broken. */
function leastWidth({rows}: Tabel): number {
  const columns: number[] = []
  for (const {cells} of rows) {
    cells.forEach((cell, at) => {
      columns[at] = Math.max(columns[at] ?? 0, longestWord(cell))
    })
  }
  return columns.reduce((sum, column) => sum + column + gap, 0)
}

function longestWord(cell: readonly Phrasing[]): number {
  const words = phrasingText(cell).split(' ')
  return Math.max(...words.map((word) => word.length))
}
