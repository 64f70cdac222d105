/** The output folder, held for one run. */
import {lstatSync, readFileSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {onInterrupt} from './cleanup.ts'
import {commit} from './commit.ts'
import {makeFolder} from './durable.ts'
import {attempt, errorCode, failure, quote} from './failure.ts'
import {HostError, type Output} from './host.ts'
import {type Lock, type Patience, takeLock} from './lock.ts'
import {manifestName, recover} from './plan.ts'

/**
 * Run `work` while no other caoc writes to `folder`, which is made when it is
 * not there. First what dead runs left is cleared away. When nobody lets go in
 * time this rejects with whom it waited for.
 */
export async function withOutput<T>(
  folder: string,
  work: (output: Output) => Promise<T>,
  patience: Patience
): Promise<T> {
  const root = attempt(folder, () => openFolder(folder))
  const lock = await takeLock(root, folder, patience).catch((error) => {
    throw failure(error, quote(folder))
  })
  const withdraw = onInterrupt(lock.release)
  try {
    attempt(folder, () => recover(root))
    return await work(outputOf(folder, root, lock))
  } finally {
    attempt(folder, lock.release)
    withdraw()
  }
}

function openFolder(folder: string): string {
  try {
    makeFolder(path.resolve(folder))
  } catch (error) {
    // Some places, such as /proc, hold no folders but the system's own.
    if (errorCode(error) === 'ENOENT') {
      throw new HostError(
        `De map ${quote(folder)} kan daar niet worden gemaakt; geef een andere map voor de uitvoer`,
        {cause: error}
      )
    }
    if (errorCode(error) !== 'EEXIST') throw error
    throw new HostError(
      `${quote(folder)} is een bestand; verwijder het of geef een andere map voor de uitvoer`
    )
  }
  return realpathSync(folder)
}

function outputOf(folder: string, root: string, lock: Lock): Output {
  return {
    manifest: () => attempt(folder, () => readManifest(root)),
    commit(folders, manifest, obsolete) {
      attempt(folder, () => {
        lock.verify()
        commit(root, {folders, manifest, obsolete})
      })
    }
  }
}

function readManifest(root: string): string | undefined {
  const file = path.join(root, manifestName)
  const stat = lstatSync(file, {throwIfNoEntry: false})
  if (stat === undefined) return undefined
  if (!stat.isFile()) {
    throw new HostError(`${quote(file)} is geen gewoon bestand; verwijder het`)
  }
  return readFileSync(file, 'utf8')
}
