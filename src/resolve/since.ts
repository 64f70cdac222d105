/** From when a wijziging counts as known, of which the source does not say it. */
import type {Report, RuleHead} from '../diagnostics/report.ts'
import type {IsoDate, Place, Wijziging} from '../model.ts'
import {isDay, laterOf} from '../time/days.ts'
import type {PlainWijziging} from './plain.ts'

const circle: RuleHead = {id: 'wijziging-circle', severity: 'fout'}

/**
 * Wijzigingen, each with the day from which it counts as known.
 *
 * Of `bekend: onbekend` that is the last day on which anything before it
 * (`bekend-na`) became known, by whatever way it is before it; where nothing is
 * before it, or of none of that the day is known, it counts always.
 */
export function withSince(
  wijzigingen: readonly PlainWijziging[]
): readonly Wijziging[] {
  const byId = new Map(wijzigingen.map((one) => [one.id, one]))
  const found = new Map<string, IsoDate | 'onbekend'>()
  return wijzigingen.map((one) => ({...one, since: sinceOf(one, byId, found)}))
}

type ById = ReadonlyMap<string, PlainWijziging>

/** Depth first with a list of its own: a law of a thousand days is a chain as long. */
function sinceOf(
  start: PlainWijziging,
  byId: ById,
  found: Map<string, IsoDate | 'onbekend'>
): IsoDate | 'onbekend' {
  const open: PlainWijziging[] = [start]
  const seen = new Set<string>()
  for (let one = open.at(-1); one; one = open.at(-1)) {
    const before = one.bekend === 'onbekend' ? beforeOf(one, byId) : []
    const waiting = before.filter(({id}) => !found.has(id) && !seen.has(id))
    seen.add(one.id)
    if (waiting.length > 0) {
      open.push(...waiting)
      continue
    }
    open.pop()
    const days = before.flatMap(({id}) => found.get(id) ?? [])
    found.set(one.id, lastOf([one.bekend, ...days]))
  }
  return found.get(start.id) ?? 'onbekend'
}

function beforeOf(
  {bekendNa}: PlainWijziging,
  byId: ById
): readonly PlainWijziging[] {
  return bekendNa.flatMap((id) => byId.get(id) ?? [])
}

function lastOf(days: readonly (IsoDate | 'onbekend')[]): IsoDate | 'onbekend' {
  const [first, ...rest] = days.filter((day) => isDay(day))
  return first === undefined ? 'onbekend' : rest.reduce(laterOf, first)
}

/** Report every wijziging that would have been known before itself. */
export function checkSince(
  wijzigingen: readonly Wijziging[],
  reportOn: (path: string) => Report,
  placeOf: (path: string, key: string) => Place
): void {
  const byId = new Map(wijzigingen.map((one) => [one.id, one]))
  for (const one of wijzigingen) {
    const before = new Set(one.bekendNa)
    // What is added is looked at too.
    for (const id of before) {
      for (const next of byId.get(id)?.bekendNa ?? []) before.add(next)
    }
    if (!before.has(one.id)) continue
    const reason =
      '`bekend-na` leidt terug naar deze wijziging zelf; noem alleen wat eerder bekend werd'
    reportOn(one.path)(circle, placeOf(one.path, 'bekend-na'), reason)
  }
}
