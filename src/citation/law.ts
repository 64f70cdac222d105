/** A law that is named without a provision of it. Kernel. */
import type {BepalingReference, RegelingNaam} from './address.ts'
import {artikelWord, readPlaces} from './artikel.ts'
import {readByShape} from './law-name.ts'
import {readKnownLaw} from './laws.ts'
import {targetsOf} from './place.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'
import {withZoals} from './zoals.ts'

const lawWord =
  /(?:^|[^A-Za-zÀ-ÿ])(?:de|het|der|een|van|krachtens|ingevolge|volgens|conform|via|uit|en|of|in|op|respectievelijk|dan wel|alsmede) $/i

/** A law by name alone; an abbreviation only where an article or a preposition shows that it is one. */
export function readLaw({scan, laws}: Reading): BepalingReference | undefined {
  const from = scan.at
  const known = readKnownLaw(scan, laws)
  if (known?.isShort && !lawWord.test(before(scan, from))) return undefined
  const shaped = known ? undefined : readLawByShape(scan, from)
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

/** `de Ziektewet` without a list of laws: a capital, and the end of the word. */
function readLawByShape(scan: Scan, from: number): RegelingNaam | undefined {
  if (!/(?:^|[^A-Za-zÀ-ÿ])(?:de|der|het|behorende) $/i.test(before(scan, from)))
    return undefined
  if (
    !sees(
      scan,
      /(?:[A-Z][a-zë-]{3,40}(?:wet|wetboek)|Wet (?=[a-zA-Z])|(?:Besluit|Reglement|Uitvoeringsbesluit|Uitvoeringsregeling) (?!van )(?=[a-zA-Z])|Algemene (?:[a-z]+ )?(?:[a-z]*wet) )(?![A-Za-zÀ-ÿ0-9-])?/y
    )
  )
    return undefined
  const named = readByShape(scan)
  if (named?.soort !== 'wet') return undefined
  const isBare =
    /^(?:Wet|Besluit|Reglement|Uitvoeringsbesluit|Uitvoeringsregeling)$/.test(
      named.regeling.naam
    )
  return isBare ? undefined : named.regeling
}
