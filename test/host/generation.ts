/** Publications for tests: each generation shares folders with its neighbours. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {OutputFolder} from '../../src/host/host.ts'

/** What a test manifest says: of each folder its files, of each file its hash. */
interface Manifest {
  readonly number: number
  readonly folders: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Generation `number`: three folders, of which two also belong to the one before. */
export function generation(number: number): {
  folders: OutputFolder[]
  manifest: string
} {
  const folders = [0, 1, 2].map((back) => folderOf(number - back))
  const manifest: Manifest = {
    number,
    folders: Object.fromEntries(
      folders.map(({path: place, files}) => [
        place,
        Object.fromEntries(
          [...files].map(([name, bytes]) => [name, hash(bytes)])
        )
      ])
    )
  }
  return {folders, manifest: JSON.stringify(manifest)}
}

/** Folders that the old manifest names and the new generation does not hold. */
export function obsoleteAfter(
  manifest: string | undefined,
  folders: readonly OutputFolder[]
): string[] {
  const old: Manifest =
    manifest === undefined ? {number: -1, folders: {}} : JSON.parse(manifest)
  const kept = new Set(folders.map((folder) => folder.path))
  return Object.keys(old.folders).filter((place) => !kept.has(place))
}

/** What is wrong with the publication in `folder`; empty when it is whole. */
export function damage(folder: string): string[] {
  const {folders} = manifestOf(folder)
  return Object.entries(folders).flatMap(([place, files]) => {
    const expected = Object.keys(files).sort()
    const found = namesBelow(path.join(folder, place))
    if (found.join() !== expected.join()) return [`${place}: ${found.join()}`]
    return expected.filter(
      (name) =>
        hash(readFileSync(path.join(folder, place, name))) !== files[name]
    )
  })
}

/** Everything in `folder` that the manifest does not call for. */
export function litter(folder: string): string[] {
  const places = Object.keys(manifestOf(folder).folders)
  return namesBelow(folder).filter(
    (name) =>
      name !== 'manifest.json' &&
      !places.some((place) => name.startsWith(`${place}/`))
  )
}

/** The number of the generation that is published. */
export function published(folder: string): number {
  return manifestOf(folder).number
}

function manifestOf(folder: string): Manifest {
  const file = path.join(folder, 'manifest.json')
  if (!existsSync(file)) return {number: -1, folders: {}}
  return JSON.parse(readFileSync(file, 'utf8'))
}

function folderOf(seed: number): OutputFolder {
  const files = new Map(
    ['tekst.html', 'pdf/tekst.pdf'].map((name) => [
      name,
      Buffer.from(`${name} ${seed}\n`.repeat(200))
    ])
  )
  const name = hash(Buffer.from(String(seed))).slice(0, 12)
  return {path: `car-uwo/tekst-${name}`, files}
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function namesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => path.relative(folder, file).split(path.sep).join('/'))
    .sort()
}
