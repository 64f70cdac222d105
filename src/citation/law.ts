/** A law that is named without a provision of it. Kernel. */
import type {BepalingReference, Reference, RegelingNaam} from './address.ts'
import {artikelWord, readPlaces} from './artikel.ts'
import {eachOf} from './back.ts'
import {noLaws} from './law-index.ts'
import {readCapitals, readLone, readShortWet} from './law-name.ts'
import {readKnownLaw, readOwn, readRegeling} from './laws.ts'
import {ofGroup} from './lone-name.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'
import {type Place, targetsOf} from './targets.ts'
import {readUnits} from './unit.ts'
import {withZoals} from './zoals.ts'

/** `Awb, titel 4.2`. */
function readUnit(scan: Scan, from: number): readonly Place[] {
  const units = readUnits(scan)
  const nummer = units?.items[0]?.nummer
  if (units?.items.length !== 1 || nummer === undefined) return []
  const eenheid = [{soort: units.soort, nummer}]
  return [{from, to: scan.at, eenheid, ways: []}]
}

const lawWord =
  /(?:^|[^A-Za-zÀ-ÿ])(?:de|het|der|een|deze|van|krachtens|ingevolge|volgens|conform|via|uit|en|of|in|op|bij|onder|zie|ex|aan|respectievelijk|dan wel|alsmede) $|[‘“"«]$/i

const isOf = /,? van (?!(?:toepassing|kracht|overeenkomstige|belang) )/y

/** `de AOW gerechtigde leeftijd`: half of a word that somebody wrote as two. */
const halfWord =
  /-|(?: (?:gerechtigde?n?|leeftijd|uitkering(?:en)?|premies?|pensioen|normen|norm)(?![a-z]))/y

/** `de Distributiewet: artikel 4; de Hamsterwet, …`: laws one by one, each with its artikelen. */
const enumerated = /(?:[;:] |^|[«“„‘])(?:van )?(?:de |het )?$/

/** What stands between the name of a law and its artikelen. */
function eatJoint(scan: Scan, from: number): boolean {
  const isItem = enumerated.test(before(scan, from))
  if (isItem && eat(scan, /: (?=[Aa]rt)/y)) return true
  return (
    eat(scan, /,? (?=[Aa]rt)|,? (?=\d{1,2}:\d)|, (?=[a-z§])/y) !== undefined
  )
}

/** `Afdeling 5 Regeling voor gebruikte goederen`, all that stands before it in a text of its own. */
const inHeading =
  /^(?:Afdeling|Hoofdstuk|Titel|Paragraaf|§) [\dIVX][\dIVX.]{0,7}[a-z]?\.? $/

/** A law by name alone; an abbreviation only where an article or a preposition shows that it is one. */
export function readLaw(reading: Reading): BepalingReference | undefined {
  const {scan, laws, found} = reading
  const from = scan.at
  if (
    isDefined(scan.text, from, found) ||
    /(?:^|[^a-z])(?:deze|dit|onderhavige) $/i.test(before(scan, from, 12)) ||
    ofGroup.test(before(scan, from, 16)) ||
    inHeading.test(before(scan, from, 24))
  )
    return undefined
  if (attempt(scan, () => readOwn(scan, laws) || undefined))
    return readInOwn(reading, from)
  const known = readKnownLaw(scan, laws)
  if (known && isWord(scan, {from, found, isShort: known.isShort}))
    return undefined
  const shaped = known ? undefined : readUnlisted(scan)
  const regeling = known?.regeling ?? shaped
  if (!regeling || isSame(regeling, scan.text, from, found)) return undefined
  const around = attempt(scan, () => {
    if (!eatJoint(scan, from)) return undefined
    const isArtikel = eat(scan, artikelWord) ?? sees(scan, /\d/y)
    const parts = isArtikel ? readPlaces(scan, from) : readUnit(scan, from)
    // `de Wet A, artikel 5 van de Wet B`: the artikel is not of the first.
    if (parts.length === 0 || sees(scan, isOf)) return undefined
    return isArtikel && attempt(scan, () => readRegeling(scan, laws))
      ? undefined
      : parts
  })
  const targets = eachOf(regeling).flatMap((one) =>
    around
      ? around.flatMap((place) =>
          targetsOf(place, {around: [], regeling: one, laws})
        )
      : [{from, to: scan.at, address: {regeling: one, eenheid: [], pad: []}}]
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** `CAR/UWO, artikel 6:4, lid 2`: our own name is only part of a reference. */
function readInOwn(
  {scan, own}: Reading,
  from: number
): BepalingReference | undefined {
  const places = attempt(scan, () =>
    eat(scan, /,? (?=[Aa]rt)/y) && eat(scan, artikelWord)
      ? readPlaces(scan, from)
      : undefined
  )
  if (!places?.length || sees(scan, isOf)) return undefined
  const targets = places.flatMap((place) =>
    targetsOf(place, {around: [], regeling: undefined, laws: noLaws})
  )
  own.add(scan.at)
  return {soort: 'bepaling', from, to: scan.at, targets}
}

interface Short {
  readonly from: number
  readonly found: readonly Reference[]
  readonly isShort: boolean
}

/** What looks like a law that is known, and is half of a word, or what a list of terms explains. */
function isWord(scan: Scan, {from, found, isShort}: Short): boolean {
  if (isTerm(scan, from)) return true
  if (!isShort) return false
  const isLaw =
    lawWord.test(before(scan, from)) ||
    isListed(scan.text, from, found) ||
    sees(scan, /,? [Aa]rt(?:ikel(?:en)?|t?\.)? \d/y) ||
    isPlain(scan.text.slice(from, scan.at + 1))
  return !isLaw || sees(scan, halfWord)
}

function readUnlisted(scan: Scan): RegelingNaam | undefined {
  const isThe = /(?:^|[^A-Za-z])de $/i.test(before(scan, scan.at, 5))
  return (
    readLone(scan) ??
    (isThe ? (readShortWet(scan) ?? readCapitals(scan)) : undefined)
  )
}

/** `Wnra`, `Bbz 2004`: an abbreviation that is nothing else; before a colon it is explained. */
function isPlain(words: string): boolean {
  return (
    /^[A-Z][a-z]+[A-Za-z]*(?: \d{4})?[^:]?$/.test(words) ||
    /\d{4}[^:]?$/.test(words)
  )
}

/** The next of some laws: `de WW, ZW en WIA`. */
function isListed(
  text: string,
  from: number,
  found: readonly Reference[]
): boolean {
  const last = found.at(-1)
  if (
    last?.soort !== 'bepaling' ||
    !/^(?:, |\/)$/.test(text.slice(last.to, from))
  )
    return false
  return last.targets.some(
    ({address}) =>
      address.regeling !== undefined && address.eenheid.length === 0
  )
}

const defines =
  /[(;,] ?(?:hierna|verder|ook|voortaan)(?: ook)?(?: te noemen| genoemd| aangeduid als)?:? (?:de |het )?[‘“"'«]?(?:[A-Za-z0-9 ]{1,20}[’”"'»]?,? (?:en |of )?(?:de |het )?[‘“"'«]?)?$/

/** `h. Wet SUWI: Wet structuur …`: what a list of terms explains is its own word. */
function isTerm(scan: Scan, from: number): boolean {
  const mark = before(scan, from, 5)
  if (/^[a-z]{1,2}[.)] $/.test(mark)) return sees(scan, /: [A-Za-z]/y)
  return /^(?:[a-z] )?$/.test(mark) && sees(scan, /: (?:de |het )?[A-Z]/y)
}

/** The name in full between brackets: `de WIA (Wet werk en inkomen naar arbeidsvermogen)`. */
function isSame(
  {naam}: RegelingNaam,
  text: string,
  from: number,
  found: readonly Reference[]
): boolean {
  const last = found.at(-1)
  if (last?.soort !== 'bepaling' || text.slice(last.to, from) !== ' (')
    return false
  return last.targets.some(({address}) => address.regeling?.naam === naam)
}

/** `(Wabo)`, `(Wet Bibob)`, `(Marktverordening Voorbeeldstad 2013)`. */
const alias =
  /^ \((?:(?:de |het )?(?:Wet )?[^()\s]{1,15}|(?:Cao|CAO|cao) [A-Z][^()]{1,40}|[A-Z][a-z-]*(?:verordening|regeling|reglement|besluit|beleidsregels?)[^()]{0,80})\)/

const underWet =
  /^ \([A-Z][a-z-]*(?:verordening|regeling|reglement|besluit|beleidsregels?)/

/** `(‘Integrale-GMO-verordening’)`: what stands between brackets and quotes is said of what was named before. */
const inQuotesOnly =
  /^\((?:‘[^’()]+’|“[^”()]+”|„[^”()]+”|"[^"()]+"|'[^'()]+')\)/

/** What stands for a name is no longer than it, and no besluit where the name is that of a wet. */
function isOther(short: string, found: readonly Reference[]): boolean {
  const last = found.at(-1)
  if (last === undefined) return false
  if (short.length - 3 > last.to - last.from) return true
  const naam =
    last.soort === 'bepaling' ? last.targets.at(-1)?.address.regeling?.naam : ''
  return /^Wet |wet(?: |$)/.test(naam ?? '') && underWet.test(short)
}

/** What gives a regeling its name. */
const titles =
  /(?:(?:aangehaald|geciteerd)(?: worden)? als|aangehaald(?: worden)? (?:onder|met) den? (?:citeer)?(?:titel|naam)(?: van)?|met als (?:naam|citeertitel|titel)):? (?:de |het )?[‘“„"'«]?(?:[A-Z][^.;:’”"'»]*)?(?:[’”"'»],? of (?:de |het |als )?[‘“„"'«](?:[A-Z][^.;:’”"'»]*)?)?$/i

/** A short name where a text says what it stands for, or the name that a regeling gives itself, is no reference. */
function isDefined(
  text: string,
  from: number,
  found: readonly Reference[]
): boolean {
  const open = /^ \((?:de |het )?$/.test(
    text.slice(found.at(-1)?.to ?? from, from)
  )
    ? (found.at(-1)?.to ?? from)
    : from
  const isBehind = open < from
  const short = alias.exec(text.slice(open, from + 130))?.[0]
  if (isBehind && short !== undefined && !isOther(short, found)) return true
  if (inQuotesOnly.test(text.slice(from - 2, from + 100))) return true
  const words = text.slice(Math.max(0, from - 60), from)
  // `de model-APV (Algemene plaatselijke verordening)`
  if (/[Mm]odel-?[A-Za-z]{3,12} \($/.test(words)) return true
  return defines.test(words) || isTitled(text, from)
}

/** Whether a place stands in the name that a regeling gives itself: `wordt aangehaald als: …`. */
export function isTitled(text: string, at: number): boolean {
  return titles.test(text.slice(Math.max(0, at - 160), at))
}
