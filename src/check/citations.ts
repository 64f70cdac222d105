/**
 * What the texts of a regeling cite of that regeling, and where that is not there.
 *
 * Every reference is followed on every interval of both clocks. Nearly all of
 * them point at what lives always and never loses the part that is cited; only
 * for the others the moments are gone through.
 */
import type {Address, Deel, Target} from '../citation/address.ts'
import {type Cited, findPath, referencesIn} from '../citation/cited.ts'
import {hereOf} from '../citation/here.ts'
import type {Laws} from '../citation/laws.ts'
import {lawsFor} from '../citation/names.ts'
import {resolveAddress} from '../citation/resolve.ts'
import {writeAddress} from '../citation/write.ts'
import type {IsoDate, Regeling, Unit, Version} from '../model.ts'
import {select} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {momentOf, stretchesIn} from './moments.ts'
import type {Around} from './rule.ts'
import {unreadFolders} from './unread.ts'

/** A reference that leads nowhere, or to what binds fewer, for some days. */
export interface Miss {
  /** `lapse`: it was there on the day before. `laag`: it is UWO, for a text that is CAR. */
  readonly cause: 'absent' | 'lapse' | 'laag'
  readonly unit: Unit
  /** The text that cites. */
  readonly version: Version
  readonly cited: Cited
  readonly target: Target
  /** What is cited, in words. */
  readonly words: string
  readonly from: Stretch<Version>['from']
  readonly zicht: Stretch<Version>['zicht']
  /** First day that is not in it; absent: without end. */
  readonly until?: IsoDate
  /** The version by which it went, in a lapse. */
  readonly by?: Version
}

interface Citation {
  readonly address: Address
  readonly words: string
  /** Each text that holds it, with the first place. */
  readonly in: Map<Version, {readonly cited: Cited; readonly target: Target}>
}

const known = new WeakMap<Regeling, readonly Miss[]>()

/** All misses of a regeling; asked for by several rules, and found once. */
export function missesIn(regeling: Regeling, around: Around): readonly Miss[] {
  const found = known.get(regeling) ?? [...findMisses(regeling, around)]
  known.set(regeling, found)
  return found
}

function* findMisses(regeling: Regeling, around: Around): Generator<Miss> {
  const laws = lawsFor(regeling, around.corpus.wetten)
  const bearers = bearersOf(regeling)
  const isWhole = unreadFolders(regeling, around).size === 0
  for (const unit of regeling.units) {
    const citations = citationsOf(unit, regeling, laws)
    for (const citation of citations.values()) {
      const key = keyOf(citation.address)
      const units = key === undefined ? undefined : (bearers.get(key) ?? [])
      if (!units) continue
      // What an uittreksel does not hold is listed, and what could not be read is told of.
      if (units.length === 0 && (regeling.uittreksel || !isWhole)) continue
      const search: Search = {regeling, unit, units, citation}
      const miss = absenceOf(search)
      if (miss) yield miss
      const laag = laagMissOf(search)
      if (laag) yield laag
    }
  }
}

interface Search {
  readonly regeling: Regeling
  readonly unit: Unit
  /** All that ever bear the number. */
  readonly units: readonly Unit[]
  readonly citation: Citation
}

/** Units by soort and number. */
function bearersOf({units}: Regeling): ReadonlyMap<string, readonly Unit[]> {
  const bearers = new Map<string, Unit[]>()
  for (const unit of units) {
    const nummers = new Set(unit.versions.flatMap(({nummer}) => nummer ?? []))
    for (const nummer of nummers) {
      const key = `${unit.soort} ${nummer.toLowerCase()}`
      const group = bearers.get(key)
      if (group) group.push(unit)
      else bearers.set(key, [unit])
    }
  }
  return bearers
}

/** The innermost unit of an address that bears a number; a toelichting goes with what it explains. */
function keyOf({eenheid}: Address): string | undefined {
  const last = eenheid.findLast(({soort}) => soort !== 'toelichting')
  return last?.nummer === undefined
    ? undefined
    : `${last.soort} ${last.nummer.toLowerCase()}`
}

function citationsOf(
  unit: Unit,
  regeling: Regeling,
  laws: Laws
): ReadonlyMap<string, Citation> {
  const citations = new Map<string, Citation>()
  const home = unit.soort === 'toelichting' ? homeOf(unit, regeling) : undefined
  const place = {unit, around: home ? [home] : []}
  for (const version of unit.versions) {
    if (version.vervallen || version.text.length === 0) continue
    for (const cited of referencesIn(version.text, laws)) {
      for (const [target, address] of addressesOf(cited, version, place)) {
        const words = writeAddress(address)
        const citation = citations.get(words) ?? {address, words, in: new Map()}
        if (!citation.in.has(version)) citation.in.set(version, {cited, target})
        citations.set(words, citation)
      }
    }
  }
  return citations
}

/** The addresses of a reference in this regeling and of this time, from where it stands. */
function* addressesOf(
  cited: Cited,
  version: Version,
  place: {readonly unit: Unit; readonly around: readonly Deel[]}
): Generator<readonly [Target, Address]> {
  const {reference} = cited
  // What read so at another time need not be there today.
  if (reference.soort !== 'bepaling' || reference.zoals) return
  for (const target of reference.targets) {
    if (target.vernummerd) continue
    for (const one of [target.address, target.tot]) {
      if (!one || one.regeling) continue
      const address = resolveAddress(one, hereOf(cited, version, place))
      if (address && address.eenheid.length > 0) yield [target, address]
    }
  }
}

/** What a toelichting explains, by the number it has first; its later ones are rare, and then it is not followed. */
function homeOf({parent}: Unit, {units}: Regeling): Deel | undefined {
  const home = units.find(({id}) => id === parent)
  const nummers = new Set(home?.versions.map(({nummer}) => nummer))
  const [nummer] = nummers
  return home && nummer !== undefined && nummers.size === 1
    ? {soort: home.soort, nummer}
    : undefined
}

const seen = new WeakMap<Version, Map<string, ReturnType<typeof findPath>>>()

/** What a version has at an address that bears its number; nothing if it has not. */
function partOf(
  version: Version,
  {address, words}: Citation
): ReturnType<typeof findPath> {
  const nummer = address.eenheid.findLast(
    ({soort}) => soort !== 'toelichting'
  )?.nummer
  if (version.nummer?.toLowerCase() !== nummer?.toLowerCase()) return undefined
  if (address.pad.length === 0) return {}
  const parts =
    seen.get(version) ?? new Map<string, ReturnType<typeof findPath>>()
  seen.set(version, parts)
  if (!parts.has(words)) parts.set(words, findPath(version.text, address))
  return parts.get(words)
}

/** The first days on which a citation leads nowhere. */
function absenceOf(search: Search): Miss | undefined {
  const {unit, units, citation} = search
  const has = (version: Version): boolean =>
    partOf(version, citation) !== undefined
  const [only] = units
  if (units.length === 1 && only && isAlways(only, has)) return undefined
  if (units.includes(unit) && [...citation.in.keys()].every(has))
    return undefined
  const lives = livesOf(search, has)
  let before: Stretch<Version> | undefined
  let miss: Miss | undefined
  for (const stretch of stretchesIn(search.regeling, lives)) {
    const isMiss = cites(stretch, citation) && !isThere(stretch, has)
    if (miss) {
      if (
        !isMiss ||
        stretch.zicht !== miss.zicht ||
        miss.until !== stretch.from
      )
        break
      miss = until(miss, stretch.until)
    } else if (isMiss) {
      const isLapse =
        before?.zicht === stretch.zicht &&
        before.until === stretch.from &&
        cites(before, citation) &&
        isThere(before, has)
      miss = missAt(stretch, search, isLapse ? 'lapse' : 'absent')
      if (!miss) return undefined
    }
    before = stretch
  }
  return miss
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
  has: (version: Version) => boolean
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

function isThere(
  {held}: Stretch<Version>,
  has: (version: Version) => boolean
): boolean {
  return held
    .slice(1)
    .some(
      (period) =>
        period?.selected.state === 'geldt' && has(period.selected.version)
    )
}

function missAt(
  stretch: Stretch<Version>,
  {unit, units, citation}: Search,
  cause: Miss['cause']
): Miss | undefined {
  const moment = momentOf(stretch)
  const version = select(unit.versions, moment)?.version
  const place = version && citation.in.get(version)
  if (!place) return undefined
  const by = units
    .map(({versions}) => select(versions, moment)?.version)
    .find((one) => one !== undefined)
  const {from, zicht} = stretch
  const miss = {
    cause,
    unit,
    version,
    ...place,
    words: citation.words,
    from,
    zicht
  }
  return until(cause === 'lapse' && by ? {...miss, by} : miss, stretch.until)
}

function until(miss: Miss, day: IsoDate | undefined): Miss {
  const {until: _, ...rest} = miss
  return {...rest, ...(day !== undefined && {until: day})}
}

/** Whether a unit lives on every day at every state of knowledge, always with what is asked. */
function isAlways(
  {versions}: Unit,
  has: (version: Version) => boolean
): boolean {
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
