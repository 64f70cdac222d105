/** Stage: Comparison → the same without the units in which nothing changed. */
import type {Comparison, UnitChange} from '../comparison.ts'

/** Units that changed, whole, each under the headings that it stands in. */
export function changedOnly(comparison: Comparison): Comparison {
  return {...comparison, units: changedIn(comparison.units)}
}

function changedIn(units: readonly UnitChange[]): readonly UnitChange[] {
  return units.flatMap((unit) => {
    const toelichting = changedIn(unit.toelichting)
    const children = changedIn(unit.children)
    const isKept =
      isChanged(unit) || toelichting.length > 0 || children.length > 0
    return isKept ? [{...unit, toelichting, children}] : []
  })
}

function isChanged({was, wordt, kinds, opschrift, lines}: UnitChange): boolean {
  return (
    !was ||
    !wordt ||
    kinds.length > 0 ||
    opschrift.some(({op}) => op !== 'same') ||
    lines.some((line) => line.kinds.length > 0)
  )
}
