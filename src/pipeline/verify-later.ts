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
  const texts = textsOf(regeling, request)
  const found = historyOf(regeling).filter((entry) =>
    isLater(entry, regeling, {...request, texts})
  )
  const groups = new Map<string, HistoryEntry[]>()
  for (const entry of joined(found)) {
    const {zicht, geldig, wijzigingen} = entry
    const key = [zicht, geldig, ...wijzigingen].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()].flatMap((entries) => {
    const [first] = entries
    return first ? [changeOf(first, entries, regeling, request.moment)] : []
  })
}

type Texts = (geldig: IsoDate, zicht: IsoDate) => ReadonlyMap<UnitId, string>

function isLater(
  entry: HistoryEntry,
  {tot}: Regeling,
  {moment, today, texts, isDayOnly}: SinceRequest & {readonly texts: Texts}
): boolean {
  const {geldig, zicht} = moment
  const from = isDay(entry.geldig) ? laterOf(entry.geldig, geldig) : geldig
  const isOver = entry.until !== undefined && entry.until <= geldig
  const isAfterEnd = tot !== undefined && tot <= from
  const isBeyond = isDayOnly && from > geldig
  if (isOver || isAfterEnd || isBeyond) return false
  if (!isNew(entry, from, moment, today)) return false
  const own = texts(geldig, zicht).get(entry.unit)
  // A text of a past day that had already been replaced is not replaced again.
  const isPast =
    from > geldig &&
    geldig < zicht &&
    texts(zicht, zicht).get(entry.unit) !== own
  return !isPast && texts(from, today).get(entry.unit) !== own
}

/** It became known since, or what was known then is in force by now. */
function isNew(
  {zicht: known}: HistoryEntry,
  from: IsoDate,
  {geldig, zicht}: Moment,
  today: IsoDate
): boolean {
  if (known === 'concept' || (isDay(known) && known > today)) return false
  const isNews = isDay(known) && known > zicht
  return isNews || (from > laterOf(geldig, zicht) && from <= today)
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
