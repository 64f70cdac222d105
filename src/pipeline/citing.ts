/** The texts that cite at a moment, with what lies around each of them. */
import type {Deel} from '../citation/address.ts'
import {type Cited, referencesIn} from '../citation/cited.ts'
import type {Laws} from '../citation/law-index.ts'
import {defined} from '../defined.ts'
import type {Moment, Regeling, Soort, UnitId, Wet} from '../model.ts'
import {type Arrangement, arrangementOf} from '../time/arrangement.ts'
import {select} from '../time/select.ts'
import {type Living, unitsAround} from './bearers.ts'

/** For whom, and with which laws, one asks. */
export interface ReferenceScope extends Moment {
  readonly wetten: readonly Wet[]
  /** `CAR`: what is UWO cites nothing and is not there. */
  readonly laag?: 'CAR'
}

/** What lies around a reference at the moment. */
export interface Around {
  readonly regeling: Regeling
  readonly scope: ReferenceScope
  readonly living: ReadonlyMap<UnitId, Living>
  readonly laws: Laws
  /** All that lives, in order. */
  readonly arrange: () => Arrangement
}

/** A text that cites, with what decides where its references lead. */
export interface Citing {
  readonly from: Living
  /** Units around it, outermost first. */
  readonly units: readonly Deel[]
  /** Their kinds, where it is sure what holds the text. */
  readonly soorten?: ReadonlySet<Soort>
  /** All its references. */
  readonly all: readonly Cited[]
}

/** A living text with its references. */
export function citingOf(
  from: Living,
  {living, laws, regeling}: Pick<Around, 'living' | 'laws' | 'regeling'>
): Citing {
  const units = unitsAround(from, living)
  const soorten = new Set([...units.map(({soort}) => soort), from.unit.soort])
  const isSure =
    !regeling.uittreksel && unsure.every((soort) => !soorten.has(soort))
  const all = referencesIn(from.version.text, laws)
  return {from, units, all, ...(isSure && {soorten})}
}

/** Divided by headings too. */
const unsure: readonly Soort[] = ['bijlage', 'preambule', 'slot', 'toelichting']

/** All that lives, in order, made when it is first asked for. */
export function arrangeOnce(living: Around['living']): Around['arrange'] {
  let made: Arrangement | undefined
  return () => {
    made ??= arrangementOf(
      [...living.values()].map(({unit: {id, soort, parent}, version}) => ({
        id,
        soort,
        ...defined({
          nummer: version.nummer,
          after: version.na,
          home: version.in ?? parent
        })
      }))
    )
    return made
  }
}

/** Every unit that lives at a moment, with its text. */
export function livingAt(
  {units}: Regeling,
  scope: ReferenceScope
): ReadonlyMap<UnitId, Living> {
  return new Map(
    units.flatMap((unit) => {
      const found = select(unit.versions, scope)
      const isHere = scope.laag !== 'CAR' || found?.version.laag !== 'UWO'
      return found?.state === 'geldt' && isHere
        ? [[unit.id, {unit, version: found.version}] as const]
        : []
    })
  )
}
