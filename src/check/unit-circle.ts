import type {Regeling, Unit, UnitId, Version} from '../model.ts'
import type {Rule} from './rule.ts'

/** No unit stands, by `in`, inside itself. */
export const unitCircle: Rule = {
  id: 'unit-circle',
  severity: 'fout',
  check(regeling, tell) {
    const units = new Map(regeling.units.map((unit) => [unit.id, unit]))
    for (const version of versionsIn(regeling)) {
      if (version.in === undefined || !standsInItself(version, units)) {
        continue
      }
      const reason = `\`in\` plaatst dit onderdeel via \`${version.in}\` in zichzelf; noem een andere plaats`
      tell({path: version.path, key: 'in'}, reason)
    }
  }
}

function versionsIn({units}: Regeling): readonly Version[] {
  return units.flatMap(({versions}) => versions)
}

/** Whether the way up, along every `in` ever written and every folder, comes back. */
function standsInItself(
  {unit, in: home}: Version,
  units: ReadonlyMap<UnitId, Unit>
): boolean {
  const seen = new Set<UnitId>()
  const open: UnitId[] = home === undefined ? [] : [home]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === unit) return true
    if (seen.has(id)) continue
    seen.add(id)
    const found = units.get(id)
    const moved = found?.versions.flatMap((version) => version.in ?? []) ?? []
    if (moved.length > 0) open.push(...moved)
    else if (found?.parent !== undefined) open.push(found.parent)
  }
  return false
}
