/** Places that have been read → the addresses that they mean. Kernel. */
import {defined} from '../defined.ts'
import type {
  Address,
  BepalingReference,
  Deel,
  RegelingNaam,
  Stap,
  Target,
  Vanaf
} from './address.ts'
import {inBook} from './books.ts'
import type {Laws} from './law-index.ts'
import type {Way} from './path.ts'

/** Units that stand together, with the ways into their text that stand behind them. */
export interface Place {
  readonly from: number
  readonly to: number
  readonly eenheid: readonly Deel[]
  readonly tot?: readonly Deel[]
  readonly ways: readonly Way[]
  /** Where a range begins inside its first artikel. */
  readonly start?: readonly Stap[]
  readonly vernummerd?: 'nieuw' | 'oud'
}

interface Around {
  readonly around: readonly Deel[]
  readonly regeling: RegelingNaam | undefined
  /** `van dit hoofdstuk`. */
  readonly vanaf?: Vanaf | undefined
  readonly laws: Laws
}

export function targetsOf(
  {from, to, eenheid, tot, ways, start = [], vernummerd}: Place,
  {around, regeling, vanaf, laws}: Around
): readonly Target[] {
  const at = (units: readonly Deel[], pad: readonly Stap[]): Address =>
    inBook(
      {...defined({regeling, vanaf}), eenheid: [...around, ...units], pad},
      laws
    )
  const more = vernummerd ? {vernummerd} : {}
  if (ways.length === 0) {
    return [
      {
        from,
        to,
        address: at(eenheid, start),
        ...(tot && {tot: at(tot, [])}),
        ...more
      }
    ]
  }
  const [first] = ways
  return ways.map((way, index) => ({
    ...spanOf(way, index === 0 ? from : way.from),
    address:
      tot && way === first ? at(eenheid, start) : at(tot ?? eenheid, way.pad),
    ...(way.tot && {tot: at(tot ?? eenheid, way.tot)}),
    ...(tot && !way.tot && way === first && {tot: at(tot, way.pad)}),
    ...(way.vernummerd ? {vernummerd: way.vernummerd} : more)
  }))
}

/** A part of what an address, or each end of a range, leads to. */
export function inside(
  {address, tot}: Pick<Target, 'address' | 'tot'>,
  way: Pick<Way, 'pad' | 'tot'>
): Pick<Target, 'address' | 'tot'> {
  const into = (one: Address, pad: readonly Stap[]): Address => ({
    ...one,
    pad: [...one.pad, ...pad]
  })
  const end = way.tot ?? (tot && way.pad)
  return {
    address: into(address, way.pad),
    ...(end && {tot: into(tot ?? address, end)})
  }
}

/** The words of a way, from where it or what stands before it begins. */
export function spanOf(
  way: Way,
  from: number
): {readonly from: number; readonly to: number} {
  return {from, to: way.to}
}

/** A reference with each of its addresses, and the end of each range, made into another. */
export function withAddresses(
  reference: BepalingReference,
  of: (address: Address) => Address
): BepalingReference {
  return {
    ...reference,
    targets: reference.targets.map((target) => ({
      ...target,
      address: of(target.address),
      ...(target.tot && {tot: of(target.tot)})
    }))
  }
}
