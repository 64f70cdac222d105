/** A standard output that is a file (`cao show > tekst.pdf`). */
import {fstatSync, ftruncateSync, writeSync} from 'node:fs'
import {ifPossible} from './failure.ts'

type Listener = (error: unknown) => void

/** As much of a stream as is spoken to. */
export interface FileOutput {
  readonly isTTY: false
  readonly columns: number
  readonly write: (text: string | Uint8Array) => boolean
  readonly on: (event: string, listener: Listener) => unknown
}

/**
 * Writes to a file until all of it stands there; nothing when `fd` is no file.
 * Node's own stream takes a disk that took a part for a disk that took it all.
 * After an error the file is as it was before the first word, so that no half
 * document stays behind.
 */
export function fileOutput(fd: number): FileOutput | undefined {
  const stat = ifPossible(() => fstatSync(fd))
  if (!stat?.isFile()) return undefined
  const listeners: Listener[] = []
  return {
    isTTY: false,
    columns: 80,
    write(text) {
      try {
        writeAll(fd, typeof text === 'string' ? Buffer.from(text) : text)
      } catch (error) {
        ifPossible(() => ftruncateSync(fd, stat.size))
        for (const listener of listeners) listener(error)
      }
      return true
    },
    on(event, listener) {
      if (event === 'error') listeners.push(listener)
    }
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}
