/** Books of a wetboek, whose articles are numbered by themselves. Kernel. */
import type {Address, Deel, RegelingNaam} from './address.ts'
import type {Laws} from './law-index.ts'
import {bookOf} from './laws.ts'

/** Units, and the last of a range of them. */
interface Units {
  readonly eenheid: readonly Deel[]
  readonly tot?: readonly Deel[]
}

/** `artikelen 7:629 en 629a BW`: a book goes for what is behind it too, until another is named. */
export function withBooks<Place extends Units>(
  places: readonly Place[],
  regeling: RegelingNaam | undefined,
  laws: Laws
): readonly Place[] {
  if (!regeling || !bookOf(regeling, '1', laws)) return places
  let boek: string | undefined
  const inIt = (units: readonly Deel[]): readonly Deel[] => {
    boek = bookIn(units) ?? boek
    return boek === undefined ? units : withBook(units, boek)
  }
  return places.map((place) => ({
    ...place,
    eenheid: inIt(place.eenheid),
    ...(place.tot && {tot: inIt(place.tot)})
  }))
}

const colon = /^(\d{1,2}A?):(.+)$/

function bookIn([unit]: readonly Deel[]): string | undefined {
  return colon.exec(unit?.nummer ?? '')?.[1]
}

/** `629a` in book 7 is `7:629a`. */
function withBook(units: readonly Deel[], boek: string): readonly Deel[] {
  const [unit, ...others] = units
  const isBare =
    unit?.soort === 'artikel' &&
    unit.nummer !== undefined &&
    bookIn(units) === undefined
  return isBare
    ? [{...unit, nummer: `${boek}:${unit.nummer}`}, ...others]
    : units
}

/** `artikel 7:658 BW` is artikel 658 of book 7; `titel 7.10 BW` is titel 10 of it. */
export function inBook(address: Address, laws: Laws): Address {
  const {regeling, eenheid} = address
  if (!regeling) return address
  const split =
    ofArtikel(eenheid) ??
    (regeling.boek === undefined
      ? (ofBook(eenheid) ?? ofTitel(eenheid))
      : undefined)
  const book = split && bookOf(regeling, split.boek, laws)
  return book ? {...address, regeling: book, eenheid: split.eenheid} : address
}

interface Split {
  readonly boek: string
  readonly eenheid: readonly Deel[]
}

/** `Boek 7, titel 10`. */
function ofBook([outer, ...rest]: readonly Deel[]): Split | undefined {
  return outer?.soort === 'boek'
    ? {boek: outer.nummer ?? '', eenheid: rest}
    : undefined
}

/** `artikel 7:658`. */
function ofArtikel([outer, ...rest]: readonly Deel[]): Split | undefined {
  const [, boek, nummer] = colon.exec(outer?.nummer ?? '') ?? []
  return outer?.soort === 'artikel' && boek !== undefined
    ? {boek, eenheid: [{...outer, nummer: nummer ?? ''}, ...rest]}
    : undefined
}

const dotted = /^(\d)\.(\d{1,2}[A-Z]?)(?:\.(\d{1,2}[A-Z]?))?$/

/** `titel 7.10`, `afdeling 6.5.3`: afdeling 3 of titel 5 of book 6. */
function ofTitel([outer, ...rest]: readonly Deel[]): Split | undefined {
  const [, boek, titel, afdeling] = dotted.exec(outer?.nummer ?? '') ?? []
  if (boek === undefined || titel === undefined) return undefined
  const isWhole = afdeling === undefined
  if (outer?.soort !== (isWhole ? 'titel' : 'afdeling')) return undefined
  const inside: readonly Deel[] = isWhole
    ? []
    : [{soort: 'afdeling', nummer: afdeling}]
  return {boek, eenheid: [{soort: 'titel', nummer: titel}, ...inside, ...rest]}
}
