/**
 * Stage: the bytes of any PDF → what its metadata say in our own schema.
 *
 * Read from the bytes and not from the objects, so that a file that is damaged,
 * or was written by another program, still tells what it was.
 */
import {Unzlib} from 'fflate'
import {latin, unlatin} from './latin.ts'
import {ownSchema} from './xmp.ts'

/** What a file says of its text, by names of letters. */
export type MadeFacts = ReadonlyMap<string, string>

/** Metadata are short; what unpacks to more is no metadata. */
const mostBytes = 2 ** 20
const longest = 2000

/** The facts in our schema, the latest when there are several; nothing when there are none. */
export function readFacts(file: Uint8Array): MadeFacts | undefined {
  const text = latin(file)
  const packets = [...plainPackets(text), ...packedPackets(text, file)]
  const last = packets.findLast((packet) => packet.includes(ownSchema))
  return last === undefined ? undefined : factsIn(decoded(last))
}

function plainPackets(text: string): readonly string[] {
  const packets: string[] = []
  const [head, end] = ['<?xpacket begin', '<?xpacket end']
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const to = text.indexOf(end, at)
    packets.push(text.slice(at, to < 0 ? at + mostBytes : to))
  }
  return packets
}

/** Other programs pack metadata. */
function packedPackets(text: string, file: Uint8Array): readonly string[] {
  return [...text.matchAll(/\/Type\s*\/Metadata\b/gu)].flatMap(({index}) => {
    const from = text.lastIndexOf('obj', index)
    const stream = /\bstream\r?\n/u.exec(text.slice(index, index + longest))
    if (!stream) return []
    const start = index + stream.index + stream[0].length
    if (!text.slice(from, start).includes('/FlateDecode')) return []
    return [latin(unpacked(file.subarray(start)))]
  })
}

/** The begin of what is packed here, of a bounded length. */
function unpacked(packed: Uint8Array): Uint8Array {
  const whole = new Uint8Array(mostBytes)
  let length = 0
  const reader = new Unzlib((part) => {
    const room = part.subarray(0, mostBytes - length)
    whole.set(room, length)
    length += room.length
  })
  try {
    // What is packed says itself where it ends; in small steps, so that a bomb does not go off.
    for (let at = 0; at < packed.length && length < mostBytes; at += 1024)
      reader.push(packed.subarray(at, at + 1024), false)
  } catch {
    // What came before the damage counts.
  }
  return whole.subarray(0, length)
}

function decoded(packet: string): string {
  return new TextDecoder().decode(unlatin(packet))
}

/** Elements as we write them, or attributes as some programs do. */
function factsIn(packet: string): MadeFacts {
  const declared = [...packet.matchAll(/xmlns:([\w-]+)\s*=\s*["']([^"']*)/gu)]
  const prefix = declared.find(([, , uri]) => uri === ownSchema)?.[1] ?? 'caoc'
  const found = [
    ...packet.matchAll(
      new RegExp(`<${prefix}:([a-zA-Z]+)>([^<]*)</${prefix}:`, 'gu')
    ),
    ...packet.matchAll(
      new RegExp(`\\s${prefix}:([a-zA-Z]+)\\s*=\\s*["']([^"'<]*)["']`, 'gu')
    )
  ]
  return new Map(
    found
      .map(([, key = '', value = '']) => [key, unescaped(value)] as const)
      .filter(([, value]) => isSane(value))
  )
}

/** It goes to a terminal. */
function isSane(value: string): boolean {
  return value.length <= longest && !/\p{C}/u.test(value)
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
