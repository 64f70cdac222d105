/**
 * How far the name of a regeling goes behind its first word.
 *
 * Kernel. A guess, made word by word: nouns with the small words between them
 * belong to the name, until a word shows that the sentence goes on. A year, a
 * day or a number ends a name.
 */
import {isParticiple, isStop, opening} from './name-words.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

const month =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
const dayWords = new RegExp(
  ` van \\d{1,2} (?:${month}) \\d{4}(?!\\d)(?:,? (?:nr\\.?|nummer|no\\.|kenmerk) ?[A-Za-z0-9][\\w./-]{0,40}[\\w]|, \\d{4}-\\d{4,14})?`,
  'y'
)
const ofMinister = new RegExp(
  ` van (?:de |het )?(?:[A-Za-z][^.,;:()0-9]{2,120}?|(?:[Mm]inister|[Ss]taatssecretaris)[^.;:()0-9]{2,120}?)(?= van \\d{1,2} (?:${month}))`,
  'y'
)
const period = new RegExp(
  ` \\d{1,2} (?:${month}) \\d{4} ?(?:[-–]|tot en met|tot|t\\/m) ?\\d{1,2} (?:${month}) \\d{4}(?!\\d)`,
  'y'
)
const year =
  / (?:19|20)\d{2}(?: ?[-–/] ?(?:(?:19|20)\d{2}|\d{2}))?(?!\d|[:-]\d)/y
const number =
  /(?: \((?:EU|EG|EEG|Euratom)\))?(?: nr\.?)? \d{2,4}\/\d{1,4}(?:\/(?:EU|EG|EEG|JBZ|GBVB|Euratom))?(?![\d/A-Za-z])| nr\. \d{1,4}(?!\d)/y
const noName =
  '(?!(?:Onze|Ons|Minister|Staatssecretaris|Zijne|Hare|De|Het|In|Op|Bij|Deze|Dit|Een|Als|Artikel|Wet|Besluit|Regeling|Verordening|Reglement|Algemene|Cao|CAO) )'
const capital = `${noName}[A-Z’'][A-Za-zÀ-ÿ0-9’'-]{1,30}(?![A-Za-zÀ-ÿ0-9])`
const body =
  'gemeente|provincie|regio|waterschap|stichting|vereniging|Stichting'
/** Places whose names hold small words, or begin with De or Het. */
const towns =
  'Peel en Maas|Berg en Dal|Aa en Hunze|Gilze en Rijen|Bergen op Zoom|Alphen aan den Rijn|Capelle aan den IJssel|Krimpen aan den IJssel|Horst aan de Maas|Wijk bij Duurstede|Land van Cuijk|De Bilt|De Wolden|De Ronde Venen|De Fryske Marren|Het Hogeland|Den Haag|Den Helder'
/** `gemeente Alphen aan den Rijn`. */
const place = new RegExp(
  `,? (?:van )?(?:de )?(?:${body}) (?:(?:${towns})(?![A-Za-z])|${capital}(?: (?:(?:aan den|aan de|op|bij|van|en|den|de) )?${capital}){0,4})`,
  'y'
)
const names = new RegExp(
  `(?: (?:${towns})(?![A-Za-z])|(?: (?:& )?${capital}){1,5})`,
  'y'
)
/** `Bonaire, Sint Eustatius en Saba`. */
const islands = new RegExp(
  `,(?: ${capital}){1,2}(?:,(?: ${capital}){1,2}){0,4} en(?: ${capital}){1,2}`,
  'y'
)
/** Abbreviations of laws in the midst of a name. */
const shorts =
  /, (?:[A-Z]{2,6}, ){0,3}[A-Z]{2,6} (?:en|of) [A-Z][A-Za-z]{1,5}(?: \d{4})?(?![A-Za-z0-9])/y
const owner = new RegExp(
  ` (?:van|voor)(?: de| het)?(?: (?:${body}|raad van de gemeente))?(?: ${capital}){1,5}`,
  'y'
)

/** The number of a European act, of which the makers are no part. */
export function eatNumber(scan: Scan): boolean {
  return eat(scan, number) !== undefined
}

/** A day, a year or a number, behind which no name goes on but that of a place. */
export function eatEnd(scan: Scan): boolean {
  if (eat(scan, dayWords) || eat(scan, number) || eat(scan, period)) return true
  if (!eat(scan, year)) return false
  eatPlace(scan)
  return true
}

function eatPlace(scan: Scan): boolean {
  return eatPlaceOf(scan) || eat(scan, names) !== undefined
}

/** `gemeente Alphen aan den Rijn`, behind the name of what holds there. */
export function eatPlaceOf(scan: Scan): boolean {
  return eat(scan, place) !== undefined
}

/** `van de Minister van Financiën van 3 mei 2011`: who took a besluit, and when. */
function eatTaken(scan: Scan): boolean {
  return (
    attempt(scan, () =>
      eat(scan, ofMinister) ? eat(scan, dayWords) : undefined
    ) !== undefined
  )
}

/** Names and a year behind a word that is a name by itself: `Regio Achterhoek 2012`. */
export function eatProper(scan: Scan): void {
  if (eatNumber(scan)) return
  if (eatEnd(scan)) {
    eat(scan, owner)
    return
  }
  if (eatPlace(scan) || eat(scan, owner)) eatEnd(scan)
}

const plainWord =
  / (?!(?:van|op|in|voor|ter|tot|te|inzake|bij|aan|door|met|over|der|des|naar|uit|onder|gemeente|provincie|regio) |(?:en|of) [A-Z])[a-z]/y

/** `Cao Welzijn & Maatschappelijke Dienstverlening 2014-2016`: for whom, and for how long. */
export function eatCao(scan: Scan): void {
  if (eatEnd(scan)) return
  if (!eat(scan, names) && !eat(scan, / [a-z]{4,20}(?= (?:19|20)\d\d)/y)) return
  eat(scan, alsoFor)
  eatEnd(scan)
}

const alsoFor = new RegExp(`(?: en(?: ${capital}){1,4})`, 'y')

/** The rest of a name that goes on behind its first word. */
export function eatTail(scan: Scan): void {
  if (eatTaken(scan)) return
  let last = ''
  let isNamed = false
  for (let count = 0; count < 26 && !eatEnd(scan); count++) {
    if (eatBeside(scan, last, isNamed)) continue
    // Behind the name of a body or a place no noun follows without a word between.
    if (isNamed && sees(scan, plainWord)) return
    const more = attempt(scan, () => readWord(scan, last))
    if (more === undefined) return
    isNamed = isProper(more, last)
    last = more
  }
}

/** A name that goes on to a year: `Samenloopregeling Indonesische pensioenen 1960`. */
export function eatFirm(scan: Scan): boolean {
  const from = scan.at
  eatTail(scan)
  if (scan.at > from && /\d/.test(scan.text.charAt(scan.at - 1))) return true
  scan.at = from
  return false
}

/** A place, or abbreviations of laws. */
function eatBeside(scan: Scan, last: string, isNamed: boolean): boolean {
  if (eatPlaceOf(scan)) return true
  if (isNamed && eat(scan, islands)) return true
  return last !== '' && eat(scan, shorts) !== undefined
}

function isProper(word: string, last: string): boolean {
  if (word.endsWith('-')) return false
  if (/^(?:[A-Z]{2}|Orde$)/.test(word)) return true
  return /^[A-Z]/.test(word) && /^[a-z]/.test(last)
}

const small =
  /(?: (?:van|op|in|en|of|voor|de|het|ter|tot|te|inzake|betreffende|bij|aan|door|met|over|der|des|tegen|naar|uit|onder)(?![A-Za-zÀ-ÿ0-9-])){0,3}/y
/** A list in the midst of a name: `mandaat, volmacht en machtiging`. */
const listed =
  /,(?= (?:[a-zë()-]{4,30}, ){0,3}[a-zë()-]{4,30}(?: [a-zë-]{4,30})? en (?:van )?[a-zë-]{4,})/y
const content =
  / (?:& )?(?:\([a-z]{2,12}\))?([A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ0-9&]|[’'](?=[a-zA-Z])){0,40}(?:[/-](?:[A-Za-zÀ-ÿ0-9]|[’'](?=[a-zA-Z])){1,40}){0,3}-?|\d{1,2}-[a-z]{4,20})(?![A-Za-zÀ-ÿ0-9])/y
/** What may stand right behind the kind of a regeling, if it is no noun. */
const opener =
  /^ (?:op|inzake|betreffende|tot|voor|ter|over|van|houdende|tegen|uit|aan|met)(?: |$)/

/** One more word of a name, with the small words before it. */
function readWord(scan: Scan, last: string): string | undefined {
  const comma = last === '' ? undefined : eat(scan, listed)
  const joined = eat(scan, small)?.[0] ?? ''
  if (last === '' && joined !== '' && !opener.test(joined)) return undefined
  // What one body decided is not called after it.
  const isOwned = last === '' && /^ van(?: de| het)?$/.test(joined)
  if (isOwned && !sees(scan, / [A-Z]|(?= orde)/y)) return undefined
  const word = eat(scan, content)?.[1]
  if (word === undefined) return undefined
  if (isNoun(scan, word, joined)) return word
  return goesOn(word, {joined, last, isListed: comma !== undefined})
    ? word
    : undefined
}

const otherThings =
  / (?!(?:wetten|regelingen|regels|besluiten|verordeningen|bepalingen|voorschriften|regelgeving|wetgeving)(?![a-z]))[a-z-]{5,30}(?:[.;,)]|$| (?:19|20)\d\d)/y

/** `raads- en leden van`, `pootringen en andere merktekens`, `leden van de raad`: words that elsewhere end a name. */
function isNoun(scan: Scan, word: string, joined: string): boolean {
  if (word === 'leden') {
    return (
      sees(scan, /(?: [a-z]+)? van (?:de |het )?[a-z]/y) &&
      /(?:^|en|van|voor|de)$/.test(joined)
    )
  }
  if (word !== 'andere' || !/ en$/.test(joined)) return false
  return sees(scan, /(?: [a-z]+)? van /y) || sees(scan, otherThings)
}

/** What a regeling holds, and is not called after. */
const generic =
  /^(?:voorschriften|regels|bepalingen|voorwaarden|eisen|rechten|beperkingen|verplichtingen)$/

interface Joined {
  readonly joined: string
  readonly last: string
  readonly isListed: boolean
}

/** Heads of names, before which another name has ended. */
const head =
  /^(?:[A-Z][a-zë]*)?(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]erordening|[Rr]eglement|[Ww]etboek|Richtlijn|Verdrag)$|^(?:Cao|CAO|CAR|Code|Boek|Algemene|Algemeen|Artikel|Awb|BW)$/

/** Whether a word carries on a name. */
function goesOn(word: string, place: Joined): boolean {
  if (isEnd(word, place)) return false
  const {joined, last, isListed} = place
  const isCapital = /^[A-ZÀ-Ý]/.test(word)
  if (isListed) return !isCapital && !isParticiple(word)
  if (isCapital) return capitalGoesOn(word, place)
  if (!isParticiple(word)) return true
  if (joined !== '') return !/ (?:en|of)$/.test(joined)
  // `verstrekte` says what was done by it; `gewezen` before a noun does not.
  return opening.test(word) || (last !== '' && last.endsWith('e'))
}

/** What a besluit is meant to do, behind the name of another. */
const purpose = /^(?:vaststelling|wijziging|intrekking|aanpassing|aanvulling)$/

/** Whether the sentence goes on with a word. */
function isEnd(word: string, {joined, last}: Joined): boolean {
  if (last !== '' && joined === ' tot' && purpose.test(word)) return true
  if (isStop(word) || (last === '' && word === 'grond')) return true
  if (/ te$/.test(joined) && /^[a-z]/.test(word)) return true
  const isFirst = last === '' && joined === ''
  return (isFirst || joined.startsWith(' en')) && generic.test(word)
}

/** A capital is part of the name, unless another name begins with it. */
function capitalGoesOn(word: string, {joined, last}: Joined): boolean {
  if (/(?:^| )(?:en|of)(?: |$)/.test(joined)) {
    return joined === ' en' && /^[A-Z]/.test(last) && !head.test(word)
  }
  if (/ (?:bij|met|in|uit|aan) (?:de|het)$/.test(joined)) return false
  return /^(?:| van| van de| van het)$/.test(joined) || !head.test(word)
}
