/** `zoals dat luidde op 31 december 2020`: a reference to the text of another day. Kernel. */
import type {BepalingReference, Zoals} from './address.ts'
import {readDay} from './day.ts'
import {attempt, eat, type Scan} from './scan.ts'

const asRead =
  /,? zoals (?:(?:dat|die|deze|dit|het|zij|ze)(?: (?:artikel|artikelen|lid|leden|onderdeel|hoofdstuk|paragraaf|bepaling|bepalingen|bijlage|artikellid))?|de tekst daarvan)?/y

const onDay =
  / (?:(?:op|tot en met|tot|voor|vóór|onmiddellijk voorafgaand aan|direct voorafgaand aan) )?(?:(?:op|de dag v[oó]{2}r|voor|vóór|aan) )?/y

/** `, zoals dat luidde op 31 december 2020`, or with the day before the verb. */
export function withZoals(
  scan: Scan,
  reference: BepalingReference
): BepalingReference {
  const zoals = attempt(scan, () => readZoals(scan))
  return zoals ? {...reference, to: scan.at, zoals} : reference
}

function readZoals(scan: Scan): Zoals | undefined {
  if (!eat(scan, asRead)) return undefined
  const early = readWhen(scan)
  if (!eat(scan, / (?:luidde[n]?|gold(?:en)?|luid(?:t|en) sinds)(?![A-Za-z])/y))
    return undefined
  return early ?? readWhen(scan) ?? {}
}

function readWhen(scan: Scan): Zoals | undefined {
  return attempt(scan, () => {
    const words = eat(scan, onDay)?.[0]
    if (words === undefined) return undefined
    const dag = readDay(scan)
    if (!dag) return undefined
    const isBefore = /(?:v[oó]{2}r|(?:^| )tot(?! en met)|voorafgaand)/.test(
      words
    )
    return isBefore ? {dag, voor: true} : {dag}
  })
}
