/**
 * Units at one moment in the order of the law, and which stands beside which.
 *
 * Kernel. `Het vorige artikel` is the one before it in that order, whatever
 * hoofdstuk holds it; the artikelen of a bijlage are a row of their own.
 */
import type {Soort, UnitId} from '../model.ts'
import {inOrder, type Sibling} from './siblings.ts'

/** A unit with where it stands. */
export interface Placed extends Sibling {
  /** Unit that holds it. */
  readonly home?: UnitId
}

/** What lives at one moment, in order. */
export interface Arrangement {
  readonly units: ReadonlyMap<UnitId, Placed>
  /** All that has a place, in order: each unit with behind it what stands in it. */
  readonly order: readonly UnitId[]
  /** For each soort and bijlage those units in order, with the place of each. */
  readonly rows: ReadonlyMap<string, readonly UnitId[]>
  readonly at: ReadonlyMap<UnitId, number>
}

/** Arrange what lives at one moment; a unit whose home is not there stands at the top. */
export function arrangementOf(placed: readonly Placed[]): Arrangement {
  const units = new Map(placed.map((unit) => [unit.id, unit]))
  const rows = new Map<string, UnitId[]>()
  const at = new Map<UnitId, number>()
  const order = inDocumentOrder(placed, units).map(({id}) => id)
  for (const id of order) {
    const key = rowOf(id, units)
    const row = rows.get(key) ?? []
    rows.set(key, row)
    at.set(id, row.push(id) - 1)
  }
  return {units, order, rows, at}
}

/**
 * The unit that stands so many steps from the one of a soort in which a text
 * stands, or none; nothing where the text stands in no unit of that soort and
 * there are others.
 */
export function unitBeside(
  {units, rows, at}: Arrangement,
  from: UnitId,
  {soort, stap}: {readonly soort: Soort; readonly stap: number}
): readonly UnitId[] | undefined {
  const own = chainOf(from, units).find((one) => one.soort === soort)
  if (!own && ![...rows.keys()].some((row) => row.startsWith(`${soort} `)))
    return []
  const place = own && at.get(own.id)
  if (!own || place === undefined) return undefined
  const beside = rows.get(rowOf(own.id, units))?.[place + stap]
  return beside === undefined ? [] : [beside]
}

type Units = ReadonlyMap<UnitId, Placed>

/** All units, each followed by what stands in it; what stands in itself has no place. */
function inDocumentOrder(
  placed: readonly Placed[],
  units: Units
): readonly Placed[] {
  const groups = new Map<UnitId, Placed[]>()
  for (const unit of placed) {
    const home =
      unit.home !== undefined && units.has(unit.home) ? unit.home : ''
    const group = groups.get(home)
    if (group) group.push(unit)
    else groups.set(home, [unit])
  }
  const ordered: Placed[] = []
  const open = [...inOrder(groups.get('') ?? [])].toReversed()
  for (let unit = open.pop(); unit; unit = open.pop()) {
    ordered.push(unit)
    open.push(...inOrder(groups.get(unit.id) ?? []).toReversed())
  }
  return ordered
}

/** The row in which a unit stands: those of its soort, in one bijlage or outside them. */
function rowOf(id: UnitId, units: Units): string {
  const [own, ...around] = chainOf(id, units)
  const bijlage = around.find(({soort}) => soort === 'bijlage')?.id ?? ''
  return `${own?.soort ?? ''} ${bijlage}`
}

/** A unit and those that hold it, innermost first. */
function chainOf(from: UnitId, units: Units): readonly Placed[] {
  const chain: Placed[] = []
  for (let unit = units.get(from); unit && !chain.includes(unit); ) {
    chain.push(unit)
    unit = unit.home === undefined ? undefined : units.get(unit.home)
  }
  return chain
}
