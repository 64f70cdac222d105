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
import {containment, likeness, type Shingles, searchIn} from './similar.ts'

/** A unit on either side. */
export interface Known {
  /** Identity before; on the side of the new text its place in the list. */
  readonly id: UnitId
  readonly soort: Soort
  readonly nummer?: string
  readonly opschrift?: string
  /** Units around it on its own side. */
  readonly parent?: UnitId
  readonly shingles: Shingles
  /** Permanent identity that the source gives. */
  readonly identity?: string
  /** It has lapsed, and says so or once said so. */
  readonly isLapsed: boolean
}

const sameIdentity = 4
const sameNumber = 0.4
const sameHeading = 0.6
const samePlace = 0.1
/** Without the number, texts must be this much alike. */
const enough = 0.6
const enoughWithHeading = 0.3
/** What has lapsed does not revive, and what the source calls another unit is one: only a text that is there whole is the same unit all the same. */
const enoughToReturn = 0.8

/** For each unit of the new text that was there before, its identity. */
export function matchUnits(
  before: readonly Known[],
  after: readonly Known[]
): ReadonlyMap<UnitId, UnitId> {
  const matched = new Map<UnitId, UnitId>()
  const sides = {before: sideOf(before), after: sideOf(after)}
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

/** What one side knows of itself. */
interface Side {
  readonly path: (unit: Known) => string
  /** Artikelen and bijlagen that lie in each unit, at any depth. */
  readonly leaves: ReadonlyMap<UnitId, ReadonlySet<UnitId>>
}

interface Sides {
  readonly before: Side
  readonly after: Side
}

function sideOf(units: readonly Known[]): Side {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const leaves = new Map<UnitId, Set<UnitId>>()
  for (const {id, soort, parent} of units) {
    if (soort !== 'artikel' && soort !== 'bijlage') continue
    const seen = new Set<UnitId>()
    for (let at = parent; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const group = leaves.get(at)
      if (group) group.add(id)
      else leaves.set(at, new Set([id]))
      at = byId.get(at)?.parent
    }
  }
  const path = ({parent}: Known): string => {
    const steps: string[] = []
    for (let at = byId.get(parent ?? ''); at && steps.length < 20; ) {
      steps.push(`${at.soort} ${at.nummer ?? at.opschrift ?? ''}`)
      at = byId.get(at.parent ?? '')
    }
    return steps.join('/')
  }
  return {path, leaves}
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
  const byName = groupBy(before, namesOf)
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
  return groupBy(units, ({id}) => [...(leaves.get(id) ?? [])])
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

/** How well two units fit; nothing when they are not the same. */
function scoreOf(
  a: Known,
  b: Known,
  sides: Sides,
  matched: ReadonlyMap<UnitId, UnitId>
): number | undefined {
  if (a.soort !== b.soort) return undefined
  const isNamed =
    a.nummer === b.nummer && (a.nummer !== undefined || isBare(a.soort))
  const like = Math.max(
    // What keeps its number while it gives away most of its text, or takes in more, is what it was.
    (isNamed ? containment : likeness)(a.shingles, b.shingles),
    sharedLeaves(a, b, sides, matched)
  )
  const isHeaded = a.opschrift === b.opschrift && a.opschrift !== undefined
  const isIdentified = a.identity === b.identity && a.identity !== undefined
  if (!isIdentified && !mayBeSame({a, b, like, isNamed, isHeaded})) {
    return undefined
  }
  const isPlaced = sides.before.path(a) === sides.after.path(b)
  return (
    like +
    (isIdentified ? sameIdentity : 0) +
    (isNamed ? sameNumber : 0) +
    (isHeaded ? sameHeading : 0) +
    (isPlaced ? samePlace : 0)
  )
}

interface Likeness {
  readonly a: Known
  readonly b: Known
  readonly like: number
  readonly isNamed: boolean
  readonly isHeaded: boolean
}

function mayBeSame({a, b, like, isNamed, isHeaded}: Likeness): boolean {
  if (b.isLapsed) return isNamed
  const isOther =
    a.identity !== undefined &&
    b.identity !== undefined &&
    a.identity !== b.identity
  if (isOther) return like >= enoughToReturn
  if (a.isLapsed) return isNamed && like >= enoughToReturn
  return isNamed || like >= enough || (isHeaded && like >= enoughWithHeading)
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

function groupBy<T>(
  entries: readonly T[],
  keysOf: (entry: T) => readonly string[]
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key)
      if (group) group.push(entry)
      else groups.set(key, [entry])
    }
  }
  return groups
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
