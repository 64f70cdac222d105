/**
 * Where what the texts of a regeling cite of that regeling is not there.
 *
 * Every reference is followed on every interval of both clocks. Nearly all of
 * them point at what lives always and never loses the part that is cited; only
 * for the others the moments are gone through.
 */
import {lawsFor} from '../citation/names.ts'
import {defined} from '../defined.ts'
import type {IsoDate, Regeling, Unit, Version} from '../model.ts'
import {select} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {
  type Citation,
  citationsOf,
  keyOf,
  partOf,
  type Spot
} from './citations.ts'
import {hasCited, type Index, indexUnits, unitsOf} from './cited-units.ts'
import {momentOf, stretchesIn} from './moments.ts'
import type {Around} from './rule.ts'
import {unreadFolders} from './unread.ts'

/** A reference that leads nowhere, or to what binds fewer, for some days. */
export interface Miss extends Spot {
  /** `lapse`: it was there on the day before. `laag`: it is UWO, for a text that is CAR. */
  readonly cause: 'absent' | 'lapse' | 'laag'
  readonly unit: Unit
  /** The text that cites. */
  readonly version: Version
  /** What is cited, in words. */
  readonly words: string
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
  for (const search of searchesIn(regeling, around)) {
    yield* absencesOf(search)
    const laag = laagMissOf(search)
    if (laag) yield laag
  }
}

interface Search {
  readonly regeling: Regeling
  readonly unit: Unit
  /** All that ever bear the number. */
  readonly units: readonly Unit[]
  readonly index: Index
  readonly citation: Citation
}

function* searchesIn(regeling: Regeling, around: Around): Generator<Search> {
  const laws = lawsFor(regeling, around.corpus.wetten)
  const index = indexUnits(regeling)
  const isWhole = !regeling.uittreksel && isRead(regeling, around)
  for (const unit of regeling.units) {
    for (const citation of citationsOf(unit, regeling, laws)) {
      const key = keyOf(citation.address)
      const units = unitsOf(citation, unit, index)
      // What an uittreksel does not hold is listed, and what could not be read is told of.
      const isTold = units.length > 0 || isWhole
      if (key !== undefined && isTold)
        yield {regeling, unit, units, index, citation}
    }
  }
}

/** Whether every text of a unit could be read. */
export function isRead(regeling: Regeling, around: Around): boolean {
  const {id} = regeling
  const besides = [id, `${id}/wijzigingen`]
  const folders = unreadFolders(regeling, around)
  return [...folders].every((folder) => besides.includes(folder))
}

/** For each cause the first days on which a citation leads nowhere. */
function absencesOf(search: Search): readonly Miss[] {
  const {unit, units, citation, index} = search
  const has = (version: Version): boolean => hasCited(version, citation, index)
  const [only] = units
  if (units.length === 1 && only && isAlways(only, has)) return []
  const isOwn = units.includes(unit) && [...citation.in.keys()].every(has)
  if (isOwn) return []
  const found = new Map<Miss['cause'], Miss>()
  for (const miss of runsOf(search, has)) {
    if (!found.has(miss.cause)) found.set(miss.cause, miss)
  }
  return [...found.values()]
}

type Has = (version: Version) => boolean

/** Each run of days on which a citation leads nowhere. */
function* runsOf(search: Search, has: Has): Generator<Miss> {
  let before: Stretch<Version> | undefined
  let open: Miss | undefined
  for (const stretch of stretchesIn(search.regeling, livesOf(search, has))) {
    const last = followsOn(before, stretch) ? before : undefined
    before = stretch
    const next = isMissed(stretch, search, has)
      ? missBehind(last, open, stretch, {...search, has})
      : undefined
    if (open && !isSameRun(open, next)) yield open
    open = next
  }
  if (open) yield open
}

/** The run that goes on, or a new one: a lapse where all was right on the day before. */
function missBehind(
  last: Stretch<Version> | undefined,
  open: Miss | undefined,
  stretch: Stretch<Version>,
  {has, ...search}: Search & {readonly has: Has}
): Miss | undefined {
  if (open && last) return until(open, stretch.until)
  if (!last || !isRight(last, search, has)) {
    return missAt(stretch, search, 'absent')
  }
  const miss = missAt(stretch, search, 'lapse')
  const gone = search.units.filter((_, at) => isHeld(last.held[at + 1], has))
  return (
    miss && {
      ...miss,
      ...defined({by: heldBy([...gone, ...search.units], stretch)})
    }
  )
}

function isSameRun(a: Miss, b: Miss | undefined): boolean {
  return a.from === b?.from && a.zicht === b.zicht
}

function isMissed(
  stretch: Stretch<Version>,
  {citation}: Search,
  has: Has
): boolean {
  return cites(stretch, citation) && !isThere(stretch, has)
}

function isRight(
  stretch: Stretch<Version>,
  {citation}: Search,
  has: Has
): boolean {
  return cites(stretch, citation) && isThere(stretch, has)
}

/** Whether the days of one stretch come right behind those of another, as known on the same day. */
function followsOn(
  before: Stretch<Version> | undefined,
  {zicht, from}: Stretch<Version>
): boolean {
  return before?.zicht === zicht && before.until === from
}

/** The first days on which a text for all members cites what binds only some. */
function laagMissOf(search: Search): Miss | undefined {
  const {regeling, unit, units, citation} = search
  // A toelichting explains, and binds nobody.
  if (!regeling.lagen.includes('UWO') || unit.soort === 'toelichting')
    return undefined
  const isUwo = (version: Version): boolean =>
    (partOf(version, citation)?.laag ??
      (partOf(version, citation) && version.laag)) === 'UWO'
  if (!units.some(({versions}) => versions.some(isUwo))) return undefined
  const all = new Map(
    [...citation.in].filter(
      ([version, {cited}]) => (cited.laag ?? version.laag) !== 'UWO'
    )
  )
  if (all.size === 0) return undefined
  const narrow = {...search, citation: {...citation, in: all}}
  const lives = livesOf(narrow, isUwo)
  for (const stretch of stretchesIn(regeling, lives)) {
    if (!cites(stretch, narrow.citation) || !isThere(stretch, isUwo)) continue
    return missAt(stretch, narrow, 'laag')
  }
  return undefined
}

function livesOf(
  {unit, units, citation}: Search,
  has: Has
): readonly (readonly Version[])[] {
  return [
    thin(unit.versions, (version) => `${citation.in.has(version)}`),
    ...units.map(({versions}) => thin(versions, (version) => `${has(version)}`))
  ]
}

function cites({held: [own]}: Stretch<Version>, citation: Citation): boolean {
  return (
    own?.selected.state === 'geldt' && citation.in.has(own.selected.version)
  )
}

function isThere({held}: Stretch<Version>, has: Has): boolean {
  return held.slice(1).some((period) => isHeld(period, has))
}

function isHeld(period: Stretch<Version>['held'][number], has: Has): boolean {
  return period?.selected.state === 'geldt' && has(period.selected.version)
}

/** The version that holds, or lapsed, of the first unit that has one. */
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
  {unit, citation}: Search,
  cause: Miss['cause']
): Miss | undefined {
  const moment = momentOf(stretch)
  const version = select(unit.versions, moment)?.version
  const place = version && citation.in.get(version)
  if (!place) return undefined
  const {from, zicht} = stretch
  const miss: Miss = {
    cause,
    unit,
    version,
    ...place,
    words: citation.words,
    from,
    zicht
  }
  return until(miss, stretch.until)
}

function until(miss: Miss, day: IsoDate | undefined): Miss {
  const {until: _, ...rest} = miss
  return {...rest, ...(day !== undefined && {until: day})}
}

/** Whether a unit lives on every day at every state of knowledge, always with what is asked. */
function isAlways({versions}: Unit, has: Has): boolean {
  return (
    versions.every(
      (version) =>
        !version.vervallen && version.tot === undefined && has(version)
    ) &&
    versions.some(
      ({days, setAside}) =>
        setAside === undefined &&
        days.length === 1 &&
        days[0]?.geldig === 'begin' &&
        days[0].known === 'altijd'
    )
  )
}
