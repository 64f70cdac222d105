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
import {isDay, laterOf} from './days.ts'

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
  return winner(versions, moment, laterOf(moment.geldig, moment.zicht))
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
  // On its own first day a version can only give way to one of the same day.
  const strongest = new Map<string, Selected<V>>()
  for (const version of versions) {
    const days = daysAt(version, moment.zicht)
    if (!days) continue
    const key = days.geldig === 'onbepaald' ? `${strongest.size}` : days.geldig
    const entry = {version, days, state: stateOf(version, moment.geldig)}
    const other = strongest.get(key)
    if (!other || compareStrength(other, entry) < 0) strongest.set(key, entry)
  }
  return [...strongest.values()]
    .filter(({days}) => !holds(days, moment.geldig, reach))
    .toSorted(compareStrength)
}

/** Whether something known since `known` is known at zicht. */
function isKnown(known: KnownDay, zicht: IsoDate): boolean {
  return !isDay(known) || known <= zicht
}

/** First day with legal effect: as decided, or else the later of geldig and known. */
export function inwerkingOf({
  known,
  atEarliest,
  geldig,
  inwerking
}: Days): IsoDate | 'begin' | 'onbepaald' {
  if (inwerking !== undefined) return inwerking
  if (geldig === 'begin' || geldig === 'onbepaald') return geldig
  return isDay(known) && !atEarliest ? laterOf(geldig, known) : geldig
}

/** Whether a text holds for days before it came into force. */
export function isRetroactive(days: Days): boolean {
  const inwerking = inwerkingOf(days)
  return isDay(days.geldig) && isDay(inwerking) && days.geldig < inwerking
}

/** Order of geldig days: `begin` before every day, `onbepaald` after. */
export function compareGeldig(a: GeldigDay, b: GeldigDay): number {
  return geldigRank(a) - geldigRank(b) || compareText(a, b)
}

function geldigRank(day: GeldigDay): number {
  if (day === 'begin') return -1
  return day === 'onbepaald' ? 1 : 0
}

/** The strongest version that holds. */
function winner<V extends Dated>(
  versions: readonly V[],
  {geldig, zicht}: Moment,
  reach: IsoDate
): Selected<V> | undefined {
  let best: {readonly version: V; readonly days: Days} | undefined
  for (const version of versions) {
    const days = daysAt(version, zicht)
    if (!days || !holds(days, geldig, reach)) continue
    if (!best || compareStrength(best, {version, days}) < 0) {
      best = {version, days}
    }
  }
  return best && {state: stateOf(best.version, geldig), ...best}
}

/** The days of a version as known at zicht; nothing while it is unknown or once it is set aside. */
export function daysAt(
  {days, setAside}: Dated,
  zicht: IsoDate
): Days | undefined {
  if (setAside !== undefined && isKnown(setAside, zicht)) return undefined
  let last: Days | undefined
  for (const entry of days) if (isKnown(entry.known, zicht)) last = entry
  return last
}

function stateOf(
  {vervallen, tot}: Dated,
  geldig: IsoDate
): 'geldt' | 'vervallen' {
  return vervallen || (tot !== undefined && tot <= geldig)
    ? 'vervallen'
    : 'geldt'
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

type Standing = Pick<Selected<Dated>, 'version' | 'days'>

/** Negative when `a` gives way to `b`: by geldig day, then known day, then `volgorde`. */
export function compareStrength(a: Standing, b: Standing): number {
  return (
    compareGeldig(a.days.geldig, b.days.geldig) ||
    compareKnown(firstKnown(a.version), firstKnown(b.version)) ||
    a.version.volgorde - b.version.volgorde
  )
}

function firstKnown({days}: Dated): KnownDay {
  return days[0]?.known ?? 'altijd'
}

/** What is told of the day on which days became known: nothing where only the earliest is known. */
export function toldKnown({known, atEarliest}: Days): KnownDay {
  return atEarliest ? 'onbekend' : known
}

/** Order of known days: `altijd`, then `onbekend`, then days, then a concept. */
export function compareKnown(a: KnownDay, b: KnownDay): number {
  return knownRank(a) - knownRank(b) || compareText(a, b)
}

function knownRank(day: KnownDay): number {
  if (day === 'altijd') return -2
  if (day === 'concept') return 1
  return day === 'onbekend' ? -1 : 0
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
