/**
 * Many texts in one file, with a seal that only who knows the secret can set.
 *
 * The seal is an HMAC over all that follows it: a file that is cut off,
 * damaged, or made by somebody else is no pack, however well it is formed.
 */
import {createHmac, timingSafeEqual} from 'node:crypto'

/** Texts as UTF-8, by key. */
export type Pack = ReadonlyMap<string, Buffer>

/** What a pack is sealed with, and for which program. */
export interface Seal {
  readonly secret: Buffer
  /** Hash of the one program that may read it. */
  readonly program: Buffer
}

const mark = Buffer.from('caoc-cache 1\n')
const sealLength = 32
/** Two lengths of four bytes before each key and text. */
const headLength = 8

/** Bytes of a pack without entries. */
export const emptyLength = mark.length + sealLength

/** Bytes that one entry adds. */
export function entryLength(key: string, text: Buffer): number {
  return headLength + Buffer.byteLength(key) + text.length
}

/** The bytes of a pack. */
export function writePack(pack: Pack, seal: Seal): Buffer {
  const parts = [...pack].flatMap(([key, text]) => {
    const name = Buffer.from(key)
    const head = Buffer.alloc(headLength)
    head.writeUInt32LE(name.length, 0)
    head.writeUInt32LE(text.length, headLength / 2)
    return [head, name, text]
  })
  const body = Buffer.concat(parts)
  return Buffer.concat([mark, sealOf(body, seal), body])
}

/** What a pack holds, without copying it; nothing when these bytes are not what this program wrote. */
export function readPack(bytes: Buffer, seal: Seal): Pack | undefined {
  const body = bytes.subarray(emptyLength)
  const isOurs =
    bytes.length >= emptyLength &&
    bytes.subarray(0, mark.length).equals(mark) &&
    timingSafeEqual(
      bytes.subarray(mark.length, emptyLength),
      sealOf(body, seal)
    )
  return isOurs ? entriesOf(body) : undefined
}

function entriesOf(body: Buffer): Pack {
  const pack = new Map<string, Buffer>()
  let at = 0
  while (at < body.length) {
    const name = at + headLength
    const text = name + body.readUInt32LE(at)
    const end = text + body.readUInt32LE(at + headLength / 2)
    pack.set(body.toString('utf8', name, text), body.subarray(text, end))
    at = end
  }
  return pack
}

function sealOf(body: Buffer, {secret, program}: Seal): Buffer {
  return createHmac('sha256', secret).update(program).update(body).digest()
}
