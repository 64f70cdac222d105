/**
 * What a run is about to do with the output folder, written down before it
 * begins, so that a later run can finish it or undo it after a kill.
 */
import {createHash} from 'node:crypto'
import {lstatSync, readdirSync, rmdirSync, rmSync, unlinkSync} from 'node:fs'
import path from 'node:path'
import {move, newToken, writeDurable} from './durable.ts'
import {errorCode, ifPossible} from './failure.ts'
import {readPlainFile} from './folder-content.ts'
import {lockName} from './lock.ts'
import {checkFolders, checkPlace} from './output-path.ts'

/** The one file that says what is published. */
export const manifestName = 'manifest.json'
/** Folders in which a run prepares its work begin so. */
export const stagingName = '.bezig-'
/** In a staging folder: the new files. */
export const stagedName = 'nieuw'

const planName = 'plan.json'

/** Recorded once, never changed. */
export interface Plan {
  /** SHA-256 of the manifest that ends the work. */
  readonly manifest: string
  /** Folders that were not there before. */
  readonly added: readonly string[]
  readonly obsolete: readonly string[]
}

/** The hash by which a plan knows its manifest. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Write the plan down in the staging folder. */
export function recordPlan(staging: string, plan: Plan): void {
  writeDurable(path.join(staging, planName), Buffer.from(JSON.stringify(plan)))
}

/**
 * Bring the output folder back to what its manifest says: what dead runs left
 * is removed. Only for who holds the lock. What cannot be removed now, such as
 * a file that stands open on Windows, waits for the next run.
 */
export function recover(root: string): void {
  for (const name of readdirSync(root)) {
    const left = path.join(root, name)
    if (name.startsWith(stagingName)) ifPossible(() => settle(root, left))
    if (name.startsWith(`${lockName}-`)) {
      ifPossible(() => rmSync(left, {recursive: true, force: true}))
    }
  }
}

/**
 * Finish what the plan in `staging` began when its manifest is there, or else
 * undo it. The staging folder goes last: while it is there, the plan stands.
 * A link or a file of that name is no work of ours: it goes, and nothing else.
 */
export function settle(root: string, staging: string): void {
  if (!lstatSync(staging).isDirectory()) {
    unlinkSync(staging)
    return
  }
  // First, since on a full disk even a rename may ask for room.
  rmSync(path.join(staging, stagedName), {recursive: true, force: true})
  const plan = readPlan(root, staging)
  if (plan !== undefined) {
    const gone = isDone(root, plan) ? plan.obsolete : plan.added
    const failed = gone.filter((place) => !discard(root, staging, place))
    if (failed.length > 0) return
  }
  rmSync(staging, {recursive: true, force: true})
}

function isDone(root: string, plan: Plan): boolean {
  const manifest = readPlainFile(path.join(root, manifestName))
  return manifest !== undefined && hashOf(manifest) === plan.manifest
}

/** Take a folder away at once, by its name, before its files go one by one. */
function discard(root: string, staging: string, place: string): boolean {
  try {
    move(path.join(root, place), path.join(staging, newToken()))
  } catch (error) {
    const code = errorCode(error)
    if (code === undefined) throw error
    if (code !== 'ENOENT') return false
  }
  removeEmptyParents(root, place)
  return true
}

function removeEmptyParents(root: string, place: string): void {
  const parts = place.split('/').slice(0, -1)
  for (let length = parts.length; length > 0; length--) {
    const parent = path.join(root, ...parts.slice(0, length))
    ifPossible(() => rmdirSync(parent))
  }
}

/** The plan, or nothing when the run died before it was whole, or when it is no plan of ours. */
function readPlan(root: string, staging: string): Plan | undefined {
  const text = readPlainFile(path.join(staging, planName))?.toString('utf8')
  try {
    const {manifest, added, obsolete} = JSON.parse(text ?? '')
    if (typeof manifest !== 'string') return undefined
    return {
      manifest,
      added: foldersIn(root, added),
      obsolete: foldersIn(root, obsolete)
    }
  } catch {
    return undefined
  }
}

/** Throws unless `value` is a list of places where folders may stand in the output folder. */
function foldersIn(root: string, value: unknown): string[] {
  if (!Array.isArray(value)) throw new TypeError('No list of places')
  return value.map((place: unknown) => {
    if (typeof place !== 'string') throw new TypeError('No place')
    checkPlace(place)
    checkFolders(root, place)
    return place
  })
}
