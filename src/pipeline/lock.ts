/**
 * Files of a corpus and the locks it has → new locks.
 *
 * A woven text belongs to each of its wijzigingen, and is locked once all of
 * them are: it then stands at each.
 */
import {hashText} from '../hash/sha256.ts'
import type {SourceFile, SourceTree} from '../model.ts'
import {bringersOf, type Lock} from '../read/lock.ts'
import {hashSource, readLocks} from '../read/locked.ts'

/** The lock of each regeling that has a `lock.json`; `unreadable` when it holds any mistake, and nothing may be built on it. */
export function locksOf({
  files
}: SourceTree): ReadonlyMap<string, Lock | 'unreadable'> {
  const found = readLocks(files, () => () => {})
  return new Map(
    [...found].map(([regeling, file]) => [
      regeling,
      file?.sound ? file.lock : 'unreadable'
    ])
  )
}

/**
 * Whether a text may take the place of a file: `locked` when the lock has
 * another one, `unreadable` when nobody knows what the lock has.
 */
export function lockGuard(
  tree: SourceTree
): (path: string, text: string) => 'free' | 'locked' | 'unreadable' {
  const locks = locksOf(tree)
  return (path, text) => {
    const bringers = bringersOf(path)
    const at = path.indexOf('/')
    const lock = locks.get(path.slice(0, at))
    if (lock === undefined || bringers.length === 0) return 'free'
    if (lock === 'unreadable') return lock
    const hash = bringers
      .map((id) => lock.get(id)?.get(path.slice(at + 1)))
      .find((one) => one !== undefined)
    return hash === undefined || hash === hashText(text) ? 'free' : 'locked'
  }
}

/** Whether a file, by its path below the corpus folder, is locked. */
export type IsLocked = (path: string) => boolean

/** Which files are locked; where a lock cannot be read, all of its regeling counts as locked. */
export function lockedFiles(tree: SourceTree): IsLocked {
  const locks = locksOf(tree)
  const places = [...locks].flatMap(([regeling, lock]) =>
    lock === 'unreadable'
      ? []
      : [...lock.values()].flatMap((hashes) =>
          [...hashes.keys()].map((place) => `${regeling}/${place}`)
        )
  )
  const locked = new Set(places)
  return (path) =>
    locked.has(path) ||
    locks.get(path.slice(0, path.indexOf('/'))) === 'unreadable'
}

/** What is locked in a regeling, and what is to be. */
export interface Locking {
  readonly regeling: string
  readonly lock: Lock
  readonly wijzigingen: ReadonlySet<string>
}

/** Files that locking takes in, those included that are locked already. */
export function filesToLock(
  files: readonly SourceFile[],
  {regeling, lock, wijzigingen}: Locking
): readonly SourceFile[] {
  return files.filter(({path}) => {
    if (!path.startsWith(`${regeling}/`)) return false
    const bringers = bringersOf(path)
    return (
      bringers.some((id) => wijzigingen.has(id)) &&
      bringers.every((id) => wijzigingen.has(id) || lock.has(id))
    )
  })
}

/** A lock that took in more, and for each wijziging what that was. */
export interface Locked {
  readonly lock: Lock
  /** Paths below the corpus folder. */
  readonly added: ReadonlyMap<string, readonly string[]>
}

/**
 * Take files in that are sound and as a lock says, if it says anything of them.
 * `tick` hears of each file before it is hashed.
 */
export function addToLock(
  files: readonly SourceFile[],
  locking: Locking,
  tick: (done: number, all: number) => void
): Locked {
  const lock = new Map(
    [...locking.lock].map(([id, hashes]) => [id, new Map(hashes)])
  )
  const added = new Map<string, string[]>()
  const own = filesToLock(files, locking)
  for (const [at, file] of own.entries()) {
    tick(at, own.length)
    const place = file.path.slice(locking.regeling.length + 1)
    const lacking = bringersOf(file.path).filter(
      (id) => !lock.get(id)?.has(place)
    )
    const hash = lacking.length > 0 ? hashOf(file) : ''
    for (const id of lacking) {
      lock.set(id, (lock.get(id) ?? new Map()).set(place, hash))
      const paths = added.get(id) ?? []
      paths.push(file.path)
      added.set(id, paths)
    }
  }
  return {lock, added}
}

/** A lock without these wijzigingen, and without the woven texts that are no longer locked by all of theirs. */
export function releaseFrom({regeling, lock, wijzigingen}: Locking): Lock {
  const kept = [...lock].filter(([id]) => !wijzigingen.has(id))
  return new Map(
    kept.map(([id, hashes]) => [
      id,
      new Map(
        [...hashes].filter(([place]) =>
          bringersOf(`${regeling}/${place}`).every(
            (one) => !wijzigingen.has(one)
          )
        )
      )
    ])
  )
}

function hashOf(file: SourceFile): string {
  const hash = 'bytes' in file ? hashSource(file.bytes) : undefined
  if (hash === undefined) throw new Error(`${file.path} holds a fout`)
  return hash
}
