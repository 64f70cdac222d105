/** `het vijfde en dit lid`: this lid, in a list with others. Kernel. */
import type {BepalingReference, Target} from './address.ts'
import {readOrdinal} from './designation.ts'
import type {Reading} from './reading.ts'
import {attempt, eat} from './scan.ts'

/** An ordinal, and this lid behind it. */
export function readBesideThis({scan}: Reading): BepalingReference | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const item = readOrdinal(scan)
    const to = scan.at
    if (!item || !eat(scan, / (?:en|of) /y)) return undefined
    const own = scan.at
    if (
      !eat(
        scan,
        /dit lid(?![A-Za-z]| van (?:de|het) [a-z]+(?:raad|commissie|bestuur|college)| van de raad)/y
      )
    )
      return undefined
    const other: Target = {
      from,
      to,
      address: {
        vanaf: {soort: 'artikel', stap: 0},
        eenheid: [],
        pad: [{soort: 'lid', nummer: item.nummer}]
      }
    }
    const here: Target = {
      from: own,
      to: scan.at,
      address: {vanaf: {soort: 'lid', stap: 0}, eenheid: [], pad: []}
    }
    return {soort: 'bepaling', from, to: scan.at, targets: [other, here]}
  })
}
