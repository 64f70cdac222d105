/**
 * What one more text changes: for each unit what it said and what it says, and
 * which changes must come together.
 *
 * Stage.
 */
import {defined} from '../defined.ts'
import {type IsoDate, numberedThroughout, type UnitId} from '../model.ts'
import type {Sibling} from '../time/siblings.ts'
import type {Origin} from './imported.ts'
import {
  type Life,
  livingAt,
  type Position,
  type State,
  type Step,
  stepAt,
  type Work
} from './lives.ts'
import {placesFor} from './place.ts'
import type {Seen} from './seen.ts'

/** One text with its place in time. */
export interface Entry {
  readonly at: Position
  readonly units: readonly Seen[]
  readonly origin?: Origin
  /** What reaches back: the text of its position was laid down already. */
  readonly isBack?: boolean
}

/** A text, and those before and after it that were read. */
export interface Context {
  readonly work: Work
  readonly entry: Entry
  readonly prev?: Position
  readonly next?: Position
}

/** Whether a text comes before all that were read, and nothing else than the first of those has its day. */
export function isBeforeAll({work, entry, prev, next}: Context): boolean {
  if (!next || prev || entry.isBack) return false
  return [...work.lives.values()].every(({steps}) =>
    steps.every(({day}) => day !== next.day)
  )
}

/** What a text changes in one unit. */
export interface Change {
  readonly life: Life
  readonly before?: State
  readonly after: State
  readonly origin?: Origin
  readonly since?: IsoDate
}

/** All that a text changes; what it lacks has lapsed. */
export function changesOf(
  context: Context,
  lives: readonly Life[]
): readonly Change[] {
  const {work, entry} = context
  const {day} = entry.at
  const isThere = new Set(lives)
  const gone = [...work.lives.values()].filter(
    (life) =>
      !isThere.has(life) &&
      livingAt(life, day) &&
      !goesWith(life, context, isThere)
  )
  const targets = targetsOf(context, lives, gone)
  const changed = [...targets].flatMap(([life, target]) => {
    const {state, origin, since} = target
    const before = stepAt(life, day)?.state
    if (before?.tot !== undefined && before.tot <= day && !state.vervallen) {
      work.outlived.add(life.id)
    }
    return isSaid(life, target, day)
      ? []
      : [{life, ...defined({before, origin, since}), after: state}]
  })
  const lapsed = gone.map((life) => {
    const before = stepAt(life, day)?.state
    return {life, ...defined({before}), after: tombstone(before)}
  })
  return [...changed, ...lapsed]
}

/**
 * Whether a unit says this already; what reached back to this day is not undone
 * by the text before it, where that text stands beneath it.
 */
function isSaid(life: Life, {state, later}: Target, day: IsoDate): boolean {
  const before = stepAt(life, day)?.state
  if (!before) return false
  if (isSame(before, state, day)) return true
  return (
    later.some((one) => isSame(before, one, day)) &&
    beneath(life, day).some((one) => isSame(one.state, state, day))
  )
}

/** What was laid down for a day: the text that held by itself, and all that reaches back to it. */
export function beneath({steps}: Life, day: IsoDate): readonly Step[] {
  const own = steps.filter((step) => step.day === 'begin' || step.day <= day)
  const reachesBack = ({inwerking}: Step): boolean =>
    inwerking !== undefined && inwerking > day
  const from = own.findLastIndex((step) => !reachesBack(step))
  return own.slice(Math.max(0, from))
}

/** A toelichting of what has lapsed goes with it. */
function goesWith(
  {soort, parent}: Life,
  {work}: Context,
  isThere: ReadonlySet<Life>
): boolean {
  const owner = work.lives.get(parent ?? '')
  return soort === 'toelichting' && owner !== undefined && !isThere.has(owner)
}

/** What a unit says that has lapsed. */
export function tombstone(before: State | undefined): State {
  const {nummer, laag, home, na} = before ?? {}
  return {
    ...defined({nummer, laag, home, na}),
    vervallen: true,
    body: '',
    words: '',
    text: []
  }
}

interface Target {
  readonly state: State
  readonly origin?: Origin
  readonly since?: IsoDate
  /** What it will say with retroactive effect. */
  readonly later: readonly State[]
}

/** What each unit of the text says, with its place among its siblings. */
function targetsOf(
  context: Context,
  lives: readonly Life[],
  gone: readonly Life[]
): ReadonlyMap<Life, Target> {
  const {work, entry} = context
  const {day} = entry.at
  const targets = new Map<Life, Target>()
  for (const [at, unit] of entry.units.entries()) {
    const life = lives[at]
    if (!life || targets.has(life)) continue
    const {nummer, opschrift, vervallen, parent, text, origin, since} = unit
    const home = parent === undefined ? undefined : lives[parent]?.id
    const before = stepAt(life, day)?.state
    const tot = horizonOf(unit, before, {work, life, day})
    const state: State = vervallen
      ? {...tombstone(before), ...defined({nummer, opschrift, home})}
      : {
          ...defined({
            nummer,
            opschrift,
            laag: before?.laag,
            tot,
            home,
            na: before?.na
          }),
          vervallen,
          body: text.body,
          words: text.words,
          text: text.text
        }
    const later = (unit.later ?? []).map(
      (one): State => ({...state, words: one.text.words})
    )
    targets.set(life, {state, later, ...defined({origin, since})})
  }
  place(work, targets, {gone, day, isFirst: isBeforeAll(context)})
  return targets
}

/** The day on which a unit lapses by its own words: where that was asked, now or before. */
function horizonOf(
  {tot}: Seen,
  before: State | undefined,
  {
    work,
    life,
    day
  }: {readonly work: Work; readonly life: Life; readonly day: IsoDate}
): IsoDate | undefined {
  const isAsked = work.hasHorizon || before?.tot === tot
  if (!isAsked || tot === undefined || tot <= day) return undefined
  if (!work.unended.has(life.id)) return tot
  work.unwritten.add(`${day} ${tot}`)
  return undefined
}

interface Around {
  readonly gone: readonly Life[]
  readonly day: IsoDate
  /** Nothing was there before: what the text lacks has not lapsed, and is still to come. */
  readonly isFirst: boolean
}

/** Say where units stand, home by home. */
function place(
  {lives}: Work,
  targets: Map<Life, Target>,
  {gone, day, isFirst}: Around
): void {
  const isGone = new Set(gone)
  const borne = new Set(
    [...targets].map(([life, {state}]) =>
      state.vervallen ? '' : bearing(life, state)
    )
  )
  const lapsed = [...lives.values()].flatMap((life) => {
    const target = targets.get(life)
    const state = target?.state ?? stepAt(life, day)?.state
    const isLapsed = target
      ? target.state.vervallen
      : !isFirst && (isGone.has(life) || state?.vervallen)
    const isShown = life.soort !== 'toelichting' && isLapsed
    return state && isShown && !borne.has(bearing(life, state))
      ? [{home: state.home ?? '', sibling: siblingOf(life, state)}]
      : []
  })
  const homes = new Map<UnitId, Life[]>()
  for (const [life, {state}] of targets) {
    if (state.vervallen || life.soort === 'toelichting') continue
    const group = homes.get(state.home ?? '')
    if (group) group.push(life)
    else homes.set(state.home ?? '', [life])
  }
  for (const [home, group] of homes) {
    const places = placesFor(
      group.map((life) => siblingOf(life, targets.get(life)?.state)),
      lapsed.filter((one) => one.home === home).map(({sibling}) => sibling)
    )
    for (const life of group) setPlace(targets, life, places.get(life.id))
  }
}

/** What no two living units share: as the arranging of a text has it. */
function bearing({soort}: Life, {nummer, home}: State): string {
  const around = numberedThroughout.includes(soort) ? '' : (home ?? '')
  return `${soort} ${nummer ?? ''} ${around}`
}

function setPlace(
  targets: Map<Life, Target>,
  life: Life,
  na: UnitId | undefined
): void {
  const target = targets.get(life)
  if (!target || target.state.na === na) return
  const placed = ({na: _, ...rest}: State): State => ({
    ...rest,
    ...defined({na})
  })
  const {state, later} = target
  targets.set(life, {
    ...target,
    state: placed(state),
    later: later.map(placed)
  })
}

function siblingOf({id, soort}: Life, state: State | undefined): Sibling {
  const {nummer, na: after} = state ?? {}
  return {id, soort, ...defined({nummer, after})}
}

/** Whether a unit says the same, whatever its marks, and stands in the same place. */
export function isSame(before: State, after: State, day: IsoDate): boolean {
  const hasEnded = before.tot !== undefined && before.tot <= day
  if (after.vervallen) return before.vervallen || hasEnded
  return (
    !before.vervallen &&
    !hasEnded &&
    before.words === after.words &&
    before.nummer === after.nummer &&
    before.opschrift === after.opschrift &&
    before.home === after.home &&
    before.na === after.na
  )
}
