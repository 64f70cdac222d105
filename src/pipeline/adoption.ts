/** Joint: which wijzigingen a municipality adopted, in whole or in part, and which not. */
import {indexUnits, ownerOf, type UnitIndex} from '../consolidate/owner.ts'
import {defined} from '../defined.ts'
import type {
  Besluit,
  GeldigDay,
  IsoDate,
  Owner,
  Regeling,
  Soort,
  UnitId,
  Vaststelling,
  Version,
  Wijziging
} from '../model.ts'
import {isDay} from '../time/days.ts'
import {namesOf, ownNameOf} from '../time/names.ts'
import {compareText} from '../time/order.ts'
import {daysAt} from '../time/select.ts'

/** How far a municipality is with one wijziging. */
export interface AdoptionState {
  readonly wijziging: Wijziging
  /** `vervallen`: withdrawn before it held; there is nothing left to adopt. */
  readonly state: 'vastgesteld' | 'deels' | 'niet' | 'vervallen'
  /** Besluiten that adopt it or a part of it, in order of the file. */
  readonly besluiten: readonly Besluit[]
  /** Versions that are not adopted. */
  readonly open: readonly OpenVersion[]
}

/** A version that a municipality did not adopt. */
export interface OpenVersion {
  /** As heads call it: `artikel-2-3/2020-01-01.lbr-20-001`. */
  readonly name: string
  readonly unit: UnitId
  readonly soort: Soort
  readonly nummer?: string
  /** Of a toelichting on one unit. */
  readonly owner?: Owner
  /** Day from which it holds nationally, as known at zicht. */
  readonly geldig: GeldigDay
}

/**
 * The state of every wijziging that is known at zicht, in order of known day.
 * Concepts are left out, and so is a revisie: it mends our file and is adopted
 * with what it mends.
 */
export function adoptionsOf(
  regeling: Regeling,
  {besluiten}: Vaststelling,
  zicht: IsoDate
): readonly AdoptionState[] {
  const known = besluiten.filter(({bekend}) => bekend <= zicht)
  const versions = regeling.units.flatMap((unit) => unit.versions)
  const units = indexUnits(regeling.units)
  return regeling.wijzigingen
    .filter(
      ({concept, soort, since}) =>
        !concept &&
        soort !== 'revisie' &&
        (since === 'onbekend' || since <= zicht)
    )
    .toSorted(
      (a, b) => compareText(a.bekend, b.bekend) || compareText(a.id, b.id)
    )
    .map((wijziging) => stateOf(wijziging, {known, versions, units, zicht}))
}

interface Context {
  readonly known: readonly Besluit[]
  readonly versions: readonly Version[]
  readonly units: UnitIndex
  readonly zicht: IsoDate
}

function stateOf(wijziging: Wijziging, context: Context): AdoptionState {
  const {known, versions, zicht} = context
  const {id} = wijziging
  const own = versions.filter(
    ({wijzigingen}) => wijzigingen.length === 1 && wijzigingen[0] === id
  )
  const living = own.filter(({setAside}) => !isPast(setAside, zicht))
  const adopts = ({adopts: list}: Besluit, version?: Version): boolean =>
    list.some(
      ({target}) =>
        target === id ||
        (version !== undefined && namesOf(version).includes(target))
    )
  const taken = known.filter(
    (besluit) =>
      adopts(besluit) || own.some((version) => adopts(besluit, version))
  )
  const open = living
    .filter((version) => !known.some((besluit) => adopts(besluit, version)))
    .map((version) => openVersion(version, context))
  const isWhole = own.length === 0 ? taken.length > 0 : open.length === 0
  const isGone = own.length > 0 && living.length === 0 && taken.length === 0
  const state = isGone
    ? 'vervallen'
    : isWhole
      ? 'vastgesteld'
      : taken.length > 0
        ? 'deels'
        : 'niet'
  return {wijziging, state, besluiten: taken, open}
}

function openVersion(version: Version, {units, zicht}: Context): OpenVersion {
  const unit = units.get(version.unit)
  const geldig = daysAt(version, zicht)?.geldig ?? version.geldig
  const moment = {geldig: isDay(geldig) ? geldig : zicht, zicht}
  return {
    name: ownNameOf(version),
    unit: version.unit,
    soort: unit?.soort ?? 'artikel',
    geldig,
    ...defined({
      nummer: version.nummer,
      owner: unit && ownerOf(unit, units, moment)
    })
  }
}

function isPast(day: Version['setAside'], zicht: IsoDate): boolean {
  return day === 'onbekend' || (day !== undefined && day <= zicht)
}
