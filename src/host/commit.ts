/** New folders and a new manifest take the place of the old, or nothing changes. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {
  makeFolder,
  move,
  newToken,
  syncFile,
  syncFolder,
  writeDurable
} from './durable.ts'
import {ifPossible} from './failure.ts'
import {
  type Files,
  hasBytes,
  holdsExactly,
  removeOthers
} from './folder-content.ts'
import type {OutputFolder} from './host.ts'
import {checkApart, checkFolders, checkPlace} from './output-path.ts'
import {
  hashOf,
  manifestName,
  recordPlan,
  settle,
  stagedName,
  stagingName
} from './plan.ts'

/** All that one commit does. */
export interface Change {
  readonly folders: readonly OutputFolder[]
  readonly manifest: string
  readonly obsolete: readonly string[]
}

/** A folder that is not in place yet, and where it waits. */
interface Staged {
  readonly files: Files
  readonly from: string
  readonly to: string
  readonly isNew: boolean
}

/**
 * Carry out `change` in the folder `root`, which is locked. Until the manifest
 * is replaced, in one step, all that the old one names stays as it is; what
 * goes wrong before that is undone.
 */
export function commit(root: string, change: Change): void {
  check(root, change)
  const staging = path.join(root, `${stagingName}${newToken()}`)
  try {
    mkdirSync(staging)
    const staged = prepare(root, staging, change)
    for (const folder of staged) layDown(root, folder)
    move(path.join(staging, manifestName), path.join(root, manifestName))
    syncFolder(root)
  } finally {
    // What cannot be tidied now is tidied by the next run.
    ifPossible(() => settle(root, staging))
  }
}

function check(root: string, {folders, obsolete}: Change): void {
  const places = [...folders.map((folder) => folder.path), ...obsolete]
  checkApart([...places, manifestName])
  for (const place of places) {
    checkPlace(place)
    checkFolders(root, place)
  }
  for (const {files} of folders) {
    checkApart([...files.keys()])
    for (const place of files.keys()) checkPlace(place)
  }
}

function prepare(root: string, staging: string, change: Change): Staged[] {
  const staged: Staged[] = []
  const added: string[] = []
  for (const {path: place, files} of change.folders) {
    const to = path.join(root, place)
    const isNew = !existsSync(to)
    if (!isNew && holdsExactly(to, files)) continue
    const from = path.join(staging, stagedName, String(staged.length))
    writeFiles(from, files)
    staged.push({files, from, to, isNew})
    if (isNew) added.push(place)
  }
  const manifest = Buffer.from(change.manifest)
  writeDurable(path.join(staging, manifestName), manifest)
  recordPlan(staging, {
    manifest: hashOf(manifest),
    added,
    obsolete: change.obsolete
  })
  syncFolder(staging)
  syncFolder(root)
  return staged
}

function writeFiles(folder: string, files: Files): void {
  makeFolder(folder)
  const written = [...files].map(([name, bytes]) => {
    const file = path.join(folder, name)
    makeFolder(path.dirname(file))
    writeFileSync(file, bytes, {flag: 'wx'})
    return file
  })
  // After all are written: then the disk takes many at once.
  for (const file of written) syncFile(file)
  for (const one of new Set(written.map((file) => path.dirname(file)))) {
    syncFolder(one)
  }
  syncFolder(folder)
}

function layDown(root: string, staged: Staged): void {
  if (!staged.isNew) {
    mend(staged)
    return
  }
  const parent = path.dirname(staged.to)
  makeFolder(parent)
  move(staged.from, staged.to)
  for (let folder = parent; folder !== root; folder = path.dirname(folder)) {
    syncFolder(folder)
  }
}

/**
 * A folder that bears the hash of these files and does not hold them was
 * damaged. Put right file by file, it is never less whole than it was.
 */
function mend({files, from, to}: Staged): void {
  removeOthers(to, files)
  for (const [name, bytes] of files) {
    const file = path.join(to, name)
    if (hasBytes(file, bytes)) continue
    makeFolder(path.dirname(file))
    move(path.join(from, name), file)
    syncFolder(path.dirname(file))
  }
}
