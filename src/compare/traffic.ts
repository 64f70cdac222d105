/**
 * What left each unit and what came in it.
 *
 * Stage.
 */
import type {UnitName} from '../comparison.ts'
import {defined} from '../defined.ts'
import type {Group} from './align.ts'
import type {Face} from './faces.ts'
import type {Move} from './moves.ts'
import type {NamedText, UnitMatch} from './unit-match.ts'

/** A line that moved, seen from one of its two places. */
export interface Moved {
  readonly id: number
  readonly group: Group
  /** The other unit, and its lines. */
  readonly unit?: UnitName
  readonly faces: readonly Face[]
}

/** What left a unit and what came in it, by the index of the line. */
export interface Traffic {
  readonly away: ReadonlyMap<number, Moved>
  readonly here: ReadonlyMap<number, Moved>
}

/** What left and came in each unit. */
export function trafficOf(
  matches: readonly UnitMatch[],
  moves: readonly Move[]
): readonly Traffic[] {
  const traffic = matches.map(() => ({
    away: new Map<number, Moved>(),
    here: new Map<number, Moved>()
  }))
  for (const {id, from, to, groups} of moves) {
    const there = matches[to]?.b ?? []
    const home = matches[from]?.a ?? []
    const unitThere = unitIn(matches[to]?.wordt)
    const unitHome = unitIn(matches[from]?.was)
    for (const group of groups) {
      for (const at of group.a) {
        traffic[from]?.away.set(at, {id, group, faces: there, ...unitThere})
      }
      for (const at of group.b) {
        traffic[to]?.here.set(at, {id, group, faces: home, ...unitHome})
      }
    }
  }
  return traffic
}

function unitIn(unit: NamedText | undefined): Pick<Moved, 'unit'> {
  if (!unit) return {}
  const {id, soort, nummer, owner} = unit
  return {unit: {id, soort, ...defined({nummer, owner})}}
}
