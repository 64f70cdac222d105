/** `artikel 3:1, tweede lid, en 3:4`: artikelen with their leden and onderdelen. Kernel. */
import type {BepalingReference, Deel} from './address.ts'
import {
  type Item,
  joints,
  readNextLetter,
  readNummer,
  through
} from './designation.ts'
import {readOpening, readWays, type Way, waysFrom} from './path.ts'
import {finish, readRenumbered} from './place.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'
import type {Place} from './targets.ts'

/** The word before the number of an artikel, or of an aanwijzing, which is numbered as one. */
export const artikelWord =
  /(?:[Aa]rtikel(?:en|\(en\))?|ARTIKEL|[Aa]rtt?\.?|[Aa]anwijzing(?:en)?(?= \d))(?::? |(?=\d)) ?/y

/** `artikel 3:1, tweede lid, en 3:4`, with what regeling they are of. */
export function readArtikelen(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const word = eat(scan, artikelWord)?.[0]
  if (
    word === undefined ||
    (/een $/i.test(before(scan, from, 4)) && sees(scan, toBe))
  )
    return undefined
  return readNumbered(reading, from)
}

/** `een artikel 10a over het gezinsleven op te nemen`: what is not there yet. */
const toBe =
  /\d{1,4}[a-z]{0,2}(?![a-z.:\d])[^.;:]{0,100}?(?: (?:in|op|toe) te (?:voegen|nemen)| (?:toegevoegd|ingevoegd|opgenomen))(?![a-z])/y

/** The same without the word: among lawyers `7:611 BW` is enough. */
export function readNumbered(
  reading: Reading,
  from: number
): BepalingReference | undefined {
  const {scan} = reading
  const places = readPlaces(scan, from, reading.depth > 0)
  if (places.length === 0) return undefined
  return finish(reading, from, places, 'artikel')
}

const between = new RegExp(
  `(?:,? in (?:combinatie|samenhang|verbinding) met | ?, ?(?:(?:${joints}) )?(?:(${through}) )?| (?:${joints}) | (${through}) |\\/(?=\\d{1,2}:\\d))(?:(?:van )?art(?:ikel|\\.) )?`,
  'y'
)

/** `artikelen 9 (terugvordering) en 10`: what an artikel is about, in a list. */
const explained =
  / \((?!nieuw|oud|hierna|voorheen)[A-Za-zë][a-zë -]{2,60}\)(?=(?:,| en| of) \d|,? (?:(?:lid|leden) \d|(?:onder|sub) [a-z\d]|(?:eerste|tweede|derde|vierde|vijfde|zesde) (?:lid|en|tot)[ ,.]))/y

/** Artikelen, each with its own leden and onderdelen; `isOwner` where a part of them was named before them. */
export function readPlaces(
  scan: Scan,
  from: number,
  isOwner = false
): readonly Place[] {
  const places: Place[] = []
  for (let count = 0; count < 60; count++) {
    const next = attempt(scan, () => readNext(scan, places))
    if (!next) break
    const {item, isRange} = next
    const vernummerd = readRenumbered(scan)
    eat(scan, explained)
    eat(scan, / e\.v\.| (?:en|e\.) (?:volgende|verder)(?![A-Za-z])/y)
    const ways = inLid(scan, readWays(scan, isOwner))
    const place: Place = {
      from: count === 0 ? from : item.from,
      to: scan.at,
      eenheid: artikel(item.nummer),
      ways,
      ...(item.tot !== undefined && {tot: artikel(item.tot)}),
      ...(vernummerd && {vernummerd})
    }
    const last = places.at(-1)
    if (isRange && last && last.tot === undefined) {
      places[places.length - 1] = joined(last, place)
    } else {
      places.push(place)
    }
  }
  return paired(scan, places)
}

const eachToEach =
  /^[a-zë]+ (?:onderscheidenlijk|respectievelijk|resp\.) [a-zë]+ (?:lid|volzin)$/

/** `artikelen 5 en 6, eerste onderscheidenlijk tweede lid`: the first of 5, the second of 6. */
function paired(scan: Scan, places: readonly Place[]): readonly Place[] {
  const [one, two, ...others] = places
  const [first, second, ...more] = two?.ways ?? []
  if (!one || !two || !first || !second) return places
  const isPair =
    others.length + more.length + one.ways.length === 0 &&
    eachToEach.test(scan.text.slice(first.from, second.to))
  const [from, to] = [one.from, one.to]
  return isPair
    ? [
        {...one, ways: [{...first, from, to}]},
        {...two, ways: [second]}
      ]
    : places
}

/** `aanhef en onderdeel a van het eerste lid`: the lid that stands behind its parts. */
function inLid(scan: Scan, ways: readonly Way[]): readonly Way[] {
  const isOpen =
    ways.length > 0 && ways.every(({pad}) => pad[0]?.soort !== 'lid')
  const lid = isOpen
    ? attempt(scan, () => {
        if (!eat(scan, /,? van (?:het )?(?=[a-zë]+ lid|lid \d)/y))
          return undefined
        const opening = readOpening(scan)
        const [one, ...others] = opening ? waysFrom(scan, opening) : []
        return others.length === 0 && one?.pad.length === 1 ? one : undefined
      })
    : undefined
  if (lid?.pad[0]?.soort !== 'lid') return ways
  const inside = (pad: Way['pad']): Way['pad'] => [...lid.pad, ...pad]
  return ways.map((way, at) => ({
    ...way,
    pad: inside(way.pad),
    ...(way.tot && {tot: inside(way.tot)}),
    ...(at === ways.length - 1 && {to: lid.to})
  }))
}

interface Next {
  readonly item: Item
  readonly isRange: boolean
}

/** The first number, or a further one; behind the word itself another reference begins. */
function readNext(scan: Scan, places: readonly Place[]): Next | undefined {
  const [first] = places
  const isFirst = first === undefined
  const match = isFirst ? undefined : eat(scan, between)
  if (!isFirst && (!match || match[0].includes('art'))) return undefined
  const item = readArtikelNummer(scan) ?? readLetterOf(scan, places)
  // `artikel 9, vierde lid, Vb`: no number, but a law.
  const isLaw =
    item !== undefined &&
    /^[IVXLCDM]+[a-z]/.test(item.nummer) &&
    /^\d/.test(first?.eenheid[0]?.nummer ?? '')
  if (isLaw) return undefined
  return item && {item, isRange: (match?.[1] ?? match?.[2]) !== undefined}
}

/** `artikelen 91 a t/m d`: the next letter is an artikel as well, in a list of artikelen. */
function readLetterOf(scan: Scan, places: readonly Place[]): Item | undefined {
  const [first, last] = [places[0], places.at(-1)]
  const isList =
    first !== undefined &&
    last?.ways.length === 0 &&
    scan.text.startsWith('rtikelen ', first.from + 1)
  return isList ? readNextLetter(scan, last.eenheid.at(-1)?.nummer) : undefined
}

/** One range of the place before and this one. */
function joined(first: Place, last: Place): Place {
  const ways = last.ways.length > 0 ? last.ways : []
  const start = first.ways.at(-1)?.pad
  const vernummerd = last.vernummerd ?? first.vernummerd
  return {
    ...first,
    tot: last.eenheid,
    to: last.to,
    ways,
    ...(start && {start}),
    ...(vernummerd && {vernummerd})
  }
}

function artikel(nummer: string): readonly Deel[] {
  return [{soort: 'artikel', nummer}]
}

/** A number, or a range of two with a hyphen; `3e lid` is no artikel 3e. */
function readArtikelNummer(scan: Scan): Item | undefined {
  return attempt(scan, () => {
    const item = readNummer(scan)
    const isLid = sees(
      scan,
      / (?:lid|leden|volzin|zin|alinea|categorie|klasse|graad|fase|groep|gedachtestreepje|streepje|bullet|jaar|dag|maand|kwartaal)(?![A-Za-z])/y
    )
    // `artikel 274e lid 2`
    const isOrdinal = isLid && !sees(scan, / lid \d/y)
    if (!item || (isOrdinal && /^\d+(?:e|de|ste)$/.test(item.nummer))) {
      return undefined
    }
    const last = attempt(scan, () =>
      eat(scan, / ?[-–] ?(?=\d)/y) ? readNummer(scan) : undefined
    )
    return last ? {...item, tot: last.nummer, to: last.to} : item
  })
}
