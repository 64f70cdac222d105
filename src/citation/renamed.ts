/** What parts come to be called, without a word of its own: `onderdelen b en c worden verletterd tot c en d`. Kernel. */
import type {Address, BepalingReference, Target} from './address.ts'
import {type Item, readLabel, readList, readNummer} from './designation.ts'
import type {Reading} from './reading.ts'
import {attempt, before, eat, type Scan} from './scan.ts'

const becomes = / word(?:t|en) ver(?:letterd|nummerd) (?:tot|in) (?:de )?/y
const into = / (?:tot|in) (?:de )?/y
const renaming = /ver(?:letter|nummer)ing van (?:de |het )?$/i

/** The designations that stand behind what is renamed; nothing where they have a word of their own. */
export function readRenamed({
  scan,
  found
}: Reading): BepalingReference | undefined {
  const last = found.at(-1)
  if (last?.soort !== 'bepaling' || last.to !== scan.at) return undefined
  const isNoun = renaming.test(before(scan, last.from))
  return attempt(scan, () => {
    if (!eat(scan, isNoun ? into : becomes)) return undefined
    const from = scan.at
    const old = last.targets.at(-1)?.address
    const items = old ? readNew(scan, old) : []
    if (!old || items.length === 0) return undefined
    const targets = items.map(
      (item): Target => ({
        from: item.from,
        to: item.to,
        address: called(old, item.nummer),
        ...(item.tot !== undefined && {tot: called(old, item.tot)}),
        vernummerd: 'nieuw'
      })
    )
    return {soort: 'bepaling', from, to: scan.at, targets}
  })
}

function readNew(scan: Scan, {eenheid, pad}: Address): readonly Item[] {
  if (pad.at(-1)?.soort === 'onderdeel') return readList(scan, readLabel)
  const isArtikel = pad.length === 0 && eenheid.at(-1)?.soort === 'artikel'
  return isArtikel ? readList(scan, readNummer) : []
}

/** The same place by another designation. */
function called({eenheid, pad, ...rest}: Address, nummer: string): Address {
  const [step, unit] = [pad.at(-1), eenheid.at(-1)]
  if (step)
    return {...rest, eenheid, pad: [...pad.slice(0, -1), {...step, nummer}]}
  return unit
    ? {...rest, eenheid: [...eenheid.slice(0, -1), {...unit, nummer}], pad}
    : {...rest, eenheid, pad}
}
