/** What comparing may know besides the texts. */
import type {Laws} from '../citation/law-index.ts'

/** What comparing may know besides the two texts. */
export interface CompareOptions {
  /** Laws by name, so that a reference to one changes as a whole. */
  readonly laws?: Laws
}
