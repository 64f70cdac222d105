/** What a reading of one text has come to. Kernel. */
import type {Address, Reference} from './address.ts'
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
  /** Whether the text may be a line by itself, and so a heading; a cell or an item is none. */
  readonly isLine: boolean
}

/** Addresses that were read before, the last first. */
function* addressesBack(found: readonly Reference[]): Generator<Address> {
  for (let at = found.length - 1; at >= 0; at--) {
    const one = found[at]
    if (one?.soort !== 'bepaling') continue
    for (const {address} of one.targets.toReversed()) yield address
  }
}

/** The last address that was read and is of some sort. */
export function lastAddress(
  found: readonly Reference[],
  isIt: (address: Address) => boolean
): Address | undefined {
  for (const address of addressesBack(found)) {
    if (isIt(address)) return address
  }
  return undefined
}
