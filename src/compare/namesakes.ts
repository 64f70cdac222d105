/**
 * Units of a comparison → what stands before the name of each, so that it is the only one of that name.
 *
 * Stage. In many a law each hoofdstuk has a paragraaf 1: `hoofdstuk III,
 * paragraaf 1` says which. What bears its name alone is called by that.
 */
import type {Deel} from '../citation/address.ts'
import type {Side, UnitChange, UnitHead, UnitName} from '../comparison.ts'

/** The units around one that are named with it, outermost first; none where its name is its own. */
export type Outer = (unit: UnitName, side: Side) => readonly Deel[]

/** Find which names are shared, on either side. */
export function outerOf(units: readonly UnitChange[]): Outer {
  const homes = {
    was: new Map<string, UnitHead>(),
    wordt: new Map<string, UnitHead>()
  }
  const holders = {
    was: new Map<string, Set<string>>(),
    wordt: new Map<string, Set<string>>()
  }
  const meet = (unit: UnitChange, around: UnitChange | undefined): void => {
    for (const side of ['was', 'wordt'] as const) {
      const head = unit[side]
      if (!head) continue
      const named = holders[side].get(keyOf(head)) ?? new Set()
      holders[side].set(keyOf(head), named.add(head.id))
      const home = around?.[side]
      if (home) homes[side].set(head.id, home)
    }
    for (const inner of unit.children) meet(inner, unit)
  }
  for (const unit of units) meet(unit, undefined)
  const isShared = (unit: UnitName): boolean =>
    unit.nummer !== undefined &&
    [holders.was, holders.wordt].some(
      (named) => (named.get(keyOf(unit))?.size ?? 0) > 1
    )
  const outer: Outer = (unit, side) => {
    const home = isShared(unit) ? homes[side].get(unit.id) : undefined
    if (home?.nummer === undefined) return []
    return [...outer(home, side), {soort: home.soort, nummer: home.nummer}]
  }
  return outer
}

function keyOf({soort, nummer}: UnitName): string {
  return `${soort} ${nummer}`
}
