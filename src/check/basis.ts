import type {KnownDay, Version} from '../model.ts'
import {isWoven, nameOf} from '../time/lineage.ts'
import {compareKnown, compareStrength} from '../time/select.ts'
import type {Rule} from './rule.ts'

/** A version says on which text it was written; without that nobody sees what it overwrites. */
export const basis: Rule = {
  id: 'basis',
  severity: 'fout',
  check({units}, tell) {
    for (const {versions} of units) {
      if (versions.length < 2) continue
      const named = new Map(versions.map((one) => [nameOf(one), one]))
      const circles = circlesIn(versions, named)
      for (const version of versions) {
        const reason = circles.has(version)
          ? circleReason
          : faultOf(version, named)
        if (reason) tell({path: version.path, key: 'basis'}, reason)
      }
    }
  }
}

const circleReason =
  '`basis` leidt terug naar deze versie zelf; noem de versie waarop de tekst is geschreven'

type Named = ReadonlyMap<string, Version>

function faultOf(version: Version, named: Named): string | undefined {
  if (version.basis === undefined) {
    return isWoven(version) || !followsAnother(version, named)
      ? undefined
      : '`basis` ontbreekt in de kop; noem het bestand, zonder `.md`, waarop deze tekst is geschreven'
  }
  if (isWoven(version)) {
    return 'Een samengevoegde versie heeft geen `basis`: zij berust op al haar wijzigingen; verwijder de regel'
  }
  const [own] = version.days
  const [other] = named.get(version.basis)?.days ?? []
  return own && other && compareKnown(own.known, other.known) < 0
    ? `\`basis\` noemt \`${version.basis}\`, maar die werd later bekend dan deze versie; noem de versie waarop de tekst is geschreven`
    : undefined
}

/** Whether something was known by then that comes before it. */
function followsAnother(version: Version, named: Named): boolean {
  const [days] = version.days
  if (!days) return false
  return [...named.values()].some((other) => {
    const [earlier] = other.days
    return (
      earlier !== undefined &&
      !isGone(other, days.known) &&
      compareKnown(earlier.known, days.known) <= 0 &&
      compareStrength({version: other, days: earlier}, {version, days}) < 0
    )
  })
}

/** It was set aside by then, by this very decision perhaps. */
function isGone({setAside}: Version, known: KnownDay): boolean {
  return setAside !== undefined && compareKnown(setAside, known) <= 0
}

/** Versions whose bases lead back to themselves. */
function circlesIn(
  versions: readonly Version[],
  named: Named
): ReadonlySet<Version> {
  const done = new Set<Version>()
  const circles = new Set<Version>()
  for (const start of versions) {
    const way: Version[] = []
    let at: Version | undefined = start
    while (at && !done.has(at)) {
      done.add(at)
      way.push(at)
      at = named.get(at.basis ?? '')
    }
    const back = at ? way.indexOf(at) : -1
    if (back >= 0) for (const one of way.slice(back)) circles.add(one)
  }
  return circles
}
