/**
 * Stage: the bytes of a file ⇄ a number in its own metadata by which any other byte is noticed.
 *
 * The number is the SHA-256 of the whole file with its own digits put at zero.
 * It tells what happened to a file by accident or by another program; it is no
 * signature, since whoever forges a file on purpose can compute it anew.
 */
import {hashBytes} from '../hash/sha256.ts'
import {latin, unlatin} from './latin.ts'

const key = 'controlegetal'
const blank = '0'.repeat(64)
const open = `<caoc:${key}>`
const close = `</caoc:${key}>`
const head = '<?xpacket begin'
const eof = '%%EOF'
/** As many ends as are tried; each takes a hash of all before it. */
const mostEnds = 8

/** What the file says of its text, with room for the number. */
export function withRoom(
  about: ReadonlyMap<string, string> = new Map()
): ReadonlyMap<string, string> {
  return new Map([...about, [key, blank]])
}

/** Fill in the number of a file that has room for it. */
export function numbered(file: Uint8Array): Uint8Array {
  const [place] = placesIn(latin(file))
  if (place === undefined) throw new Error('A file without room for a checksum')
  const whole = file.slice()
  whole.set(unlatin(hashBytes(file)), place)
  return whole
}

/** How a file stands to its number. */
export type Checksum =
  /** No byte differs. */
  | 'klopt'
  /** Another program put something behind the file, which itself is as it was. */
  | 'aangevuld'
  | 'wijkt-af'
  | 'ontbreekt'

/** Compute the number of a file again. */
export function checkBytes(file: Uint8Array): Checksum {
  const text = latin(file)
  const [place, ...more] = placesIn(text)
  if (place === undefined) return 'ontbreekt'
  const number = text.slice(place, place + blank.length)
  const empty = file.slice()
  empty.set(unlatin(blank), place)
  if (more.length === 0 && hashBytes(empty) === number) return 'klopt'
  const isPrefix = endsIn(text).some(
    (end) => end > place && hashBytes(empty.subarray(0, end)) === number
  )
  return isPrefix ? 'aangevuld' : 'wijkt-af'
}

/** Where digits stand in the metadata, in order. */
function placesIn(text: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const found = text.indexOf(open, at)
    if (found < 0) break
    const place = found + open.length
    const digits = text.slice(place, place + blank.length)
    const isWhole =
      /^[0-9a-f]{64}$/u.test(digits) &&
      text.startsWith(close, place + blank.length)
    if (isWhole && !places.includes(place)) places.push(place)
  }
  return places
}

/** Where an earlier file may have ended. */
function endsIn(text: string): readonly number[] {
  const ends: number[] = []
  for (
    let at = text.indexOf(eof);
    at >= 0 && ends.length < mostEnds;
    at = text.indexOf(eof, at + 1)
  ) {
    const end = at + eof.length + 1
    if (end < text.length) ends.push(end)
  }
  return ends
}
