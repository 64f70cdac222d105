/** What the texts of a unit cite of their own regeling. */
import type {Address, Deel, Target, Zoals} from '../citation/address.ts'
import {type Cited, referencesIn} from '../citation/cited.ts'
import {findPath} from '../citation/find-path.ts'
import {hereOf} from '../citation/here.ts'
import type {Laws} from '../citation/law-index.ts'
import {ledenInWords} from '../citation/leden-around.ts'
import {resolveAddress} from '../citation/resolve.ts'
import {writeAddress} from '../citation/write.ts'
import type {IsoDate, Regeling, Unit, UnitId, Version} from '../model.ts'
import {dayBefore} from '../time/days.ts'

/** One thing that is cited, with the texts that cite it. */
export interface Citation {
  readonly address: Address
  /** The address in words. */
  readonly words: string
  /** The unit itself, where a toelichting says `het tweede lid` of what it explains. */
  readonly home?: Unit
  /** Each text that holds it, with the first place. */
  readonly in: Map<Version, Spot>
}

/** One thing that is cited as it read on another day. */
export interface Static extends Pick<Citation, 'address' | 'words'> {
  readonly day: IsoDate
  readonly version: Version
  readonly spot: Spot
}

/** A place in a text, with the part of the reference that is meant. */
export interface Spot {
  readonly cited: Cited
  readonly target: Target
}

/** The innermost unit of an address that bears a number; a toelichting goes with what it explains. */
export function keyOf({eenheid}: Address): string | undefined {
  const last = eenheid.findLast(({soort}) => soort !== 'toelichting')
  return last?.nummer === undefined
    ? undefined
    : `${last.soort} ${last.nummer.toLowerCase()}`
}

/** All that a unit ever cites, each thing once. */
export function citationsOf(
  unit: Unit,
  regeling: Regeling,
  laws: Laws
): readonly Citation[] {
  const citations = new Map<string, Citation>()
  const home =
    unit.soort === 'toelichting'
      ? regeling.units.find(({id}) => id === unit.parent)
      : undefined
  for (const version of unit.versions.filter(({vervallen}) => !vervallen)) {
    const around = home ? partOfHome(home) : unitsAround(version, regeling)
    const place = {unit, around}
    for (const spot of spotsIn(version, laws)) {
      const isTold = home !== undefined && isOfHome(spot.target.address)
      for (const address of addressesOf(spot, version, place)) {
        add(citations, {address, ...(isTold && {home})}, version, spot)
      }
    }
  }
  return [...citations.values()]
}

/** `het tweede lid`, and not `paragraaf 2 van dit hoofdstuk`. */
function isOfHome({vanaf, eenheid}: Address): boolean {
  return (
    vanaf !== undefined && eenheid.every(({soort}) => soort === 'toelichting')
  )
}

/** What is cited at a spot: one address, or both ends of a range; nothing if one of them is not told. */
function addressesOf(
  {cited, target}: Spot,
  version: Version,
  place: Parameters<typeof ownAddress>[3]
): readonly Address[] {
  const {address, tot} = target
  const ends = tot ? [address, tot] : [address]
  const found = ends.flatMap(
    (end) => ownAddress(end, cited, version, place) ?? []
  )
  if (found.length !== ends.length) return []
  // `de vorige leden` are those that are there.
  const isAround = tot !== undefined && ledenInWords(address, tot) !== undefined
  return isAround
    ? found.filter((end) => findPath(version.text, end) !== undefined)
    : found
}

function add(
  citations: Map<string, Citation>,
  cited: Pick<Citation, 'address' | 'home'>,
  version: Version,
  spot: Spot
): void {
  const words = writeAddress(cited.address)
  const citation = citations.get(words) ?? {...cited, words, in: new Map()}
  if (!citation.in.has(version)) citation.in.set(version, spot)
  citations.set(words, citation)
}

/** What a unit cites as it read on another day that is told. */
export function* staticsOf(unit: Unit, laws: Laws): Generator<Static> {
  const place = {unit, around: []}
  for (const version of unit.versions.filter(({vervallen}) => !vervallen)) {
    for (const {spot, zoals} of citedIn(version, laws)) {
      const day = zoals && dayOf(zoals)
      if (day === undefined) continue
      for (const address of addressesOf(spot, version, place)) {
        yield {address, words: writeAddress(address), day, version, spot}
      }
    }
  }
}

/** The day whose text is meant; nothing if the text names none. */
function dayOf({dag, voor}: Zoals): IsoDate | undefined {
  return dag !== undefined && voor ? dayBefore(dag) : dag
}

/** The references of a text that speak of the regeling as it holds with that text. */
function* spotsIn(version: Version, laws: Laws): Generator<Spot> {
  for (const {spot, zoals} of citedIn(version, laws)) {
    // What read so at another time need not be there today.
    if (!zoals) yield spot
  }
}

function* citedIn(
  version: Version,
  laws: Laws
): Generator<{readonly spot: Spot; readonly zoals: Zoals | undefined}> {
  for (const cited of referencesIn(version.text, laws)) {
    const {reference} = cited
    if (reference.soort !== 'bepaling') continue
    for (const target of reference.targets) {
      if (!target.vernummerd)
        yield {spot: {cited, target}, zoals: reference.zoals}
    }
  }
}

/** An address in this regeling, from where it stands; nothing for another one. */
function ownAddress(
  address: Address,
  cited: Cited,
  version: Version,
  place: {readonly unit: Unit; readonly around: readonly Deel[]}
): Address | undefined {
  if (address.regeling) return undefined
  const found = resolveAddress(address, hereOf(cited, version, place))
  return found && found.eenheid.length > 0 ? found : undefined
}

/** What a toelichting explains, by a number that it bears; whether a lid is there is asked of the unit itself. */
function partOfHome({soort, versions}: Unit): readonly Deel[] {
  const nummer = versions.findLast((one) => one.nummer !== undefined)?.nummer
  return nummer === undefined ? [] : [{soort, nummer}]
}

const byId = new WeakMap<Regeling, ReadonlyMap<UnitId, Unit>>()

/** The units that hold a version, outermost first, each by the last number that it bears. */
function unitsAround(version: Version, regeling: Regeling): readonly Deel[] {
  const units =
    byId.get(regeling) ?? new Map(regeling.units.map((unit) => [unit.id, unit]))
  byId.set(regeling, units)
  const around = new Set<Unit>()
  let holder = units.get(version.in ?? units.get(version.unit)?.parent ?? '')
  while (holder && !around.has(holder)) {
    around.add(holder)
    holder = units.get(holder.versions.at(-1)?.in ?? holder.parent ?? '')
  }
  return [...around].toReversed().flatMap(partOfHome)
}

const seen = new WeakMap<Version, Map<string, ReturnType<typeof findPath>>>()

/** What a version has at an address that bears its number; nothing if it has not. */
export function partOf(
  version: Version,
  {address, words, home}: Pick<Citation, 'address' | 'words' | 'home'>
): ReturnType<typeof findPath> {
  const nummer = address.eenheid.findLast(
    ({soort}) => soort !== 'toelichting'
  )?.nummer
  const isOther = version.nummer?.toLowerCase() !== nummer?.toLowerCase()
  if (isOther && !home) return undefined
  if (address.pad.length === 0) return {}
  const parts =
    seen.get(version) ?? new Map<string, ReturnType<typeof findPath>>()
  seen.set(version, parts)
  if (!parts.has(words)) parts.set(words, findPath(version.text, address))
  return parts.get(words)
}
