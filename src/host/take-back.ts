/** What a drafting command laid down goes away again, and what it replaced comes back. */
import {readdirSync, rmdirSync, rmSync} from 'node:fs'
import path from 'node:path'
import {makeFolder, move, newToken, replaceFile, syncFolder} from './durable.ts'
import {errorCode, ifPossible, quote} from './failure.ts'
import {readPlainFile} from './folder-content.ts'
import {HostError} from './host.ts'
import {
  checkDraftPlace,
  type Entry,
  journalName,
  oldName,
  type PlannedFile,
  stagingName,
  stateOf
} from './journal-entry.ts'

/**
 * Take an entry back and drop it from the journal. Nothing is touched when one
 * of its files was changed since. Stopped half-way it can be done again.
 */
export function takeBack(entry: Entry): void {
  refuseChanged(entry)
  for (const [index, file] of entry.files.entries()) {
    if (stateOf(entry, file) === 'same') restore(entry, index, file)
  }
  for (const folder of foldersOf(entry)) removeDrafts(folder)
  for (const folder of entry.folders.toReversed()) removeEmpty(entry, folder)
  dropEntry(entry.root, entry.id)
}

/** Take an entry out of the journal, in one step. */
export function dropEntry(root: string, id: string): void {
  const journal = path.join(root, journalName)
  const away = path.join(journal, `${stagingName}${newToken()}`)
  move(path.join(journal, id), away)
  syncFolder(journal)
  ifPossible(() => rmSync(away, {recursive: true, force: true}))
}

function refuseChanged(entry: Entry): void {
  const {root, files} = entry
  for (const {path: place} of files) checkDraftPlace(root, place)
  const changed = files
    .filter((file) => stateOf(entry, file) === 'changed')
    .map((file) => quote(path.join(root, file.path)))
  const unrestorable = files.filter(
    ({was}, index) => was !== undefined && oldBytes(entry, index) === undefined
  )
  if (changed.length > 0) {
    const verb = changed.length === 1 ? 'is' : 'zijn'
    throw new HostError(
      `${changed.join(', ')} ${verb} gewijzigd na \`${entry.title}\`; er is niets teruggedraaid. Verwijder of herstel zelf wat weg moet, of houd alles zoals het is met \`cao undo --forget\``
    )
  }
  if (unrestorable.length > 0) {
    throw new HostError(
      `Van \`${entry.title}\` is de oude tekst niet meer bewaard; herstel haar zelf, en geef dan \`cao undo --forget\``
    )
  }
}

function restore(
  entry: Entry,
  index: number,
  {path: place, was}: PlannedFile
): void {
  const file = path.join(entry.root, place)
  if (was === undefined) {
    rmSync(file)
    syncFolder(path.dirname(file))
    return
  }
  const bytes = oldBytes(entry, index)
  if (!bytes) return
  makeFolder(path.dirname(file))
  replaceFile(file, bytes)
}

function oldBytes({folder}: Entry, index: number): Buffer | undefined {
  return readPlainFile(path.join(folder, oldName(index)))
}

function foldersOf({root, files}: Entry): ReadonlySet<string> {
  return new Set(files.map((file) => path.dirname(path.join(root, file.path))))
}

/** What a command that was killed was about to put in the place of a file. */
function removeDrafts(folder: string): void {
  for (const name of ifPossible(() => readdirSync(folder)) ?? []) {
    if (!/^\.caoc-[0-9a-f]{16}\.tmp$/u.test(name)) continue
    ifPossible(() => rmSync(path.join(folder, name), {force: true}))
  }
}

/** A folder that holds something else by now stays. */
function removeEmpty({root}: Entry, folder: string): void {
  try {
    rmdirSync(path.join(root, folder))
  } catch (error) {
    if (errorCode(error) === undefined) throw error
  }
}
