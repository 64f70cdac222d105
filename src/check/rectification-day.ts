import type {GeldigDay, Regeling, Unit, Version, Wijziging} from '../model.ts'
import {nameOf, wijzigingenIn} from '../time/names.ts'
import type {Rule} from './rule.ts'

/** A rectificatie keeps the geldig day: what was agreed does not change. */
export const rectificationDay: Rule = {
  id: 'rectification-day',
  severity: 'waarschuwing',
  check(regeling, tell) {
    const mending = new Map(
      regeling.wijzigingen
        .filter(({rectificeert}) => rectificeert !== undefined)
        .map((wijziging) => [wijziging.id, wijziging])
    )
    if (mending.size === 0) return
    for (const unit of regeling.units) {
      for (const version of unit.versions) {
        const [id = '', ...more] = version.wijzigingen
        const wijziging = mending.get(id)
        if (!wijziging || more.length > 0) continue
        const wrong = rectifiedBy(wijziging, version, unit, regeling)
        const days = new Set(wrong.flatMap(geldigDays))
        if (days.size === 0 || days.has(version.geldig)) continue
        const reason = `Een rectificatie houdt de dag van wat zij verbetert, ${[...days].join(' of ')}, en deze versie geldt met ingang van ${version.geldig}; verbeter de dag, of breng een ander besluit met een nieuwe wijziging`
        tell({path: version.path}, reason, wrong[0]?.path)
      }
    }
  }
}

/** What a version of a rectificatie mends: its basis, or else what stands there, or anywhere, of the same wijziging. */
function rectifiedBy(
  {rectificeert, id}: Wijziging,
  {basis}: Version,
  {versions}: Unit,
  {units}: Regeling
): readonly Version[] {
  const wrong = new Set(wijzigingenIn(rectificeert ?? ''))
  const isWrong = ({wijzigingen}: Version): boolean =>
    wijzigingen.some((one) => wrong.has(one))
  const here = versions.filter(isWrong)
  // What it withdrew was to hold on another day.
  if (here.some(({setAsideBy}) => setAsideBy === id)) return []
  const below = here.filter((version) => nameOf(version) === basis)
  if (below.length > 0) return below
  return here.length > 0
    ? here
    : units.flatMap((unit) => unit.versions.filter(isWrong))
}

/** The day in its name, and those that it was given later. */
function geldigDays({geldig, days}: Version): readonly GeldigDay[] {
  return [geldig, ...days.map((entry) => entry.geldig)]
}
