/** Parts of what is named behind them, or was named before them. Kernel. */
import type {
  Address,
  BepalingReference,
  Reference,
  Stap,
  Target
} from './address.ts'
import type {Way} from './path.ts'
import {spanOf} from './place.ts'
import type {Reading} from './reading.ts'

/** A part of what was named behind it, or before it. */
export function owned(
  {scan, found}: Reading,
  home: BepalingReference | 'last',
  ways: readonly Way[],
  from: number
): BepalingReference | undefined {
  const owner =
    home === 'last' ? (lastArtikel(found) ?? named) : home.targets[0]?.address
  if (home !== 'last' && home.targets.length > 1)
    return {...home, from, targets: inEach(home.targets, ways, from)}
  if (!owner) return undefined
  const targets = ways.map(
    (way, at): Target => ({
      ...spanOf(way, at === 0 ? from : way.from),
      address: into(owner, way.pad),
      ...(way.tot && {tot: into(owner, way.tot)}),
      ...(way.vernummerd && {vernummerd: way.vernummerd})
    })
  )
  const whole = {soort: 'bepaling', from, to: scan.at, targets} as const
  return home === 'last' ? whole : {...home, ...whole}
}

/** Each part of each of several homes; nothing is part of an aanhef that stands beside them. */
function inEach(
  homes: readonly Target[],
  ways: readonly Way[],
  from: number
): readonly Target[] {
  const [first] = ways
  return homes
    .filter(({address}) => address.pad.at(-1)?.soort !== 'aanhef')
    .flatMap((home, at) =>
      ways.map((way): Target => {
        const isFirst = at === 0 && way === first
        const span = at === 0 ? spanOf(way, isFirst ? from : way.from) : home
        return {
          from: span.from,
          to: span.to,
          address: into(home.address, way.pad),
          ...(way.tot && {tot: into(home.address, way.tot)})
        }
      })
    )
}

const named: Address = {
  vanaf: {soort: 'artikel', stap: 'genoemd'},
  eenheid: [],
  pad: []
}

/** The artikel that was named last: `het derde lid van dat artikel`. */
function lastArtikel(found: readonly Reference[]): Address | undefined {
  const last = found.findLast(({soort}) => soort === 'bepaling')
  const address =
    last?.soort === 'bepaling' ? last.targets.at(-1)?.address : undefined
  if (!address || (address.eenheid.length === 0 && !address.vanaf))
    return undefined
  return {...address, pad: []}
}

function into(address: Address, pad: readonly Stap[]): Address {
  return {...address, pad: [...address.pad, ...pad]}
}
