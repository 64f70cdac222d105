/** Law and day that only the last of some references names. Kernel. */
import type {
  Address,
  BepalingReference,
  Reference,
  RegelingNaam
} from './address.ts'
import {inBook} from './books.ts'
import {isNextTo, isOfLaw} from './of-law.ts'
import {partBefore} from './part-before.ts'
import type {Reading} from './reading.ts'
import {withAddresses} from './targets.ts'

const joined =
  /^,? ?(?:(?:en|of|alsmede|dan wel|danwel|respectievelijk|onderscheidenlijk|noch|en\/of|juncto|jo\.|jo|j°|&|in samenhang met|in verbinding met|(?:en )?gelezen in samenhang met|c\.q\.|resp\.|evenals)(?: van)?(?: de| het)? ?)?$|^, de $/

/** What the last of some references names goes for those before it: `artikel 3 en artikel 4 van de Wet`. */
export function withShared(reading: Reading): readonly Reference[] {
  const shared = withListed(reading)
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

/** `de Distributiewet, de artikelen 4 en 5; …`, `de Wgs (artikel 3)`: artikelen of the law that was named before them. */
function withListed(reading: Reading): Reference[] {
  const {text} = reading.scan
  let last: RegelingNaam | undefined
  return reading.found.map((next, at) => {
    const before = reading.found[at - 1]
    if (before?.soort !== 'bepaling' || next.soort !== 'bepaling') return next
    const law = isOfLaw(text, before, next) ? lawOf(before) : undefined
    last = law ?? (isNextTo(text, before, next) ? last : undefined)
    return last ? inLaw(next, last, reading) : next
  })
}

/** What is named as a whole, and none of its places. */
function lawOf({
  targets: [target]
}: BepalingReference): RegelingNaam | undefined {
  const {regeling, eenheid = []} = target?.address ?? {}
  return eenheid.length === 0 ? regeling : undefined
}

/** A place as one of a law, unless it says itself what it is of. */
function inLaw(
  next: BepalingReference,
  regeling: RegelingNaam,
  reading: Reading
): BepalingReference {
  const isFree =
    !isOwn(reading, next) && next.targets.every(({address}) => isOpen(address))
  return isFree
    ? withAddresses(next, (address) =>
        inBook({regeling, ...address}, reading.laws)
      )
    : next
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
  return withAddresses(one, (address) =>
    inBook({regeling, ...address}, reading.laws)
  )
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
  const {targets} = withAddresses(one, (address) => ({...address, regeling}))
  return {...next, targets: targets.map((target) => ({...target, from, to}))}
}
