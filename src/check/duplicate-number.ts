import {
  numberedThroughout,
  type Regeling,
  type Unit,
  type Version
} from '../model.ts'
import {type Selected, select} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {momentOf, stretchesIn, whenWords} from './moments.ts'
import type {Rule} from './rule.ts'
import {homeOf} from './strays.ts'

/** At no moment do two living units of one soort bear one number; those numbered per hoofdstuk, not within one; artikelen of a bijlage, not within that. */
export const duplicateNumber: Rule = {
  id: 'duplicate-number',
  severity: 'fout',
  check(regeling, tell) {
    const placeOf = placesIn(regeling.units)
    for (const {nummer, units} of bearersOf(regeling)) {
      const clash = firstClash({units, nummer, placeOf}, regeling)
      if (!clash) continue
      const {version, other, stretch} = clash
      const reason = `Nummer \`${nummer}\` is ${whenWords(stretch)} ook van een andere bepaling; geef een van beide een eigen nummer, of laat de andere eerst vervallen`
      tell({path: version.path, key: 'nummer'}, reason, other.path)
    }
  }
}

interface Clash {
  readonly version: Version
  readonly other: Version
  readonly stretch: Stretch<Version>
}

interface Bearers {
  readonly nummer: string
  readonly units: readonly Unit[]
}

/** Where a number must be the only one of its kind. */
type PlaceOf = (version: Version, unit: Unit) => string

/** For each soort and number that several units ever bear, those units. */
function bearersOf({units}: Regeling): readonly Bearers[] {
  const bearers = new Map<string, {nummer: string; units: Unit[]}>()
  for (const unit of units) {
    const nummers = new Set(unit.versions.flatMap(({nummer}) => nummer ?? []))
    for (const nummer of nummers) {
      const key = `${unit.soort} ${nummer}`
      const group = bearers.get(key)
      if (group) group.units.push(unit)
      else bearers.set(key, {nummer, units: [unit]})
    }
  }
  return [...bearers.values()].filter((group) => group.units.length > 1)
}

/** Of the pairs that ever clash the first, at its first moment. */
function firstClash(
  {units, nummer, placeOf}: Bearers & {readonly placeOf: PlaceOf},
  regeling: Regeling
): Clash | undefined {
  const bears = (version: Version): boolean => version.nummer === nummer
  const holds = (found: Selected<Version> | undefined): boolean =>
    found?.state === 'geldt' && bears(found.version)
  const lives = units.map((unit) => ({
    unit,
    versions: thin(
      unit.versions,
      (version) => `${bears(version)} ${placeOf(version, unit)}`
    )
  }))
  for (const [left, right] of pairsOf(lives)) {
    const both = [left.versions, right.versions]
    for (const stretch of stretchesIn(regeling, both)) {
      if (!stretch.held.every((period) => holds(period?.selected))) continue
      const clash = clashAt(stretch, [left.unit, right.unit], placeOf)
      if (clash) return clash
    }
  }
  return undefined
}

/** Two that bear the number clash where they stand in one place. */
function clashAt(
  stretch: Stretch<Version>,
  [left, right]: readonly [Unit, Unit],
  placeOf: PlaceOf
): Clash | undefined {
  const moment = momentOf(stretch)
  const version = select(right.versions, moment)?.version
  const other = select(left.versions, moment)?.version
  return version && other && placeOf(version, right) === placeOf(other, left)
    ? {version, other, stretch}
    : undefined
}

/** Everywhere, or in the unit that holds it; artikelen in a bijlage begin again at 1. */
function placesIn(units: readonly Unit[]): PlaceOf {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const bijlageAround = (id: string | undefined): string => {
    const seen = new Set<string>()
    for (let at = id; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const home = byId.get(at)
      if (home?.soort === 'bijlage') return home.id
      at = home && (home.versions.at(-1)?.in ?? home.parent)
    }
    return ''
  }
  return (version, unit) => {
    const home = homeOf(version, unit)
    if (unit.soort === 'artikel') return bijlageAround(home)
    return numberedThroughout.includes(unit.soort) ? '' : (home ?? '')
  }
}

function* pairsOf<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [at, a] of list.entries()) {
    for (const b of list.slice(at + 1)) yield [a, b]
  }
}
