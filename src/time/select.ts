/**
 * Which version holds: the one rule of time.
 *
 * Kernel. For (geldig g, zicht z): among the versions known at z, geldig on g,
 * in werking on the later of g and z and not set aside at z, the latest geldig
 * day wins; on a tie the latest known, then `volgorde`. A winner that ends or
 * lapses by g leaves nothing: no earlier text revives (Aanwijzingen voor de
 * regelgeving 6.26). Nothing else decides: not the order of the files either.
 */
import type {
  Dated,
  Days,
  GeldigDay,
  IsoDate,
  KnownDay,
  Moment
} from '../model.ts'
import {laterOf} from './days.ts'

/** A version that won, with its days as known at the moment. */
export interface Selected<V extends Dated> {
  readonly version: V
  readonly days: Days
  /** `vervallen`: it ended or lapsed by geldig; its text no longer holds. */
  readonly state: 'geldt' | 'vervallen'
}

/** Apply the rule; nothing if the unit does not exist at the moment. */
export function select<V extends Dated>(
  versions: readonly V[],
  moment: Moment
): Selected<V> | undefined {
  const reach = laterOf(moment.geldig, moment.zicht)
  return winner(versions, moment, (days) => isInWerking(days, reach))
}

/**
 * Versions that are known at the moment and do not hold on its geldig day yet.
 *
 * In order of geldig day, open days last. A version that another one known by
 * then overrules on its own first day is not among them.
 */
export function selectAnnounced<V extends Dated>(
  versions: readonly V[],
  moment: Moment
): readonly Selected<V>[] {
  const reach = laterOf(moment.geldig, moment.zicht)
  return versions
    .map((version) => standing(version, moment))
    .filter((entry) => entry !== undefined)
    .filter(({days}) => !holds(days, moment.geldig, reach))
    .filter((entry) => winsOnItsDay(versions, entry, moment))
    .toSorted((a, b) => compareStrength(a, b))
}

/** The days of a version as known at zicht; nothing while it is unknown. */
export function daysAt(version: Dated, zicht: IsoDate): Days | undefined {
  return version.days.findLast(({known}) => isKnown(known, zicht))
}

/** Whether something known since `known` is known at zicht. */
export function isKnown(known: KnownDay, zicht: IsoDate): boolean {
  return known === 'altijd' || known === 'onbekend' || known <= zicht
}

/** First day with legal effect: as decided, or else the later of geldig and known. */
export function inwerkingOf({
  known,
  geldig,
  inwerking
}: Days): IsoDate | 'begin' | 'onbepaald' {
  if (inwerking !== undefined) return inwerking
  if (geldig === 'begin' || geldig === 'onbepaald') return geldig
  return known === 'altijd' || known === 'onbekend'
    ? geldig
    : laterOf(geldig, known)
}

/** Whether a text holds for days before it came into force. */
export function isRetroactive(days: Days): boolean {
  const inwerking = inwerkingOf(days)
  return isDay(days.geldig) && isDay(inwerking) && days.geldig < inwerking
}

/** Order of geldig days: `begin` before every day, `onbepaald` after. */
export function compareGeldig(a: GeldigDay, b: GeldigDay): number {
  const rank = (day: GeldigDay): number =>
    day === 'begin' ? -1 : day === 'onbepaald' ? 1 : 0
  return rank(a) - rank(b) || compareText(a, b)
}

function winner<V extends Dated>(
  versions: readonly V[],
  {geldig, zicht}: Moment,
  counts: (days: Days) => boolean
): Selected<V> | undefined {
  let best: Selected<V> | undefined
  for (const version of versions) {
    const entry = standing(version, {geldig, zicht})
    if (!entry || !isGeldig(entry.days, geldig) || !counts(entry.days)) continue
    if (!best || compareStrength(best, entry) < 0) best = entry
  }
  return best
}

/** A version at a moment, unless it is unknown or set aside. */
function standing<V extends Dated>(
  version: V,
  {geldig, zicht}: Moment
): Selected<V> | undefined {
  const days = daysAt(version, zicht)
  const isAside = version.setAside !== undefined && version.setAside <= zicht
  if (!days || isAside) return undefined
  const ended = version.tot !== undefined && version.tot <= geldig
  const state = version.vervallen || ended ? 'vervallen' : 'geldt'
  return {version, days, state}
}

function winsOnItsDay<V extends Dated>(
  versions: readonly V[],
  {version, days}: Selected<V>,
  {zicht}: Moment
): boolean {
  if (!isDay(days.geldig)) return true
  const there = winner(versions, {geldig: days.geldig, zicht}, () => true)
  return there?.version === version
}

function holds(days: Days, geldig: IsoDate, reach: IsoDate): boolean {
  return isGeldig(days, geldig) && isInWerking(days, reach)
}

function isGeldig(days: Days, geldig: IsoDate): boolean {
  return (
    days.geldig === 'begin' ||
    (days.geldig !== 'onbepaald' && days.geldig <= geldig)
  )
}

function isInWerking(days: Days, reach: IsoDate): boolean {
  const inwerking = inwerkingOf(days)
  return inwerking === 'begin' || (isDay(inwerking) && inwerking <= reach)
}

/** Negative when `a` gives way to `b`. */
function compareStrength(a: Selected<Dated>, b: Selected<Dated>): number {
  return (
    compareGeldig(a.days.geldig, b.days.geldig) ||
    compareKnown(firstKnown(a.version), firstKnown(b.version)) ||
    a.version.volgorde - b.version.volgorde
  )
}

function firstKnown({days}: Dated): KnownDay {
  return days[0]?.known ?? 'altijd'
}

function compareKnown(a: KnownDay, b: KnownDay): number {
  const rank = (day: KnownDay): number =>
    day === 'altijd' ? -2 : day === 'onbekend' ? -1 : 0
  return rank(a) - rank(b) || compareText(a, b)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function isDay(day: GeldigDay): day is IsoDate {
  return day !== 'begin' && day !== 'onbepaald'
}
