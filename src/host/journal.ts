/** The journal of a corpus folder, held for one drafting command. */
import {lstatSync, readdirSync, rmSync, statSync} from 'node:fs'
import path from 'node:path'
import {onInterrupt} from './cleanup.ts'
import {makeFolder, writeDurable} from './durable.ts'
import {attempt, errorCode, failure, ifPossible, quote} from './failure.ts'
import {readPlainFile} from './folder-content.ts'
import {
  type CorpusPlace,
  HostError,
  type Journal,
  type LaidDown
} from './host.ts'
import {
  describe,
  type Entry,
  journalName,
  lastEntry,
  stagingName
} from './journal-entry.ts'
import {layDown} from './lay-down.ts'
import {type Lock, lockName, type Patience, takeLock} from './lock.ts'
import {dropEntry, takeBack} from './take-back.ts'

/** What keeps the journal out of version control. */
const ignoreAll = '*\n'

/** Where a corpus stands, or will stand; looks, and changes nothing. */
export function corpusPlace(folder: string): CorpusPlace {
  return attempt(folder, () => {
    const exists = ifPossible(() => statSync(folder)) !== undefined
    const file = path.join(folder, '../.gitattributes')
    const isThere = ifPossible(() => lstatSync(file)) !== undefined
    return {
      exists,
      name: path.basename(path.resolve(folder)),
      ...(isThere && {gitattributes: readPlainFile(file)?.toString() ?? ''})
    }
  })
}

/** The latest entry of a journal, read without its lock; nothing where there is no journal. */
export function lastDraft(folder: string): LaidDown | undefined {
  return attempt(folder, () => {
    const entry = lastEntry(folder)
    return entry && describe(entry)
  })
}

/** The command that did not come to its end, or is still at work; nothing where the latest one did. */
export function unfinishedDraft(folder: string): string | undefined {
  const entry = ifPossible(() => lastEntry(folder))
  return entry?.isWhole === false ? entry.title : undefined
}

/**
 * Run `work` while no other caoc drafts in `folder`. When nobody lets go in
 * time this rejects with whom it waited for.
 */
export async function withJournal<T>(
  folder: string,
  work: (journal: Journal) => T,
  patience: Patience
): Promise<T> {
  const shown = path.join(folder, journalName)
  attempt(shown, () => openJournal(folder, shown))
  const lock = await takeLock(shown, shown, patience).catch((error) => {
    throw failure(error, quote(shown))
  })
  const withdraw = onInterrupt(lock.release)
  try {
    attempt(shown, () => clear(shown))
    return work(journalOf(folder, lock))
  } finally {
    attempt(shown, lock.release)
    withdraw()
  }
}

function openJournal(folder: string, place: string): void {
  makeFolder(folder)
  const stat = lstatSync(place, {throwIfNoEntry: false})
  if (stat !== undefined && !stat.isDirectory()) {
    throw new HostError(
      `${quote(place)} is geen gewone map; verwijder het en herhaal de opdracht`
    )
  }
  makeFolder(place)
  keepApart(path.join(place, '.gitignore'))
}

function keepApart(file: string): void {
  try {
    writeDurable(file, Buffer.from(ignoreAll))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** Remove what dead runs left that is no entry. Only for who holds the lock. */
function clear(place: string): void {
  for (const name of readdirSync(place)) {
    const isLeft =
      name.startsWith(stagingName) || name.startsWith(`${lockName}-`)
    if (!isLeft) continue
    ifPossible(() =>
      rmSync(path.join(place, name), {recursive: true, force: true})
    )
  }
}

function journalOf(folder: string, lock: Lock): Journal {
  const withLast = (act: (entry: Entry) => void): void => {
    attempt(folder, () => {
      lock.verify()
      const entry = lastEntry(folder)
      if (entry) act(entry)
    })
  }
  return {
    last: () => lastDraft(folder),
    layDown(title, files) {
      attempt(folder, () => {
        lock.verify()
        layDown(folder, title, files)
      })
    },
    undo: () => withLast(takeBack),
    forget: () => withLast(({id}) => dropEntry(folder, id))
  }
}
