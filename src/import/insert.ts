/**
 * One more text is laid into a corpus, between those of earlier and later days.
 *
 * Stage. Units are known again; where one says something else than the corpus
 * has for that day it gets a version, and where a later text was read already
 * it says again what it said then. Nothing that is there changes, but for the
 * `basis` of the version that follows a new one.
 */
import {defined} from '../defined.ts'
import {type IsoDate, numberedThroughout, type UnitId} from '../model.ts'
import {compareText} from '../time/order.ts'
import {compareKnown} from '../time/select.ts'
import {mayStandIn, type Sibling} from '../time/siblings.ts'
import {decideBack, decideTogether, ofText, placeholder} from './decide.ts'
import {identityFor} from './identity.ts'
import type {Origin} from './imported.ts'
import {
  comparePositions,
  compareSteps,
  type Decision,
  type Life,
  livingAt,
  type Made,
  type Position,
  type State,
  type Step,
  stepAt,
  type Work
} from './lives.ts'
import {type Known, matchUnits} from './match.ts'
import {placesFor} from './place.ts'
import type {Seen} from './seen.ts'
import {type Shingles, shinglesOf} from './similar.ts'

/** One text with its place in time. */
export interface Entry {
  readonly at: Position
  readonly units: readonly Seen[]
  readonly origin?: Origin
  /** What reaches back: the text of its position was laid down already. */
  readonly isBack?: boolean
}

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

interface Context {
  readonly work: Work
  readonly entry: Entry
  readonly prev?: Position
  readonly next?: Position
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
    units.map((unit, at) => knownSeen(work, unit, at))
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

/** What a text changes in one unit. */
interface Change {
  readonly life: Life
  readonly before?: State
  readonly after: State
  readonly origin?: Origin
  readonly since?: IsoDate
}

function changesOf(
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
    const {state, origin, since, later} = target
    const before = stepAt(life, day)?.state
    if (before?.tot !== undefined && before.tot <= day && !state.vervallen) {
      work.outlived.add(life.id)
    }
    // What reached back to this day already is not undone by the text before it.
    const isThis = [state, ...later].some(
      (one) => before && isSame(before, one, day)
    )
    return isThis
      ? []
      : [{life, ...defined({before, origin, since}), after: state}]
  })
  const lapsed = gone.map((life) => {
    const before = stepAt(life, day)?.state
    return {life, ...defined({before}), after: tombstone(before)}
  })
  return [...changed, ...lapsed]
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

function tombstone(before: State | undefined): State {
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
  {work, entry}: Context,
  lives: readonly Life[],
  gone: readonly Life[]
): ReadonlyMap<Life, Target> {
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
      ? {...tombstone(before), ...defined({nummer, home})}
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
  place(work, targets, {gone, day})
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
}

/** Say where units stand, home by home. */
function place(
  {lives}: Work,
  targets: Map<Life, Target>,
  {gone, day}: Around
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
      : isGone.has(life) || state?.vervallen
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
function isSame(before: State, after: State, day: IsoDate): boolean {
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

/**
 * Changes that must come together: a number passes from one unit to another,
 * a unit leaves or enters what itself comes or goes.
 */
function groupsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const byKey = new Map<string, Change[]>()
  for (const change of changes) {
    for (const key of tiesOf(change)) {
      const group = byKey.get(key)
      if (group) group.push(change)
      else byKey.set(key, [change])
    }
  }
  const done = new Set<Change>()
  return changes.flatMap((first) => {
    if (done.has(first)) return []
    const group = new Set([first])
    // What is added is looked at too.
    for (const one of group) {
      const kin = tiesOf(one).flatMap((key) => byKey.get(key) ?? [])
      for (const other of kin) group.add(other)
    }
    for (const one of group) done.add(one)
    return [[...group]]
  })
}

/** What a change takes, gives up, enters or leaves; the homes of what stays are not among them. */
function tiesOf({life, before, after}: Change): readonly string[] {
  const isBorn = before === undefined || before.vervallen
  const isGone = after.vervallen
  const isMoved = before?.home !== after.home || before?.na !== after.na
  const nummers = [before, after].flatMap((state) =>
    state?.nummer === undefined ? [] : [`${life.soort} ${state.nummer}`]
  )
  const homes = [before?.home, after.home].flatMap((id) => id ?? [])
  return [
    ...(isBorn || isGone || before.nummer !== after.nummer ? nummers : []),
    ...(isBorn || isGone ? [`in ${life.id}`] : []),
    ...(isBorn || isGone || isMoved ? homes.map((id) => `in ${id}`) : [])
  ]
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

interface Fresh {
  readonly day: IsoDate
  readonly decision: Decision
  readonly inwerking?: IsoDate
  readonly state: State
  readonly at: Position
}

/**
 * Add a version behind those of its day, and let the one that follows name it.
 *
 * Where nobody knows since when it was known, and something before it has a
 * known day, it counts as known from the beginning: it is written on what was
 * known then, and a woven version says that it holds the later text too.
 */
function addStep(work: Work, life: Life, fresh: Fresh): void {
  const {day, at, state} = fresh
  const {steps} = life
  const last = stepAt(life, day)
  const following = steps[last ? steps.indexOf(last) + 1 : 0]
  const decision = fits(fresh.decision, {last, following, day})
    ? fresh.decision
    : placeholder(work, at)
  const isEarlier =
    last !== undefined && compareKnown(decision.bekend, last.known) < 0
  const base = isEarlier
    ? steps.findLast(
        (step) =>
          isBy(step, day) && compareKnown(step.known, decision.bekend) <= 0
      )
    : last
  raise(decision, base, day)
  const plain: Step = {
    day,
    name: `${day}.${decision.id}`,
    wijzigingen: [decision.id],
    known: decision.bekend,
    volgorde: decision.volgorde,
    ...defined({inwerking: fresh.inwerking, basis: base?.name}),
    state
  }
  keep(work, life, plain)
  const needsWeaving =
    isEarlier && (base === undefined || isHidden(state, last, day))
  const woven = needsWeaving ? wovenOf(plain, last) : undefined
  if (woven) keep(work, life, woven)
  if (following) rebase(following, (woven ?? plain).name)
}

function isBy(step: Step, day: IsoDate): boolean {
  return step.day === 'begin' || step.day <= day
}

/** Of two versions with the same days the later one must count. */
function raise(decision: Decision, base: Step | undefined, day: IsoDate): void {
  const ties = base?.day === day && base.known === decision.bekend
  if (ties && decision.volgorde <= base.volgorde) {
    decision.volgorde = Math.floor(base.volgorde) + 1
  }
}

/** Whether a replay on the later text would not give the new one, or that one would stay the stronger. */
function isHidden(state: State, last: Step, day: IsoDate): boolean {
  const isPlain = state.vervallen || isSame(last.state, state, day)
  return last.day === day || !isPlain
}

/** A version that holds its own change and all that came before it. */
function wovenOf(plain: Step, last: Step): Step {
  const {basis: _, inwerking: __, ...rest} = plain
  const wijzigingen = [
    ...new Set([...plain.wijzigingen, ...last.wijzigingen])
  ].toSorted(compareText)
  return {
    ...rest,
    name: `${plain.day}.${wijzigingen.join('+')}`,
    wijzigingen,
    known: last.known,
    volgorde: Math.max(plain.volgorde, Math.floor(last.volgorde)) + 0.5
  }
}

function keep({made}: Work, {id, steps}: Life, step: Step): void {
  steps.push(step)
  steps.sort(compareSteps)
  const {name, day, known, inwerking} = step
  made.push({name: `${id}/${name}`, day, known, ...defined({inwerking})})
}

interface Between {
  readonly last: Step | undefined
  readonly following: Step | undefined
  readonly day: IsoDate
}

/** Whether a wijziging can bring a version between two others. */
function fits(
  {id, bekend, isNew}: Decision,
  {last, following, day}: Between
): boolean {
  const isTaken = [last, following].some(
    (step) => step?.day === day && step.wijzigingen.includes(id)
  )
  const isTie = last?.day === day && !isNew && last.known === bekend
  const isLate =
    following !== undefined && compareKnown(following.known, bekend) < 0
  return !isTaken && !isTie && !isLate
}

/** A woven version names no basis: it rests on all its wijzigingen. */
function rebase(step: Step, name: string): void {
  if (step.wijzigingen.length > 1 || step.basis === name) return
  step.basis = name
  if (step.path !== undefined) step.isRebased = true
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
