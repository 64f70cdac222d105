/** Parts of what is named behind them, or was named before them. Kernel. */
import type {Address, BepalingReference, Reference, Target} from './address.ts'
import type {Way} from './path.ts'
import {lastAddress, type Reading} from './reading.ts'
import {inside, spanOf} from './targets.ts'

/** `dat artikel` or `dat lid`: what was named before. */
export type Before = 'last' | 'last lid'

/** A part of what was named behind it, or before it. */
export function owned(
  {scan, found}: Reading,
  home: BepalingReference | Before,
  ways: readonly Way[],
  from: number
): BepalingReference | undefined {
  if (typeof home !== 'string' && home.targets.length > 1)
    return {...home, from, targets: inEach(home.targets, ways, from)}
  const owner = ownerOf(home, found)
  if (!owner) return undefined
  const targets = ways.map(
    (way, at): Target => ({
      ...spanOf(way, at === 0 ? from : way.from),
      ...inside(owner, way),
      ...(way.vernummerd && {vernummerd: way.vernummerd})
    })
  )
  const whole = {soort: 'bepaling', from, to: scan.at, targets} as const
  return typeof home === 'string' ? whole : {...home, ...whole}
}

/** What something is a part of; `dat artikel` is the last one, or one in another text. */
function ownerOf(
  home: BepalingReference | Before,
  found: readonly Reference[]
): Pick<Target, 'address' | 'tot'> | undefined {
  if (home === 'last') return {address: lastArtikel(found) ?? named}
  if (home === 'last lid') return {address: lastLid(found) ?? namedLid}
  return home.targets[0]
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
          ...inside(home, way)
        }
      })
    )
}

const named: Address = {
  vanaf: {soort: 'artikel', stap: 'genoemd'},
  eenheid: [],
  pad: []
}

const namedLid: Address = {
  vanaf: {soort: 'lid', stap: 'genoemd'},
  eenheid: [],
  pad: []
}

/** The artikel that was named last: `het derde lid van dat artikel`; not our own, which is `dit artikel`. */
function lastArtikel(found: readonly Reference[]): Address | undefined {
  const last = lastAddress(
    found,
    ({eenheid, vanaf}) =>
      eenheid.some(({soort}) => soort === 'artikel') ||
      (vanaf?.soort === 'artikel' && vanaf.stap !== 0)
  )
  return last && {...last, pad: []}
}

/** The lid that was named last: `de eerste volzin van dat lid`. */
function lastLid(found: readonly Reference[]): Address | undefined {
  const last = lastAddress(
    found,
    ({vanaf, pad}) =>
      pad[0]?.soort === 'lid' || (vanaf?.soort === 'lid' && vanaf.stap !== 0)
  )
  return last && {...last, pad: last.pad.filter(({soort}) => soort === 'lid')}
}
