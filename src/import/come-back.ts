/**
 * What lapsed and comes back is another unit.
 *
 * Stage. A text that comes in between may show that a unit had lapsed by then;
 * what stands there for the days behind is then of another one, and goes to a
 * folder of its own (Aanwijzingen voor de regelgeving 6.26).
 */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {identityFor} from './identity.ts'
import {type Life, livingAt, type State, type Step, type Work} from './lives.ts'

/** Split a life that a text of this day ends, where it goes on behind it. */
export function comeBack(work: Work, life: Life, day: IsoDate): void {
  const at = life.steps.findIndex((step) => isBack(step, day))
  const first = life.steps[at]
  // For a toelichting there is one place, and it may come back.
  if (!first || !isDay(first.day) || life.soort === 'toelichting') return
  if (holdsOthers(work, life, first.day)) {
    work.revived.add(life.id)
    return
  }
  const {lives, identities} = work
  const {soort, parent} = life
  const {nummer, opschrift} = first.state
  const id = identityFor(
    {
      soort,
      ...defined({
        nummer,
        opschrift,
        parent: parent === undefined ? undefined : {id: parent}
      }),
      year: first.day.slice(0, 4)
    },
    new Set([...lives.keys()].map((one) => one.toLowerCase()))
  )
  const identity = identities.get(life.id)
  if (identity !== undefined) identities.set(id, identity)
  const steps = splitAt(life.steps, at)
  lives.set(id, {id, soort, ...defined({parent}), steps})
  const moved = new Map(steps.map(({name}) => [`${life.id}/${name}`, name]))
  for (const [index, made] of work.made.entries()) {
    const name = moved.get(made.name)
    if (name !== undefined) work.made[index] = {...made, name: `${id}/${name}`}
  }
  takeNote(work, life, {id, first})
}

function isDay(day: Step['day']): day is IsoDate {
  return day !== 'begin'
}

function isBack({day, state}: Step, gone: IsoDate): boolean {
  return day !== 'begin' && day > gone && !state.vervallen
}

/** Whether other units than its toelichting stand in it, or lie in its folder. */
function holdsOthers({lives}: Work, {id}: Life, day: IsoDate): boolean {
  const isOther = (one: Life): boolean =>
    one.soort !== 'toelichting' &&
    (one.parent === id || livingAt(one, day)?.home === id)
  return [...lives.values()].some(isOther)
}

/** The steps from one on, taken out; the first of them rests on nothing, and what has a file moves with it. */
function splitAt(steps: Step[], at: number): Step[] {
  return steps.splice(at).map((step, index) => {
    const {path, basis, isRebased: _, movedFrom, ...rest} = step
    const from = movedFrom ?? path
    return {
      ...rest,
      ...(index > 0 && basis !== undefined && {basis}),
      ...(from !== undefined && {movedFrom: from})
    }
  })
}

/** The toelichting goes on with the new unit, from its first day. */
function takeNote(
  {lives}: Work,
  life: Life,
  {id, first}: {readonly id: string; readonly first: Step}
): void {
  const note = lives.get(`${life.id}/toelichting`)
  if (!note || !isDay(first.day)) return
  const {day} = first
  const said = livingAt(note, day)
  const at = note.steps.findIndex((step) => isDay(step.day) && step.day >= day)
  const behind = at < 0 ? [] : splitAt(note.steps, at)
  if (!said && behind.length === 0) return
  const isSaidThen = behind[0]?.day === day
  const own: Step[] = said && !isSaidThen ? [withState(first, said)] : []
  const steps = [...own, ...behind].map((step, index, all) => ({
    ...step,
    state: {...step.state, home: id},
    ...(index > 0 && {basis: step.basis ?? all[index - 1]?.name ?? ''})
  }))
  lives.set(`${id}/toelichting`, {
    id: `${id}/toelichting`,
    soort: 'toelichting',
    parent: id,
    steps
  })
}

/** The same version of another unit: of that day and by that wijziging. */
function withState(first: Step, state: State): Step {
  const {basis: _, movedFrom: __, path: ___, ...rest} = first
  return {...rest, state}
}
