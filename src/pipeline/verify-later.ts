/**
 * Joint: the text of one moment → what became known or went into force since that changes it.
 *
 * Made of the history; a change that was withdrawn again changes nothing.
 */
import {consolidate, type Scope} from '../consolidate/consolidate.ts'
import {defined} from '../defined.ts'
import type {
  IsoDate,
  Moment,
  Regeling,
  UnitId,
  UnitText,
  Wijziging
} from '../model.ts'
import {plain} from '../render/sentence.ts'
import {sourceName} from '../render/sources.ts'
import type {LaterChange} from '../render/verify-json-schema.ts'
import {isDay, laterOf} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {type HistoryEntry, historyOf, joined} from './history.ts'

/** A text and the day from which one looks back at it. */
export interface SinceRequest {
  readonly moment: Moment
  readonly scope: Scope
  readonly today: IsoDate
  /** Only what changes the text of that very day. */
  readonly isDayOnly: boolean
}

/** All later changes of a text, in order of known day. */
export function laterChanges(
  regeling: Regeling,
  request: SinceRequest
): readonly LaterChange[] {
  const {moment, today} = request
  const texts = textsOf(regeling, request)
  const known = historyOf(regeling).filter(({zicht}) => isKnown(zicht, today))
  const found = known.flatMap((entry) => {
    const from = standingFrom(entry, known, moment.geldig)
    const isEnded = regeling.tot !== undefined && from && regeling.tot <= from
    if (!from || isEnded || !isLater(entry, from, {...request, texts}))
      return []
    return [from > moment.geldig ? {...entry, geldig: from} : entry]
  })
  return groupsOf(joined(found)).flatMap((entries) => {
    const [first] = entries
    return first ? [changeOf(first, entries, regeling, moment)] : []
  })
}

function isKnown(known: HistoryEntry['zicht'], day: IsoDate): boolean {
  return known === 'altijd' || (isDay(known) && known <= day)
}

/** The first day that counts, and for which nothing that became known later took the place of a change. */
function standingFrom(
  entry: HistoryEntry,
  known: readonly HistoryEntry[],
  day: IsoDate
): IsoDate | undefined {
  const after = known.filter(
    ({unit, zicht}) => unit === entry.unit && isAfter(zicht, entry.zicht)
  )
  const start = startOf(entry, day)
  const days = [start, ...after.flatMap(({until}) => until ?? [])]
  return days
    .filter((one) => one >= start && covers(entry, one))
    .filter((one) => !after.some((other) => covers(other, one)))
    .toSorted(compareText)[0]
}

function isAfter(a: HistoryEntry['zicht'], b: HistoryEntry['zicht']): boolean {
  return isDay(a) && (!isDay(b) || a > b)
}

function startOf({geldig}: HistoryEntry, day: IsoDate): IsoDate {
  return isDay(geldig) ? laterOf(geldig, day) : day
}

function covers({geldig, until}: HistoryEntry, day: IsoDate): boolean {
  return (
    (geldig === 'begin' || geldig <= day) &&
    (until === undefined || day < until)
  )
}

type Texts = (geldig: IsoDate, zicht: IsoDate) => ReadonlyMap<UnitId, string>

function isLater(
  {unit, zicht: known}: HistoryEntry,
  from: IsoDate,
  {moment, today, texts, isDayOnly}: SinceRequest & {readonly texts: Texts}
): boolean {
  const {geldig, zicht} = moment
  if (isDayOnly && from > geldig) return false
  const isNews = isDay(known) && known > zicht
  const isDue = from > laterOf(geldig, zicht) && from <= today
  if (!isNews && !isDue) return false
  const read = (day: IsoDate, seen: IsoDate): string | undefined =>
    texts(day, seen).get(unit)
  const own = read(geldig, zicht)
  // A text of a past day that had already been replaced is not replaced again.
  if (from > geldig && geldig < zicht && read(zicht, zicht) !== own)
    return false
  const now = read(from, today)
  return now !== own && (isDue || now !== read(from, zicht))
}

/** What one decision does from one day on. */
function groupsOf(
  entries: readonly HistoryEntry[]
): readonly (readonly HistoryEntry[])[] {
  const groups = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const {zicht, geldig, wijzigingen} = entry
    const key = [zicht, geldig, ...wijzigingen].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

/** What each unit that was asked for says at a moment; kept, since many are asked for again. */
function textsOf(regeling: Regeling, {scope}: SinceRequest): Texts {
  const known = new Map<string, ReadonlyMap<UnitId, string>>()
  return (geldig, zicht) => {
    const key = `${geldig} ${zicht}`
    const found = known.get(key)
    if (found) return found
    const {units} = consolidate(regeling, {geldig, zicht}, scope)
    const texts = new Map(units.flatMap((unit) => wordings(unit, '')))
    known.set(key, texts)
    return texts
  }
}

function wordings(
  {id, nummer, opschrift, laag, state, text, toelichting, children}: UnitText,
  home: UnitId
): readonly (readonly [UnitId, string])[] {
  const own = JSON.stringify([home, state, nummer, opschrift, laag, text])
  const below = [...toelichting, ...children]
  return [[id, own], ...below.flatMap((unit) => wordings(unit, id))]
}

function changeOf(
  first: HistoryEntry,
  entries: readonly HistoryEntry[],
  {wijzigingen}: Regeling,
  {geldig: day}: Moment
): LaterChange {
  const {zicht, geldig, inwerking, retroactive} = first
  const byId = new Map(wijzigingen.map((one) => [one.id, one]))
  return {
    wijzigingen: [...first.wijzigingen],
    names: first.wijzigingen.map((id) => nameOf(id, byId)),
    known: isDay(zicht) ? zicht : 'altijd',
    geldig,
    ...defined({inwerking}),
    retroactive,
    reaches: geldig === 'begin' || geldig <= day,
    units: entries.map(({unit, soort, nummer, owner}) => ({
      unit,
      soort,
      ...defined({nummer, owner})
    }))
  }
}

function nameOf(id: string, byId: ReadonlyMap<string, Wijziging>): string {
  const wijziging = byId.get(id)
  return wijziging ? plain(sourceName(wijziging)) : id
}
