/**
 * The colour space of our documents, sRGB, as an ICC profile.
 *
 * Made here from the published numbers of the standard, so that nothing of a
 * third party is shipped: a matrix, and one curve for the three colours.
 */

import {joined} from './joined.ts'

/** Points of the curve. */
const samples = 1024
const headLength = 128

interface Tag {
  readonly sign: string
  readonly bytes: Uint8Array
}

/** The profile: ICC version 2.4, for screens. */
export function srgbProfile(): Uint8Array {
  const tags = tagsOf()
  const tableLength = 4 + 12 * tags.length
  const parts: Uint8Array[] = []
  const places = new Map<Uint8Array, number>()
  let at = headLength + tableLength
  for (const {bytes} of tags) {
    if (places.has(bytes)) continue
    places.set(bytes, at)
    const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
    padded.set(bytes)
    parts.push(padded)
    at += padded.length
  }
  return joined([headOf(at), tableOf(tags, places), ...parts])
}

function tagsOf(): readonly Tag[] {
  const curve = curveOf()
  return [
    {sign: 'desc', bytes: description('sRGB IEC61966-2.1')},
    {sign: 'cprt', bytes: joined([signs('text\0\0\0\0CC0\0')])},
    {sign: 'wtpt', bytes: colour(0.9642, 1, 0.8249)},
    // The primaries, adapted from D65 to the D50 of profiles (Bradford).
    {sign: 'rXYZ', bytes: colour(0.436066, 0.222488, 0.013916)},
    {sign: 'gXYZ', bytes: colour(0.385147, 0.716873, 0.097076)},
    {sign: 'bXYZ', bytes: colour(0.143066, 0.060608, 0.714096)},
    {sign: 'rTRC', bytes: curve},
    {sign: 'gTRC', bytes: curve},
    {sign: 'bTRC', bytes: curve}
  ]
}

function headOf(length: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(headLength))
  head.setUint32(0, length)
  head.setUint32(8, 0x02400000)
  write(head, 12, 'mntrRGB XYZ ')
  // A day of making, which must be there: that of the standard.
  ;[1999, 10, 18].forEach((part, at) => {
    head.setUint16(24 + 2 * at, part)
  })
  write(head, 36, 'acsp')
  ;[0.9642, 1, 0.8249].forEach((part, at) => {
    head.setInt32(68 + 4 * at, fixed(part))
  })
  return bytesOf(head)
}

function tableOf(
  tags: readonly Tag[],
  places: ReadonlyMap<Uint8Array, number>
): Uint8Array {
  const table = new DataView(new ArrayBuffer(4 + 12 * tags.length))
  table.setUint32(0, tags.length)
  tags.forEach(({sign, bytes}, at) => {
    write(table, 4 + 12 * at, sign)
    table.setUint32(8 + 12 * at, places.get(bytes) ?? 0)
    table.setUint32(12 + 12 * at, bytes.length)
  })
  return bytesOf(table)
}

function colour(...parts: readonly number[]): Uint8Array {
  const tag = new DataView(new ArrayBuffer(20))
  write(tag, 0, 'XYZ ')
  parts.forEach((part, at) => {
    tag.setInt32(8 + 4 * at, fixed(part))
  })
  return bytesOf(tag)
}

function description(text: string): Uint8Array {
  const head = new DataView(new ArrayBuffer(12))
  write(head, 0, 'desc')
  head.setUint32(8, text.length + 1)
  // No names in other scripts: their lengths are zeros.
  return joined([bytesOf(head), signs(`${text}\0`), new Uint8Array(78)])
}

/** From what is stored to what shines, as IEC 61966-2-1 has it. */
function curveOf(): Uint8Array {
  const tag = new DataView(new ArrayBuffer(12 + 2 * samples))
  write(tag, 0, 'curv')
  tag.setUint32(8, samples)
  for (let at = 0; at < samples; at++) {
    const stored = at / (samples - 1)
    const shining =
      stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4
    tag.setUint16(12 + 2 * at, Math.round(shining * 65535))
  }
  return bytesOf(tag)
}

/** A number as profiles write it, with sixteen bits behind the point. */
const fixed = (value: number): number => Math.round(value * 65536)

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer)

function write(view: DataView, at: number, text: string): void {
  signs(text).forEach((byte, index) => {
    view.setUint8(at + index, byte)
  })
}

const signs = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => sign.charCodeAt(0))
