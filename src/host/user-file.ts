/** A file that the user names, from anywhere on the disk. */
import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs'
import {failure, quote} from './failure.ts'
import {HostError} from './host.ts'

const mebibyte = 2 ** 20
/** Many times the largest law; what is larger is something else. */
const maxBytes = 64 * mebibyte

/**
 * Read a file that the user named. No link is followed at its end, a pipe is
 * not waited for, and its kind and size are looked at on the opened file
 * itself before its content.
 */
export function readUserFile(file: string): Uint8Array {
  const name = quote(file)
  // A link is not followed and a pipe is not waited for; Windows has neither flag.
  const flags =
    constants.O_RDONLY |
    (constants.O_NOFOLLOW ?? 0) |
    (constants.O_NONBLOCK ?? 0)
  try {
    const opened = openSync(file, flags)
    try {
      return readOpened(opened, name)
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    throw failure(error, name)
  }
}

function readOpened(file: number, name: string): Uint8Array {
  const stat = fstatSync(file)
  if (stat.isDirectory()) {
    throw new HostError(`${name} is een map; geef de naam van een bestand`)
  }
  if (!stat.isFile()) {
    throw new HostError(`${name} is geen gewoon bestand; geef een bestand op`)
  }
  if (stat.size > maxBytes) {
    throw new HostError(
      `${name} is groter dan ${maxBytes / mebibyte} MB; zo groot is geen tekst van een regeling, ga na of het het goede bestand is`
    )
  }
  const bytes = Buffer.alloc(stat.size)
  let length = 0
  while (length < bytes.length) {
    const count = readSync(file, bytes, length, bytes.length - length, null)
    if (count === 0) break
    length += count
  }
  return bytes.subarray(0, length)
}
