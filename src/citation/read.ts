/**
 * Running text → the references in it.
 *
 * Kernel. Looks only at the words and at the laws that are known; relative
 * references stay relative (see `resolve.ts`), so that one text read once
 * serves wherever it stands. Errs on the side of silence. Takes time in
 * proportion to the text: words that can begin a reference are looked for, and
 * what is read from there is bounded and never read twice from the same place.
 */

import type {Address, BepalingReference, Reference} from './address.ts'
import {withAmended} from './amending.ts'
import {readArtikelen, readNumbered} from './artikel.ts'
import {readBesideThis} from './beside-this.ts'
import {withExcepted} from './excepted.ts'
import {isTitled, readLaw} from './law.ts'
import {type Laws, noLaws, startsLaw} from './law-index.ts'
import {startsName} from './name-heads.ts'
import {readPart} from './part.ts'
import {readThat} from './pointing-back.ts'
import {readNextKamerstuk, readPublicatie} from './publications.ts'
import type {Reading} from './reading.ts'
import {readRenamed} from './renamed.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'
import {readThis} from './self.ts'
import {withShared} from './shared.ts'
import {readStructure} from './structure.ts'
import {withAddresses} from './targets.ts'

/**
 * Where a reference may begin, by what it would be: an artikel, a part of a
 * text, a unit, a toelichting, `dit` or `vorige`, an ordinal, a publication,
 * and any capital, which may begin the name of a law.
 */
const openings =
  /\b(?:([Aa]rtikelen: (?=\d[\d.:a-z]*(?:,| en | tot en met | t\/m )(?! [A-Z]))|[Aa]rt(?:ikel(?:en|\(en\))?|t?\.|t)? ?(?=(?:[a-z]|[A-Z][a-z]?[. ]?)?\d|[IVXLC])|ARTIKEL |(?<!(?:[Ee]en|[Gg]een|[Dd]e|[Dd]ie|[Uu]w|zijn|haar) )aanwijzing (?=\d{1,3}(?:\.\d{1,3})?[a-z]?(?!\d|[./]\d| [ck]?m ))|Aanwijzing (?=\d{1,3}(?:\.\d{1,3})?[a-z]?(?:,? (?:[a-zë]+ lid|van de|is|zijn|geldt|bepaalt|wordt|worden)[ ,]))|[Aa]anwijzingen (?=\d{1,3}(?:\.\d{1,3})?[a-z]?(?!\d|[./]\d| [ck]?m ))|(?<=(?:in de zin van|bedoeld in|genoemd in|[Gg]elet op|op grond van|ingevolge|krachtens) )(?:\d{1,2}:\d{1,4}|\d{1,3})[a-z]{0,2} (?=van (?:de|het) [A-Z])|13b (?=(?:van de )?Opiumwet)|\d{1,2}A?:\d{1,4}[a-z]{0,3} (?=(?:lid \d{1,2} (?:(?:onder|sub) [a-z] )?)?(?:BW|Awb)\b))|((?:[Ll]id|[Ll]eden) (?=\d|[a-z][.,;)])|[Pp]unt (?=\d{1,2},? (?:onder|sub) )|[Oo]nder punt (?=\d)|(?:[Oo]nder(?:de(?:el|len))?|[Ss]ub(?:onderde(?:el|len))?) (?=\d|[A-Za-z]{1,2}\b|[ivx]{3})|[Aa]anhef\b|[Ss]lot (?=van)|[Oo]pschrift )|((?:[Aa]nnex|[Aa]ppendix) (?=[\dIVX]{1,4}[a-zA-Z]?(?: van (?:[Aa]nnex|[Bb]ijlage) [\dIVX]{1,4})? van (?:de|het|die|dat) )|[Bb]ijlage(?=, (?:onder|deel))|[Bb]ijlagen (?=bij art)|(?:[Bb]ijlagen?|[Hh]oofdstuk(?:ken)?|HOOFDSTUK|[Aa]fdeling(?:en)?|(?:[Ss]ub)?[Pp]aragra(?:af|fen)|[Oo]nderafdeling(?:en)?|[Pp]ar\.|[Aa]fd\.|[Hh]fd?st\.|[Tt]itels?|[Bb]oek|[Dd]eel) (?=[\dA-Zbv]))|((?:[Aa]rtikelsgewijze )?[Tt]oelichting (?=[obv]))|([Dd]at (?=(?:lid|artikel), (?:aanhef|onder|[a-zë]+(?:de|ste) ))|(?:[Dd]it|[Dd]eze|[Hh]et onderhavige|[Oo]nderhavige?|[Vv]ori?ge?|[Vv]oorgaande?|[Vv]oorafgaande|[Vv]olgende) (?=[adhlobptvz]))|((?:[Ee]en|één|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even|[Aa]cht|[Nn]egen|[Tt]ien|[Ee]lf|[Tt]waalf|[Dd]ert|[Vv]eert|[Tt]wint|[Tt]acht|[Hh]onderd|[Ee]erst|[Dd]erd|[Ll]aatst)[a-zëé-]{0,16}e(?=[ ,])|\d{1,3}(?:e|de|ste)(?=[ ,]))|((?:[Ll]edenbrief|[Ll]edencirculaire|[Ll]br)\b|(?:stb|stcrt|trb|gmb)-\d|kamerst(?:uk|\.))|cao[ -](?=[A-Z]|in (?:het|de) [A-Z][a-zë-]{3,30}|(?:provincies|gemeenten|waterschappen|rijk|politie|po|vo|mbo|hbo|umc|vvt|ggz|zorg|welzijn|primair onderwijs|voortgezet onderwijs|ziekenhuizen|jeugdzorg|gehandicaptenzorg|kinderopvang|sociaal werk|openbare bibliotheken|universiteiten)(?![a-z])|(?:(?!tot|in|van|per|voor|uit|vanaf|sinds|over|en|of|op)[a-z]{2,20} )?(?:19|20)\d\d(?![\d.,]\d))|collectieve arbeidsovereenkomst (?=(?:19|20)\d\d(?![\d.,]\d)|(?:voor (?:de |het )?)?(?!Werk(?:nemer|gever)s?(?![a-z]))[A-Z])|gemeenschappelijke regeling (?=[A-Z])|[a-z]{4,30}(?:wet|besluit)(?![A-Za-zÀ-ÿ-])|algemeene wet (?=van \d)|algemene wet (?=bestuursrecht|van \d)|pensioenreglement (?=van|Stichting)|wet (?=van \d|[a-z]{3}|[A-Z][a-z]{2}|[A-Z]{2,6}(?:-[a-z]{5,24})?(?![A-Za-z]))|(?:(?:algemene|financiële|tijdelijke|bijzondere|nadere|fiscale|sociale|ministeriële|gemeentelijke|provinciale|plaatselijke) )?(?:[a-z]{3,20}-,? (?:[a-z]{3,20}-,? )?en )?[a-z]{0,20}(?:verordening|regeling|reglement|instructie|regels|statuut)(?= (?:[^.;:()]{0,80} )?(?:19|20)\d\d(?![\d-]))|(?:(?:koninklijk )?besluit|beschikking) van (?=\d|(?:de |Onze )?[MmSs][a-z]+ )|(?:ministeriële )?regeling van (?=\d{1,2} [A-Za-z]{3,9} \d{4})|(?:regeling|gedragscode|reglement|convenant) (?=[A-Z][a-z]{4})|(?:tijdelijk|algemeen|bijzonder) besluit (?=(?:[^.;:()]{0,80} )?(?:19|20)\d\d(?![\d-]))|(?:lbr|LBR)\b|gedelegeerde (?=(?:verordening|richtlijn) [(\dnN])|(?:uitvoerings)?(?:richtlijn|verordening|kaderbesluit|besluit(?= \(EU\)))(?:en)? (?=[(\dnN])|[A-Z])|(§)/g

/** Spaces that do not break, and ends of lines: one for one, so that ranges stay. */
const oddSpace = /[\u00a0\u2007\u2009\u202f\t\r\n]/g

/**
 * All references in a text, in order and without overlap. `isLine` where it may
 * be a heading: `Artikel 17c` is one on a line by itself, and none in a cell.
 */
export function readReferences(
  source: string,
  laws: Laws = noLaws,
  isLine = true
): readonly Reference[] {
  const text = source.replace(oddSpace, ' ').replaceAll('\u2011', '-')
  const scan: Scan = {text, at: 0}
  const reading: Reading = {
    scan,
    laws,
    found: [],
    depth: 0,
    own: new Set(),
    isLine
  }
  const namesItself = /aangehaald|geciteerd/.test(text)
  openings.lastIndex = 0
  for (let match = openings.exec(text); match; match = openings.exec(text)) {
    const start = match.index
    const next = openings.lastIndex
    scan.at = start
    const isNone =
      isInside(text, start) || (namesItself && isTitled(text, start))
    const reference = isNone ? undefined : readAt(reading, match)
    if (reference) {
      reading.found.push(reference)
      readRest(reading, text.slice(start, start + 13))
    }
    openings.lastIndex = reference ? scan.at : Math.max(next, start + 1)
  }
  return withExcepted(withAmended(withShared(reading), text), text)
}

/** What a list of artikelen still has behind the regeling of the first, or behind what is said of one. */
function readRest(reading: Reading, opening: string): void {
  if (several.test(opening)) readMore(reading)
  if (anArtikel.test(opening)) readResumed(reading)
  readKamerstukken(reading)
  const renamed = readRenamed(reading)
  if (renamed) reading.found.push(renamed)
}

/** `Kamerstukken II 2009/10, 29 248, nr. 117 en II 2010/11, 29 248, nr. 170`. */
function readKamerstukken({scan, found}: Reading): void {
  for (let count = 0; count < 20; count++) {
    const last = found.at(-1)
    if (
      last?.soort !== 'publicatie' ||
      last.publicatie.soort !== 'Kamerstukken'
    )
      return
    const more = attempt(scan, (): Reference | undefined => {
      if (!eat(scan, /(?:,? en|[,;]) /y)) return undefined
      const from = scan.at
      const publicatie = readNextKamerstuk(scan)
      return publicatie && {soort: 'publicatie', from, to: scan.at, publicatie}
    })
    if (!more) return
    found.push(more)
  }
}

const anArtikel = /^(?:[Aa]rtikel(?:en)?|[Aa]rtt?\.) /
const proviso =
  /, (?:voor ?zover|uitgezonderd|met uitzondering van) (?!artikel)[^,.;:\d]{3,80}, (?=\d{1,4}[a-z]?,? [a-z\d])/y

/** `artikel 10, vierde lid, voor zover het de vrijstelling betreft, 14, 15 of 17`: the list goes on behind what is said of one. */
function readResumed(reading: Reading): void {
  const {scan, found} = reading
  const more = attempt(scan, () => {
    if (!eat(scan, proviso)) return undefined
    const next = readNumbered(reading, scan.at)
    const [one, ...others] = next?.targets ?? []
    const isList = others.length > 0 || (one?.address.pad.length ?? 0) > 0
    return isList ? next : undefined
  })
  if (more) found.push(more)
}

const several = /^(?:[Aa]rtikel(?:en)?|[Aa]rtt?\.|[Aa]anwijzingen) /

/** Behind a law, or what it will be called: `(hierna: Awb) en 149`. */
const nextOfList =
  /(?: \((?:(?:hierna|verder)(?: te noemen)?:? )?(?:de |het )?[‘“"']?[A-Z][A-Za-z/-]{1,15}[’”"']?\)(?!(?:,| en| of| alsmede) (?:19|20)\d\d(?!\d)))?(?:,? (?:en|of|alsmede) |, ?)(?=\d)/y

/** `de artikelen 3 van de Wet A, 5, tweede lid, van de Wet B en 7 van de Wet C`. */
function readMore(reading: Reading): void {
  const {scan, found} = reading
  for (let count = 0; count < 40; count++) {
    const more = attempt(scan, () => {
      if (!eat(scan, nextOfList)) return undefined
      const next = readNumbered(reading, scan.at)
      return next?.targets[0]?.address.regeling ? next : undefined
    })
    if (!more) return
    const last = found.at(-1)
    if (last?.soort === 'bepaling' && isOfOneWetboek(scan, last, more))
      found[found.length - 1] = {
        ...last,
        to: more.to,
        targets: [...last.targets, ...more.targets]
      }
    else found.push(more)
  }
}

/** `artikelen 175 van Boek 6, en 620 van Boek 8 van het Burgerlijk Wetboek`, which names it once. */
function isOfOneWetboek(
  {text}: Scan,
  one: BepalingReference,
  next: BepalingReference
): boolean {
  const [law, other] = [one, next].map(
    ({targets}) => targets[0]?.address.regeling
  )
  return (
    law?.boek !== undefined &&
    law.naam === other?.naam &&
    / van [Bb]oek \d{1,2}A?$/.test(text.slice(one.from, one.to))
  )
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
  if (artikel !== undefined) {
    return /^\d/.test(artikel) ? readBare(reading) : readArtikelen(reading)
  }
  if (unit !== undefined || sign !== undefined) return readStructure(reading)
  if (self !== undefined)
    return /^dat/i.test(self) ? readThat(reading) : readThis(reading)
  if (note !== undefined) return readToelichting(reading)
  if (part !== undefined) return readPart(reading)
  if (ordinal !== undefined) return readOrdinal(reading)
  return issue === undefined ? readCapital(reading) : readIssued(reading)
}

/** `in de zin van 1:2 van de Awb`: a number with no word before it, of a law that is known. */
function readBare(reading: Reading): Reference | undefined {
  const {scan} = reading
  const isOfKnown = sees(
    scan,
    /\d{1,3}(?::\d{1,4})?[a-z]{0,2} van (?:de|het) /y
  )
  const found = readNumbered(reading, scan.at)
  const isKnown = found?.targets[0]?.address.regeling?.bwb !== undefined
  return isOfKnown && !isKnown ? undefined : found
}

/** `Tweede lid`; `Tweede aanpassingsbesluit` is a name. */
function readOrdinal(reading: Reading): Reference | undefined {
  const part =
    readBesideThis(reading) ??
    attempt(reading.scan, () => readPart(reading)) ??
    attempt(reading.scan, () => readStructure(reading))
  const isCapital = /[A-Z]/.test(reading.scan.text.charAt(reading.scan.at))
  return part ?? (isCapital ? readCapital(reading) : undefined)
}

function readIssued({scan}: Reading): Reference | undefined {
  const from = scan.at
  const publicatie = readPublicatie(scan)
  return publicatie && {soort: 'publicatie', from, to: scan.at, publicatie}
}

const anyWord = /[A-Za-zÀ-ÿ]+/y

const issuers =
  /^(?:Stb|Stcrt|Trb|PbEU|PbEE?G|Pb|PB|Publicatieblad|Staatsblad|Staatscourant|Tractatenblad|Gemeenteblad|Kamerstuk|Kamerstukken|Kamerst|Kamerstuknummer|TK|EK|LBR|VNG|LOGA|ECWGO|TAZ|CvA|ECCVA|BAOZW|MARZ|ECLBR|FIN|BB|BABVI|ECSD)$/

/** A word with a capital: a publication, or the name of a law. */
function readCapital(reading: Reading): Reference | undefined {
  const {scan, laws} = reading
  anyWord.lastIndex = scan.at
  const word = anyWord.exec(scan.text)?.[0] ?? ''
  if (issuers.test(word)) {
    const issued = attempt(scan, () => readIssued(reading))
    if (issued) return issued
  }
  const behind = scan.text.charAt(scan.at + word.length)
  return startsLaw(word, laws) || startsName(word, behind)
    ? readLaw(reading)
    : undefined
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
  const {targets} = withAddresses(inner, explained)
  const [first, ...others] = targets
  return first && {...inner, from, targets: [{...first, from}, ...others]}
}

function explained(address: Address): Address {
  return {...address, eenheid: [...address.eenheid, {soort: 'toelichting'}]}
}
