import fc from 'fast-check'
import type {Dated, IsoDate, KnownDay} from '../../src/model.ts'

/** Days so few that what falls on them meets. */
export const days = Array.from(
  {length: 12},
  (_, at) => `2020-01-${String(at + 1).padStart(2, '0')}` as IsoDate
)
const day = fc.constantFrom(...days.slice(1, 11))
const known: fc.Arbitrary<KnownDay> = fc.oneof(
  {weight: 6, arbitrary: day},
  fc.constantFrom<KnownDay>('altijd', 'onbekend')
)

/** A version with nothing but its days, and a name to tell it by. */
export interface Life extends Dated {
  readonly name: number
}

/** Lives with everything that may befall a version, on few days so that they meet. */
export const lives: fc.Arbitrary<readonly Life[]> = fc
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
