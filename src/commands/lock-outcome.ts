/** What became of locks → lines for people, or data for programs; and the files that hold it. */
import type {Host} from '../host/host.ts'
import {type Lock, lockPath, printLock} from '../read/lock.ts'
import type {Call} from './command.ts'
import {corpusFolder} from './corpus.ts'
import type {Named} from './lock-names.ts'

/** What became of one wijziging. */
export interface Outcome extends Named {
  /** `extended`: a woven text was added to what was locked. */
  readonly state: 'locked' | 'extended' | 'unchanged' | 'released'
  /** Below the corpus folder. */
  readonly files: readonly string[]
}

/** Whether nothing may be written. */
export function isDryRun({values}: Call): boolean {
  return values.dryRun === true
}

/** Lay down the locks of some regelingen, unless nothing may be written. */
export function writeLocks(
  call: Call,
  host: Host,
  locks: ReadonlyMap<string, Lock>
): void {
  if (isDryRun(call)) return
  for (const [regeling, lock] of locks) {
    host.writeCorpusFile(
      corpusFolder(call),
      lockPath(regeling),
      printLock(lock)
    )
  }
}

/** Tell what was done, or with `--dry-run` what would be. */
export function tellOutcomes(
  call: Call,
  host: Host,
  outcomes: readonly Outcome[]
): void {
  const folder = corpusFolder(call)
  if (call.values.json === true) {
    const wijzigingen = outcomes.map(({files, ...outcome}) => ({
      ...outcome,
      files: files.map((path) => `${folder}/${path}`)
    }))
    const data = {schema: 'caoc/lock/1', dryRun: isDryRun(call), wijzigingen}
    host.print(`${JSON.stringify(data, null, 2)}\n`)
    return
  }
  for (const outcome of outcomes) {
    const {regeling, wijziging, files} = outcome
    const place = `${folder}/${lockPath(regeling)}`
    host.print(`${wijziging}: ${sentence(call, outcome)} in ${place}\n`)
    if (!isDryRun(call)) continue
    for (const path of files) host.print(`  ${folder}/${path}\n`)
  }
}

function sentence(call: Call, {state, files}: Outcome): string {
  const count = files.length === 1 ? '1 bestand' : `${files.length} bestanden`
  const [done, planned] = words[state]
  return `${count} ${isDryRun(call) ? planned : done}`
}

const words: Readonly<Record<Outcome['state'], readonly [string, string]>> = {
  locked: ['vergrendeld', 'te vergrendelen'],
  extended: ['erbij vergrendeld', 'erbij te vergrendelen'],
  unchanged: ['al vergrendeld', 'al vergrendeld'],
  released: ['niet meer vergrendeld', 'te ontgrendelen']
}
