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
  select,
  selectAnnounced,
  toldKnown
} from '../time/select.ts'
import {indexUnits, ownerOf} from './owner.ts'

/** Announcements about units of `scope`, which are all or some of the regeling's, in order of day and unit. */
export function announcedOf(
  scope: readonly Unit[],
  {units, wijzigingen}: Regeling,
  moment: Moment
): readonly Announced[] {
  const index = indexUnits(units)
  return scope
    .flatMap((unit) => {
      const entries = selectAnnounced(unit.versions, moment)
      if (entries.length === 0) return []
      const exists = select(unit.versions, moment) !== undefined
      const owner = defined({owner: ownerOf(unit, index, moment)})
      return entries.flatMap((entry) => {
        const announced = describe(unit, {...entry, wijzigingen, exists})
        return announced ? [{...announced, ...owner}] : []
      })
    })
    .toSorted((a, b) => compareText(sortKey(a), sortKey(b)))
}

type Entry = Selected<Version> & {
  readonly wijzigingen: readonly Wijziging[]
  /** Whether the unit exists on geldig. */
  readonly exists: boolean
}

function describe(
  unit: Unit,
  {version, days, wijzigingen, exists}: Entry
): Announced | undefined {
  const {geldig} = days
  if (geldig === 'begin') return undefined
  const inwerking = inwerkingOf(days)
  const isDay = inwerking !== 'begin' && inwerking !== 'onbepaald'
  return {
    unit: unit.id,
    soort: unit.soort,
    ...defined({nummer: version.nummer}),
    effect: version.vervallen ? 'vervalt' : exists ? 'wijzigt' : 'nieuw',
    geldig,
    ...(isDay && {inwerking}),
    retroactive: isRetroactive(days),
    known: toldKnown(days),
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

function sortKey({geldig, unit, wijzigingen}: Announced): string {
  return `${geldig} ${unit} ${wijzigingen.join('+')}`
}
