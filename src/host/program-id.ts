/** Which program this is, to the letter: for what may be used again only by the very same one. */
import {createHash, type Hash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {byCodePoint} from './order.ts'
import {ownFolder} from './package.ts'

/** `dist/`, or `src/` where the program runs from its sources. */
const codeFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

interface Manifest {
  readonly name?: unknown
  readonly version?: unknown
  readonly dependencies?: Readonly<Record<string, string>>
}

let known: {readonly id: Buffer | undefined} | undefined

/**
 * Hash over all code of caoc, the versions of all packages that it rests on,
 * and that of Node.js; nothing where a package is not found as npm lays it.
 * Taken once, since the files may be replaced under a program that runs.
 */
export function programId(): Buffer | undefined {
  known ??= {id: hashProgram()}
  return known.id
}

function hashProgram(): Buffer | undefined {
  const packages = installed(ownFolder())
  if (!packages) return undefined
  const hash = createHash('sha256')
  add(hash, process.version, ...packages)
  for (const file of codeFiles()) {
    add(hash, file, readFileSync(path.join(codeFolder, file)))
  }
  return hash.digest()
}

/** Each part with its length, so that no two lists give one text. */
function add(hash: Hash, ...parts: readonly (string | Buffer)[]): void {
  for (const part of parts) {
    hash.update(`${Buffer.byteLength(part)}:`).update(part)
  }
}

function codeFiles(): readonly string[] {
  const files = readdirSync(codeFolder, {recursive: true, encoding: 'utf8'})
    .filter((file) => /(?<!\.d)\.[jt]s$/.test(file))
    .map((file) => file.split(path.sep).join('/'))
  return byCodePoint(files, (file) => file)
}

/** A package and all that it depends on, each with its version. */
function installed(folder: string): readonly string[] | undefined {
  const found = new Map<string, string>()
  const open = [folder]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue
    const {name, version, dependencies = {}} = manifestOf(at)
    found.set(at, `${name}@${version}`)
    for (const dependency of Object.keys(dependencies)) {
      const place = placeOf(dependency, at)
      if (place === undefined) return undefined
      open.push(place)
    }
  }
  return [...found.values()].sort()
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
}

/** Where Node.js finds a package for code in `from`. */
function placeOf(name: string, from: string): string | undefined {
  const folder = path.join(from, 'node_modules', name)
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(from)
  return parent === from ? undefined : placeOf(name, parent)
}
