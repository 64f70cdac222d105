import type {
  Determination,
  IsoDate,
  Regeling,
  Version,
  Wijziging
} from '../model.ts'
import {namesOf, ownNameOf, wijzigingenIn} from '../time/names.ts'
import {inwerkingOf} from '../time/select.ts'
import type {Rule, Tell} from './rule.ts'

/** `stelt-vast` gives days to what another wijziging brought and what is not yet in werking. */
export const determination: Rule = {
  id: 'determination',
  severity: 'fout',
  check(regeling, tell) {
    const giving = regeling.wijzigingen.filter(
      ({steltVast}) => steltVast.length > 0
    )
    if (giving.length === 0) return
    const meant = versionsByName(regeling, giving)
    for (const wijziging of giving) {
      for (const entry of wijziging.steltVast) {
        const versions = meant.get(entry.target) ?? []
        const reason = oddness(wijziging, entry, versions)
        const {path} = wijziging
        if (reason !== undefined) tell({path, key: 'stelt-vast'}, reason)
      }
    }
    tellTies(regeling, giving, tell)
  }
}

/** For each name that is given days the versions that it means. */
function versionsByName(
  {units}: Regeling,
  giving: readonly Wijziging[]
): ReadonlyMap<string, readonly Version[]> {
  const targets = giving.flatMap(({steltVast}) => steltVast)
  const meant = new Map(
    targets.map(({target}) => [target, [] as Version[]] as const)
  )
  for (const version of units.flatMap(({versions}) => versions)) {
    if (version.days.length === 0) continue
    for (const name of namesOf(version)) meant.get(name)?.push(version)
  }
  return meant
}

function oddness(
  wijziging: Wijziging,
  {target, geldig, inwerking}: Determination,
  versions: readonly Version[]
): string | undefined {
  if (wijzigingenIn(target).every((id) => id === wijziging.id)) {
    return `\`stelt-vast\` noemt met \`${target}\` deze wijziging zelf; zet de dag in de naam van de versie, of de inwerking bij \`onderdelen\``
  }
  if (geldig === undefined && inwerking === undefined) {
    return `\`stelt-vast\` geeft \`${target}\` geen dag; noem \`geldig\`, \`inwerking\` of beide`
  }
  for (const version of versions) {
    const odd = lateness(wijziging, version) ?? endedBy(geldig, version)
    if (odd !== undefined) return `\`stelt-vast\` noemt \`${target}\`, ${odd}`
  }
  return undefined
}

/** Why a version cannot begin on a day: it ends by then. */
function endedBy(
  geldig: IsoDate | undefined,
  version: Version
): string | undefined {
  const {tot} = version
  return geldig !== undefined && tot !== undefined && tot <= geldig
    ? `maar \`${ownNameOf(version)}\` eindigt al op ${tot}; kies een dag daarvoor, of breng een nieuwe versie`
    : undefined
}

/** Why a version can be given no days (any more). */
function lateness(
  {id, bekend, soort}: Wijziging,
  {days, setAside, wijzigingen}: Version
): string | undefined {
  const at = days.findIndex(({by}) => by === id)
  const [first] = days
  // A woven version has its day since it was made.
  if (at < 0 && first && wijzigingen.length === 1) {
    return bekend === 'onbekend'
      ? `dat bekend is sinds ${first.known}, maar van deze wijziging is \`bekend\` onbekend; vul die dag in`
      : `maar dat is pas bekend sinds ${first.known}; verbeter \`bekend\` of de naam`
  }
  if (bekend === 'onbekend') return undefined
  if (setAside !== undefined && setAside <= bekend) {
    return `maar dat is op ${setAside} ingetrokken; breng de tekst met een nieuwe versie`
  }
  const before = days[at - 1]
  const inwerking = before && inwerkingOf(before)
  // A rectificatie says which day was never agreed.
  if (inwerking === undefined || soort === 'rectificatie') return undefined
  return isBy(inwerking, bekend)
    ? `maar dat is op ${bekend} al in werking; wijzig de tekst met een nieuwe versie`
    : undefined
}

function isBy(
  inwerking: IsoDate | 'begin' | 'onbepaald',
  bekend: IsoDate
): boolean {
  return (
    inwerking === 'begin' || (inwerking !== 'onbepaald' && inwerking <= bekend)
  )
}

/** Of two that become known on one day it must be said which counts. */
function tellTies(
  {units}: Regeling,
  giving: readonly Wijziging[],
  tell: Tell
): void {
  const byId = new Map(giving.map((wijziging) => [wijziging.id, wijziging]))
  const told = new Set<string>()
  for (const version of units.flatMap(({versions}) => versions)) {
    for (const [at, {by}] of version.days.entries()) {
      const later = byId.get(by ?? '')
      const earlier = byId.get(version.days[at - 1]?.by ?? '')
      if (!later || !earlier || !ties(earlier, later)) continue
      const pair = `${earlier.id} ${later.id}`
      if (told.has(pair)) continue
      told.add(pair)
      const reason = `\`stelt-vast\` geeft \`${ownNameOf(version)}\` dagen, en \`${earlier.id}\`, op dezelfde dag bekend, doet dat ook; geef een van beide wijzigingen een \`volgorde\``
      tell({path: later.path, key: 'stelt-vast'}, reason, earlier.path)
    }
  }
}

function ties(a: Wijziging, b: Wijziging): boolean {
  return a.id !== b.id && a.bekend === b.bekend && a.volgorde === b.volgorde
}
