/**
 * The units of a text among the lives of a corpus: known again, or born.
 *
 * Stage.
 */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {mayStandIn} from '../time/siblings.ts'
import type {Context} from './changes.ts'
import {identityFor} from './identity.ts'
import {type Life, livingAt, type State, stepAt, type Work} from './lives.ts'
import {matchUnits} from './match.ts'
import type {Seen} from './seen.ts'
import type {Known} from './side.ts'
import {type Shingles, shinglesOf} from './similar.ts'

/** For each unit of the text its life, an old or a new one. */
export function recognise(context: Context): readonly Life[] {
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
        isLapsed: living === undefined,
        isEnded: stepAt(life, day)?.state.vervallen === false
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
