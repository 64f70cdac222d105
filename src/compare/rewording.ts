/**
 * Whether a text that shares too few words with another is that text all the same.
 *
 * Stage. It is when a long row of words stands in both and nowhere else: sentences
 * of one pattern share as many words, but so do their neighbours.
 */
import type {Face} from './faces.ts'

/** Whether some lines are some other ones, reworded. */
export type Rewording = (a: readonly Face[], b: readonly Face[]) => boolean

/** A row has so many telling words, and so much of the shorter text. */
const leastWords = 6
const leastShare = 0.4
/** Longer texts than this, by the product of their lengths, are not looked into. */
const mostWork = 4_000_000

/** A test among all lines of both sides. */
export function rewording(all: readonly Face[]): Rewording {
  return (a, b) => {
    const [left, right] = [rowOf(a), rowOf(b)]
    const shorter = Math.min(left.length, right.length)
    const needed = Math.max(leastWords, leastShare * shorter)
    if (shorter < needed || left.length * right.length > mostWork) return false
    const shared = longestShared(left, right)
    if (shared.length < needed) return false
    const own = new Set([...a, ...b])
    return !all.some((face) => !own.has(face) && holds(face.row, shared))
  }
}

function rowOf(faces: readonly Face[]): readonly number[] {
  return faces.flatMap(({row}) => row)
}

/** The longest row of words that stands in both. */
function longestShared(
  a: readonly number[],
  b: readonly number[]
): readonly number[] {
  let [longest, end] = [0, 0]
  let before = new Int32Array(b.length + 1)
  for (const [at, word] of a.entries()) {
    const lengths = new Int32Array(b.length + 1)
    for (const [to, other] of b.entries()) {
      if (word !== other) continue
      const length = (before[to] ?? 0) + 1
      lengths[to + 1] = length
      if (length > longest) [longest, end] = [length, at + 1]
    }
    before = lengths
  }
  return a.slice(end - longest, end)
}

/** Whether one row stands within another. */
function holds(row: readonly number[], part: readonly number[]): boolean {
  const last = row.length - part.length
  for (let at = row.indexOf(part[0] ?? -1); at >= 0 && at <= last; ) {
    if (part.every((word, by) => row[at + by] === word)) return true
    at = row.indexOf(part[0] ?? -1, at + 1)
  }
  return false
}
