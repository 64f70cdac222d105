/** Words of a command line → the unit that they mean, on the day of a draft. */
import {Refusal} from '../draft/refusal.ts'
import type {IsoDate, Regeling, Unit} from '../model.ts'
import {findUnit} from './find.ts'

const always = '9999-12-31' as IsoDate

/** The unit that is meant, as all that is known will have it; what is not found is refused, with what comes nearest. */
export function unitCalled(
  regeling: Regeling,
  words: string,
  geldig: IsoDate | 'onbepaald'
): Unit {
  const day = geldig === 'onbepaald' ? always : geldig
  const found = findUnit(regeling, words, {geldig: day, zicht: always})
  if (found.unit) return found.unit
  const names = found.nearest.map((name) => `\`${name}\``)
  const hint =
    names.length > 0 ? `; bedoeld is misschien ${names.join(' of ')}` : ''
  const excerpt = regeling.uittreksel
    ? '; de verzameling bevat een uittreksel, en dus niet alles'
    : ''
  throw new Refusal(
    `\`${words}\` is in \`${regeling.id}\` niet te vinden${hint}${excerpt}; een nieuwe bepaling maakt \`cao new version … --new\``
  )
}

/**
 * The unit that is meant on one of several days, in that order, and that fits.
 * A number may belong to another unit later; without a fit it is the unit that
 * is meant in the end.
 */
export function unitCalledOn(
  regeling: Regeling,
  words: string,
  days: readonly (IsoDate | 'onbepaald')[],
  fits: (unit: Unit) => boolean
): Unit {
  for (const day of days) {
    const geldig = day === 'onbepaald' ? always : day
    const {unit} = findUnit(regeling, words, {geldig, zicht: always})
    if (unit && fits(unit)) return unit
  }
  return unitCalled(regeling, words, 'onbepaald')
}

/** Several units, with commas between. */
export function unitsCalled(
  regeling: Regeling,
  list: string,
  geldig: IsoDate | 'onbepaald'
): readonly Unit[] {
  return itemsOf(list).map((words) => unitCalled(regeling, words, geldig))
}

/** What stands between commas, without what is empty. */
export function itemsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
