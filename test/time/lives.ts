import fc from 'fast-check'
import type {Dated, IsoDate, KnownDay} from '../../src/model.ts'

/** Days so few that what happens on them meets. */
export const days = Array.from(
  {length: 12},
  (_, at) => `2020-01-${String(at + 1).padStart(2, '0')}` as IsoDate
)

const day = fc.constantFrom(...days.slice(1, 11))
const known: fc.Arbitrary<KnownDay> = fc.oneof(
  {weight: 6, arbitrary: day},
  fc.constantFrom<KnownDay>('altijd', 'onbekend')
)
