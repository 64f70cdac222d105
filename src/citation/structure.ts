/** `hoofdstuk 3, paragraaf 2`, `bijlage II bij deze regeling`: units above and beside the artikelen. Kernel. */
import {defined} from '../defined.ts'
import type {Soort} from '../model.ts'
import type {BepalingReference, Deel} from './address.ts'
import {readAnnexed} from './annexed.ts'
import {artikelWord, readPlaces} from './artikel.ts'
import {nouns, suffixes} from './name-words.ts'
import {readWays} from './path.ts'
import {finish, readRenumbered} from './place.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat, type Scan} from './scan.ts'
import type {Place} from './targets.ts'
import {
  readDeeper,
  readOrderedUnit,
  readSeveral,
  readUnits,
  type Units
} from './unit.ts'

/** Hoofdstukken and bijlagen, in chains and lists. */
export function readStructure(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const annexed = readAnnexed(reading, readStructure)
  if (annexed) return annexed
  const units =
    readUnits(scan) ?? readLoneBijlage(scan) ?? readOrderedUnit(scan)
  if (!units) return undefined
  const [head] = units.items
  const isOne = units.items.length === 1 && head?.tot === undefined
  const deeper = isOne ? readDeeper(scan, units.soort) : []
  const whole = inOrder([unitOf(units.soort, head?.nummer), ...deeper])
  const inside = isOne
    ? (readSeveralIn(scan, whole, from) ?? readArtikelenIn(scan, whole, from))
    : undefined
  if (inside) return finish(reading, from, inside, 'artikel')
  const places = placesOf(scan, units, whole)
  const isPlain = deeper.length === 0 && places.at(-1)?.ways.length === 0
  return finish(reading, from, places, isPlain ? units.soort : 'artikel')
}

const outermost: readonly Soort[] = ['boek', 'titel', 'afdeling', 'paragraaf']

/** `Afd. 3, Titel 10, Boek 7`: from the inside to the outside. */
function inOrder(parts: readonly Deel[]): readonly Deel[] {
  const ranks = parts.map(({soort}) => outermost.indexOf(soort))
  const isInside = ranks.every(
    (rank, at) => rank >= 0 && (at === 0 || rank < (ranks[at - 1] ?? 0))
  )
  return isInside ? parts.toReversed() : parts
}

function unitOf(soort: Soort, nummer: string | undefined): Deel {
  return {soort, ...(nummer !== '' && defined({nummer}))}
}

/** `hoofdstuk 3, artikel 4, tweede lid`. */
function readArtikelenIn(
  scan: Scan,
  whole: readonly Deel[],
  from: number
): readonly Place[] | undefined {
  return attempt(scan, () => {
    // `bijlage 2 artikel 5`; `in hoofdstuk 3 artikel 4 wordt toegepast` are two places.
    const isBook = ['boek', 'bijlage'].includes(whole.at(-1)?.soort ?? '')
    const comma = isBook ? /,? /y : /, | (?=art\. )/y
    if (!eat(scan, comma) || !eat(scan, artikelWord)) return undefined
    const places = readPlaces(scan, from).map((place) => ({
      ...place,
      eenheid: [...whole, ...place.eenheid]
    }))
    return places.length > 0 ? places : undefined
  })
}

/** `hoofdstuk 3, paragrafen 1 en 2`. */
function readSeveralIn(
  scan: Scan,
  whole: readonly Deel[],
  from: number
): readonly Place[] | undefined {
  const units = readSeveral(scan)
  return units?.items.map(
    (item, at): Place => ({
      from: at === 0 ? from : item.from,
      to: item.to,
      eenheid: [...whole, {soort: units.soort, nummer: item.nummer}],
      ...(item.tot !== undefined && {
        tot: [...whole, {soort: units.soort, nummer: item.tot}]
      }),
      ways: []
    })
  )
}

/** Each unit of a list; what stands behind it belongs to the last one. */
function placesOf(
  scan: Scan,
  {soort, items}: Units,
  whole: readonly Deel[]
): readonly Place[] {
  const vernummerd = readRenumbered(scan)
  // `afdeling 4.1.2 en de onderdelen b en c van het eerste lid`: another place.
  const ways = readWays(scan, soort !== 'bijlage')
  const to = scan.at
  return items.map((item, at): Place => {
    const isLast = at === items.length - 1
    return {
      from: item.from,
      to: isLast ? to : item.to,
      eenheid: items.length === 1 ? whole : [{soort, nummer: item.nummer}],
      ways: isLast ? ways : [],
      ...(item.tot !== undefined && {tot: [{soort, nummer: item.tot}]}),
      ...(vernummerd && {vernummerd})
    }
  })
}

const lone = new RegExp(
  `[Bb]ijlage(?=(?:, (?:onder|onderdeel|deel) [A-Z\\d]{1,2},?)? (?:(?:be)?horende? bij|bij|van) (?:(?:deze|dit|die|dat) (?:${nouns}|[a-z]{3,24}(?:${suffixes}))(?![A-Za-z-])|de wet(?![A-Za-zÀ-ÿ-])|(?:de|het) [A-Z]))`,
  'y'
)

/** `de bijlage bij deze regeling`: the only one. */
function readLoneBijlage(scan: Scan): Units | undefined {
  const from = scan.at
  // `als bijlage bij deze regeling gevoegd` says what something is.
  if (/(?:^|[^a-z])als $/i.test(before(scan, from, 6)) || !eat(scan, lone))
    return undefined
  return {soort: 'bijlage', items: [{nummer: '', from, to: scan.at}]}
}
