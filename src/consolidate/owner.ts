/** What a toelichting is named after. */
import {defined} from '../defined.ts'
import type {Moment, Owner, Unit, UnitId} from '../model.ts'
import {select} from '../time/select.ts'

/** Units by their name, since a search for each of them would take the square of their number. */
export type UnitIndex = ReadonlyMap<UnitId, Unit>

/** Make a {@link UnitIndex}. */
export function indexUnits(units: readonly Unit[]): UnitIndex {
  return new Map(units.map((unit) => [unit.id, unit]))
}

/** The unit that a toelichting explains, by its number at the moment or else its first; nothing for other units. */
export function ownerOf(
  {soort, parent}: Unit,
  units: UnitIndex,
  moment: Moment
): Owner | undefined {
  if (soort !== 'toelichting' || parent === undefined) return undefined
  const home = units.get(parent)
  if (!home) return undefined
  const version = select(home.versions, moment)?.version ?? home.versions[0]
  return {soort: home.soort, ...defined({nummer: version?.nummer})}
}
