/**
 * Several units at once, at every moment that differs from the one before.
 *
 * Kernel. What holds of each of them changes on few days of zicht and, for
 * each of those, on few days of geldig; between them nothing needs a look.
 */
import type {Dated, IsoDate} from '../model.ts'
import {compareGeldig} from './select.ts'
import {
  type Knowledge,
  knowledgeOf,
  lifeAt,
  type Period,
  type Since,
  type Start
} from './timeline.ts'

/** Geldig days that read alike, as known from one day of zicht on. */
export interface Stretch<V extends Dated> {
  /** From when it is so; `altijd`: as known before anything became known. */
  readonly zicht: Since
  readonly from: Start
  /** First day that is not in it; absent: without end. */
  readonly until?: IsoDate
  /** For each unit, in the order given, the period that lies over it; nothing while it does not exist. */
  readonly held: readonly (Period<V> | undefined)[]
}

/** Every stretch in the lives of some units, in order of zicht and geldig. */
export function* stretchesOf<V extends Dated>(
  units: readonly (readonly V[])[]
): Generator<Stretch<V>> {
  for (const knowledge of knowledgeOf(units.flat())) {
    yield* stretchesAt(units, knowledge)
  }
}

function* stretchesAt<V extends Dated>(
  units: readonly (readonly V[])[],
  {zicht, day, known}: Knowledge
): Generator<Stretch<V>> {
  const lives = units.map((versions) => lifeAt(known(versions), day))
  const froms = new Set(lives.flatMap((life) => life.map(({from}) => from)))
  const starts = [...froms].toSorted(compareGeldig)
  const at = lives.map(() => -1)
  for (const [index, from] of starts.entries()) {
    const held = lives.map((life, unit) => {
      const now = at[unit] ?? -1
      const next = life[now + 1]?.from === from ? now + 1 : now
      at[unit] = next
      return life[next]
    })
    const until = starts[index + 1]
    const isOpen = until === undefined || until === 'begin'
    yield {zicht, from, ...(!isOpen && {until}), held}
  }
}
