/** Files that are whole, or not there, even when the power fails. */
import {randomBytes} from 'node:crypto'
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {errorCode, ifPossible} from './failure.ts'

/** A name part that no other process, and no earlier run, has used. */
export function newToken(): string {
  return randomBytes(8).toString('hex')
}

/** Write a file that is not there yet, and have it on the disk before the call returns. */
export function writeDurable(
  file: string,
  bytes: Uint8Array,
  mode?: number
): void {
  const opened = openSync(file, 'wx', mode ?? 0o666)
  try {
    writeFileSync(opened, bytes)
    if (mode !== undefined) fchmodSync(opened, mode)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Have a file that was written before on the disk. */
export function syncFile(file: string): void {
  // Windows wants a file that is open for writing.
  const opened = openSync(file, 'r+')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/**
 * Make a folder and the folders above it, where they are not there yet. Node's
 * own way goes on for ever where a system says that a folder's parent is
 * missing while it is there, as below `/proc` and on some network disks.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  try {
    mkdirSync(folder, {mode})
  } catch (error) {
    const parent = path.dirname(folder)
    if (errorCode(error) === 'ENOENT' && !existsSync(parent)) {
      makeFolder(parent, mode)
      makeFolder(folder, mode)
    } else if (!isFolder(folder)) {
      throw error
    }
  }
}

function isFolder(folder: string): boolean {
  return ifPossible(() => statSync(folder).isDirectory()) === true
}

/** Have the names in a folder on the disk; Windows does that by itself and has no call for it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } catch (error) {
    // Some network disks refuse this for folders, and then there is no better.
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error
  } finally {
    closeSync(opened)
  }
}

/** Replace a file, or make it: a reader sees the old bytes or the new, never part of them. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(file)
  const draft = path.join(folder, `.caoc-${newToken()}.tmp`)
  const mode = ifPossible(() => statSync(file).mode & 0o7777)
  try {
    writeDurable(draft, bytes, mode)
    move(draft, file)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
  syncFolder(folder)
}

/** Rename in place of what is there. On Windows a virus scanner may hold a file for a moment. */
export function move(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const isHeld = ['EACCES', 'EBUSY', 'EPERM'].includes(
        errorCode(error) ?? ''
      )
      if (process.platform !== 'win32' || !isHeld || tries === 10) throw error
      pause(20 * tries)
    }
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
