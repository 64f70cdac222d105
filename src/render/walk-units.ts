/**
 * Stage: tree of units → its units in reading order.
 */
import type {UnitText} from '../model.ts'

/** Every unit in reading order: the unit, its toelichting, then the units inside it. */
export function* walkUnits(units: readonly UnitText[]): Generator<UnitText> {
  for (const unit of units) {
    yield unit
    yield* walkUnits(unit.toelichting)
    yield* walkUnits(unit.children)
  }
}
