/** What the readers of single files need and give, and what is gathered from it. Types alone. */
import type {Report} from '../diagnostics/report.ts'
import type {
  Place,
  Regeling,
  RegelingFacts,
  Unit,
  Vaststelling,
  Version,
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

/** A regeling before its versions have days. */
export type ReadRegeling = Omit<Regeling, 'units'> & {
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
      readonly wijziging: Wijziging
    }
  | {
      readonly kind: 'vaststelling'
      readonly regeling: string
      readonly vaststelling: Vaststelling
    }
  | {
      readonly kind: 'version'
      readonly at: VersionLocation
      readonly version: ReadVersion
    }

/** Where the readers of single files leave what is not plain data. */
export interface Ledger {
  readonly places: Map<object, Place>
  readonly keys: Map<string, ReadonlyMap<string, Place>>
}

/** A file that was decoded, with everything a reader of its kind needs. */
export interface Input {
  readonly path: string
  readonly text: string
  readonly report: Report
  readonly ledger: Ledger
}
