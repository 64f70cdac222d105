import fc from 'fast-check'
import {hashText} from '../../src/hash/sha256.ts'
import type {ImportedText, ImportedUnit} from '../../src/import/imported.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {Block, IsoDate, SourceTree} from '../../src/model.ts'
import {type ImportOutcome, importTexts} from '../../src/pipeline/import.ts'
import type {LaidFile} from '../../src/pipeline/import-files.ts'

/** A unit of a text, said shortly; `tekst` is Markdown-free: a line an alinea, `1. …` a lid. */
export interface Eenheid
  extends Omit<Partial<ImportedUnit>, 'text' | 'children' | 'toelichting'> {
  readonly soort: ImportedUnit['soort']
  readonly tekst?: string
  readonly toelichting?: string
  readonly in?: readonly Eenheid[]
}

const place = {file: 'bron.md', line: 1, column: 1}

/** A unit as a reader would give it. */
function unit({
  tekst = '',
  toelichting,
  in: inner = [],
  ...rest
}: Eenheid): ImportedUnit {
  return {
    place,
    ...rest,
    text: blocks(tekst),
    children: inner.map(unit),
    ...(toelichting !== undefined && {toelichting: blocks(toelichting)})
  }
}

function blocks(text: string): readonly Block[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Block => {
      const [, label, rest = ''] = /^(\d+[a-z]?\.) (.*)$/u.exec(line) ?? []
      const words = (value: string): Block => ({
        type: 'alinea',
        role: 'tekst',
        content: [{type: 'text', value}]
      })
      return label === undefined
        ? words(line)
        : {
            type: 'lid',
            label,
            nummer: label.slice(0, -1),
            content: [words(rest)]
          }
    })
}

/** A whole text of one day. */
export function text(
  day: string,
  units: readonly Eenheid[],
  more: Partial<ImportedText> = {}
): DatedText {
  const whole: ImportedText = {
    file: `${day}${more.expression ? `_${more.expression}` : ''}.md`,
    format: 'markdown',
    titel: 'Proefregeling',
    units: units.map(unit),
    leftOut: [],
    repairs: [],
    ...more
  }
  return {
    text: whole,
    day: day as IsoDate,
    sha256: hashText(JSON.stringify(whole))
  }
}

export const empty: SourceTree = {folder: 'articles', files: [], folders: []}

/** The tree after files were laid down in it. */
export function laid(tree: SourceTree, files: readonly LaidFile[]): SourceTree {
  const encoder = new TextEncoder()
  const paths = new Set(files.map(({path}) => path))
  return {
    ...tree,
    files: [
      ...tree.files.filter(({path}) => !paths.has(path)),
      ...files.flatMap(({path, text: words}) =>
        words === undefined ? [] : [{path, bytes: encoder.encode(words)}]
      )
    ]
  }
}

export type Imported = Exclude<ImportOutcome, {readonly refusal: string}>

/** Import into a tree; refusals fail the test. */
export function importInto(
  tree: SourceTree,
  texts: readonly DatedText[]
): Imported {
  const outcome = importTexts(tree, {id: 'proef', route: 'website', texts})
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal)
  return outcome
}

/** Texts of the files that an import lays down, by path below the regeling. */
export function filesOf(
  texts: readonly DatedText[],
  tree: SourceTree = empty
): ReadonlyMap<string, string> {
  const {files} = importInto(tree, texts)
  return new Map(
    files.map((file) => [file.path.replace('proef/', ''), file.text ?? ''])
  )
}

const zinnen = [
  'De ambtenaar heeft recht op verlof met behoud van bezoldiging.',
  'Het college kan nadere regels stellen over de uitvoering van dit artikel.',
  'Het verzoek wordt schriftelijk gedaan bij de directeur van de dienst.',
  'Bij ziekte wordt de bezoldiging gedurende een jaar volledig doorbetaald.',
  'De toelage bedraagt ten hoogste tien procent van het salaris per maand.',
  'Dit artikel is niet van toepassing op wie korter dan een jaar in dienst is.',
  'Overwerk wordt vergoed in vrije tijd, tenzij het dienstbelang zich verzet.',
  'De kosten van verhuizing worden vergoed volgens de tabel in de bijlage.',
  'Van een beslissing wordt binnen zes weken mededeling gedaan.',
  'De aanspraak vervalt vijf jaar na het einde van het kalenderjaar.',
  'Onder salaris wordt verstaan het bedrag dat voor de schaal is vastgesteld.',
  'De vakantie bedraagt per kalenderjaar een aantal uren naar leeftijd.'
]

/** One artikel that lives on, under another number perhaps. */
interface Levend {
  readonly sleutel: number
  /** It has lapsed, and may come back word for word. */
  readonly weg?: boolean
  readonly hoofdstuk: number
  readonly opschrift: boolean
  readonly leden: readonly number[]
  readonly toelichting: boolean
}

/** A law through the years: each step changes some of what was there. */
export const evolution: fc.Arbitrary<readonly DatedText[]> = fc
  .record({
    start: fc.array(
      fc.record({
        hoofdstuk: fc.integer({min: 1, max: 3}),
        opschrift: fc.boolean(),
        leden: fc.array(fc.nat(zinnen.length - 1), {maxLength: 4}),
        toelichting: fc.boolean()
      }),
      {minLength: 1, maxLength: 8}
    ),
    years: fc.array(
      fc.array(
        fc.record({
          wat: fc.constantFrom(
            'wijzig',
            'voegin',
            'schrap',
            'terug',
            'verplaats',
            'opschrift',
            'toelichting'
          ),
          waar: fc.nat(9),
          met: fc.nat(zinnen.length - 1)
        }),
        {maxLength: 4}
      ),
      {minLength: 1, maxLength: 4}
    ),
    dated: fc.boolean()
  })
  .map(({start, years, dated}) => {
    let next = start.length
    let now: readonly Levend[] = start.map((one, sleutel) => ({
      ...one,
      sleutel
    }))
    const texts = [toText(2010, now, dated)]
    for (const [at, steps] of years.entries()) {
      for (const {wat, waar, met} of steps) {
        now = change(now, {wat, waar, met, nieuw: next++})
      }
      texts.push(toText(2011 + at, now, dated))
    }
    return texts
  })

interface Stap {
  readonly wat: string
  readonly waar: number
  readonly met: number
  readonly nieuw: number
}

function change(
  now: readonly Levend[],
  {wat, waar, met, nieuw}: Stap
): readonly Levend[] {
  const at = now.length === 0 ? 0 : waar % now.length
  const one = now[at]
  if (!one || wat === 'voegin') {
    const fresh = {
      sleutel: nieuw,
      hoofdstuk: 1 + (met % 3),
      opschrift: met % 2 === 0,
      leden: [met, (met + 1) % zinnen.length],
      toelichting: met % 5 === 0
    }
    return now.toSpliced(at, 0, fresh)
  }
  switch (wat) {
    case 'schrap':
      return now.with(at, {...one, weg: true})
    case 'terug':
      return now.map((each) => ({...each, weg: false}))
    case 'verplaats':
      return now.with(at, {...one, hoofdstuk: 1 + (met % 3)})
    case 'opschrift':
      return now.with(at, {...one, opschrift: !one.opschrift})
    case 'toelichting':
      return now.with(at, {...one, toelichting: !one.toelichting})
    default:
      return now.with(at, {...one, leden: [...one.leden, met]})
  }
}

/** Artikelen are numbered anew each year, hoofdstuk by hoofdstuk. */
function toText(
  year: number,
  now: readonly Levend[],
  dated: boolean
): DatedText {
  let nummer = 0
  const hoofdstukken = [1, 2, 3].flatMap((hoofdstuk): Eenheid[] => {
    const own = now.filter((one) => one.hoofdstuk === hoofdstuk && !one.weg)
    const artikelen = own.map((one): Eenheid => {
      nummer++
      return {
        soort: 'artikel',
        nummer: String(nummer),
        ...(one.opschrift && {opschrift: `Onderwerp ${one.sleutel}`}),
        tekst: [
          `Bepaling ${one.sleutel} over zaak ${one.sleutel} en ${one.sleutel + 100}.`,
          ...one.leden.map((zin, at) => `${at + 1}. ${zinnen[zin]}`)
        ].join('\n'),
        ...(one.toelichting && {
          toelichting: `Toelichting bij zaak ${one.sleutel}.`
        }),
        ...(dated && {
          origin: {
            publication: `Stb. ${year - 1}, ${100 + (one.sleutel % 3)}`,
            signed: `${year - 1}-11-0${1 + (one.sleutel % 3)}` as IsoDate,
            published: `${year - 1}-12-0${1 + (one.sleutel % 3)}` as IsoDate,
            inwerking: `${year}-01-01` as IsoDate
          }
        })
      }
    })
    return own.length === 0
      ? []
      : [
          {
            soort: 'hoofdstuk',
            nummer: String(hoofdstuk),
            opschrift: `Hoofdstuk over ${hoofdstuk}`,
            in: artikelen
          }
        ]
  })
  return text(`${year}-07-01`, hoofdstukken)
}

/** Files of which something else would change than the list of texts in the notes. */
export function changedIn(files: readonly LaidFile[]): readonly LaidFile[] {
  const isRow = (line: string): boolean => line.startsWith('| 20')
  return files.filter(({path, text, was}) => {
    if (was === undefined) return false
    if (!path.endsWith('/NOTES.md')) return true
    const [before, after] = [was, text ?? ''].map((one) => one.split('\n'))
    const kept = before?.filter((line) => after?.includes(line))
    const others = after?.filter((line) => !isRow(line) || kept?.includes(line))
    return others?.join('\n') !== was
  })
}

/** The same in another order. */
export function shuffled<T>(
  all: readonly T[],
  random: Iterator<number>
): readonly T[] {
  const ranks = new Map(all.map((one) => [one, random.next().value ?? 0]))
  return all.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
}
