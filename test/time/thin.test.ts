import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Dated, IsoDate, Moment} from '../../src/model.ts'
import {type Selected, select} from '../../src/time/select.ts'
import {type Stretch, stretchesOf} from '../../src/time/stretches.ts'
import {thin} from '../../src/time/thin.ts'
import {zichtDays} from '../../src/time/timeline.ts'
import {days, type Life, lives} from './lives.ts'

/** Two kinds of version, so that runs are long and still broken. */
const label = ({name}: Life): string => (name % 3 === 0 ? 'a' : 'b')

/** What a question finds at each moment, told by its version or only by its kind. */
function answers(
  find: (moment: Moment) => Selected<Life> | undefined,
  tell: (found: Selected<Life>) => string
): readonly string[] {
  return days.flatMap((zicht) =>
    days.map((geldig) => {
      const found = find({geldig, zicht})
      return found ? `${tell(found)} ${found.state}` : '–'
    })
  )
}

describe('fewer versions', () => {
  test('give the same answers at every moment', () => {
    const kind = ({version}: Selected<Life>): string =>
      `${label(version)} ${version.vervallen} ${version.tot}`
    fc.assert(
      fc.property(lives, (versions) => {
        const few = thin(versions, label)
        expect(answers((moment) => select(few, moment), kind)).toEqual(
          answers((moment) => select(versions, moment), kind)
        )
      }),
      {numRuns: 3000}
    )
  })

  test('of ten thousand that say the same, the first', () => {
    const day = (n: number): IsoDate =>
      `${2000 + Math.floor(n / 300)}-${String(10 + (n % 3)).padStart(2, '0')}-${String(10 + Math.floor((n % 300) / 15)).padStart(2, '0')}` as IsoDate
    const versions: readonly Dated[] = Array.from({length: 10_000}, (_, n) => ({
      days: [{known: day(n), geldig: day(n)}],
      vervallen: false,
      volgorde: n
    }))
    expect(thin(versions, () => '').length).toBeLessThan(5)
    expect(thin(versions, ({volgorde}) => `${volgorde > 5000}`)).toContain(
      versions[5001]
    )
  })
})

describe('stretches of several units', () => {
  test('say at every moment what select says of each', () => {
    const name = ({version}: Selected<Life>): string => `${version.name}`
    fc.assert(
      fc.property(lives, lives, (left, right) => {
        const stretches = [...stretchesOf([left, right])]
        const zichten = zichtDays([...left, ...right])
        const at = ({geldig, zicht}: Moment): Stretch<Life> | undefined => {
          const known = zichten.findLast((day) => day <= zicht) ?? 'altijd'
          return stretches.find(
            ({from, until, ...stretch}) =>
              stretch.zicht === known &&
              (from === 'begin' || from <= geldig) &&
              (until === undefined || geldig < until)
          )
        }
        for (const [unit, versions] of [left, right].entries()) {
          const find = (moment: Moment) => at(moment)?.held[unit]?.selected
          expect(answers(find, name)).toEqual(
            answers((moment) => select(versions, moment), name)
          )
        }
      }),
      {numRuns: 1000}
    )
  })
})
