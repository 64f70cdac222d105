/**
 * Joint: what changed in a regeling or a unit, when, and since when it was known.
 *
 * Made of the timeline of each unit; nothing here is authored.
 */
import type {ChangeFacts} from '../comparison.ts'
import {indexUnits, ownerOf, type UnitIndex} from '../consolidate/owner.ts'
import {defined} from '../defined.ts'
import type {
  Days,
  IsoDate,
  Owner,
  Regeling,
  Soort,
  Unit,
  UnitId,
  Version,
  Wijziging
} from '../model.ts'
import {isDay, laterOf} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {inwerkingOf, isRetroactive} from '../time/select.ts'
import {
  momentAt,
  type Since,
  type Start,
  type Turn,
  timelineOf
} from '../time/timeline.ts'
import {detailsOf} from './details.ts'
import {type Effect, effectsOf} from './history-effects.ts'

/** One unit reads otherwise, from a state of knowledge on, for a stretch of geldig days. */
export interface HistoryEntry {
  /** From when it was known. */
  readonly zicht: Since
  /** The first day on which it can have been known; which day it was, the source does not say. */
  readonly atEarliest?: true
  /** First day for which it holds. */
  readonly geldig: Start
  /** First day for which it no longer holds; absent: without end, as far as was known. */
  readonly until?: IsoDate
  /** First day with legal effect; absent before the corpus begins. */
  readonly inwerking?: IsoDate
  /** It reaches back: it holds from before that day. */
  readonly retroactive: boolean
  readonly unit: UnitId
  readonly soort: Soort
  readonly nummer?: string
  /** Of a unit that has no number. */
  readonly opschrift?: string
  /** Of a toelichting on one unit. */
  readonly owner?: Owner
  readonly effects: readonly Effect[]
  /** Wijzigingen that brought it about. */
  readonly wijzigingen: readonly string[]
  /** A rectificatie or a revisie: never called retroactive. */
  readonly mends?: 'rectificatie' | 'revisie'
  /** What changed in the text, lid by lid; only where one unit was asked for. */
  readonly details?: readonly ChangeFacts[]
}

/**
 * All changes of a regeling, or of one unit with its toelichting, in order of
 * the day on which they became known, then of geldig day and unit.
 */
export function historyOf(
  regeling: Regeling,
  unit?: UnitId
): readonly HistoryEntry[] {
  const wijzigingen = new Map(regeling.wijzigingen.map((one) => [one.id, one]))
  const units = indexUnits(regeling.units)
  return regeling.units
    .filter(
      ({id}) => unit === undefined || id === unit || id.startsWith(`${unit}/`)
    )
    .flatMap((one) =>
      timelineOf(one.versions).map((turn, at, turns) =>
        entryOf(turn, one, {
          wijzigingen,
          units,
          before: turns[at - 1],
          isAsked: unit !== undefined
        })
      )
    )
    .toSorted(byMoment)
}

/**
 * The same for people: what reaches back does so from the day on which it is
 * in force, and until then holds for the days to come; that is one change.
 */
export function joined(
  entries: readonly HistoryEntry[]
): readonly HistoryEntry[] {
  const result: HistoryEntry[] = []
  for (const entry of entries) {
    const at = result.findIndex((first) => carriesBack(first, entry))
    const first = result[at]
    if (!first) {
      result.push(entry)
      continue
    }
    const {until: _, ...rest} = entry
    result[at] = {...rest, zicht: first.zicht, ...defined({until: first.until})}
  }
  return result
}

function carriesBack(first: HistoryEntry, later: HistoryEntry): boolean {
  return (
    later.retroactive &&
    later.inwerking === later.zicht &&
    first.unit === later.unit &&
    first.geldig === later.until &&
    first.zicht !== later.zicht &&
    first.wijzigingen.join('+') === later.wijzigingen.join('+')
  )
}

interface Index {
  readonly wijzigingen: ReadonlyMap<string, Wijziging>
  readonly units: UnitIndex
  /** The turn before it in the timeline of its unit. */
  readonly before: Turn<Version> | undefined
  readonly isAsked: boolean
}

function entryOf(
  turn: Turn<Version>,
  unit: Unit,
  {wijzigingen, units, before, isAsked}: Index
): HistoryEntry {
  const {id, soort, versions} = unit
  const {zicht, geldig, until, becomes} = turn
  const was = turn.was ?? textBefore(turn, before)
  const cause = causeOf(turn)
  const mends = cause.by
    .map((name) => mendingOf(wijzigingen.get(name)))
    .find((kind) => kind !== undefined)
  const isText = cause.kind === 'tekst'
  const days = isText ? becomes?.days : undefined
  const owner = ownerOf(unit, units, momentAt(geldig, zicht))
  const named = (becomes ?? was)?.version ?? versions[0]
  const nummer = named?.nummer ?? versions[0]?.nummer
  const opschrift = nummer === undefined ? named?.opschrift : undefined
  return {
    zicht,
    ...(isAtEarliest(turn) && {atEarliest: true}),
    geldig,
    ...defined({until, inwerking: forceOf(geldig, mends ? undefined : days)}),
    retroactive: !mends && days !== undefined && reachesBack(turn, days),
    unit: id,
    soort,
    ...defined({nummer, opschrift, owner}),
    effects: isText
      ? effectsOf({...turn, ...defined({was})}, before)
      : [{kind: cause.kind}],
    wijzigingen: cause.by,
    ...defined({mends}),
    ...(isAsked && isText && {details: detailsOf(unit, was, becomes)})
  }
}

/** What held until then, where both became known on one day: a text that follows it is not new. */
function textBefore(
  {zicht, geldig}: Turn<Version>,
  before: Turn<Version> | undefined
): Turn<Version>['becomes'] {
  const follows = before?.zicht === zicht && before.until === geldig
  return follows ? before.becomes : undefined
}

/** What came was known on this day or later. */
function isAtEarliest({zicht, becomes}: Turn<Version>): boolean {
  const {known, atEarliest = false} = becomes?.days ?? {}
  return atEarliest && known === zicht
}

/** First day with legal effect of this stretch: not before it begins. */
function forceOf(geldig: Start, days: Days | undefined): IsoDate | undefined {
  const inwerking = days && inwerkingOf(days)
  const found = [geldig, inwerking].filter(isDay)
  const [first, ...rest] = found
  return first && rest.reduce(laterOf, first)
}

/** The text itself reaches back, and it begins here. */
function reachesBack({geldig}: Turn<Version>, days: Days): boolean {
  return isRetroactive(days) && geldig === days.geldig
}

/** Why it reads otherwise: a text came, one was withdrawn, or its day was moved. */
interface Cause {
  readonly kind: 'tekst' | 'ingetrokken' | 'uitgesteld'
  readonly by: readonly string[]
}

function causeOf({zicht, was, becomes}: Turn<Version>): Cause {
  const {setAside, setAsideBy} = was?.version ?? {}
  if (setAside === zicht && setAsideBy !== undefined) {
    return {kind: 'ingetrokken', by: [setAsideBy]}
  }
  const given = becomes?.days
  if (given?.by !== undefined && given.known === zicht) {
    return {
      kind: 'tekst',
      by: [...(becomes?.version.wijzigingen ?? []), given.by]
    }
  }
  const isNew = becomes?.version.days.some(({known}) => known === zicht)
  const moved = was?.version.days.find(
    ({known, by}) => known === zicht && by !== undefined
  )
  if (moved?.by !== undefined && !isNew) {
    return {kind: 'uitgesteld', by: [moved.by]}
  }
  const {mends = [], wijzigingen = []} = (becomes ?? was)?.version ?? {}
  return {kind: 'tekst', by: [...mends, ...wijzigingen]}
}

function mendingOf(
  wijziging: Wijziging | undefined
): HistoryEntry['mends'] | undefined {
  if (wijziging?.soort === 'revisie') return 'revisie'
  const isRectificatie =
    wijziging?.soort === 'rectificatie' || wijziging?.rectificeert !== undefined
  return isRectificatie ? 'rectificatie' : undefined
}

function byMoment(a: HistoryEntry, b: HistoryEntry): number {
  return (
    compareText(sortable(a.zicht), sortable(b.zicht)) ||
    compareText(sortable(a.geldig), sortable(b.geldig)) ||
    compareText(a.unit, b.unit)
  )
}

/** A concept comes after every day. */
function sortable(day: string): string {
  return isDay(day) || day === 'concept' ? day : ''
}
