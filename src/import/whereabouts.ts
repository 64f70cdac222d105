/**
 * Whether the text of a unit went to, or came from, another unit than its namesake.
 *
 * Stage. An artikel of which the text was taken up in its neighbour is gone, even
 * where a new artikel bears its number; what stood in the neighbour before as well
 * proves nothing.
 */
import type {Soort} from '../model.ts'
import {grouped} from './grouped.ts'
import {type Shingles, searchIn, shareIn} from './similar.ts'

/** What is looked at of a unit. */
export interface Placed {
  readonly soort: Soort
  readonly nummer?: string
  readonly shingles: Shingles
}

/** So much of a text must stand in another one to have come from it, or have gone into it. */
export const enoughInside = 0.6

/** Makes a test over the units of both sides: whether the text of one stands on the other side in a unit that is not this other one. */
export function whereabouts<Unit extends Placed>(
  before: readonly Unit[],
  after: readonly Unit[]
): (unit: Unit, other: Unit) => boolean {
  const sides = [sideOf(before), sideOf(after)] as const
  const old = new Set(before)
  return (unit, other) => {
    const [own, there] = old.has(unit) ? sides : ([sides[1], sides[0]] as const)
    return there
      .near(unit.shingles)
      .some(
        (one) =>
          one !== other &&
          one.soort === unit.soort &&
          holds(one, unit) &&
          !own.namesakes(one).some((same) => holds(same, unit))
      )
  }
}

function holds({shingles}: Placed, unit: Placed): boolean {
  return shareIn(unit.shingles, shingles) >= enoughInside
}

interface Side<Unit> {
  readonly near: (text: Shingles) => readonly Unit[]
  readonly namesakes: (unit: Unit) => readonly Unit[]
}

function sideOf<Unit extends Placed>(units: readonly Unit[]): Side<Unit> {
  const search = searchIn(units.map(({shingles}) => shingles))
  const named = grouped(units, (unit) => [nameOf(unit)])
  return {
    near: (text) => search(text).flatMap((at) => units[at] ?? []),
    namesakes: (unit) => named.get(nameOf(unit)) ?? []
  }
}

function nameOf({soort, nummer}: Placed): string {
  return `${soort} ${nummer ?? ''}`
}
