/**
 * When a text changes, over both clocks: derived, never authored.
 *
 * Kernel. At each state of knowledge a unit has a *life*: periods over geldig.
 * Knowledge changes on few days; between two of them the life stays the same.
 * A {@link Turn} is a piece of geldig for which a day of zicht brings another
 * text. Laying all turns over each other, in order, gives `select` back.
 */
import {defined} from '../defined.ts'
import type {Dated, Days, IsoDate, Moment} from '../model.ts'
import {dayBefore, isDay, laterOf} from './days.ts'
import {compareText} from './order.ts'
import {
  compareStrength,
  daysAt,
  inwerkingOf,
  isRetroactive,
  type Selected
} from './select.ts'

/** First day of a period: a day, or before the corpus begins. */
export type Start = IsoDate | 'begin'

/** A stretch of geldig days (half-open) with one answer. */
export interface Period<V extends Dated> {
  readonly from: Start
  /** First day that is not in it; absent: without end. */
  readonly until?: IsoDate
  readonly selected: Selected<V>
}

/**
 * From when something was known. `altijd`: from the beginning. `concept`: not
 * issued yet and named by who asks; it counts after all that was issued.
 */
export type Since = IsoDate | 'altijd' | 'concept'

/** From `zicht` on, the days from `geldig` until `until` read otherwise. */
export interface Turn<V extends Dated> {
  readonly zicht: Since
  readonly geldig: Start
  /** First day that is not in it; absent: without end. */
  readonly until?: IsoDate
  /** What held for these days as known before; absent: the unit did not exist. */
  readonly was?: Selected<V>
  /** What holds for them now; absent: the unit does not exist. */
  readonly becomes?: Selected<V>
}

/** Days of the calendar before and after anything of which a source gives the day. */
const firstDay = '0001-01-01' as IsoDate
const lastDay = '9999-12-31' as IsoDate

/** A moment of a turn, fit for `select`. */
export function momentAt(geldig: Start, zicht: Since): Moment {
  const never = zicht === 'concept' ? lastDay : firstDay
  return {
    geldig: geldig === 'begin' ? firstDay : geldig,
    zicht: isDay(zicht) ? zicht : never
  }
}

/**
 * What holds on every geldig day, as known on one zicht.
 *
 * In order, without overlap, each with another version or state than the one
 * before it. Before the first period the unit does not exist.
 */
export function lifeAt<V extends Dated>(
  versions: readonly V[],
  zicht: IsoDate
): readonly Period<V>[] {
  const reigns = reignsAt(versions, zicht)
  return reigns.flatMap((reign, at) => periodsOf(reign, reigns[at + 1]?.start))
}

/**
 * The days on which the life of a unit may change, in order: something becomes
 * known, is set aside, or comes into force that reaches back.
 */
export function zichtDays(versions: readonly Dated[]): readonly IsoDate[] {
  const days = versions.flatMap(({days: entries, setAside}) => [
    setAside ?? 'onbekend',
    ...entries.map(({known}) => known),
    ...entries.filter(reachesBack).map(inwerkingOf)
  ])
  return [...new Set(days.filter(isDay))].toSorted(compareText)
}

function reachesBack(days: Days): boolean {
  return days.geldig === 'begin' || isRetroactive(days)
}

/** A state of knowledge in which the life of a unit may differ from the one before. */
export interface Knowledge {
  readonly zicht: Since
  /** A day on which it is so. */
  readonly day: IsoDate
  /** Of some versions, those that count at all. */
  readonly known: <V extends Dated>(versions: readonly V[]) => readonly V[]
}

/**
 * Every state of knowledge that matters to some versions, in order. A concept
 * is no part of any that was ever reached: it counts after them all.
 */
export function knowledgeOf(versions: readonly Dated[]): readonly Knowledge[] {
  const hasConcept = versions.some(isConcept)
  const known = hasConcept ? issuedOf : all
  const days = zichtDays(known(versions))
  const start = days[0] ? dayBefore(days[0]) : firstDay
  const reached: readonly Knowledge[] = [
    {zicht: 'altijd', day: start, known},
    ...days.map((day) => ({zicht: day, day, known}))
  ]
  if (!hasConcept) return reached
  const last = days.at(-1) ?? start
  // On a later day it may come to reach back.
  const later = zichtDays(versions).filter((day) => day > last)
  const named = [last, ...later].map(
    (day): Knowledge => ({zicht: 'concept', day, known: all})
  )
  return [...reached, ...named]
}

function all<V>(versions: readonly V[]): readonly V[] {
  return versions
}

function issuedOf<V extends Dated>(versions: readonly V[]): readonly V[] {
  return versions.filter((version) => !isConcept(version))
}

function isConcept({days}: Dated): boolean {
  return days[0]?.known === 'concept'
}

/** Every piece of (geldig, zicht) at which the answer changes, in order of zicht and geldig. */
export function timelineOf<V extends Dated>(
  versions: readonly V[]
): readonly Turn<V>[] {
  let life: readonly Period<V>[] = []
  return knowledgeOf(versions).flatMap(({zicht, day, known}) => {
    const next = lifeAt(known(versions), day)
    const turns = differences(life, next).map((piece) => ({zicht, ...piece}))
    life = next
    return turns
  })
}

type Standing<V extends Dated> = Pick<Selected<V>, 'version' | 'days'>

interface Entry<V extends Dated> extends Standing<V> {
  readonly start: Start
}

/** From which day on which version is the strongest; several that begin together leave one. */
function reignsAt<V extends Dated>(
  versions: readonly V[],
  zicht: IsoDate
): readonly Entry<V>[] {
  const reigns: Entry<V>[] = []
  for (const entry of startsAt(versions, zicht)) {
    const last = reigns.at(-1)
    if (last && compareStrength(last, entry) >= 0) continue
    if (last?.start === entry.start) reigns.pop()
    reigns.push(entry)
  }
  return reigns
}

/** One reign, apart where its version ends. */
function periodsOf<V extends Dated>(
  {start, version, days}: Entry<V>,
  next: Start | undefined
): readonly Period<V>[] {
  const {tot, vervallen} = version
  const until = end(next)
  const lapsed: Selected<V> = {version, days, state: 'vervallen'}
  const living: Selected<V> = {version, days, state: 'geldt'}
  if (vervallen) return [{from: start, ...until, selected: lapsed}]
  const isOpen = tot === undefined || (next !== undefined && next <= tot)
  if (isOpen) return [{from: start, ...until, selected: living}]
  if (start !== 'begin' && tot <= start) {
    return [{from: start, ...until, selected: lapsed}]
  }
  return [
    {from: start, until: tot, selected: living},
    {from: tot, ...until, selected: lapsed}
  ]
}

/** Versions known at zicht that have a day, by the first day on which they count. */
function startsAt<V extends Dated>(
  versions: readonly V[],
  zicht: IsoDate
): readonly Entry<V>[] {
  return versions
    .flatMap((version) => {
      const days = daysAt(version, zicht)
      const start = days && startOf(days, zicht)
      return days && start ? [{version, days, start}] : []
    })
    .toSorted((a, b) => compareStart(a.start, b.start))
}

/** What is not in werking at zicht counts only from that day; what is, from its geldig day. */
function startOf(days: Days, zicht: IsoDate): Start | undefined {
  const {geldig} = days
  const inwerking = inwerkingOf(days)
  if (geldig === 'onbepaald' || inwerking === 'onbepaald') return undefined
  if (inwerking === 'begin' || inwerking <= zicht) return geldig
  return geldig === 'begin' ? inwerking : laterOf(geldig, inwerking)
}

type Piece<V extends Dated> = Omit<Turn<V>, 'zicht'>

/** The stretches of geldig on which two lives differ; neighbours with the same change are one. */
function differences<V extends Dated>(
  old: readonly Period<V>[],
  now: readonly Period<V>[]
): readonly Piece<V>[] {
  const starts = [...new Set([...old, ...now].map(({from}) => from))].toSorted(
    compareStart
  )
  const pieces: Piece<V>[] = []
  let [left, right] = [-1, -1]
  for (const [at, geldig] of starts.entries()) {
    if (old[left + 1]?.from === geldig) left++
    if (now[right + 1]?.from === geldig) right++
    const was = old[left]?.selected
    const becomes = now[right]?.selected
    if (!sameAnswer(was, becomes)) {
      add(pieces, {geldig, ...end(starts[at + 1]), ...defined({was, becomes})})
    }
  }
  return pieces
}

/** Append a piece, or let the last one go on when it says the same. */
function add<V extends Dated>(pieces: Piece<V>[], piece: Piece<V>): void {
  const last = pieces.at(-1)
  const carriesOn =
    last?.until === piece.geldig &&
    sameAnswer(last.was, piece.was) &&
    sameAnswer(last.becomes, piece.becomes)
  if (!carriesOn) {
    pieces.push(piece)
    return
  }
  const {until: _, ...start} = last
  pieces[pieces.length - 1] = {...start, ...end(piece.until)}
}

function end(until: Start | undefined): {readonly until?: IsoDate} {
  return until === undefined || until === 'begin' ? {} : {until}
}

/** Days may have moved without a change in what holds. */
function sameAnswer<V extends Dated>(
  a: Selected<V> | undefined,
  b: Selected<V> | undefined
): boolean {
  return a?.version === b?.version && a?.state === b?.state
}

function compareStart(a: Start, b: Start): number {
  if (a === b) return 0
  if (a === 'begin') return -1
  return b === 'begin' ? 1 : compareText(a, b)
}
