/** Law and day that only the last of some references names. Kernel. */
import type {
  Address,
  BepalingReference,
  Reference,
  Stap,
  Target
} from './address.ts'
import {inBook} from './books.ts'
import type {Reading} from './reading.ts'

const joined =
  /^,? ?(?:(?:en|of|alsmede|dan wel|danwel|respectievelijk|onderscheidenlijk|noch|en\/of|juncto|jo\.|jo|j°|&|in samenhang met|in verbinding met|(?:en )?gelezen in samenhang met|c\.q\.|resp\.|evenals)(?: van)?(?: de| het)? ?)?$/

/** What the last of some references names goes for those before it: `artikel 3 en artikel 4 van de Wet`. */
export function withShared(reading: Reading): readonly Reference[] {
  const shared = [...reading.found]
  for (let at = shared.length - 2; at >= 0; at--) {
    const one = shared[at]
    const next = shared[at + 1]
    if (one?.soort !== 'bepaling' || next?.soort !== 'bepaling') continue
    const {text} = reading.scan
    shared[at + 1] = twinOf(one, next, text) ?? next
    if (!isJoined(reading, one, next)) continue
    const part = partBefore(one, next, text)
    shared[at] = withLaw(withDay(part, next, text), next, reading)
  }
  return shared
}

function isJoined(
  {scan}: Reading,
  one: BepalingReference,
  next: BepalingReference
): boolean {
  const gap = scan.text.slice(one.to, next.from)
  if (gap === ', met uitzondering van ')
    return isExcepted.test(scan.text.slice(next.from, next.to))
  return gap !== '' && joined.test(gap)
}

/** `titel 4.2, met uitzondering van artikel 4:24, van de Awb`: the commas say that the law is that of both. */
const isExcepted =
  /^(?:artikel|hoofdstuk|paragraaf|titel|afdeling) [^ ,]+, van /

/** `artikel 3 van deze wet` says itself what it is of. */
function isOwn({own}: Reading, {from, to}: BepalingReference): boolean {
  for (let at = from + 1; at <= to; at++) if (own.has(at)) return true
  return false
}

/** `artikel 9 en artikel 10, zoals die luidden op …`: the day is that of both. */
function withDay(
  one: BepalingReference,
  {from, to, targets, zoals}: BepalingReference,
  text: string
): BepalingReference {
  if (!zoals || one.zoals || targets.length > 1) return one
  const isOfBoth = / (?:luidden|golden)(?![a-z])/.test(text.slice(from, to))
  return isOfBoth ? {...one, zoals} : one
}

/** `artikel 3 en artikel 4 van de Wet`: the law is that of both. */
function withLaw(
  one: BepalingReference,
  next: BepalingReference,
  reading: Reading
): BepalingReference {
  const {regeling, eenheid = []} = next.targets[0]?.address ?? {}
  if (!regeling || eenheid.length === 0) return one
  if (isOwn(reading, one) || !isLike(one, next, reading.scan.text)) return one
  if (!one.targets.every(({address}) => isOpen(address))) return one
  const of = (address: Address): Address =>
    inBook({regeling, ...address}, reading.laws)
  return {
    ...one,
    targets: one.targets.map((target) => ({
      ...target,
      address: of(target.address),
      ...(target.tot && {tot: of(target.tot)})
    }))
  }
}

/** Whether nothing says yet of which regeling a place is. */
function isOpen({regeling, vanaf, eenheid}: Address): boolean {
  return !regeling && !vanaf && eenheid.length > 0
}

/** `artikel 3:6 en artikel 43 van de Ziektewet`: numbers of another kind are of another law. */
function isLike(
  one: BepalingReference,
  next: BepalingReference,
  text: string
): boolean {
  const [a, b] = [one, next].map(({from, to}) => markIn(text.slice(from, to)))
  return a === undefined || b === undefined || a === b
}

const firstNumber = /[Aa]rt(?:ikel(?:en)?|t?\.|t)? ?([A-Z]?\d+[a-z]*[.:]?\d?)/

/** The mark in the number of an artikel, of `3:6` the colon; nothing if there is no artikel. */
function markIn(words: string): ':' | '.' | '' | undefined {
  const number = firstNumber.exec(words)?.[1]
  if (number === undefined) return undefined
  if (number.includes(':')) return ':'
  return /\d\.\d/.test(number) ? '.' : ''
}

const besides = /^ (?:en|of|en\/of|respectievelijk|onderscheidenlijk) (?:de )?$/
/** Of a name, enough to tell laws that belong together. */
const alike = 30

/** `artikel 35 van de IOAW en de IOAZ`: of laws whose names begin alike the artikel is that of both. */
function twinOf(
  one: BepalingReference,
  next: BepalingReference,
  text: string
): BepalingReference | undefined {
  const [twin, ...others] = next.targets
  const law = one.targets[0]?.address.regeling
  if (!law || !twin?.address.regeling || others.length > 0) return undefined
  const {regeling, eenheid} = twin.address
  const isTwin =
    eenheid.length === 0 &&
    regeling.naam !== law.naam &&
    regeling.naam.slice(0, alike) === law.naam.slice(0, alike)
  if (!isTwin || !besides.test(text.slice(one.to, next.from))) return undefined
  const {from, to} = next
  const of = (address: Address): Address => ({...address, regeling})
  const targets = one.targets.map((target) => ({
    ...target,
    from,
    to,
    address: of(target.address),
    ...(target.tot && {tot: of(target.tot)})
  }))
  return {...next, targets}
}

/** Behind `en de artikelen 3, tweede lid, en 4` nothing is of the next one's owner. */
const opensWithPart =
  /^(?:aanhef|slot|onderde(?:el|len)|lid|leden|[a-zë]+(?:de|ste)(?:,| en| of| tot en met)? )/i
const withArticle = /^,? (?:en|of) (?:het|de) $/

/** `onderdeel b en het slot van artikel 5`: what is of the next one's owner too, if it stands as deep. */
function partBefore(
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
  const of = (address: Address): Address => ({
    ...law,
    ...(vanaf && {vanaf}),
    eenheid,
    pad: [...around, ...address.pad]
  })
  return {
    ...one,
    targets: one.targets.map((target) => ({
      ...target,
      address: of(target.address),
      ...(target.tot && {tot: of(target.tot)})
    }))
  }
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
