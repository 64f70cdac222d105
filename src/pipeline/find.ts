/**
 * What a user types → a unit of a regeling.
 *
 * `1:2c`, `artikel 1:2c`, `bijlage IIa`, `toelichting op artikel 1:2c`, or the
 * name of its folder. A number belongs to the unit that bears it at the moment.
 */
import type {Moment, Regeling, Soort, Unit} from '../model.ts'
import {soorten} from '../model.ts'
import {compareText} from '../time/order.ts'
import {select} from '../time/select.ts'
import {nearestNames} from './nearest.ts'

/** A unit found, or what comes nearest to the words that named none. */
export type Found =
  | {readonly unit: Unit}
  | {readonly unit?: undefined; readonly nearest: readonly string[]}

const cited = /^(?:([a-z]+)\.?\s+)?(\S+)$/iu
const note = /^toelichting\s+(?:(?:op|bij|van)\s+)?(.+)$/iu
const preference: readonly Soort[] = ['artikel', 'bijlage', 'hoofdstuk']

/** Find the unit that words mean at a moment. */
export function findUnit(
  regeling: Regeling,
  words: string,
  moment: Moment
): Found {
  const query = words.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const unit = byId(regeling, query) ?? byNote(regeling, query, moment)
  const found = unit ?? byNummer(regeling, query, moment)
  return found ? {unit: found} : {nearest: nearest(regeling, query)}
}

function byId({units}: Regeling, query: string): Unit | undefined {
  return units.find(
    (unit) => unit.id.toLowerCase() === query.toLowerCase() && isKnown(unit)
  )
}

function byNote(
  regeling: Regeling,
  query: string,
  moment: Moment
): Unit | undefined {
  const home = note.exec(query)?.[1]
  if (home === undefined) return undefined
  const {unit} = findUnit(regeling, home, moment)
  return unit && byId(regeling, `${unit.id}/toelichting`)
}

function byNummer(
  {units}: Regeling,
  query: string,
  moment: Moment
): Unit | undefined {
  const [, kind, nummer = ''] = cited.exec(query) ?? []
  const soort = kind === undefined ? undefined : soortOf(kind)
  if (kind !== undefined && soort === undefined) return undefined
  const bearers = units.filter(
    (unit) =>
      (soort === undefined || unit.soort === soort) &&
      isKnown(unit) &&
      unit.versions.some((version) => sameText(version.nummer, nummer))
  )
  return bearers.toSorted(
    (a, b) =>
      standing(b, nummer, moment) - standing(a, nummer, moment) ||
      rank(a.soort) - rank(b.soort) ||
      compareText(a.id, b.id)
  )[0]
}

/** What only a concept brings is not there for who does not name it. */
function isKnown({versions}: Unit): boolean {
  return versions.some(({days}) => days.length > 0)
}

function soortOf(word: string): Soort | undefined {
  const name = word.toLowerCase()
  return name === 'art' ? 'artikel' : soorten.find((soort) => soort === name)
}

/** 2: bears the number now; 1: bears it and has lapsed; 0: at another time. */
function standing(unit: Unit, nummer: string, moment: Moment): number {
  const found = select(unit.versions, moment)
  if (!found || !sameText(found.version.nummer, nummer)) return 0
  return found.state === 'geldt' ? 2 : 1
}

function rank(soort: Soort): number {
  const at = preference.indexOf(soort)
  return at < 0 ? preference.length : at
}

function sameText(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase()
}

function nearest({units}: Regeling, query: string): readonly string[] {
  const forms = units
    .filter(isKnown)
    .flatMap(({soort, versions}) =>
      versions.flatMap(({nummer}) =>
        nummer === undefined
          ? []
          : [[`${soort} ${nummer}`, [`${soort} ${nummer}`, nummer]] as const]
      )
    )
  return nearestNames(query, new Map(forms))
}
