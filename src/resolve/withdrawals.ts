/** Withdrawals that come too late, of oneself or in a circle: they would silently do nothing. */
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import type {Place, Regeling, Version, Wijziging} from '../model.ts'
import {namesOf} from '../time/names.ts'
import {byName, maySetAside} from './days.ts'
import {oddWithdrawals} from './withdrawn-wijzigingen.ts'

const rule: RuleHead = {id: 'withdrawal', severity: 'fout'}

/** Report what `trekt-in` names and cannot withdraw. */
export function checkWithdrawals(
  {units, wijzigingen}: Regeling,
  reportOn: (path: string) => Report,
  placeOf: (path: string, key: string) => Place
): void {
  const withdrawing = wijzigingen.filter(({trektIn}) => trektIn.length > 0)
  if (withdrawing.length === 0) return
  for (const {path, reason} of oddWithdrawals(wijzigingen)) {
    reportOn(path)(rule, placeOf(path, 'trekt-in'), reason)
  }
  const versions = units.flatMap((unit) => unit.versions)
  const meant = byName(
    versions.filter(({days}) => days.length > 0),
    namesOf
  )
  for (const wijziging of withdrawing) {
    const {path, trektIn} = wijziging
    for (const target of trektIn) {
      const late = meant
        .get(target)
        ?.find((version) => !maySetAside(wijziging, version))
      if (!late) continue
      const place = placeOf(path, 'trekt-in') ?? fileStart
      reportOn(path)(rule, place, reasonFor(wijziging, target, late))
    }
  }
}

function reasonFor(
  {id, bekend}: Wijziging,
  target: string,
  {wijzigingen, days}: Version
): string {
  if (wijzigingen.includes(id)) {
    return '`trekt-in` noemt deze wijziging zelf; verwijder die naam'
  }
  const known = days[0]?.known ?? 'altijd'
  return bekend < known
    ? `\`trekt-in\` noemt \`${target}\`, maar dat is pas bekend sinds ${known}; verbeter \`bekend\` of de naam`
    : `\`trekt-in\` noemt \`${target}\`, maar dat is op ${bekend} al in werking; wijzig de tekst met een nieuwe versie`
}
