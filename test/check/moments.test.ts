import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {chapterLapse} from '../../src/check/chapter-lapse.ts'
import {duplicateNumber} from '../../src/check/duplicate-number.ts'
import {orphan} from '../../src/check/orphan.ts'
import type {Rule} from '../../src/check/rule.ts'
import {unitCircle} from '../../src/check/unit-circle.ts'
import type {IsoDate, Regeling, Unit, Version} from '../../src/model.ts'
import {type Selected, select} from '../../src/time/select.ts'
import {days, type Life, lives} from '../time/lives.ts'

type Facts = (life: Life) => Partial<Version>

/** A unit with the days of a random life. */
function unit(id: string, life: readonly Life[], facts: Facts): Unit {
  const versions = life.map((one) => ({
    path: `proef/${id}/${one.name}.md`,
    unit: id,
    geldig: one.days[0]?.geldig ?? 'begin',
    wijzigingen: [],
    uit: [],
    opgegaanIn: [],
    hand: false,
    text: [],
    ...one,
    ...facts(one)
  }))
  return {id, soort: 'artikel', versions}
}

/** Files that a rule blames in a regeling of these units, holding on the given days. */
function blamed(
  rule: Rule,
  units: readonly Unit[],
  period: {readonly van?: IsoDate; readonly tot?: IsoDate} = {}
): readonly string[] {
  const paths: string[] = []
  const regeling = {
    id: 'proef',
    lagen: [],
    uittreksel: false,
    units,
    wijzigingen: [],
    ...period
  }
  const none = {
    files: new Map(),
    textOf: () => undefined,
    keys: new Map(),
    corpus: {regelingen: [], wetten: []}
  }
  // As much of a regeling as these rules look at.
  rule.check(
    regeling as unknown as Regeling,
    ({path}) => paths.push(path),
    none
  )
  return paths
}

type Held = Selected<Version> | undefined

/** Whether something is so at any moment of a grid that holds every day on which anything changes. */
function ever(
  units: readonly Unit[],
  isSo: (held: readonly Held[]) => boolean,
  within: readonly IsoDate[] = days
): boolean {
  return days.some((zicht) =>
    within.some((geldig) => {
      const moment = {geldig, zicht}
      return isSo(units.map(({versions}) => select(versions, moment)))
    })
  )
}

/** Why the first unit stands loose from the second, day by day. */
function causesAt(units: readonly Unit[], zicht: IsoDate): readonly string[] {
  let was: string | undefined
  let over = false
  return days.flatMap((geldig) => {
    const [a, b] = units.map(({versions}) => select(versions, {geldig, zicht}))
    const isIn = isLiving(a) && a.version.in === 'b'
    if (b?.state === 'vervallen' && was !== 'vervallen') over = isIn
    was = b?.state
    if (!isIn || isLiving(b)) return []
    return b ? [over ? 'lapses' : 'lapsed'] : ['later']
  })
}

const isLiving = (held: Held): held is Selected<Version> =>
  held?.state === 'geldt'
const runs = {numRuns: 1500}

describe('rules of moments, against every moment', () => {
  test('duplicate-number: told when, and only when, two living units bear it', () => {
    const facts: Facts = ({name}) => ({nummer: name % 2 === 0 ? '1' : '2'})
    fc.assert(
      fc.property(lives, lives, (left, right) => {
        const units = [unit('a', left, facts), unit('b', right, facts)]
        const isSo = ever(
          units,
          ([a, b]) =>
            isLiving(a) && isLiving(b) && a.version.nummer === b.version.nummer
        )
        expect(blamed(duplicateNumber, units).length > 0).toBe(isSo)
      }),
      runs
    )
  })

  test('nothing is told of days on which the regeling does not hold', () => {
    const facts: Facts = () => ({nummer: '1'})
    const [van, tot] = [days[3], days[8]]
    const period = {...(van && {van}), ...(tot && {tot})}
    fc.assert(
      fc.property(lives, lives, (left, right) => {
        const units = [unit('a', left, facts), unit('b', right, facts)]
        const isSo = ever(
          units,
          ([a, b]) => isLiving(a) && isLiving(b),
          days.slice(3, 8)
        )
        expect(blamed(duplicateNumber, units, period).length > 0).toBe(isSo)
      }),
      runs
    )
  })

  test('orphan and chapter-lapse: each unit that lives where none lives, by how that came', () => {
    const facts: Facts = ({name}) => (name % 3 === 0 ? {} : {in: 'b'})
    fc.assert(
      fc.property(lives, lives, (left, right) => {
        fc.pre(right.length > 0)
        const units = [unit('a', left, facts), unit('b', right, () => ({}))]
        const causes = new Set(days.flatMap((zicht) => causesAt(units, zicht)))
        expect({
          lapses: blamed(chapterLapse, units).length > 0,
          later: blamed(orphan, units).length
        }).toEqual({
          lapses: causes.has('lapses'),
          later: Number(causes.has('later')) + Number(causes.has('lapsed'))
        })
      }),
      runs
    )
  })

  test('unit-circle: told when, and only when, units stand in each other at one moment', () => {
    const facts =
      (home: string): Facts =>
      ({name}) =>
        name % 3 === 0 ? {} : {in: home}
    fc.assert(
      fc.property(lives, lives, lives, (one, two, three) => {
        const units = [
          unit('a', one, facts('b')),
          unit('b', two, ({name}) => ({in: name % 2 === 0 ? 'a' : 'c'})),
          unit('c', three, facts('a'))
        ]
        const isSo = ever(units, (held) => {
          const [a, b, c] = held.map((found) =>
            isLiving(found) ? found.version.in : undefined
          )
          return a === 'b' && (b === 'a' || (b === 'c' && c === 'a'))
        })
        expect(blamed(unitCircle, units).length > 0).toBe(isSo)
      }),
      runs
    )
  })
})
