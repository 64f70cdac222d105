/** Hoofdstukken and what else divides a regeling, bijlagen, and the van-words behind a reference. Kernel. */
import type {Soort} from '../model.ts'
import type {Deel} from './address.ts'
import {
  type Item,
  isMeasured,
  readBijlageNummer,
  readList,
  readNummer,
  readOrdinal
} from './designation.ts'
import {nouns} from './name-words.ts'
import {attempt, eat, type Scan} from './scan.ts'

const words: readonly (readonly [RegExp, Soort])[] = [
  [/(?:[Hh]oofdstuk(?:ken)?|HOOFDSTUK|[Hh]fd?st\.) /y, 'hoofdstuk'],
  [
    /[Pp]aragra(?:af|fen) |[Pp]ar\. |[Ss]ubparagra(?:af|fen) |[Oo]nderafdeling(?:en)? |§§? ?/y,
    'paragraaf'
  ],
  [/[Aa]fdeling(?:en)? |[Aa]fd\. /y, 'afdeling'],
  [/[Tt]itel(?:s|deel)? /y, 'titel'],
  [/[Bb]oek /y, 'boek'],
  [/[Dd]eel /y, 'deel'],
  [/(?:[Bb]ijlagen?|[Aa]nnex|[Aa]ppendix) /y, 'bijlage']
]

/** Units of one soort in a list: `hoofdstuk 3`, `de bijlagen 1 en 2`. */
export interface Units {
  readonly soort: Soort
  readonly items: readonly Item[]
}

/** A keyword with one or more numbers behind it. */
export function readUnits(scan: Scan): Units | undefined {
  for (const [word, soort] of words) {
    const found = attempt(scan, () => {
      const from = scan.at
      if (!eat(scan, word)) return undefined
      const read = ['bijlage', 'paragraaf', 'hoofdstuk', 'deel'].includes(soort)
        ? readBijlageNummer
        : readNummer
      const items = readList(scan, read)
      const [head, ...rest] = items
      if (!head || isMeasured(scan)) return undefined
      return {soort, items: [{...head, from}, ...rest]}
    })
    if (found) return found
  }
  return undefined
}

const ordered = new RegExp(
  ` ([Hh]oofdstuk|[Tt]itel|[Aa]fdeling|[Pp]aragraaf|[Bb]oek)(?=, (?:[Pp]aragraaf|[Hh]oofdstuk|[Aa]fdeling|[Tt]itel) [\\dIVX]| van (?:(?:deze|dit|die|dat) (?:${nouns}|boek)(?![A-Za-z-])|(?:het |de )?(?:hoofdstuk|titel|boek|afdeling) \\d|(?:het|de) [A-Za-zë]{2,20}(?:de|ste) (?:[Hh]oofdstuk|[Tt]itel|[Bb]oek|[Aa]fdeling)(?![A-Za-z])|(?:de|het) (?:[A-Z][a-zë]+ )?(?:BW|[A-Z][a-z]*(?:wet|wetboek|besluit|reglement|verordening|regeling)|Wet|Wetboek|Besluit|Reglement|Verordening|Regeling)(?![A-Za-z])))`,
  'y'
)

/** `de tweede afdeling van deze wet`. */
export function readOrderedUnit(scan: Scan): Units | undefined {
  return readOrdered(scan, ordered)
}

/** The same, around what was named before it: `van het Tweede Boek`. */
const orderedAround =
  / ([Hh]oofdstuk|[Tt]itel|[Aa]fdeling|[Pp]aragraaf|[Bb]oek)(?![A-Za-zÀ-ÿ-])/y

function readOrdered(scan: Scan, pattern: RegExp): Units | undefined {
  return attempt(scan, () => {
    const items = readList(scan, readOrdinal)
    const soort = eat(scan, pattern)?.[1]
    const [last] = items.slice(-1)
    if (!last || soort === undefined) return undefined
    // The pattern lets through no other words than these.
    return {
      soort: soort.toLowerCase() as Soort,
      items: [...items.slice(0, -1), {...last, to: scan.at}]
    }
  })
}

/** Units behind one another inside an `outer` one, outermost first: `, afdeling 2, paragraaf 1`. */
export function readDeeper(scan: Scan, outer: Soort): readonly Deel[] {
  const parts: Deel[] = []
  let above = outer
  for (let count = 0; count < 6; count++) {
    const next = attempt(scan, () => {
      if (!eat(scan, /, |(?= §)| /y)) return undefined
      const units = readUnits(scan)
      // `paragraaf 1, paragraaf 2`: beside it.
      const isBeside = units && ['bijlage', above].includes(units.soort)
      // `bijlage III, deel A`; elsewhere a deel is that of a cao.
      const isDeel = units?.soort === 'deel' && above !== 'bijlage'
      return units?.items.length === 1 && !isBeside && !isDeel
        ? units
        : undefined
    })
    if (!next) break
    above = next.soort
    parts.push({soort: next.soort, nummer: next.items[0]?.nummer ?? ''})
  }
  return parts
}

/** `het B-deel van deze cao`. */
const lettered =
  / van het ([A-Z])-deel(?: voor(?: [a-zë-]{2,30}){1,5}(?= van ))?(?![A-Za-z-])/y

/** `het algemeen deel van de cao`. */
const generalPart =
  / van het (algemeen|algemene|bijzonder|bijzondere) deel(?![A-Za-z-])/y

/** Units around, innermost first: ` van hoofdstuk 3`. */
export function readAround(scan: Scan): readonly Deel[] {
  const parts: Deel[] = []
  const letter = eat(scan, lettered)?.[1]
  if (letter !== undefined) parts.push({soort: 'deel', nummer: letter})
  const name = eat(scan, generalPart)?.[1]
  if (name !== undefined) parts.push({soort: 'deel', nummer: name})
  for (let count = 0; count < 4; count++) {
    const next = attempt(scan, () => {
      if (!eat(scan, /,? van (?:de |het (?=[A-Za-zë]{2,20}(?:de|ste) ))?/y))
        return undefined
      const unit = readOrdered(scan, orderedAround)
      if (unit?.items.length === 1) return unit
      const units = readUnits(scan)
      return units?.items.length === 1 && units.soort !== 'boek'
        ? units
        : undefined
    })
    if (!next) break
    parts.unshift({soort: next.soort, nummer: next.items[0]?.nummer ?? ''})
  }
  return parts
}

/** Several units of one soort inside the one before them: `, paragrafen 1 en 2`. */
export function readSeveral(scan: Scan): Units | undefined {
  return attempt(scan, () => {
    if (!eat(scan, /,? /y)) return undefined
    const units = readUnits(scan)
    return units && units.items.length > 1 && units.soort !== 'bijlage'
      ? units
      : undefined
  })
}
