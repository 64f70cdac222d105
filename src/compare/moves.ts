/**
 * What left one place and came in another, among all that found no pair where it stood.
 *
 * Stage. A lid with all that it holds moves as a whole where it can, otherwise its
 * lines move one by one; the pair that shares most words goes first. Only texts
 * that share a word which few others have are compared at all.
 */
import {alignLines, type Group} from './align.ts'
import type {Face} from './faces.ts'
import {
  type Bag,
  joinBags,
  sharedWeight,
  type Weights,
  weightIn,
  weightsOf
} from './likeness.ts'
import {type Lines, type Rewording, rewording} from './rewording.ts'
import type {UnitMatch} from './unit-match.ts'

/** Lines of one text that went to another place, by index, and how they pair there. */
export interface Move {
  readonly id: number
  /** Indexes of the matches between which it went; they may be the same. */
  readonly from: number
  readonly to: number
  readonly groups: readonly Group[]
}

const enoughMoved = 0.6
const fewestWords = 3
/** A word that more places have tells nothing. */
const widespread = 16
const mostCandidates = 8

/** Neighbouring lines without a pair, that may have moved together. */
interface Stretch extends Lines {
  readonly match: number
  readonly from: number
  readonly to: number
  /** A toelichting does not become law by moving, nor the reverse. */
  readonly isNote: boolean
}

/** Find what moved; each line moves once at most. */
export function findMoves(matches: readonly UnitMatch[]): readonly Move[] {
  const left = matches.flatMap((match, at) => stretches(match, at, 'a'))
  const right = matches.flatMap((match, at) => stretches(match, at, 'b'))
  if (left.length === 0 || right.length === 0) return []
  const faces = matches.flatMap(({a, b}) => [...a, ...b])
  const knowledge = {
    weights: weightsOf(faces.map(({words}) => words)),
    isReworded: rewording(faces)
  }
  const pairs = candidates(left, right, knowledge).toSorted(
    (one, other) => other.weight - one.weight || one.at - other.at
  )
  const taken = {a: new Set<string>(), b: new Set<string>()}
  const moves: Move[] = []
  for (const {a, b} of pairs) {
    if (isTaken(a, taken.a) || isTaken(b, taken.b)) continue
    take(a, taken.a)
    take(b, taken.b)
    const groups = alignLines(
      facesIn(matches, a, 'a'),
      facesIn(matches, b, 'b')
    )
    if (groups.length === 0) continue
    moves.push({
      id: moves.length + 1,
      from: a.match,
      to: b.match,
      groups: groups.map((group) => ({
        a: group.a.map((at) => at + a.from),
        b: group.b.map((at) => at + b.from)
      }))
    })
  }
  return moves
}

function facesIn(
  matches: readonly UnitMatch[],
  {match, from, to}: Stretch,
  side: 'a' | 'b'
): readonly Face[] {
  return matches[match]?.[side].slice(from, to) ?? []
}

/** All lids, onderdelen and single lines of which nothing found a pair. */
function stretches(
  {a, b, groups, isNote}: UnitMatch,
  match: number,
  side: 'a' | 'b'
): readonly Stretch[] {
  const faces = side === 'a' ? a : b
  const paired = new Set(groups.flatMap((group) => group[side]))
  const found: Stretch[] = []
  for (const from of faces.keys()) {
    if (paired.has(from)) continue
    for (const to of endsFrom(faces, from)) {
      const own = faces.slice(from, to)
      if (own.some((_, at) => paired.has(from + at))) continue
      const words = own.map((face) => face.words).reduce(joinBags)
      if (words.length >= fewestWords)
        found.push({match, from, to, words, faces: own, isNote})
    }
  }
  return found
}

/** Where the line ends, and each container that begins with it. */
function endsFrom(faces: readonly Face[], from: number): readonly number[] {
  const first = faces[from]
  if (!first) return []
  const {path, starts} = first.line
  const ends = new Set([from + 1])
  for (let depth = path.length; depth > path.length - starts; depth--) {
    let to = from + 1
    while (to < faces.length && isInside(faces[to], depth)) to++
    ends.add(to)
  }
  return [...ends]
}

function isInside(face: Face | undefined, depth: number): boolean {
  return face !== undefined && face.line.path.length - face.line.starts >= depth
}

/** What all texts together say of two of them. */
interface Knowledge {
  readonly weights: Weights
  readonly isReworded: Rewording
}

interface Pair {
  readonly a: Stretch
  readonly b: Stretch
  readonly weight: number
  /** Order of finding, for ties. */
  readonly at: number
}

function candidates(
  left: readonly Stretch[],
  right: readonly Stretch[],
  knowledge: Knowledge
): readonly Pair[] {
  const index = indexWords(right)
  const pairs: Pair[] = []
  for (const a of left) {
    for (const at of nearest(a.words, index)) {
      const b = right[at]
      const weight = b ? weightOf(a, b, knowledge) : 0
      if (b && weight > 0) pairs.push({a, b, weight, at: pairs.length})
    }
  }
  return pairs
}

/** In which stretches each word stands. */
function indexWords(
  stretches: readonly Stretch[]
): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>()
  for (const [at, {words}] of stretches.entries()) {
    for (const word of new Set(words)) {
      const places = index.get(word)
      if (places) places.push(at)
      else index.set(word, [at])
    }
  }
  return index
}

/** 0: one did not become the other. */
function weightOf(
  a: Stretch,
  b: Stretch,
  {weights, isReworded}: Knowledge
): number {
  if (a.isNote !== b.isNote) return 0
  const shared = sharedWeight(a.words, b.words, weights)
  const all = weightIn(a.words, weights) + weightIn(b.words, weights)
  const like = (2 * shared) / all
  const isMoved = like >= enoughMoved || isReworded(a, b)
  return isMoved ? shared * like : 0
}

/** Places that share most telling words. */
function nearest(
  words: Bag,
  index: ReadonlyMap<number, readonly number[]>
): readonly number[] {
  const shared = new Map<number, number>()
  for (const word of new Set(words)) {
    const places = index.get(word) ?? []
    if (places.length > widespread) continue
    for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  return [...shared]
    .toSorted(([one, many], [other, more]) => more - many || one - other)
    .slice(0, mostCandidates)
    .map(([at]) => at)
}

function isTaken(
  {match, from, to}: Stretch,
  taken: ReadonlySet<string>
): boolean {
  for (let at = from; at < to; at++) {
    if (taken.has(`${match} ${at}`)) return true
  }
  return false
}

function take({match, from, to}: Stretch, taken: Set<string>): void {
  for (let at = from; at < to; at++) taken.add(`${match} ${at}`)
}
