/** Parts of what the sentence named before: `dat lid, onder a`, `het onder b genoemde bedrag`. Kernel. */
import type {Address, BepalingReference, Target} from './address.ts'
import {owned} from './owned.ts'
import {readWays, type Way} from './path.ts'
import type {Reading} from './reading.ts'
import {before, eat, sees} from './scan.ts'

/** `dat lid, onder a en b`: with a part of it, what points back is a reference. */
export function readThat(reading: Reading): BepalingReference | undefined {
  const {scan} = reading
  const from = scan.at
  const word = eat(scan, /[Dd]at (lid|artikel)(?=, )/y)?.[1]
  const ways = word === undefined ? [] : readWays(scan)
  if (ways.length === 0) return undefined
  return owned(reading, word === 'lid' ? 'last lid' : 'last', ways, from)
}

const farthest = 600
const said = / (?:genoemde?|bedoelde?|vermelde?) /y

/** What `het onder b genoemde bedrag` means where the sentence named a place with that letter; nothing elsewhere. */
export function lettersBack(
  {scan, found}: Reading,
  from: number,
  ways: readonly Way[]
): readonly Target[] | undefined {
  const words = scan.text.slice(from, from + 6)
  const isThe = /(?:^|[^a-z])(?:het|de) $/i.test(before(scan, from, 5))
  if (!isThe || !/^onder /.test(words) || !sees(scan, said)) return undefined
  const sentence = before(scan, from, farthest)
  const start = from - sentence.length + sentence.lastIndexOf('. ') + 1
  const named = found
    .slice(found.findLastIndex((one) => one.from < start) + 1)
    .flatMap((one) => (one.soort === 'bepaling' ? one.targets : []))
    .map(({address}) => address)
  const targets = ways.flatMap((way, at): readonly Target[] => {
    const address = named.findLast((one) => endsWith(one, way))
    return address
      ? [{from: at === 0 ? from : way.from, to: way.to, address}]
      : []
  })
  return targets.length === ways.length ? targets : undefined
}

/** Whether a place of an artikel that was named is the onderdeel with this letter. */
function endsWith({eenheid, pad}: Address, {pad: own, tot}: Way): boolean {
  const [step, ...others] = own
  const last = pad.at(-1)
  return (
    eenheid.length > 0 &&
    others.length === 0 &&
    tot === undefined &&
    last?.soort === 'onderdeel' &&
    last.nummer === step?.nummer
  )
}
