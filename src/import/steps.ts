/**
 * A version among the others of its unit: on which text it is written, and
 * which one is written on it.
 *
 * Stage.
 */

import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {compareText} from '../time/order.ts'
import {compareKnown} from '../time/select.ts'
import {isSame} from './changes.ts'
import {anotherLike, placeholder} from './decide.ts'
import {
  compareSteps,
  type Decision,
  type Life,
  type Position,
  type State,
  type Step,
  stepAt,
  type Work
} from './lives.ts'

/** A version to come. */
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
export function addStep(work: Work, life: Life, fresh: Fresh): void {
  const {day, state} = fresh
  const {steps} = life
  const last = stepAt(life, day)
  const following = steps[last ? steps.indexOf(last) + 1 : 0]
  const decision = decisionFor(work, life, fresh, {last, following, day})
  const isEarlier =
    last !== undefined && compareKnown(decision.since, last.known) < 0
  const base = isEarlier
    ? steps.findLast(
        (step) =>
          isBy(step, day) && compareKnown(step.known, decision.since) <= 0
      )
    : last
  raise(work, decision, base, day)
  const plain: Step = {
    day,
    name: `${day}.${decision.id}`,
    wijzigingen: [decision.id],
    known: decision.since,
    volgorde: decision.volgorde,
    ...defined({inwerking: fresh.inwerking, basis: base?.name}),
    state
  }
  const woven = (isEarlier ? laterKnown(steps, plain.known, day) : [])
    .filter((one) => base === undefined || isHidden(state, one, day))
    .map((one) => wovenOf(plain, one, besides(one, steps, day)))
  const isAlone =
    woven.length === 0 ||
    (base !== undefined && (!weaves(work, fresh) || standsOn(base, state)))
  const byName = new Map(
    [...(isAlone ? [plain] : []), ...woven].map((one) => [one.name, one])
  )
  for (const one of byName.values()) keep(work, life, one)
  rebaseOn(new Set(byName.values()), steps)
}

/** Whether a text that rests on a later known one is seen with that one alone. */
function weaves({weaving}: Work, {inwerking}: Fresh): boolean {
  return weaving === 'all' || (weaving === 'back' && inwerking !== undefined)
}

/**
 * Whether a text makes sense on what was known before it: with the same number
 * and in the same place. Else it is seen with what came between; and always
 * where nothing was known before.
 */
function standsOn(base: Step, state: State): boolean {
  return (
    base.state.vervallen === state.vervallen &&
    base.state.nummer === state.nummer &&
    base.state.home === state.home
  )
}

/** At each state of knowledge in which more is known than a version rests on, the text that it must hold too. */
function laterKnown(
  steps: readonly Step[],
  known: Step['known'],
  day: IsoDate
): readonly Step[] {
  const later = steps.filter(
    (step) => isBy(step, day) && compareKnown(step.known, known) > 0
  )
  const seen = later
    .map((step) => step.known)
    .toSorted(compareKnown)
    .map((own) => later.findLast((step) => compareKnown(step.known, own) <= 0))
  return [...new Set(seen)].filter((step) => step !== undefined)
}

function isBy(step: Step, day: IsoDate): boolean {
  return step.day === 'begin' || step.day <= day
}

/** Of two versions with the same days, or that may get them when one is filled in, the later one must count. */
function raise(
  work: Work,
  decision: Decision,
  base: Step | undefined,
  day: IsoDate
): void {
  if (isTooLow(work, decision, base, day)) {
    decision.volgorde = Math.floor(base?.volgorde ?? 0) + 1
  }
}

function isTooLow(
  {decisions}: Work,
  {bekend, since, volgorde}: Decision,
  base: Step | undefined,
  day: IsoDate
): boolean {
  if (base?.day !== day || volgorde > base.volgorde) return false
  const isOpen =
    bekend === 'onbekend' ||
    base.wijzigingen.some((id) => decisions.get(id)?.bekend === 'onbekend')
  return isOpen || base.known === since
}

/** Whether a replay on the later text would not give the new one, or that one would stay the stronger. */
function isHidden(state: State, last: Step, day: IsoDate): boolean {
  const isPlain = state.vervallen || isSame(last.state, state, day)
  return last.day === day || !isPlain
}

/** Wijzigingen known with a text that came before it and that it does not rest on: it was written without them. */
function besides(
  last: Step,
  steps: readonly Step[],
  day: IsoDate
): readonly string[] {
  const held = heldBy(last, steps)
  return steps
    .slice(0, steps.indexOf(last))
    .filter((step) => isBy(step, day) && !held.has(step))
    .filter((step) => compareKnown(step.known, last.known) <= 0)
    .flatMap((step) => step.wijzigingen)
}

/** A text, its basis and so on down; for a woven one all that it weaves. */
function heldBy(last: Step, steps: readonly Step[]): ReadonlySet<Step> {
  const held = new Set([last])
  // What is added is looked at too.
  for (const one of held) {
    const isWoven = one.wijzigingen.length > 1
    const below = steps.filter(
      ({name, wijzigingen}) =>
        name === one.basis ||
        (isWoven &&
          wijzigingen.length > 0 &&
          wijzigingen.every((id) => one.wijzigingen.includes(id)))
    )
    for (const step of below) held.add(step)
  }
  return held
}

/** A version that holds its own change and all that came before it. */
function wovenOf(plain: Step, last: Step, besides: readonly string[]): Step {
  const {basis: _, inwerking: own, ...rest} = plain
  const given = [own, last.inwerking].flatMap((one) => one ?? [])
  const wijzigingen = [
    ...new Set([...plain.wijzigingen, ...last.wijzigingen, ...besides])
  ].toSorted(compareText)
  return {
    ...rest,
    name: `${plain.day}.${wijzigingen.join('+')}`,
    wijzigingen,
    ...defined({bringer: plain.wijzigingen[0]}),
    known: last.known,
    ...defined({inwerking: given.toSorted(compareText).at(-1)}),
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

/** The wijziging as asked where it can bring a version here; else one like it, or one to complete. */
function decisionFor(
  work: Work,
  {steps}: Life,
  {decision, at}: Fresh,
  between: Between
): Decision {
  const {day, last} = between
  const taken = new Set(
    steps.filter((step) => step.day === day).flatMap((step) => step.wijzigingen)
  )
  const mayBring = (one: Decision): boolean =>
    !taken.has(one.id) && !(isTooLow(work, one, last, day) && isUsed(work, one))
  if (!fits(decision, between)) return placeholder(work, at, mayBring)
  if (mayBring(decision)) return decision
  return decision.isNew
    ? anotherLike(work, decision, mayBring)
    : placeholder(work, at, mayBring)
}

/** What brought a version already keeps its place among others: `volgorde` is that of the whole wijziging. */
function isUsed({lives}: Work, {id, isNew}: Decision): boolean {
  const brings = (step: Step): boolean => step.wijzigingen.includes(id)
  return !isNew || [...lives.values()].some(({steps}) => steps.some(brings))
}

/** Whether a wijziging can bring a version between two others. */
function fits(
  {since, isNew}: Decision,
  {last, following, day}: Between
): boolean {
  const isTie = last?.day === day && !isNew && last.known === since
  const isLate =
    following !== undefined && compareKnown(following.known, since) < 0
  return !isTie && !isLate
}

/**
 * Let what comes behind new versions rest on them: each on the last text before
 * it that was known with it. A woven version names no basis, since it rests on
 * all its wijzigingen.
 */
function rebaseOn(fresh: ReadonlySet<Step>, steps: readonly Step[]): void {
  for (const [at, step] of steps.entries()) {
    if (step.wijzigingen.length !== 1 || fresh.has(step)) continue
    const basis = steps
      .slice(0, at)
      .findLast((one) => compareKnown(one.known, step.known) <= 0)
    if (basis && fresh.has(basis)) rebase(step, basis.name)
  }
}

function rebase(step: Step, name: string): void {
  if (step.basis === name) return
  step.basis = name
  if (step.path !== undefined) step.isRebased = true
}
