/** A law that is named without a provision of it. Kernel. */
import type {BepalingReference} from './address.ts'
import {artikelWord, readPlaces} from './artikel.ts'
import {readLone} from './law-name.ts'
import {readKnownLaw} from './laws.ts'
import {targetsOf} from './place.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat} from './scan.ts'
import {withZoals} from './zoals.ts'

const lawWord =
  /(?:^|[^A-Za-zÀ-ÿ])(?:de|het|der|een|van|krachtens|ingevolge|volgens|conform|via|uit|en|of|in|op|respectievelijk|dan wel|alsmede) $/i

/** A law by name alone; an abbreviation only where an article or a preposition shows that it is one. */
export function readLaw({scan, laws}: Reading): BepalingReference | undefined {
  const from = scan.at
  const known = readKnownLaw(scan, laws)
  if (known?.isShort && !lawWord.test(before(scan, from))) return undefined
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
