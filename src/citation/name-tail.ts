/**
 * How far the name of a regeling goes behind its first word.
 *
 * Kernel. A guess, made word by word: nouns with the small words between them
 * belong to the name, until a word shows that the sentence goes on
 * (`name-stops.ts`), or a day, a year or a number ends it (`name-end.ts`).
 */

import {isLeft, isNoun} from './name-ahead.ts'
import {capital, eatEnd, eatPlaceOf, eatTaken, together} from './name-end.ts'
import {type Before, goesOn} from './name-member.ts'
import {isParticiple, isStop, mayBeAdverb} from './name-stops.ts'
import {adjectives, anyAdjective, bareHead} from './name-words.ts'
import {skipToYear} from './name-year.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

/** Heads behind which a name goes on as behind its first word. */
const inner =
  /^(?:Wet|Rijkswet|Besluit|Regeling|Verordening|Wetboek|Reglement)$/

/** `Bonaire, Sint Eustatius en Saba`. */
const islands = new RegExp(
  `,(?: van)?(?: ${capital}){1,2}(?:,(?: ${capital}){1,2}){0,4} en(?: van)?(?:(?: ${capital}){1,2}| de BES[ -]eilanden)`,
  'y'
)
/** `Rotterdam – Rijnmond 2010`. */
const dashed = / [-–] [A-Z][a-zë]{2,20}(?= (?:19|20)\d\d)/y
/** Abbreviations of laws in the midst of a name. */
const shorts =
  /, (?:[A-Z]{2,6}, ){0,3}[A-Z]{2,6} (?:en|of) [A-Z][A-Za-z]{1,5}(?: \d{4})?(?![A-Za-z0-9])/y
const plainWord =
  / (?!(?:van|op|in|voor|ter|tot|te|inzake|bij|aan|door|met|over|der|des|naar|uit|onder|gemeente|provincie|regio|waterschap) |(?:en|of) [A-Z])[a-z]/y

/** `Besluit boete ZW/WAO werkgevers 2002`, `Regeling meldingen Wvo glastuinbouw.`: a year or a full stop shows that the name goes on. */
const toEnd =
  / [a-z-]{5,30}(?:(?: [a-z-]{4,30}){0,2} (?:19|20)\d\d(?![\d-])|(?=[.;)]|$))/y

/** What else a law changes, and the how manieth of its kind it is. */
const others =
  / en (?:van )?(?:enkele andere|enige andere|overige fiscale) (?:[a-z]{4,20}e )?[a-z]{4,24}|, (?:eerste|tweede|derde|vierde|vijfde|zesde|[a-z]{3,14}(?:de|ste)) tranche/y

/** What is one word for what it is: `verklaring omtrent het gedrag`. */
const omtrent =
  /(?<=[Vv]erklaring(?:en)?) omtrent het gedrag(?![a-z])|(?<=(?:goederen|stoffen|vervoer|personen)) langs de (?:weg|binnenwateren|spoorweg)(?![a-z])/y

/** What a number goes with: `box 3`. */
const counted =
  /^(?:[Bb]oek(?:en)?|box|fase|tranche|deel|pijler|ronde|klasse|categorie|niveau)$/

/** `Invoeringswet Boeken 3, 5 en 6 nieuw BW` */
const howMany = / \d{1,2}A?(?:, \d{1,2})*(?: en \d{1,2})?(?![\d.,]\d|[A-Za-z])/y

/** What is certain behind a head: all words to a year, or which states agreed. */
function eatStart(scan: Scan, word: string): void {
  skipToYear(scan)
  if (ofStates.test(word)) eat(scan, betweenStates)
}

/** The rest of a name that goes on behind its head. */
export function eatTail(scan: Scan, word: string): void {
  if (eatTaken(scan)) return
  eatStart(scan, word)
  let before: Before = {
    last: word,
    isFirst: true,
    isBare: bareHead.test(word.split(' ').at(-1) ?? '')
  }
  let isNamed = false
  for (let count = 0; count < 30 && !eatEnd(scan); count++) {
    if (eatBeside(scan, before, isNamed)) continue
    const more = isOver(scan, isNamed)
      ? undefined
      : attempt(scan, () => readWord(scan, before))
    if (more === undefined) return
    if (counted.test(more)) eat(scan, howMany)
    isNamed = isProper(more, before)
    // The name of another regeling begins anew: `Besluit uitvoering Wet op de huurtoeslag`.
    const isHead = inner.test(more)
    before = {last: more, isFirst: isHead, isBare: isHead}
  }
}

/** Behind the name of a body or a place no noun follows without a word between. */
function isOver(scan: Scan, isNamed: boolean): boolean {
  return (
    isNamed && sees(scan, plainWord) && !sees(scan, toEnd) && !endsSoon(scan)
  )
}

const lastWords = / ((?:[a-zà-ÿ-]{5,30} ){1,2}[a-zà-ÿ-]{5,30})(?=[.;)]|$)/y

/** `instelling Commissie kwaliteitsbewaking classificatie.`: nouns up to the end of what is said. */
function endsSoon(scan: Scan): boolean {
  lastWords.lastIndex = scan.at
  const words = lastWords.exec(scan.text)?.[1]?.split(' ') ?? []
  return (
    words.length > 0 &&
    words.every(
      (word) => !isStop(word) && !isParticiple(word) && !mayBeAdverb(word)
    )
  )
}

/** A name that goes on to a year: `Samenloopregeling Indonesische pensioenen 1960`. */
export function eatFirm(scan: Scan, word: string): boolean {
  const from = scan.at
  eatTail(scan, word)
  if (scan.at > from && /\d/.test(scan.text.charAt(scan.at - 1))) return true
  scan.at = from
  return false
}

/** A name that ends where a part of the sentence does: `Organisatiewet sociale verzekeringen.` */
export function eatThings(scan: Scan, word: string): boolean {
  const from = scan.at
  eatTail(scan, word)
  const words = scan.text.slice(from, scan.at)
  const isName = /^(?: (?:en )?[a-zë-]{5,40}){1,6}$/.test(words)
  if (!isName) scan.at = from
  return isName
}

/** The artikel that a regeling works out: `Verordening artikel 212 Gemeentewet`, `Besluit ex artikel 8 van de Wet`. */
const artikel =
  / (?:ex artikel(?:en)? \d{1,4}[a-z]?(?:[.:]\d{1,4}[a-z]?)?(?:,? [a-zë]+ lid,?)?(?: van)?(?: de| het)?(?= [A-Z])|artikel(?:en)? \d{1,4}[a-z]?(?:[.:]\d{1,4}[a-z]?)?(?:(?:,? [a-zë]+ lid,?)?(?: van)?(?: de| het)?(?= (?:Gemeente|Wet|[A-Z][a-z]*wet|[a-z]{4,30}(?:richtlijn|wet|verordening)(?![a-z])|[A-Z]{2,5}(?![A-Za-z])))|(?= (?:19|20)\d\d(?!\d)| van \d{1,2} [a-z]+ \d{4})))/y

const exArtikel =
  / ex artikel(?:en)? \d{1,4}[a-z]?(?:[.:]\d{1,4}[a-z]?)?(?:,? [a-zë]+ lid,?)?(?: van)?(?: de| het)?(?= [A-Z])/y

/** What else it changes, the artikel, a place, or abbreviations of laws. */
function eatBeside(
  scan: Scan,
  {last, isFirst}: Before,
  isNamed: boolean
): boolean {
  if (
    eat(scan, omtrent) ??
    eat(scan, others) ??
    eat(scan, isFirst ? artikel : exArtikel)
  )
    return true
  if (eatPlaceOf(scan)) return true
  if (isNamed && eat(scan, islands)) return true
  if (/^[A-Z]/.test(last) && (eat(scan, dashed) || eat(scan, together)))
    return true
  return !isFirst && eat(scan, shorts) !== undefined
}

const adjective = new RegExp(`^(?:${adjectives}|${anyAdjective})$`)

/** `Friese taal` */
const ofNation = /^[A-Z][a-z]+(?:[bcdfghjklmnprstvwxz]|ie|[a-z]ne)se$/

function isProper(word: string, {last, isFirst}: Before): boolean {
  const isNoun = /-(?:$|[a-z])/.test(word)
  if (isNoun || inner.test(word) || adjective.test(word)) return false
  if (ofNation.test(word)) return false
  if (word === 'Orde') return true
  if (/^[A-Z]{2}/.test(word)) return !isFirst
  return /^[A-Z]/.test(word) && !isFirst && /^[a-z]/.test(last)
}

const small =
  /(?: (?:van|op|in|en|of|voor|de|het|ter|tot|te|inzake|nopens|betreffende|bij|aan|door|met|over|der|des|tegen|naar|uit|onder)(?![A-Za-zÀ-ÿ0-9-])){0,3}/y
/** `personen met een handicap`, `deelneming in een bedrijfstakpensioenfonds`: any other article begins something else. */
const withOne =
  / (?:met|in|van|voor|aan) een(?= (?:handicap|(?:[a-z]*)beperking|stoornis|arbeidshandicap|(?:lichamelijke|verstandelijke|visuele|auditieve|chronische|psychische) |(?:bedrijfs(?:tak)?|beroeps)[a-z]{5,}|voorwaardelijke vergunning))/y
/** A list in the midst of a name: `mandaat, volmacht en machtiging`. */
const listed =
  /,(?= (?:[a-zà-ÿ()-]{4,30}, ){0,5}[a-zà-ÿ()-]{4,30}(?: [a-zà-ÿ-]{4,30})? en (?:van |de |het )?[a-zà-ÿ-]{4,})/y
const content =
  / (?:& )?(?:\([a-z]{2,12}\))?((?:[A-Z]\.){2,6}|(?:[a-z]\.){2,5}(?:-(?:[a-z]\.){2,5})*|-?[A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ0-9&]|[’'](?=[a-zA-Z])){0,40}(?:[/-](?:[A-Za-zÀ-ÿ0-9]|[’'](?=[a-zA-Z])){1,40}){0,3}-?|\d{1,2}-[a-z]{4,20}|\d[A-Z][a-z]{2,20})(?![A-Za-zÀ-ÿ0-9])/y
/** What may stand right behind the kind of a regeling, if it is no noun. */
const opener =
  /^ (?:op|inzake|nopens|betreffende|tot|voor|ter|over|van|houdende|tegen)(?: |$)/

/** What states agree is of something, or about it. */
const ofStates =
  /(?:[Vv]erdrag|[Oo]vereenkomst|[Pp]rotocol|[Hh]andvest|[Ss]tatuut)$/

/** `tussen het Koninkrijk der Nederlanden en het Vlaams Gewest` */
const betweenStates =
  / tussen (?:(?:het|de) )?[A-Z][A-Za-zÀ-ÿ-]+(?: (?:der|van|de|[A-Z][A-Za-zÀ-ÿ-]+)){0,5} en (?:(?:het|de) )?[A-Z][A-Za-zÀ-ÿ-]+(?: (?:der|[A-Z][A-Za-zÀ-ÿ-]+)){0,4}/y

/** Whether small words may stand right behind the head of a name. */
function mayOpen(scan: Scan, joined: string, last: string): boolean {
  if (joined === '') return true
  // `het Verdrag met België`, but `de Wet met ingang van`
  if (ofStates.test(last) && / met(?: de| het)?$/.test(joined))
    return sees(scan, / [A-Z]/y)
  if (!opener.test(joined)) return false
  if (/ op het$/.test(joined) && sees(scan, / (?:gebied|terrein|vlak) /y))
    return false
  if (last === 'Handvest') return true
  if (/ op(?: |$)/.test(joined) && ofStates.test(last)) return false
  // What one body decided is not called after it.
  return !/^ van(?: de| het)?$/.test(joined) || sees(scan, / [A-Z]|(?= orde)/y)
}

/** One more word of a name, with the small words before it. */
function readWord(scan: Scan, before: Before): string | undefined {
  const {isFirst} = before
  const comma = isFirst ? undefined : eat(scan, listed)
  const joined = (eat(scan, withOne) ?? eat(scan, small))?.[0] ?? ''
  if (isFirst && !mayOpen(scan, joined, before.last)) return undefined
  // An article without a preposition begins something else.
  if (/^ (?:de|het)$/.test(joined)) return undefined
  const word = eat(scan, content)?.[1]
  if (word === undefined) return undefined
  if (isLeft(scan, word, {...before, joined})) return undefined
  if (isNoun(scan, word, joined)) return word
  return goesOn(word, {...before, joined, isListed: comma !== undefined})
    ? word
    : undefined
}
