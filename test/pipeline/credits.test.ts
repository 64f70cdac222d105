import {describe, expect, test} from 'vitest'
import {writeAddress} from '../../src/citation/write.ts'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import type {Change, Comparison} from '../../src/comparison.ts'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {IsoDate, Moment, Regeling} from '../../src/model.ts'
import {credited} from '../../src/pipeline/credits.ts'
import {historyOf} from '../../src/pipeline/history.ts'
import {regelingOf} from '../corpora/shipped.ts'

function momentOf(geldig: string, zicht = geldig): Moment {
  return {geldig: geldig as IsoDate, zicht: zicht as IsoDate}
}

function between(
  regeling: Regeling,
  was: Moment,
  wordt: Moment
): readonly Change[] {
  const [a, b] = [was, wordt].map((moment) => ({
    titel: regeling.titel,
    moment,
    units: consolidate(regeling, moment).units
  }))
  if (!a || !b) throw new Error('there are two sides')
  const comparison: Comparison = compare(a, b)
  return changesOf(credited(comparison, regeling, [was, wordt]))
}

function told({kinds, was, wordt, door}: Change): string {
  const [old, now] = [was, wordt].map((one) => (one ? writeAddress(one) : '–'))
  return `${old} → ${now} (${kinds.join(', ')}): ${door.join(', ')}`
}

/** Days on which something begins or ends to hold, as all is known now. */
function daysOf(regeling: Regeling): readonly string[] {
  const days = historyOf(regeling).flatMap(({geldig, until}) => [
    geldig,
    ...(until === undefined ? [] : [until])
  ])
  return [...new Set(days.filter((day) => /^\d/u.test(day)))].toSorted()
}

const last = '2026-11-29'

/** The last day that is looked at: a regeling that has ended has no text that somebody took away. */
function endOf({tot}: Regeling, days: readonly string[]): string {
  const held = days.filter((day) => tot === undefined || day < tot)
  return held.at(-1) ?? last
}

describe.each(['voorbeeld-regeling', 'voorbeeld-cao'])('%s', (id) => {
  const regeling = regelingOf(id)
  const all = daysOf(regeling)
  const end = endOf(regeling, all)
  const days = all.filter((day) => day <= end)

  test('from one day to the next each change has who made it', () => {
    for (const [at, day] of days.entries()) {
      const before = days[at - 1]
      if (before === undefined) continue
      const changes = between(
        regeling,
        momentOf(before, last),
        momentOf(day, last)
      )
      const nobody = changes.filter(({door}) => door.length === 0).map(told)
      expect.soft(nobody, `${before} → ${day}`).toEqual([])
    }
  })

  test('over the whole life, none is named that did nothing between', () => {
    const [first = ''] = days
    const changes = between(
      regeling,
      momentOf(first, last),
      momentOf(end, last)
    )
    const made = new Set(historyOf(regeling).flatMap((one) => one.wijzigingen))
    const named = new Set(changes.flatMap(({door}) => door))
    expect([...named].filter((name) => !made.has(name))).toEqual([])
    expect(changes.filter(({door}) => door.length === 0).map(told)).toEqual([])
  })

  test('looking back, the same ones are named', () => {
    const [first = ''] = days
    const sides = [momentOf(first, last), momentOf(end, last)] as const
    const there = between(regeling, ...sides)
    const back = between(regeling, sides[1], sides[0])
    expect(new Set(back.flatMap(({door}) => door))).toEqual(
      new Set(there.flatMap(({door}) => door))
    )
  })
})
