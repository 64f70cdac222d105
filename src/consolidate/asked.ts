/** What can be said of one unit at a moment, also when it does not exist then. */
import {defined} from '../defined.ts'
import type {Asked, KnownDay, Moment, Unit, Version} from '../model.ts'
import {compareGeldig, isRetroactive, select} from '../time/select.ts'
import {ownerOf} from './owner.ts'

/** Describe a unit; `first` says since when the corpus knows of it, whatever the zicht. */
export function describeAsked(
  unit: Unit,
  units: readonly Unit[],
  moment: Moment
): Asked {
  const found = select(unit.versions, moment)
  const first = firstVersion(unit)
  const days = first?.days[0] ?? {known: 'onbekend', geldig: 'onbepaald'}
  const nummer = found?.version.nummer ?? first?.nummer
  return {
    unit: unit.id,
    soort: unit.soort,
    ...defined({nummer, owner: ownerOf(unit, units, moment)}),
    state: found?.state ?? 'bestaat-niet',
    first: {
      geldig: days.geldig,
      known: days.known,
      retroactive: isRetroactive(days),
      wijzigingen: first?.wijzigingen ?? []
    }
  }
}

/** The version by which the unit became known, and of several the first to hold. */
function firstVersion({versions}: Unit): Version | undefined {
  return versions
    .filter(({days}) => days.length > 0)
    .toSorted(
      (a, b) =>
        compareKnown(a.days[0]?.known, b.days[0]?.known) ||
        compareGeldig(a.geldig, b.geldig)
    )[0]
}

function compareKnown(a: KnownDay = 'altijd', b: KnownDay = 'altijd'): number {
  const rank = (day: KnownDay): string =>
    day === 'altijd' || day === 'onbekend' ? '' : day
  const [left, right] = [rank(a), rank(b)]
  if (left === right) return 0
  return left < right ? -1 : 1
}
