/** What resolving begins with: a regeling whose versions have no days yet. Types alone. */
import type {Regeling, Unit, Version} from '../model.ts'

/** A version before it has days; what `read` gives. */
export type PlainVersion = Omit<
  Version,
  'days' | 'setAside' | 'setAsideBy' | 'volgorde'
>

/** A regeling before its versions have days; what `read` gives. */
export type PlainRegeling = Omit<Regeling, 'units'> & {
  readonly units: readonly (Omit<Unit, 'versions'> & {
    readonly versions: readonly PlainVersion[]
  })[]
}
