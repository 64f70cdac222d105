/**
 * What reading a corpus gave, kept in its work folder for the next run.
 *
 * It saves time and never decides anything: what is missing, damaged, of
 * another build or of another user is not there, and where nothing can be
 * kept, work goes on without. Whoever wants may delete it at any time.
 */
import {createHash} from 'node:crypto'
import {lstatSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {move, newToken} from './durable.ts'
import {readPlainFile} from './folder-content.ts'
import type {Cache} from './host.ts'
import {
  emptyLength,
  entryLength,
  type Pack,
  readPack,
  type Seal,
  writePack
} from './pack.ts'
import {programId} from './program-id.ts'
import {ownSecret} from './secret.ts'
import {findWorkFolder, makeWorkFolder} from './work-folder.ts'

/** Three times what 100,000 versions give; what comes beyond it is not kept. */
const maxBytes = 2 ** 30
const folderName = 'cache'
const draftEnd = '.tmp'

/** How the pack of a corpus is sealed, and its name. */
interface Shelf extends Seal {
  readonly root: string
  readonly name: string
}

/**
 * Run `work` with the cache of the corpus `root`. It is written again only
 * when something was put in it, and then holds what this run used.
 */
export function withCache<T>(root: string, work: (cache: Cache) => T): T {
  const shelf = quietly(() => openShelf(root))
  if (!shelf) return work({get: () => undefined, put: () => {}})
  const known: Pack = quietly(() => load(shelf)) ?? new Map()
  const used = new Map<string, Buffer>()
  let size = emptyLength
  let isNew = false
  const keep = (key: string, text: Buffer): void => {
    size += entryLength(key, text)
    if (size <= maxBytes) used.set(key, text)
  }
  const outcome = work({
    get(key) {
      const text = known.get(key)
      if (text) keep(key, text)
      return text?.toString()
    },
    put(key, text) {
      keep(key, Buffer.from(text))
      isNew = true
    }
  })
  if (isNew) quietly(() => save(used, shelf))
  return outcome
}

/** Whatever is wrong with a cache, the sources are still there. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** Users who share a corpus each have a pack of their own. */
function openShelf(root: string): Shelf | undefined {
  const secret = ownSecret()
  const program = programId()
  const id = createHash('sha256').update(secret).digest('hex').slice(0, 16)
  return program && {root, name: `${id}.pack`, secret, program}
}

function load(shelf: Shelf): Pack | undefined {
  const folder = findWorkFolder(shelf.root, folderName)
  if (folder === undefined) return undefined
  const file = path.join(folder, shelf.name)
  if (lstatSync(file).size > maxBytes) return undefined
  const bytes = readPlainFile(file)
  return bytes && readPack(bytes, shelf)
}

/**
 * Of two that save at once the last one wins, whole. What is lost to a power
 * cut has no seal, and is read anew: there is no need to wait for the disk.
 */
function save(pack: Pack, shelf: Shelf): void {
  const folder = makeWorkFolder(shelf.root, folderName)
  if (folder === undefined) return
  removeDrafts(folder)
  const draft = path.join(folder, newToken() + draftEnd)
  try {
    writeFileSync(draft, writePack(pack, shelf), {flag: 'wx'})
    move(draft, path.join(folder, shelf.name))
  } finally {
    rmSync(draft, {force: true})
  }
}

/** What killed runs left; one that is writing now only loses what it would have kept. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith(draftEnd)) rmSync(path.join(folder, name), {force: true})
  }
}
