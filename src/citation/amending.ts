/** Parts of an artikel that a sentence changes: `In artikel 8 van de Woningwet vervalt het tweede lid`. Kernel. */
import type {Address, BepalingReference, Reference} from './address.ts'
import {resolveAddress} from './resolve.ts'
import {before} from './scan.ts'
import {withAddresses} from './targets.ts'

/** References with what a sentence changes as the owner of the parts that it names behind it. */
export function withAmended(
  references: readonly Reference[],
  text: string
): readonly Reference[] {
  let amended: Amended | undefined
  return references.map((reference) => {
    if (reference.soort !== 'bepaling') return reference
    if (!amended || reference.from >= amended.to) {
      amended = amendedBy(reference, text)
      return reference
    }
    const part = partOf(amended, reference, text)
    amended = goingInto(amended, part, text)
    return part
  })
}

/** What a sentence changes, and which part of the text says how. */
interface Amended {
  readonly address: Address
  readonly from: number
  readonly to: number
}

const opening = /(?:^|[.;:] |^[A-Za-z0-9]{1,3}[.)] )(?:In|Aan|Na|Van|Achter) $/
const bareOpening = /(?:^|[.;:] |^[A-Za-z0-9]{1,3}[.)] )$/
const verb = /^,? (?:wordt|worden|vervalt|vervallen|komt|komen) /
const change =
  /^,? verval(?:t|len) |[ :](?:vervangen|ingevoegd|toegevoegd|gewijzigd|geplaatst|geschrapt|vernummerd|verletterd|(?:te )?vervallen|te luiden|luidende)(?![a-z])/

/** What a reference says is changed, if a sentence begins with it and says so. */
function amendedBy(
  {from, to, targets}: BepalingReference,
  text: string
): Amended | undefined {
  const [target, ...others] = targets
  if (!target || target.tot || others.length > 0) return undefined
  const {vanaf, eenheid} = target.address
  if (vanaf || eenheid.length === 0) return undefined
  const words = before({text, at: from}, from)
  const opens = /^[A-Z]/.test(text.slice(from, from + 1))
    ? bareOpening
    : opening
  if (!opens.test(words)) return undefined
  const rest = restOf(text, to)
  return verb.test(rest) && change.test(rest)
    ? {address: target.address, from: to, to: to + rest.length}
    : undefined
}

const quotes = new Map([
  ['«', '»'],
  ['“', '”'],
  ['„', '”'],
  ['‘', '’'],
  ['"', '"']
])
const farthest = 1200

/** The rest of a sentence; a full stop between quotes does not end it. */
function restOf(text: string, from: number): string {
  let close: string | undefined
  const rest = text.slice(from, from + farthest)
  for (let at = 0; at < rest.length; at++) {
    if (close === undefined && /^[.;](?: |$)/.test(rest.slice(at, at + 2)))
      return rest.slice(0, at)
    const char = rest.charAt(at)
    close = close === undefined ? quotes.get(char) : closed(char, close)
  }
  return rest
}

/** What still has to close the quote behind this character. */
function closed(char: string, close: string): string | undefined {
  return char === close ? undefined : close
}

/** A reference as a part of what is changed, unless it says itself what it is of. */
function partOf(
  amended: Amended,
  reference: BepalingReference,
  text: string
): BepalingReference {
  const words = text.slice(reference.from, reference.to)
  if (/(?:^| )(?:dit|deze) /i.test(words)) return reference
  const isNew = isInNewText(text.slice(amended.from, reference.from))
  const of = (address: Address): Address => {
    if (address.vanaf) return inside(amended.address, address)
    return isNew ? ofSameLaw(amended.address, address) : address
  }
  return withAddresses(reference, of)
}

const into =
  /(?<!(?:bedoelde?|genoemde?|vermelde?|omschreven|bepaalde?|gestelde?) )(?:in|aan|na) (?:het |de )?$/

/** `In artikel I wordt in artikel 13 …`: what stands behind it is of the latter. */
function goingInto(
  amended: Amended,
  {from, targets}: BepalingReference,
  text: string
): Amended {
  const [target, ...others] = targets
  const words = text.slice(amended.from, from)
  const isOther =
    others.length === 0 &&
    target?.address.vanaf === undefined &&
    into.test(words) &&
    !isInNewText(words)
  return isOther && target ? {...amended, address: target.address} : amended
}

/** Whether words of the text that is changed stand here: between quotes, or behind `vervangen door`. */
function isInNewText(words: string): boolean {
  return (
    /[«“„][^»”]*$/.test(words) || /vervangen door:? (?:de |het )?$/.test(words)
  )
}

/** `het tweede lid` of artikel 8. */
function inside(owner: Address, address: Address): Address {
  const {stap} = address.vanaf ?? {}
  if (stap !== 0 || address.eenheid.length > 0) return address
  const pad = resolveAddress(address, {...owner, leden: [], text: []})?.pad
  return pad ? {...owner, pad} : address
}

/** `artikel 3` in a law that is changed is of that law. */
function ofSameLaw({regeling}: Address, address: Address): Address {
  return regeling && !address.regeling && address.eenheid.length > 0
    ? {regeling, ...address}
    : address
}
