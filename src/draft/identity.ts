/** The folder of a new unit: its name for life. */
import type {Soort} from '../model.ts'
import {knownDayOf, type Occasion} from './occasion.ts'

/** Folders that a draft has given out already, beside those of the regeling. */
export type Taken = ReadonlySet<string>

/**
 * Name of the folder of a new unit. A name that is taken, also by a unit that
 * has lapsed, gets the year in which the new one is born.
 */
export function identityFor(
  soort: Soort,
  nummer: string | undefined,
  occasion: Occasion,
  given: Taken = new Set()
): string {
  const plain =
    nummer === undefined ? soort : `${soort}-${slugOf(soort, nummer)}`
  const names = new Set([
    ...given,
    ...occasion.regeling.units.map(({id}) => id.toLowerCase())
  ])
  const isFree = (name: string): boolean => !names.has(name.toLowerCase())
  if (isFree(plain)) return plain
  const year = yearOf(occasion)
  const named = year === undefined ? plain : `${plain}-${year}`
  for (let count = 1; ; count++) {
    const name = count === 1 ? named : `${named}-${count}`
    if (isFree(name)) return name
  }
}

/** Only the roman number of a bijlage keeps its capitals. */
function slugOf(soort: Soort, nummer: string): string {
  const slug = nummer.replace(/[:.]/gu, '-')
  const isRoman = /^[IVXLCDM]+[a-z]{0,2}$/u.test(slug)
  return soort === 'bijlage' && isRoman ? slug : slug.toLowerCase()
}

function yearOf({geldig, wijziging}: Occasion): string | undefined {
  const known = knownDayOf(wijziging)
  const days = [geldig, wijziging.datum, known]
  const day = days.find(
    (one) => one !== undefined && /^\d/u.test(one) && !one.startsWith('9999')
  )
  return day?.slice(0, 4)
}
