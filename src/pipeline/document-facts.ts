/**
 * Joint: what a document says of the text that it holds ⇄ the facts in its metadata.
 *
 * Names of letters, values of text; who checks a file later reads them back.
 */
import {defined} from '../defined.ts'
import type {Consolidation, IsoDate} from '../model.ts'
import {isoDate} from '../time/days.ts'
import type {Compared} from './comparison.ts'
import {withTextHash} from './consolidation.ts'

/** The text of one moment, as a file names it. */
export interface NamedText {
  readonly regeling: string
  readonly geldig: IsoDate
  readonly zicht: IsoDate
  /** Code of the municipality. */
  readonly gemeente?: string
  readonly laag?: 'CAR'
  /** Wijzigingen in concept on which the text rests. */
  readonly concept: readonly string[]
  readonly textHash?: string
}

/** In what way a comparison is shown. */
export interface ShownAs {
  readonly format: 'pdf' | 'was-wordt-pdf'
  readonly isAll: boolean
}

/** What a file says that it holds. */
export type NamedDocument =
  | {readonly kind: 'tekst'; readonly text: NamedText; readonly unit?: string}
  | ({
      readonly kind: 'vergelijking'
      readonly unit?: string
      /** Both absent: of files that no corpus has. */
      readonly was?: NamedText
      readonly wordt?: NamedText
    } & ShownAs)

type Facts = ReadonlyMap<string, string>

/** Of the text of one moment. */
export function textFacts(c: Consolidation): Facts {
  return mapOf({...sideFacts(c), eenheid: c.asked?.unit})
}

/** Of a comparison: both its sides, each with the name of its side before what it says. */
export function comparisonFacts(
  {was, wordt, unit}: Compared,
  {format, isAll}: ShownAs
): Facts {
  const side = (name: string, c: Consolidation | undefined): Facts => {
    const facts = c ? mapOf(sideFacts(withTextHash(c))) : []
    return new Map([...facts].map(([key, value]) => [named(name, key), value]))
  }
  const shown = mapOf({
    soort: 'vergelijking',
    vorm: format === 'pdf' ? 'tekst' : 'tabel',
    omvang: isAll ? 'alles' : 'gewijzigd',
    eenheid: unit
  })
  return new Map([...shown, ...side('was', was), ...side('wordt', wordt)])
}

/** Read facts back; nothing when they do not name a document. */
export function namedDocument(facts: Facts): NamedDocument | undefined {
  const unit = facts.get('eenheid')
  if (facts.get('soort') !== 'vergelijking') {
    const text = namedText(facts)
    return text && {kind: 'tekst', text, ...defined({unit})}
  }
  const was = namedText(facts, 'was')
  const wordt = namedText(facts, 'wordt')
  return {
    kind: 'vergelijking',
    format: facts.get('vorm') === 'tabel' ? 'was-wordt-pdf' : 'pdf',
    isAll: facts.get('omvang') === 'alles',
    ...defined({unit, was, wordt})
  }
}

function sideFacts(
  c: Consolidation
): Readonly<Record<string, string | undefined>> {
  const concepts = c.sources.filter(({concept}) => concept)
  return {
    regeling: c.regeling.id,
    geldig: c.geldig,
    zicht: c.zicht,
    gemeente: c.gemeente?.code,
    laag: c.laag,
    concept:
      concepts.length > 0 ? concepts.map(({id}) => id).join(' ') : undefined,
    tekst: c.textHash
  }
}

function namedText(facts: Facts, side?: string): NamedText | undefined {
  const get = (key: string): string | undefined =>
    facts.get(side === undefined ? key : named(side, key))
  const [regeling, geldig, zicht] = [
    get('regeling'),
    isoDate(get('geldig') ?? ''),
    isoDate(get('zicht') ?? '')
  ]
  if (regeling === undefined || !geldig || !zicht) return undefined
  const laag = get('laag') === 'CAR' ? ('CAR' as const) : undefined
  return {
    regeling,
    geldig,
    zicht,
    concept: get('concept')?.split(' ') ?? [],
    ...defined({gemeente: get('gemeente'), laag, textHash: get('tekst')})
  }
}

function named(side: string, key: string): string {
  return `${side}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`
}

function mapOf(facts: Readonly<Record<string, string | undefined>>): Facts {
  return new Map(
    Object.entries(facts).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]]
    )
  )
}
