import type {Regeling, Unit, UnitId, Version} from '../model.ts'
import {select} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {momentOf, stretchesIn, whenWords} from './moments.ts'
import type {Rule} from './rule.ts'
import {homeOf, homesOf} from './strays.ts'

/** At no moment does a unit stand, by `in`, inside itself. */
export const unitCircle: Rule = {
  id: 'unit-circle',
  severity: 'fout',
  check(regeling, tell) {
    const told = new Set<string>()
    for (const knot of knotsIn(regeling)) {
      for (const {version, stretch} of circlesIn(knot, regeling)) {
        if (told.has(version.path)) continue
        told.add(version.path)
        const isAlways = stretch.from === 'begin' && stretch.zicht === 'altijd'
        const when = isAlways ? '' : `${whenWords(stretch)} `
        const reason = `\`in\` plaatst deze bepaling ${when}via \`${version.in}\` in zichzelf; noem een andere plaats`
        tell({path: version.path, key: 'in'}, reason)
      }
    }
  }
}

/** A version that, for a time, closes a circle. */
interface Link {
  readonly version: Version
  readonly stretch: Stretch<Version>
}

/** All circles among some units, at every moment. */
function* circlesIn(
  units: readonly Unit[],
  regeling: Regeling
): Generator<Link> {
  const lives = units.map((unit) =>
    thin(unit.versions, (version) => homeOf(version, unit) ?? '')
  )
  for (const stretch of stretchesIn(regeling, lives)) {
    const ways = waysIn(stretch, units)
    for (const unit of units) {
      if (!comesBack(unit.id, ways)) continue
      const version = select(unit.versions, momentOf(stretch))?.version
      if (version?.in !== undefined) yield {version, stretch}
    }
  }
}

/** Where each of the units that live stands. */
function waysIn(
  {held}: Stretch<Version>,
  units: readonly Unit[]
): ReadonlyMap<UnitId, UnitId> {
  return new Map(
    units.flatMap((unit, at) => {
      const found = held[at]?.selected
      const home = found?.state === 'geldt' && homeOf(found.version, unit)
      return home ? [[unit.id, home] as const] : []
    })
  )
}

/** Whether the one way up from a unit leads to itself. */
function comesBack(id: UnitId, ways: ReadonlyMap<UnitId, UnitId>): boolean {
  const seen = new Set<UnitId>()
  for (let at = ways.get(id); at !== undefined; at = ways.get(at)) {
    if (at === id) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

/**
 * Groups of units among which, along every way that they ever stood, a circle
 * may be. Nearly always there are none.
 */
function knotsIn({units}: Regeling): readonly (readonly Unit[])[] {
  const moved = units.some(({versions}) =>
    versions.some((version) => version.in !== undefined)
  )
  if (!moved) return []
  const up = new Map(units.map((unit) => [unit.id, homesOf(unit)]))
  const down = reversed(up)
  // What leads nowhere, or from nowhere, is in no circle; nor then what hangs on that alone.
  strip(up, down)
  strip(down, up)
  const knots: Unit[][] = []
  const seen = new Set<UnitId>()
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const id of up.keys()) {
    if (seen.has(id)) continue
    const ids = [id]
    for (const at of ids) {
      if (seen.has(at)) continue
      seen.add(at)
      const near = [...(up.get(at) ?? []), ...(down.get(at) ?? [])]
      ids.push(...near.filter((next) => up.has(next) && !seen.has(next)))
    }
    knots.push([...new Set(ids)].flatMap((one) => byId.get(one) ?? []))
  }
  return knots
}

type Ways = Map<UnitId, ReadonlySet<UnitId>>

function reversed(ways: Ways): Ways {
  const back = new Map<UnitId, Set<UnitId>>()
  for (const id of ways.keys()) back.set(id, new Set())
  for (const [id, homes] of ways) {
    for (const home of homes) back.get(home)?.add(id)
  }
  return back
}

/** Remove from both maps what has no way left, until each has one. */
function strip(ways: Ways, back: Ways): void {
  const left = new Map(
    [...ways].map(([id, next]) => [
      id,
      [...next].filter((one) => ways.has(one)).length
    ])
  )
  const open = [...left].flatMap(([id, count]) => (count === 0 ? [id] : []))
  for (const id of open) {
    ways.delete(id)
    for (const other of back.get(id) ?? []) {
      const count = (left.get(other) ?? 0) - 1
      left.set(other, count)
      if (count === 0) open.push(other)
    }
    back.delete(id)
  }
}
