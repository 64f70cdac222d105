/** A law that is named without a provision of it. Kernel. */
import type {BepalingReference, Reference} from './address.ts'
import {artikelWord, readPlaces} from './artikel.ts'
import {readLone} from './law-name.ts'
import {readKnownLaw, readOwn} from './laws.ts'
import {targetsOf} from './place.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat} from './scan.ts'
import {withZoals} from './zoals.ts'

const lawWord =
  /(?:^|[^A-Za-zÀ-ÿ])(?:de|het|der|een|van|krachtens|ingevolge|volgens|conform|via|uit|en|of|in|op|bij|onder|zie|ex|aan|respectievelijk|dan wel|alsmede) $/i

/** A law by name alone; an abbreviation only where an article or a preposition shows that it is one. */
export function readLaw({
  scan,
  laws,
  found
}: Reading): BepalingReference | undefined {
  const from = scan.at
  if (
    isDefined(scan.text, from, found) ||
    attempt(scan, () => readOwn(scan, laws) || undefined)
  )
    return undefined
  const known = readKnownLaw(scan, laws)
  const isLaw =
    lawWord.test(before(scan, from)) || isListed(scan.text, from, found)
  if (known?.isShort && !isLaw) return undefined
  const shaped = known ? undefined : readLone(scan)
  const regeling = known?.regeling ?? shaped
  if (!regeling) return undefined
  const around = attempt(scan, () => {
    if (!eat(scan, /, /y)) return undefined
    const parts = eat(scan, artikelWord) ? readPlaces(scan, from) : []
    return parts.length > 0 ? parts : undefined
  })
  const targets = around
    ? around.flatMap((place) => targetsOf(place, {around: [], regeling, laws}))
    : [{from, to: scan.at, address: {regeling, eenheid: [], pad: []}}]
  return withZoals(scan, {soort: 'bepaling', from, to: scan.at, targets})
}

/** The next of some laws: `de WW, ZW en WIA`. */
function isListed(
  text: string,
  from: number,
  found: readonly Reference[]
): boolean {
  const last = found.at(-1)
  if (
    last?.soort !== 'bepaling' ||
    !/^(?:, |\/)$/.test(text.slice(last.to, from))
  )
    return false
  return last.targets.some(
    ({address}) =>
      address.regeling !== undefined && address.eenheid.length === 0
  )
}

const defines =
  /(?:hierna|verder|ook|voortaan)(?: ook)?(?: te noemen| genoemd| aangeduid als)?:? (?:de |het )?[‘“"'«]?$/

/** `(Wabo)`, `(Wet Bibob)`. */
const alias = /^ \((?:Wet )?[^()\s]{1,15}\)/

/** A short name where a text says what it stands for is no reference of its own. */
function isDefined(
  text: string,
  from: number,
  found: readonly Reference[]
): boolean {
  const isBehind = found.at(-1)?.to === from - 2
  if (isBehind && alias.test(text.slice(from - 2, from + 24))) return true
  return defines.test(text.slice(Math.max(0, from - 40), from))
}
