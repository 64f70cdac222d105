/** The moments that a rule tells of: which matter, and how a sentence names them. */
import type {Moment, Regeling, Version} from '../model.ts'
import {type Stretch, stretchesOf} from '../time/stretches.ts'
import {momentAt} from '../time/timeline.ts'

type Start = Pick<Stretch<Version>, 'from' | 'zicht'>

/** The first moment of a stretch, fit for `select`. */
export function momentOf({from, zicht}: Start): Moment {
  return momentAt(from, zicht)
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
