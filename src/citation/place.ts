/** A place that has been read, with what stands behind it → the addresses that it means. Kernel. */
import {defined} from '../defined.ts'
import type {Soort} from '../model.ts'
import type {
  Address,
  BepalingReference,
  Deel,
  Reference,
  RegelingNaam,
  Stap,
  Target
} from './address.ts'
import type {Laws} from './law-index.ts'
import type {Named} from './law-name.ts'
import {bookOf, readRegeling} from './laws.ts'
import {readWays, type Way} from './path.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'
import {readAround} from './unit.ts'
import {withZoals} from './zoals.ts'

export interface Place {
  readonly from: number
  readonly to: number
  readonly eenheid: readonly Deel[]
  readonly tot?: readonly Deel[]
  readonly ways: readonly Way[]
  /** Where a range begins inside its first artikel. */
  readonly start?: readonly Stap[]
  readonly vernummerd?: 'nieuw' | 'oud'
}

const strange =
  / van (?:de|het|een|zijn|haar|hun|mijn|onze|uw|elke|iedere|alle|deze|dit|die|dat|beide) (?!artikel|lid |bijlage|hoofdstuk|paragraaf|afdeling|titel|wet|besluit|regeling|verordening|bepaling|[a-zë-]{1,24}(?:wet|besluit|regeling|verordening|reglement|bepaling|omschrijving|toelichting)(?![a-z])|(?:oude|huidige|nieuwe|bestaande|voorgestelde) (?:artikel|wet|besluit|regeling|verordening|bepaling|tekst))/y

/** A technical norm, which is no regeling. */
const ofNorm =
  /,? (?:(?:van|uit|in) (?:de )?)?(?:NEN|ISO|IEC|DIN|NPR|NTA|PGS|BRL|CROW)\b/y

/** `van de commissie`: the part of something that is no text of law. */
export function isOfSomethingElse(scan: Scan): boolean {
  if (sees(scan, / van [A-Z][a-z]/y) || sees(scan, ofNorm)) return true
  return sees(scan, strange)
}

const nonLegal =
  /,? (?:van|bij|in|uit) (?:de |het |een |dit |deze |dat |die |zijn |haar |hun |onze )?(?:[a-zë]+ )?(?:[a-zë-]*(?:rapport|nota|notitie|brief|(?<!wet)boek(?! \d)|handboek|tijdschrift|krant|begroting|jaarverslag|jaarrekening|handleiding|formulier|contract|polis|offerte|factuur|advies|plan|notulen|catalogus|proefschrift|onderzoek|scriptie|artikel(?! \d)|roman|film|serie|programma|presentatie|gebruiksaanwijzing|folder|brochure|monitor|evaluatie|verslag|agenda|dossier|aanvraag|assortiment|winkel|gids|beleidsplan|draaiboek|prijslijst|vragenlijst|website|enquête|examen|cursus|menukaart|persbericht|nieuwsbericht|column|lezing|(?:coalitie|regeer|bestuurs)akkoord))(?![A-Za-zÀ-ÿ])/y

/** Plans that hold rules. */
const legalPlan =
  /,? van (?:het |een |dit |dat )?(?:[a-zë]+ )?(?!beleids|stappen|jaar|werk)[a-zë]{0,24}plan(?![A-Za-zÀ-ÿ-])/y

const loneSoorten: readonly Soort[] = ['boek', 'deel']

const careful: readonly Soort[] = [
  'afdeling',
  'titel',
  'paragraaf',
  'hoofdstuk',
  'bijlage',
  'boek',
  'deel'
]

const inHere =
  /,? van (?:dit (?:[Hh]oofdstuk|[Aa]rtikel|[Bb]oek)|deze (?:[Pp]aragraaf|[Aa]fdeling|[Tt]itel)|het onderhavige (?:hoofdstuk|artikel))(?![A-Za-zÀ-ÿ-])/y

/** The heading of a unit, between its number and what it is of: `titel 7.10 (arbeidsovereenkomst) van`. */
const titled =
  / \((?!nieuw|oud|hierna)[A-Za-zÀ-ÿ][^()\n]{2,150}\)(?= van )| [A-Z][a-zë]{2,30}(?:,? [a-zë]{2,30}){0,12}(?= van (?:hoofdstuk|titel|boek) [\dIVX])|(?<=(?:[Hh]oofdstuk|[Bb]ijlage|[Pp]aragraaf) [\dA-Z.]{1,6}) [A-Z][a-zë]{2,30}(?:,? [a-zë]{2,30}){0,4}(?= van (?:de|het) (?:CAO|Cao|[A-Z][a-z]*(?:wet|regeling|besluit|verordening)))/y
const longTitle = / \([^()]{0,150}\d{4}/y

function isNonLegal(scan: Scan, soort: Soort): boolean {
  if (sees(scan, ofNorm)) return true
  if (soort === 'artikel' && sees(scan, goods)) return true
  if (!sees(scan, nonLegal)) return false
  if (soort === 'artikel' && !sees(scan, ofPaper)) return false
  if (soort === 'artikel' && sees(scan, legalPlan)) return false
  return !sees(scan, /,? van (?:de|het) (?:Wet|Besluit)/y)
}

/** What is not there yet. */
const isNew =
  /(?:^|[^a-z])(?:(?:een|twee|drie|worden|wordt) nieuwe?|een (?:tweede|extra)) $/i

const forSale =
  /(?:korting op|prijs van|bestel(?:t|de|len|ling van)?|voorraad van) $/i

/** An artikel of something; `bij de aanvraag` or `in het plan` says what is done with it. */
const ofPaper =
  /,? (?:van|uit) |,? in (?:de|het|een) (?:krant|tijdschrift|catalogus|folder|brochure|gids|winkel)/y

/** What is said of an artikel that is for sale. */
const goods =
  /,? (?:(?:is|zijn|wordt|worden) (?:niet (?:meer )?|weer |nu |tijdelijk )?(?:uitverkocht|leverbaar|op voorraad|in de aanbieding|afgeprijsd|besteld|geleverd|verzonden)|(?:kost|kosten) |via de (?:webshop|winkel))/y

/** What stands behind the places: units around, a regeling, another day. */
export function finish(
  reading: Reading,
  from: number,
  places: readonly Place[],
  soort: Soort
): BepalingReference | undefined {
  const {scan, laws} = reading
  const words = before(scan, from)
  if (isNonLegal(scan, soort) || forSale.test(words) || isNew.test(words))
    return undefined
  if (/ wordt $/.test(words) && sees(scan, / (?:toegevoegd|ingevoegd)/y))
    return undefined
  if (!sees(scan, longTitle)) eat(scan, titled)
  const around = readAround(scan)
  const isHere = eat(scan, inHere) !== undefined
  const named = readRegeling(scan, laws)
  if (isHere || named?.soort === 'eigen') reading.own.add(scan.at)
  const isSure = isHere || named !== undefined
  if (!named && isHeading(scan, from, places)) return undefined
  if (!isSure && !isPlausiblePlace(scan, from, {soort, places, around}))
    return undefined
  const regeling = regelingOf(named, reading.found)
  // `artikel 1638q BW (oud)`
  const age =
    named?.soort === 'wet' ? eat(scan, / \((oud|nieuw)\)/y)?.[1] : undefined
  const all = named?.soort === 'wet' ? inText(scan, places) : places
  const targets = withBooks(all, regeling, laws).flatMap((place) =>
    targetsOf(
      {...place, ...((age === 'oud' || age === 'nieuw') && {vernummerd: age})},
      {around, regeling, laws}
    )
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** `artikelen 7:629 en 629a BW`: the book goes for the next too. */
function withBooks(
  places: readonly Place[],
  regeling: RegelingNaam | undefined,
  laws: Laws
): readonly Place[] {
  let boek: string | undefined
  const inIt = (units: readonly Deel[]): readonly Deel[] => {
    const [unit, ...others] = units
    if (!unit || unit.soort !== 'artikel' || unit.nummer === undefined)
      return units
    const own = /^(\d{1,2}A?):/.exec(unit.nummer)?.[1]
    boek = own ?? boek
    return own !== undefined || boek === undefined
      ? units
      : [{...unit, nummer: `${boek}:${unit.nummer}`}, ...others]
  }
  if (!regeling || !bookOf(regeling, '1', laws)) return places
  return places.map((place) => ({
    ...place,
    eenheid: inIt(place.eenheid),
    ...(place.tot && {tot: inIt(place.tot)})
  }))
}

const behindName =
  /,? (?:lid|leden) ?\d|,? (?:sub|onder|onderdeel) [a-z](?![a-z])|, (?:het )?[a-zë]+(?:de|ste) lid(?![a-z])/y

/** `artikel 7:668a BW lid 1 sub b`: what stands behind the name, and not before it. */
function inText(scan: Scan, places: readonly Place[]): readonly Place[] {
  const [place, ...others] = places
  const isWhole = place?.ways.length === 0 && !place.tot && others.length === 0
  if (!isWhole || !sees(scan, behindName)) return places
  const ways = attempt(scan, () => {
    const inside = readWays(scan)
    return inside.length === 0 || sees(scan, /,? van /y) ? undefined : inside
  })
  return ways ? [{...place, ways}] : places
}

/** `Artikel 3 Vakantie`: not a reference, but what stands above a text. */
function isHeading(
  scan: Scan,
  from: number,
  places: readonly Place[]
): boolean {
  const [place, ...others] = places
  const isFirst = from === 0 && /^(?:art\.? |§)/.test(scan.text)
  if (!/[A-Z]/.test(scan.text.charAt(from)) && !isFirst) return false
  if (others.length > 0) return false
  if (place?.tot || (place?.ways.length ?? 0) > 0) return false
  if (sees(scan, / (?:[A-Z][a-zë]|\([A-Z])/y) || isInCapitals(scan, from))
    return true
  if (from !== 0) return false
  // All that there is: `Artikel 17c`
  return sees(scan, /(?:(?:[.:]| [-–|:])\s*[A-Z][^.;:]*\.?|\.? *| \d{1,3})$/y)
}

/** `HOOFDSTUK 1 ALGEMENE BEPALINGEN` */
function isInCapitals(scan: Scan, from: number): boolean {
  return /^[A-Z]{5}/.test(scan.text.slice(from)) && sees(scan, / [A-Z]{3}/y)
}

const withMail = /(?:mail|e-mail|bericht|brief|app) (?:met|en|plus) (?:de )?$/i

/** A unit of something else, or a bijlage that goes with a message. */
function isOutside(scan: Scan, from: number): boolean {
  return isOfSomethingElse(scan) || withMail.test(before(scan, from))
}

interface Judged {
  readonly soort: Soort
  readonly places: readonly Place[]
  readonly around: readonly Deel[]
}

/** Whether words that may mean something else too mean a part of a regeling. */
function isPlausiblePlace(
  scan: Scan,
  from: number,
  {soort, places, around}: Judged
): boolean {
  if (around.length > 0) return true
  if (careful.includes(soort) && isOutside(scan, from)) return false
  if (loneSoorten.includes(soort)) return false
  const nummer = places[0]?.eenheid[0]?.nummer ?? ''
  if (soort === 'bijlage' && nummer === '') return sees(scan, / /y)
  if (places.length > 1) return true
  if (soort === 'afdeling' && /^\d+$/.test(nummer)) {
    return /(?:^$|^\s*$|in|krachtens|ingevolge|overeenkomstig|conform|grond van|toepassing van|afwijking van|bepalingen van|en|of|,|bij|met uitzondering van|[.:(]) ?$/i.test(
      before(scan, from)
    )
  }
  if (soort === 'titel' && /^\d+$/.test(nummer)) {
    return /(?:in|krachtens|ingevolge|overeenkomstig|grond van|toepassing van|afwijking van|,|en|of) $/i.test(
      before(scan, from)
    )
  }
  return true
}

function regelingOf(
  named: Named | undefined,
  found: readonly Reference[]
): RegelingNaam | undefined {
  if (named?.soort === 'wet') return named.regeling
  if (named?.soort !== 'vorige') return undefined
  const names = found.flatMap((one) =>
    one.soort === 'bepaling'
      ? one.targets.flatMap(({address}) => address.regeling ?? [])
      : []
  )
  return (
    names.findLast(({naam}) => isKind(naam, named.noun)) ?? {
      naam: 'die regeling'
    }
  )
}

const kinds = [
  'wet',
  'besluit',
  'verordening',
  'reglement',
  'verdrag',
  'richtlijn'
]

/** Whether `die wet` may mean this one; a name that tells no kind may be any. */
function isKind(naam: string, noun: string): boolean {
  const kindOf = (words: string): readonly string[] =>
    kinds.filter((kind) =>
      new RegExp(`${kind}(?:boek|ten|en)?(?![a-z])`, 'i').test(words)
    )
  const [kind] = kindOf(noun)
  const own = kindOf(naam)
  return kind === undefined || own.length === 0 || own.includes(kind)
}

interface Around {
  readonly around: readonly Deel[]
  readonly regeling: RegelingNaam | undefined
  readonly laws: Laws
}

export function targetsOf(
  {from, to, eenheid, tot, ways, start = [], vernummerd}: Place,
  {around, regeling, laws}: Around
): readonly Target[] {
  const at = (units: readonly Deel[], pad: readonly Stap[]): Address =>
    inBook({...defined({regeling}), eenheid: [...around, ...units], pad}, laws)
  const more = vernummerd ? {vernummerd} : {}
  if (ways.length === 0) {
    return [
      {
        from,
        to,
        address: at(eenheid, start),
        ...(tot && {tot: at(tot, [])}),
        ...more
      }
    ]
  }
  const [first] = ways
  return ways.map((way, index) => ({
    ...spanOf(way, index === 0 ? from : way.from),
    address:
      tot && way === first ? at(eenheid, start) : at(tot ?? eenheid, way.pad),
    ...(way.tot && {tot: at(tot ?? eenheid, way.tot)}),
    ...(tot && !way.tot && way === first && {tot: at(tot, way.pad)}),
    ...(way.vernummerd ? {vernummerd: way.vernummerd} : more)
  }))
}

/** `artikel 7:658 BW` is artikel 658 of book 7. */
export function inBook(address: Address, laws: Laws): Address {
  const {regeling, eenheid} = address
  const [outer, ...rest] = eenheid
  if (regeling && regeling.boek === undefined && outer?.soort === 'boek') {
    const book = bookOf(regeling, outer.nummer ?? '', laws)
    if (book) return {...address, regeling: book, eenheid: rest}
  }
  const [, number, titel, afdeling] =
    /^(\d)\.(\d{1,2}[A-Z]?)(?:\.(\d{1,2}[A-Z]?))?$/.exec(outer?.nummer ?? '') ??
    []
  if (
    regeling &&
    regeling.boek === undefined &&
    number !== undefined &&
    ((outer?.soort === 'titel' && afdeling === undefined) ||
      (outer?.soort === 'afdeling' && afdeling !== undefined))
  ) {
    const book = bookOf(regeling, number, laws)
    if (book)
      return {
        ...address,
        regeling: book,
        eenheid: [
          {soort: 'titel', ...defined({nummer: titel})},
          ...(afdeling === undefined
            ? []
            : [{soort: 'afdeling' as const, nummer: afdeling}]),
          ...rest
        ]
      }
  }
  const [, boek, nummer] =
    /^(\d{1,2}A?):(.+)$/.exec(eenheid[0]?.nummer ?? '') ?? []
  if (!regeling || boek === undefined || nummer === undefined) return address
  const book = bookOf(regeling, boek, laws)
  return book
    ? {
        ...address,
        regeling: book,
        eenheid: [{soort: 'artikel', nummer}, ...eenheid.slice(1)]
      }
    : address
}

export function spanOf(
  way: Way,
  from: number
): {readonly from: number; readonly to: number} {
  return {from, to: way.to}
}
