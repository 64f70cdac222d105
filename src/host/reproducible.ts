/** The same document, the same bytes. */
import type {IsoDate} from '../model.ts'
import {HostError} from './host.ts'

const day = /(\/(?:CreationDate|ModDate) \()D:\d{14}[+-]\d\d'\d\d'\)/g
/** Places where Chromium writes the names of structure elements; in text, a bracket is escaped. */
const nameLists = /\/(?:ID \(node\d+\)|(?:Headers|Limits|Names) \[[^\]]*\])/g
const name = /\(node(\d+)\)/g

/**
 * Take out of Chromium's PDF what differs from one print to the next: the clock
 * and a counter in the names of structure elements. The length does not change,
 * so that the table of places in the file stays right.
 */
export function reproducible(pdf: Uint8Array, date: IsoDate): Uint8Array {
  const source = Buffer.from(pdf).toString('latin1')
  const stamp = `D:${date.replaceAll('-', '')}000000+00'00')`
  if (source.search(day) < 0) {
    throw new HostError(
      'Deze browser schrijft een PDF die caoc niet kent; installeer caoc opnieuw met zijn eigen Chromium, of een oudere browser'
    )
  }
  const dated = source.replace(day, (_, before) => `${before}${stamp}`)
  // Not a Buffer, which some readers of PDF refuse.
  return Uint8Array.from(Buffer.from(renumber(dated), 'latin1'))
}

/** Count anew from one, in the order of the old numbers, which is the order of the document. */
function renumber(source: string): string {
  const old = new Set<string>()
  for (const [list] of source.matchAll(nameLists)) {
    for (const [, digits] of list.matchAll(name)) if (digits) old.add(digits)
  }
  const ordered = [...old].sort((a, b) => Number(a) - Number(b))
  const renamed = new Map(
    ordered.map((digits, index) => [
      digits,
      String(index + 1).padStart(digits.length, '0')
    ])
  )
  return source.replace(nameLists, (list) =>
    list.replace(name, (_, digits) => `(node${renamed.get(digits)})`)
  )
}
