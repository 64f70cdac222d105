/**
 * How much two texts are alike, and which texts may be alike at all.
 *
 * Stage. A text is the set of its runs of three words, as numbers; two texts
 * are compared by what they share. Candidates are found through runs that few
 * texts have, so that long texts are never all compared with one another.
 */

/** The runs of words of a text. */
export type Shingles = ReadonlySet<number>

const width = 3
/** A run that more texts have says nothing. */
const common = 12
const maxCandidates = 6

/** The runs of a text; a short one gives its words. */
export function shinglesOf(text: string): Shingles {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < width) return new Set(words.map(hash))
  return new Set(
    words
      .slice(0, words.length - width + 1)
      .map((_, at) => hash(words.slice(at, at + width).join(' ')))
  )
}

/** From 0 (nothing in common) to 1 (the same runs). */
export function likeness(a: Shingles, b: Shingles): number {
  const all = a.size + b.size
  return all === 0 ? 0 : (2 * sharedBy(a, b)) / all
}

/** From 0 to 1: how much of a text stands in another one, as when one was split or two were merged. */
export function shareIn(text: Shingles, other: Shingles): number {
  return text.size === 0 ? 0 : sharedBy(text, other) / text.size
}

function sharedBy(a: Shingles, b: Shingles): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const one of small) if (large.has(one)) shared++
  return shared
}

/** Makes a search over some texts: for a text the ones most likely to be alike, by place in the list. */
export function searchIn(
  texts: readonly Shingles[]
): (text: Shingles) => readonly number[] {
  const index = new Map<number, number[]>()
  for (const [at, text] of texts.entries()) {
    for (const one of text) {
      const places = index.get(one)
      if (places) places.push(at)
      else index.set(one, [at])
    }
  }
  return (text) => {
    const shared = new Map<number, number>()
    for (const one of text) {
      const places = index.get(one) ?? []
      if (places.length > common) continue
      for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    return [...shared]
      .toSorted(([a, many], [b, more]) => more - many || a - b)
      .slice(0, maxCandidates)
      .map(([at]) => at)
  }
}

/** FNV-1a, 32 bits: the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  return value >>> 0
}
