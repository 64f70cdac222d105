/** `het eerste lid`, `onderdeel b van artikel 3`: a part of a text, alone or with what it is of. Kernel. */
import type {
  Address,
  BepalingReference,
  Stap,
  Target,
  Vanaf
} from './address.ts'
import {readArtikelen} from './artikel.ts'
import {isOfSomethingElse} from './judge.ts'
import {nouns} from './name-words.ts'
import {type Before, owned} from './owned.ts'
import {readOpening, type Way, waysFrom} from './path.ts'
import {finish} from './place.ts'
import {lettersBack} from './pointing-back.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'
import {readThis} from './self.ts'
import {readStructure} from './structure.ts'
import {type Place, spanOf} from './targets.ts'
import {withZoals} from './zoals.ts'

const cue =
  /(?:bedoeld|genoemd|vermeld|omschreven|bepaalde|bepaald|gestelde|gesteld|aangeduid|aangegeven|opgenomen|genoemde|bedoelde|vermelde)(?: is| zijn| in)?,? $|vervangen door:? [‘“„"'«]?$/

const behindCue =
  /,? (?:bedoelde?|genoemde?|vermelde?|omschreven|bepaalde|gestelde|aangegeven|aangeduide?|is van|van overeenkomstige)(?![A-Za-z])|[’”"'»],? (?:telkens )?(?:wordt )?(?:vervangen|vervalt|geschrapt)/y

/** `onder a is bepaald`. */
const isSaid =
  / (?:is|zijn|wordt|worden) (?:bepaald|geregeld|opgenomen|gedefinieerd|omschreven|verstaan|bedoeld|genoemd|vermeld|gesteld|vastgelegd|aangegeven|vervangen|toegevoegd|geschrapt)(?![a-z])/y

/** `het eerste lid geeft onder a een omschrijving`: what stands between a place and a part of it. */
const gapToPart = /^(?: [a-zë]{2,20}){1,3} $/

/** What is said of people who are a lid. */
const ofPeople =
  / (?:(?:is|was|wordt|werd|zijn|waren|worden|werden) (?:(?:niet|nog|al|weer|ook|door de [a-z]+|in \d{4}) ){0,2}(?:benoemd|gekozen|herkozen|verkozen|afgetreden|aanwezig|afwezig|geroyeerd|ingeschreven|overleden|verhinderd|ziek)|dat zich (?:aanmeldt|afmeldt|inschrijft))(?![a-z])|,? tevens (?:vice-?)?voorzitter(?![a-z])|,? (?:mevrouw|mevr\.|mw\.|de heer|dhr\.|drs\.|mr\.|ir\.|dr\.) /y

const wordOfOrdinal = /^(?:volzin|alinea|streepje)$/

const slotOf =
  /slot van (?:artikel|onderdeel|(?:het |dat )?(?:[a-z]+ )?lid(?![a-z])|(?:dit|dat) (?:artikel|onderdeel))/iy

/** `het eerste lid`, `onderdeel b`, `de aanhef van artikel 3`, `het opschrift van paragraaf 2`. */
export function readPart(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  if (sees(scan, /(?:ten|letter|punt(?! \d{1,2},? (?:onder|sub) )|ad) /iy))
    return undefined
  if (sees(scan, /slot/iy) && !sees(scan, slotOf)) return undefined
  const ways = readOwn(scan, reading.depth > 0)
  if (!ways) return undefined
  const loose = numberBefore(scan, from, ways)
  if (loose) {
    const eenheid = [{soort: 'artikel', nummer: loose.nummer}] as const
    const place: Place = {from: loose.from, to: scan.at, eenheid, ways}
    return finish(reading, loose.from, [place], 'artikel')
  }
  const home = reading.depth < 4 ? readHomeOf(reading) : undefined
  if (home) return owned(reading, home, ways, from)
  const back = lettersBack(reading, from, ways)
  if (back) return {soort: 'bepaling', from, to: scan.at, targets: back}
  const isOwnText = eat(scan, ofOwnText) !== undefined
  if (!isOwnText && !standsAlone(reading, from, ways)) return undefined
  if (reading.isLine && from === 0 && isLabel.test(scan.text)) return undefined
  const targets = ways.map(
    (way, at): Target => ({
      ...spanOf(way, at === 0 ? from : way.from),
      address: fromHere(way.pad),
      ...(way.tot && {tot: fromHere(way.tot)}),
      ...(way.vernummerd && {vernummerd: way.vernummerd})
    })
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** `Lid 1`, `lid 1`, `Onderdeel a`: what stands above an explanation of it, with nothing beside it. */
const isLabel = /^(?:[Ll]id|Onderdeel|Sub|Onder) [\dA-Za-z]{1,3}\.?$/

/** `onderdeel 4.3 van dit besluit`: a part of a text that has no artikelen. */
const ofOwnText = new RegExp(
  `(?<=onderde(?:el|len) [\\d.]{1,9}) van (?:deze|dit) (?:${nouns})(?![A-Za-z-])`,
  'y'
)

function readOwn(scan: Scan, isOwner: boolean): readonly Way[] | undefined {
  const from = scan.at
  if (readOpschrift(scan)) {
    return [{from, to: scan.at, pad: [{soort: 'opschrift'}]}]
  }
  const opening = readOpening(scan)
  return opening && waysFrom(scan, opening, isOwner)
}

function fromHere(pad: readonly Stap[]): Address {
  const soort = pad[0] ? startOf(pad[0]) : 'tekst'
  return {vanaf: {soort, stap: 0}, eenheid: [], pad}
}

/** Whether words that name no owner mean a part of the text in which they stand. */
function standsAlone(
  reading: Reading,
  from: number,
  ways: readonly Way[]
): boolean {
  const {scan} = reading
  const first = ways[0]?.pad[0]
  if (!first || isOfSomethingElse(scan)) return false
  if (first.soort === 'opschrift') {
    return sees(scan, /,? (?:komt|wordt|luidt|vervalt)(?![A-Za-z])/y)
  }
  const isBare = /^(?:onder |sub \d)/i.test(scan.text.slice(from, from + 6))
  if (isBare && !isCued(scan, from) && !isOpen(reading, from)) return false
  if (isNew(scan, from) || isOfTable(scan, from)) return false
  // `op onderdeel 4.3 scoort de fiets goed`
  if (/\d\.\d/.test(first.nummer ?? '') && /op $/i.test(before(scan, from, 4)))
    return false
  return isPlausible(scan, from, first)
}

/** `tabel II, onderdeel a`, `onderdeel a, post 6, van … tabel II`: a table has parts of its own. */
function isOfTable(scan: Scan, from: number): boolean {
  return (
    /tabel(?:len)? [\dIVXA-Z]{1,4},? $/.test(before(scan, from, 20)) ||
    sees(scan, /,? post \d/y)
  )
}

/** What is not there yet: `een nieuw lid 7`, `nieuwe onderdelen y en z toegevoegd`. */
function isNew(scan: Scan, from: number): boolean {
  const words = before(scan, from)
  if (/(?:^|[^a-z])(?:een|twee|drie|worden|wordt) nieuwe? $/i.test(words))
    return true
  return (
    / nieuwe? $/.test(words) &&
    sees(scan, /,? (?:toegevoegd|ingevoegd|luidende)/y)
  )
}

function readOpschrift(scan: Scan): boolean {
  return (
    eat(scan, /[Oo]pschrift(?= (?:van|boven|komt|wordt|luidt|vervalt))/y) !==
    undefined
  )
}

/** Whether a letter is a part of the place that was named right before it. */
function isOpen({scan, found}: Reading, from: number): boolean {
  const last = found.at(-1)
  const gap = from - (last?.to ?? 0)
  if (last?.soort !== 'bepaling' || gap > 40) return false
  if (!/^(?:onder|sub) [a-z](?![a-z])/i.test(scan.text.slice(from, from + 8)))
    return false
  return gapToPart.test(before(scan, from, gap))
}

function isCued(scan: Scan, from: number): boolean {
  return (
    cue.test(before(scan, from)) || sees(scan, behindCue) || sees(scan, isSaid)
  )
}

/** Where a part counts from that stands by itself. */
function startOf({soort}: Stap): Vanaf['soort'] {
  if (soort === 'lid') return 'artikel'
  return soort === 'onderdeel' ? 'lid' : 'tekst'
}

/** Words that make an ordinal with `lid` or `zin` a member, or a manner of speaking. */
function isPlausible(scan: Scan, from: number, first: Stap): boolean {
  const words = before(scan, from)
  if (first.soort === 'lid' && sees(scan, ofPeople)) return false
  if (/^(?:volzin|zinsnede)$/.test(first.soort) && sees(scan, / des /y))
    return false
  // `p. 189, laatste alinea`
  if (/(?:p|blz|pag)\. ?\d+, $/.test(words)) return false
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
  const words = before(scan, from, 24)
  const match =
    /(?:bedoeld|genoemd|vermeld) in (\d{1,3}[a-z]{1,2}),? $/.exec(words) ??
    /(?:^|[ (|])(\d{1,3}[a-z]?(?:[:.]\d{1,3}[a-z]{0,2}){1,3}),? $/.exec(words)
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
function readOwner(reading: Reading): BepalingReference | Before | undefined {
  const {scan} = reading
  if (!eat(scan, ofWhat)) return undefined
  if (eat(scan, thatArtikel)) return 'last'
  if (eat(scan, thatLid)) return 'last lid'
  eat(scan, /(?:het|de|genoemd|voornoemd) /y)
  return (
    attempt(scan, () => readArtikelen(reading)) ??
    attempt(scan, () => readStructure(reading)) ??
    attempt(scan, () => readThis(reading)) ??
    attempt(scan, () => readPart(reading))
  )
}

const ofWhat =
  /,? (?:(?:van|uit|bij|boven) (?=(?:het |de |dit |deze |dat |die |genoemd |voornoemd )?[A-Za-z§])|in (?=(?:het |de |dit |deze |dat |die )|art|bijlage|hoofdstuk|lid \d))/y
const thatArtikel =
  /(?:dat|genoemd|voornoemd|bedoeld|laatstgenoemd) artikel(?![A-Za-z]| \d)|het artikel(?![A-Za-z]| \d| (?:van (?!toepassing|overeenkomstige)|uit |in |over |waar))|(?:dat|die|deze) bepaling(?![A-Za-z])/y
const thatLid =
  /(?:dat|genoemd|voornoemd|bedoeld|laatstgenoemd) (?:lid|artikellid)(?![A-Za-z]| \d)/y
