/**
 * Stage: a content stream → its operators, in order.
 *
 * The text of a page as a program: numbers, names and strings, then a word
 * that says what to do with them. Only places are kept, so that a stream can
 * be mended without touching the rest of it.
 */

import {latin} from './latin.ts'

type Kind = 'number' | 'name' | 'string' | 'hex' | 'array' | 'dict'

/** One operand: where it stands. */
export interface Operand {
  readonly kind: Exclude<Kind, 'number'>
  readonly start: number
  readonly end: number
}

/** One operator with what stands before it. */
export interface Operator {
  readonly name: string
  /** Where its first operand begins, or itself when it has none. */
  readonly start: number
  readonly end: number
  /** All but numbers, of which there are many and which nobody asks for. */
  readonly operands: readonly Operand[]
}

interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

const space = 1
const delimiter = 2
/** What kind of sign a byte is. */
const kinds = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space
for (const sign of '()<>[]{}/%') kinds[sign.charCodeAt(0)] = delimiter

const [open, close, less, greater] = [40, 41, 60, 62]
const [bracket, bracketEnd, slash, backslash, percent] = [91, 93, 47, 92, 37]

/** The numbers before an operator that has no other operands. */
export function numbersOf(
  {start, end}: Operator,
  bytes: Uint8Array
): readonly number[] {
  const words = latin(bytes.subarray(start, end)).trim().split(/\s+/u)
  return words.slice(0, -1).map(Number)
}

/** Call `visit` with each operator of a content stream. */
export function scan(
  bytes: Uint8Array,
  visit: (operator: Operator) => void
): void {
  const cursor: Cursor = {bytes, at: 0}
  let operands: Operand[] = []
  let first = -1
  for (skipSpace(cursor); cursor.at < bytes.length; skipSpace(cursor)) {
    const start = cursor.at
    const kind = readToken(cursor)
    if (first < 0) first = start
    if (kind === 'number') continue
    if (kind !== 'word') {
      operands.push({kind, start, end: cursor.at})
      continue
    }
    const word = wordAt(bytes, start, cursor.at)
    if (word === 'true' || word === 'false' || word === 'null') continue
    if (word === 'BI') skipImage(cursor)
    visit({name: word, start: first, end: cursor.at, operands})
    operands = []
    first = -1
  }
}

const known = new Map<number, string>()

/** The words are few, and come by the hundred thousand. */
function wordAt(bytes: Uint8Array, start: number, end: number): string {
  const isShort = end - start <= 3
  const key =
    (bytes[start] ?? 0) +
    (end - start > 1 ? (bytes[start + 1] ?? 0) : 0) * 256 +
    (end - start > 2 ? (bytes[start + 2] ?? 0) : 0) * 65536
  const seen = isShort ? known.get(key) : undefined
  if (seen !== undefined) return seen
  const word = String.fromCharCode(...bytes.subarray(start, end))
  if (isShort) known.set(key, word)
  return word
}

function skipSpace(cursor: Cursor): void {
  const {bytes} = cursor
  for (;;) {
    while (kinds[bytes[cursor.at] ?? -1] === space) cursor.at++
    if (bytes[cursor.at] !== percent) return
    while (cursor.at < bytes.length && !isLineEnd(bytes[cursor.at])) cursor.at++
  }
}

const isLineEnd = (byte: number | undefined): boolean =>
  byte === 10 || byte === 13

function readToken(cursor: Cursor): Kind | 'word' {
  const {bytes} = cursor
  const first = bytes[cursor.at] ?? 0
  if (kinds[first] !== delimiter) {
    skipPlain(cursor)
    return isNumberStart(first) ? 'number' : 'word'
  }
  if (first === slash) {
    cursor.at++
    skipPlain(cursor)
    return 'name'
  }
  if (first === open) return readString(cursor)
  if (first === bracket) return readGroup(cursor, 'array')
  if (first === less) {
    return bytes[cursor.at + 1] === less
      ? readGroup(cursor, 'dict')
      : readHex(cursor)
  }
  // A sign that closes nothing.
  cursor.at++
  return 'name'
}

const isNumberStart = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46

function skipPlain(cursor: Cursor): void {
  const {bytes} = cursor
  while (cursor.at < bytes.length && kinds[bytes[cursor.at] ?? 0] === 0)
    cursor.at++
}

function readHex(cursor: Cursor): 'hex' {
  const {bytes} = cursor
  while (cursor.at < bytes.length && bytes[cursor.at] !== greater) cursor.at++
  cursor.at++
  return 'hex'
}

function readString(cursor: Cursor): 'string' {
  const {bytes} = cursor
  let depth = 0
  while (cursor.at < bytes.length) {
    const byte = bytes[cursor.at++]
    if (byte === backslash) cursor.at++
    else if (byte === open) depth++
    else if (byte === close && --depth === 0) break
  }
  return 'string'
}

function readGroup<K extends 'array' | 'dict'>(cursor: Cursor, kind: K): K {
  const {bytes} = cursor
  const width = kind === 'dict' ? 2 : 1
  const end = kind === 'dict' ? greater : bracketEnd
  cursor.at += width
  for (skipSpace(cursor); cursor.at < bytes.length; skipSpace(cursor)) {
    if (bytes[cursor.at] === end) break
    readToken(cursor)
  }
  cursor.at += width
  return kind
}

/** An image in the stream itself ends at a lone `EI`. */
function skipImage(cursor: Cursor): void {
  const {bytes} = cursor
  for (; cursor.at < bytes.length; cursor.at++) {
    const isEnd =
      bytes[cursor.at] === 69 &&
      bytes[cursor.at + 1] === 73 &&
      kinds[bytes[cursor.at - 1] ?? 32] === space &&
      kinds[bytes[cursor.at + 2] ?? 32] === space
    if (isEnd) break
  }
  cursor.at = Math.min(bytes.length, cursor.at + 2)
}
