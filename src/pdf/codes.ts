/**
 * Stage: the strings that an operator shows → the numbers of their glyphs.
 *
 * Browsers show each glyph by an operator of its own, so this is asked for
 * every letter of a document.
 */
import {latin} from './latin.ts'

import type {Operand} from './scan.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The codes in one operand, which is a string or an array of strings and numbers. */
export function codesIn(
  bytes: Uint8Array,
  operand: Operand,
  width: 1 | 2
): readonly number[] {
  const {kind, start, end} = operand
  if (kind === 'hex') return paired(hexBytes(bytes, operand), width)
  if (kind !== 'array' && kind !== 'string') return []
  return stringsIn(latin(bytes.subarray(start, end))).flatMap((part) =>
    paired(part, width)
  )
}

/** Value of each sign that is a digit of a hexadecimal number. */
const digits = new Int8Array(256).fill(-1)
for (let value = 0; value < 16; value++) {
  const sign = value.toString(16)
  digits[sign.charCodeAt(0)] = value
  digits[sign.toUpperCase().charCodeAt(0)] = value
}

function hexBytes(bytes: Uint8Array, {start, end}: Stretch): readonly number[] {
  const values: number[] = []
  let high = -1
  for (let at = start; at < end; at++) {
    const digit = digits[bytes[at] ?? 0] ?? -1
    if (digit < 0) continue
    if (high < 0) high = digit
    else {
      values.push(high * 16 + digit)
      high = -1
    }
  }
  if (high >= 0) values.push(high * 16)
  return values
}

function paired(bytes: readonly number[], width: 1 | 2): readonly number[] {
  if (width === 1) return bytes
  const codes: number[] = []
  for (let at = 0; at < bytes.length; at += 2)
    codes.push((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0))
  return codes
}

const strings = /<([^>]*)>|\(((?:\\[\s\S]|[^\\()])*)\)/gu

function stringsIn(source: string): readonly (readonly number[])[] {
  return [...source.matchAll(strings)].map(([, hex, plain = '']) => {
    const text = hex === undefined ? unescaped(plain) : hex
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
    return hex === undefined
      ? [...bytes]
      : hexBytes(bytes, {start: 0, end: bytes.length})
  })
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f'
}

function unescaped(plain: string): string {
  return plain.replace(
    /\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/gu,
    (_, octal: string | undefined, sign: string | undefined) => {
      if (octal !== undefined)
        return String.fromCharCode(Number.parseInt(octal, 8) & 255)
      return sign === undefined ? '' : (escapes[sign] ?? sign)
    }
  )
}
