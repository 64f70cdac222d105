import type {
  GeldigDay,
  IsoDate,
  KnownDay,
  Regeling,
  Soort,
  UnitId,
  Version
} from '../model.ts'
import {select} from '../time/select.ts'
import type {Rule} from './rule.ts'

/** Fewer than this many siblings make no custom. */
const custom = 2
const bare: readonly Soort[] = ['preambule', 'slot', 'toelichting']

/** Where all others of a soort in one place have an opschrift, one without is an oversight. */
export const headingMissing: Rule = {
  id: 'heading-missing',
  severity: 'waarschuwing',
  check(regeling, tell) {
    for (const {soort, versions} of familiesOf(regeling)) {
      const without = versions.filter(({opschrift}) => opschrift === undefined)
      const [only, ...more] = without
      if (!only || more.length > 0 || versions.length <= custom) continue
      const reason = `\`opschrift\` ontbreekt; elke andere bepaling van deze soort (${soort}) op deze plaats heeft er een; vul het in`
      tell({path: only.path}, reason)
    }
  }
}

interface Family {
  readonly soort: Soort
  readonly versions: readonly Version[]
}

/** What lives at the last moment that the corpus knows of, by soort and by the unit around it. */
function familiesOf({units}: Regeling): readonly Family[] {
  const day = lastDay(units.flatMap(({versions}) => versions))
  const families = new Map<string, {soort: Soort; versions: Version[]}>()
  for (const {soort, parent, versions} of units) {
    const found = select(versions, {geldig: day, zicht: day})
    if (found?.state !== 'geldt' || bare.includes(soort)) continue
    const home: UnitId = found.version.in ?? parent ?? ''
    const key = `${soort} ${home}`
    const family = families.get(key) ?? {soort, versions: []}
    family.versions.push(found.version)
    families.set(key, family)
  }
  return [...families.values()]
}

/** The last day that the corpus speaks of; any day will do where it speaks of none. */
function lastDay(versions: readonly Version[]): IsoDate {
  let last = '2000-01-01' as IsoDate
  for (const {days} of versions) {
    for (const {known, geldig, inwerking} of days) {
      for (const day of [known, geldig, inwerking]) {
        if (isDay(day) && day > last) last = day
      }
    }
  }
  return last
}

/** Words such as `begin` and `onbekend` are no days. */
function isDay(day: GeldigDay | KnownDay | undefined): day is IsoDate {
  return day !== undefined && /^\d/u.test(day)
}
