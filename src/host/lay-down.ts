/** Several files of a corpus come to stand there together, or not at all. */
import {existsSync, linkSync, lstatSync, mkdirSync, rmSync} from 'node:fs'
import path from 'node:path'
import {
  makeFolder,
  move,
  newToken,
  replaceFile,
  syncFolder,
  writeDurable
} from './durable.ts'
import {attempt, errorCode, ifPossible, quote} from './failure.ts'
import {hasBytes} from './folder-content.ts'
import {type CorpusFile, HostError} from './host.ts'
import {
  checkDraftPlace,
  doneName,
  type Entry,
  entryNames,
  hashOf,
  journalName,
  lastEntry,
  oldName,
  type Plan,
  planName,
  stagingName,
  writePlan
} from './journal-entry.ts'
import {dropEntry, takeBack} from './take-back.ts'

/** Commands that can be taken back, one after the other. */
const maxEntries = 50

/**
 * Lay files down in the corpus folder `root`, as typed, whose journal is locked. The plan
 * is on the disk before the first of them, so that a kill half-way leaves what
 * `takeBack` needs; what goes wrong otherwise is taken back at once.
 */
export function layDown(
  root: string,
  title: string,
  files: readonly CorpusFile[]
): void {
  refuseUnfinished(root)
  for (const file of files) checkFile(root, file)
  const entry = record(root, title, files)
  let laid = 0
  try {
    for (const [index, file] of files.entries()) {
      place(entry, index, file)
      laid++
    }
    for (const folder of foldersOf(entry)) syncFolder(folder)
    writeDurable(path.join(entry.folder, doneName), Buffer.from(''))
  } catch (error) {
    // What cannot be taken back now waits for `cao undo`.
    ifPossible(() => takeBack({...entry, files: entry.files.slice(0, laid)}))
    throw error
  }
  // All is in place: what is only tidied up may fail.
  ifPossible(() => tidy(entry))
}

function refuseUnfinished(root: string): void {
  const last = lastEntry(root)
  if (last === undefined || last.isWhole) return
  throw new HostError(
    `De vorige opdracht (${quote(last.title)}) is halverwege afgebroken; maak haar eerst ongedaan met \`cao undo\``
  )
}

function checkFile(root: string, {path: below, was}: CorpusFile): void {
  const file = path.join(root, below)
  checkDraftPlace(root, below)
  const isThere = ifPossible(() => lstatSync(file)) !== undefined
  if (was === undefined && isThere) {
    throw new HostError(
      `${quote(file)} bestaat al; er is niets neergelegd of gewijzigd`
    )
  }
  if (was !== undefined && !hasBytes(file, Buffer.from(was))) {
    throw new HostError(
      `${quote(file)} is intussen gewijzigd; herhaal de opdracht`
    )
  }
}

/** Write the plan and all new and old bytes into the journal, and let them appear there as one entry. */
function record(
  root: string,
  title: string,
  files: readonly CorpusFile[]
): Entry {
  const journal = path.join(root, journalName)
  const staging = path.join(journal, `${stagingName}${newToken()}`)
  const plan: Plan = {
    title,
    files: files.map(({path: place, text, was}) => ({
      path: place,
      ...(text !== undefined && {sha256: hashOf(Buffer.from(text))}),
      ...(was !== undefined && {was: hashOf(Buffer.from(was))})
    })),
    folders: missingFolders(root, files)
  }
  const id = nextId(root)
  try {
    mkdirSync(staging)
    for (const [index, {text, was}] of files.entries()) {
      const named = [
        [newName(index), text],
        [oldName(index), was]
      ] as const
      for (const [name, bytes] of named) {
        if (bytes !== undefined)
          writeDurable(path.join(staging, name), Buffer.from(bytes))
      }
    }
    writeDurable(path.join(staging, planName), writePlan(plan))
    syncFolder(staging)
    move(staging, path.join(journal, id))
  } catch (error) {
    ifPossible(() => rmSync(staging, {recursive: true, force: true}))
    throw error
  }
  syncFolder(journal)
  const folder = path.join(journal, id)
  return {...plan, id, root, folder, isWhole: false}
}

function newName(index: number): string {
  return `nieuw-${index}`
}

function nextId(root: string): string {
  const last = Number(entryNames(root).at(-1) ?? 0)
  return String(last + 1).padStart(6, '0')
}

/** Folders that the files need and that are not there, outermost first. */
function missingFolders(
  root: string,
  files: readonly CorpusFile[]
): readonly string[] {
  const missing = new Set<string>()
  for (const {path: place, text} of files) {
    if (text === undefined) continue
    const parts = place.split('/').slice(0, -1)
    for (const index of parts.keys()) {
      const folder = parts.slice(0, index + 1).join('/')
      if (!existsSync(path.join(root, folder))) missing.add(folder)
    }
  }
  return [...missing]
}

function place(
  {root, folder}: Entry,
  index: number,
  {path: below, text, was}: CorpusFile
): void {
  const target = path.join(root, below)
  attempt(target, () => {
    if (text === undefined) {
      rmSync(target)
      return
    }
    if (was !== undefined) {
      replaceFile(target, Buffer.from(text))
      return
    }
    makeFolder(path.dirname(target))
    placeNew(path.join(folder, newName(index)), target)
  })
}

/** A link to the whole file appears at once, and never takes the place of another. */
function placeNew(staged: string, target: string): void {
  try {
    linkSync(staged, target)
  } catch (error) {
    const isThere = errorCode(error) === 'EEXIST' || existsSync(target)
    if (isThere || !existsSync(path.dirname(target))) throw error
    // A disk without hard links, such as a USB stick.
    move(staged, target)
  }
}

function foldersOf({root, files, folders}: Entry): readonly string[] {
  const places = [
    ...files.map((file) => path.dirname(file.path)),
    ...folders.map((folder) => path.dirname(folder))
  ]
  return [...new Set(places)].map((folder) => path.join(root, folder))
}

/** What was laid down needs no second copy; of very old commands nothing is kept. */
function tidy({root, folder, files}: Entry): void {
  for (const index of files.keys()) {
    rmSync(path.join(folder, newName(index)), {force: true})
  }
  const names = entryNames(root)
  for (const id of names.slice(0, Math.max(0, names.length - maxEntries))) {
    dropEntry(root, id)
  }
}
