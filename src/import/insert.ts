/**
 * One more text is laid into a corpus, between those of earlier and later days.
 *
 * Stage. Units are known again; where one says something else than the corpus
 * has for that day it gets a version, and where a later text was read already
 * it says again what it said then. Nothing that is there changes, but for the
 * `basis` of the version that follows a new one.
 */
import {defined} from '../defined.ts'
import type {IsoDate, UnitId} from '../model.ts'
import {isDay} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {compareKnown} from '../time/select.ts'
import {
  beneath,
  type Change,
  type Context,
  changesOf,
  type Entry,
  isBeforeAll,
  isSame,
  tombstone
} from './changes.ts'
import {comeBack} from './come-back.ts'
import {decideBack, decideTogether, ofText} from './decide.ts'
import {putFirst} from './earlier.ts'
import {
  comparePositions,
  type Life,
  type Made,
  type Position,
  type Step,
  stepAt,
  type Work
} from './lives.ts'
import {recognise} from './recognise.ts'
import {addStep} from './steps.ts'
import {groupsOf} from './together.ts'

/** What a text brought. */
export interface Inserted {
  readonly at: Position
  readonly units: number
  readonly nieuw: number
  readonly gewijzigd: number
  readonly vervallen: number
  readonly vernummerd: number
  readonly verplaatst: number
  /** Toelichtingen that stood there already, and that the text has not. */
  readonly notesGone: readonly UnitId[]
  /** Those that restore a later text included. */
  readonly versions: readonly Made[]
}

/** Lay a text into the corpus. */
export function insertText(work: Work, entry: Entry): Inserted {
  const {positions} = work
  const {at, isBack = false} = entry
  const prev = isBack
    ? positions.findLast(({day}) => day < at.day)
    : positions.findLast((one) => comparePositions(one, at) < 0)
  const next = positions.find((one) => comparePositions(one, entry.at) > 0)
  const context = {work, entry, ...defined({prev, next})}
  const lives = recognise(context)
  const changes = changesOf(context, lives)
  if (isBeforeAll(context)) return insertFirst(context, changes)
  const before = work.made.length
  bringAll(context, changes)
  if (!isBack) {
    positions.push(at)
    positions.sort(comparePositions)
    if (work.isRestating) restate(context, changes)
  }
  const versions = work.made.slice(before)
  return {
    at,
    units: entry.units.length,
    ...countsOf(changes),
    versions
  }
}

/** Give all changes their files, and let later texts read as they did. */
function bringAll(context: Context, changes: readonly Change[]): void {
  const {work, entry, next} = context
  const {day} = entry.at
  const until = next && untilOf(work, day, next.day)
  const later = until && laterSteps(work, changes, until)
  for (const together of groupsOf(changes)) bring(context, together)
  if (!until || !later) return
  for (const [life, steps] of later) {
    restore(context, life, {day: until, steps})
  }
  for (const {life, after} of changes) {
    if (after.vervallen) comeBack(work, life, day)
  }
}

function insertFirst(
  {work, entry: {at, units}, next}: Context,
  changes: readonly Change[]
): Inserted {
  const before = work.made.length
  if (next) putFirst(work, changes, next)
  work.positions.unshift(at)
  const versions = work.made.slice(before)
  return {at, units: units.length, ...countsOf(changes), versions}
}

/** Give changes that come together their files. */
function bring(context: Context, changes: readonly Change[]): void {
  const {work, entry, prev, next} = context
  const {at} = entry
  if (work.positions.length === 0) {
    for (const change of changes) begin(work, change)
    return
  }
  if (entry.isBack) {
    for (const change of changes) bringBack(context, change)
    return
  }
  const asked = changes.map(({life, origin}) => ({
    at,
    ...defined({prev, last: stepAt(life, at.day), whole: entry.origin}),
    // Between two texts the days of a source may not fit those that are there.
    ...defined({
      origin: next && !(prev && work.hasBetween) ? undefined : origin
    })
  }))
  for (const [index, decided] of decideTogether(work, asked).entries()) {
    const change = changes[index]
    if (!change) continue
    addStep(work, change.life, {...decided, state: change.after, at})
  }
}

/** Give what reaches back its file. */
function bringBack(
  {work, entry: {at}, prev}: Context,
  {life, after, origin = {}, since}: Change
): void {
  const last = stepAt(life, at.day)
  const decided = decideBack(work, {
    at,
    origin,
    ...defined({prev: prev?.day, last, since})
  })
  addStep(work, life, {...decided, state: after, at})
}

/** Say again what has a known day, as known from the beginning: with the rest of a text of which nobody knows when it became known. */
function restate(
  {work, entry: {at}, prev}: Context,
  changes: readonly Change[]
): void {
  const changed = new Set(changes.map(({life}) => life))
  for (const life of work.lives.values()) {
    const last = stepAt(life, at.day)
    const isDated = last && compareKnown(last.known, 'onbekend') > 0
    if (!isDated || changed.has(life) || last.day === at.day) continue
    const decision = ofText(work, {at, ...defined({prev})})
    addStep(work, life, {day: at.day, decision, state: last.state, at})
  }
}

/** What stands in the first text was there already. */
function begin({made}: Work, {life, after}: Change): void {
  life.steps.push({
    day: 'begin',
    name: 'begin',
    wijzigingen: [],
    known: 'altijd',
    volgorde: 0,
    state: after
  })
  made.push({name: `${life.id}/begin`, day: 'begin', known: 'altijd'})
}

/**
 * The day from which what is there says again what it said: that of the next
 * text; where that does not fit, of the first version before it, so that no
 * moment is left at which units of the one text stand among those of another.
 */
function untilOf({lives, isBrief}: Work, day: IsoDate, next: IsoDate): IsoDate {
  if (!isBrief) return next
  const days = [...lives.values()].flatMap(({steps}) =>
    steps.map((step) => step.day)
  )
  return (
    days
      .filter((one) => isDay(one))
      .filter((one) => day < one && one < next)
      .toSorted(compareText)[0] ?? next
  )
}

/** What the units that change say on that day, and what reached back to it then. */
function laterSteps(
  {lives}: Work,
  changes: readonly Change[],
  day: IsoDate
): ReadonlyMap<Life, readonly Step[]> {
  const touched = new Set(changes.map(({life}) => life.id))
  const own = [...lives.values()].filter(({id}) => touched.has(id))
  return new Map(own.map((life) => [life, beneath(life, day)]))
}

interface Restored {
  readonly day: IsoDate
  /** None for a unit that was not there. */
  readonly steps: readonly Step[]
}

/** From a later day on, what was there already for it; what reaches back to it once more. */
function restore(
  {work, entry, next}: Context,
  life: Life,
  {day, steps}: Restored
): void {
  if (!next) return
  const now = beneath(life, day)[0]
  const [main, ...back] = steps
  const state = main?.state ?? (now && tombstone(now.state))
  if (!now || !state || isSame(now.state, state, day)) return
  const decision = ofText(work, {at: next, prev: entry.at})
  addStep(work, life, {day, decision, state, at: next})
  for (const step of back) {
    const {inwerking} = step
    const own = {day, decision, state: step.state, at: next}
    addStep(work, life, {...own, ...defined({inwerking})})
  }
}

function isNoteGone({life: {soort, steps}, after}: Change): boolean {
  const isOld = steps.some(
    ({path, movedFrom}) => path !== undefined || movedFrom !== undefined
  )
  return soort === 'toelichting' && after.vervallen && isOld
}

function countsOf(
  changes: readonly Change[]
): Omit<Inserted, 'at' | 'units' | 'versions'> {
  const living = changes.flatMap(({before, after}) =>
    before && !before.vervallen && !after.vervallen ? [{before, after}] : []
  )
  return {
    nieuw: changes.filter(
      ({before, after}) => (!before || before.vervallen) && !after.vervallen
    ).length,
    gewijzigd: living.length,
    vervallen: changes.filter(({after}) => after.vervallen).length,
    vernummerd: living.filter(
      ({before, after}) => before.nummer !== after.nummer
    ).length,
    verplaatst: living.filter(({before, after}) => before.home !== after.home)
      .length,
    notesGone: changes.filter(isNoteGone).map(({life}) => life.id)
  }
}
