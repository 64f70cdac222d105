/** `dit artikel`, `het vorige lid`: what is told from where it stands. Kernel. */
import type {Soort} from '../model.ts'
import type {BepalingReference, Target, Vanaf} from './address.ts'
import {isOfSomethingElse} from './judge.ts'
import {readRegeling} from './laws.ts'
import {readLedenAround} from './leden-around.ts'
import {readWays} from './path.ts'
import type {Reading} from './reading.ts'
import {before, eat, type Scan, sees} from './scan.ts'
import {inside, spanOf} from './targets.ts'
import {withZoals} from './zoals.ts'

/** Units of a regeling that `dit` and `deze` may point at. */
const thisWord =
  /([Dd]it|[Dd]eze|[Hh]et onderhavige|[Oo]nderhavige?) (artikellid|artikel|hoofdstuk|lid|onderdeel|paragraaf|afdeling|titel|bijlage|(?<=(?:[Vv]oor de toepassing van|(?:lid|onderdeel [a-z]|onder [a-z]|aanhef) van) deze )aanwijzing|aanwijzing(?=, [a-z]+ lid))(?![A-Za-zÀ-ÿ0-9-])/y

const nextWord =
  /([Vv]ori?ge?|[Vv]oorgaande?|[Vv]oorafgaande?|[Vv]olgende) (artikelen|artikel|lid|hoofdstuk|paragraaf|afdeling|volzin|zin|onderdeel)(?![A-Za-zÀ-ÿ0-9-])/y

/** `in vorig lid`: careless texts leave out the article. */
const ofText = /[Vv]ori?ge? (?:artikel|lid)(?![A-Za-z])/y

/** What is said of a piece in a newspaper, or of the part of an organisation. */
const behindPiece =
  / (?:verscheen|verschijnt|is (?:eerder )?(?:verschenen|gepubliceerd|geschreven|uitverkocht|afkomstig)|wordt (?:onderzocht|betoogd|besproken|de vraag (?:besproken|beantwoord|onderzocht)|ingegaan|stilgestaan)|werd (?:eerder )?(?:gepubliceerd|geschreven)|(?:in|uit|bij) de (?:krant|media)|kost |(?:geef|geven|ga|gaan|bespreek|bespreken|beschrijf|beschrijven|behandel|behandelen|leg|laat|zet) (?:ik|wij|we)(?![a-z])|lees je(?![a-z]))|(?:[^.;]{0,40}) leest u(?![a-z])/y
/** `dit lid op grond van artikel 2 ontvangt`: a member, and what the member gets or does. */
const ofMember =
  /(?: (?:op grond van|krachtens|ingevolge) artikel [^.;]{1,60},)?(?: (?:een|geen|de)(?: [a-z]{4,30}){1,2})? (?:ontvangt|geniet|treedt af|heeft (?:een )?stem(?:recht)?|was (?:voorzitter|penningmeester|secretaris)|aftreedt|zitting (?:heeft|neemt)|deelneemt|stemt|is (?:her)?benoemd|wordt (?:her)?benoemd|vertegenwoordigt|ontslag (?:neemt|heeft))(?![a-z])/y
const atWork =
  /(?:werk(?:t|en|zaam)? op|medewerkers? van|hoofd van|manager van|collega['’]s van|leden van) $/i

/** Somebody was called a lid before: `is een lid verkozen, dan wordt dit lid …`. */
const member =
  /(?:^|[^a-z])(?:een|één|ieder|elk|geen) lid(?: van (?:de|het|een) [a-z]| (?:[a-z]+ ){0,3}(?:verkozen|gekozen|benoemd|aangewezen|afgetreden|ontslagen|overleden)[ ,])[^.;]*$/i

function isMember(scan: Scan, from: number): boolean {
  if (sees(scan, ofMember)) return true
  const words = before(scan, from, 160)
  return (
    !/(?:van|in|krachtens|bij|uit|onder) $/.test(words) && member.test(words)
  )
}

/** `dit artikel, tweede lid`, `het vorige lid`, `de vorige leden`. */
export function readThis(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const told = readTold(scan)
  if (!told) return undefined
  const ways = readWays(scan)
  if (isNoText(scan, from) || isSaidOfOther(scan, told, from, ways.length > 0))
    return undefined
  if (ways.length === 0) eat(scan, / van dit artikel(?![A-Za-z])/y)
  const regeling = readRegeling(scan, reading.laws)
  if (regeling?.soort === 'wet') return undefined
  const pads = ways.length > 0 ? ways : [{from, to: scan.at, pad: []}]
  const targets = pads.map(
    (way, at): Target => ({
      ...spanOf(way, at === 0 ? from : way.from),
      ...inside(told, way)
    })
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** One address, or the ends of a range. */
type Told = Pick<Target, 'address' | 'tot'>

function readTold(scan: Scan): Told | undefined {
  const leden = readLedenAround(scan)
  if (leden) return leden
  const vanaf = readVanaf(scan)
  return vanaf && {address: {vanaf, eenheid: [], pad: []}}
}

/** A piece in a newspaper, or the part of an organisation. */
function isNoText(scan: Scan, from: number): boolean {
  return (
    isOfSomethingElse(scan) ||
    sees(scan, behindPiece) ||
    atWork.test(before(scan, from))
  )
}

/** Whether a lid is a member, or what is added or follows, which is said with the same words. */
function isSaidOfOther(
  scan: Scan,
  {address: {vanaf}}: Told,
  from: number,
  hasWays: boolean
): boolean {
  if (vanaf?.soort === 'lid' && !hasWays && isMember(scan, from)) return true
  return vanaf?.stap !== 0 && sees(scan, isComing)
}

const isComing =
  /,? (?:luidend|toegevoegd|ingevoegd|in te voegen|toe te voegen|wordt (?:na|aan|toe|in)|jaar)/y

function readVanaf(scan: Scan): Vanaf | undefined {
  const own = eat(scan, thisWord)
  if (own) return ownOf(own)
  const words = before(scan, scan.at, 8)
  const isThe = /(?:^|[^A-Za-z])(?:het|de) $/i.test(words)
  const isLoose =
    sees(scan, ofText) &&
    /(?:^|[^A-Za-z])(?:in|van|uit|bij|en|of) $/i.test(words)
  const other = isThe || isLoose ? eat(scan, nextWord) : undefined
  return other && otherOf(other)
}

const isHet = /^(?:artikel|artikellid|hoofdstuk|lid|onderdeel)$/

/** `dit` before what is `het`, `deze` before what is `de`. */
function ownOf([, pointer = '', word = '']: RegExpExecArray):
  | Vanaf
  | undefined {
  const isDit = pointer.toLowerCase() === 'dit'
  const isDeze = pointer.toLowerCase() === 'deze'
  const isWrong = isHet.test(word) ? isDeze : isDit
  return isWrong ? undefined : {soort: vanafSoort(word), stap: 0}
}

function otherOf([, pointer = '', word = '']: RegExpExecArray):
  | Vanaf
  | undefined {
  const isNext = /^volg/i.test(pointer)
  // The artikelen that follow are no place.
  if (isNext && word === 'artikelen') return undefined
  return {soort: vanafSoort(word), stap: isNext ? 1 : -1}
}

function vanafSoort(word: string): Vanaf['soort'] {
  if (word === 'zin' || word === 'volzin') return 'volzin'
  if (word === 'artikelen') return 'artikel'
  if (word === 'artikellid') return 'lid'
  if (word === 'aanwijzing') return 'artikel'
  // The patterns let through no other word than these.
  return word as Soort | 'lid' | 'onderdeel'
}
