/** Joint: which wijzigingen a municipality adopted, in whole or in part, and which not. */
import type {
  Besluit,
  IsoDate,
  Regeling,
  Vaststelling,
  Version,
  Wijziging
} from '../model.ts'
import {namesOf, ownNameOf} from '../time/names.ts'
import {compareText} from '../time/order.ts'

/** How far a municipality is with one wijziging. */
export interface AdoptionState {
  readonly wijziging: Wijziging
  /** `vervallen`: withdrawn before it held; there is nothing left to adopt. */
  readonly state: 'vastgesteld' | 'deels' | 'niet' | 'vervallen'
  /** Besluiten that adopt it or a part of it, in order of the file. */
  readonly besluiten: readonly Besluit[]
  /** Versions that are not adopted, as `artikel-2-3/2020-01-01.lbr-20-001`. */
  readonly open: readonly string[]
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
  return regeling.wijzigingen
    .filter(
      ({concept, soort, bekend}) =>
        !concept &&
        soort !== 'revisie' &&
        (bekend === 'onbekend' || bekend <= zicht)
    )
    .toSorted(
      (a, b) => compareText(a.bekend, b.bekend) || compareText(a.id, b.id)
    )
    .map((wijziging) => stateOf(wijziging, {known, versions, zicht}))
}

interface Context {
  readonly known: readonly Besluit[]
  readonly versions: readonly Version[]
  readonly zicht: IsoDate
}

function stateOf(
  wijziging: Wijziging,
  {known, versions, zicht}: Context
): AdoptionState {
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
    .map(ownNameOf)
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

function isPast(day: Version['setAside'], zicht: IsoDate): boolean {
  return day === 'onbekend' || (day !== undefined && day <= zicht)
}
