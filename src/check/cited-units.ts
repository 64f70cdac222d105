/** Units that a citation may mean, whatever the day. */
import type {Address, Deel} from '../citation/address.ts'
import {explains} from '../citation/explains.ts'
import {isBareBijlage} from '../citation/lone-bijlage.ts'
import {
  numberedThroughout,
  type Regeling,
  type Unit,
  type UnitId,
  type Version
} from '../model.ts'
import {type Citation, keyOf, partOf} from './citations.ts'

/** What a regeling is made of, for looking up what is cited. */
export interface Index {
  readonly units: ReadonlyMap<UnitId, Unit>
  /** Units by soort and number, one that changes its number under each. */
  readonly bearers: ReadonlyMap<string, readonly Unit[]>
  /** Toelichtingen by what they explain. */
  readonly notes: ReadonlyMap<UnitId, readonly Unit[]>
  /** Toelichtingen on more than one artikel. */
  readonly general: readonly Unit[]
  readonly bijlagen: readonly Unit[]
}

/** Index a regeling. */
export function indexUnits({units}: Regeling): Index {
  const bearers = new Map<string, Unit[]>()
  const notes = new Map<UnitId, Unit[]>()
  for (const unit of units) {
    const nummers = unit.versions.flatMap(({nummer}) => nummer ?? [])
    for (const nummer of new Set(nummers)) {
      put(bearers, `${unit.soort} ${nummer.toLowerCase()}`, unit)
    }
    if (unit.soort === 'toelichting' && unit.parent !== undefined) {
      put(notes, unit.parent, unit)
    }
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return {
    units: byId,
    bearers,
    notes,
    general: units.filter(
      ({soort, parent}) =>
        soort === 'toelichting' && byId.get(parent ?? '')?.soort !== 'artikel'
    ),
    bijlagen: units.filter(({soort}) => soort === 'bijlage')
  }
}

function put(map: Map<string, Unit[]>, key: string, unit: Unit): void {
  map.set(key, [...(map.get(key) ?? []), unit])
}

/**
 * All units that ever are what is cited. A paragraaf that is named alone is
 * that of the hoofdstuk from where it is cited, if that has one.
 */
export function unitsOf(
  {address, home}: Pick<Citation, 'address' | 'home'>,
  from: Unit,
  index: Index
): readonly Unit[] {
  if (home) return [home]
  if (isBareBijlage(address)) return index.bijlagen
  const all = index.bearers.get(keyOf(address) ?? '') ?? []
  const near = all.filter((unit) => topOf(unit, index) === topOf(from, index))
  // An artikel of another hoofdstuk may have borne the number before.
  const isAnew = all.some(({soort}) => !numberedThroughout.includes(soort))
  const isAlone = isAnew && outerOf(address).length === 0
  const units = isAlone && near.length > 0 ? near : all
  return isNote(address) ? notesOn(address, units, index) : units
}

/** The toelichtingen on some units, or a general one that has a heading for them. */
function notesOn(
  {eenheid}: Address,
  units: readonly Unit[],
  {notes, general}: Index
): readonly Unit[] {
  const own = units.flatMap(({id}) => notes.get(id) ?? [])
  const named = eenheid.findLast(({soort}) => soort !== 'toelichting')
  const others = general.filter(
    ({versions}) => named && versions.some(({text}) => explains(text, named))
  )
  return [...own, ...others.filter((one) => !own.includes(one))]
}

/** Whether an address means a toelichting and not what it explains. */
function isNote({eenheid}: Pick<Address, 'eenheid'>): boolean {
  return eenheid.at(-1)?.soort === 'toelichting'
}

/** Whether a version has what is cited, and stands where the address says. */
export function hasCited(
  version: Version,
  citation: Pick<Citation, 'address' | 'words' | 'home'>,
  index: Index
): boolean {
  const {address} = citation
  if (isNote(address) && version.nummer === undefined) return true
  return (
    partOf(version, citation) !== undefined &&
    standsWithin(version, address, index)
  )
}

/** The units that an address names around the innermost one. */
function outerOf({eenheid}: Pick<Address, 'eenheid'>): readonly Deel[] {
  return eenheid.filter(({soort}) => soort !== 'toelichting').slice(0, -1)
}

/** Whether a version stands in the units that an address names around it. */
function standsWithin(
  version: Version,
  address: Pick<Address, 'eenheid'>,
  index: Index
): boolean {
  const outer = outerOf(address)
  if (outer.length === 0) return true
  const around = aroundOf(version, index)
  return outer.every(({soort, nummer}) =>
    around.some(
      (unit) =>
        unit.soort === soort &&
        unit.versions.some((one) => sameNummer(one.nummer, nummer))
    )
  )
}

function sameNummer(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase()
}

/** The units that hold a version, innermost first. */
function aroundOf(version: Version, {units}: Index): readonly Unit[] {
  const around: Unit[] = []
  let id = version.in ?? units.get(version.unit)?.parent
  while (id !== undefined) {
    const unit = units.get(id)
    if (!unit || around.includes(unit)) break
    around.push(unit)
    id = unit.versions.at(-1)?.in ?? unit.parent
  }
  return around
}

function topOf(unit: Unit, index: Index): UnitId | undefined {
  const last = unit.versions.at(-1)
  return last && aroundOf(last, index).at(-1)?.id
}
