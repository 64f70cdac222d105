/**
 * Whether a word with the small words before it carries on the name of a regeling.
 *
 * Kernel. Told from the word and what stands before it; what stands behind it
 * tells the rest (`name-ahead.ts`).
 */
import {
  attributive,
  isActor,
  isExpression,
  isParticiple,
  isStop,
  nounOrVerb,
  opening
} from './name-stops.ts'

/** Where in a name a word stands. */
export interface Before {
  /** The word before it; the head of the name at first. */
  readonly last: string
  /** Right behind a head. */
  readonly isFirst: boolean
  /** Behind a head that is no name by itself: `Wet`, and not `Ontslagregeling`. */
  readonly isBare: boolean
}

/** The same, with the small words behind that. */
export interface Joined extends Before {
  /** Small words before the word. */
  readonly joined: string
  readonly isListed: boolean
}

/** What a regeling holds, and is not called after. */
export const generic =
  /^(?:voorschriften|regels|bepalingen|voorwaarden|rechten|beperkingen|verplichtingen)$/

/** Heads of names, before which another name has ended. */
const head =
  /^(?:[A-Z][a-zë]*)?(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]erordening|[Rr]eglement|[Ww]etboek|Richtlijn|Verdrag)$|^(?:Cao|CAO|CAR|Code|Boek|Algemene|Algemeen|Artikel|Awb|BW)$/
/** Whether a word carries on a name. */
export function goesOn(word: string, place: Joined): boolean {
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
    ? isBare ||
      /^(?:Uitvoerings|Vrijstellings|Aanwijzings|Subsidie|Warenwet)/.test(last)
    : last.endsWith('ing')
  return (mayOpen && opening.test(word)) || (!isFirst && ofNoun.test(last))
}

/** Adjectives, behind which a participle stands for those of whom it is said: `verstandelijk gehandicapte`. */
const ofNoun =
  /(?:^algemeen|lijke|[^w]elijk|ige|ische?|bare|zame|achtige|iële|ele|ale|ieve|aire|loze|eerde|ste)$/

/** What a noun follows, and no verb. */
const ofWhat = / (?:van|voor|op|in|bij)(?: het)?$/

/** Whether the sentence goes on with a word. */
function isEnd(word: string, place: Joined): boolean {
  const {joined, last, isFirst, isBare} = place
  const isNext = isFirst && joined === ''
  const isObject = isNext ? isBare : last.endsWith('ing')
  if (attributive.has(word)) return !isObject && !ofWhat.test(joined)
  const isThing =
    isNext ||
    / (?:van|voor)$/.test(joined) ||
    ofNoun.test(last) ||
    (joined === '' && /[a-z]ende$/.test(last))
  if (nounOrVerb.has(word) && isThing) return false
  if (isStop(word) || isOfSentence(word, place)) return true
  return (isNext || joined.startsWith(' en')) && generic.test(word)
}

/** `en de toelichting`, `en van andere`, `of een ander`, `naar het Burgerlijk Wetboek`. */
const another =
  /^ en (?:de|het|van|in|op|aan|inzake|onder|bij|naar|voor|met|door|uit)(?: |$)|^ of(?: |$)|^ (?:met|naar) (?:de|het)$/

/**
 * `over het jaar 2020`, `onder loon`, `aan de werkgever`: hardly any name has
 * these behind its first noun. Counted in the names of `wetten.yaml`, and
 * behind names in running text.
 */
function isBeside(
  word: string,
  {joined, last, isFirst, isBare}: Joined
): boolean {
  if (isFirst && isBare) return false
  // `van witwassen en het financieren van terrorisme`
  if (joined === ' en het' && last.endsWith('en') && word.endsWith('en'))
    return false
  // `op de heffing en de invordering van leges`
  if (another.test(joined)) return !/-$|^heffing$/.test(last)
  if (/^ over(?: |$)/.test(joined))
    return !/(?:vervoer|inlichtingen|informatie|gegevens)$/.test(last)
  if (/^ tegen de/.test(joined)) return isFirst || !/^[A-Z]/.test(last)
  return /^ onder(?: |$)|^ (?:uit|aan|tegen) (?:de|het)$/.test(joined)
}

/** What with the small words before it is an expression, one who acts, or a verb: `te verstrekken`. */
function isOfSentence(word: string, place: Joined): boolean {
  const {joined, last, isBare} = place
  if (isExpression(joined, word) || isBeside(word, place)) return true
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
