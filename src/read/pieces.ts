/** What the readers of single files need and give, and what is gathered from it. Types alone. */
import type {Report} from '../diagnostics/report.ts'
import type {
  Place,
  Regeling,
  RegelingFacts,
  Unit,
  Vaststelling,
  Version,
  Wet,
  Wijziging
} from '../model.ts'
import type {VersionLocation} from './path.ts'

/** A version before the days of its wijzigingen are known. */
export type ReadVersion = Omit<
  Version,
  'days' | 'setAside' | 'setAsideBy' | 'volgorde'
>

/** A unit before its versions have days. */
export type ReadUnit = Omit<Unit, 'versions'> & {
  readonly versions: readonly ReadVersion[]
}

/** A wijziging before it is told from when it counts as known. */
export type ReadWijziging = Omit<Wijziging, 'since'>

/** A regeling before its versions have days. */
export type ReadRegeling = Omit<Regeling, 'units' | 'wijzigingen'> & {
  readonly wijzigingen: readonly ReadWijziging[]
  readonly units: readonly ReadUnit[]
}

/** What one file gave, beside its messages. */
export type Piece =
  | {
      readonly kind: 'regeling'
      readonly regeling: string
      readonly facts: RegelingFacts
    }
  | {
      readonly kind: 'wijziging'
      readonly regeling: string
      readonly wijziging: ReadWijziging
    }
  | {
      readonly kind: 'vaststelling'
      readonly regeling: string
      readonly vaststelling: Vaststelling
    }
  | {readonly kind: 'wetten'; readonly wetten: readonly Wet[]}
  | {
      readonly kind: 'version'
      readonly at: VersionLocation
      readonly version: ReadVersion
    }

/**
 * All that one file gave, as plain data: nothing but its path and its bytes
 * decides it, so that it can be kept and recalled.
 */
export interface Reading {
  readonly piece?: Piece
  /** Place of each key of its front matter. */
  readonly keys: readonly (readonly [key: string, place: Place])[]
  readonly messages: readonly Parameters<Report>[]
}

/** A file that was decoded, with everything a reader of its kind needs. */
export interface Input {
  readonly path: string
  readonly text: string
  readonly report: Report
  /** Leave here where each key of the front matter stands. */
  readonly keepKeys: (keys: ReadonlyMap<string, Place>) => void
}
