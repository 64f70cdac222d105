/** Who holds a lock, and whether that process can still be alive. */
import {readFileSync, readlinkSync} from 'node:fs'
import {hostname} from 'node:os'
import {errorCode, ifPossible} from './failure.ts'

/** A process, told apart from every other one, earlier ones with its number included. */
export interface Owner {
  readonly token: string
  readonly pid: number
  readonly host: string
  /** This start of the machine; empty where the system does not say. */
  readonly boot: string
  /** Room in which process numbers count: two containers have one each. */
  readonly space: string
  /** When the process began, in ticks since the start of the machine. */
  readonly began: string
}

/** This process as owner of what carries `token`. */
export function thisProcess(token: string): Owner {
  return {
    token,
    pid: process.pid,
    host: hostname(),
    boot: read('/proc/sys/kernel/random/boot_id'),
    space: ifPossible(() => readlinkSync('/proc/self/ns/pid')) ?? '',
    began: statusOf(process.pid)?.began ?? ''
  }
}

/** The owner that a lock file names, or nothing when it is damaged. */
export function ownerOf(text: string): Owner | undefined {
  const value = parse(text)
  const {token, pid, host, boot, space, began} = value
  const isSound =
    typeof pid === 'number' &&
    Number.isSafeInteger(pid) &&
    pid > 0 &&
    typeof token === 'string' &&
    /^[0-9a-f]{16}$/.test(token)
  if (!isSound) return undefined
  return {
    token,
    pid,
    host: String(host),
    boot: String(boot),
    space: String(space),
    began: String(began)
  }
}

/**
 * Whether `owner` is certainly gone, as seen from the process `me`. Of another
 * machine, and of another container on this one, nothing is certain.
 */
export function isDead(owner: Owner, me: Owner): boolean {
  if (owner.host !== me.host) return false
  if (owner.boot !== me.boot) return true
  if (owner.space !== me.space) return false
  return !isRunning(owner)
}

/** Numbers of processes are used again; a number with its beginning is not. */
function isRunning({pid, began}: Owner): boolean {
  const status = statusOf(pid)
  // No /proc here, or it hides the processes of other users.
  if (status === undefined) return exists(pid)
  // A zombie has ended, though nobody has looked at how.
  return status.began === began && !['Z', 'X'].includes(status.state)
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there, and of another user.
    return errorCode(error) !== 'ESRCH'
  }
}

function statusOf(pid: number): {state: string; began: string} | undefined {
  const stat = read(`/proc/${pid}/stat`)
  // The fields that follow the name, which itself may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, began] = [fields[0], fields[19]]
  return state && began ? {state, began} : undefined
}

function read(file: string): string {
  return ifPossible(() => readFileSync(file, 'utf8').trim()) ?? ''
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? {...value} : {}
  } catch {
    return {}
  }
}
