/** What is known at a moment and does not hold on its geldig day yet. */
import {defined} from '../defined.ts'
import type {Announced, Moment, Unit, Version} from '../model.ts'
import {compareText} from '../time/order.ts'
import {
  inwerkingOf,
  isRetroactive,
  type Selected,
  selectAnnounced
} from '../time/select.ts'
import {describeAsked} from './asked.ts'
import {ownerOf} from './owner.ts'

/** Announcements about units of `scope`, in order of day and unit; `units` are all of the regeling. */
export function announcedOf(
  scope: readonly Unit[],
  units: readonly Unit[],
  moment: Moment
): readonly Announced[] {
  return scope
    .flatMap((unit) =>
      selectAnnounced(unit.versions, moment).flatMap((entry) => {
        const announced = describe(unit, entry, moment)
        const owner = ownerOf(unit, units, moment)
        return announced ? [{...announced, ...defined({owner})}] : []
      })
    )
    .toSorted((a, b) => compareText(sortKey(a), sortKey(b)))
}

function describe(
  unit: Unit,
  {version, days}: Selected<Version>,
  moment: Moment
): Announced | undefined {
  const {geldig, known} = days
  if (geldig === 'begin') return undefined
  const inwerking = inwerkingOf(days)
  const isDay = inwerking !== 'begin' && inwerking !== 'onbepaald'
  return {
    unit: unit.id,
    soort: unit.soort,
    ...defined({nummer: version.nummer}),
    effect: effectOf(unit, version, moment),
    geldig,
    ...(isDay && {inwerking}),
    retroactive: isRetroactive(days),
    known,
    wijzigingen: version.wijzigingen
  }
}

function effectOf(
  unit: Unit,
  {vervallen}: Version,
  moment: Moment
): Announced['effect'] {
  if (vervallen) return 'vervalt'
  const {state} = describeAsked(unit, [], moment)
  return state === 'bestaat-niet' ? 'nieuw' : 'wijzigt'
}

function sortKey({geldig, unit, wijzigingen}: Announced): string {
  return `${geldig} ${unit} ${wijzigingen.join('+')}`
}
