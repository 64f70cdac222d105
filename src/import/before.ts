/**
 * What was known before a wijziging of which the source does not say when it
 * became known.
 *
 * Stage. A text was not known before the texts that came before it; once their
 * days are filled in, in whatever order, it counts as known from the last of
 * them on.
 */
import type {GeldigDay, IsoDate} from '../model.ts'
import {isDay, laterOf} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {compareKnown} from '../time/select.ts'
import type {Decision, Work} from './lives.ts'

/** The wijzigingen before a new one, and from when it counts as known. */
export type Before = Pick<Decision, 'bekendNa' | 'since'>

/** Told of a wijziging that counts as known from the beginning. */
const always: Before = {bekendNa: [], since: 'onbekend'}

/**
 * What was known before the text of a day: the last wijziging with a known
 * day that was made known by then, and the last one without; at most both.
 */
export function knownBefore(work: Work, day: IsoDate): Before {
  if (work.isRestating) return always
  const first = firstDays(work)
  const limit = earliestBehind(work, day)
  const fit = [...work.decisions.values()].filter(({id, since}) => {
    const own = first.get(id)
    return own !== undefined && own <= day && compareKnown(since, limit) <= 0
  })
  const dated = last(fit.filter(isDated), ({bekend}) => bekend)
  const undated = last(
    fit.filter((one) => !isDated(one)),
    ({id}) => first.get(id) ?? ''
  )
  const before = [dated, undated].flatMap((one) => one ?? [])
  const days = before.map(({since}) => since).filter((one) => isDay(one))
  const [one, ...rest] = days
  return {
    bekendNa: before.map(({id}) => id),
    since: one === undefined ? 'onbekend' : rest.reduce(laterOf, one)
  }
}

/** Let the first wijziging without a known day behind a new one name it. */
export function putBefore(work: Work, {id, bekendNa, day}: Decision): void {
  const first = firstDays(work)
  const behind = [...work.decisions.values()]
    .filter((one) => !isDated(one) && !one.isLocked && one.id !== id)
    .map((one) => ({one, own: first.get(one.id) ?? ''}))
    .filter(({own}) => own > day)
    .toSorted((a, b) => compareText(a.own, b.own))[0]?.one
  if (!behind) return
  const undated = bekendNa.filter((name) => !isDated(work.decisions.get(name)))
  behind.bekendNa = [
    ...behind.bekendNa.filter((name) => !undated.includes(name)),
    id
  ]
  behind.isRebased = !behind.isNew
}

function isDated(decision: Decision | undefined): boolean {
  return decision?.bekend !== 'onbekend'
}

function last(
  decisions: readonly Decision[],
  dayOf: (decision: Decision) => string
): Decision | undefined {
  return decisions
    .toSorted(
      (a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.id, b.id)
    )
    .at(-1)
}

/** For each wijziging the first day on which anything holds that it brought. */
function firstDays({lives}: Work): ReadonlyMap<string, GeldigDay> {
  const days = new Map<string, GeldigDay>()
  for (const {steps} of lives.values()) {
    for (const {day, wijzigingen} of steps) {
      for (const id of wijzigingen) {
        const known = days.get(id)
        if (known === undefined || day < known) days.set(id, day)
      }
    }
  }
  return days
}

/** The day of a text, or before it the day on which something behind it became known already. */
function earliestBehind({lives}: Work, day: IsoDate): IsoDate {
  const behind = [...lives.values()].flatMap(({steps}) =>
    steps
      .filter((step) => step.day !== 'begin' && step.day > day)
      .flatMap(({known}) => (isDay(known) ? known : []))
  )
  return [...behind, day].toSorted(compareText)[0] ?? day
}
