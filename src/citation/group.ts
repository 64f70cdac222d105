/** Leden, onderdelen or volzinnen of one soort, in a list. Kernel. */
import type {PadSoort} from './address.ts'
import type {Item} from './designation.ts'

/** Parts of one soort, with the words that are their own. */
export interface Group {
  readonly soort: PadSoort
  readonly items: readonly {
    readonly nummer?: string
    readonly tot?: string
    readonly from: number
    readonly to: number
  }[]
  /** `subonderdeel`, `ten 1°`: always below another onderdeel. */
  readonly isSub: boolean
  /** `onderdeel b, aanhef en onder 2°`, `onder b aan het slot`: inside the onderdeel before it. */
  readonly isInside?: true
  readonly vernummerd?: 'nieuw' | 'oud'
}

/** `onderdeel K2 c`: a letter below a letter with a number. */
export const innerLetter = /(?<=^[A-Z]{1,2}\d{1,2}) (?=[a-z]$)/

/** The word before a list belongs to its first item. */
export function withStart(
  items: readonly Item[],
  from: number
): readonly Item[] {
  return items.map((item, at) => (at === 0 ? {...item, from} : item))
}
