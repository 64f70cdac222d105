/**
 * What the journal says of one drafting command, and what is left of it.
 *
 * The journal lies in `.cao/` in the corpus folder, a folder a command: its
 * plan, written before the first file is laid down; the old bytes of what it
 * replaced; and a mark that it came to its end.
 */
import {createHash} from 'node:crypto'
import {lstatSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {ifPossible} from './failure.ts'
import {readPlainFile} from './folder-content.ts'
import type {FileState, LaidDown} from './host.ts'
import {checkNoLinks, checkPlace} from './write.ts'

/** The journal's folder in a corpus folder. */
export const journalName = '.cao'
/** In an entry: there when all files were laid down. */
export const doneName = 'klaar'
/** In an entry: what it is about to do. */
export const planName = 'plan.json'
/** A folder of the journal that is no entry yet, or no longer. */
export const stagingName = 'bezig-'

const entryName = /^\d{6}$/
const formaat = 1

/** One file of a plan. */
export interface PlannedFile {
  readonly path: string
  /** SHA-256 of the bytes laid down; absent for a file that went away. */
  readonly sha256?: string
  /** SHA-256 of the bytes that were there; absent for a new file. */
  readonly was?: string
}

/** Recorded once, never changed. */
export interface Plan {
  readonly title: string
  readonly files: readonly PlannedFile[]
  /** Folders that were not there, outermost first. */
  readonly folders: readonly string[]
}

/** A plan with its place on disk. */
export interface Entry extends Plan {
  readonly id: string
  /** The corpus folder, as typed. */
  readonly root: string
  /** The entry's own folder. */
  readonly folder: string
  readonly isWhole: boolean
}

/** The hash by which a plan knows a file. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Name of the copy of what stood at place `index` of a plan. */
export function oldName(index: number): string {
  return `oud-${index}`
}

/** The plan as the journal holds it. */
export function writePlan(plan: Plan): Uint8Array {
  return Buffer.from(`${JSON.stringify({formaat, ...plan}, null, 2)}\n`)
}

/** Names of all entries, the oldest first. */
export function entryNames(root: string): readonly string[] {
  const names = ifPossible(() => readdirSync(path.join(root, journalName)))
  return (names ?? []).filter((name) => entryName.test(name)).sort()
}

/** The latest entry; one that is damaged is passed over, since nothing can be told from it. */
export function lastEntry(root: string): Entry | undefined {
  for (const id of entryNames(root).toReversed()) {
    const entry = readEntry(root, id)
    if (entry) return entry
  }
  return undefined
}

function readEntry(root: string, id: string): Entry | undefined {
  const folder = path.join(root, journalName, id)
  const plan = readPlan(path.join(folder, planName))
  const done = path.join(folder, doneName)
  const isWhole = ifPossible(() => lstatSync(done)) !== undefined
  return plan && {...plan, id, root, folder, isWhole}
}

/** What an entry did, and what became of its files. */
export function describe(entry: Entry): LaidDown {
  const {id, title, isWhole, files} = entry
  return {
    id,
    title,
    isWhole,
    files: files.map((file) => ({
      path: file.path,
      isNew: file.was === undefined,
      state: stateOf(entry, file)
    }))
  }
}

/** What a file of an entry is like now. */
export function stateOf(
  {root}: Entry,
  {path: place, sha256, was}: PlannedFile
): FileState {
  const file = path.join(root, place)
  if (ifPossible(() => lstatSync(file)) === undefined) {
    if (sha256 === undefined) return 'same'
    return was === undefined ? 'undone' : 'changed'
  }
  const bytes = readPlainFile(file)
  const hash = bytes && hashOf(bytes)
  if (hash !== undefined && hash === sha256) return 'same'
  return hash !== undefined && hash === was ? 'undone' : 'changed'
}

/** Throws unless a place may be written by drafting: below the corpus, or a plain name right above it. */
export function checkDraftPlace(root: string, place: string): void {
  const name = aboveName(place)
  const folder = name === undefined ? root : path.dirname(root)
  checkPlace(name ?? place)
  checkNoLinks(folder, name ?? place)
}

function aboveName(place: string): string | undefined {
  return /^\.\.\/([^/]+)$/.exec(place)?.[1]
}

/** The plan, or nothing when it is no plan of ours. */
function readPlan(file: string): Plan | undefined {
  const text = readPlainFile(file)?.toString('utf8')
  try {
    const plan = JSON.parse(text ?? '')
    if (plan.formaat !== formaat || typeof plan.title !== 'string') {
      return undefined
    }
    return {
      title: plan.title,
      files: plan.files.map(toPlannedFile),
      folders: plan.folders.map(toPlace)
    }
  } catch {
    return undefined
  }
}

function toPlannedFile(value: Record<string, unknown>): PlannedFile {
  const {sha256, was} = value
  if (typeof sha256 !== 'string' && typeof was !== 'string')
    throw new TypeError('No hash')
  return {
    path: toPlace(value.path),
    ...(typeof sha256 === 'string' && {sha256}),
    ...(typeof was === 'string' && {was})
  }
}

/** Nothing in a journal is trusted: what it names is removed. */
function toPlace(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('No place')
  checkPlace(aboveName(value) ?? value)
  return value
}
