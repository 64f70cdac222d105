/**
 * Where units stand among their siblings, said only where their numbers do not say it.
 *
 * Stage. `na` is kept as it was while it gives the order of the source; else
 * as few units as possible are placed behind another.
 */
import type {UnitId} from '../model.ts'
import {inOrder, type Sibling} from '../time/siblings.ts'

/** For each unit of one place, in the order of the source, the unit behind which it must be said to stand. */
export function placesFor(
  living: readonly Sibling[],
  lapsed: readonly Sibling[]
): ReadonlyMap<UnitId, UnitId | undefined> {
  const wanted = living.map(({id}) => id)
  const isRight = (siblings: readonly Sibling[]): boolean => {
    const given = orderOf(siblings, lapsed)
    return given.every((id, at) => id === wanted[at])
  }
  const bare = living.map(without)
  const [first] = wanted
  const fixed = longestRun(wanted, orderOf(bare, lapsed))
  const sparse = behind(living, (id) => fixed.has(id) || id === first)
  const chain = behind(living, (id) => id === first)
  const found = [living, bare, sparse].find(isRight) ?? chain
  return new Map(found.map(({id, after}) => [id, after]))
}

function without({after: _, ...sibling}: Sibling): Sibling {
  return sibling
}

function orderOf(
  living: readonly Sibling[],
  lapsed: readonly Sibling[]
): readonly UnitId[] {
  const ids = new Set(living.map(({id}) => id))
  return inOrder([...living, ...lapsed])
    .map(({id}) => id)
    .filter((id) => ids.has(id))
}

/** Each unit behind the one before it, but for those that stand right by themselves. */
function behind(
  living: readonly Sibling[],
  isFixed: (id: UnitId) => boolean
): readonly Sibling[] {
  return living.map((sibling, at) => {
    const before = living[at - 1]
    return isFixed(sibling.id) || !before
      ? without(sibling)
      : {...sibling, after: before.id}
  })
}

/** The most units, the first among them, that have the same order in both lists. */
function longestRun(
  wanted: readonly UnitId[],
  given: readonly UnitId[]
): ReadonlySet<UnitId> {
  const rank = new Map(given.map((id, at) => [id, at]))
  const ranks = wanted.map((id) => rank.get(id) ?? 0)
  const length: number[] = []
  const from: number[] = []
  for (const at of ranks.keys()) {
    const before = bestBefore(ranks, length, at)
    from[at] = before
    length[at] = before < 0 ? Number(at === 0) : (length[before] ?? 0) + 1
  }
  const best = length.reduce(
    (top, one, at) => (one > (length[top] ?? 0) ? at : top),
    0
  )
  const run = new Set<UnitId>()
  for (let at = best; at >= 0; at = from[at] ?? -1) run.add(wanted[at] ?? '')
  return run
}

/** Of the runs before a place the longest that it carries on; -1 when there is none. */
function bestBefore(
  ranks: readonly number[],
  length: readonly number[],
  at: number
): number {
  let best = -1
  for (let before = 0; before < at; before++) {
    const reached = length[before] ?? 0
    const fits = reached > 0 && (ranks[before] ?? 0) < (ranks[at] ?? 0)
    if (fits && reached >= (length[best] ?? 0)) best = before
  }
  return best
}
