/** What a folder on disk holds, compared with what it should hold. */
import {lstatSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import path from 'node:path'
import {ifPossible} from './failure.ts'

/** Files by path below their folder, with `/`. */
export type Files = ReadonlyMap<string, Uint8Array>

/** Whether `folder` holds exactly these files, byte for byte, and nothing else. */
export function holdsExactly(folder: string, files: Files): boolean {
  const names = listFiles(folder)
  return (
    names.length === files.size &&
    names.every((name) => hasBytes(path.join(folder, name), files.get(name)))
  )
}

/** Whether `file` is a plain file with these bytes. */
export function hasBytes(file: string, bytes: Uint8Array | undefined): boolean {
  const stat = lstatSync(file, {throwIfNoEntry: false})
  return (
    bytes !== undefined &&
    stat?.isFile() === true &&
    stat.size === bytes.length &&
    readFileSync(file).equals(bytes)
  )
}

/** The bytes of a plain file; nothing when it is missing or a link, a pipe or a folder, which are never opened. */
export function readPlainFile(file: string): Buffer | undefined {
  return ifPossible(() =>
    lstatSync(file).isFile() ? readFileSync(file) : undefined
  )
}

/** Remove all that `files` does not name, and folders where it names a file. */
export function removeOthers(folder: string, files: Files): void {
  for (const name of listFiles(folder)) {
    if (!files.has(name)) rmSync(path.join(folder, name), {force: true})
  }
  for (const name of files.keys()) {
    const file = path.join(folder, name)
    const stat = lstatSync(file, {throwIfNoEntry: false})
    if (stat?.isDirectory()) rmSync(file, {recursive: true})
  }
}

/** Everything but folders, links included: those are never followed. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => path.relative(folder, file).split(path.sep).join('/'))
}
