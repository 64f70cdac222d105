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
import {placeholder} from './decide.ts'
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
  const woven = (isEarlier ? laterKnown(steps, plain.known, day) : [])
    .filter((one) => base === undefined || isHidden(state, one, day))
    .map((one) => wovenOf(plain, one))
  const byName = new Map(woven.map((one) => [one.name, one]))
  for (const one of byName.values()) keep(work, life, one)
  if (following) rebase(following, (woven.at(-1) ?? plain).name)
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
