/**
 * Names of regelingen that nobody listed, by their shape.
 *
 * Kernel. How far such a name goes is a guess (`name-tail.ts`); that it is one
 * shows from a capital within a sentence, from a year, a day or a number, or
 * from the artikel that is said to be of it.
 */
import type {RegelingNaam} from './address.ts'
import {isFirm, isName, isWithin, notYet} from './lone-name.ts'
import {
  eatCao,
  eatDated,
  eatEnd,
  eatNumber,
  eatPlaceOf,
  eatProper,
  sector,
  trades
} from './name-end.ts'
import {headWord, loneHead, plainNoun} from './name-heads.ts'
import {isParticiple, isVerb} from './name-stops.ts'
import {eatFirm, eatTail, eatThings} from './name-tail.ts'
import {adjectives, bareHead, heads, smallHeads} from './name-words.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'

/** What a name gave: a law, our own regeling (`eigen`), or the one named before (`vorige`). */
export type Named =
  | {readonly soort: 'wet'; readonly regeling: RegelingNaam}
  | {readonly soort: 'eigen'}
  | {readonly soort: 'vorige'; readonly noun: string}

/** Capitals, or consonants in a row, that may be the abbreviation of a law. */
const acronym =
  /(?:de |het |der )?((?:[A-Z]\.){2,6}(?![A-Za-z])|(?!Sch|Str|Spr|Chr)(?:[AEIOU][b-df-hj-np-tv-xz]{2,5}|[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-xz]{2}[a-z]{0,3})(?![A-Za-zÀ-ÿ0-9-])|(?:Wet |Besluit |Regeling |[Mm]odel-)?(?=[A-Za-z]{0,9}[A-Z][A-Za-z]{0,9}[A-Zbw](?![a-z]))[A-Z][A-Za-z]{1,9}(?:[-/][A-Z][A-Za-z]{1,9})?(?: (?:19|20)\d\d|[’']\d\d)?)(?![A-Za-zÀ-ÿ0-9]|-[a-z])/y
/** Words in capitals that name no law. */
const noLaw =
  /^[A-Z]{7,}$|^(?:(?:NEN|ISO|IEC|DIN|NPR|NTA|PGS|BRL) \d+$|EN|OF|VAN|DE|HET|IN|TE|OP|DE|BTW|VNG|UWV|ABP|SVB|LOGA|FNV|CNV|CMHF|OR|BV|NV|EU|EG|HRM?|PDF|ICT|UWO|NAW|BSN|NEN|ISO|IEC|DIN|NPR|NTA|PGS|BRL|VCA|II|III|IV|VI|VII|VIII|IX|XI|XII|IIa|IVa)$/

/** A name that nobody listed, by its shape; behind `van`. */
export function readByShape(scan: Scan): Named | undefined {
  return attempt(scan, () => {
    const quoted = readQuoted(scan)
    if (quoted !== undefined) return named(quoted)
    const word = eat(scan, headWord)?.[1]
    if (word !== undefined) return named(readRest(scan, word))
    if (sees(scan, european)) return readBeside(scan)
    const noun = eat(scan, plainNoun)?.[1]
    if (noun !== undefined) return named(readPlain(scan, noun))
    return readAcronym(scan)
  })
}

function named(naam: string): Named {
  return {soort: 'wet', regeling: {naam}}
}

/** `bijlage II van richtlijn 2003/88/EG`. */
const european =
  /(?:gedelegeerde )?(?:uitvoerings)?(?:richtlijn|verordening|kaderbesluit|besluit(?= \(EU\)))(?:en)? (?:\((?:EU|EG|EEG)\) ?)?(?:[Nn]r\.? ?)?\d/y

const openQuote = /(?:de |het |der )?([‘“„"'«])(?=[A-Z])/y
const closing = new Map([
  ['‘', '’'],
  ['“', '”'],
  ['„', '”'],
  ['"', '"'],
  ["'", "'"],
  ['«', '»']
])

/** A name between quotes goes on to the second of them, and to whose it is. */
function readQuoted(scan: Scan): string | undefined {
  return attempt(scan, () => {
    const mark = eat(scan, openQuote)?.[1]
    if (mark === undefined || !sees(scan, headWord)) return undefined
    const from = scan.at
    const near = scan.text.slice(from, from + 200)
    const length = near.indexOf(closing.get(mark) ?? mark)
    if (length < 3) return undefined
    scan.at = from + length + 1
    const behind = scan.at
    eatPlaceOf(scan)
    return near.slice(0, length) + scan.text.slice(behind, scan.at)
  })
}

/** `“Verordening op de markten, alsmede op de kermis”`: all that stands between quotes. */
function readBetween(scan: Scan, from: number): string | undefined {
  const close = closing.get(scan.text.charAt(from - 1))
  if (close === undefined) return undefined
  const near = scan.text.slice(from, from + 300)
  const naam = near
    .slice(0, Math.max(0, near.indexOf(close)))
    .replace(/\.$/, '')
  const isOne =
    naam.includes(' ') && !/[;!?:]|[a-z]\. /.test(naam) && isName(naam)
  if (!isOne || naam.split(' ').some(isVerb)) return undefined
  scan.at = from + naam.length
  return naam
}

const ofDay =
  /^(?:(?:algemeene |algemene )?wet|(?:mandaat|delegatie|instellings)?besluit|[Bb]eschikking|KB\.?|koninklijk besluit|(?:ministeriële )?regeling)$/

/** `het Protocol van 1978`, which states made. */
const ofYearOnly =
  /(?<=(?:^|[^A-Za-z])(?:Protocol|Verdrag|Conventie)) van (?:18|19|20)\d\d(?!\d)/y
const isSmallHead = new RegExp(`^(?:${smallHeads})$`)
/** `regeling Onwerkbaar Weer`: what a regeling is called, behind a kind without a capital. */
const subjects =
  / [A-Z][a-z]{4,30}(?: (?:(?:en|van|in|op|voor|bij) (?:de |het )?)?[A-Z][a-z]{3,30}){0,4}(?: (?:19|20)\d\d)?(?![A-Za-zÀ-ÿ0-9-])/y

/** The name that begins with a head that has been read. */
function readRest(scan: Scan, word: string): string {
  const from = scan.at - word.length
  if (ofDay.test(word) && isDated(scan, word)) eatDated(scan)
  else if (!eatNumbered(scan, word)) eatNamed(scan, word)
  return scan.text.slice(from, scan.at)
}

const ofEurope =
  /^(?:[Gg]edelegeerde )?(?:[Uu]itvoerings)?(?:[Rr]ichtlijn|[Vv]erordening|[Kk]aderbesluit|[Bb]esluit)(?:en)?$/

/** `IAO-Verdrag 87` */
const ofLabour = /(?<=(?:ILO|IAO)-[Vv]erdrag) (?:nr\.? )?\d{1,3}(?!\d)/y

/** What only a number or a year tells: `Richtlijn 2006/123/EG`, `het Protocol van 1978`. */
function eatNumbered(scan: Scan, word: string): boolean {
  if (eat(scan, ofYearOnly) ?? eat(scan, ofLabour)) return true
  return ofEurope.test(word) && eatNumber(scan)
}

/** What is called after what it is about, or whom. */
function eatNamed(scan: Scan, word: string): void {
  if (isCao(scan, word)) eatCao(scan)
  else if (isOpen(scan, word)) eatTail(scan, word)
  else if (/- en [A-Za-z]*wet$/.test(word) && eat(scan, forWhom)) return
  else if (!eat(scan, ofUwo) && !eatWhole(scan, word)) eatProper(scan)
}

function isCao(scan: Scan, word: string): boolean {
  return (
    /^cao$|arbeidsovereenkomst$/i.test(word) &&
    (sees(scan, trades) || sees(scan, sector) || !sees(scan, / (?:voor|in) /y))
  )
}

/** `Collectieve Arbeidsvoorwaardenregeling/Uitwerkingsovereenkomst` */
const ofUwo =
  /(?<=waardenregeling)\/Uit(?:werkings|voerings)overeenkomst(?![a-z])/y

/** Whether a day follows behind a kind that may have a name as well. */
function isDated(scan: Scan, word: string): boolean {
  if (/regeling$|^wet$/.test(word)) return sees(scan, / van \d/y)
  return (
    !/eschikking$/.test(word) || sees(scan, / van (?:\d|(?:de |Onze )?[MmSs])/y)
  )
}

/** A name that goes on behind a word that could be all of it: to a year, or to the end of what is said. */
function eatWhole(scan: Scan, word: string): boolean {
  if (word === 'wet' && eat(scan, ofShort)) return true
  if (isSmallHead.test(word) && eat(scan, subjects)) {
    if (eatPlaceOf(scan)) eatEnd(scan)
    return true
  }
  if (compound.test(word)) return eatFirm(scan, word)
  return /wet$/.test(word) && (eatFirm(scan, word) || eatThings(scan, word))
}

const forWhom = / voor [A-Za-z][a-z]{3,20}(?![A-Za-z])/y

/** Heads of a name that goes on; any other wet ends with its own word. */
const goesOn = new RegExp(
  `(?:^|[ -])(?:${heads}|Regels|Overeenkomst|Beschikking|(?:[Kk]osten|[Rr]aam|[Pp]lan|[Hh]erzienings|[Gg]oedkeurings|[Kk]ader|[Ss]poed|[Ii]nterim|[Nn]ood|[Ee]xperimenten|[Ii]nvoerings|[Uu]itvoerings|[Ii]nstellings|[Aa]anpassings|[Ww]ijzigings|[Rr]eparatie|[Vv]erzamel|[Ii]mplementatie|[Oo]vergangs|[Bb]eginselen)wet)$|^(?:${adjectives}) [a-zë]`
)
const compound =
  /(?:besluit|regeling|beschikking|verdrag|(?<=^[A-Z]{2,5}-|^Kader)richtlijn|verordening|reglement|regels?|voorschrift(?:en)?|instructie|statuut|circulaire|code|waardenovereenkomst)$/

const ofBody =
  /^(?:Instellings|Mandaat|Delegatie|Vaststellings|Aanwijzings|Uitvoerings|Intrekkings)besluit$/

function isOpen(scan: Scan, word: string): boolean {
  if (goesOn.test(word) || ofBody.test(word)) return true
  return (
    compound.test(word) &&
    sees(
      scan,
      / (?:(?:\([a-z]+\)|\d{1,2}-)?[a-zà-ÿ-]{3,}|ex artikel|[A-Z][A-Za-z]{1,12}-(?:[a-z]{3,}| en [a-z])|(?:W[a-z]{2,3}|[A-Z]{2,5}) [a-z]{4,}|[A-Z][a-z]+(?:ische|[a-z]se) [a-z]|(?:Wet|Rijkswet|Algemene|Besluit|Regeling|Verordening) [a-z])/y
    )
  )
}

const bare =
  /^(?:wet|besluit|regeling|verordening|richtlijn|overeenkomst|akkoord|verdrag)$/
const plainTail =
  / van orde(?: (?:voor|van) (?:de|het) [a-zë-]{3,30}(?: van (?:de|het) [a-zë-]{3,30})?)?|(?<=reglement|instructie|verordening|statuut|circulaire|protocol) (?:voor|op) (?:de|het) [a-zë-]{3,30}(?![A-Za-z])/y

/** `de richtlijn kapitaalvereisten`, `de wet kinderopvang`: a title that somebody wrote small. */
const capitals = / [A-Z][a-z]{3,30} (?:(?:19|20)\d\d|gemeente [A-Z])/y
const subject =
  / (?!(?:van|voor)?(?:uitvoering|toepassing))[a-z]{2,24}(?:eisten|belasting(?:en)?|opvang|vervoer|onderwijs|instellingen|voorzieningen|verkeer|rechtspositie|bestrijding|bescherming|participatie|omgevingsrecht|huisvesting|inburgering|schuldhulpverlening|jeugdzorg|jeugdhulp)(?: (?:19|20)\d\d)?(?![A-Za-z])/y

/** `het reglement ‘Kwaliteit van de dorpen’`. */
const inQuotes =
  / (?:‘[A-Z][^‘’\n]{2,100}’|[“„][A-Z][^”\n]{2,100}”|"[A-Z][^"\n]{2,100}")/y

/** `de wet SUWI`. */
const ofShort =
  / (?:[A-Z]{3,6}(?: (?:19|20)\d\d)?|[A-Z]{2,5}-[a-z]{5,24})(?![A-Za-z0-9-])/y

/** `het reglement van orde`, `de regeling van 3 mei 2011`: a name without a capital. */
function readPlain(scan: Scan, noun: string): string {
  const from = scan.at - noun.length
  if (eat(scan, inQuotes)) return scan.text.slice(from, scan.at)
  if (noun === 'wet' && eat(scan, ofShort))
    return scan.text.slice(from, scan.at)
  if (/arbeidsovereenkomst$|^cao$/.test(noun) && sees(scan, trades))
    eatCao(scan)
  else if (bare.test(noun)) {
    if (!eatEnd(scan) && !eat(scan, subject) && sees(scan, capitals))
      eatProper(scan)
  } else if (!eat(scan, plainTail)) eatProper(scan)
  return scan.text.slice(from, scan.at)
}

/** `Besluit van 3 mei 2011, houdende regels ter uitvoering van …`: what it holds, and no name. */
function isToldOf({text}: Scan, from: number): boolean {
  return (
    /houdende $/.test(text.slice(Math.max(0, from - 9), from)) &&
    /[a-z]/.test(text.charAt(from))
  )
}

/** `De Wet verving de toegang tot arbeid`: one word that is no noun, and an article behind it. */
function isSaid(scan: Scan, naam: string): boolean {
  const [, one = ''] =
    /^(?:Wet|Besluit|Regeling|Verordening|Code|Reglement|Richtlijn(?:en)?|Protocol|Statuten|Beleidsregels?|Regels|Aanwijzingen|Voorschriften) ([a-zë]+)$/.exec(
      naam
    ) ?? []
  if (isParticiple(one)) return true
  return (
    one !== '' &&
    !/(?:ing|heid|schap|teit|tie|ment|recht|zorg|loon|werk|bijstand|vervoer|opvang|dienst|wezen|stand|beheer|verkeer|onderwijs|handel)(?:en)?$/.test(
      one
    ) &&
    (sees(
      scan,
      / (?:de|het|een|zich|dat|deze|dit|niet|geen|er|ons|hen|hem|haar|mij|u|bij|daarbij|lof) /y
    ) ||
      /^ver(?:scheen|dient|dween|dwenen)$/.test(one))
  )
}

/**
 * A name that stands by itself. Within a sentence a capital shows that it is
 * one; where a sentence begins only a year, a day or a number does.
 */
export function readLone(scan: Scan): RegelingNaam | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const word = eat(scan, loneHead)?.[0]
    if (word === undefined || isToldOf(scan, from)) return undefined
    const whole = readBetween(scan, from)
    if (whole !== undefined) return {naam: whole}
    const naam = readRest(scan, word)
    return isName(naam) && isThere(scan, from, {naam, word})
      ? {naam}
      : undefined
  })
}

/** Whether what was read is there already, and shows that it is a name. */
function isThere(
  scan: Scan,
  from: number,
  {naam, word}: {readonly naam: string; readonly word: string}
): boolean {
  if (isSaid(scan, naam)) return false
  if (notYet.test(before(scan, from)) && !/\d{4}/.test(naam)) return false
  const isSure =
    isFirm(naam, word) ||
    sees(scan, /,? art(?:ikel(?:en)?|t?\.) \d| \((?:Stb|Stcrt|Trb)\.? /y)
  return isSure || isWithin(scan, from, naam === word)
}

/** Right behind the number of an artikel: a name with a capital that is a regeling by itself. */
export function readBeside(scan: Scan): Named | undefined {
  return attempt(scan, () => {
    const word = eat(scan, loneHead)?.[0]
    if (word === undefined) return undefined
    const naam = readRest(scan, word)
    return naam === word && bareHead.test(word) ? undefined : named(naam)
  })
}

const shortWet = /W(?=[b-df-hj-np-tv-xz]{2})[a-z]{2,6}(?![A-Za-z0-9À-ÿ-])/y

/** `de Wgs`: what looks like nothing but the abbreviation of a wet. */
export function readShortWet(scan: Scan): RegelingNaam | undefined {
  const naam = eat(scan, shortWet)?.[0]
  return naam === undefined || naam === 'Wrr' ? undefined : {naam}
}

/** Behind these words `de WSF` can be nothing but a wet. */
const groundOf =
  /(?:op grond van|ingevolge|krachtens|in de zin van|toepassing van|naleving van|bedoeld in|uitvoering van|in het kader van) de $/
const wetInCapitals =
  /(?:W(?!(?:HO|RR|TO|KR)(?![A-Z]))[A-Z]{2,5}|APV|ASV)(?![A-Za-z0-9À-ÿ’'-])/y
/** `de ASV 2023`: a verordening, a wet, a besluit or a regeling with its year. */
const ofYear =
  /(?!BTW|NEN|CRvB|HR|EHRM|TV|BV|CV)[A-Z][A-Za-z]{0,5}[VRWBvrwb] (?:19|20)\d\d(?![\d-])/y

/** Capitals that are the abbreviation of a regeling, for what stands before them or behind. */
export function readCapitals(scan: Scan): RegelingNaam | undefined {
  const isGround = groundOf.test(before(scan, scan.at))
  const naam =
    (isAcronym.test(scan.text.slice(scan.at, scan.at + 2)) &&
      eat(scan, ofYear)?.[0]) ||
    (isGround && eat(scan, wetInCapitals)?.[0])
  return naam ? {naam} : undefined
}
const isAcronym = /^[A-Z]{2}/

/** `APV Amsterdam`, `Asv Houten 2016` */
const ofTown =
  / (?!(?:De|Het|Dit|Deze|In|Op|Artikel|Lid|Burgemeester|College|Raad|Toepassing|Gelet|Overwegende|Besluit|Wet|Gemeentewet|Hoofdstuk|Vergunning)(?![a-z]))(?:gemeente )?[A-Z][a-z]{3,24}(?:-[A-Z][a-z]{2,20})?(?: (?:19|20)\d\d)?(?![A-Za-z0-9])/y

/** An abbreviation that nobody listed. */
export function readAcronym(scan: Scan): Named | undefined {
  return attempt(scan, () => {
    const naam = eat(scan, acronym)?.[1]
    if (naam === undefined || noLaw.test(naam)) return undefined
    const town = /^(?:APV|Apv|ASV|Asv)$/.test(naam)
      ? eat(scan, ofTown)?.[0]
      : ''
    return {soort: 'wet', regeling: {naam: `${naam}${town ?? ''}`}}
  })
}
