/** From when a wijziging counts as known, of which the source does not say it. */
import type {Report, RuleHead} from '../diagnostics/report.ts'
import type {IsoDate, Place, Wijziging} from '../model.ts'
import {isDay, laterOf} from '../time/days.ts'
import type {PlainWijziging} from './plain.ts'

const order: RuleHead = {id: 'known-order', severity: 'fout'}

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

/** Report every wijziging that would have been known before itself, or before what was known before it. */
export function checkSince(
  wijzigingen: readonly Wijziging[],
  reportOn: (path: string) => Report,
  placeOf: (path: string, key: string) => Place
): void {
  const byId = new Map(wijzigingen.map((one) => [one.id, one]))
  for (const one of wijzigingen) {
    const reason = circleIn(one, byId) ?? laterIn(one, byId)
    if (reason === undefined) continue
    reportOn(one.path)(order, placeOf(one.path, 'bekend-na'), reason)
  }
}

function circleIn(
  {id, bekendNa}: Wijziging,
  byId: ReadonlyMap<string, Wijziging>
): string | undefined {
  const before = new Set(bekendNa)
  // What is added is looked at too.
  for (const name of before) {
    for (const next of byId.get(name)?.bekendNa ?? []) before.add(next)
  }
  return before.has(id)
    ? '`bekend-na` leidt terug naar deze wijziging zelf; noem alleen wat eerder bekend werd'
    : undefined
}

/** A day that was filled in lies before that of what came first. */
function laterIn(
  {bekend, bekendNa}: Wijziging,
  byId: ReadonlyMap<string, Wijziging>
): string | undefined {
  const later = bekendNa
    .flatMap((id) => byId.get(id) ?? [])
    .find(({since}) => isDay(since) && isDay(bekend) && bekend < since)
  return (
    later &&
    `\`bekend\` is ${bekend}, maar volgens \`bekend-na\` kwam deze wijziging na \`${later.id}\`, bekend sinds ${later.since}; verbeter een van beide dagen, of verwijder \`bekend-na\``
  )
}
