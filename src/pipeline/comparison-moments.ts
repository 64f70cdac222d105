/**
 * Joint: moments that are named by what happens at them.
 */
import {consolidate} from '../consolidate/consolidate.ts'
import type {IsoDate, Moment, Regeling, UnitId, UnitText} from '../model.ts'
import {dayBefore, isDay} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {lifeAt} from '../time/timeline.ts'

/**
 * The last day on which the regeling, or one unit of it, read otherwise than it
 * does at a moment, from the same state of knowledge; nothing when all that
 * holds then has held since before the corpus begins.
 */
export function previousMoment(
  regeling: Regeling,
  {geldig, zicht}: Moment,
  unit?: UnitId
): Moment | undefined {
  const scope =
    unit === undefined ? undefined : idsBelow(regeling, {geldig, zicht}, unit)
  const starts = [
    regeling.van,
    regeling.tot,
    ...regeling.units
      .filter(({id}) => scope === undefined || scope.has(id))
      .flatMap(({versions}) => lifeAt(versions, zicht).map(({from}) => from))
  ]
    .filter(isDay)
    .filter((day) => day <= geldig)
    .toSorted(compareText)
  const last = starts.at(-1)
  return last && {geldig: dayBefore(last), zicht}
}

/** A unit with its toelichting and all that stands in it. */
function idsBelow(
  regeling: Regeling,
  moment: Moment,
  unit: UnitId
): ReadonlySet<UnitId> {
  const {units} = consolidate(regeling, moment, {unit})
  const ids = (all: readonly UnitText[]): readonly UnitId[] =>
    all.flatMap((one) => [
      one.id,
      ...ids(one.toelichting),
      ...ids(one.children)
    ])
  return new Set([unit, `${unit}/toelichting`, ...ids(units)])
}

/** The day on which what some wijzigingen bring begins, and the others on which more of it does. */
export function daysOfBringing(
  {units}: Regeling,
  wijzigingen: ReadonlySet<string>
): readonly IsoDate[] {
  const days = units
    .flatMap(({versions}) => versions)
    .filter((version) =>
      version.wijzigingen.some((name) => wijzigingen.has(name))
    )
    .map(({days}) => days.at(-1)?.geldig)
    .filter(isDay)
  return [...new Set(days)].toSorted(compareText)
}
