/** Parts of an address → Dutch words, in both ways of citing. Kernel. */
import type {Deel, RegelingNaam, Stap, Vanaf} from './address.ts'
import {ordinalWord} from './ordinals.ts'

/** `voluit`: `tweede lid, onderdeel b`; `kort`: `lid 2 onder b`, as CAR-UWO and judges write. */
export type Stijl = 'voluit' | 'kort'

/** `dit artikel`, `vorige lid`; nothing before `eerste lid`, which counts from the artikel by itself. */
export function vanafInWords(
  {soort, stap}: Vanaf,
  pad: readonly Stap[]
): string {
  const [first] = pad
  const isTold =
    (soort === 'artikel' && first?.soort === 'lid') ||
    (soort === 'lid' && first?.soort === 'onderdeel') ||
    soort === 'tekst'
  if (stap === 0 && isTold) return ''
  if (stap === 'genoemd') return `dat ${soort}`
  if (stap !== 0) return `${otherInWords(stap)} ${soort}`
  const het = ['artikel', 'hoofdstuk', 'lid', 'onderdeel', 'boek', 'deel']
  return `${het.includes(soort) ? 'dit' : 'deze'} ${soort}`
}

/** `vorige`, and of the one before that `tweede vorige`. */
function otherInWords(stap: number): string {
  const word = stap < 0 ? 'vorige' : 'volgende'
  const count = Math.abs(stap)
  return count === 1 ? word : `${ordinalWord(count)} ${word}`
}

const plurals = new Map<string, string>([
  ['artikel', 'artikelen'],
  ['hoofdstuk', 'hoofdstukken'],
  ['paragraaf', 'paragrafen'],
  ['afdeling', 'afdelingen'],
  ['titel', 'titels'],
  ['bijlage', 'bijlagen']
])

/** `hoofdstuk 3, artikelen 4 tot en met 6`; `end` is what stands behind the last where a range of them begins. */
export function unitsInWords(units: readonly Deel[], end?: string): string {
  return units
    .map(({soort, nummer}, at) => {
      if (nummer === undefined) return soort
      if (at < units.length - 1 || end === undefined) {
        return `${soort} ${nummer}`
      }
      return `${plurals.get(soort) ?? soort} ${nummer}${end}`
    })
    .join(', ')
}

/** Between the first and the last of a range. */
export const through = ' tot en met '

/** `tweede lid, onderdelen a tot en met c`, step by step. */
export function padInWords(
  pad: readonly Stap[],
  stijl: Stijl,
  end?: Stap
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

/** ` van het Burgerlijk Wetboek`, behind a comma where there is one. */
export function regelingInWords(regeling: RegelingNaam, comma: string): string {
  const {naam, boek} = regeling
  // What a text calls `die wet` without naming one has its own pronoun.
  const isBare = boek === undefined && naam !== 'die regeling'
  const article = isBare ? `${articleOf(naam)} ` : ''
  return `${comma} van ${article}${lawInWords(regeling)}`
}

/** `Boek 7 van het Burgerlijk Wetboek`. */
export function lawInWords({naam, boek}: RegelingNaam): string {
  return boek === undefined ? naam : `Boek ${boek} van het ${naam}`
}

/** `het` before what is a besluit, a reglement or a wetboek; `de` before a wet or a regeling. */
function articleOf(naam: string): string {
  return /^(?:Wet(?!boek)|Regeling|Algemene |Uitvoerings(?:wet|regeling))/u.test(
    naam
  ) ||
    !/(?:[Bb]esluit|[Rr]eglement|[Ww]etboek|[Vv]erdrag|[Ss]tatuut|[Hh]andvest|[Pp]rotocol|[Cc]onvenant|[Aa]kkoord)(?: |$)/u.test(
      naam
    )
    ? 'de'
    : 'het'
}
