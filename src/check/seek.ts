/** Where to look, at every moment, for what is cited. */
import {type Step, stepOf} from '../citation/beside.ts'
import {isBareBijlage} from '../citation/lone-bijlage.ts'
import {writeAddress} from '../citation/write.ts'
import {defined} from '../defined.ts'
import type {Regeling, Unit, Version} from '../model.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {besideOf} from './besides.ts'
import type {Citation} from './citations.ts'
import {type Index, unitsOf} from './cited-units.ts'

/** What is asked of a version, to be told whether it is what is cited. */
type Leg = Pick<Citation, 'address' | 'words' | 'home'>

/** Whether a version is what is cited. */
export type Ask = (version: Version, leg: Leg) => boolean

/** What holds of some units in one stretch. */
type Held = Stretch<Version>['held']

/** Lives that decide what is cited, and how they do. */
export interface Seek {
  readonly lives: readonly (readonly Version[])[]
  /** All that is ever meant, whether it is there or not. */
  readonly units: readonly Unit[]
  /** What is cited, by what holds of those lives; nothing where that cannot be told. */
  readonly found: (held: Held) => readonly Unit[] | undefined
}

/** What is known of the regeling and of what is cited there. */
export interface Sought {
  readonly regeling: Regeling
  /** The unit that cites. */
  readonly unit: Unit
  readonly citation: Citation
  readonly index: Index
}

/** Where to look for what a unit cites. */
export function seek(sought: Sought, ask: Ask): Seek {
  const {citation} = sought
  switch (citation.lead) {
    case 'nowhere':
      return {lives: [], units: [], found: () => []}
    case 'beside': {
      const step = stepOf(citation.address)
      return step ? seekBeside(sought, step, ask) : seekAmong([], ask)
    }
    default:
      return seekAmong(legsOf(sought), ask)
  }
}

/** A unit with what is asked of it. */
interface Pair {
  readonly unit: Unit
  readonly leg: Leg
}

function seekAmong(pairs: readonly Pair[], ask: Ask): Seek {
  const there = amongOf(pairs, ask)
  return {
    lives: livesOf(pairs, ask),
    units: pairs.map(({unit}) => unit),
    found: (held) => there(held).map(({unit}) => unit)
  }
}

function livesOf(
  pairs: readonly Pair[],
  ask: Ask
): readonly (readonly Version[])[] {
  return pairs.map(({unit: {versions}, leg}) =>
    thin(versions, (version) => `${ask(version, leg)}`)
  )
}

/** Which of some units are what is asked, by what holds of each. */
function amongOf<P extends Pair>(
  pairs: readonly P[],
  ask: Ask
): (held: Held) => readonly P[] {
  return (held) =>
    pairs.filter(({leg}, at) => {
      const now = held[at]?.selected
      return now?.state === 'geldt' && ask(now.version, leg)
    })
}

function legsOf({citation, unit, index}: Sought): readonly Pair[] {
  // `de bijlage` is any that there is.
  const isBare = isBareBijlage(citation.address)
  return unitsOf(citation, unit, index).map((one) => ({
    unit: one,
    leg: isBare ? {...citation, home: one} : citation
  }))
}

/** The unit before or behind the one that cites, or what is in it. */
function seekBeside(sought: Sought, step: Step, ask: Ask): Seek {
  const beside = besideOf(sought.regeling, sought.unit, step)
  const pairs = beside.ever.flatMap((one) => pairsIn(one, sought))
  const there = amongOf(pairs, ask)
  const count = beside.lives.length
  return {
    lives: [...beside.lives, ...livesOf(pairs, ask)],
    units: pairs.map(({unit}) => unit),
    found: (held) => {
      const now = beside.at(held.slice(0, count))
      return (
        now &&
        there(held.slice(count))
          .filter((pair) => now.includes(pair.beside))
          .map(({unit}) => unit)
      )
    }
  }
}

function pairsIn(
  beside: Unit,
  {citation, unit, index}: Sought
): readonly (Pair & {readonly beside: Unit})[] {
  const {eenheid, pad} = citation.address
  const nummer = beside.versions.at(-1)?.nummer
  const own = {soort: beside.soort, ...defined({nummer})}
  const address = {eenheid: [own, ...eenheid], pad}
  const leg = {address, words: writeAddress(address)}
  if (eenheid.length === 0) {
    return [{unit: beside, leg: {...leg, home: beside}, beside}]
  }
  return unitsOf(leg, unit, index).map((one) => ({unit: one, leg, beside}))
}
