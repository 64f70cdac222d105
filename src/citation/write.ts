/**
 * Addresses and references → Dutch words, in both ways of citing.
 *
 * Kernel. What is written here reads back as the same value (`read.ts`).
 */
import type {Address, Deel, Publicatie, Target} from './address.ts'
import {dayInWords} from './day.ts'
import {ledenInWords} from './leden-around.ts'
import {
  lawInWords,
  padInWords,
  regelingInWords,
  type Stijl,
  through,
  unitsInWords,
  vanafInWords
} from './write-parts.ts'

/** The words of an address: `artikel 3:1, tweede lid, onderdeel b, onder 2°`. */
export function writeAddress(
  address: Address,
  stijl: Stijl = 'voluit'
): string {
  return writeTarget({address}, stijl)
}

/** The words of an address or of a range: `artikelen 34a tot en met 34d`, `artikel 3, eerste tot en met derde lid`. */
export function writeTarget(
  {address, tot, vernummerd}: Pick<Target, 'address' | 'tot' | 'vernummerd'>,
  stijl: Stijl = 'voluit'
): string {
  const place = tot
    ? rangeInWords(address, tot, stijl)
    : joined([startInWords(address), ...padInWords(address.pad, stijl)], stijl)
  if (place === '') return address.regeling ? lawInWords(address.regeling) : ''
  const named = vernummerd ? `${place} (${vernummerd})` : place
  const hasPath = [address, tot].some((end) => end && end.pad.length > 0)
  return `${named}${ownerInWords(address, hasPath ? commaOf(stijl) : '')}`
}

function commaOf(stijl: Stijl): string {
  return stijl === 'voluit' ? ',' : ''
}

function joined(parts: readonly string[], stijl: Stijl): string {
  return parts.filter((part) => part !== '').join(`${commaOf(stijl)} `)
}

/** The words of a range, as short as they can be. */
function rangeInWords(address: Address, tot: Address, stijl: Stijl): string {
  const leden = ledenInWords(address, tot)
  if (leden !== undefined) return leden
  const {pad} = address
  const last = lastUnit(tot)?.nummer
  if (last !== undefined && isAcross(address, tot))
    return acrossInWords([address, tot], last, stijl)
  if (pad.length > 0) {
    const steps = padInWords(pad, stijl, tot.pad.at(-1))
    return joined([startInWords(address), ...steps], stijl)
  }
  return startInWords(
    address,
    last === undefined ? undefined : `${through}${last}`
  )
}

/** Whether a range goes from a part of one artikel to one of another. */
function isAcross(address: Address, tot: Address): boolean {
  const hasPath = address.pad.length > 0 || tot.pad.length > 0
  return hasPath && lastUnit(address)?.nummer !== lastUnit(tot)?.nummer
}

/** `artikelen 28, tweede lid, tot en met 34, derde lid`. */
function acrossInWords(
  [address, tot]: readonly [Address, Address],
  last: string,
  stijl: Stijl
): string {
  const steps = padInWords(address.pad, stijl)
  const start = joined([startInWords(address, ''), ...steps], stijl)
  const comma = steps.length > 0 ? commaOf(stijl) : ''
  const end = joined([last, ...padInWords(tot.pad, stijl)], stijl)
  return `${start}${comma}${through}${end}`
}

/** What an address begins with; behind units the end of a range of them. */
function startInWords({vanaf, eenheid, pad}: Address, end?: string): string {
  const units = unitsOf(eenheid)
  const start =
    vanaf && units.length === 0
      ? vanafInWords(vanaf, pad)
      : unitsInWords(units, end)
  return units.length < eenheid.length && start !== ''
    ? `toelichting op ${start}`
    : start
}

/** What a place is of, behind it: ` van dit hoofdstuk`, ` van de Ziektewet`. */
function ownerInWords(
  {regeling, vanaf, eenheid}: Address,
  comma: string
): string {
  if (regeling) return regelingInWords(regeling, comma)
  return vanaf && unitsOf(eenheid).length > 0
    ? `${comma} van ${vanafInWords(vanaf, [])}`
    : ''
}

function unitsOf(eenheid: readonly Deel[]): readonly Deel[] {
  return eenheid.filter(({soort}) => soort !== 'toelichting')
}

function lastUnit({eenheid}: Address): Deel | undefined {
  return unitsOf(eenheid).at(-1)
}

/** The words of a letter or a publication: `Stb. 2012, 322`. */
export function writePublicatie(publicatie: Publicatie): string {
  switch (publicatie.soort) {
    case 'ledenbrief': {
      const {nummer, datum} = publicatie
      const day = datum && `van ${dayInWords(datum)}`
      if (nummer === undefined) return `ledenbrief ${day ?? ''}`.trim()
      const number = /^\d/u.test(nummer) ? `Lbr. ${nummer}` : nummer
      return day ? `ledenbrief ${day} (${number})` : number
    }
    case 'Kamerstukken':
      return writeKamerstuk(publicatie)
    case 'gemeenteblad':
      return `Gemeenteblad ${publicatie.jaar}, ${publicatie.nummer}`
    case 'PbEU':
    case 'PbEG':
    case 'PB': {
      const {soort, jaar, reeks, nummer} = publicatie
      return `${soort}${jaar === undefined ? '' : ` ${jaar},`} ${reeks} ${nummer}`
    }
    default:
      return `${publicatie.soort} ${publicatie.jaar}, ${publicatie.nummer}`
  }
}

function writeKamerstuk({
  kamer,
  vergaderjaar,
  dossier,
  nummer
}: Extract<Publicatie, {soort: 'Kamerstukken'}>): string {
  const head = ['Kamerstukken', kamer, vergaderjaar && `${vergaderjaar},`]
  const file = dossier.replace(/^(\d{2})(\d{3})/u, '$1 $2')
  const whole = `${head.filter((part) => part).join(' ')} ${file}`
  if (nummer === undefined) return whole
  return `${whole}, ${/^\d/u.test(nummer) ? `nr. ${nummer}` : nummer}`
}
