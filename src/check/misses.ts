/**
 * Where what the texts of a regeling cite of that regeling is not there.
 *
 * Every reference is followed on every interval of both clocks. Nearly all of
 * them point at what lives always and never loses the part that is cited; only
 * for the others the moments are gone through.
 */
import type {Spot} from '../citation/nowhere.ts'
import {defined} from '../defined.ts'
import type {IsoDate, Regeling, Unit, Version} from '../model.ts'
import {select} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {type Citation, partOf} from './citations.ts'
import {hasCited, unitsOf} from './cited-units.ts'
import {isLasting} from './lasting.ts'
import {momentOf, stretchesIn} from './moments.ts'
import type {Around} from './rule.ts'
import {citingIn, followsOn, livesFor, searchesIn} from './searches.ts'
import {type Ask, type Seek, type Sought, seek} from './seek.ts'

/** A reference that leads nowhere, or to what binds fewer, for some days. */
export interface Miss extends Spot, Pick<Citation, 'lead' | 'words'> {
  /** `lapse`: it was there on the day before. `laag`: it is UWO, for a text that is CAR. */
  readonly cause: 'absent' | 'lapse' | 'laag'
  readonly unit: Unit
  /** The text that cites. */
  readonly version: Version
  readonly from: Stretch<Version>['from']
  readonly zicht: Stretch<Version>['zicht']
  /** First day that is not in it; absent: without end. */
  readonly until?: IsoDate
  /** The version by which it went, in a lapse. */
  readonly by?: Version
}

const known = new WeakMap<Regeling, readonly Miss[]>()

/** All misses of a regeling; asked for by several rules, and found once. */
export function missesIn(regeling: Regeling, around: Around): readonly Miss[] {
  const found = known.get(regeling) ?? [...findMisses(regeling, around)]
  known.set(regeling, found)
  return found
}

function* findMisses(regeling: Regeling, around: Around): Generator<Miss> {
  for (const sought of searchesIn(regeling, around)) {
    yield* absencesOf(sought)
    const laag = laagMissOf(sought)
    if (laag) yield laag
  }
}

interface Search extends Sought {
  readonly seek: Seek
}

/** For each cause the first days on which a citation leads nowhere. */
function absencesOf(sought: Sought): readonly Miss[] {
  const {index} = sought
  const ask: Ask = (version, leg) => hasCited(version, leg, index)
  if (isSurelyThere(sought, ask)) return []
  const found = new Map<Miss['cause'], Miss>()
  for (const miss of runsOf({...sought, seek: seek(sought, ask)})) {
    if (!found.has(miss.cause)) found.set(miss.cause, miss)
  }
  return [...found.values()]
}

/** Whether no moment needs a look: what is cited lives always, or in the text itself. */
function isSurelyThere({unit, citation, index}: Sought, ask: Ask): boolean {
  const {lead} = citation
  if (lead === 'nowhere' || lead === 'beside') return false
  const units = unitsOf(citation, unit, index)
  const [only] = units
  const has = (version: Version): boolean => ask(version, citation)
  const isAlways =
    units.length === 1 && only && isLasting(only) && only.versions.every(has)
  const isOwn = units.includes(unit) && [...citation.in.keys()].every(has)
  return isAlways || isOwn
}

/** Each run of days on which a citation leads nowhere. */
function* runsOf(search: Search): Generator<Miss> {
  const {regeling, citation} = search
  const lives = livesFor(
    search,
    search.seek,
    (version) => `${citation.in.has(version)}`
  )
  let before: Stretch<Version> | undefined
  let open: Miss | undefined
  for (const stretch of stretchesIn(regeling, lives)) {
    const last = followsOn(before, stretch) ? before : undefined
    before = stretch
    const isMissed = foundIn(stretch, search)?.length === 0
    const next = isMissed ? missBehind(last, open, stretch, search) : undefined
    if (open && !isSameRun(open, next)) yield open
    open = next
  }
  if (open) yield open
}

/** What is cited in a stretch; nothing if nothing cites then, or it cannot be told. */
function foundIn(
  stretch: Stretch<Version>,
  search: Search
): readonly Unit[] | undefined {
  return citingIn(stretch, search)
    ? search.seek.found(stretch.held.slice(1))
    : undefined
}

/** The run that goes on, or a new one: a lapse where all was right on the day before. */
function missBehind(
  last: Stretch<Version> | undefined,
  open: Miss | undefined,
  stretch: Stretch<Version>,
  search: Search
): Miss | undefined {
  if (open && last) return until(open, stretch.until)
  const gone = (last && foundIn(last, search)) ?? []
  if (gone.length === 0) return missAt(stretch, search, 'absent')
  const miss = missAt(stretch, search, 'lapse')
  const by = heldBy([...gone, ...search.seek.units], stretch)
  return miss && {...miss, ...defined({by})}
}

function isSameRun(a: Miss, b: Miss | undefined): boolean {
  return a.from === b?.from && a.zicht === b.zicht
}

/** The first days on which a text for all members cites what binds only some. */
function laagMissOf(sought: Sought): Miss | undefined {
  const {regeling, unit, citation} = sought
  // A toelichting explains, and binds nobody.
  if (!regeling.lagen.includes('UWO') || unit.soort === 'toelichting')
    return undefined
  const ask: Ask = (version, leg) =>
    (partOf(version, leg)?.laag ?? (partOf(version, leg) && version.laag)) ===
    'UWO'
  if (!mayBeUwo(sought, ask)) return undefined
  const all = new Map(
    [...citation.in].filter(
      ([version, {cited}]) => (cited.laag ?? version.laag) !== 'UWO'
    )
  )
  if (all.size === 0) return undefined
  const narrow = {...sought, citation: {...citation, in: all}}
  const search = {...narrow, seek: seek(narrow, ask)}
  const lives = livesFor(
    search,
    search.seek,
    (version) => `${all.has(version)}`
  )
  for (const stretch of stretchesIn(regeling, lives)) {
    if ((foundIn(stretch, search)?.length ?? 0) > 0)
      return missAt(stretch, search, 'laag')
  }
  return undefined
}

/** Whether any version that is ever cited is UWO; what is told by its place is looked for by day. */
function mayBeUwo({citation, unit, index}: Sought, ask: Ask): boolean {
  return (
    citation.lead === 'beside' ||
    unitsOf(citation, unit, index).some(({versions}) =>
      versions.some((version) => ask(version, citation))
    )
  )
}

function heldBy(
  units: readonly Unit[],
  stretch: Stretch<Version>
): Version | undefined {
  const moment = momentOf(stretch)
  return units
    .map(({versions}) => select(versions, moment)?.version)
    .find((one) => one !== undefined)
}

function missAt(
  stretch: Stretch<Version>,
  {unit, citation}: Sought,
  cause: Miss['cause']
): Miss | undefined {
  const version = select(unit.versions, momentOf(stretch))?.version
  const place = version && citation.in.get(version)
  if (!place) return undefined
  const {from, zicht} = stretch
  const {lead, words} = citation
  const miss: Miss = {cause, unit, version, lead, ...place, words, from, zicht}
  return until(miss, stretch.until)
}

function until(miss: Miss, day: IsoDate | undefined): Miss {
  const {until: _, ...rest} = miss
  return {...rest, ...(day !== undefined && {until: day})}
}
