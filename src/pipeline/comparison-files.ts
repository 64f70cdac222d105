/**
 * Joint: one file that a user named → units that can be compared.
 *
 * A version of a corpus is known by its head; all else is read as `cao import`
 * reads a whole text. Nothing is written, and nothing of the place of the file
 * but its own name and that of its folder is used.
 */
import {defined} from '../defined.ts'
import {parseText} from '../dialect/parse.ts'
import {identityFor} from '../import/identity.ts'
import {readWholeText} from '../import/read/read.ts'
import {type Seen, seenIn} from '../import/seen.ts'
import {
  type Block,
  type Soort,
  soorten,
  type UnitId,
  type UnitText
} from '../model.ts'
import {readFrontMatter} from '../read/front-matter.ts'
import {bareVersionSchema, versionSchema} from '../read/schema.ts'
import {decode, splitSource} from '../read/source.ts'
import {isBare} from '../time/siblings.ts'

/** What a file holds, or in Dutch why it cannot be read. */
export type FileUnits =
  | {readonly titel: string; readonly units: readonly UnitText[]}
  | {readonly refusal: string}

/** Read one file; `path` as typed. */
export function readComparedFile(bytes: Uint8Array, path: string): FileUnits {
  const names = path.replaceAll('\\', '/').split('/')
  const titel = names.at(-1) ?? path
  const version = versionIn(bytes, names)
  if (version) return {titel, units: [version]}
  const reading = readWholeText(bytes, titel)
  if ('refused' in reading) {
    const {place, message} = reading.refused
    return {refusal: `${path}:${place.line}:${place.column} ${message}`}
  }
  const {units} = seenIn(reading.text, new Map())
  if (units.length === 0) {
    return {refusal: `\`${path}\` bevat geen tekst om te vergelijken`}
  }
  return {titel, units: treeOf(units)}
}

/** A version file, whatever it is called; its folder says of what soort it is. */
function versionIn(
  bytes: Uint8Array,
  names: readonly string[]
): UnitText | undefined {
  const text = decode(bytes, () => {})
  const source = text === undefined ? undefined : splitSource(text, () => {})
  if (!source) return undefined
  const folder = names.at(-2) ?? ''
  const named = soorten.find(
    (one) => folder === one || folder.startsWith(`${one}-`)
  )
  const isBareSoort = named !== undefined && isBare(named)
  const schema = isBareSoort ? bareVersionSchema : versionSchema
  const head = readFrontMatter(source.head, schema, () => {})?.values
  if (!head) return undefined
  const {nummer, opschrift, laag, vervallen} = head
  const soort = named ?? 'artikel'
  const state = vervallen === true ? 'vervallen' : 'geldt'
  return unitOf(
    {
      id: identityFor({soort, ...defined({nummer, opschrift})}, new Set()),
      soort,
      ...defined({nummer, opschrift, laag}),
      state
    },
    state === 'geldt' ? parseText(source.body, dialectFor(soort), () => {}) : []
  )
}

/** As the reader of versions has it. */
function dialectFor(soort: Soort): {leden: boolean; headings: boolean} {
  const headings = ['bijlage', 'toelichting', 'preambule', 'slot']
  return {leden: soort === 'artikel', headings: headings.includes(soort)}
}

function treeOf(seen: readonly Seen[]): readonly UnitText[] {
  const ids = namesFor(seen)
  const below = (parent: number | undefined): readonly UnitText[] =>
    seen.flatMap((unit, at) => {
      if (unit.parent !== parent) return []
      const {soort, nummer, opschrift, vervallen, text} = unit
      const inner = below(at)
      const isNote = ({soort: kind}: UnitText): boolean =>
        kind === 'toelichting' && soort !== 'toelichting'
      return [
        {
          ...unitOf(
            {
              id: ids[at] ?? String(at),
              soort,
              ...defined({nummer, opschrift}),
              state: vervallen ? 'vervallen' : 'geldt'
            },
            vervallen ? [] : text.text
          ),
          toelichting: inner
            .filter(isNote)
            .map((note) => ({...note, owner: defined({soort, nummer})})),
          children: inner.filter((one) => !isNote(one))
        }
      ]
    })
  return below(undefined)
}

function namesFor(seen: readonly Seen[]): readonly UnitId[] {
  const taken = new Set<string>()
  const ids: UnitId[] = []
  for (const {soort, nummer, opschrift, parent} of seen) {
    const around = parent === undefined ? undefined : seen[parent]
    const home = parent === undefined ? undefined : ids[parent]
    const id = identityFor(
      {
        soort,
        ...defined({nummer, opschrift}),
        ...(home !== undefined && {
          parent: {id: home, ...defined({nummer: around?.nummer})}
        })
      },
      taken
    )
    taken.add(id.toLowerCase())
    ids.push(id)
  }
  return ids
}

/** A unit of which no more is known than its words. */
function unitOf(
  head: Pick<
    UnitText,
    'id' | 'soort' | 'nummer' | 'opschrift' | 'laag' | 'state'
  >,
  text: readonly Block[]
): UnitText {
  return {
    ...head,
    path: '',
    since: 'begin',
    inwerking: 'begin',
    known: 'altijd',
    retroactive: false,
    rectified: false,
    wijzigingen: [],
    text,
    toelichting: [],
    children: []
  }
}
