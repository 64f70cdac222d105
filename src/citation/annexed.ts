/** `de bijlage bij artikel 8 van de Wet`: a bijlage by the artikel that it goes with. Kernel. */
import {defined} from '../defined.ts'
import type {BepalingReference} from './address.ts'
import {readArtikelen} from './artikel.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat} from './scan.ts'

const goesWith =
  /[Bb]ijlagen? (?:([\dIVX]{1,5}[a-z]?|[A-Z]) )?(?:(?:be)?horende )?bij (?:de )?(?=art(?:ikel(?:en)?|t?\.) \d|(?:hoofdstuk|paragraaf|afdeling) [\dIVX])/y

/**
 * The bijlage of the regeling that the artikel is of. Without a number, and of
 * our own regeling, it is told by its artikel alone.
 */
export function readAnnexed(
  reading: Reading,
  readUnit: (reading: Reading) => BepalingReference | undefined
): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  // `als bijlage bij artikel 3 gevoegd` says what something is.
  if (/(?:^|[^a-z])als $/i.test(before(scan, from, 6))) return undefined
  return attempt(scan, () => {
    const match = eat(scan, goesWith)
    const inner = match && (readArtikelen(reading) ?? readUnit(reading))
    if (!match || !inner) return undefined
    const [, nummer] = match
    const regeling = inner.targets[0]?.address.regeling
    const bijlage = {soort: 'bijlage', ...defined({nummer})} as const
    const [first, ...others] = inner.targets
    const isTold = regeling !== undefined || nummer !== undefined
    const targets = isTold
      ? [
          {
            from,
            to: scan.at,
            address: {...defined({regeling}), eenheid: [bijlage], pad: []}
          }
        ]
      : [...(first ? [{...first, from}] : []), ...others]
    return {soort: 'bepaling', from, to: scan.at, targets}
  })
}
