import type {Regeling, Unit, Version} from '../model.ts'
import {compareGeldig} from '../time/select.ts'
import type {Rule} from './rule.ts'

/** Two living units of one soort may not bear one number from the same day on. */
export const duplicateNumber: Rule = {
  id: 'duplicate-number',
  severity: 'fout',
  check(regeling, tell) {
    const bearers = bearersOf(regeling)
    for (const [nummer, list] of bearers) {
      const [first, second] = list.filter(({unit}) => !hasEnd(unit))
      if (!first || !second) continue
      const reason = `Nummer \`${nummer}\` is al van een ander onderdeel; geef dit een eigen nummer, of laat het andere eerst vervallen of hernummeren`
      tell(
        {path: second.version.path, key: 'nummer'},
        reason,
        first.version.path
      )
    }
  }
}

interface Bearer {
  readonly unit: Unit
  readonly version: Version
}

/** For each soort and number the units whose last version bears it. */
function bearersOf({units}: Regeling): ReadonlyMap<string, readonly Bearer[]> {
  const bearers = new Map<string, Bearer[]>()
  for (const unit of units) {
    const version = unit.versions
      .filter(({days}) => days.length > 0)
      .toSorted((a, b) => compareGeldig(a.geldig, b.geldig))
      .at(-1)
    if (version?.nummer === undefined) continue
    const key = `${unit.soort} ${version.nummer}`
    bearers.set(key, [...(bearers.get(key) ?? []), {unit, version}])
  }
  return bearers
}

function hasEnd({versions}: Unit): boolean {
  return versions.some(({vervallen, tot}) => vervallen || tot !== undefined)
}
