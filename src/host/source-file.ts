import {hash} from 'node:crypto'
import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs'
import path from 'node:path'
import {errorCode, reason} from './failure.ts'
import type {SourceFile} from './host.ts'

const mebibyte = 2 ** 20
const maxText = mebibyte
const maxOther = 5 * mebibyte
/** Written by caoc itself, with a line for each file of a corpus. */
const maxLock = 32 * mebibyte

/** Said of pipes, sockets and devices. */
export const notAFile = 'Dit is geen gewoon bestand; verwijder het'

/** Whether a file of this name is a text in the dialect. */
export function hasTextName(name: string): boolean {
  return name.endsWith('.md')
}

/**
 * Read the file `below` the folder `root`. Its kind and size are looked at
 * before its content, on the opened file itself, so that what lies there
 * cannot be exchanged in between.
 */
export function readSource(root: string, below: string): SourceFile {
  // A link is not followed and a pipe is not waited for; Windows has neither flag.
  const flags =
    constants.O_RDONLY |
    (constants.O_NOFOLLOW ?? 0) |
    (constants.O_NONBLOCK ?? 0)
  try {
    const file = openSync(path.join(root, below), flags)
    try {
      return readOpened(file, below)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return {path: below, problem: openProblem(error)}
  }
}

function readOpened(file: number, below: string): SourceFile {
  const stat = fstatSync(file)
  if (!stat.isFile()) return {path: below, problem: notAFile}
  const problem = sizeProblem(below, stat.size)
  if (problem !== undefined) return {path: below, problem}
  const bytes = Buffer.alloc(stat.size)
  let length = 0
  while (length < bytes.length) {
    const count = readSync(file, bytes, length, bytes.length - length, null)
    if (count === 0) break
    length += count
  }
  const content = bytes.subarray(0, length)
  const sha256 = hash('sha256', content)
  return {path: below, bytes: content, sha256}
}

function openProblem(error: unknown): string {
  // ENXIO: a socket, or a device without a driver.
  return errorCode(error) === 'ENXIO' ? notAFile : reason(error, 'dit bestand')
}

function sizeProblem(below: string, size: number): string | undefined {
  const [kind, max] = limitOf(below)
  if (size <= max) return undefined
  return `Dit bestand is ${inMegabytes(size)}, en ${kind} mag hoogstens ${inMegabytes(max)} zijn; splits het`
}

function limitOf(below: string): readonly [kind: string, max: number] {
  if (hasTextName(below)) return ['een tekst', maxText]
  return path.basename(below) === 'lock.json'
    ? ['een vergrendeling', maxLock]
    : ['een gegevensbestand', maxOther]
}

/** Rounded up, so that a file that is a byte too large does not look like one that fits. */
function inMegabytes(size: number): string {
  const tenths = Math.ceil((size / mebibyte) * 10)
  return `${String(tenths / 10).replace('.', ',')} MB`
}
