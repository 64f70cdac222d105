import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Dated, IsoDate, KnownDay} from '../../src/model.ts'
import {type Selected, select} from '../../src/time/select.ts'
import {lifeAt, timelineOf, zichtDays} from '../../src/time/timeline.ts'

const days = Array.from(
  {length: 12},
  (_, at) => `2020-01-${String(at + 1).padStart(2, '0')}` as IsoDate
)
const day = fc.constantFrom(...days.slice(1, 11))
const known: fc.Arbitrary<KnownDay> = fc.oneof(
  {weight: 6, arbitrary: day},
  fc.constantFrom<KnownDay>('altijd', 'onbekend')
)

interface Life extends Dated {
  readonly name: number
}

/** Lives with everything that may befall a version, on few days so that they meet. */
const lives: fc.Arbitrary<readonly Life[]> = fc
  .array(
    fc.record({
      first: fc.record({
        known,
        geldig: fc.oneof(
          {weight: 6, arbitrary: day},
          fc.constantFrom('begin' as const, 'onbepaald' as const)
        ),
        inwerking: fc.option(day, {nil: undefined})
      }),
      later: fc.option(fc.record({known: day, geldig: day}), {nil: undefined}),
      setAside: fc.option(fc.oneof(day, fc.constant('onbekend' as const)), {
        nil: undefined,
        freq: 6
      }),
      tot: fc.option(day, {nil: undefined, freq: 4}),
      vervallen: fc.integer({min: 0, max: 5}).map((n) => n === 0),
      volgorde: fc.integer({min: 0, max: 2})
    }),
    {maxLength: 6}
  )
  .map((entries) =>
    entries.map(({first, later, setAside, tot, vervallen, volgorde}, name) => {
      const {inwerking, ...start} = first
      const isLater =
        later && (!/^\d/u.test(start.known) || start.known <= later.known)
      return {
        name,
        days: [
          {...start, ...(inwerking && {inwerking})},
          ...(isLater ? [later] : [])
        ],
        ...(setAside && {setAside}),
        ...(tot && {tot}),
        vervallen,
        // No two alike: which of them wins is another rule's concern.
        volgorde: volgorde + name / 10
      }
    })
  )

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
