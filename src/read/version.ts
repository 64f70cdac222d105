/** One version file → the text of a unit with what its head says. */
import type {z} from 'zod'
import {type Defined, defined} from '../defined.ts'
import {parseText} from '../dialect/parse.ts'
import type {Soort} from '../model.ts'
import {readFrontMatter} from './front-matter.ts'
import type {VersionLocation} from './path.ts'
import type {Input, ReadVersion} from './pieces.ts'
import {bareVersionSchema, versionSchema} from './schema.ts'
import {belowFront, splitSource} from './source.ts'

/** Read one version; its unit and its day come from its path alone. */
export function readVersion(
  at: VersionLocation,
  {path, text, report, keepKeys}: Input
): ReadVersion | undefined {
  const unit = at.units.at(-1)
  const source = splitSource(text, report)
  if (!source || !unit) return undefined
  const {soort} = unit
  const schema = hasNummer(soort) ? versionSchema : bareVersionSchema
  const front = readFrontMatter(source.head, schema, report)
  const below = belowFront(source, report)
  const blocks = parseText(source.body, dialectFor(soort), below)
  if (!front) return undefined
  keepKeys(front.keys)
  return {
    path,
    unit: unit.id,
    geldig: at.geldig,
    wijzigingen: at.wijzigingen,
    ...toFields(defined(front.values)),
    text: blocks
  }
}

/** Whether units of a soort are numbered. */
function hasNummer(soort: Soort): boolean {
  return !['preambule', 'slot', 'toelichting'].includes(soort)
}

function dialectFor(soort: Soort): {leden: boolean; headings: boolean} {
  const headings = ['bijlage', 'toelichting', 'preambule', 'slot']
  return {leden: soort === 'artikel', headings: headings.includes(soort)}
}

type Fields = Omit<
  ReadVersion,
  'path' | 'unit' | 'geldig' | 'wijzigingen' | 'text'
>

function toFields(
  values: Partial<Defined<z.output<typeof versionSchema>>>
): Fields {
  const {nummer, opschrift, onderdeel, basis, laag, tot, na} = values
  return {
    ...defined({nummer, opschrift, onderdeel, basis, laag, tot, na}),
    ...defined({in: values.in}),
    vervallen: values.vervallen ?? false,
    uit: values.uit ?? [],
    opgegaanIn: values['opgegaan-in'] ?? [],
    hand: values.hand ?? false
  }
}
