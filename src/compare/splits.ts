/**
 * Whether one line gave several, or several gave one.
 *
 * Stage. Each part must draw its words from the whole: from a place of its own,
 * and in the order of the parts. Words that merely stand in both prove nothing.
 */
import type {Face} from './faces.ts'
import {type Bag, diceOf, joinBags, sharedBy} from './likeness.ts'
import {diffSequence} from './sequence.ts'

/** A way in which a line gave some lines, and what that weighs. */
export interface Split {
  readonly parts: number
  readonly weight: number
}

/** An enumeration may be as long as the alphabet, and longer. */
const mostParts = 60
/** So much of each part must come from the whole. */
const enoughOfPart = 0.4
/** Or so many words in one row, where new words came with it. */
const enoughInRow = 4
/** So alike must the whole and its parts together be. */
const enoughOfAll = 0.5
/** Or so much of the whole must stand in its parts, however much came with them. */
const enoughOfWhole = 0.8
const longWhole = 6
/** What explains as much without a split or merge is the better reading. */
const prior = 0.95

/** Ways in which a line gave two or more of some lines, from one of them on. */
export function splits(
  whole: Face,
  lines: readonly Face[],
  from: number
): readonly Split[] {
  if (whole.line.kind.type !== 'alinea') return []
  const found: Split[] = []
  let [joined, drawn]: [Bag, number] = [new Int32Array(0), 0]
  let closest = 0
  const to = Math.min(lines.length, from + mostParts)
  for (let at = from; at < to; at++) {
    const part = lines[at]
    if (part?.line.kind.type !== 'alinea' || part.words.length === 0) break
    joined = joinBags(joined, part.words)
    const shared = sharedBy(whole.words, joined)
    // Words that an earlier part drew do not count twice.
    if (shared - drawn < enoughFrom(part.words.length)) break
    drawn = shared
    const like = diceOf(whole.words, joined)
    closest = Math.max(closest, like, diceOf(whole.words, part.words))
    const isAlike = like > enoughOfAll || holdsWhole(whole, shared)
    if (at > from && isAlike && isInOrder(whole, lines.slice(from, at + 1))) {
      found.push({parts: at - from + 1, weight: prior * closest * 2 * shared})
    }
  }
  return found
}

function holdsWhole({words: {length}}: Face, shared: number): boolean {
  return length >= longWhole && shared >= enoughOfWhole * length
}

/** Words that a part of some length must at least draw from the whole. */
function enoughFrom(length: number): number {
  return Math.min(enoughOfPart * length, enoughInRow)
}

/** Whether enough of each part stayed when the parts, one behind the other, are laid beside the whole. */
function isInOrder({row}: Face, parts: readonly Face[]): boolean {
  const joined = parts.flatMap((part) => part.row)
  const isNew = new Uint8Array(joined.length)
  for (const {bFrom, bTo} of diffSequence(row, joined)) {
    isNew.fill(1, bFrom, bTo)
  }
  let at = 0
  return parts.every((part) => {
    const own = isNew.subarray(at, at + part.row.length)
    at += part.row.length
    const kept = own.reduce((count, one) => count - one, own.length)
    return kept >= enoughOfPart * own.length || longestKept(own) >= enoughInRow
  })
}

function longestKept(isNew: Uint8Array): number {
  let [longest, length] = [0, 0]
  for (const one of isNew) {
    length = one === 1 ? 0 : length + 1
    if (length > longest) longest = length
  }
  return longest
}
