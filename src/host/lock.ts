/**
 * One writer a folder at a time, over processes and machines.
 *
 * The lock is a file that appears at once with its whole content. The lock of
 * a dead process is removed only by who holds the lock *on that removal*, whose
 * name holds the dead one's token. Tokens are never used twice, so of two
 * waiters only one can remove it, and neither can remove the lock of a third.
 */
import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {newToken} from './durable.ts'
import {errorCode, ifPossible, quote} from './failure.ts'
import {readPlainFile} from './folder-content.ts'
import {HostError} from './host.ts'
import {isDead, type Owner, ownerOf, thisProcess} from './owner.ts'

/** All names that locking leaves in a folder begin so. */
export const lockName = '.lock'

/** A folder held for this run. */
export interface Lock {
  readonly token: string
  /** Throws when somebody took the lock away by hand. */
  readonly verify: () => void
  readonly release: () => void
}

/** How long to wait for a lock, and where to say so. */
export interface Patience {
  readonly milliseconds: number
  readonly say: (text: string) => void
}

/** Hold `folder`; waits for who holds it now. `shown` is its name in messages. */
export async function takeLock(
  folder: string,
  shown: string,
  patience: Patience
): Promise<Lock> {
  const file = path.join(folder, lockName)
  const me = thisProcess(newToken())
  const end = performance.now() + patience.milliseconds
  let hasSaidSo = false
  while (!take(file, me)) {
    const holder = holderOf(file)
    if (performance.now() > end) throw gaveUp(holder, shown, patience)
    if (!hasSaidSo && holder !== 'nobody') {
      patience.say(waiting(holder, shown))
      hasSaidSo = true
    }
    await sleep(100)
  }
  return {
    token: me.token,
    verify() {
      if (isMine(file, me)) return
      throw new HostError(
        `De vergrendeling van ${quote(shown)} is weggehaald terwijl caoc schreef; herhaal de opdracht`
      )
    },
    release() {
      if (isMine(file, me)) rmSync(file, {force: true})
    }
  }
}

type Holder = Owner | 'nobody' | 'unreadable'

function take(file: string, me: Owner): boolean {
  const holder = holderOf(file)
  if (holder === 'nobody') return place(file, me)
  if (holder === 'unreadable' || !isDead(holder, me)) return false
  return bury(file, holder, me) && place(file, me)
}

/** Lay the lock down complete, and only where there is none. */
function place(file: string, me: Owner): boolean {
  const draft = `${file}-${me.token}.tmp`
  try {
    writeFileSync(draft, JSON.stringify(me))
    linkOrCopy(draft, file)
    return true
  } catch (error) {
    // ENOENT: who just got the lock has tidied away our draft.
    if (['EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) return false
    throw error
  } finally {
    rmSync(draft, {force: true})
  }
}

function linkOrCopy(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error
    // A disk without hard links, such as a USB stick.
    copyFileSync(draft, file, constants.COPYFILE_EXCL)
  }
}

function bury(file: string, dead: Owner, me: Owner): boolean {
  const guard = `${file}-${dead.token}`
  if (!take(guard, me)) return false
  const holder = holderOf(file)
  const isStillThere = typeof holder === 'object' && holder.token === dead.token
  if (isStillThere) rmSync(file)
  rmSync(guard, {force: true})
  return isStillThere
}

function isMine(file: string, me: Owner): boolean {
  const holder = holderOf(file)
  return typeof holder === 'object' && holder.token === me.token
}

function holderOf(file: string): Holder {
  if (ifPossible(() => lstatSync(file)) === undefined) return 'nobody'
  const text = readPlainFile(file)?.toString('utf8')
  // Not there any more: the next round will tell.
  return (text === undefined ? undefined : ownerOf(text)) ?? 'unreadable'
}

function waiting(holder: Holder, shown: string): string {
  return `Wacht tot ${describe(holder)} klaar is met ${quote(shown)}`
}

function gaveUp(
  holder: Holder,
  shown: string,
  {milliseconds}: Patience
): HostError {
  const seconds = Math.round(milliseconds / 1000)
  const file = quote(path.join(shown, lockName))
  return new HostError(
    `${quote(shown)} is na ${seconds} seconden nog in gebruik bij ${describe(holder)}; wacht tot die klaar is, en verwijder ${file} als daar geen caoc meer loopt`
  )
}

function describe(holder: Holder): string {
  if (typeof holder === 'string') return 'een andere caoc'
  const machine =
    holder.host === thisProcess('').host ? '' : ` op ${quote(holder.host)}`
  return `caoc met procesnummer ${holder.pid}${machine}`
}
