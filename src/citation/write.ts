/**
 * Addresses and references → Dutch words, in both ways of citing.
 *
 * Kernel. What is written here reads back as the same value (`read.ts`).
 */
import type {
  Address,
  Deel,
  Publicatie,
  RegelingNaam,
  Stap,
  Target
} from './address.ts'
import {dayInWords} from './day.ts'
import {ordinalWord} from './ordinals.ts'

/** `voluit`: `tweede lid, onderdeel b`; `kort`: `lid 2 onder b`, as CAR-UWO and judges write. */
export type Stijl = 'voluit' | 'kort'

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
  const {vanaf, eenheid, pad, regeling} = address
  const note = eenheid.some(({soort}) => soort === 'toelichting')
  const units = eenheid.filter(({soort}) => soort !== 'toelichting')
  const end = tot && pad.length === 0 ? lastUnit(tot) : undefined
  const start =
    vanaf === undefined ? unitsInWords(units, end) : vanafInWords(vanaf, pad)
  const front = note && start !== '' ? `toelichting op ${start}` : start
  const steps = padInWords(pad, tot?.pad.at(-1), stijl)
  const gap = stijl === 'voluit' ? ', ' : ' '
  const place = [front, ...steps].filter((part) => part !== '').join(gap)
  const named = vernummerd ? `${place} (${vernummerd})` : place
  const law = regeling ? regelingInWords(regeling, stijl, pad.length > 0) : ''
  return named === '' ? (regeling?.naam ?? '') : `${named}${law}`
}

function lastUnit({eenheid}: Address): Deel | undefined {
  return eenheid.findLast(({soort}) => soort !== 'toelichting')
}

/** `eerste lid` counts from the artikel by itself; `dit artikel` has to be said. */
function vanafInWords(
  {soort, stap}: NonNullable<Address['vanaf']>,
  pad: readonly Stap[]
): string {
  const [first] = pad
  const isTold =
    (soort === 'artikel' && first?.soort === 'lid') ||
    (soort === 'lid' && first?.soort === 'onderdeel') ||
    soort === 'tekst'
  if (stap === 0 && isTold) return ''
  if (stap === 'genoemd') return `dat ${soort}`
  if (stap !== 0) return `${stap < 0 ? 'vorige' : 'volgende'} ${soort}`
  const het = ['artikel', 'hoofdstuk', 'lid', 'onderdeel', 'boek', 'deel']
  return `${het.includes(soort) ? 'dit' : 'deze'} ${soort}`
}

const plurals = new Map<string, string>([
  ['artikel', 'artikelen'],
  ['hoofdstuk', 'hoofdstukken'],
  ['paragraaf', 'paragrafen'],
  ['afdeling', 'afdelingen'],
  ['titel', 'titels'],
  ['bijlage', 'bijlagen']
])

function unitsInWords(units: readonly Deel[], end?: Deel): string {
  return units
    .map(({soort, nummer}, at) => {
      if (nummer === undefined) return soort
      if (at < units.length - 1 || end?.nummer === undefined) {
        return `${soort} ${nummer}`
      }
      return `${plurals.get(soort) ?? soort} ${nummer}${through}${end.nummer}`
    })
    .join(', ')
}

const through = ' tot en met '

function padInWords(
  pad: readonly Stap[],
  end: Stap | undefined,
  stijl: Stijl
): readonly string[] {
  return pad.map((step, at) => {
    const isBelow = pad[at - 1]?.soort === 'onderdeel'
    const isLast = at === pad.length - 1
    return isLast && end?.nummer !== undefined
      ? rangeInWords(step, end.nummer, stijl, isBelow)
      : stepInWords(step, stijl, isBelow)
  })
}

/** `eerste tot en met derde lid`, `onderdelen a tot en met c`. */
function rangeInWords(
  {soort, nummer = ''}: Stap,
  end: string,
  stijl: Stijl,
  isBelow: boolean
): string {
  const isShort = stijl === 'kort'
  if (soort === 'onderdeel') {
    const word = isShort || isBelow ? 'onder' : 'onderdelen'
    return `${word} ${nummer}${through}${end}`
  }
  const [from, to] = [numberWord(nummer), numberWord(end)]
  if (isShort || from === undefined || to === undefined) {
    return soort === 'lid'
      ? `leden ${nummer}${through}${end}`
      : `${nummer}e${through}${end}e ${soort}`
  }
  return `${from}${through}${to} ${soort === 'streepje' ? 'gedachtestreepje' : soort}`
}

function stepInWords(
  {soort, nummer}: Stap,
  stijl: Stijl,
  isBelow: boolean
): string {
  if (nummer === undefined) return soort
  if (soort === 'onderdeel') {
    return `${stijl === 'kort' || isBelow ? 'onder' : 'onderdeel'} ${nummer}`
  }
  const noun = soort === 'streepje' ? 'gedachtestreepje' : soort
  if (nummer === 'laatste') return `laatste ${noun}`
  const word = numberWord(nummer)
  if (soort === 'lid') {
    const isShort = stijl === 'kort' || word === undefined
    return isShort ? `lid ${nummer}` : `${word} lid`
  }
  return `${word ?? `${nummer}e`} ${noun}`
}

function numberWord(nummer: string): string | undefined {
  return /^\d+$/u.test(nummer) ? ordinalWord(Number(nummer)) : undefined
}

function regelingInWords(
  {naam, boek}: RegelingNaam,
  stijl: Stijl,
  hasPath: boolean
): string {
  const law = boek === undefined ? naam : `Boek ${boek} van het ${naam}`
  const article = boek === undefined ? `${articleOf(naam)} ` : ''
  const comma = hasPath && stijl === 'voluit' ? ',' : ''
  return `${comma} van ${article}${law}`
}

/** `het` before what is a besluit, a reglement or a wetboek; `de` before a wet or a regeling. */
function articleOf(naam: string): string {
  return /^(?:Wet|Regeling|Algemene |Uitvoerings(?:wet|regeling))/u.test(
    naam
  ) ||
    !/(?:[Bb]esluit|[Rr]eglement|[Ww]etboek|[Vv]erdrag|[Ss]tatuut|[Hh]andvest|[Pp]rotocol|[Cc]onvenant|[Aa]kkoord)(?: |$)/u.test(
      naam
    )
    ? 'de'
    : 'het'
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
