/** An address in national law → its Juriconnect reference. Kernel. */
import type {Address, PadSoort} from './address.ts'

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
 * Never with a day: what we call zicht is not BWB's `z`, and a reference means
 * the law as it holds when it is read.
 */
export function jciOf({regeling, eenheid, pad}: Address): string | undefined {
  if (regeling?.bwb === undefined) return undefined
  const units = eenheid.flatMap(({soort, nummer}) =>
    part(unitKeys.get(soort), nummer)
  )
  const steps = pad.flatMap(({soort, nummer}) =>
    part(padKeys.get(soort), nummer)
  )
  return [`jci1.3:c:${regeling.bwb}`, ...units, ...steps].join('&')
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
