/** Which living units an address means: by number, by what holds them, and by what they explain. */
import type {Address, Deel} from '../citation/address.ts'
import {explains} from '../citation/explains.ts'
import {defined} from '../defined.ts'
import type {Unit, UnitId, Version} from '../model.ts'
import {nummerOrder} from '../time/order.ts'

/** A unit with the version that holds at a moment. */
export interface Living {
  readonly unit: Unit
  readonly version: Version
}

type Lives = ReadonlyMap<UnitId, Living>

/** The innermost unit of an address; a toelichting goes with what it explains. */
export function innermost({eenheid}: Address): Deel | undefined {
  return eenheid.findLast(({soort}) => soort !== 'toelichting')
}

/**
 * Living units that bear the number of an address, or one of a range of
 * numbers, and stand in the units that it names. A paragraaf that is named
 * alone is that of the hoofdstuk from where it is cited, if that has one.
 */
export function bearersOf(
  address: Address,
  end: Address | undefined,
  {living, from}: {readonly living: Lives; readonly from: readonly Deel[]}
): readonly Living[] {
  const key = innermost(address)
  if (!key) return []
  const outer = address.eenheid.slice(0, address.eenheid.indexOf(key))
  const all = byNummer(key, end && innermost(end), living).filter((one) =>
    isWithin(one, outer, living)
  )
  const near = all.filter((one) => isWithin(one, from.slice(0, 1), living))
  const units = outer.length === 0 && near.length > 0 ? near : all
  const isNote = address.eenheid.at(-1)?.soort === 'toelichting'
  return isNote ? notesOn(key, units, living) : units
}

function byNummer(
  {soort, nummer}: Deel,
  end: Deel | undefined,
  living: Lives
): readonly Living[] {
  const same = [...living.values()].filter(({unit}) => unit.soort === soort)
  // `de bijlage` is any that there is.
  if (nummer === undefined) return same
  const last = end?.nummer
  if (last === undefined || last === nummer) {
    return same.filter(({version}) => sameNummer(version.nummer, nummer))
  }
  const numbers = same.flatMap(({version}) => version.nummer ?? [])
  const order = nummerOrder([...numbers, nummer, last])
  return same
    .filter(
      ({version}) =>
        version.nummer !== undefined &&
        order(nummer, version.nummer) <= 0 &&
        order(version.nummer, last) <= 0
    )
    .toSorted((a, b) => order(a.version.nummer ?? '', b.version.nummer ?? ''))
}

function sameNummer(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase()
}

/** Whether each of these units is around a unit. */
function isWithin(one: Living, outer: readonly Deel[], living: Lives): boolean {
  if (outer.length === 0) return true
  const around = unitsAround(one, living)
  return outer.every(({soort, nummer}) =>
    around.some(
      (part) => part.soort === soort && sameNummer(part.nummer, nummer)
    )
  )
}

/** The toelichtingen on some units, or a general one that has a heading for them. */
function notesOn(
  key: Deel,
  units: readonly Living[],
  living: Lives
): readonly Living[] {
  const ids = new Set(units.map(({unit}) => unit.id))
  const notes = [...living.values()].filter(
    ({unit}) => unit.soort === 'toelichting'
  )
  return notes.filter(({unit: {parent}, version}) =>
    ids.has(parent ?? '')
      ? true
      : living.get(parent ?? '')?.unit.soort !== 'artikel' &&
        explains(version.text, key)
  )
}

/** The units that hold a text at the moment, outermost first. */
export function unitsAround(
  {unit, version}: Living,
  living: Lives
): readonly Deel[] {
  const parts: Deel[] = []
  const seen = new Set<UnitId>([unit.id])
  let id = version.in ?? unit.parent
  while (id !== undefined && !seen.has(id)) {
    seen.add(id)
    const home = living.get(id)
    if (!home) break
    parts.unshift({
      soort: home.unit.soort,
      ...defined({nummer: home.version.nummer})
    })
    id = home.version.in ?? home.unit.parent
  }
  return parts
}
