/**
 * What stands behind a word, and shows whether it is part of a name.
 *
 * Kernel.
 */
import {generic, type Joined} from './name-member.ts'
import {isParticiple, isStop, isUninflected, mayBeAdverb} from './name-stops.ts'
import {before, type Scan, sees} from './scan.ts'

/** A noun behind an adjective, or a second adjective and a noun. */
const ofThing =
  / (?:(?:en|of) [a-zà-ÿ]{4,30} )?(?!(?:van|voor|door|over|naar|onder|tegen|inzake|betreffende|zijn|haar|hun|een)[ ,.])([a-zA-Zà-ÿ-]{3,})/y

/** Whether a noun follows, alone or behind a second adjective: `voorlopig verblijf`. */
function seesThing(scan: Scan): boolean {
  ofThing.lastIndex = scan.at
  const word = ofThing.exec(scan.text)?.[1]
  return word !== undefined && !isStop(word)
}

/** `eenmalig gebruik`, `collectief ontslag`: behind it a noun is no beginning of what is done. */
const adjective = /(?:(?:[ai]g|iel|lijk|isch)e?|ief|ieve|erlei|baar|aal)$/

const doing = /^ (?:voor|bij|tot|door) het$/

/** Whether a word belongs to the sentence, for what stands behind it. */
export function isLeft(
  scan: Scan,
  word: string,
  place: Omit<Joined, 'isListed'>
): boolean {
  const {joined, isFirst} = place
  if (joined === '' && mayBeAdverb(word) && !seesThing(scan)) return true
  const isThing = isFirst || adjective.test(place.last)
  return isDone(scan, word, place) || (!isThing && isHeld(scan, word, joined))
}

/** Whether a word says what is done with something: `voor het indienen van een aanvraag`. */
function isDone(
  scan: Scan,
  word: string,
  {isFirst, isBare, joined}: Omit<Joined, 'isListed' | 'last'>
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

const agreement =
  / [a-z]*(?:overeenkomst|contract|convenant|akkoord|verdrag|verzekering|koop)/y
/** `een krachtens de Wet X vastgesteld tarief` */
const ofOne =
  /(?:^|[^a-z])(?:een|geen|elk|ieder|enig|zijn|haar|hun) (?:bij of krachtens|op grond van|krachtens|ingevolge|bij|door|in|volgens|onder) [^.;:]*$/i

/** `toepassing is gegeven`, `ziekengeld heeft genoten`: what somebody has or does. */
function isHeld(scan: Scan, word: string, joined: string): boolean {
  return joined === '' && held.test(word) && sees(scan, verbBehind)
}
const held =
  /^(?:toepassing|toegang|verklaring|uitvoering|gebruik|rekening|ziekengeld|aanspra(?:ak|ken)|bezwaar|beroep|aangifte|opgave|ontslag|verlof|(?:uitkering|toestemming|vergunning)(?:en)?)$/
const verbBehind =
  / (?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|kan|kunnen|tot|te|geeft|geven|genoten?|geniet|gegeven|verleen[dt]|verkre?egen|ontvangt)(?![a-z])/y

/** Words that elsewhere end a name, and what behind them shows that they are part of one. */
const unless: ReadonlyMap<string, (scan: Scan, joined: string) => boolean> =
  new Map([
    // `leden van de raad`
    ['leden', isOfLeden],
    // `op grond van leeftijd`
    ['grond', (scan) => sees(scan, ofGround)],
    // `inzake het recht van de zee`
    ['recht', (scan, joined) => ofRight.test(joined) && sees(scan, / van /y)],
    // `ter beschikking gestelden`
    ['beschikking', (scan) => sees(scan, / gestelden/y)],
    // `gesloten jeugdhulp`
    ['gesloten', (scan, joined) => joined === '' && !sees(scan, agreement)],
    // `pootringen en andere merktekens`
    ['andere', isOthers]
  ])
const ofRight = / (?:inzake|over|op) het$/
const ofGround = / van (?!de |het |een |deze |dit |die |dat |artikel)[a-z]/y

function isOthers(scan: Scan, joined: string): boolean {
  if (!/ en$/.test(joined)) return false
  return sees(scan, /(?: [a-z]+)? van /y) || sees(scan, otherThings)
}

/** Whether a word that elsewhere ends a name is part of one, for what stands behind it. */
export function isNoun(scan: Scan, word: string, joined: string): boolean {
  const test = unless.get(word)
  if (test) return test(scan, joined)
  if (joined !== '') return false
  if (generic.test(word))
    return seesNoun(scan) || sees(scan, / en [a-z]{6,24} [A-Z]/y)
  return (
    isUninflected(word) &&
    seesThing(scan) &&
    !ofOne.test(before(scan, scan.at, 120))
  )
}

/** `leden van de raad`, `leden gerechtsbesturen`. */
function isOfLeden(scan: Scan, joined: string): boolean {
  if (!/(?:^|en|van|voor|de)$/.test(joined)) return false
  return (
    sees(
      scan,
      /(?: [a-z]+)? van (?:de |het )?[a-z]| (?:Eerste|Tweede) Kamer| (?:Europees Parlement|(?:Raad|Commissie|College|Autoriteit)(?![a-z])|[A-Z][a-z]*(?:[Rr]aad|[Cc]ommissie|[Kk]amer|[Cc]ollege|Generaal|bestuur)(?![a-z]))/y
    ) || seesNoun(scan)
  )
}

/** Whether a word goes on with the name, and not with the sentence. */
function seesNoun(scan: Scan): boolean {
  const next = scan.text.slice(scan.at, scan.at + 30)
  const [, word] = /^ ([a-z]{6,24})(?![a-z])/.exec(next) ?? []
  return word !== undefined && !isStop(word) && !isParticiple(word)
}
