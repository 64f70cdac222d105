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

/** How many words the line at some place has in common with the whole. */
type Shared = (at: number) => number

/** Ways in which a line gave two or more of some lines, from one of them on. */
export function splits(
  whole: Face,
  lines: readonly Face[],
  from: number,
  sharedAt: Shared
): readonly Split[] {
  const isTwo = [from, from + 1].every((at) => mayDraw(lines[at], sharedAt(at)))
  if (whole.line.kind.type !== 'alinea' || !isTwo) return []
  const found: Split[] = []
  let closest = 0
  let parts = 0
  for (const {part, joined, shared} of partsOf(whole, lines, from, sharedAt)) {
    parts++
    const like = diceOf(whole.words, joined)
    closest = Math.max(closest, like, diceOf(whole.words, part.words))
    const isAlike = like > enoughOfAll || holdsWhole(whole, shared)
    const isSplit = parts > 1 && isAlike
    if (isSplit && isInOrder(whole, lines.slice(from, from + parts))) {
      found.push({parts, weight: prior * closest * 2 * shared})
    }
  }
  return found
}

/** A line that may be a part, with the words of all parts so far, and how many of those stand in the whole. */
interface Part {
  readonly part: Face
  readonly joined: Bag
  readonly shared: number
}

/** Lines that each draw enough from the whole, as long as they do. */
function* partsOf(
  whole: Face,
  lines: readonly Face[],
  from: number,
  sharedAt: Shared
): Generator<Part> {
  let [joined, drawn]: [Bag, number] = [new Int32Array(0), 0]
  const to = Math.min(lines.length, from + mostParts)
  for (let at = from; at < to; at++) {
    const part = lines[at]
    if (!part || !mayDraw(part, sharedAt(at))) return
    joined = joinBags(joined, part.words)
    const shared = sharedBy(whole.words, joined)
    // Words that an earlier part drew do not count twice.
    if (!drawsEnough(part, shared - drawn)) return
    drawn = shared
    yield {part, joined, shared}
  }
}

function holdsWhole({words: {length}}: Face, shared: number): boolean {
  return length >= longWhole && shared >= enoughOfWhole * length
}

/** With other parts a line never draws more than by itself: most need no joining. */
function mayDraw(part: Face | undefined, shared: number): boolean {
  return (
    part?.line.kind.type === 'alinea' &&
    part.words.length > 0 &&
    drawsEnough(part, shared)
  )
}

/** Whether so many words make a line a part of another one. */
function drawsEnough({words: {length}}: Face, shared: number): boolean {
  return shared >= Math.min(enoughOfPart * length, enoughInRow)
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
