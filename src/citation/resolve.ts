/** A relative address, and where it stands → the address that it means. Kernel. */
import type {Block, Soort} from '../model.ts'
import type {Address, Deel, Stap, Vanaf} from './address.ts'
import {findPath} from './find-path.ts'
import {labelsBeside} from './labels-beside.ts'

/** Where a text stands that holds a reference. */
export interface Here {
  /** Units around the text, outermost first; the last is the one whose text it is. */
  readonly eenheid: readonly Deel[]
  /** Lid and onderdelen around it. */
  readonly pad: readonly Stap[]
  /** Numbers of the leden of this text, in order. */
  readonly leden: readonly string[]
  readonly text: readonly Block[]
}

/**
 * Make an address absolute.
 *
 * An absolute one comes back as it is; nothing if it cannot be told from here:
 * a lid in a bijlage, the lid before the first one (see `nowhere.ts`), another
 * artikel or hoofdstuk by its place alone, which depends on the day.
 */
export function resolveAddress(
  address: Address,
  here: Here
): Address | undefined {
  const {vanaf, pad, eenheid} = address
  if (!vanaf) return address
  if (vanaf.stap === 'genoemd') return undefined
  const isInside = eenheid.some(({soort}) => soort !== 'toelichting')
  const base = isInside
    ? around(vanaf, here)
    : baseOf(vanaf.soort, vanaf.stap, here, pad)
  return (
    base && {
      eenheid: [...base.eenheid, ...eenheid],
      pad: [...base.pad, ...pad]
    }
  )
}

/** `paragraaf 2 van dit hoofdstuk`: all units from the outermost to this one. */
function around({soort, stap}: Vanaf, {eenheid}: Here): Base | undefined {
  const units = eenheid.filter((one) => one.soort !== 'toelichting')
  const at = units.findLastIndex((one) => one.soort === soort)
  return stap === 0 && at >= 0
    ? {eenheid: units.slice(0, at + 1), pad: []}
    : undefined
}

type Base = Pick<Address, 'eenheid' | 'pad'>

function baseOf(
  soort: Vanaf['soort'],
  stap: number,
  here: Here,
  pad: readonly Stap[]
): Base | undefined {
  switch (soort) {
    case 'lid':
      return stap === 0 ? ownLid(here, pad) : otherLid(here, stap)
    case 'onderdeel':
      return stap === 0 ? ownOnderdeel(here) : otherOnderdeel(here, stap)
    case 'volzin':
      return undefined
    case 'tekst':
      return {eenheid: own(here), pad: innermostWith(pad, here)}
    default:
      return stap === 0 ? ownUnit(soort, here) : undefined
  }
}

/** The unit whose text this is; of a toelichting what it explains. */
function own({eenheid}: Here): readonly Deel[] {
  const last = eenheid.filter(({soort}) => soort !== 'toelichting').at(-1)
  return last ? [last] : []
}

function ownUnit(soort: Soort, here: Here): Base | undefined {
  const unit = here.eenheid.findLast((one) => one.soort === soort)
  return unit && {eenheid: [unit], pad: []}
}

/** `dit lid`, or the place of an onderdeel that is named alone: beside those of its kind, or below. */
function ownLid(here: Here, pad: readonly Stap[]): Base {
  const [first] = pad
  const labels = here.pad.filter(({soort}) => soort === 'onderdeel')
  const around = here.pad.filter(({soort}) => soort === 'lid')
  if (first?.soort !== 'onderdeel') return {eenheid: own(here), pad: around}
  const same = labels.findIndex(
    ({nummer}) => kindOf(nummer) === kindOf(first.nummer)
  )
  const isTop = kindOf(first.nummer) === 'letter'
  const depth = same >= 0 ? same : isTop ? 0 : labels.length
  return {eenheid: own(here), pad: [...around, ...labels.slice(0, depth)]}
}

function otherLid(here: Here, stap: number): Base | undefined {
  const lid = here.pad.find(({soort}) => soort === 'lid')?.nummer
  const at = here.leden.indexOf(lid ?? '')
  const nummer = at < 0 ? undefined : here.leden[at + stap]
  return nummer === undefined
    ? undefined
    : {eenheid: own(here), pad: [{soort: 'lid', nummer}]}
}

function ownOnderdeel(here: Here): Base | undefined {
  return here.pad.some(({soort}) => soort === 'onderdeel')
    ? {eenheid: own(here), pad: here.pad}
    : undefined
}

/** The onderdeel beside this one, or beside the one that holds it. */
function otherOnderdeel(here: Here, stap: number): Base | undefined {
  for (let depth = here.pad.length; depth > 0; depth--) {
    const around = here.pad.slice(0, depth - 1)
    const step = here.pad[depth - 1]
    if (step?.soort !== 'onderdeel') return undefined
    const labels = labelsBeside(here.text, around)
    const at = labels.indexOf(step.nummer ?? '')
    const nummer = at < 0 ? undefined : labels[at + stap]
    if (nummer !== undefined) {
      return {eenheid: own(here), pad: [...around, {...step, nummer}]}
    }
  }
  return undefined
}

/** Where a part is that is named alone: in the innermost piece around it that has room for it. */
function innermostWith(
  pad: readonly Stap[],
  {pad: around, text}: Here
): readonly Stap[] {
  for (let depth = around.length; depth > 0; depth--) {
    const base = around.slice(0, depth)
    if (findPath(text, {pad: [...base, ...pad]})) return base
  }
  return around
}

function kindOf(nummer: string | undefined): 'letter' | 'number' {
  return /^[a-z]/i.test(nummer ?? '') ? 'letter' : 'number'
}
