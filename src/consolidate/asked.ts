/** What can be said of one unit at a moment, also when it does not exist then. */
import {defined} from '../defined.ts'
import type {
  Asked,
  Days,
  IsoDate,
  KnownDay,
  Moment,
  Unit,
  Version
} from '../model.ts'
import {isDay} from '../time/days.ts'
import {
  compareGeldig,
  compareKnown,
  isRetroactive,
  select,
  toldKnown
} from '../time/select.ts'
import {indexUnits, ownerAsked} from './owner.ts'

/** Describe a unit; `first` says since when the corpus knows of it, whatever the zicht. */
export function describeAsked(
  unit: Unit,
  units: readonly Unit[],
  moment: Moment
): Asked {
  const found = select(unit.versions, moment)
  const first = firstVersion(unit)
  const days = (first && daysAt(first, moment.zicht)) ?? unknown
  const nummer = found?.version.nummer ?? first?.nummer
  return {
    unit: unit.id,
    soort: unit.soort,
    ...defined({nummer, owner: ownerAsked(unit, indexUnits(units), moment)}),
    state: found?.state ?? 'bestaat-niet',
    first: {
      geldig: days.geldig,
      known: toldKnown(days),
      retroactive: isRetroactive(days),
      wijzigingen: first?.wijzigingen ?? [],
      ...defined({daysBy: days.by, withdrawn: withdrawnAt(first, moment.zicht)})
    }
  }
}

const unknown: Days = {known: 'onbekend', geldig: 'onbepaald'}

/** The days as known at zicht; of what is still unknown, those with which it was issued. */
function daysAt({days}: Version, zicht: IsoDate): Days | undefined {
  return days.findLast(({known}) => !isDay(known) || known <= zicht) ?? days[0]
}

function withdrawnAt(
  version: Version | undefined,
  zicht: IsoDate
): {known: IsoDate | 'onbekend'; by: string} | undefined {
  const {setAside: known, setAsideBy: by} = version ?? {}
  if (known === undefined || by === undefined) return undefined
  return known === 'onbekend' || known <= zicht ? {known, by} : undefined
}

/** The version by which the unit became known, and of several the first to hold. */
function firstVersion({versions}: Unit): Version | undefined {
  return versions
    .filter(({days}) => days.length > 0)
    .toSorted(
      (a, b) =>
        compareKnown(knownOf(a), knownOf(b)) ||
        compareGeldig(a.geldig, b.geldig)
    )[0]
}

function knownOf({days}: Version): KnownDay {
  return days[0]?.known ?? 'altijd'
}
