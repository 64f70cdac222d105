/**
 * Joint: a comparison → the part of it that is about one unit.
 *
 * Text that left the unit, or came into it, is told where it went or came from:
 * those units are part of it too.
 */
import {changesOf} from '../compare/changes.ts'
import type {Change, Comparison, UnitChange} from '../comparison.ts'
import type {UnitId} from '../model.ts'

/** The units and changes that are about one unit, with all that stands in it. */
export function partOf(
  comparison: Comparison,
  unit: UnitId
): {readonly comparison: Comparison; readonly changes: readonly Change[]} {
  const own = unitsWith(comparison.units, new Set([unit]))
  const ids = new Set(own.flatMap(idsIn))
  const kin = new Set([...ids, ...own.flatMap(kinIn)])
  const changes = changesOf(comparison).filter((change) => isAbout(change, kin))
  const touched = new Set([unit, ...changes.map((change) => idOf(change.unit))])
  const wanted = [...touched].filter((id) => id === unit || !ids.has(id))
  const units = unitsWith(comparison.units, new Set(wanted))
  return {
    comparison: {...comparison, units},
    changes: changes.map((change, at) => ({...change, nummer: at + 1}))
  }
}

/** The places of some units: two for each that moved. */
function unitsWith(
  units: readonly UnitChange[],
  ids: ReadonlySet<UnitId>
): readonly UnitChange[] {
  return units.flatMap((unit) =>
    ids.has(idOf(unit))
      ? [unit]
      : unitsWith([...unit.toelichting, ...unit.children], ids)
  )
}

function idOf({was, wordt}: UnitChange): UnitId {
  return (wordt ?? was)?.id ?? ''
}

function idsIn(unit: UnitChange): readonly UnitId[] {
  return [idOf(unit), ...[...unit.toelichting, ...unit.children].flatMap(idsIn)]
}

/** Units from which one came, or in which it was taken up. */
function kinIn(unit: UnitChange): readonly UnitId[] {
  const {uit, opgegaanIn, toelichting, children} = unit
  return [
    ...uit,
    ...opgegaanIn,
    ...[...toelichting, ...children].flatMap(kinIn)
  ]
}

function isAbout({unit, lines}: Change, ids: ReadonlySet<UnitId>): boolean {
  const {uit, opgegaanIn} = unit
  return (
    ids.has(idOf(unit)) ||
    lines.some(({otherUnit}) => otherUnit && ids.has(otherUnit.id)) ||
    [...uit, ...opgegaanIn].some((id) => ids.has(id))
  )
}
