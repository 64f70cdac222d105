/** What lies around a text: the units that hold it, and those that ever may. */
import type {Deel} from '../citation/address.ts'
import type {Regeling, Soort, Unit, UnitId, Version} from '../model.ts'
import {homeOf, homesOf} from './strays.ts'

/** Where a text stands. */
export interface Place {
  readonly unit: Unit
  /** What a toelichting explains. */
  readonly home?: Unit
  /** Of what it explains, or else the units that hold it, outermost first. */
  readonly holders: readonly Unit[]
  readonly around: readonly Deel[]
  /**
   * Kinds of unit in which it stands on some day, its own included. Absent
   * where that is not sure: in a toelichting or a bijlage, which are divided
   * by headings too, and where a unit that holds it cannot be read.
   */
  readonly soorten?: ReadonlySet<Soort>
}

/** Where a version of a unit stands. */
export function placeOf(
  version: Version,
  unit: Unit,
  regeling: Regeling
): Place {
  const units = indexOf(regeling)
  const home =
    unit.soort === 'toelichting' ? units.get(unit.parent ?? '') : undefined
  const holders = home ? [home] : holdersOf(version, unit, units)
  const soorten = soortenAround(version, unit, units)
  return {
    unit,
    ...(home && {home}),
    holders,
    around: holders.flatMap(partOfUnit),
    ...(soorten && {soorten})
  }
}

type Units = ReadonlyMap<UnitId, Unit>

const indexes = new WeakMap<Regeling, Units>()

function indexOf(regeling: Regeling): Units {
  const units =
    indexes.get(regeling) ??
    new Map(regeling.units.map((unit) => [unit.id, unit]))
  indexes.set(regeling, units)
  return units
}

/** A unit by the last number that it bears; whether a lid is there is asked of the unit itself. */
function partOfUnit({soort, versions}: Unit): readonly Deel[] {
  const nummer = versions.findLast((one) => one.nummer !== undefined)?.nummer
  return nummer === undefined ? [] : [{soort, nummer}]
}

/** The units that hold a version, outermost first. */
function holdersOf(
  version: Version,
  unit: Unit,
  units: Units
): readonly Unit[] {
  const holders = new Set<Unit>()
  let holder = units.get(homeOf(version, unit) ?? '')
  while (holder && !holders.has(holder)) {
    holders.add(holder)
    const last = holder.versions.at(-1)
    holder = units.get((last && homeOf(last, holder)) ?? holder.parent ?? '')
  }
  return [...holders].toReversed()
}

const unsure: readonly Soort[] = ['bijlage', 'preambule', 'slot', 'toelichting']

function soortenAround(
  version: Version,
  unit: Unit,
  units: Units
): ReadonlySet<Soort> | undefined {
  const soorten = new Set([unit.soort])
  const seen = new Set<UnitId>()
  const open = [homeOf(version, unit)].flatMap((id) => id ?? [])
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const holder = units.get(id)
    if (!holder) return undefined
    soorten.add(holder.soort)
    open.push(...homesOf(holder))
  }
  return unsure.some((soort) => soorten.has(soort)) ? undefined : soorten
}
