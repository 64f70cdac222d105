/**
 * One more text is laid into a corpus, between those of earlier and later days.
 *
 * Stage. Units are known again; where one says something else than the corpus
 * has for that day it gets a version, and where a later text was read already
 * it says again what it said then. Nothing that is there changes, but for the
 * `basis` of the version that follows a new one.
 */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {compareKnown} from '../time/select.ts'
import {mayStandIn} from '../time/siblings.ts'
import {
  type Change,
  type Context,
  changesOf,
  type Entry,
  groupsOf,
  isSame,
  tombstone
} from './changes.ts'
import {decideBack, decideTogether, ofText} from './decide.ts'
import {identityFor} from './identity.ts'
import {
  comparePositions,
  type Life,
  livingAt,
  type Made,
  type Position,
  type State,
  stepAt,
  type Work
} from './lives.ts'
import {matchUnits} from './match.ts'
import type {Seen} from './seen.ts'
import type {Known} from './side.ts'
import {type Shingles, shinglesOf} from './similar.ts'
import {addStep} from './steps.ts'

/** What a text brought. */
export interface Inserted {
  readonly at: Position
  readonly units: number
  readonly nieuw: number
  readonly gewijzigd: number
  readonly vervallen: number
  readonly vernummerd: number
  readonly verplaatst: number
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
  const later = next && laterStates(work, changes, next.day)
  const before = work.made.length
  for (const together of groupsOf(changes)) bring(context, together)
  for (const [life, state] of later ?? []) {
    restore(context, life, state)
  }
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

/** For each unit of the text its life, an old or a new one. */
function recognise(context: Context): readonly Life[] {
  const {work, entry} = context
  const {units} = entry
  const matched = matchUnits(
    knownLives(context),
    units.map((unit, at) => knownSeen(work, unit, at)),
    {byNumber: true}
  )
  const given: Life[] = []
  for (const [at, unit] of units.entries()) {
    const old = work.lives.get(matched.get(String(at)) ?? '')
    const life = old ?? born(context, unit, given)
    if (unit.identity !== undefined) work.identities.set(life.id, unit.identity)
    given.push(life)
  }
  return given
}

/** Units that live on the day, those that a later text brings, and those that have lapsed. */
function knownLives({work, entry, next}: Context): readonly Known[] {
  const {day} = entry.at
  return [...work.lives.values()].flatMap((life) => {
    const living = livingAt(life, day) ?? (next && livingAt(life, next.day))
    const state = living ?? lastWords(life, day)
    if (!state) return []
    const {nummer, opschrift, home} = state
    const identity = work.identities.get(life.id)
    return [
      {
        id: life.id,
        soort: life.soort,
        ...defined({nummer, opschrift, parent: home, identity}),
        shingles: shinglesFor(work, state),
        isLapsed: living === undefined
      }
    ]
  })
}

/** What a lapsed unit last said. */
function lastWords({steps}: Life, day: IsoDate): State | undefined {
  const before = steps.filter((step) => step.day === 'begin' || step.day <= day)
  const last = before.findLast(({state}) => !state.vervallen) ?? before.at(-1)
  return last?.state
}

function knownSeen(work: Work, unit: Seen, at: number): Known {
  const {soort, nummer, opschrift, parent, identity, text, vervallen} = unit
  const around = parent === undefined ? undefined : String(parent)
  return {
    id: String(at),
    soort,
    ...defined({nummer, opschrift, parent: around, identity}),
    shingles: shinglesFor(work, {...text, ...defined({opschrift})}),
    isLapsed: vervallen
  }
}

function shinglesFor(
  {shingles}: Work,
  {opschrift, words}: Pick<State, 'opschrift' | 'words'>
): Shingles {
  const key = `${opschrift ?? ''}\n${words}`
  const known = shingles.get(key)
  if (known) return known
  const made = shinglesOf(key)
  shingles.set(key, made)
  return made
}

/** A unit that was never seen gets a name for life. */
function born(
  {work, entry, prev}: Context,
  {soort, nummer, opschrift, parent}: Seen,
  given: readonly Life[]
): Life {
  const home = homeFor(given, entry.units, soort, parent)
  const around = home === undefined ? undefined : given[home]
  const id = identityFor(
    {
      soort,
      ...defined({
        nummer,
        opschrift,
        parent: around && {
          id: around.id,
          ...defined({nummer: entry.units[home ?? 0]?.nummer})
        },
        year: prev && entry.at.day.slice(0, 4)
      })
    },
    new Set([...work.lives.keys()].map((one) => one.toLowerCase()))
  )
  const life: Life = {
    id,
    soort,
    ...defined({parent: around?.id}),
    steps: []
  }
  work.lives.set(id, life)
  return life
}

/** The nearest unit around it in whose folder it may be born. */
function homeFor(
  given: readonly Life[],
  units: readonly Seen[],
  soort: Seen['soort'],
  parent: number | undefined
): number | undefined {
  for (let at = parent; at !== undefined; at = units[at]?.parent) {
    if (mayStandIn(soort, given[at]?.soort)) return at
  }
  return undefined
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
    // Between two texts nobody knows which of them has the days of this one.
    ...defined({origin: next ? undefined : origin})
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

/** What the units that change say in the next text that was read. */
function laterStates(
  {lives}: Work,
  changes: readonly Change[],
  day: IsoDate
): ReadonlyMap<Life, State | undefined> {
  const touched = new Set(changes.map(({life}) => life.id))
  const own = [...lives.values()].filter(({id}) => touched.has(id))
  return new Map(own.map((life) => [life, stepAt(life, day)?.state]))
}

/** From the next text on, what that text says. */
function restore(
  {work, entry, next}: Context,
  life: Life,
  state: State | undefined
): void {
  if (!next) return
  const now = stepAt(life, next.day)
  const later = state ?? (now && tombstone(now.state))
  if (!now || !later || isSame(now.state, later, next.day)) return
  addStep(work, life, {
    day: next.day,
    decision: ofText(work, {at: next, prev: entry.at}),
    state: later,
    at: next
  })
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
      .length
  }
}
