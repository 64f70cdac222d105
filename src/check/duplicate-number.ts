import type {Regeling, Unit, Version} from '../model.ts'
import {type Selected, select} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {momentOf, stretchesIn, whenWords} from './moments.ts'
import type {Rule} from './rule.ts'
import {homeOf} from './strays.ts'

/**
 * At no moment do two living units of one soort bear one number in one place:
 * artikelen in the whole regeling, or in one bijlage; what divides a text (a
 * paragraaf, an afdeling) in the unit around it, where laws begin again at 1.
 */
export const duplicateNumber: Rule = {
  id: 'duplicate-number',
  severity: 'fout',
  check(regeling, tell) {
    for (const {nummer, units, bears} of bearersOf(regeling)) {
      const clash = firstClash(units, bears, regeling)
      if (!clash) continue
      const {version, other, stretch} = clash
      const reason = `Nummer \`${nummer}\` is ${whenWords(stretch)} ook van een ander onderdeel; geef een van beide een eigen nummer, of laat het andere eerst vervallen`
      tell({path: version.path, key: 'nummer'}, reason, other.path)
    }
  }
}

interface Clash {
  readonly version: Version
  readonly other: Version
  readonly stretch: Stretch<Version>
}

type Bears = (version: Version, unit: Unit) => boolean

interface Bearers {
  readonly nummer: string
  readonly units: readonly Unit[]
  /** Whether a version gives its unit that number, in that place. */
  readonly bears: Bears
}

/** For each soort, place and number that several units ever bear, those units. */
function bearersOf({units}: Regeling): readonly Bearers[] {
  const places = placesIn(units)
  const keyOf = (version: Version, unit: Unit): string =>
    version.nummer === undefined
      ? ''
      : `${unit.soort} ${version.nummer} ${places(version, unit)}`
  const bearers = new Map<string, {nummer: string; units: Unit[]}>()
  for (const unit of units) {
    const own = new Map(
      unit.versions.map((one) => [keyOf(one, unit), one.nummer ?? ''])
    )
    own.delete('')
    for (const [key, nummer] of own) {
      const group = bearers.get(key)
      if (group) group.units.push(unit)
      else bearers.set(key, {nummer, units: [unit]})
    }
  }
  return [...bearers]
    .filter(([, group]) => group.units.length > 1)
    .map(([key, group]) => ({
      ...group,
      bears: (version, unit) => keyOf(version, unit) === key
    }))
}

/** In which place a number must be the only one, for each version; empty for the whole regeling. */
function placesIn(
  units: readonly Unit[]
): (version: Version, unit: Unit) => string {
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
    if (unit.soort === 'bijlage') return ''
    const home = homeOf(version, unit)
    return unit.soort === 'artikel' ? bijlageAround(home) : (home ?? '')
  }
}

/** Of the pairs that ever clash the first, at its first moment. */
function firstClash(
  units: readonly Unit[],
  bears: Bears,
  regeling: Regeling
): Clash | undefined {
  const lives = units.map((unit) => ({
    unit,
    versions: thin(unit.versions, (version) => `${bears(version, unit)}`),
    holds: (found: Selected<Version> | undefined): boolean =>
      found?.state === 'geldt' && bears(found.version, unit)
  }))
  for (const [left, right] of pairsOf(lives)) {
    const both = [left.versions, right.versions]
    for (const stretch of stretchesIn(regeling, both)) {
      const [one, two] = stretch.held
      const isClash = left.holds(one?.selected) && right.holds(two?.selected)
      if (!isClash) continue
      const moment = momentOf(stretch)
      const version = select(right.unit.versions, moment)?.version
      const other = select(left.unit.versions, moment)?.version
      if (version && other) return {version, other, stretch}
    }
  }
  return undefined
}

function* pairsOf<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [at, a] of list.entries()) {
    for (const b of list.slice(at + 1)) yield [a, b]
  }
}
