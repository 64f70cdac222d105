/** An address in national law → its Juriconnect reference. Kernel. */
import {dayBefore} from '../time/days.ts'
import type {Address, PadSoort, Zoals} from './address.ts'

const unitKeys = new Map([
  ['titel', 'titeldeel'],
  ['hoofdstuk', 'hoofdstuk'],
  ['afdeling', 'afdeling'],
  ['paragraaf', 'paragraaf'],
  ['artikel', 'artikel'],
  ['bijlage', 'bijlage']
])
const padKeys = new Map<PadSoort, string>([
  ['lid', 'lid'],
  ['onderdeel', 'o']
])

/**
 * `jci1.3:c:BWBR0005537&artikel=3:1&lid=2`; nothing without a BWB number.
 *
 * With a day (`&g=`) only where the text names one, `zoals dat luidde op …`:
 * any other reference means the law as it holds when it is read. Never with
 * BWB's `z`, which is not what we call zicht.
 */
export function jciOf(
  {regeling, eenheid, pad}: Address,
  zoals?: Zoals
): string | undefined {
  if (regeling?.bwb === undefined) return undefined
  const units = eenheid.flatMap(({soort, nummer}) =>
    part(unitKeys.get(soort), nummer)
  )
  const steps = pad.flatMap(({soort, nummer}) =>
    part(padKeys.get(soort), nummer)
  )
  const day = dayOf(zoals)
  return [
    `jci1.3:c:${regeling.bwb}`,
    ...units,
    ...steps,
    ...(day === undefined ? [] : [`g=${day}`])
  ].join('&')
}

function dayOf({dag, voor}: Zoals = {}): string | undefined {
  return dag !== undefined && voor ? dayBefore(dag) : dag
}

/** Where a reader finds it. */
export function jciUrl(jci: string): string {
  return `https://wetten.overheid.nl/${jci}`
}

function part(key: string | undefined, nummer?: string): readonly string[] {
  return key === undefined || nummer === undefined
    ? []
    : [
        `${key}=${encodeURIComponent(nummer.replace('°', '')).replaceAll('%3A', ':')}`
      ]
}
