/**
 * Names of laws and other regelingen in running text.
 *
 * Kernel. Known ones come from a list; of the others the shape of a name shows
 * that another regeling is meant, so that its artikel 3 is not taken for ours.
 */
import type {Wet} from '../model.ts'
import type {RegelingNaam} from './address.ts'
import {backNoun, goesWith, selfNoun, selfTable} from './kind-names.ts'
import {type Laws, longest} from './law-index.ts'
import {type Named, readAcronym, readBeside, readByShape} from './law-name.ts'
import {eatDay, eatPeriod, eatPlaceOf, eatProper} from './name-end.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

/** What a name behind a place gave, with the laws that are named beside it: `artikel 13 Ioaw/Ioaz`. */
export type Owner = Named & {readonly also?: readonly RegelingNaam[]}

/** A known law by name or abbreviation, where it stands alone. */
export function readKnownLaw(
  scan: Scan,
  laws: Laws
): {readonly regeling: RegelingNaam; readonly isShort: boolean} | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const found = longest(scan, laws.root)
    if (!found) return undefined
    const named = scan.text.slice(from, scan.at)
    if (isOfPlan(scan, found.isShort, named)) return undefined
    const more = eatQualifier(scan, found.wet, named)
    if (more !== '') {
      // `Archiefwet 1962` is not the `Archiefwet 1995` for which `Archiefwet` stands.
      const {naam} = found.wet
      const base = isOfYear.test(naam) ? named : naam
      return {regeling: {naam: `${base}${more}`}, isShort: false}
    }
    const hasBooks = found.wet.boeken.length > 0
    const boek = hasBooks ? eat(scan, itsBook)?.[1]?.toUpperCase() : undefined
    return {regeling: namedBy(found.wet, boek), isShort: found.isShort}
  })
}

/** `Beleidsplan Wmo 2016-2019`: the years of a plan; a cao has them too. */
function isOfPlan(scan: Scan, isShort: boolean, named: string): boolean {
  return isShort && !/^cao/i.test(named) && sees(scan, years)
}

const years = / (?:19|20)\d{2} ?[-–/] ?(?:19|20)?\d{2}(?!\d)/y
const itsBook = /,? [Bb]oek (\d{1,2}[Aa]?)(?![\dA-Za-z:]|\.\d)/y
const isOfYear = /\d{4}$/
const qualifier =
  / (?:van )?(?:(?:18|19|20)\d{2}|20(?:\dx|xx|\.\.))(?: ?[-–/] ?(?:19|20)\d{2})?(?!\d|[:.-]\d)/y
const isWet = /[Ww]et(?: |$|boek)/
const ofTown =
  /(?: (?:19|20)\d\d)? gemeente [A-Z]|(?: [A-Z][A-Za-zÀ-ÿ-]+){1,3} (?:19|20)\d\d(?!\d)/y
const islands = /(?<!BES) BES(?![A-Za-z0-9-])/y
const alias = / \([A-Z][A-Za-z/-]{1,12}\)(?= gemeente [A-Z])/y

/** What tells a regeling from its namesakes: `CAR/UWO gemeente Marum`, `Gemeentewet 1931`, `Jachtwet BES`. */
function eatQualifier(scan: Scan, {naam, bwb}: Wet, named: string): string {
  const from = scan.at
  const isOther = naam !== named && naam.startsWith(named)
  if (!isOfYear.test(naam) || isOther) eat(scan, qualifier)
  if (/^(?:cao|collectieve arbeidsovereenkomst) /i.test(naam)) eatPeriod(scan)
  if (/^(?:Overeenkomst|Verdrag|Protocol) /.test(naam)) eatDay(scan)
  eat(scan, islands)
  eat(scan, alias)
  // A law of the state is of no place; a besluit with its name may be.
  if (bwb === undefined) eatPlaceOf(scan)
  else if (!isWet.test(naam) && sees(scan, ofTown)) eatProper(scan)
  return scan.text.slice(from, scan.at)
}

/** A law with its number, or that of one of its books. */
function namedBy(wet: Wet, boek?: string): RegelingNaam {
  const bwb =
    boek === undefined
      ? wet.bwb
      : (wet.boeken.find((one) => one.boek === boek)?.bwb ?? wet.bwb)
  return {
    naam: wet.naam,
    ...(bwb !== undefined && {bwb}),
    ...(boek !== undefined && {boek})
  }
}

/** The book of a wetboek whose books have numbers of their own; nothing for any other law. */
export function bookOf(
  {naam}: RegelingNaam,
  boek: string,
  laws: Laws
): RegelingNaam | undefined {
  const wet = longestNamed(naam, laws)
  if (!wet)
    return naam === 'BW' || naam === 'Burgerlijk Wetboek'
      ? {naam, boek}
      : undefined
  return wet.boeken.some((one) => one.boek === boek)
    ? namedBy(wet, boek)
    : undefined
}

const boekOf =
  /[Bb]oek (\d{1,2}[Aa]?|I{1,3}|IV|VI{0,3})(?: \([A-Z][a-z]{3,30}(?: [a-z]{2,30}){0,4}\))?(?:,? [Tt]itel [\dA-Z.]{1,6})?(?:,? [Aa]fdeling [\dA-Z.]{1,6})?,? (?:van (?:het )?)?/y

/**
 * A name of another regeling behind a reference: `van de Awb`, `BW`,
 * `van Boek 7 van het Burgerlijk Wetboek`, `van die wet`, `van dit besluit`.
 */
export function readRegeling(scan: Scan, laws: Laws): Owner | undefined {
  return attempt(scan, () => {
    const comma = eat(scan, /(?: ?,)? |,(?=van )/y)
    if (!comma) return undefined
    const joined = eat(
      scan,
      /(?:van|uit|bij|volgens|(?:be)?horende? bij|die hoort bij) |(?=der |dezer |dier )/y
    )
    if (joined) {
      return (
        attempt(scan, () =>
          eat(scan, agreed) ? readBehindVan(scan, laws) : undefined
        ) ?? readBehindVan(scan, laws)
      )
    }
    if (eat(scan, /in (?=(?:de|het) )/y)) return readKnown(scan, laws)
    return readDirect(scan, laws)
  })
}

/** `artikel 6 van het op 21 december 2005 te Middelburg tot stand gekomen Verdrag …`: where and when states agreed. */
const agreed =
  /(?:het|de) op \d{1,2} [a-z]{3,9} \d{4} te ['’]?[A-Z][A-Za-zÀ-ÿ '’-]{2,30}? (?:tot stand gekomen|gesloten|ondertekende?|aangenomen) (?=[A-Z])/y

/** Right behind the number: only a name that is known, or an abbreviation. */
function readDirect(scan: Scan, laws: Laws): Owner | undefined {
  const known = readKnown(scan, laws)
  if (!known && eat(scan, /(?:cao|CAO)(?![A-Za-z-]| [A-Z\d])/y))
    return {soort: 'eigen'}
  return known ?? readBeside(scan) ?? readAcronym(scan)
}

/** Known by name: ours, or a law, or a book of it. */
function readKnown(scan: Scan, laws: Laws): Owner | undefined {
  return attempt(scan, () => {
    eat(
      scan,
      /(?:de|het|der) (?:nieuwe?|oude?) (?=[A-Z])|(?:de|het|der|onze) /y
    )
    if (readOwn(scan, laws)) return {soort: 'eigen'}
    const boek = inDigits(eat(scan, boekOf)?.[1])
    if (boek !== undefined) eat(scan, /het /y)
    const known = readKnownLaw(scan, laws)
    if (!known) return undefined
    const other = known.isShort ? readOther(scan, laws) : undefined
    const also = other && {also: [namedBy(other)]}
    const regeling =
      boek === undefined ? known.regeling : ofBook(known.regeling, boek, laws)
    return {soort: 'wet', regeling, ...also}
  })
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']

/** `Boek I` as our sources number it. */
function inDigits(boek: string | undefined): string | undefined {
  const at = roman.indexOf(boek ?? '')
  return at > 0 ? `${at}` : boek?.toUpperCase()
}

/** A book of a law, with its number where it is known. */
function ofBook(
  regeling: RegelingNaam,
  boek: string,
  laws: Laws
): RegelingNaam {
  const wet = longestNamed(regeling.naam, laws)
  return wet ? namedBy(wet, boek) : {...regeling, boek}
}

/** `Ioaw/Ioaz`: a law behind an oblique. */
function readOther(scan: Scan, laws: Laws): Wet | undefined {
  return attempt(scan, () =>
    eat(scan, /\/(?=[A-Z])/y) ? longest(scan, laws.root)?.wet : undefined
  )
}

/** `de CAR en UWO`, `de CAR-UWO`: our own names. */
export function readOwn(scan: Scan, {own}: Laws): boolean {
  if (!longest(scan, own)) return false
  attempt(scan, () =>
    eat(scan, /(?: en| of|\/) ?(?:de )?(?=[A-Z])/y)
      ? longest(scan, own)
      : undefined
  )
  eatPlaceOf(scan)
  return true
}

function longestNamed(naam: string, laws: Laws): Wet | undefined {
  return longest({text: naam, at: 0}, laws.root)?.wet
}

/** `van car/uwo`, as careless texts write it. */
function readSmallCar(scan: Scan, {own}: Laws): Owner | undefined {
  const naam = eat(scan, /(?:de )?(car[/-]uwo)(?![A-Za-z-])/y)?.[1]
  if (naam === undefined) return undefined
  return longest({text: 'CAR', at: 0}, own)
    ? {soort: 'eigen'}
    : {soort: 'wet', regeling: {naam: naam.toUpperCase()}}
}

function readBehindVan(scan: Scan, laws: Laws): Owner | undefined {
  const known = readKnown(scan, laws)
  if (known) return known
  const small = readSmallCar(scan, laws)
  if (small) return small
  if (eat(scan, selfTable) ?? eat(scan, selfNoun)) return {soort: 'eigen'}
  eat(scan, goesWith)
  const back = eat(scan, backNoun)?.[0]
  if (back !== undefined)
    return {soort: 'vorige', noun: back.split(' ').at(-1) ?? ''}
  const boek = attempt(
    scan,
    () => eat(scan, /[Bb]oek (\d{1,2}A?)(?![\dA-Za-z:.])/y)?.[1]
  )
  if (boek !== undefined) {
    eat(scan, / van (?:dat|dit|genoemd|voornoemd) [Ww]etboek(?![A-Za-z])/y)
    return {
      soort: 'wet',
      regeling: ofBook({naam: 'Burgerlijk Wetboek'}, boek, laws)
    }
  }
  return readByShape(scan)
}
