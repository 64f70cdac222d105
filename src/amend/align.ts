/**
 * Which piece of one text is which piece of another, in order.
 *
 * Pieces pair when they are equal but for their label, or else when they bear
 * one label, or else when most of their words are the same. Nothing crosses:
 * a piece that moved is one that went and one that came.
 */

import {wordsOf} from '../dialect/words.ts'
import type {Block} from '../model.ts'

/** How the pieces of one text became those of another. */
export interface Alignment {
  /** For each piece of `a` the index of its counterpart in `b`, or -1. */
  readonly pairs: readonly number[]
  /** Pieces of `a` that might as well be another piece of `b`. */
  readonly unsure: ReadonlySet<number>
}

/** Above this many comparisons labels alone decide: no text of a law comes near. */
const maxPairs = 250_000
const leastLikeness = 0.5
/** Less alike than this, nobody takes two pieces for one. */
const leastDoubt = 0.25
/** So much more alike makes it certain. */
const margin = 0.2

/** Pair the pieces of two lists. */
export function align(a: readonly Block[], b: readonly Block[]): Alignment {
  const left = a.map(faceOf)
  const right = b.map(faceOf)
  const isHuge = a.length * b.length > maxPairs
  const weigh = isHuge ? weighLabels : weighAll
  const pairs = bestPairs(left, right, weigh)
  return {pairs, unsure: isHuge ? new Set() : unsureIn(left, right, pairs)}
}

/** A counterpart is certain when no other new piece is nearly as like, or else when it is the same. */
function unsureIn(
  left: readonly Face[],
  right: readonly Face[],
  pairs: readonly number[]
): ReadonlySet<number> {
  const same = new Set(
    pairs.filter((at, i) => at >= 0 && left[i]?.body === right[at]?.body)
  )
  const unsure = new Set<number>()
  for (const [i, face] of left.entries()) {
    const at = pairs[i] ?? -1
    if (same.has(at)) continue
    const own = right[at]
    const least = own ? likeness(face.words, own.words) - margin : leastDoubt
    const hasRival = right.some(
      (other, j) =>
        j !== at &&
        !same.has(j) &&
        other.type === face.type &&
        likeness(face.words, other.words) >= Math.max(least, leastDoubt)
    )
    if (hasRival) unsure.add(i)
  }
  return unsure
}

interface Face {
  readonly type: Block['type']
  readonly label: string
  /** Everything but the label. */
  readonly body: string
  readonly words: ReadonlySet<string>
}

function faceOf(block: Block): Face {
  const label = 'label' in block ? block.label : ''
  const body = JSON.stringify(
    'label' in block ? {...block, label: '', nummer: ''} : block
  )
  const words = new Set(wordsIn(block))
  return {type: block.type, label, body, words}
}

function wordsIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'alinea':
    case 'tussenkop':
      return wordsOf(block.content).split(/\s+/u)
    case 'tabel':
      return block.rows.flatMap(({cells}) =>
        cells.flatMap((cell) => wordsOf(cell).split(/\s+/u))
      )
    default:
      return block.content.flatMap(wordsIn)
  }
}

/** 0: no pair. The same text counts most, then the same label, then likeness. */
function weighAll(a: Face, b: Face): number {
  if (a.type !== b.type) return 0
  if (a.body === b.body) return 4 + (a.label === b.label ? 1 : 0)
  const like = likeness(a.words, b.words)
  const sameLabel = a.label !== '' && a.label === b.label
  if (like < leastLikeness && !sameLabel) return 0
  return 1 + like + (sameLabel ? 0.5 : 0)
}

function weighLabels(a: Face, b: Face): number {
  if (a.type !== b.type) return 0
  return a.label === b.label || a.body === b.body ? 1 : 0
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 1 : shared / all
}

/** The heaviest set of pairs that do not cross. */
function bestPairs(
  a: readonly Face[],
  b: readonly Face[],
  weigh: (left: Face, right: Face) => number
): readonly number[] {
  const weights = a.map((left) => b.map((right) => weigh(left, right)))
  const best = totals(weights, b.length)
  const pairs: number[] = a.map(() => -1)
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const weight = weights[i]?.[j] ?? 0
    const total = best[i]?.[j]
    if (weight > 0 && total === weight + (best[i + 1]?.[j + 1] ?? 0)) {
      pairs[i++] = j++
    } else if (total === best[i + 1]?.[j]) i++
    else j++
  }
  return pairs
}

/** For each pair of places the most that the rest of both lists can weigh. */
function totals(
  weights: readonly (readonly number[])[],
  width: number
): readonly (readonly number[])[] {
  const rows: number[][] = [new Array<number>(width + 1).fill(0)]
  for (const line of weights.toReversed()) {
    const below = rows[0] ?? []
    const row = new Array<number>(width + 1).fill(0)
    for (let j = width - 1; j >= 0; j--) {
      const weight = line[j] ?? 0
      const pair = weight > 0 ? weight + (below[j + 1] ?? 0) : 0
      row[j] = Math.max(pair, below[j] ?? 0, row[j + 1] ?? 0)
    }
    rows.unshift(row)
  }
  return rows
}
