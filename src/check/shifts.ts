/**
 * Where an unchanged text comes to mean something else, because what it cites
 * gave its number, or its place, to another unit.
 *
 * A text means what its words led to on the first day on which it held, as
 * known when it became known: later texts are written with the numbers of
 * their own day in mind. What only took the place of what lapsed goes on as
 * what is meant; what lived beside it is something else.
 */
import {isSeveral} from '../citation/beside.ts'
import type {Spot} from '../citation/nowhere.ts'
import {defined} from '../defined.ts'
import type {IsoDate, Regeling, Unit, Version} from '../model.ts'
import {compareGeldig} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {lifeAt, momentAt, type Start} from '../time/timeline.ts'
import type {Citation} from './citations.ts'
import {hasCited} from './cited-units.ts'
import {stretchesIn} from './moments.ts'
import type {Around} from './rule.ts'
import {citingIn, followsOn, livesFor, searchesIn} from './searches.ts'
import {type Seek, type Sought, seek} from './seek.ts'

/** A text that means another unit, for some days, than it did when it was written. */
export interface Shift extends Spot, Pick<Citation, 'lead' | 'words'> {
  /** The text that cites. */
  readonly version: Version
  readonly was: Unit
  readonly becomes: Unit
  readonly from: Stretch<Version>['from']
  readonly zicht: Stretch<Version>['zicht']
  /** First day that is not in it; absent: without end. */
  readonly until?: IsoDate
}

/** For each text and each thing that it cites the first days on which that is another unit. */
export function* shiftsIn(
  regeling: Regeling,
  around: Around
): Generator<Shift> {
  for (const sought of searchesIn(regeling, around)) {
    if (!meansOne(sought.citation)) continue
    const {index} = sought
    const search = {
      ...sought,
      seek: seek(sought, (version, leg) => hasCited(version, leg, index))
    }
    if (search.seek.units.length > 1) yield* shiftsOf(search)
  }
}

/** Whether one unit is meant, which words of a number or a place may come to lead past. */
function meansOne({lead, words}: Citation): boolean {
  return lead === 'number' || (lead === 'beside' && !isSeveral(words))
}

interface Search extends Sought {
  readonly seek: Seek
}

/** What is known of the meaning of a text, as moments go by. */
interface Meaning {
  /** What its words led to first, and what took the place of that. */
  readonly meant: Unit[]
  shift?: Shift | undefined
}

function* shiftsOf(search: Search): Generator<Shift> {
  if (!hasSeveral(search)) return
  const rootOf = rootsIn(search)
  const meanings = new Map<Version, Meaning>()
  const label = (version: Version): string =>
    search.citation.in.has(version) ? version.path : ''
  let before: Stretch<Version> | undefined
  for (const {stretch, version, now} of readingsOf(search, label)) {
    const root = rootOf(version)
    const meaning = meanings.get(root) ?? {meant: []}
    meanings.set(root, meaning)
    const isNext = followsOn(before, stretch)
    before = stretch
    if (!means(meaning, now, stretch)) {
      const next = shiftAt(stretch, search, {version, meaning, now})
      meaning.shift = isNext
        ? joined(meaning.shift, next)
        : (meaning.shift ?? next)
    }
  }
  for (const {shift} of meanings.values()) if (shift) yield shift
}

interface Read {
  readonly stretch: Stretch<Version>
  readonly version: Version
  /** The one unit to which the words lead. */
  readonly now: Unit
}

/** Every stretch in which a text cites, and that leads to one unit. */
function* readingsOf(
  search: Search,
  label: (version: Version) => string
): Generator<Read> {
  const lives = livesFor(search, search.seek, label)
  for (const stretch of stretchesIn(search.regeling, lives)) {
    const version = citingIn(stretch, search)
    const found = version && search.seek.found(stretch.held.slice(1))
    const [now, ...others] = found ?? []
    if (version && now && others.length === 0) yield {stretch, version, now}
  }
}

/** Whether the words lead to more than one unit, as days go by: of nearly all that is cited they do not. */
function hasSeveral(search: Search): boolean {
  const found = new Set<Unit>()
  const label = (version: Version): string =>
    `${search.citation.in.has(version)}`
  for (const {now} of readingsOf(search, label)) {
    if (found.add(now).size > 1) return true
  }
  return false
}

/** A text that only got another number or place goes on as the text on which it was written. */
function rootsIn({unit, citation}: Sought): (version: Version) => Version {
  const roots = new Map<Version, Version>()
  const byName = new Map(
    unit.versions.map((version) => [nameOf(version), version])
  )
  const rootOf = (version: Version): Version => {
    const known = roots.get(version)
    if (known) return known
    roots.set(version, version)
    const basis = byName.get(version.basis ?? '')
    const isSame = basis && citation.in.has(basis) && isSameText(basis, version)
    const root = isSame ? rootOf(basis) : version
    roots.set(version, root)
    return root
  }
  return rootOf
}

function nameOf({path}: Version): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '')
}

function isSameText(a: Version, b: Version): boolean {
  return JSON.stringify(a.text) === JSON.stringify(b.text)
}

/** Whether a unit is what a text means; the first to which its words lead is. */
function means(
  {meant}: Meaning,
  now: Unit,
  stretch: Stretch<Version>
): boolean {
  const [was] = meant
  if (meant.includes(now)) return true
  if (was && !isHeir(now, was, stretch)) return false
  meant.push(now)
  return true
}

/** Whether a unit took the place of another: it says so, or it came when that one had lapsed. */
function isHeir(now: Unit, was: Unit, stretch: Stretch<Version>): boolean {
  const saysSo =
    now.versions.some(({uit}) => uit.includes(was.id)) ||
    was.versions.some(({opgegaanIn}) => opgegaanIn.includes(now.id))
  return saysSo || !livedTogether([now, was], stretch)
}

/** Whether two units lived on one day, up to the first day of a stretch and as known then. */
function livedTogether(
  units: readonly [Unit, Unit],
  {zicht, from}: Stretch<Version>
): boolean {
  const day = momentAt(from, zicht).zicht
  const [ours = [], theirs = []] = units.map(({versions}) =>
    lifeAt(versions, day).filter(
      (period) =>
        period.selected.state === 'geldt' &&
        compareGeldig(period.from, from) <= 0
    )
  )
  return ours.some((one) =>
    theirs.some(
      (other) => isBefore(one.from, other) && isBefore(other.from, one)
    )
  )
}

function isBefore(start: Start, {until}: {readonly until?: IsoDate}): boolean {
  return start === 'begin' || until === undefined || start < until
}

function shiftAt(
  {from, zicht, until}: Stretch<Version>,
  {citation}: Search,
  {version, meaning, now}: Pick<Read, 'version' | 'now'> & {meaning: Meaning}
): Shift | undefined {
  const spot = citation.in.get(version)
  const [was] = meaning.meant
  return (
    spot &&
    was && {
      ...spot,
      lead: citation.lead,
      words: citation.words,
      version,
      was,
      becomes: now,
      from,
      zicht,
      ...defined({until})
    }
  )
}

/** A shift that goes on; of several only the first is told. */
function joined(
  shift: Shift | undefined,
  next: Shift | undefined
): Shift | undefined {
  const goesOn =
    shift?.until !== undefined &&
    shift.until === next?.from &&
    shift.zicht === next.zicht &&
    shift.becomes === next.becomes
  if (!goesOn) return shift ?? next
  const {until: _, ...rest} = shift
  return {...rest, ...defined({until: next.until})}
}
