/** Joint: in a municipality a withdrawal, or another day, came when it could do nothing any more. */
import {fileStart, type RuleHead, reportTo} from '../diagnostics/report.ts'
import type {
  Regeling,
  SourceMap,
  Vaststelling,
  Version,
  Wijziging
} from '../model.ts'
import {byName, maySetAside} from '../resolve/days.ts'
import {isDay} from '../time/days.ts'
import {namesOf, ownNameOf} from '../time/names.ts'

const rule: RuleHead = {id: 'adoption-late', severity: 'waarschuwing'}

/** Tell each decision that a municipality adopted after what it decides on was in werking there, or before it was adopted. */
export function reportLate(
  {units, wijzigingen}: Regeling,
  {path, gemeente, besluiten}: Vaststelling,
  {files}: Pick<SourceMap, 'files'>
): void {
  const file = files.get(path)
  const acting = wijzigingen.filter(
    ({trektIn, steltVast}) => trektIn.length + steltVast.length > 0
  )
  if (!file || acting.length === 0) return
  const adopted = new Set(
    besluiten.flatMap(({adopts}) => adopts.map(({target}) => target))
  )
  const versions = byName(
    units
      .flatMap((unit) => unit.versions)
      .filter(({wijzigingen: by, days}) => by.length === 1 && days.length > 0),
    namesOf
  )
  for (const wijziging of acting) {
    if (!adopted.has(wijziging.id)) continue
    for (const version of undoneBy(wijziging, versions)) {
      const reason = `\`${wijziging.id}\` werd in ${gemeente} bekend op ${wijziging.bekend}, ${whenWords(wijziging, version)}, en heeft daar voor die tekst geen gevolg; ga na wat het besluit inhoudt`
      reportTo(file)(rule, fileStart, reason)
    }
  }
}

/** Versions on which a wijziging decides, and that it does not reach. */
function undoneBy(
  wijziging: Wijziging,
  versions: ReadonlyMap<string, readonly Version[]>
): readonly Version[] {
  const meant = (targets: readonly string[]): readonly Version[] =>
    targets.flatMap((target) => versions.get(target) ?? [])
  const kept = meant(wijziging.trektIn).filter(
    (version) =>
      version.setAside === undefined && !maySetAside(wijziging, version)
  )
  const unmoved = meant(wijziging.steltVast.map(({target}) => target)).filter(
    ({days}) => days.every(({by}) => by !== wijziging.id)
  )
  return [...new Set([...kept, ...unmoved])]
}

function whenWords({bekend}: Wijziging, version: Version): string {
  const known = version.days[0]?.known ?? 'altijd'
  const name = `\`${ownNameOf(version)}\``
  const isEarly = isDay(known) && isDay(bekend) && bekend < known
  return isEarly
    ? `voordat ${name} daar was vastgesteld`
    : `toen ${name} daar al in werking was`
}
