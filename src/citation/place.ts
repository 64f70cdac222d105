/** What stands behind a place that has been read: units around it, its regeling, another day. Kernel. */
import type {Soort} from '../model.ts'
import type {BepalingReference, Vanaf} from './address.ts'
import {regelingenOf} from './back.ts'
import {withBooks} from './books.ts'
import {
  isCapitalTitle,
  isHeading,
  isNoPlace,
  isPlausiblePlace,
  isSmallTitle
} from './judge.ts'
import type {Named} from './law-name.ts'
import {readRegeling} from './laws.ts'
import {readWays} from './path.ts'
import {lastAddress, type Reading} from './reading.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'
import {type Place, targetsOf} from './targets.ts'
import {readAround} from './unit.ts'
import {withZoals} from './zoals.ts'

const inHere =
  /,? van (?:(?:dit|het onderhavige|het vorige|het volgende) ([Hh]oofdstuk|(?<!vorige |volgende )[Aa]rtikel|(?<!vorige |volgende )[Bb]oek)|(?:deze|de vorige|de volgende) ([Pp]aragraaf|[Aa]fdeling|[Tt]itel))(?![A-Za-zÀ-ÿ-])/y

/** `van dit hoofdstuk`: a unit that is around the text itself; `van het vorige hoofdstuk` the one beside it. */
function readHere(scan: Scan): Vanaf | undefined {
  const [words, het, de] = eat(scan, inHere) ?? []
  const word = (het ?? de)?.toLowerCase()
  if (words === undefined || word === undefined) return undefined
  const stap = words.includes(' vorige ') ? -1 : 0
  // The pattern lets through no other words than these.
  return {soort: word as Soort, stap: words.includes(' volgende ') ? 1 : stap}
}

/** What a place counts from: nothing where a law is named, or an artikel, which holds no places. */
function startOf(
  here: Vanaf | undefined,
  named: Named | undefined
): Vanaf | undefined {
  const isOwn = named === undefined || named.soort === 'eigen'
  return isOwn && here?.soort !== 'artikel' ? here : undefined
}

/** The heading of a unit, between its number and what it is of: `titel 7.10 (arbeidsovereenkomst) van`. */
const titled =
  / \((?!nieuw|oud|hierna)[A-Za-zÀ-ÿ][^()\n]{2,150}\)(?= van )| [A-Z][a-zë]{2,30}(?:,? [a-zë]{2,30}){0,12}(?= van (?:hoofdstuk|titel|boek) [\dIVX])|(?<=(?:[Hh]oofdstuk|[Bb]ijlage|[Pp]aragraaf) [\dA-Z.]{1,6}) [A-Z][a-zë]{2,30}(?:,? [a-zë]{2,30}){0,4}(?= van (?:de|het) (?:CAO|Cao|[A-Z][a-z]*(?:wet|regeling|besluit|verordening)))/y
const longTitle = / \([^()]{0,150}\d{4}/y

/** `artikel 394 van dat boek`, of a wetboek that was named before. */
function isOfThatBook({scan, found}: Reading): boolean {
  return (
    sees(scan, /,? van dat [Bb]oek(?![A-Za-z])/y) &&
    lastAddress(found, ({regeling}) => regeling?.boek !== undefined) !==
      undefined
  )
}

/** A reference to places, with all that stands behind them; nothing where they are no places in a regeling. */
export function finish(
  reading: Reading,
  from: number,
  places: readonly Place[],
  soort: Soort
): BepalingReference | undefined {
  const {scan, laws} = reading
  if (!isOfThatBook(reading) && isNoPlace(scan, from, soort)) return undefined
  if (!sees(scan, longTitle)) eat(scan, titled)
  const around = readAround(scan)
  const here = readHere(scan)
  const named = readRegeling(scan, laws)
  if (here || named?.soort === 'eigen') reading.own.add(scan.at)
  if (isCapitalTitle(reading, from, named)) return undefined
  if (
    !named &&
    (isSmallTitle(reading, from) || isHeading(reading, from, places))
  )
    return undefined
  const isSure = here !== undefined || named !== undefined
  if (!isSure && !isPlausiblePlace(scan, from, {soort, places, around}))
    return undefined
  const whole = behind(scan, named, places)
  const vanaf = startOf(here, named)
  const targets = regelingenOf(named, reading).flatMap((regeling) =>
    withBooks(whole, regeling, laws).flatMap((place) =>
      targetsOf(place, {around, regeling, vanaf, laws})
    )
  )
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** The places with what stands behind the name of their law: `artikel 1638q BW (oud)`. */
function behind(
  scan: Scan,
  named: Named | undefined,
  places: readonly Place[]
): readonly Place[] {
  if (named?.soort !== 'wet') return places
  eat(scan, / e\.v\./y)
  const vernummerd = readRenumbered(scan)
  const whole = inText(scan, places)
  return vernummerd ? whole.map((place) => ({...place, vernummerd})) : whole
}

/** `(nieuw)` or `(oud)` behind a number or a name. */
export function readRenumbered(scan: Scan): 'nieuw' | 'oud' | undefined {
  const word = eat(scan, / \((nieuw|oud)\)/y)?.[1]
  return word === 'nieuw' || word === 'oud' ? word : undefined
}

const behindName =
  /,? (?:lid|leden) ?\d|,? (?:sub|onder|onderdeel) [a-z](?![a-z])|, (?:het )?[a-zë]+(?:de|ste) lid(?![a-z])/y

/** `artikel 7:668a BW lid 1 sub b`: what stands behind the name, and not before it. */
function inText(scan: Scan, places: readonly Place[]): readonly Place[] {
  const [place, ...others] = places
  const isWhole = place?.ways.length === 0 && !place.tot && others.length === 0
  if (!isWhole || !sees(scan, behindName)) return places
  const ways = attempt(scan, () => {
    const inside = readWays(scan)
    return inside.length === 0 || sees(scan, /,? van /y) ? undefined : inside
  })
  return ways ? [{...place, ways}] : places
}
