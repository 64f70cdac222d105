/**
 * How far the name of a regeling goes behind its first word.
 *
 * Kernel. A guess, made word by word: nouns with the small words between them
 * belong to the name, until a word shows that the sentence goes on
 * (`name-stops.ts`), or a day, a year or a number ends it (`name-end.ts`).
 */
import {capital, eatEnd, eatPlaceOf, eatTaken, together} from './name-end.ts'
import {
  attributive,
  isActor,
  isExpression,
  isParticiple,
  isStop,
  mayBeAdverb,
  nounOrVerb,
  opening
} from './name-stops.ts'
import {adjectives, anyAdjective, bareHead} from './name-words.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

/** `Bonaire, Sint Eustatius en Saba`. */
const islands = new RegExp(
  `,(?: van)?(?: ${capital}){1,2}(?:,(?: ${capital}){1,2}){0,4} en(?: van)?(?: ${capital}){1,2}`,
  'y'
)
/** `Rotterdam – Rijnmond 2010`. */
const dashed = / [-–] [A-Z][a-zë]{2,20}(?= (?:19|20)\d\d)/y
/** Abbreviations of laws in the midst of a name. */
const shorts =
  /, (?:[A-Z]{2,6}, ){0,3}[A-Z]{2,6} (?:en|of) [A-Z][A-Za-z]{1,5}(?: \d{4})?(?![A-Za-z0-9])/y
const plainWord =
  / (?!(?:van|op|in|voor|ter|tot|te|inzake|bij|aan|door|met|over|der|des|naar|uit|onder|gemeente|provincie|regio|waterschap) |(?:en|of) [A-Z])[a-z]/y

/** `Besluit boete ZW/WAO werkgevers 2002`: the year shows that the name goes on. */
const toYear = / [a-z-]{5,30}(?: [a-z-]{4,30}){0,2} (?:19|20)\d\d(?![\d-])/y

/** Where in a name a word stands. */
interface Before {
  /** The word before it; the head of the name at first. */
  readonly last: string
  /** Right behind a head. */
  readonly isFirst: boolean
  /** Behind a head that is no name by itself: `Wet`, and not `Ontslagregeling`. */
  readonly isBare: boolean
}

/** The rest of a name that goes on behind its head. */
export function eatTail(scan: Scan, word: string): void {
  if (eatTaken(scan)) return
  let before: Before = {last: word, isFirst: true, isBare: bareHead.test(word)}
  let isNamed = false
  for (let count = 0; count < 30 && !eatEnd(scan); count++) {
    if (eatBeside(scan, before, isNamed)) continue
    // Behind the name of a body or a place no noun follows without a word between.
    if (isNamed && sees(scan, plainWord) && !sees(scan, toYear)) return
    const more = attempt(scan, () => readWord(scan, before))
    if (more === undefined) return
    if (
      /^(?:box|fase|tranche|deel|pijler|ronde|klasse|categorie|niveau)$/.test(
        more
      )
    )
      eat(scan, / \d{1,2}(?![\d.,])/y)
    isNamed = isProper(more, before)
    // The name of another regeling begins anew: `Besluit uitvoering Wet op de huurtoeslag`.
    const isHead = inner.test(more)
    before = {last: more, isFirst: isHead, isBare: isHead}
  }
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

/** The artikel, a place, or abbreviations of laws. */
function eatBeside(
  scan: Scan,
  {last, isFirst}: Before,
  isNamed: boolean
): boolean {
  if (eat(scan, isFirst ? artikel : exArtikel)) return true
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
  /(?: (?:van|op|in|en|of|voor|de|het|ter|tot|te|inzake|betreffende|bij|aan|door|met|over|der|des|tegen|naar|uit|onder)(?![A-Za-zÀ-ÿ0-9-])){0,3}/y
/** `personen met een handicap`, `deelneming in een bedrijfstakpensioenfonds`: any other article begins something else. */
const withOne =
  / (?:met|in|van|voor|aan) een(?= (?:handicap|(?:[a-z]*)beperking|stoornis|arbeidshandicap|(?:lichamelijke|verstandelijke|visuele|auditieve|chronische|psychische) |(?:bedrijfs(?:tak)?|beroeps)[a-z]{5,}|voorwaardelijke vergunning))/y
/** A list in the midst of a name: `mandaat, volmacht en machtiging`. */
const listed =
  /,(?= (?:[a-zà-ÿ()-]{4,30}, ){0,5}[a-zà-ÿ()-]{4,30}(?: [a-zà-ÿ-]{4,30})? en (?:van )?[a-zà-ÿ-]{4,})/y
const content =
  / (?:& )?(?:\([a-z]{2,12}\))?((?:[A-Z]\.){2,6}|(?:[a-z]\.){2,5}(?:-(?:[a-z]\.){2,5})*|-?[A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ0-9&]|[’'](?=[a-zA-Z])){0,40}(?:[/-](?:[A-Za-zÀ-ÿ0-9]|[’'](?=[a-zA-Z])){1,40}){0,3}-?|\d{1,2}-[a-z]{4,20}|\d[A-Z][a-z]{2,20})(?![A-Za-zÀ-ÿ0-9])/y
/** What may stand right behind the kind of a regeling, if it is no noun. */
const opener =
  /^ (?:op|inzake|betreffende|tot|voor|ter|over|van|houdende|tegen)(?: |$)/

/** What states agree is of something, or about it. */
const ofStates = /(?:[Vv]erdrag|[Pp]rotocol|[Hh]andvest|[Ss]tatuut)$/

/** A noun behind an adjective, or a second adjective and a noun. */
const ofThing =
  / (?:(?:en|of) [a-zà-ÿ]{4,30} )?(?!(?:van|voor|door|over|naar|onder|tegen|inzake|betreffende|zijn|haar|hun|een)[ ,.])([a-zA-Zà-ÿ-]{3,})/y

function seesThing(scan: Scan): boolean {
  ofThing.lastIndex = scan.at
  const word = ofThing.exec(scan.text)?.[1]
  return word !== undefined && !isStop(word)
}

interface Joined extends Before {
  /** Small words before the word. */
  readonly joined: string
  readonly isListed: boolean
}

/** Whether small words may stand right behind the head of a name. */
function mayOpen(scan: Scan, joined: string, last: string): boolean {
  if (joined === '') return true
  // `het Verdrag met België`, but `de Wet met ingang van`
  if (ofStates.test(last) && / met(?: de| het)?$/.test(joined))
    return sees(scan, / [A-Z]/y)
  if (!opener.test(joined)) return false
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
  if (joined === '' && mayBeAdverb(word) && !seesThing(scan)) return undefined
  if (isDone(scan, word, {...before, joined})) return undefined
  if (isNoun(scan, word, joined)) return word
  return goesOn(word, {...before, joined, isListed: comma !== undefined})
    ? word
    : undefined
}

function isDone(
  scan: Scan,
  word: string,
  {isFirst, isBare, joined}: Before & {readonly joined: string}
): boolean {
  return (
    !(isFirst && isBare) &&
    doing.test(joined) &&
    word.endsWith('en') &&
    sees(scan, / van (?!toepassing)/y)
  )
}

const otherThings =
  / (?!(?:wetten|regelingen|regels|besluiten|verordeningen|bepalingen|voorschriften|regelgeving|wetgeving)(?![a-z]))[a-z-]{5,30}(?:[.;,)]|$| (?:19|20)\d\d)/y

/** `leden van de raad`, `pootringen en andere merktekens`, `van bepaalde ambten`: words that elsewhere end a name. */
function isNoun(scan: Scan, word: string, joined: string): boolean {
  if (word === 'leden') return isOfLeden(scan, joined)
  if (generic.test(word) && joined === '')
    return seesNoun(scan) || sees(scan, / en [a-z]{6,24} [A-Z]/y)
  // `op grond van leeftijd`, `ter beschikking gestelden`
  if (word === 'grond')
    return sees(
      scan,
      / van (?!de |het |een |deze |dit |die |dat |artikel)[a-z]/y
    )
  if (word === 'beschikking') return sees(scan, / gestelden/y)
  if (word !== 'andere' || !/ en$/.test(joined)) return false
  return sees(scan, /(?: [a-z]+)? van /y) || sees(scan, otherThings)
}

/** `leden van de raad`, `leden gerechtsbesturen`. */
function isOfLeden(scan: Scan, joined: string): boolean {
  if (!/(?:^|en|van|voor|de)$/.test(joined)) return false
  return (
    sees(
      scan,
      /(?: [a-z]+)? van (?:de |het )?[a-z]| (?:Eerste|Tweede) Kamer/y
    ) || seesNoun(scan)
  )
}

/** Whether a word goes on with the name, and not with the sentence. */
function seesNoun(scan: Scan): boolean {
  const next = scan.text.slice(scan.at, scan.at + 30)
  const [, word] = /^ ([a-z]{6,24})(?![a-z])/.exec(next) ?? []
  return word !== undefined && !isStop(word) && !isParticiple(word)
}

/** What a regeling holds, and is not called after. */
const generic =
  /^(?:voorschriften|regels|bepalingen|voorwaarden|rechten|beperkingen|verplichtingen)$/

/** Heads of names, before which another name has ended. */
const head =
  /^(?:[A-Z][a-zë]*)?(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]erordening|[Rr]eglement|[Ww]etboek|Richtlijn|Verdrag)$|^(?:Cao|CAO|CAR|Code|Boek|Algemene|Algemeen|Artikel|Awb|BW)$/
/** Heads behind which a name goes on as behind its first word. */
const inner = /^(?:Wet|Rijkswet|Besluit|Regeling|Verordening|Wetboek)$/

/** Whether a word carries on a name. */
function goesOn(word: string, place: Joined): boolean {
  if (isEnd(word, place)) return false
  const isCapital = /^[A-ZÀ-Ý]/.test(word)
  if (place.isListed) return !isCapital && !isParticiple(word)
  if (isCapital) return capitalGoesOn(word, place)
  return !isParticiple(word) || isOfName(word, place)
}

/** Whether what may be a participle is part of a name all the same. */
function isOfName(word: string, place: Joined): boolean {
  const {joined, last, isFirst, isBare} = place
  // `advies- en verwijspunt`
  if (last.endsWith('-')) return true
  // `nieuwe en gewijzigde regelingen`
  const isPair = /[a-z]e$/.test(last) && word.endsWith('e')
  if (joined !== '')
    return opening.test(word) || isPair || !/ (?:en|of)$/.test(joined)
  // `verstrekte` says what was done by it; `gewezen` before a noun does not.
  const mayOpen = isFirst
    ? isBare || /^(?:Uitvoerings|Vrijstellings|Aanwijzings|Subsidie)/.test(last)
    : last.endsWith('ing')
  return (mayOpen && opening.test(word)) || (!isFirst && ofNoun.test(last))
}

/** Adjectives, behind which a participle stands for those of whom it is said: `verstandelijk gehandicapte`. */
const ofNoun =
  /(?:^algemeen|lijke|[^w]elijk|ige|ische?|bare|zame|achtige|iële|ele|ale|ieve|aire|loze|eerde|ste)$/

/** Whether the sentence goes on with a word. */
function isEnd(word: string, place: Joined): boolean {
  const {joined, isFirst, isBare} = place
  const isNext = isFirst && joined === ''
  if (attributive.has(word))
    return (
      !(isNext && isBare) && !/ (?:van|voor|op|in|bij)(?: het)?$/.test(joined)
    )
  if (nounOrVerb.has(word) && (isNext || / (?:van|voor)$/.test(joined)))
    return false
  if (isStop(word) || isOfSentence(word, place)) return true
  return (isNext || joined.startsWith(' en')) && generic.test(word)
}

/** `over het jaar 2020`, `onder loon`, `aan de werkgever`: hardly any name has these behind its first noun. */
function isBeside({joined, last, isFirst, isBare}: Joined): boolean {
  if (isFirst && isBare) return false
  if (/^ over(?: |$)/.test(joined)) return !last.endsWith('vervoer')
  if (/^ tegen/.test(joined)) return isFirst || !/^[A-Z]/.test(last)
  return /^ onder(?: |$)|^ (?:uit|aan) (?:de|het)$/.test(joined)
}

/** `voor het indienen van een aanvraag` */
const doing = /^ (?:voor|bij|tot|door) het$/

/** What with the small words before it is an expression, one who acts, or a verb: `te verstrekken`. */
function isOfSentence(word: string, place: Joined): boolean {
  const {joined, last, isBare} = place
  if (isExpression(joined, word) || isBeside(place)) return true
  if (/ te$/.test(joined) && /^[a-z]/.test(word)) return true
  return !isBare && last !== 'orde' && isActor(joined, word)
}

const bodies = /^(?:Raad|Hoge|Algemene|Nationale|Autoriteit|Staten-Generaal)$/

const services =
  /^(?:Veiligheidsregio|Brandweer|Omgevingsdienst|GGD|Gemeente|Provincie|Politie)$/

/** A capital is part of the name, unless another name begins with it. */
function capitalGoesOn(word: string, place: Joined): boolean {
  const {joined} = place
  if (/(?:^| )(?:en|of)(?: |$)/.test(joined)) return pairGoesOn(word, place)
  if (word === 'Europese') return true
  if (/ (?:bij|met|in|uit|aan) (?:de|het)$/.test(joined))
    return / bij de$/.test(joined) && services.test(word)
  return /^(?:| van| van de| van het)$/.test(joined) || !head.test(word)
}

/** `Pensioenwet en Wet verplichte beroepspensioenregeling`, `Drank- en Horecawet`. */
function pairGoesOn(word: string, {joined, last, isFirst}: Joined): boolean {
  if (joined !== ' en' || isFirst) return false
  // Two laws without an article: what the regeling is about.
  if (
    /^[A-Z].*wet$/.test(last) &&
    /^(?:Wet|[A-Z].*(?:wet|besluit))$/.test(word)
  )
    return true
  if (/^[A-Z].*-$/.test(last)) return true
  return /^[A-Z]/.test(last) ? !head.test(word) : bodies.test(word)
}
