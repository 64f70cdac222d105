/**
 * Stage: imported texts → the files of a corpus.
 *
 * Pure. The order in which texts are given does not matter; the same texts at
 * once or day by day give corpora that read alike on every day.
 */
import {defined} from '../defined.ts'
import type {IsoDate, Regeling, Route, UnitId} from '../model.ts'
import {insertWhole} from './back.ts'
import {certainEnd, dayRemarks, type Neighbours, neighboursOf} from './days.ts'
import {type CorpusFile, filesOf, fileText} from './files.ts'
import type {ImportedText, Repair} from './imported.ts'
import type {Inserted} from './insert.ts'
import {
  comparePositions,
  livesOf,
  type Position,
  type Weaving,
  type Work
} from './lives.ts'
import {notesText, recordBody, rowsOf, type Told} from './notes.ts'
import {withPublications} from './publications.ts'
import {baseName, type Imported, recordPath, recordText} from './record.ts'
import {seenIn} from './seen.ts'
import type {StoredCache} from './stored.ts'

/** One text with its day, which its source or its reader gave. */
export interface DatedText {
  readonly text: ImportedText
  readonly day: IsoDate
  /** Of the bytes of its file. */
  readonly sha256: string
}

/** A corpus that an earlier import made. */
export interface Existing {
  readonly regeling: Regeling
  readonly records: readonly Imported[]
  /** Wijzigingen that are locked. */
  readonly locked: ReadonlySet<string>
}

/** What an import is asked to make. */
export interface ImportRequest {
  /** Name of the folder of the regeling. */
  readonly id: string
  readonly titel?: string
  readonly route: Route
  /** Whether a unit gets the day on which it lapses by its own words. */
  readonly horizon?: boolean
  readonly texts: readonly DatedText[]
  readonly existing?: Existing
}

/** How far the days that the source gives are believed. */
export interface Trust {
  readonly isTrusting: boolean
  /** Whether a text that comes between others is believed as well. */
  readonly hasBetween: boolean
  readonly isRestating: boolean
  /** Which texts that rest on a later known one are seen with that one alone. */
  readonly weaving: Weaving
  /** Whether a text between others holds no longer than until the first change behind it. */
  readonly isBrief: boolean
  /** Whether a unit gets the day on which it lapses by its own words. */
  readonly hasHorizon: boolean
  /** Units of which a later text says that they hold longer than their own words. */
  readonly unended: ReadonlySet<UnitId>
  readonly distrusted: ReadonlySet<string>
}

/** All files, and what became of each text, in order of day. */
export interface ImportPlan {
  readonly files: readonly CorpusFile[]
  readonly told: readonly Told[]
  /** Units that a text shows after the day on which they lapsed by their own words. */
  readonly outlived: ReadonlySet<UnitId>
  /** Units that had lapsed between two texts that have them, and of which the later text stands in the same folder already. */
  readonly revived: ReadonlySet<UnitId>
}

/** Plan an import; `cache` holds texts that were brought to house form before. */
export function planImport(
  request: ImportRequest,
  trust: Trust,
  cache: StoredCache
): ImportPlan {
  const {id, texts, existing} = request
  const work = workOn(existing, trust)
  const sorted = withPublications(texts).toSorted((a, b) =>
    comparePositions(positionOf(a), positionOf(b))
  )
  const days = [...(existing?.records ?? []), ...sorted].map(({day}) => day)
  const whereIs = ({text, day}: DatedText): Neighbours =>
    neighboursOf(
      {text, day, ...(existing && {existing: existing.regeling})},
      days
    )
  const told = sorted.map((dated): Told => {
    const {units, remarks} = seenIn(dated.text, cache)
    const {origin} = dated.text
    const at = positionOf(dated)
    const inserted = insertWhole(work, {at, units, ...defined({origin})})
    return {
      record: recordOf(dated),
      text: work.hasHorizon ? withHorizon(dated, work) : dated.text,
      inserted,
      remarks: [
        ...remarks,
        ...noteRemarks(dated, inserted),
        ...dayRemarks(whereIs(dated), inserted)
      ]
    }
  })
  const files = [
    ...filesOf(id, work),
    ...told.map((one) => ({
      path: recordPath(id, one.record),
      text: recordText(one.record, recordBody(one))
    })),
    ...(existing
      ? [{path: `${id}/NOTES.md`, rows: rowsOf(told)}]
      : newFiles(request, sorted, {told, tot: endOf(sorted, whereIs)}))
  ]
  return {files, told, outlived: work.outlived, revived: work.revived}
}

/** Each toelichting that lapses since the text has none: it may have been written by hand. */
function noteRemarks(
  {text, day}: DatedText,
  {notesGone}: Inserted
): readonly Repair[] {
  return notesGone.map((id) => ({
    place: {file: text.file, line: 1, column: 1},
    kind: 'note-gone',
    message: `De toelichting in \`${id}\` staat niet in deze tekst, en vervalt daarmee op ${day}; is zij zelf geschreven en blijft zij gelden, verwijder dan \`${id}/${day}.….md\``,
    mended: false
  }))
}

/** A text of which the days of lapse were written. */
function withHorizon({text, day}: DatedText, {unwritten}: Work): ImportedText {
  const repairs = text.repairs.map((one) => {
    const {tot} = one
    if (tot === undefined || tot <= day) return one
    const mended = !unwritten.has(`${day} ${tot}`)
    const outcome = mended
      ? `\`tot: ${tot}\` staat in de kop`
      : 'een latere tekst zegt dat het dan nog geldt, en `tot` is niet geschreven'
    return {
      ...one,
      message: `Dit onderdeel vervalt volgens deze tekst met ingang van ${tot}; ${outcome}`,
      mended
    }
  })
  return {...text, repairs}
}

/** Which of several texts of one day, and of which day. */
export function positionOf({text, day}: DatedText): Position {
  return {day, expression: text.expression ?? 0}
}

function workOn(existing: Existing | undefined, trust: Trust): Work {
  const records = existing?.records ?? []
  return {
    lives: new Map(existing ? livesOf(existing.regeling) : []),
    decisions: new Map(
      existing?.regeling.wijzigingen.map((one) => [
        one.id,
        {
          id: one.id,
          isNew: false,
          isLocked:
            existing.locked.has(one.id) ||
            one.concept ||
            one.onderdelen.length > 0,
          bekend: one.bekend,
          bekendNa: one.bekendNa,
          since: one.since,
          volgorde: one.volgorde,
          day: '0001-01-01' as IsoDate
        }
      ])
    ),
    positions: records
      .map(({day, expression}) => ({day, expression}))
      .toSorted(comparePositions),
    shingles: new Map(),
    identities: new Map(),
    made: [],
    outlived: new Set(),
    revived: new Set(),
    unwritten: new Set(),
    ...trust
  }
}

function recordOf({text, day, sha256}: DatedText): Imported {
  return {
    day,
    expression: text.expression ?? 0,
    bestand: baseName(text.file),
    sha256,
    ...defined({identificatie: text.identifier})
  }
}

function endOf(
  sorted: readonly DatedText[],
  whereIs: (dated: DatedText) => Neighbours
): IsoDate | undefined {
  const last = sorted.at(-1)
  return last && certainEnd(whereIs(last))
}

/** What only a new corpus gets. */
function newFiles(
  {id, titel, route}: ImportRequest,
  sorted: readonly DatedText[],
  {
    told,
    tot
  }: {readonly told: readonly Told[]; readonly tot: IsoDate | undefined}
): readonly CorpusFile[] {
  const last = sorted.at(-1)?.text
  const name = titel ?? last?.titel ?? id
  return [
    {
      path: `${id}/regeling.md`,
      text: fileText({
        formaat: 1,
        titel: oneLine(name),
        citeertitel: citeertitels(sorted),
        route,
        tot,
        bron: last?.identifier
      })
    },
    {path: `${id}/NOTES.md`, text: notesText(name, told)}
  ]
}

/** The short name, with the day of the text from which it is another. */
function citeertitels(
  sorted: readonly DatedText[]
): string | object | undefined {
  const names: {vanaf?: IsoDate; tekst: string}[] = []
  for (const {text, day} of sorted) {
    const tekst = text.citeertitel && oneLine(text.citeertitel)
    if (!tekst || names.at(-1)?.tekst === tekst) continue
    names.push({...(names.length > 0 && {vanaf: day}), tekst})
  }
  return names.length > 1 ? names : names[0]?.tekst
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
