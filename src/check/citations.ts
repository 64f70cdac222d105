/** What the texts of a unit cite of their own regeling. */
import type {Address, Zoals} from '../citation/address.ts'
import {countsUnits, stepOf} from '../citation/beside.ts'
import {type Cited, referencesIn} from '../citation/cited.ts'
import {findPath} from '../citation/find-path.ts'
import {hereOf} from '../citation/here.ts'
import type {Laws} from '../citation/law-index.ts'
import {ledenInWords} from '../citation/leden-around.ts'
import {isSure, leadsNowhere, type Spot} from '../citation/nowhere.ts'
import {type Here, resolveAddress} from '../citation/resolve.ts'
import {writeAddress} from '../citation/write.ts'
import type {IsoDate, Regeling, Unit, Version} from '../model.ts'
import {dayBefore} from '../time/days.ts'
import {type Place, placeOf} from './around.ts'

/**
 * How something is cited. `number`: by soort and number. `unit`: a unit that
 * is told from where the text stands, whatever its number. `beside`: by its
 * place among others, which differs by day. `nowhere`: for certain not there.
 */
type Lead = 'number' | 'unit' | 'beside' | 'nowhere'

/** One thing that is cited, with the texts that cite it. */
export interface Citation {
  readonly lead: Lead
  readonly address: Address
  /** The address in words. */
  readonly words: string
  /** The unit itself: what a toelichting explains, and what `dit hoofdstuk` is. */
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
  {laws, isWhole}: {readonly laws: Laws; readonly isWhole: boolean}
): readonly Citation[] {
  const citations = new Map<string, Citation>()
  for (const version of textsOf(unit)) {
    const all = referencesIn(version.text, laws)
    const place = placeOf(version, unit, regeling)
    for (const {spot, zoals} of spotsIn(all)) {
      // What read so at another time need not be there today.
      if (zoals) continue
      const text: Text = {version, place, isWhole, all: () => all}
      for (const led of leadsOf(spot, text)) add(citations, led, version, spot)
    }
  }
  return [...citations.values()]
}

/** A text that cites, with what decides where that leads. */
interface Text {
  readonly version: Version
  readonly place: Place
  /** Whether all that the regeling has is known. */
  readonly isWhole: boolean
  readonly all: () => readonly Cited[]
}

type Led = Omit<Citation, 'in'>

/** Where a spot leads: to one address, or to both ends of a range; nothing where that is not told. */
function leadsOf(spot: Spot, text: Text): readonly Led[] {
  const {cited, target} = spot
  const {address} = target
  if (address.regeling) return []
  const {version, place, isWhole, all} = text
  const here = hereOf(cited, version, place)
  const around = isWhole && place.soorten
  const standing = {here, all, ...(around && {around})}
  if (leadsNowhere(spot, standing)) {
    return [{lead: 'nowhere', address, words: quoteOf(spot)}]
  }
  const step = stepOf(address)
  if (step) {
    const {unit, soorten} = place
    const isTold = isWhole && countsUnits(step, unit.soort, soorten)
    return isTold && isSure(address, spot, standing)
      ? [{lead: 'beside', address, words: quoteOf(spot)}]
      : []
  }
  return addressesOf(spot, version, here).map((found) => {
    const home = homeIn(address, place, found)
    const words = writeAddress(found)
    return home
      ? {lead: 'unit', address: found, words, home}
      : {lead: 'number', address: found, words}
  })
}

/** The words of a reference as the text has them, with what it is of. */
function quoteOf({cited: {words, reference}, target}: Spot): string {
  const isAlone =
    reference.soort === 'bepaling' && reference.targets.length === 1
  return words.slice(target.from, isAlone ? reference.to : target.to)
}

/** The unit that is meant, where that is told from where the text stands and not by a number. */
function homeIn(
  {vanaf, eenheid}: Address,
  {unit, home, holders}: Place,
  found: Address
): Unit | undefined {
  const isOwn = eenheid.every(({soort}) => soort === 'toelichting')
  if (!vanaf || !isOwn) return undefined
  if (home) return home
  const soort = found.eenheid[0]?.soort
  return soort === unit.soort
    ? undefined
    : holders.findLast((holder) => holder.soort === soort)
}

/** What is cited at a spot: one address, or both ends of a range; nothing if one of them is not told. */
function addressesOf(
  {target}: Spot,
  version: Version,
  here: Here
): readonly Address[] {
  const {address, tot} = target
  const ends = tot ? [address, tot] : [address]
  const found = ends.flatMap((end) => ownAddress(end, here) ?? [])
  if (found.length !== ends.length) return []
  // `de vorige leden` are those that are there.
  const isAround = tot !== undefined && ledenInWords(address, tot) !== undefined
  return isAround
    ? found.filter((end) => findPath(version.text, end) !== undefined)
    : found
}

/** An address in this regeling, from where it stands; nothing for another one. */
function ownAddress(address: Address, here: Here): Address | undefined {
  if (address.regeling) return undefined
  const found = resolveAddress(address, here)
  return found && found.eenheid.length > 0 ? found : undefined
}

function add(
  citations: Map<string, Citation>,
  led: Led,
  version: Version,
  spot: Spot
): void {
  const key = `${led.lead} ${led.words}`
  const citation = citations.get(key) ?? {...led, in: new Map()}
  if (!citation.in.has(version)) citation.in.set(version, spot)
  citations.set(key, citation)
}

/** What a unit cites as it read on another day that is told. */
export function* staticsOf(unit: Unit, laws: Laws): Generator<Static> {
  const place = {unit, around: []}
  for (const version of textsOf(unit)) {
    for (const {spot, zoals} of spotsIn(referencesIn(version.text, laws))) {
      const day = zoals && dayOf(zoals)
      if (day === undefined) continue
      const here = hereOf(spot.cited, version, place)
      for (const address of addressesOf(spot, version, here)) {
        yield {address, words: writeAddress(address), day, version, spot}
      }
    }
  }
}

/** The day whose text is meant; nothing if the text names none. */
function dayOf({dag, voor}: Zoals): IsoDate | undefined {
  return dag !== undefined && voor ? dayBefore(dag) : dag
}

function textsOf({versions}: Unit): readonly Version[] {
  return versions.filter(({vervallen}) => !vervallen)
}

/** The provisions that references name, with the time whose text is meant. */
function* spotsIn(
  all: readonly Cited[]
): Generator<{readonly spot: Spot; readonly zoals: Zoals | undefined}> {
  for (const cited of all) {
    const {reference} = cited
    if (reference.soort !== 'bepaling') continue
    for (const target of reference.targets) {
      if (!target.vernummerd)
        yield {spot: {cited, target}, zoals: reference.zoals}
    }
  }
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
