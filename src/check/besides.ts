/** Which unit stands before or behind another, at every moment. */
import type {Step} from '../citation/beside.ts'
import {defined} from '../defined.ts'
import type {Regeling, Unit, Version} from '../model.ts'
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

/** The order of the units of a regeling, whatever the day. */
export interface Besides {
  /** Lives of the units that come, go or move; the others always stand where they do. */
  readonly lives: readonly (readonly Version[])[]
  /** What stands so many steps from a unit, by what holds of those lives; nothing where it has no place. */
  readonly at: (
    held: Held,
    unit: Unit,
    step: Step
  ) => readonly Unit[] | undefined
  /** All that ever stands there. */
  readonly ever: (unit: Unit, step: Step) => readonly Unit[]
}

const known = new WeakMap<Regeling, Besides>()

/** The order of the units of a regeling; made once, and only where a text counts on it. */
export function besidesOf(regeling: Regeling): Besides {
  const besides = known.get(regeling) ?? makeBesides(regeling)
  known.set(regeling, besides)
  return besides
}

type Held = Stretch<Version>['held']

function makeBesides(regeling: Regeling): Besides {
  const byId = new Map(regeling.units.map((unit) => [unit.id, unit]))
  const {lives, arrange} = orderOf(regeling)
  const inOf = (
    arrangement: Arrangement,
    {id}: Unit,
    step: Step
  ): readonly Unit[] | undefined => {
    const ids = unitBeside(arrangement, id, step)
    return ids?.flatMap((one) => byId.get(one) ?? [])
  }
  let every: ReadonlySet<Arrangement> | undefined
  return {
    lives,
    at: (held, unit, step) => inOf(arrange(held), unit, step),
    ever(unit, step) {
      // Before the first of them comes there are only those that are always there.
      every ??= new Set([
        arrange([]),
        ...[...stretchesIn(regeling, lives)].map(({held}) => arrange(held))
      ])
      const all = [...every].flatMap((one) => inOf(one, unit, step) ?? [])
      return [...new Set(all)]
    }
  }
}

/** How all units stand, by what holds of those that do not always stand where they do. */
function orderOf({
  units
}: Regeling): Pick<Besides, 'lives'> & {arrange: (held: Held) => Arrangement} {
  const thinned = units.map((unit) => ({
    unit,
    versions: thin(unit.versions, (version) => keyOf(placed(version, unit)))
  }))
  const isMoving = ({versions}: Pick<Unit, 'versions'>): boolean =>
    versions.length > 1 || !isLasting({versions})
  const moving = thinned.filter(isMoving)
  const fixed = thinned
    .filter((entry) => !isMoving(entry))
    .flatMap(({unit, versions: [only]}) => (only ? [placed(only, unit)] : []))
  const made = new Map<string, Arrangement>()
  const arrange = (held: Held): Arrangement => {
    const living = moving.flatMap(({unit}, at) => {
      const now = held[at]?.selected
      return now?.state === 'geldt' ? [placed(now.version, unit)] : []
    })
    const key = living.map(keyOf).join('\n')
    const arrangement = made.get(key) ?? arrangementOf([...fixed, ...living])
    made.set(key, arrangement)
    return arrangement
  }
  return {lives: moving.map(({versions}) => versions), arrange}
}

function placed(version: Version, unit: Unit): Placed {
  const {id, soort} = unit
  const {nummer, na: after} = version
  return {id, soort, ...defined({nummer, after, home: homeOf(version, unit)})}
}

function keyOf({id, nummer, after, home}: Placed): string {
  return `${id} ${nummer} ${home} ${after}`
}
