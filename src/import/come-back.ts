/**
 * What lapsed and comes back is another unit.
 *
 * Stage. It gets a life of its own where nothing of the old one stands in the
 * corpus for the days behind: files that are there are not moved.
 */
import {defined} from '../defined.ts'
import {identityFor} from './identity.ts'
import {type Life, livingAt, type State, type Work} from './lives.ts'
import {addStep, type Fresh} from './steps.ts'

/** Let a unit that had lapsed come back as another one; tells whether that can be. */
export function comeBack(work: Work, life: Life, fresh: Fresh): boolean {
  const {lives, identities} = work
  const {day, state} = fresh
  const notes = lives.get(`${life.id}/toelichting`)
  const others = [...lives.values()].filter((one) => one !== notes)
  const isHome = others.some(
    (one) => livingAt(one, day)?.home === life.id || one.parent === life.id
  )
  const goesOn = [life, ...(notes ? [notes] : [])].some(({steps}) =>
    steps.some((step) => step.day !== 'begin' && step.day > day)
  )
  const {soort, parent} = life
  if (isHome || goesOn || soort === 'toelichting') return false
  const {nummer, opschrift} = state
  const id = identityFor(
    {
      soort,
      ...defined({
        nummer,
        opschrift,
        parent: parent === undefined ? undefined : {id: parent}
      }),
      year: day.slice(0, 4)
    },
    new Set([...lives.keys()].map((one) => one.toLowerCase()))
  )
  const identity = identities.get(life.id)
  if (identity !== undefined) identities.set(id, identity)
  bear(work, {id, soort, ...defined({parent}), steps: []}, fresh)
  const explained = notes && livingAt(notes, day)
  if (explained) {
    const own: State = {...explained, home: id}
    const note: Life = {
      id: `${id}/toelichting`,
      soort: 'toelichting',
      parent: id,
      steps: []
    }
    bear(work, note, {...fresh, state: own})
  }
  return true
}

function bear(work: Work, life: Life, fresh: Fresh): void {
  work.lives.set(life.id, life)
  addStep(work, life, fresh)
}
