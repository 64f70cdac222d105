/** What is known at a moment and does not hold on its geldig day yet. */
import {defined} from '../defined.ts'
import type {
  Announced,
  Moment,
  Regeling,
  Unit,
  Version,
  Wijziging
} from '../model.ts'
import {compareText} from '../time/order.ts'
import {
  inwerkingOf,
  isRetroactive,
  type Selected,
  selectAnnounced
} from '../time/select.ts'
import {describeAsked} from './asked.ts'
import {ownerOf} from './owner.ts'

/** Announcements about units of `scope`, which are all or some of the regeling's, in order of day and unit. */
export function announcedOf(
  scope: readonly Unit[],
  {units, wijzigingen}: Regeling,
  moment: Moment
): readonly Announced[] {
  return scope
    .flatMap((unit) =>
      selectAnnounced(unit.versions, moment).flatMap((entry) => {
        const announced = describe(unit, {...entry, wijzigingen}, moment)
        const owner = ownerOf(unit, units, moment)
        return announced ? [{...announced, ...defined({owner})}] : []
      })
    )
    .toSorted((a, b) => compareText(sortKey(a), sortKey(b)))
}

type Entry = Selected<Version> & {readonly wijzigingen: readonly Wijziging[]}

function describe(
  unit: Unit,
  {version, days, wijzigingen}: Entry,
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
    wijzigingen: version.wijzigingen,
    ...defined({
      daysBy: days.by,
      voorwaarde:
        geldig === 'onbepaald' ? conditionOf(version, wijzigingen) : undefined
    })
  }
}

/** The condition of the onderdeel that brings it; gone once the day is given. */
function conditionOf(
  {wijzigingen: [id], onderdeel}: Version,
  all: readonly Wijziging[]
): string | undefined {
  return all
    .find((wijziging) => wijziging.id === id)
    ?.onderdelen.find((entry) => entry.id === onderdeel)?.voorwaarde
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
