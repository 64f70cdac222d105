/**
 * Whether a text that shares too few words with another is that text all the same.
 *
 * Stage. It is when many of its words are there, and rows of two or three words
 * stand in both and nowhere else: sentences of one pattern share as many words, but
 * their rows stand in the other sentences of that pattern too.
 */
import type {Face} from './faces.ts'
import {type Bag, diceOf} from './likeness.ts'

/** Lines, and the words of all of them. */
export interface Lines {
  readonly faces: readonly Face[]
  readonly words: Bag
}

/** Whether some lines are some other ones, reworded. */
export type Rewording = (a: Lines, b: Lines) => boolean

/** So much must two texts have in common, however rare the words that differ. */
const enoughShared = 0.6
/** And so many rows of two or three words must be theirs alone. */
const enoughRows = 3

/** A test among all lines of both sides. */
export function rewording(all: readonly Face[]): Rewording {
  let known: ReadonlyMap<number, number> | undefined
  return (a, b) => {
    if (diceOf(a.words, b.words) < enoughShared) return false
    known ??= countRows(all)
    const [left, right] = [countRows(a.faces), countRows(b.faces)]
    let own = 0
    for (const [words, count] of left) {
      const there = right.get(words)
      if (there !== undefined && known.get(words) === count + there) own++
    }
    return own >= enoughRows
  }
}

/** More words than any regeling has; were there more, rows might be taken for each other. */
const most = 2 ** 17

/** How often each row of two, and of three words stands in some lines. */
function countRows(faces: readonly Face[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  const add = (words: number): void => {
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  for (const {row} of faces) {
    for (let at = 1; at < row.length; at++) {
      const two = (row[at - 1] ?? 0) * most + (row[at] ?? 0)
      // Of two words a number below 0, of three one above.
      add(-1 - two)
      if (at > 1) add((row[at - 2] ?? 0) * most ** 2 + two)
    }
  }
  return counts
}
