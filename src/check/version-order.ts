import type {Unit, Version} from '../model.ts'
import type {Rule} from './rule.ts'

/** Of two versions that share both days it must be said which one counts. */
export const versionOrder: Rule = {
  id: 'version-order',
  severity: 'fout',
  check({units}, tell) {
    for (const unit of units) {
      for (const [version, other] of ties(unit)) {
        const reason =
          'Deze versie heeft dezelfde dag van gelding als een andere, en werd op dezelfde dag bekend; geef een van beide wijzigingen een `volgorde`'
        tell(version, reason, other.path)
      }
    }
  }
}

function ties({versions}: Unit): (readonly [Version, Version])[] {
  const seen = new Map<string, Version>()
  return versions.flatMap((version) => {
    const [first] = version.days
    if (!first) return []
    const key = `${first.geldig} ${first.known} ${version.volgorde}`
    const other = seen.get(key)
    seen.set(key, version)
    return other && first.geldig !== 'onbepaald'
      ? [[version, other] as const]
      : []
  })
}
