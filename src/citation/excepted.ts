/** What is left out of a place: `artikel 34, uitgezonderd het vierde en vijfde lid`. Kernel. */
import type {Address, BepalingReference, Reference} from './address.ts'
import {withAddresses} from './targets.ts'

const except =
  /^,? (?:(?:is|zijn|blijft|blijven|geldt|gelden|wordt|worden),? )?(?:uitgezonderd|met uitzondering van|behalve|behoudens) (?:het |de )?$/

/** References with the leden and onderdelen that are left out as parts of what was named right before them. */
export function withExcepted(
  references: readonly Reference[],
  text: string
): readonly Reference[] {
  return references.map((part, at) => {
    const whole = references[at - 1]
    if (part.soort !== 'bepaling' || whole?.soort !== 'bepaling') return part
    return except.test(text.slice(whole.to, part.from))
      ? insideOf(whole, part)
      : part
  })
}

/** A part that is named alone, in the one place before it. */
function insideOf(
  {targets: [whole, ...others]}: BepalingReference,
  part: BepalingReference
): BepalingReference {
  if (!whole || whole.tot || others.length > 0) return part
  const {address} = whole
  const isOne = address.eenheid.at(-1)?.soort === 'artikel'
  const fits = part.targets.every((target) => isPartOf(target.address, address))
  return isOne && fits
    ? withAddresses(part, ({pad}) => ({
        ...address,
        pad: [...address.pad, ...pad]
      }))
    : part
}

/** Leden are parts of a whole artikel, onderdelen of one of its leden too. */
function isPartOf({vanaf, eenheid, pad}: Address, whole: Address): boolean {
  const isAlone = vanaf?.stap === 0 && eenheid.length === 0
  const last = whole.pad.at(-1)?.soort
  if (pad[0]?.soort === 'lid') return isAlone && last === undefined
  return (
    isAlone &&
    pad[0]?.soort === 'onderdeel' &&
    (last === undefined || last === 'lid')
  )
}
