/** Folders that no other user of the machine can write in. */
import {chmodSync, lstatSync, type Stats} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'
import {makeFolder} from './durable.ts'
import {quote, reason} from './failure.ts'
import {HostError} from './host.ts'

const elsewhere = 'of geef met `XDG_CACHE_HOME` een andere plaats'

/** caoc's folder among the user's caches, made when it is not there. */
export function cacheFolder(): string {
  const named = process.env.XDG_CACHE_HOME ?? ''
  // The standard says to ignore a relative one.
  const caches = path.isAbsolute(named) ? named : path.join(homedir(), '.cache')
  const folder = path.join(caches, 'caoc')
  try {
    makeFolder(folder, 0o700)
  } catch (error) {
    throw new HostError(`${reason(error, quote(folder))}, ${elsewhere}`, {
      cause: error
    })
  }
  requirePrivate(folder)
  return folder
}

/**
 * Throws unless `folder` is a real folder of this user. What others may write
 * in, they could put a program in that we would start; their rights are taken
 * away.
 */
export function requirePrivate(folder: string): void {
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || !isOurs(stat)) {
    throw new HostError(
      `${quote(folder)} is geen map van deze gebruiker; verwijder die, ${elsewhere}`
    )
  }
  if ((stat.mode & 0o077) !== 0) chmodSync(folder, 0o700)
}

function isOurs({uid}: Stats): boolean {
  const me = process.getuid?.()
  return me === undefined || uid === me
}
