/** A corpus folder on disk → its files as bytes. */
import {type Dirent, readdirSync, readlinkSync, statSync} from 'node:fs'
import path from 'node:path'
import {errorCode, ifPossible, quote, reason} from './failure.ts'
import {HostError, type SourceFile, type SourceTree} from './host.ts'
import {byCodePoint} from './order.ts'
import {hasTextName, notAFile, readSource} from './source-file.ts'

/** Deeper than any corpus; a folder that is mounted inside itself ends here. */
const maxDepth = 40
/**
 * More than any corpus: twice what 100,000 versions take, which are checked in
 * 3 GB; `cao check /` ends here, and not when memory is full.
 */
const maxFiles = 250_000
const maxBytes = 2 ** 29

interface Walk {
  readonly root: string
  readonly files: SourceFile[]
  readonly folders: string[]
  bytes: number
}

/**
 * Read everything below `folder` but dotfiles, editor backups and
 * `node_modules`. What cannot be read is a file with a problem; links and
 * devices are never opened, so that nothing outside the corpus gets in and
 * nothing hangs.
 */
export function readCorpus(folder: string): SourceTree {
  const root = placeOf(folder)
  requireFolder(root, folder)
  const walk: Walk = {root, files: [], folders: [], bytes: 0}
  for (const entry of list(root)) visit(walk, '', entry)
  return {
    folder,
    files: byCodePoint(walk.files, (file) => file.path),
    folders: byCodePoint(walk.folders, (name) => name)
  }
}

/** Whoever works in a folder that was removed meanwhile has no place from which to look. */
function placeOf(folder: string): string {
  try {
    return path.resolve(folder)
  } catch (cause) {
    throw new HostError(
      'De map waarin deze opdracht is gegeven, bestaat niet meer; ga met `cd` naar een andere map',
      {cause}
    )
  }
}

function requireFolder(root: string, folder: string): void {
  try {
    if (!statSync(root).isDirectory()) {
      throw new HostError(
        `${quote(folder)} is een bestand; geef de map van de verzameling op`
      )
    }
    readdirSync(root)
  } catch (error) {
    if (error instanceof HostError || errorCode(error) === undefined)
      throw error
    const sentence =
      errorCode(error) === 'ENOENT'
        ? `De map ${quote(folder)} bestaat niet; geef de map van de verzameling op`
        : reason(error, `de map ${quote(folder)}`)
    throw new HostError(sentence, {cause: error})
  }
}

/** Names as bytes: on Linux a name need not be text. */
function list(folder: string): Dirent<Buffer>[] {
  return readdirSync(folder, {withFileTypes: true, encoding: 'buffer'})
}

function visit(walk: Walk, parent: string, entry: Dirent<Buffer>): void {
  const name = entry.name.toString('utf8')
  const isText = entry.name.equals(Buffer.from(name))
  if (isIgnored(name)) return
  const shown = isText ? name : inAscii(entry.name)
  const below = parent === '' ? shown : `${parent}/${shown}`
  if (!isText) {
    report(walk, below, 'De naam is geen geldige UTF-8; hernoem het bestand')
  } else if (entry.isSymbolicLink()) {
    report(walk, below, linkProblem(walk.root, below))
  } else if (entry.isDirectory()) {
    visitFolder(walk, below)
  } else if (entry.isFile()) {
    add(walk, readSource(walk.root, below))
  } else {
    report(walk, below, notAFile)
  }
}

function visitFolder(walk: Walk, below: string): void {
  if (path.posix.basename(below) === 'node_modules') return
  const problem = folderProblem(below)
  if (problem !== undefined) {
    report(walk, below, problem)
    return
  }
  walk.folders.push(below)
  for (const entry of listOrReport(walk, below)) visit(walk, below, entry)
}

function folderProblem(below: string): string | undefined {
  if (hasTextName(below)) {
    return 'Dit is een map met de naam van een tekst; hernoem de map of zet de tekst zelf neer'
  }
  return below.split('/').length > maxDepth
    ? `Deze map ligt in meer dan ${maxDepth} andere; zet haar hoger`
    : undefined
}

function listOrReport(walk: Walk, below: string): Dirent<Buffer>[] {
  try {
    return list(path.join(walk.root, below))
  } catch (error) {
    report(walk, below, reason(error, 'deze map'))
    return []
  }
}

/** Whether a name is clutter of editors, of version control or of the systems' own file windows. */
export function isIgnored(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.endsWith('~') ||
    (name.startsWith('#') && name.endsWith('#')) ||
    name === 'Thumbs.db' ||
    name === 'desktop.ini'
  )
}

/** A name that is not text, so written that no other file can have the same. */
function inAscii(name: Buffer): string {
  return name
    .toString('latin1')
    .replace(
      /[^ -~]/g,
      (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`
    )
}

function linkProblem(root: string, below: string): string {
  const link = path.join(root, below)
  const target = ifPossible(() => readlinkSync(link)) ?? ''
  const inside = path.relative(root, path.resolve(path.dirname(link), target))
  const isOut = inside.split(path.sep)[0] === '..' || path.isAbsolute(inside)
  return `Dit is een koppeling (symbolic link) naar ${quote(target)}${isOut ? ', buiten de verzameling' : ''}; zet het bestand zelf neer`
}

function report(walk: Walk, below: string, problem: string): void {
  add(walk, {path: below, problem})
}

function add(walk: Walk, file: SourceFile): void {
  walk.files.push(file)
  if ('bytes' in file) walk.bytes += file.bytes.length
  if (walk.files.length > maxFiles || walk.bytes > maxBytes) {
    throw new HostError(
      `De map ${quote(walk.root)} houdt meer in dan een verzameling; geef de map van de verzameling zelf op`
    )
  }
}
