/** What a reading of one text has come to. Kernel. */
import type {Reference} from './address.ts'
import type {Laws} from './law-index.ts'
import type {Scan} from './scan.ts'

/** What a reading has come to. */
export interface Reading {
  readonly scan: Scan
  readonly laws: Laws
  readonly found: Reference[]
  /** How many parts are being read, each of the one that stands behind it. */
  depth: number
  /** Where words end that say that something is of our own regeling. */
  readonly own: Set<number>
}
