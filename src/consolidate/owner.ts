/** What a toelichting is named after. */
import {defined} from '../defined.ts'
import type {IsoDate, Moment, Owner, Unit, UnitId, Version} from '../model.ts'
import {compareGeldig, daysAt, select} from '../time/select.ts'

/** Units by their name, since a search for each of them would take the square of their number. */
export type UnitIndex = ReadonlyMap<UnitId, Unit>

/** Make a {@link UnitIndex}. */
export function indexUnits(units: readonly Unit[]): UnitIndex {
  return new Map(units.map((unit) => [unit.id, unit]))
}

/**
 * The unit that a toelichting explains, by its number at the moment or else
 * the first that was known of it; nothing for other units, and nothing of
 * what nobody knew of yet.
 */
export function ownerOf(
  unit: Unit,
  units: UnitIndex,
  moment: Moment
): Owner | undefined {
  const home = homeOf(unit, units)
  const version =
    home &&
    (select(home.versions, moment)?.version ?? firstAt(home, moment.zicht))
  return home && version && named(home, version)
}

/** The same for who asks for the toelichting itself, and so knows of what it explains. */
export function ownerAsked(
  unit: Unit,
  units: UnitIndex,
  moment: Moment
): Owner | undefined {
  const home = homeOf(unit, units)
  return ownerOf(unit, units, moment) ?? (home && named(home, home.versions[0]))
}

function homeOf({soort, parent}: Unit, units: UnitIndex): Unit | undefined {
  return soort === 'toelichting' ? units.get(parent ?? '') : undefined
}

function firstAt({versions}: Unit, zicht: IsoDate): Version | undefined {
  return versions
    .flatMap((version) => {
      const days = daysAt(version, zicht)
      return days ? [{version, days}] : []
    })
    .toSorted((a, b) => compareGeldig(a.days.geldig, b.days.geldig))[0]?.version
}

function named({soort}: Unit, version: Version | undefined): Owner {
  return {soort, ...defined({nummer: version?.nummer})}
}
