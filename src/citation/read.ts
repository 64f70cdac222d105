/**
 * Running text → the references in it.
 *
 * Kernel. Looks only at the words and at the laws that are known; relative
 * references stay relative (see `resolve.ts`), so that one text read once
 * serves wherever it stands. Errs on the side of silence. Takes time in
 * proportion to the text: words that can begin a reference are looked for, and
 * what is read from there is bounded and never read twice from the same place.
 */
import {defined} from '../defined.ts'
import type {Soort} from '../model.ts'
import type {
  Address,
  BepalingReference,
  Deel,
  Reference,
  RegelingNaam,
  Stap,
  Target,
  Vanaf,
  Zoals
} from './address.ts'
import {readDay} from './day.ts'
import {type Item, readList, readNummer} from './designation.ts'
import {
  bookOf,
  type Laws,
  type Named,
  noLaws,
  readByShape,
  readKnownLaw,
  readRegeling,
  startsLaw
} from './laws.ts'
import {readOpening, readWays, type Way, waysFrom} from './path.ts'
import {readPublicatie} from './publications.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'
import {
  readAround,
  readDeeper,
  readSeveral,
  readUnits,
  type Units
} from './unit.ts'

/**
 * Where a reference may begin, by what it would be: an artikel, a part of a
 * text, a unit, a toelichting, `dit` or `vorige`, an ordinal, a publication,
 * and any capital, which may begin the name of a law.
 */
const openings =
  /\b(?:([Aa]rt(?:ikel(?:en)?|t?\.)? ?(?=[a-z]?\d|[IVX])|ARTIKEL )|((?:[Ll]id|[Ll]eden) (?=\d)|(?:[Oo]nder(?:de(?:el|len))?|[Ss]ub(?:onderde(?:el|len))?) (?=\d|[A-Za-z]{1,2}\b|[ivx]{3})|[Aa]anhef\b|[Oo]pschrift )|((?:[Bb]ijlagen?|[Hh]oofdstuk(?:ken)?|HOOFDSTUK|[Aa]fdeling(?:en)?|(?:[Ss]ub)?[Pp]aragra(?:af|fen)|[Tt]itels?|[Bb]oek|[Dd]eel) (?=[\dA-Zbv]))|((?:[Aa]rtikelsgewijze )?[Tt]oelichting (?=[obv]))|((?:[Dd]it|[Dd]eze|[Hh]et onderhavige|[Oo]nderhavige?|[Vv]ori?ge|[Vv]oorgaande|[Vv]oorafgaande|[Vv]olgende) (?=[ahlobptvz]))|((?:[Ee]en|één|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even|[Aa]cht|[Nn]egen|[Tt]ien|[Ee]lf|[Tt]waalf|[Dd]ert|[Vv]eert|[Tt]wint|[Tt]acht|[Hh]onderd|[Ee]erst|[Dd]erd|[Ll]aatst)[a-zëé-]{0,16}e(?=[ ,])|\d{1,3}(?:e|de|ste)(?=[ ,]))|((?:[Ll]edenbrief|[Ll]edencirculaire|[Ll]br)\b|(?:stb|stcrt|trb|gmb)-\d)|[A-Z])|(§)/g

/** What a reading has come to. */
interface Reading {
  readonly scan: Scan
  readonly laws: Laws
  readonly found: Reference[]
  /** How many parts are being read, each of the one that stands behind it. */
  depth: number
}

/** All references in a text, in order and without overlap. */
export function readReferences(
  text: string,
  laws: Laws = noLaws
): readonly Reference[] {
  const scan: Scan = {text, at: 0}
  const reading: Reading = {scan, laws, found: [], depth: 0}
  openings.lastIndex = 0
  for (let match = openings.exec(text); match; match = openings.exec(text)) {
    const start = match.index
    const next = openings.lastIndex
    scan.at = start
    const reference = isInside(text, start) ? undefined : readAt(reading, match)
    if (reference) reading.found.push(reference)
    openings.lastIndex = reference ? scan.at : Math.max(next, start + 1)
  }
  return withSharedLaw(reading.found, text)
}

/** A letter that `\b` does not know, a hyphen or an apostrophe stands before it. */
function isInside(text: string, at: number): boolean {
  return (
    at > 0 &&
    /[À-ÿ_@\\]$|[A-Za-zÀ-ÿ0-9][’'-]$/.test(text.slice(Math.max(0, at - 2), at))
  )
}

function readAt(
  reading: Reading,
  [, artikel, part, unit, note, self, ordinal, issue, sign]: RegExpExecArray
): Reference | undefined {
  if (artikel !== undefined) return readArtikelen(reading)
  if (unit !== undefined || sign !== undefined) return readStructure(reading)
  if (self !== undefined) return readThis(reading)
  if (note !== undefined) return readToelichting(reading)
  if (part !== undefined || ordinal !== undefined) return readPart(reading)
  return issue === undefined ? readCapital(reading) : readIssued(reading)
}

function readIssued({scan}: Reading): Reference | undefined {
  const from = scan.at
  const publicatie = readPublicatie(scan)
  return publicatie && {soort: 'publicatie', from, to: scan.at, publicatie}
}

const anyWord = /[A-Za-zÀ-ÿ]+/y
const issuers =
  /^(?:Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad|Gemeenteblad|Kamerstuk|Kamerstukken|Kamerst|Kamerstuknummer|LOGA|ECWGO|TAZ|CvA|ECCVA|BAOZW|MARZ|ECLBR|FIN|BB|BABVI|ECSD)$/
const lawShape =
  /wet$|wetboek$|^(?:Algemene|Besluit|Reglement|Uitvoeringsbesluit|Uitvoeringsregeling)$/i

/** A word with a capital: a publication, or the name of a law. */
function readCapital(reading: Reading): Reference | undefined {
  const {scan, laws} = reading
  anyWord.lastIndex = scan.at
  const word = anyWord.exec(scan.text)?.[0] ?? ''
  if (issuers.test(word)) {
    const issued = attempt(scan, () => readIssued(reading))
    if (issued) return issued
  }
  return startsLaw(word, laws) || lawShape.test(word)
    ? readLaw(reading)
    : undefined
}

const artikelWord = /(?:[Aa]rtikel(?:en)?|ARTIKEL|[Aa]rtt?\.?)(?: |(?=\d)) ?/y

interface Place {
  readonly from: number
  readonly to: number
  readonly eenheid: readonly Deel[]
  readonly tot?: readonly Deel[]
  readonly ways: readonly Way[]
  readonly vernummerd?: 'nieuw' | 'oud'
}

/** `artikel 3:1, tweede lid, en 3:4`, with what regeling they are of. */
function readArtikelen(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const word = eat(scan, artikelWord)?.[0]
  if (word === undefined) return undefined
  const places = readPlaces(scan, from)
  if (places.length === 0) return undefined
  return finish(reading, from, places, 'artikel')
}

const between =
  /(?:, ?(?:(?:en|of|alsmede|alsook|dan wel|danwel|respectievelijk|onderscheidenlijk|en\/of|evenals|noch|resp\.|juncto|jo\.) )?(?:(tot en met|t\/m) )?| (?:en|of|alsmede|dan wel|danwel|respectievelijk|onderscheidenlijk|en\/of|noch|resp\.|juncto|jo\.|jo) | (tot en met|t\/m) )(?:(?:van )?art(?:ikel|\.) )?/y

/** Artikelen, each with its own leden and onderdelen. */
function readPlaces(scan: Scan, from: number): readonly Place[] {
  const places: Place[] = []
  for (let count = 0; count < 60; count++) {
    const next = attempt(scan, () => {
      const match = count === 0 ? undefined : eat(scan, between)
      if (count > 0 && (!match || /art/.test(match[0]))) return undefined
      const item = readArtikelNummer(scan)
      return item && {item, isRange: (match?.[1] ?? match?.[2]) !== undefined}
    })
    if (!next) break
    const {item, isRange} = next
    const last = places.at(-1)
    const eenheid: readonly Deel[] = [{soort: 'artikel', nummer: item.nummer}]
    const vernummerd = readRenumbered(scan)
    const ways = readWays(scan)
    const to = scan.at
    if (isRange && last && last.tot === undefined) {
      places[places.length - 1] = {
        ...last,
        tot: eenheid,
        to,
        ways: ways.length > 0 ? ways : last.ways
      }
      continue
    }
    places.push({
      from: count === 0 ? from : item.from,
      to,
      eenheid,
      ways,
      ...(item.tot !== undefined && {
        tot: [{soort: 'artikel' as const, nummer: item.tot}]
      }),
      ...(vernummerd && {vernummerd})
    })
  }
  return places
}

function readRenumbered(scan: Scan): 'nieuw' | 'oud' | undefined {
  const word = eat(scan, / \((nieuw|oud)\)/y)?.[1]
  return word === 'nieuw' || word === 'oud' ? word : undefined
}

/** A number, or a range of two with a hyphen; `3e lid` is no artikel 3e. */
function readArtikelNummer(scan: Scan): Item | undefined {
  return attempt(scan, () => {
    const item = readNummer(scan)
    const isLid = sees(scan, / (?:lid|leden|volzin|alinea)(?![A-Za-z])/y)
    if (!item || (isLid && /^\d+(?:e|de|ste)$/.test(item.nummer))) {
      return undefined
    }
    const last = attempt(scan, () =>
      eat(scan, / ?[-–] ?(?=\d)/y) ? readNummer(scan) : undefined
    )
    return last ? {...item, tot: last.nummer, to: last.to} : item
  })
}

/** Hoofdstukken and bijlagen, in chains and lists. */
function readStructure(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const units = readUnits(scan) ?? readLoneBijlage(scan)
  if (!units) return undefined
  const deeper = units.items.length === 1 ? readDeeper(scan) : []
  const several = units.items.length === 1 ? readSeveral(scan) : undefined
  const inner = attempt(scan, () => {
    if (units.items.length !== 1 || !eat(scan, /, /y)) return undefined
    if (!eat(scan, artikelWord)) return undefined
    const places = readPlaces(scan, from)
    return places.length > 0 ? places : undefined
  })
  const [head] = units.items
  const whole: readonly Deel[] = [
    {
      soort: units.soort,
      ...(head?.nummer !== '' && defined({nummer: head?.nummer}))
    },
    ...deeper
  ]
  if (inner) {
    const places = inner.map((place) => ({
      ...place,
      eenheid: [...whole, ...place.eenheid]
    }))
    return finish(reading, from, places, 'artikel')
  }
  if (several) {
    const places = several.items.map(
      (item, at): Place => ({
        from: at === 0 ? from : item.from,
        to: item.to,
        eenheid: [...whole, {soort: several.soort, nummer: item.nummer}],
        ...(item.tot !== undefined && {
          tot: [...whole, {soort: several.soort, nummer: item.tot}]
        }),
        ways: []
      })
    )
    return finish(reading, from, places, 'artikel')
  }
  const vernummerd = readRenumbered(scan)
  const ways = readWays(scan)
  const to = scan.at
  const places = units.items.map((item, at): Place => {
    const isLast = at === units.items.length - 1
    return {
      from: item.from,
      to: isLast ? to : item.to,
      eenheid:
        at === 0 && isLast
          ? whole
          : [{soort: units.soort, nummer: item.nummer}],
      ways: isLast ? ways : [],
      ...(item.tot !== undefined && {
        tot: [{soort: units.soort, nummer: item.tot}]
      }),
      ...(vernummerd && {vernummerd})
    }
  })
  const isPlain = deeper.length === 0 && ways.length === 0
  return finish(reading, from, places, isPlain ? units.soort : 'artikel')
}

/** `de bijlage bij deze regeling`: the only one. */
function readLoneBijlage(scan: Scan): Units | undefined {
  const from = scan.at
  if (
    !eat(
      scan,
      /[Bb]ijlage(?= (?:bij|van) (?:deze|dit|die|dat|de [A-Z]|het [A-Z]))/y
    )
  ) {
    return undefined
  }
  return {soort: 'bijlage', items: [{nummer: '', from, to: scan.at}]}
}

const note =
  /(?:[Aa]rtikelsgewijze |[Aa]lgemene )?[Tt]oelichting (?:op|bij|van) (?:het |de )?/y

/** `de toelichting op artikel 6:3, tweede lid`. */
function readToelichting(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  if (!eat(scan, note)) return undefined
  const inner =
    attempt(scan, () => readArtikelen(reading)) ??
    attempt(scan, () => readStructure(reading)) ??
    attempt(scan, () => readThis(reading)) ??
    attempt(scan, () => readPart(reading))
  if (!inner) return undefined
  const targets = inner.targets.map((target, at) => ({
    ...target,
    from: at === 0 ? from : target.from,
    address: explained(target.address),
    ...(target.tot && {tot: explained(target.tot)})
  }))
  return {...inner, from, targets}
}

function explained(address: Address): Address {
  return {...address, eenheid: [...address.eenheid, {soort: 'toelichting'}]}
}

/** Units of a regeling that `dit` and `deze` may point at. */
const thisWord =
  /([Dd]it|[Dd]eze|[Hh]et onderhavige|[Oo]nderhavige?) (artikel|hoofdstuk|lid|onderdeel|paragraaf|afdeling|titel|bijlage)(?![A-Za-zÀ-ÿ0-9-])/y
const nextWord =
  /([Vv]ori?ge|[Vv]oorgaande|[Vv]oorafgaande|[Vv]olgende) (artikelen|artikel|lid|hoofdstuk|paragraaf|afdeling|volzin|zin|onderdeel)(?![A-Za-zÀ-ÿ0-9-])/y
const beforeLeden =
  /([Vv]orige|[Vv]oorgaande|[Vv]oorafgaande)(?: (?:twee|drie|vier|vijf))? leden(?![A-Za-zÀ-ÿ0-9-])/y

/** `dit artikel, tweede lid`, `het vorige lid`. */
function readThis(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const vanaf = readVanaf(scan)
  if (!vanaf) return undefined
  const ways = readWays(scan)
  if (isOfSomethingElse(scan)) return undefined
  // What is added or follows is said with the same words.
  if (
    vanaf.stap !== 0 &&
    sees(
      scan,
      /,? (?:luidend|toegevoegd|ingevoegd|in te voegen|toe te voegen|wordt (?:na|aan|toe|in)|jaar|niet)/y
    )
  ) {
    return undefined
  }
  const around = ways.length > 0 ? undefined : readHome(reading)
  if (around === 'elsewhere') return undefined
  const regeling = readRegeling(scan, reading.laws)
  if (regeling?.soort === 'wet') return undefined
  const pads = ways.length > 0 ? ways : [{from, to: scan.at, pad: []}]
  const targets = pads.map(
    (way, at): Target => ({
      ...spanOf(way, at === 0 ? from : way.from),
      address: {vanaf, eenheid: [], pad: way.pad},
      ...(way.tot && {tot: {vanaf, eenheid: [], pad: way.tot}})
    })
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** `het vorige lid van dit artikel` says no more than `het vorige lid`. */
function readHome({scan}: Reading): 'here' | 'elsewhere' | undefined {
  if (eat(scan, / van dit artikel(?![A-Za-z])/y)) return 'here'
  return undefined
}

function readVanaf(scan: Scan): Vanaf | undefined {
  const own = eat(scan, thisWord)
  if (own) {
    const soort = vanafSoort(own[2] ?? '')
    const isRight =
      own[1]?.length !== 3 && own[1]?.length !== 4
        ? true
        : (own[1].toLowerCase() === 'dit') ===
          /^(?:artikel|hoofdstuk|lid|onderdeel)$/.test(own[2] ?? '')
    return isRight ? {soort, stap: 0} : undefined
  }
  const leden = eat(scan, beforeLeden)
  if (leden) return {soort: 'lid', stap: -1}
  const start = scan.at
  const other = eat(scan, nextWord)
  if (!other) return undefined
  if (!/(?:^|[^A-Za-z])(?:het|de|Het|De) $/.test(before(scan, start, 5)))
    return undefined
  const isNext = /^volg/i.test(other[1] ?? '')
  if (isNext && other[2] === 'artikelen') return undefined
  return {soort: vanafSoort(other[2] ?? ''), stap: isNext ? 1 : -1}
}

function vanafSoort(word: string): Vanaf['soort'] {
  if (word === 'zin' || word === 'volzin') return 'volzin'
  if (word === 'artikelen') return 'artikel'
  return word as Soort | 'lid' | 'onderdeel'
}

const cue =
  /(?:bedoeld|genoemd|vermeld|omschreven|bepaalde|bepaald|gestelde|gesteld|aangeduid|aangegeven|opgenomen|genoemde|bedoelde|vermelde)(?: is| zijn| in)?,? $/
const behindCue =
  /,? (?:bedoelde?|genoemde?|vermelde?|omschreven|bepaalde|gestelde|aangegeven|aangeduide?|is van|van overeenkomstige)(?![A-Za-z])/y
const wordOfOrdinal = /^(?:volzin|alinea|streepje)$/

/** `het eerste lid`, `onderdeel b`, `de aanhef van artikel 3`, `het opschrift van paragraaf 2`. */
function readPart(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const isBare = sees(scan, /(?:onder|sub) /iy)
  const isSub = sees(scan, /(?:ten|letter|punt) |slot/iy)
  if (isSub) return undefined
  const opschrift = readOpschrift(scan)
  const opening = opschrift ? undefined : readOpening(scan)
  if (!opschrift && !opening) return undefined
  const ways: readonly Way[] = opening
    ? waysFrom(scan, opening)
    : [{from, to: scan.at, pad: [{soort: 'opschrift'}]}]
  const loose = numberBefore(scan, from, ways)
  if (loose) {
    const place: Place = {
      from: loose.from,
      to: scan.at,
      eenheid: [{soort: 'artikel', nummer: loose.nummer}],
      ways
    }
    return finish(reading, loose.from, [place], 'artikel')
  }
  const home = reading.depth < 4 ? readHomeOf(reading) : undefined
  if (home) return owned(reading, home, ways, from)
  if (opschrift && !sees(scan, /,? (?:komt|wordt|luidt|vervalt)(?![A-Za-z])/y))
    return undefined
  if (isOfSomethingElse(scan)) return undefined
  if (isBare && !isCued(scan, from)) return undefined
  const first = ways[0]?.pad[0]
  if (!first || !isPlausible(scan, from, first)) return undefined
  const vanaf: Vanaf = {soort: startOf(first), stap: 0}
  const targets = ways.map(
    (way, at): Target => ({
      ...spanOf(way, at === 0 ? from : way.from),
      address: {
        vanaf: {soort: startOf(way.pad[0] ?? first), stap: 0},
        eenheid: [],
        pad: way.pad
      },
      ...(way.tot && {tot: {vanaf, eenheid: [], pad: way.tot}}),
      ...(way.vernummerd && {vernummerd: way.vernummerd})
    })
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

function readOpschrift(scan: Scan): boolean {
  return (
    eat(scan, /[Oo]pschrift(?= (?:van|boven|komt|wordt|luidt|vervalt))/y) !==
    undefined
  )
}

function isCued(scan: Scan, from: number): boolean {
  return cue.test(before(scan, from)) || sees(scan, behindCue)
}

/** Where a part counts from that stands by itself. */
function startOf({soort}: Stap): Vanaf['soort'] {
  if (soort === 'lid') return 'artikel'
  return soort === 'onderdeel' ? 'lid' : 'tekst'
}

/** Words that make an ordinal with `lid` or `zin` a member, or a manner of speaking. */
function isPlausible(scan: Scan, from: number, first: Stap): boolean {
  const words = before(scan, from)
  if (
    /(?:^|[^a-z])(?:als|een|elk|ieder|geen|plaatsvervangend|benoemd|onafhankelijk) $/i.test(
      words
    ) &&
    first.soort === 'lid'
  ) {
    return false
  }
  if (first.soort === 'volzin' || first.soort === 'alinea') {
    return (
      /(?:^|[^A-Za-z])(?:de|in|het) $/i.test(words) ||
      from === 0 ||
      wordOfOrdinal.test(first.soort)
    )
  }
  return true
}

/** `, van 4.6, eerste lid`: a number with a full stop or a colon right before the lid. */
function numberBefore(
  scan: Scan,
  from: number,
  ways: readonly Way[]
): {readonly nummer: string; readonly from: number} | undefined {
  if (ways[0]?.pad[0]?.soort !== 'lid') return undefined
  const match =
    /(?:^|[ (|])(\d{1,3}[a-z]?(?:[:.]\d{1,3}[a-z]{0,2}){1,3}),? $/.exec(
      before(scan, from, 24)
    )
  const nummer = match?.[1]
  if (!match || nummer === undefined) return undefined
  const gap = match[0].length - match[0].indexOf(nummer)
  return {nummer, from: from - gap}
}

function readHomeOf(reading: Reading): ReturnType<typeof readOwner> {
  reading.depth++
  const home = attempt(reading.scan, () => readOwner(reading))
  reading.depth--
  return home
}

/** What a part is of: ` van artikel 3`, ` van het eerste lid`, ` van dit artikel`, ` van dat lid`. */
function readOwner(reading: Reading): BepalingReference | 'last' | undefined {
  const {scan} = reading
  if (
    !eat(
      scan,
      /,? (?:van|in|uit|bij|boven) (?=(?:het |de |dit |deze |dat |die |genoemd |voornoemd )?[A-Za-z§])/y
    )
  )
    return undefined
  if (
    eat(
      scan,
      /(?:dat|genoemd|voornoemd|bedoeld|laatstgenoemd) (?:artikel|lid|artikellid)(?![A-Za-z])/y
    )
  )
    return 'last'
  if (eat(scan, /(?:dat|die|deze) bepaling(?![A-Za-z])/y)) return 'last'
  eat(scan, /(?:het|de) /y)
  return (
    attempt(scan, () => readArtikelen(reading)) ??
    attempt(scan, () => readStructure(reading)) ??
    attempt(scan, () => readThis(reading)) ??
    attempt(scan, () => readPart(reading))
  )
}

/** A part of what was named behind it, or before it. */
function owned(
  {scan, found}: Reading,
  home: BepalingReference | 'last',
  ways: readonly Way[],
  from: number
): BepalingReference | undefined {
  const owner =
    home === 'last' ? (lastArtikel(found) ?? named) : home.targets[0]?.address
  if (home !== 'last' && home.targets.length > 1) {
    // A part of each of them.
    const way = ways[0]
    if (ways.length > 1 || !way) return home
    const targets = home.targets.map(
      (target, at): Target => ({
        ...target,
        ...(at === 0 && {from}),
        address: into(target.address, way.pad)
      })
    )
    return {...home, from, targets}
  }
  if (!owner) return undefined
  const targets = ways.map(
    (way, at): Target => ({
      ...spanOf(way, at === 0 ? from : way.from),
      address: into(owner, way.pad),
      ...(way.tot && {tot: into(owner, way.tot)}),
      ...(way.vernummerd && {vernummerd: way.vernummerd})
    })
  )
  const whole = {soort: 'bepaling', from, to: scan.at, targets} as const
  return home === 'last' ? whole : {...home, ...whole}
}

const named: Address = {
  vanaf: {soort: 'artikel', stap: 'genoemd'},
  eenheid: [],
  pad: []
}

/** The artikel that was named last: `het derde lid van dat artikel`. */
function lastArtikel(found: readonly Reference[]): Address | undefined {
  const last = found.findLast(({soort}) => soort === 'bepaling')
  const address =
    last?.soort === 'bepaling' ? last.targets.at(-1)?.address : undefined
  if (!address || (address.eenheid.length === 0 && !address.vanaf))
    return undefined
  return {...address, pad: []}
}

function into(address: Address, pad: readonly Stap[]): Address {
  return {...address, pad: [...address.pad, ...pad]}
}

const strange =
  / van (?:de|het|een|zijn|haar|hun|mijn|onze|uw|elke|iedere|alle|deze|dit|die|dat|beide) (?!artikel|lid |bijlage|hoofdstuk|paragraaf|afdeling|titel|wet|besluit|regeling|verordening|bepaling)/y

/** `van de commissie`: the part of something that is no text of law. */
function isOfSomethingElse(scan: Scan): boolean {
  if (sees(scan, / van [A-Z][a-z]/y)) return true
  return sees(scan, strange)
}

const nonLegal =
  /,? (?:van|bij|in|uit) (?:de |het |een |dit |deze |dat |die |zijn |haar |hun |onze )?(?:[a-zë]+ )?(?:[a-zë-]*(?:rapport|nota|notitie|brief|boek|handboek|tijdschrift|krant|begroting|jaarverslag|jaarrekening|handleiding|formulier|contract|polis|offerte|factuur|advies|plan|notulen|catalogus|proefschrift|onderzoek|scriptie|artikel|roman|film|serie|programma|presentatie|gebruiksaanwijzing|folder|brochure|monitor|evaluatie|verslag|agenda|dossier|aanvraag|assortiment|winkel|gids|beleidsplan|draaiboek))(?![A-Za-zÀ-ÿ])/y
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
  /,? van (?:dit (?:hoofdstuk|artikel)|deze (?:paragraaf|afdeling|titel)|het onderhavige (?:hoofdstuk|artikel))(?![A-Za-zÀ-ÿ-])/y

/** What stands behind the places: units around, a regeling, another day. */
function finish(
  reading: Reading,
  from: number,
  places: readonly Place[],
  soort: Soort
): BepalingReference | undefined {
  const {scan, laws} = reading
  if (sees(scan, nonLegal) && !sees(scan, /,? van (?:de|het) (?:Wet|Besluit)/y))
    return undefined
  const around = readAround(scan)
  eat(scan, inHere)
  const named = readRegeling(scan, laws)
  if (!named && !isPlausiblePlace(scan, from, {soort, places, around}))
    return undefined
  const regeling = regelingOf(named, reading.found)
  const targets = places.flatMap((place) =>
    targetsOf(place, {around, regeling, laws})
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
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
  if (careful.includes(soort) && isOfSomethingElse(scan)) return false
  if (loneSoorten.includes(soort)) return false
  const nummer = places[0]?.eenheid[0]?.nummer ?? ''
  if (soort === 'bijlage' && nummer === '') return sees(scan, / /y)
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
  const last = found.findLast(
    (one) =>
      one.soort === 'bepaling' &&
      one.targets.some(({address}) => address.regeling)
  )
  const known =
    last?.soort === 'bepaling'
      ? last.targets.find(({address}) => address.regeling)
      : undefined
  return known?.address.regeling ?? {naam: 'die regeling'}
}

interface Around {
  readonly around: readonly Deel[]
  readonly regeling: RegelingNaam | undefined
  readonly laws: Laws
}

function targetsOf(
  {from, to, eenheid, tot, ways, vernummerd}: Place,
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
        address: at(eenheid, []),
        ...(tot && {tot: at(tot, [])}),
        ...more
      }
    ]
  }
  const [first] = ways
  return ways.map((way, index) => ({
    ...spanOf(way, index === 0 ? from : way.from),
    address: at(tot && way !== first ? tot : eenheid, way.pad),
    ...(way.tot && {tot: at(tot ?? eenheid, way.tot)}),
    ...(tot && !way.tot && way === first && {tot: at(tot, way.pad)}),
    ...(way.vernummerd ? {vernummerd: way.vernummerd} : more)
  }))
}

/** `artikel 7:658 BW` is artikel 658 of book 7. */
function inBook(address: Address, laws: Laws): Address {
  const {regeling, eenheid} = address
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

function spanOf(
  way: Way,
  from: number
): {readonly from: number; readonly to: number} {
  return {from, to: way.to}
}

const asRead =
  /,? zoals (?:(?:dat|die|deze|dit|het|zij|ze)(?: (?:artikel|artikelen|lid|leden|onderdeel|hoofdstuk|paragraaf|bepaling|bepalingen|bijlage|artikellid))?|de tekst daarvan)?/y
const onDay =
  / (?:(?:op|tot en met|tot|voor|vóór|onmiddellijk voorafgaand aan|direct voorafgaand aan) )?(?:(?:op|de dag v[oó]{2}r|voor|vóór|aan) )?/y

/** `, zoals dat luidde op 31 december 2020`, or with the day before the verb. */
function withZoals(
  scan: Scan,
  reference: BepalingReference
): BepalingReference {
  const zoals = attempt(scan, () => readZoals(scan))
  return zoals ? {...reference, to: scan.at, zoals} : reference
}

function readZoals(scan: Scan): Zoals | undefined {
  if (!eat(scan, asRead)) return undefined
  const early = readWhen(scan)
  if (!eat(scan, / (?:luidde[n]?|gold(?:en)?|luid(?:t|en) sinds)(?![A-Za-z])/y))
    return undefined
  return early ?? readWhen(scan) ?? {}
}

function readWhen(scan: Scan): Zoals | undefined {
  return attempt(scan, () => {
    const words = eat(scan, onDay)?.[0]
    if (words === undefined) return undefined
    const dag = readDay(scan)
    if (!dag) return undefined
    const isBefore = /(?:v[oó]{2}r|(?:^| )tot(?! en met)|voorafgaand)/.test(
      words
    )
    return isBefore ? {dag, voor: true} : {dag}
  })
}

const lawWord =
  /(?:^|[^A-Za-zÀ-ÿ])(?:de|het|der|een|van|krachtens|ingevolge|volgens|conform|via|uit|en|of|in|op|respectievelijk|dan wel|alsmede) $/i

/** A law by name alone; an abbreviation only where an article or a preposition shows that it is one. */
function readLaw({scan, laws}: Reading): BepalingReference | undefined {
  const from = scan.at
  const known = readKnownLaw(scan, laws)
  if (known && known.isShort && !lawWord.test(before(scan, from)))
    return undefined
  const shaped = known ? undefined : readLawByShape(scan, from)
  const regeling = known?.regeling ?? shaped
  if (!regeling) return undefined
  const around = attempt(scan, () => {
    if (!eat(scan, /, /y)) return undefined
    const parts = eat(scan, artikelWord) ? readPlaces(scan, from) : []
    return parts.length > 0 ? parts : undefined
  })
  const targets = around
    ? around.flatMap((place) => targetsOf(place, {around: [], regeling, laws}))
    : [{from, to: scan.at, address: {regeling, eenheid: [], pad: []}}]
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** `de Ziektewet` without a list of laws: a capital, and the end of the word. */
function readLawByShape(scan: Scan, from: number): RegelingNaam | undefined {
  if (!/(?:^|[^A-Za-zÀ-ÿ])(?:de|der|het|behorende) $/i.test(before(scan, from)))
    return undefined
  if (
    !sees(
      scan,
      /(?:[A-Z][a-zë-]{3,40}(?:wet|wetboek)|Wet (?=[a-zA-Z])|(?:Besluit|Reglement|Uitvoeringsbesluit|Uitvoeringsregeling) (?!van )(?=[a-zA-Z])|Algemene (?:[a-z]+ )?(?:[a-z]*wet) )(?![A-Za-zÀ-ÿ0-9-])?/y
    )
  )
    return undefined
  const named = readByShape(scan)
  if (named?.soort !== 'wet') return undefined
  const isBare =
    /^(?:Wet|Besluit|Reglement|Uitvoeringsbesluit|Uitvoeringsregeling)$/.test(
      named.regeling.naam
    )
  return isBare ? undefined : named.regeling
}

const joined =
  /^,? ?(?:(?:en|of|alsmede|dan wel|danwel|respectievelijk|onderscheidenlijk|noch|en\/of)(?: van)?(?: de| het)? ?)?$/

/** `artikel 3 en artikel 4 van de Wet`: both are of the law that only the last one names. */
function withSharedLaw(
  found: readonly Reference[],
  text: string
): readonly Reference[] {
  const shared = [...found]
  for (let at = shared.length - 2; at >= 0; at--) {
    const one = shared[at]
    const next = shared[at + 1]
    if (one?.soort !== 'bepaling' || next?.soort !== 'bepaling') continue
    const regeling = next.targets[0]?.address.regeling
    const gap = text.slice(one.to, next.from)
    const isOpen = one.targets.every(
      ({address}) =>
        !address.regeling && !address.vanaf && address.eenheid.length > 0
    )
    const hasPlace = (next.targets[0]?.address.eenheid.length ?? 0) > 0
    if (!regeling || !hasPlace || !isOpen || gap === '' || !joined.test(gap))
      continue
    shared[at] = {
      ...one,
      targets: one.targets.map((target) => ({
        ...target,
        address: {regeling, ...target.address},
        ...(target.tot && {tot: {regeling, ...target.tot}})
      }))
    }
  }
  return shared
}
