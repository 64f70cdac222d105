/**
 * A text from before the first one that was read.
 *
 * Stage. It says what held from the beginning; what stood there until now
 * holds from the day of its own text on. What this text lacks came with that
 * day: it had not lapsed before it.
 */
import {type Change, tombstone} from './changes.ts'
import {ofText} from './decide.ts'
import type {Position, Step, Work} from './lives.ts'
import {addStep} from './steps.ts'

/** Lay the changes of a text before those of the first one. */
export function putFirst(
  work: Work,
  changes: readonly Change[],
  first: Position
): void {
  for (const change of changes.flatMap((one) => withNote(work, one))) {
    const begin = change.life.steps.find(({day}) => day === 'begin')
    if (begin) giveDay(work, change, begin, first)
    if (!change.after.vervallen) beginAgain(work, change, begin, first)
  }
}

/** A toelichting comes with what it explains. */
function withNote({lives}: Work, change: Change): readonly Change[] {
  const note = lives.get(`${change.life.id}/toelichting`)
  return change.after.vervallen && note
    ? [change, {life: note, after: tombstone(undefined)}]
    : [change]
}

/** What stood in the beginning gets the day of its text, under a wijziging of that day. */
function giveDay(
  work: Work,
  {life, after}: Change,
  begin: Step,
  first: Position
): void {
  const {id, since, volgorde} = ofText(work, {at: first})
  const name = `${first.day}.${id}`
  const {path, basis: _, ...rest} = begin
  const moved: Step = {
    ...rest,
    day: first.day,
    name,
    wijzigingen: [id],
    known: since,
    volgorde,
    ...(after.vervallen ? {} : {basis: 'begin'}),
    ...(path !== undefined && {movedFrom: path})
  }
  life.steps[life.steps.indexOf(begin)] = moved
  work.made.push({name: `${life.id}/${name}`, day: first.day, known: since})
  for (const step of life.steps) {
    if (step === moved || step.basis !== 'begin') continue
    step.basis = name
    if (step.path !== undefined) step.isRebased = true
  }
}

/** What a text says that comes first of all; where the unit was not there later, it lapses with the text behind it. */
function beginAgain(
  work: Work,
  {life, after}: Change,
  begin: Step | undefined,
  first: Position
): void {
  const {steps, id} = life
  const isNew = steps.length === 0
  steps.unshift({
    day: 'begin',
    name: 'begin',
    wijzigingen: [],
    known: 'altijd',
    volgorde: 0,
    state: after,
    ...(begin?.path !== undefined && {replaces: true})
  })
  work.made.push({name: `${id}/begin`, day: 'begin', known: 'altijd'})
  if (!isNew) return
  const decision = ofText(work, {at: first})
  const state = tombstone(after)
  addStep(work, life, {day: first.day, decision, state, at: first})
}
