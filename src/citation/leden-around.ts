/** `vorige leden`, `volgende twee leden`: leden told from the one where they stand, both ways. Kernel. */
import type {Address, Vanaf} from './address.ts'
import {attempt, eat, type Scan} from './scan.ts'

/** The first and the last of a range. */
interface Ends {
  readonly address: Address
  readonly tot: Address
}

const counts = ['', '', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven']
const word = new RegExp(
  `([Vv]orige|[Vv]oorgaande|[Vv]oorafgaande|[Vv]olgende)(?: (${counts.slice(2).join('|')}))? leden(?![A-Za-zÀ-ÿ0-9-])`,
  'y'
)

/** The leden before or behind this one: all of them, or as many as are told. */
export function readLedenAround(scan: Scan): Ends | undefined {
  return attempt(scan, () => {
    const [, pointer, told] = eat(scan, word) ?? []
    if (pointer === undefined) return undefined
    const count = told === undefined ? undefined : counts.indexOf(told)
    return /^volg/i.test(pointer) ? behind(count) : before(count)
  })
}

function before(count?: number): Ends {
  const address = count === undefined ? ofArtikel('1') : ofLid(-count)
  return {address, tot: ofLid(-1)}
}

function behind(count?: number): Ends {
  const tot = count === undefined ? ofArtikel('laatste') : ofLid(count)
  return {address: ofLid(1), tot}
}

function ofLid(stap: number): Address {
  return {vanaf: {soort: 'lid', stap}, eenheid: [], pad: []}
}

function ofArtikel(nummer: string): Address {
  const vanaf: Vanaf = {soort: 'artikel', stap: 0}
  return {vanaf, eenheid: [], pad: [{soort: 'lid', nummer}]}
}

/** `vorige leden` of such a range; nothing for any other. */
export function ledenInWords(
  address: Address,
  tot: Address
): string | undefined {
  const [from, to] = [stepOf(address), stepOf(tot)]
  if (to === -1) return wordsOf('vorige', from, numberOf(address) === '1')
  return from === 1
    ? wordsOf('volgende', to, numberOf(tot) === 'laatste')
    : undefined
}

function wordsOf(
  pointer: string,
  stap: number | undefined,
  isAll: boolean
): string | undefined {
  const count = counts[Math.abs(stap ?? 0)]
  if (stap === undefined) return isAll ? `${pointer} leden` : undefined
  return count ? `${pointer} ${count} leden` : undefined
}

/** How many leden from this one. */
function stepOf({vanaf, pad}: Address): number | undefined {
  const isWhole = vanaf?.soort === 'lid' && pad.length === 0
  return isWhole && typeof vanaf.stap === 'number' && vanaf.stap !== 0
    ? vanaf.stap
    : undefined
}

/** The number of a lid of this artikel. */
function numberOf({vanaf, pad}: Address): string | undefined {
  const [lid, ...others] = pad
  const isOwn = vanaf?.soort === 'artikel' && vanaf.stap === 0
  return isOwn && lid?.soort === 'lid' && others.length === 0
    ? lid.nummer
    : undefined
}
