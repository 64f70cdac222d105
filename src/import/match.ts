/**
 * Which unit of a text is which unit that was there before.
 *
 * Stage. By number and content together, the best pair first, so that a unit
 * is known again when it was renumbered, moved or given another heading; the
 * order in which units are given does not matter. What divides a text
 * (hoofdstukken) is known again by the artikelen in it.
 */
import type {Soort, UnitId} from '../model.ts'
import {isBare} from '../time/siblings.ts'
import {grouped} from './grouped.ts'
import {type Known, type Side, sideOf} from './side.ts'
import {likeness, searchIn, shareIn} from './similar.ts'
import {enoughInside, whereabouts} from './whereabouts.ts'

const sameIdentity = 4
const sameNumber = 0.4
const sameHeading = 0.6
/** A heading that nothing else has tells more than a number, which shifts when something comes or goes before it. */
const ownHeading = 1
const samePlace = 0.1
/** Without the number, texts must be this much alike. */
const enough = 0.6
const enoughWithHeading = 0.3
/** Less alike than this, only a number says that two are the same. */
const numberAlone = 0.15
/** What the source calls another unit is one, and what was to lapse has lapsed: only a text that is there whole is the same unit all the same. */
const enoughToReturn = 0.8

/** What makes two units the same. */
export interface MatchOptions {
  /**
   * Whether the number is enough where heading and text are both others. It is in
   * one regeling over time, of which an artikel may come to read otherwise from
   * beginning to end; of two texts that are no more than laid side by side it is not.
   */
  readonly byNumber: boolean
}

/** For each unit of the new text that was there before, its identity. */
export function matchUnits(
  before: readonly Known[],
  after: readonly Known[],
  {byNumber}: MatchOptions
): ReadonlyMap<UnitId, UnitId> {
  const matched = new Map<UnitId, UnitId>()
  const sides = {
    byNumber,
    before: sideOf(before),
    after: sideOf(after),
    isElsewhere: whereabouts(before, after)
  }
  const isPart = ({soort}: Known): boolean =>
    soort === 'artikel' || soort === 'bijlage' || isOnlyOne(soort)
  pair(before.filter(isPart), after.filter(isPart), sides, matched)
  const divides = (unit: Known): boolean =>
    !isPart(unit) && unit.soort !== 'toelichting'
  pair(before.filter(divides), after.filter(divides), sides, matched)
  const notes = ({soort}: Known): boolean => soort === 'toelichting'
  pairNotes(before.filter(notes), after.filter(notes), matched)
  return matched
}

function isOnlyOne(soort: Soort): boolean {
  return isBare(soort) && soort !== 'toelichting'
}

interface Sides {
  readonly before: Side
  readonly after: Side
  readonly byNumber: boolean
  /** Whether the text of a unit stands on the other side, but not in this other unit. */
  readonly isElsewhere: (unit: Known, other: Known) => boolean
}

/** Of few words a part says nothing. */
function hasWords({shingles}: Known): boolean {
  return shingles.size >= 8
}

/** How much of the shorter of two texts stands in the longer one. */
function overlap(a: Known, b: Known): number {
  const [less, more] = a.shingles.size < b.shingles.size ? [a, b] : [b, a]
  return shareIn(less.shingles, more.shingles)
}

interface Pair {
  readonly a: Known
  readonly b: Known
  readonly score: number
}

/** The best pairs first; each unit in one pair at most. */
function pair(
  before: readonly Known[],
  after: readonly Known[],
  sides: Sides,
  matched: Map<UnitId, UnitId>
): void {
  const taken = new Set(matched.values())
  const pairs = candidates(before, after, sides, matched)
  const sorted = pairs.toSorted(
    (one, other) =>
      other.score - one.score ||
      compare(one.b.id, other.b.id) ||
      compare(one.a.id, other.a.id)
  )
  for (const {a, b} of sorted) {
    if (matched.has(b.id) || taken.has(a.id)) continue
    matched.set(b.id, a.id)
    taken.add(a.id)
  }
}

function candidates(
  before: readonly Known[],
  after: readonly Known[],
  sides: Sides,
  matched: ReadonlyMap<UnitId, UnitId>
): readonly Pair[] {
  const byName = grouped(before, namesOf)
  const homes = homesOf(before, sides.before)
  const search = searchIn(before.map(({shingles}) => shingles))
  return after.flatMap((b) => {
    const kin = new Set([
      ...namesOf(b).flatMap((name) => byName.get(name) ?? []),
      ...search(b.shingles).flatMap((at) => before[at] ?? []),
      ...relatives(b, sides.after, homes, matched)
    ])
    return [...kin].flatMap((a) => {
      const score = scoreOf(a, b, sides, matched)
      return score === undefined ? [] : [{a, b, score}]
    })
  })
}

function namesOf({
  soort,
  nummer,
  opschrift,
  identity
}: Known): readonly string[] {
  const named = nummer !== undefined || isBare(soort)
  return [
    ...(named ? [`${soort} nummer ${nummer ?? ''}`] : []),
    ...(opschrift === undefined ? [] : [`${soort} opschrift ${opschrift}`]),
    ...(identity === undefined ? [] : [`${soort} identiteit ${identity}`])
  ]
}

/** For each unit in another the units around it. */
function homesOf(
  units: readonly Known[],
  {leaves}: Side
): ReadonlyMap<UnitId, readonly Known[]> {
  return grouped(units, ({id}) => [...(leaves.get(id) ?? [])])
}

/** Units that held the same artikelen. */
function relatives(
  b: Known,
  {leaves}: Side,
  homes: ReadonlyMap<UnitId, readonly Known[]>,
  matched: ReadonlyMap<UnitId, UnitId>
): readonly Known[] {
  return [...(leaves.get(b.id) ?? [])].flatMap(
    (leaf) => homes.get(matched.get(leaf) ?? '') ?? []
  )
}

/** What has lapsed does not revive (Aanwijzingen voor de regelgeving 6.26); what was to lapse by its own words may have been kept. */
function wouldRevive(a: Known, b: Known): boolean {
  return a.isLapsed && !a.isEnded && !b.isLapsed
}

/** How well two units fit; nothing when they are not the same. */
function scoreOf(
  a: Known,
  b: Known,
  sides: Sides,
  matched: ReadonlyMap<UnitId, UnitId>
): number | undefined {
  if (a.soort !== b.soort || wouldRevive(a, b)) return undefined
  const evidence = evidenceOf(a, b, sides, matched)
  const {like, isIdentified, isNamed, isHeaded, isAlone} = evidence
  if (!isIdentified && !mayBeSame(a, b, evidence)) return undefined
  const isPlaced = sides.before.path(a) === sides.after.path(b)
  const heading = isAlone ? ownHeading : sameHeading
  // What keeps its number while it gives away most of its text, or takes in more, is what it was.
  const isKept = isAlone || (isNamed && hasWords(a) && hasWords(b))
  return (
    (isKept ? Math.max(like, overlap(a, b)) : like) +
    (isIdentified ? sameIdentity : 0) +
    (isNamed ? sameNumber : 0) +
    (isHeaded ? heading : 0) +
    (isPlaced ? samePlace : 0)
  )
}

/** What speaks for two units being the same. */
interface Evidence {
  readonly like: number
  readonly isNamed: boolean
  readonly isHeaded: boolean
  /** The heading is that of no other unit. */
  readonly isAlone: boolean
  readonly isIdentified: boolean
}

function evidenceOf(
  a: Known,
  b: Known,
  sides: Sides,
  matched: ReadonlyMap<UnitId, UnitId>
): Evidence {
  const {before, after, byNumber, isElsewhere} = sides
  const like = Math.max(
    likeness(a.shingles, b.shingles),
    sharedLeaves(a, b, sides, matched)
  )
  const hasName = a.nummer !== undefined || isBare(a.soort)
  const isHeaded = a.opschrift === b.opschrift && a.opschrift !== undefined
  const isNumberAlone = !isHeaded && like < numberAlone
  // What had lapsed and has no words stays what it was, wherever its words went.
  const isStillGone = a.isLapsed && b.isLapsed
  const isOtherwise =
    a.opschrift !== b.opschrift &&
    a.opschrift !== undefined &&
    b.opschrift !== undefined
  return {
    like,
    isNamed:
      a.nummer === b.nummer &&
      hasName &&
      (isStillGone ||
        !(
          isNumberAlone &&
          ((isOtherwise && !byNumber) || isElsewhere(a, b) || isElsewhere(b, a))
        )),
    isHeaded,
    isAlone: isHeaded && before.isHeadedAlone(a) && after.isHeadedAlone(b),
    isIdentified: a.identity === b.identity && a.identity !== undefined
  }
}

function mayBeSame(
  a: Known,
  b: Known,
  {like, isNamed, isHeaded, isAlone}: Evidence
): boolean {
  if (b.isLapsed) return isNamed
  const isOther =
    a.identity !== undefined &&
    b.identity !== undefined &&
    a.identity !== b.identity
  if (isOther) return like >= enoughToReturn
  if (a.isLapsed) return isNamed && like >= enoughToReturn
  if (isNamed || like >= enough) return true
  return (
    (isHeaded && like >= enoughWithHeading) ||
    (isAlone && overlap(a, b) >= enoughInside)
  )
}

function sharedLeaves(
  a: Known,
  b: Known,
  sides: Sides,
  matched: ReadonlyMap<UnitId, UnitId>
): number {
  const left = sides.before.leaves.get(a.id)
  const right = sides.after.leaves.get(b.id)
  if (!left || !right) return 0
  const shared = [...right].filter((id) => left.has(matched.get(id) ?? ''))
  return (2 * shared.length) / (left.size + right.size)
}

/** A toelichting goes with what it explains. */
function pairNotes(
  before: readonly Known[],
  after: readonly Known[],
  matched: Map<UnitId, UnitId>
): void {
  const byOwner = new Map(before.map((unit) => [unit.parent ?? '', unit.id]))
  for (const {id, parent} of after) {
    const owner = parent === undefined ? '' : matched.get(parent)
    const found = owner === undefined ? undefined : byOwner.get(owner)
    if (found !== undefined) matched.set(id, found)
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
