/** The moments that a rule tells of: which matter, and how a sentence names them. */
import type {IsoDate, Moment, Regeling, Version} from '../model.ts'
import {isDay} from '../time/days.ts'
import {type Stretch, stretchesOf} from '../time/stretches.ts'

type Start = Pick<Stretch<Version>, 'from' | 'zicht'>

/** Before and after anything of which a source gives the day. */
const firstDay = '0001-01-01' as IsoDate
const lastDay = '9999-12-31' as IsoDate

/** The first moment of a stretch, fit for `select`. */
export function momentOf({from, zicht}: Start): Moment {
  const never = zicht === 'concept' ? lastDay : firstDay
  return {
    geldig: from === 'begin' ? firstDay : from,
    zicht: isDay(zicht) ? zicht : never
  }
}

/** When something is so: `op 2016-01-01, naar wat op 2015-10-01 bekend is,`. */
export function whenWords({from, zicht}: Start): string {
  const day = from === 'begin' ? 'van het begin af' : `op ${from}`
  if (zicht === 'altijd') return day
  return zicht === 'concept'
    ? `${day}, als het concept meetelt,`
    : `${day}, naar wat op ${zicht} bekend is,`
}

/** Every stretch in the lives of some units that has days on which the regeling holds. */
export function* stretchesIn(
  {van, tot}: Regeling,
  lives: readonly (readonly Version[])[]
): Generator<Stretch<Version>> {
  for (const stretch of stretchesOf(lives)) {
    const {from, until} = stretch
    const isBefore = van !== undefined && until !== undefined && until <= van
    const isAfter = tot !== undefined && from !== 'begin' && tot <= from
    if (!isBefore && !isAfter) yield stretch
  }
}
