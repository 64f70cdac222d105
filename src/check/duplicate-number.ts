import type {IsoDate, Regeling, Unit, Version} from '../model.ts'
import {dayBefore} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {select} from '../time/select.ts'
import type {Rule} from './rule.ts'

/** At no moment do two living units of one soort bear one number. */
export const duplicateNumber: Rule = {
  id: 'duplicate-number',
  severity: 'fout',
  check(regeling, tell) {
    for (const [nummer, units] of bearersOf(regeling)) {
      const clash = pairsOf(units)
        .map(([a, b]) => clashOf(a, b, nummer))
        .find((found) => found !== undefined)
      if (!clash) continue
      const {version, other, geldig, zicht} = clash
      const reason = `Nummer \`${version.nummer}\` is op ${geldig}, naar wat op ${zicht} bekend is, ook van een ander onderdeel; geef een van beide een eigen nummer, of laat het andere eerst vervallen`
      tell({path: version.path, key: 'nummer'}, reason, other.path)
    }
  }
}

interface Clash {
  readonly version: Version
  readonly other: Version
  readonly geldig: IsoDate
  readonly zicht: IsoDate
}

/** For each soort and number the units that ever bear it. */
function bearersOf({units}: Regeling): ReadonlyMap<string, readonly Unit[]> {
  const bearers = new Map<string, Unit[]>()
  for (const unit of units) {
    const nummers = new Set(unit.versions.flatMap(({nummer}) => nummer ?? []))
    for (const nummer of nummers) {
      const key = `${unit.soort} ${nummer}`
      const group = bearers.get(key)
      if (group) group.push(unit)
      else bearers.set(key, [unit])
    }
  }
  return new Map([...bearers].filter(([, group]) => group.length > 1))
}

function pairsOf(units: readonly Unit[]): readonly (readonly [Unit, Unit])[] {
  return units.flatMap((a, at) =>
    units.slice(at + 1).map((b) => [a, b] as const)
  )
}

/** The first moment at which both bear the number, tried on every day on which something changes. */
function clashOf(a: Unit, b: Unit, key: string): Clash | undefined {
  const versions = [...a.versions, ...b.versions]
  const days = daysIn(versions)
  for (const zicht of days) {
    for (const geldig of days) {
      const moment = {geldig, zicht}
      const [left, right] = [
        select(a.versions, moment),
        select(b.versions, moment)
      ]
      const both = [left, right].filter(
        (found) =>
          found?.state === 'geldt' && key.endsWith(` ${found.version.nummer}`)
      )
      if (!left || !right || both.length < 2) continue
      return {version: right.version, other: left.version, geldig, zicht}
    }
  }
  return undefined
}

function daysIn(versions: readonly Version[]): readonly IsoDate[] {
  const days = versions.flatMap(({days: list, tot, setAside}) => [
    ...list.flatMap(({known, geldig, inwerking}) => [known, geldig, inwerking]),
    tot,
    setAside
  ])
  // Every day in the corpus that can matter, and one on which only `begin` holds.
  const found = days.filter((day) => day !== undefined && /^\d/u.test(day))
  const known = [...new Set(found as IsoDate[])].toSorted(compareText)
  return [dayBefore(known[0] ?? ('2000-01-01' as IsoDate)), ...known]
}
