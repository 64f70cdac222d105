import type {Compared} from '../../../src/comparison.ts'
import {consolidate} from '../../../src/consolidate/consolidate.ts'
import type {IsoDate, Regeling} from '../../../src/model.ts'

/** A regeling as it read on a day, to what was known on that day. */
export function textOn(regeling: Regeling, day: IsoDate): Compared {
  const moment = {geldig: day, zicht: day}
  const {citeertitel, units} = consolidate(regeling, moment)
  return {titel: citeertitel, moment, units}
}
