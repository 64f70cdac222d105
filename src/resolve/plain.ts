/** What resolving begins with: a regeling whose versions have no days yet. Types alone. */
import type {Regeling, Unit, Version, Wijziging} from '../model.ts'

/** A wijziging before it is told from when it counts as known; what `read` gives. */
export type PlainWijziging = Omit<Wijziging, 'since'>

/** A version before it has days; what `read` gives. */
export type PlainVersion = Omit<
  Version,
  'days' | 'setAside' | 'setAsideBy' | 'volgorde'
>

/** A regeling before its versions have days; what `read` gives. */
export type PlainRegeling = Omit<Regeling, 'units' | 'wijzigingen'> & {
  readonly wijzigingen: readonly PlainWijziging[]
  readonly units: readonly (Omit<Unit, 'versions'> & {
    readonly versions: readonly PlainVersion[]
  })[]
}
