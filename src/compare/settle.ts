/**
 * Units whose lines were aligned → what moved between them, and what replaced what.
 *
 * Stage. Moves go first: what only stands where another line stood has been
 * replaced by it when neither of the two went elsewhere.
 */
import {findMoves, type Move} from './moves.ts'
import {withNeighbours} from './neighbours.ts'
import {type Traffic, trafficOf} from './traffic.ts'
import {type UnitMatch, withReplaced} from './unit-match.ts'

/** Matches with nothing left to find, and what passed between them. */
export interface Settled {
  readonly matches: readonly UnitMatch[]
  readonly traffic: readonly Traffic[]
  readonly moves: readonly Move[]
}

/** Settle what the alignment of each unit alone left open. */
export function settle(found: readonly UnitMatch[]): Settled {
  const moves = withNeighbours(findMoves(found), found)
  const traffic = trafficOf(found, moves)
  const matches = found.map((match, at) => {
    const {away, here} = traffic[at] ?? {away: new Map(), here: new Map()}
    return withReplaced(match, {
      a: freeOf(match, 'a', away),
      b: freeOf(match, 'b', here)
    })
  })
  return {matches, traffic, moves}
}

function freeOf(
  match: UnitMatch,
  side: 'a' | 'b',
  moved: ReadonlyMap<number, unknown>
): ReadonlySet<number> {
  const paired = new Set(match.groups.flatMap((group) => group[side]))
  return new Set(
    [...match[side].keys()].filter((at) => !paired.has(at) && !moved.has(at))
  )
}
