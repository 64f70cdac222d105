/**
 * Stage: the footnotes of one text → their numbers in the document.
 *
 * Marks are local to a file; numbers run through the document, in the order in
 * which a reader meets the references. A note that nothing refers to comes
 * last, so that none is lost.
 */
import type {Block, Noot, Phrasing} from '../model.ts'
import {blocksIn, phrasingIn} from './walk-blocks.ts'

/** Numbers of the notes of one text. */
export interface Numbering {
  /** In order of number. */
  readonly notes: readonly {readonly number: number; readonly noot: Noot}[]
  /** Number for a mark; nothing when the text has no such note. */
  readonly numberOf: (merk: string) => number | undefined
}

/** Numbers the notes of one text, from `first` on. */
export function numberNotes(
  blocks: readonly Block[],
  first: number
): Numbering {
  const all = [...blocksIn(blocks)].filter((block) => block.type === 'noot')
  const byMark = new Map(all.toReversed().map((noot) => [key(noot.merk), noot]))
  const met = new Set<Noot>()
  // A note met on the way is itself read for references: sets grow while iterated.
  meet(textOutsideNotes(blocks), byMark, met)
  for (const noot of met) meet(phrasingIn(noot.content), byMark, met)
  const notes = [...new Set([...met, ...all])].map((noot, index) => ({
    number: first + index,
    noot
  }))
  const numbers = new Map(notes.map(({number, noot}) => [noot, number]))
  return {
    notes,
    numberOf: (merk) => {
      const noot = byMark.get(key(merk))
      return noot && numbers.get(noot)
    }
  }
}

function meet(
  phrasing: Iterable<Phrasing>,
  byMark: ReadonlyMap<string, Noot>,
  met: Set<Noot>
): void {
  for (const node of phrasing) {
    if (node.type !== 'footnoteReference') continue
    const noot = byMark.get(key(node.identifier))
    if (noot) met.add(noot)
  }
}

function* textOutsideNotes(blocks: readonly Block[]): Generator<Phrasing> {
  yield* phrasingIn(blocks, (block) => block.type !== 'noot')
}

// Marks that differ only in case are one mark in GFM.
function key(merk: string): string {
  return merk.toLowerCase()
}
