/** Where packages stand on disk, this one included. */
import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {quote} from './failure.ts'
import {HostError} from './host.ts'

const here = fileURLToPath(import.meta.url)

/** The folder of caoc itself; the same for `src/host/` and for `dist/host/`. */
export function ownFolder(): string {
  const folder = folderOf('caoc', here)
  if (folder !== undefined) return folder
  throw new HostError(
    'De map van caoc is niet volledig; installeer caoc opnieuw'
  )
}

/** The folder of a package that caoc depends on, or nothing when it is not installed. */
export function packageFolder(name: string): string | undefined {
  try {
    return folderOf(name, createRequire(here).resolve(name))
  } catch {
    return undefined
  }
}

/** As {@link packageFolder}, for a package without which the work cannot be done. */
export function requiredPackageFolder(name: string): string {
  const folder = packageFolder(name)
  if (folder !== undefined) return folder
  throw new HostError(
    `Het pakket ${quote(name)} ontbreekt; installeer caoc opnieuw, of geef \`npm install\` in de map van caoc`
  )
}

/** The version that a package's folder says it is. */
export function versionOf(folder: string): string {
  return String(manifestOf(folder).version)
}

/** The nearest folder above `file` that says it is the package `name`. */
function folderOf(name: string, file: string): string | undefined {
  const folder = path.dirname(file)
  if (folder === file) return undefined
  return manifestOf(folder).name === name ? folder : folderOf(name, folder)
}

function manifestOf(folder: string): {name?: unknown; version?: unknown} {
  const file = path.join(folder, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
