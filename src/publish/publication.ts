/**
 * Stage: rendered documents → folders and a manifest, ready to be laid down.
 *
 * A folder's name ends in the hash of what it holds, so that a folder never
 * changes once it is there; `manifest.json` says which folder counts.
 */
import {z} from 'zod'
import {defined} from '../defined.ts'
import {hashBytes, hashText} from '../hash/sha256.ts'
import type {Consolidation, IsoDate} from '../model.ts'
import {compareText} from '../time/order.ts'

const schema = 'caoc/manifest/1'

/** One file of a publication. */
interface PublishedFile {
  readonly name: string
  readonly bytes: number
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string
}

/** One doorlopende tekst in all its formats. */
interface Publication {
  readonly regeling: string
  readonly titel: string
  readonly geldig: IsoDate
  readonly zicht: IsoDate
  /** Code of the municipality whose text it is. */
  readonly gemeente?: string
  readonly laag?: 'CAR'
  readonly state: Consolidation['state']
  /** SHA-256 of the text without the statement. */
  readonly textHash: string
  /** Below the output folder. */
  readonly folder: string
  readonly files: readonly PublishedFile[]
}

/** A publication with the bytes that belong in its folder, its own manifest included. */
export interface Package {
  readonly publication: Publication
  readonly path: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** What `manifest.json` of an output folder says. */
interface Manifest {
  readonly schema: typeof schema
  readonly publications: readonly Publication[]
}

const hash = z.string().regex(/^[0-9a-f]{64}$/u)
const publicationShape = z.object({
  regeling: z.string().regex(/^[a-z0-9-]+$/u),
  titel: z.string(),
  geldig: z.iso.date(),
  zicht: z.iso.date(),
  gemeente: z
    .string()
    .regex(/^[a-z0-9-]+$/u)
    .optional(),
  laag: z.literal('CAR').optional(),
  state: z.enum(['geldt', 'nog-niet', 'geëindigd']),
  textHash: z.union([hash, z.literal('')]),
  folder: z.string(),
  files: z.array(
    z.object({
      name: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/u),
      bytes: z.int().min(0),
      sha256: hash
    })
  )
})
const manifestShape = z.object({
  schema: z.literal(schema),
  publications: z.array(z.unknown())
})

/** Pack the documents of one consolidation, given by file extension. */
export function pack(
  consolidation: Consolidation,
  documents: ReadonlyMap<string, Uint8Array>
): Package {
  const {regeling, geldig, zicht, state, textHash = ''} = consolidation
  const gemeente = consolidation.gemeente?.code
  const suffix = suffixOf({...defined({gemeente, laag: consolidation.laag})})
  const named = [...documents].map(
    ([extension, bytes]) =>
      [`${regeling.id}-${geldig}${suffix}.${extension}`, bytes] as const
  )
  const files = named
    .map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: hashBytes(bytes)
    }))
    .toSorted((a, b) => compareText(a.name, b.name))
  const digest = hashText(JSON.stringify(files)).slice(0, 8)
  const folder = `${regeling.id}/${geldig}-zicht-${zicht}${suffix}-${digest}`
  const publication: Publication = {
    regeling: regeling.id,
    titel: regeling.titel,
    geldig,
    zicht,
    ...defined({gemeente, laag: consolidation.laag}),
    state,
    textHash,
    folder,
    files
  }
  const manifest = encode({schema, publications: [publication]})
  return {
    publication,
    path: folder,
    files: new Map([...named, ['manifest.json', manifest]])
  }
}

/** Replace in a manifest what was published again; `obsolete` are the folders it no longer names. */
export function merge(
  old: string | undefined,
  packages: readonly Package[]
): {readonly manifest: string; readonly obsolete: readonly string[]} {
  const fresh = packages.map(({publication}) => publication)
  const keys = new Set(fresh.map(keyOf))
  const former = readManifest(old)
  const kept = former.filter((publication) => !keys.has(keyOf(publication)))
  const publications = [...kept, ...fresh].toSorted((a, b) =>
    compareText(keyOf(a), keyOf(b))
  )
  const named = new Set(publications.map(({folder}) => folder))
  const obsolete = former
    .map(({folder}) => folder)
    .filter((folder) => !named.has(folder))
  return {
    manifest: new TextDecoder().decode(encode({schema, publications})),
    obsolete
  }
}

/**
 * A manifest of another make, or a broken one, names nothing that is ours, and
 * neither does an entry that we would not have written; nor a second entry for
 * a folder.
 */
function readManifest(text: string | undefined): readonly Publication[] {
  const {success, data} = manifestShape.safeParse(parse(text ?? ''))
  if (!success) return []
  const byFolder = new Map<string, Publication>()
  for (const entry of data.publications) {
    const found = publicationShape.safeParse(entry)
    // Born here: the shape asks for days.
    const publication = found.data as Publication | undefined
    if (publication === undefined || !hasOwnName(publication)) continue
    if (!byFolder.has(publication.folder))
      byFolder.set(publication.folder, publication)
  }
  return [...byFolder.values()]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** As {@link pack} names it. */
function hasOwnName(publication: Publication): boolean {
  const {regeling, geldig, zicht, folder} = publication
  const start = `${regeling}/${geldig}-zicht-${zicht}${suffixOf(publication)}-`
  return (
    folder.startsWith(start) &&
    /^[0-9a-f]{8}$/u.test(folder.slice(start.length))
  )
}

/** For whom, in names of files and folders: empty for the text as agreed nationally, whole. */
function suffixOf({
  gemeente,
  laag
}: Pick<Publication, 'gemeente' | 'laag'>): string {
  const parts = [gemeente ?? '', laag?.toLowerCase() ?? '']
  return parts.map((part) => (part === '' ? '' : `-${part}`)).join('')
}

function keyOf(publication: Publication): string {
  const {regeling, geldig, zicht} = publication
  return `${regeling} ${geldig} ${zicht}${suffixOf(publication)}`
}

function encode(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}
