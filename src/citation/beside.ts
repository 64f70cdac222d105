/** Units that are told by their place: `het vorige artikel`. Kernel. */
import {type Soort, soorten} from '../model.ts'
import type {Address} from './address.ts'

/** So many units of a soort before or behind the one in which a text stands. */
export interface Step {
  readonly soort: Soort
  readonly stap: number
}

/** The step of an address that counts units; nothing where it counts none, or means its own. */
export function stepOf({vanaf}: Address): Step | undefined {
  const soort = soorten.find((one) => one === vanaf?.soort)
  const stap = vanaf?.stap
  return soort && typeof stap === 'number' && stap !== 0
    ? {soort, stap}
    : undefined
}

/**
 * Whether units may be counted from a text: in a bijlage only artikelen are
 * surely units, and not headings. `around` is absent where nothing is sure.
 */
export function countsUnits(
  {soort}: Step,
  own: Soort,
  around: ReadonlySet<Soort> | undefined
): boolean {
  return around !== undefined || (own === 'artikel' && soort === 'artikel')
}

/** Whether words mean all units before, as `de voorgaande artikelen`, and not the one beside. */
export function isSeveral(words: string): boolean {
  return /artikelen(?![a-z])/u.test(words)
}
