import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {IsoDate} from '../../src/model.ts'
import {type Selected, select} from '../../src/time/select.ts'
import {lifeAt, timelineOf, zichtDays} from '../../src/time/timeline.ts'
import {days, type Life, lives} from './lives.ts'

function answer(found: Selected<Life> | undefined): string {
  return found ? `${found.version.name} ${found.state}` : '–'
}

describe('timeline', () => {
  test('a life says of every day what select says', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom(...days), (versions, zicht) => {
        const life = lifeAt(versions, zicht)
        for (const geldig of days) {
          const period = life.findLast(
            ({from}) => from === 'begin' || from <= geldig
          )
          if (period?.until !== undefined) {
            expect(geldig < period.until).toBe(true)
          }
          expect(answer(period?.selected)).toBe(
            answer(select(versions, {geldig, zicht}))
          )
        }
      }),
      {numRuns: 3000}
    )
  })

  test('the turns laid over each other give every moment back', () => {
    fc.assert(
      fc.property(lives, (versions) => {
        const turns = timelineOf(versions)
        for (const zicht of days) {
          for (const geldig of days) {
            const last = turns.findLast(
              (turn) =>
                (turn.zicht === 'altijd' || turn.zicht <= zicht) &&
                (turn.geldig === 'begin' || turn.geldig <= geldig) &&
                (turn.until === undefined || geldig < turn.until)
            )
            expect(answer(last?.becomes)).toBe(
              answer(select(versions, {geldig, zicht}))
            )
          }
        }
      }),
      {numRuns: 2000}
    )
  })

  test('every turn is a change, and nothing changes on another zicht', () => {
    fc.assert(
      fc.property(lives, (versions) => {
        const known = new Set<string>(['altijd', ...zichtDays(versions)])
        for (const {zicht, was, becomes} of timelineOf(versions)) {
          expect(answer(was)).not.toBe(answer(becomes))
          expect(known.has(zicht)).toBe(true)
        }
      }),
      {numRuns: 1000}
    )
  })

  test('the order of the versions does not matter', () => {
    fc.assert(
      fc.property(lives, (versions) => {
        expect(timelineOf(versions.toReversed())).toEqual(timelineOf(versions))
      }),
      {numRuns: 500}
    )
  })

  test('the seed: known on 7 September, geldig from the 1st', () => {
    const version = {
      days: [{known: '2015-09-07' as IsoDate, geldig: '2015-09-01' as IsoDate}],
      vervallen: false,
      volgorde: 0
    }
    const selected = {version, days: version.days[0], state: 'geldt'}
    expect(timelineOf([version])).toEqual([
      {zicht: '2015-09-07', geldig: '2015-09-01', becomes: selected}
    ])
  })
})
