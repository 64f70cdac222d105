/** What a toelichting is named after. */
import {defined} from '../defined.ts'
import type {Moment, Owner, Unit} from '../model.ts'
import {select} from '../time/select.ts'

/** The unit that a toelichting explains, by its number at the moment or else its first; nothing for other units. */
export function ownerOf(
  {soort, parent}: Unit,
  units: readonly Unit[],
  moment: Moment
): Owner | undefined {
  if (soort !== 'toelichting' || parent === undefined) return undefined
  const home = units.find(({id}) => id === parent)
  if (!home) return undefined
  const version = select(home.versions, moment)?.version ?? home.versions[0]
  return {soort: home.soort, ...defined({nummer: version?.nummer})}
}
