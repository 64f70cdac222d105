/** A part that is of the same owner as the one behind it: `onderdeel b en het slot van artikel 5`. Kernel. */
import type {Address, BepalingReference, Stap, Target} from './address.ts'
import {withAddresses} from './targets.ts'

/** Behind `en de artikelen 3, tweede lid, en 4` nothing is of the next one's owner. */
const opensWithPart =
  /^(?:aanhef|slot|onderde(?:el|len)|lid|leden|[a-zë]+(?:de|ste)(?:,| en| of| tot en met)? )/i
const withArticle = /^,? (?:en|of) (?:het|de) $/

/** `onderdeel b en het slot van artikel 5`: what is of the next one's owner too, if it stands as deep. */
export function partBefore(
  one: BepalingReference,
  next: BepalingReference,
  text: string
): BepalingReference {
  const {vanaf, eenheid, pad, ...law} = next.targets[0]?.address ?? noAddress
  const last = pad.at(-1)
  const around = pad.slice(0, -1)
  const hasOwner = eenheid.length > 0 || around.length > 0
  if (/^d(?:it|eze) /i.test(text.slice(one.from, one.to))) return one
  if (!opensWithPart.test(text.slice(next.from, next.to))) return one
  if (!last || !hasOwner || !withArticle.test(text.slice(one.to, next.from)))
    return one
  if (!one.targets.every((target) => isBeside(target, last))) return one
  return withAddresses(one, (address) => ({
    ...law,
    ...(vanaf && {vanaf}),
    eenheid,
    pad: [...around, ...address.pad]
  }))
}

const noAddress: Address = {eenheid: [], pad: []}

/** Whether a part that stands alone is at the level of another one. */
function isBeside({address}: Target, other: Stap): boolean {
  const {vanaf, eenheid, pad} = address
  const [step, ...more] = pad
  const isAlone = vanaf?.stap === 0 && eenheid.length === 0 && more.length === 0
  return isAlone && step !== undefined && rankOf(step) === rankOf(other)
}

function rankOf({soort}: Stap): 'lid' | 'onderdeel' | 'volzin' {
  if (soort === 'lid') return soort
  return /^(?:onderdeel|aanhef|slot)$/.test(soort) ? 'onderdeel' : 'volzin'
}
