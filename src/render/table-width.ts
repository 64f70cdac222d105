/**
 * Stage: a table → how much room it asks for on paper.
 *
 * A word is never broken where a larger leaf would hold it: half an amount is
 * another amount.
 */
import type {Tabel} from '../model.ts'
import {phrasingText} from './text-blocks.ts'

/** What a table asks for, in small letters, when no word is broken. */
export interface TableRoom {
  readonly letters: number
  readonly columns: number
}

/** What fits across an upright leaf, and what stands between two columns there. */
const upright = {fits: 86, gap: 2.4}
const uprightSmall = {fits: 92, gap: 1.4}

/** Leaves across which a table lies: what fits, and their size. */
const papers = {
  a4: {fits: 146, gap: 1.2, size: '297mm 210mm'},
  a3: {fits: 218, gap: 1.2, size: '420mm 297mm'},
  a2: {fits: 320, gap: 1.2, size: '594mm 420mm'},
  a1: {fits: 465, gap: 1.2, size: '841mm 594mm'}
} as const

/** A leaf on its side. */
export type Paper = keyof typeof papers

/** Leaves on their sides, the smallest first, with their size in CSS. */
export const lyingPapers = (Object.keys(papers) as Paper[]).map((name) => ({
  name,
  size: papers[name].size
}))

/** How a table is printed. */
export interface TableFit {
  /** Size of print, as the styles have it; empty for the usual one. */
  readonly width: '' | 'breed' | 'zeer-breed'
  /** Empty for an upright leaf. */
  readonly paper: Paper | ''
}

/** How a table of a text is printed. */
export function fitTable({rows}: Tabel): TableFit {
  return fitFor(roomOf(rows.map(({cells}) => cells.map(phrasingText))))
}

/** How something so wide is printed; only what is wider than any leaf has its words broken. */
export function fitFor(room: TableRoom): TableFit {
  if (fits(room, upright)) return {width: '', paper: ''}
  if (fits(room, uprightSmall)) return {width: 'breed', paper: ''}
  const paper = lyingPapers.find(({name}) => fits(room, papers[name]))
  return paper
    ? {width: 'breed', paper: paper.name}
    : {width: 'zeer-breed', paper: 'a1'}
}

function fits(
  {letters, columns}: TableRoom,
  leaf: {readonly fits: number; readonly gap: number}
): boolean {
  return letters + columns * leaf.gap <= leaf.fits
}

/** The largest of some leaves. */
export function largestPaper(some: readonly (Paper | '')[]): Paper | '' {
  return lyingPapers.findLast(({name}) => some.includes(name))?.name ?? ''
}

/** The room of rows of cells, given their words. */
export function roomOf(rows: readonly (readonly string[])[]): TableRoom {
  const columns: number[] = []
  for (const cells of rows) {
    cells.forEach((cell, at) => {
      columns[at] = Math.max(columns[at] ?? 0, longestWord(cell))
    })
  }
  const letters = columns.reduce((sum, column) => sum + column, 0)
  return {letters, columns: columns.length}
}

/** In letters: what is longer is an address of the web rather than a word. */
const longestWhole = 40

/** Whether a cell has a word that may be broken. */
export function hasLongWord(cell: string): boolean {
  return wordsOf(cell).some((word) => word.length > longestWhole)
}

function longestWord(cell: string): number {
  const whole = wordsOf(cell).filter((word) => word.length <= longestWhole)
  return Math.max(0, ...whole.map(widthOf))
}

function wordsOf(cell: string): readonly string[] {
  return cell.split(/[ \n]/u)
}

/** In small letters: some are wider, and points are narrower. */
function widthOf(word: string): number {
  const wide = word.match(/[\p{Lu}mw€%]/gu)?.length ?? 0
  const narrow = word.match(/[.,:;’']/gu)?.length ?? 0
  return word.length + wide * 0.4 - narrow * 0.5
}
