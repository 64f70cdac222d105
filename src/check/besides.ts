/** Which unit stands before or behind another, at every moment. */
import type {Step} from '../citation/beside.ts'
import {defined} from '../defined.ts'
import type {Regeling, Unit, UnitId, Version} from '../model.ts'
import {
  type Arrangement,
  arrangementOf,
  type Placed,
  unitBeside
} from '../time/arrangement.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {isLasting} from './lasting.ts'
import {stretchesIn} from './moments.ts'
import {homeOf} from './strays.ts'

/** What stands a step from a unit, whatever the day. */
export interface Beside {
  /** Lives of the units that decide it, and do not always stand where they do. */
  readonly lives: readonly (readonly Version[])[]
  /** All that ever stands there. */
  readonly ever: readonly Unit[]
  /** What stands there, by what holds of those lives; nothing where the unit has no place. */
  readonly at: (held: Stretch<Version>['held']) => readonly Unit[] | undefined
}

/**
 * What stands a step from a unit.
 *
 * Which unit that is follows from where those stand that ever are it, with the
 * unit itself and all that holds them: what else comes or goes is never between.
 */
export function besideOf(regeling: Regeling, unit: Unit, step: Step): Beside {
  const world = worldOf(regeling)
  const {byId, moving, orders} = world
  const all = orders.map(({arrangement, states}) => ({
    states,
    beside: unitBeside(arrangement, unit.id, step)?.flatMap(
      (id) => byId.get(id) ?? []
    )
  }))
  const ever = [...new Set(all.flatMap(({beside}) => beside ?? []))]
  // A text that stands in no such unit is told only where there is none at all.
  const others =
    unit.soort === step.soort
      ? []
      : regeling.units.filter(({soort}) => soort === step.soort)
  const deciding = decidingFor([unit, ...ever, ...others], byId).flatMap(
    (one) => moving.get(one.id) ?? []
  )
  const table = new Map(
    all.map(({states, beside}) => [
      deciding.map((one) => states.get(one.unit.id) ?? '').join('\n'),
      beside
    ])
  )
  return {
    lives: deciding.map(({versions}) => versions),
    ever,
    at: (held) =>
      table.get(
        deciding.map((one, at) => stateOf(one.unit, held[at])).join('\n')
      )
  }
}

/** Units with all that ever holds them, and all behind which they ever stand. */
function decidingFor(
  units: readonly Unit[],
  byId: ReadonlyMap<UnitId, Unit>
): readonly Unit[] {
  const found = new Set(units)
  // A set goes on to what is added while it is walked.
  for (const unit of found) {
    for (const version of unit.versions) {
      for (const id of [homeOf(version, unit), version.na]) {
        const other = byId.get(id ?? '')
        if (other) found.add(other)
      }
    }
  }
  return [...found]
}

/** A unit with the versions that decide where it stands. */
interface Moving {
  readonly unit: Unit
  readonly versions: readonly Version[]
}

/** One order of all units, with how each of those stands that do not always stand where they do. */
interface Order {
  readonly arrangement: Arrangement
  readonly states: ReadonlyMap<UnitId, string>
}

interface World {
  readonly byId: ReadonlyMap<UnitId, Unit>
  readonly moving: ReadonlyMap<UnitId, Moving>
  /** Each order that there ever is. */
  readonly orders: readonly Order[]
}

const known = new WeakMap<Regeling, World>()

/** Made once, and only where a text counts on it. */
function worldOf(regeling: Regeling): World {
  const world = known.get(regeling) ?? makeWorld(regeling)
  known.set(regeling, world)
  return world
}

function makeWorld(regeling: Regeling): World {
  const {units} = regeling
  const thinned = units.map((unit) => ({
    unit,
    versions: thin(unit.versions, (version) => keyOf(placed(version, unit)))
  }))
  const isMoving = ({versions}: Moving): boolean =>
    versions.length > 1 || !isLasting({versions})
  const moving = thinned.filter(isMoving)
  const fixed = thinned
    .filter((entry) => !isMoving(entry))
    .flatMap(({unit, versions: [only]}) => (only ? [placed(only, unit)] : []))
  return {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    moving: new Map(moving.map((one) => [one.unit.id, one])),
    orders: ordersOf(regeling, fixed, moving)
  }
}

function ordersOf(
  regeling: Regeling,
  fixed: readonly Placed[],
  moving: readonly Moving[]
): readonly Order[] {
  const orders = new Map<string, Order>()
  const add = (held: Stretch<Version>['held']): void => {
    const states = moving.map(({unit}, at) => stateOf(unit, held[at]))
    const key = states.join('\n')
    if (orders.has(key)) return
    const living = moving.flatMap(({unit}, at) => {
      const now = held[at]?.selected
      return now?.state === 'geldt' ? [placed(now.version, unit)] : []
    })
    orders.set(key, {
      arrangement: arrangementOf([...fixed, ...living]),
      states: new Map(moving.map(({unit}, at) => [unit.id, states[at] ?? '']))
    })
  }
  // Before the first of them comes there are only those that are always there.
  add([])
  const lives = moving.map(({versions}) => versions)
  for (const {held} of stretchesIn(regeling, lives)) add(held)
  return [...orders.values()]
}

/** How a unit stands, by what holds of it; nothing while it does not live. */
function stateOf(unit: Unit, held: Stretch<Version>['held'][number]): string {
  const now = held?.selected
  return now?.state === 'geldt' ? keyOf(placed(now.version, unit)) : ''
}

function placed(version: Version, unit: Unit): Placed {
  const {id, soort} = unit
  const {nummer, na: after} = version
  return {id, soort, ...defined({nummer, after, home: homeOf(version, unit)})}
}

function keyOf({id, nummer, after, home}: Placed): string {
  return `${id} ${nummer} ${home} ${after}`
}
