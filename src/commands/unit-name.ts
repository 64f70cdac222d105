/** How a unit is called at a moment. */
import {ownerOf, type UnitIndex} from '../consolidate/owner.ts'
import {defined} from '../defined.ts'
import type {Moment} from '../model.ts'
import {unitName} from '../render/history.ts'
import {select} from '../time/select.ts'

/** `artikel 3:1`, by the number that it has then, or else the first; its folder where the regeling has no such unit. */
export function nameAt(id: string, units: UnitIndex, moment: Moment): string {
  const unit = units.get(id)
  if (!unit) return id
  const {soort, versions} = unit
  const selected = select(versions, moment)?.version ?? versions[0]
  const {nummer, opschrift} = selected ?? {}
  const owner = ownerOf(unit, units, moment)
  return unitName({unit: id, soort, ...defined({nummer, opschrift, owner})})
}
