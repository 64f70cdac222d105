/**
 * Files beside the lock of their regeling: what changed, went or came since.
 *
 * Only files that a lock names are decoded and hashed here.
 */
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import {hashText} from '../hash/sha256.ts'
import type {Place, SourceFile} from '../model.ts'
import {
  bringersOf,
  type Lock,
  type LockFile,
  lockPath,
  parseLock
} from './lock.ts'
import {locate} from './path.ts'
import {decode} from './source.ts'

const rule: RuleHead = {id: 'lock-changed', severity: 'fout'}

/** How a file differs from what a lock says of it. */
export interface LockDifference {
  /** `unlocked`: a woven text of locked wijzigingen that is not in the lock yet. */
  readonly kind: 'changed' | 'missing' | 'added' | 'unlocked'
  readonly wijziging: string
  /** Below the corpus folder. */
  readonly path: string
}

type ReportOn = (path: string) => Report

/** Check the files of every regeling that has a lock, and the locks themselves. */
export function checkLocks(
  files: readonly SourceFile[],
  reportOn: ReportOn
): void {
  for (const [regeling, found] of readLocks(files, reportOn)) {
    for (const difference of found ? trueOf(found, regeling, files) : []) {
      const {path, place} = placeOf(difference, regeling, found)
      reportOn(path)(rule, place, reasonOf(difference))
    }
  }
}

/** A lock that is damaged may have lost what seems to be added. */
function trueOf(
  {lock, sound}: LockFile,
  regeling: string,
  files: readonly SourceFile[]
): readonly LockDifference[] {
  return lockDifferences(lock, regeling, files).filter(
    ({kind}) => sound || kind === 'changed' || kind === 'missing'
  )
}

/** What is missing is told where it is named. */
function placeOf(
  {kind, path, wijziging}: LockDifference,
  regeling: string,
  found: LockFile | undefined
): {readonly path: string; readonly place: Place} {
  if (kind !== 'missing' || !found) return {path, place: fileStart}
  return {
    path: lockPath(regeling),
    place: found.placeOf(wijziging, belowRegeling(path))
  }
}

const mend =
  'was de brief fout, gebruik dan `cao rectify`; geeft dit bestand de brief verkeerd weer, gebruik dan `cao revise`'

function reasonOf({kind, path, wijziging}: LockDifference): string {
  const name = `\`${wijziging}\``
  switch (kind) {
    case 'changed':
      return `Dit bestand is gewijzigd nadat ${name} is vergrendeld; zet de oude tekst terug; ${mend}`
    case 'added':
      return `Dit bestand is toegevoegd nadat ${name} is vergrendeld; verwijder het; ${mend}`
    case 'unlocked':
      return `Deze tekst verwerkt alleen vergrendelde wijzigingen, maar is zelf niet vergrendeld; doe dat met \`cao lock ${wijziging}\`, of verwijder het bestand`
    case 'missing':
      return `\`${belowRegeling(path)}\` is vergrendeld met ${name}, maar is er niet meer; zet het bestand terug`
  }
}

function belowRegeling(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}

/** The lock of each regeling that has one; nothing in its place when it cannot be read. */
export function readLocks(
  files: readonly SourceFile[],
  reportOn: ReportOn
): ReadonlyMap<string, LockFile | undefined> {
  const locks = new Map<string, LockFile | undefined>()
  for (const file of files) {
    const location = isLockName(file.path) ? locate(file.path) : undefined
    if (location?.kind !== 'lock') continue
    const {regeling} = location
    const report = reportOn(file.path)
    const text = 'bytes' in file ? decode(file.bytes, report) : undefined
    locks.set(
      regeling,
      text === undefined ? undefined : parseLock(text, regeling, report)
    )
  }
  return locks
}

/** Cheaper than to locate each file of a corpus once more. */
function isLockName(path: string): boolean {
  return path.endsWith(lockPath(''))
}

/** Hash of a source as a lock keeps it; nothing when it is no UTF-8. */
export function hashSource(bytes: Uint8Array): string | undefined {
  const text = decode(bytes, () => {})
  return text === undefined ? undefined : hashText(text)
}

/** All that is not as a lock says, in the order of lock and files; a file that cannot be opened is passed over. */
export function lockDifferences(
  lock: Lock,
  regeling: string,
  files: readonly SourceFile[]
): readonly LockDifference[] {
  const sources = new Map(files.map((file) => [file.path, file]))
  const locked = new Set<string>()
  const list: LockDifference[] = []
  for (const [wijziging, hashes] of lock) {
    for (const [place, hash] of hashes) {
      const path = `${regeling}/${place}`
      const kind = locked.has(path)
        ? undefined
        : compare(sources.get(path), hash)
      locked.add(path)
      if (kind) list.push({kind, wijziging, path})
    }
  }
  return [...list, ...additions(lock, locked, regeling, files)]
}

function compare(
  file: SourceFile | undefined,
  hash: string
): 'changed' | 'missing' | undefined {
  if (!file) return 'missing'
  if (!('bytes' in file)) return undefined
  return hashSource(file.bytes) === hash ? undefined : 'changed'
}

function additions(
  lock: Lock,
  locked: ReadonlySet<string>,
  regeling: string,
  files: readonly SourceFile[]
): readonly LockDifference[] {
  return files.flatMap(({path}): readonly LockDifference[] => {
    if (!path.startsWith(`${regeling}/`) || locked.has(path)) return []
    const bringers = bringersOf(path)
    const [wijziging] = bringers
    const isLocked =
      wijziging !== undefined && bringers.every((id) => lock.has(id))
    if (!isLocked) return []
    return [{kind: bringers.length > 1 ? 'unlocked' : 'added', wijziging, path}]
  })
}
