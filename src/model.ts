/**
 * What stages hand each other: plain data, fit for JSON and for the browser.
 *
 * No positions and no sources in here; those live beside it in a
 * {@link SourceMap} that only the reading side and the checks ever see.
 */
import type {
  Break,
  Emphasis,
  FootnoteReference,
  Link,
  Strong,
  Text
} from 'mdast'
import type {VFile} from 'vfile'

/** Calendar day, `YYYY-MM-DD`: sorts as text, knows no time zone. Born in `time/days.ts`. */
export type IsoDate = string & {readonly IsoDate: unique symbol}

/**
 * First day for which a text holds. `begin`: before the corpus begins, since a
 * day that no source gives. `onbepaald`: decided, but the day is still open.
 */
export type GeldigDay = IsoDate | 'begin' | 'onbepaald'

/**
 * Day on which something became known. `altijd`: brought by no wijziging.
 * `onbekend`: the source does not say; it counts as known at every zicht, or
 * from the first day on which it can have been known.
 * `concept`: not issued yet, and named by who asks; known at every zicht too,
 * after all that was issued.
 */
export type KnownDay = IsoDate | 'altijd' | 'onbekend' | 'concept'

/** Part of a CAR-UWO text: for every member (CAR) or for those that joined (UWO). */
export type Laag = 'CAR' | 'UWO'

/** How a regeling becomes binding, and so what its documents may say. */
export type Route = 'gemeenteblad' | 'aanmelding' | 'website'

/** Kinds of unit, outermost first; names as in STOP and CVDR. */
export const soorten = [
  'boek',
  'deel',
  'titel',
  'hoofdstuk',
  'afdeling',
  'paragraaf',
  'artikel',
  'bijlage',
  'preambule',
  'slot',
  'toelichting'
] as const

/** One of {@link soorten}. */
export type Soort = (typeof soorten)[number]

/**
 * Soorten whose numbers are unique in the whole regeling; all others are
 * numbered anew in each unit that holds them (`§ 1` in every hoofdstuk).
 */
export const numberedThroughout: readonly Soort[] = ['artikel', 'bijlage']

/** A unit's name for life, unique in its regeling: `artikel-1-2c`, `artikel-1-2c/toelichting`. */
export type UnitId = string

/** Running text inside an alinea, a cell or a heading; mdast's own nodes, without positions. */
export type Phrasing =
  | Text
  | Emphasis
  | Strong
  | Link
  | Break
  | FootnoteReference

/** A paragraph. `aanhef` opens an enumeration, `slot` closes it; anything else is `tekst`. */
export interface Alinea {
  readonly type: 'alinea'
  readonly role: 'tekst' | 'aanhef' | 'slot'
  readonly content: readonly Phrasing[]
}

/** A numbered lid of an artikel; `label` as written (`2a.`), `nummer` without its full stop. */
export interface Lid {
  readonly type: 'lid'
  readonly label: string
  readonly nummer: string
  /** Marks a UWO lid in a CAR artikel and the reverse. */
  readonly laag?: Laag
  readonly content: readonly Block[]
}

/** Any other labelled item, at any depth: `a.`, `vv.`, `1°.`, `–`. */
export interface Onderdeel {
  readonly type: 'onderdeel'
  readonly label: string
  readonly nummer: string
  readonly laag?: Laag
  readonly content: readonly Block[]
}

/** How the cells of one column stand. */
export type Alignment = 'left' | 'right' | 'center' | null

/** A table; the first row is its head. Rows may differ in length: no cell is ever dropped. */
export interface Tabel {
  readonly type: 'tabel'
  readonly align: readonly Alignment[]
  readonly rows: readonly Rij[]
}

/** One row of a {@link Tabel}. */
export interface Rij {
  readonly cells: readonly (readonly Phrasing[])[]
}

/** A footnote's text; `merk` is local to its file. */
export interface Noot {
  readonly type: 'noot'
  readonly merk: string
  readonly content: readonly Block[]
}

/** A heading inside a bijlage, a toelichting or a letter. */
export interface Tussenkop {
  readonly type: 'tussenkop'
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  readonly content: readonly Phrasing[]
}

/** Quoted text. */
export interface Citaat {
  readonly type: 'citaat'
  readonly content: readonly Block[]
}

/** One node of the legal tree of a text. */
export type Block = Alinea | Lid | Onderdeel | Tabel | Noot | Tussenkop | Citaat

/** What was known, from one day on, of the days of a version. */
export interface Days {
  readonly known: KnownDay
  /** `known` is the first day on which it can have been known; which day it was, the source does not say. */
  readonly atEarliest?: true
  readonly geldig: GeldigDay
  /** First day with legal effect; absent: the later of `geldig` and `known`. */
  readonly inwerking?: IsoDate
  /** Wijziging that gave or moved these days; absent for the days as issued. */
  readonly by?: string
}

/** All that the selection rule looks at. */
export interface Dated {
  /**
   * In order of `known`; a later entry replaces an earlier one. Empty for a
   * concept that nobody named: it is known at no zicht.
   */
  readonly days: readonly Days[]
  /** Known day of the wijziging that set this aside before it came into force. */
  readonly setAside?: IsoDate | 'onbekend'
  /** First day on which the unit no longer holds (half-open). */
  readonly tot?: IsoDate
  /** Tombstone: from its geldig day the unit has lapsed. */
  readonly vervallen: boolean
  /** Order among versions that share both days; higher wins. */
  readonly volgorde: number
}

/** The text of one unit from one geldig day on: the content of one file. */
export interface Version extends Dated {
  /** Below the corpus folder, with `/`: `car-uwo/…/2015-09-01.lbr-15-069.md`. */
  readonly path: string
  readonly unit: UnitId
  /** Day in the file name, as decided. */
  readonly geldig: GeldigDay
  /** Wijzigingen that bring it: none for `begin.md`, several for a woven version. */
  readonly wijzigingen: readonly string[]
  /** Number in the law; absent only where the soort has none (preambule, slot, toelichting). */
  readonly nummer?: string
  readonly opschrift?: string
  /** Onderdeel of its wijziging. */
  readonly onderdeel?: string
  /** File name, without `.md`, of the version on which it was written. */
  readonly basis?: string
  readonly laag?: Laag
  /** Unit in which it stands now, when that is not where it was born. */
  readonly in?: UnitId
  /** Unit after which it stands, when number order does not give the place. */
  readonly na?: UnitId
  /** Units it came from, in a split or merge. */
  readonly uit: readonly string[]
  /** Units in which it was absorbed. */
  readonly opgegaanIn: readonly string[]
  /** Of a revisie: the wijzigingen whose text it mends, and which go on to be its source. */
  readonly mends?: readonly string[]
  /** Wijziging that set it aside. */
  readonly setAsideBy?: string
  /** A woven version written by hand after a collision. */
  readonly hand: boolean
  readonly text: readonly Block[]
}

/** What a version says apart from its days and its origin. */
export type Wording = Pick<
  Version,
  | 'nummer'
  | 'opschrift'
  | 'laag'
  | 'tot'
  | 'vervallen'
  | 'in'
  | 'na'
  | 'uit'
  | 'opgegaanIn'
  | 'text'
>

/** One unit through its whole life. */
export interface Unit {
  readonly id: UnitId
  readonly soort: Soort
  /** Unit in whose folder it was born; absent directly under the regeling. */
  readonly parent?: UnitId
  readonly versions: readonly Version[]
}

/** A part of a wijziging with days of its own. */
export interface WijzigingOnderdeel {
  readonly id: string
  readonly inwerking?: IsoDate
  /** What must happen first, in words. */
  readonly voorwaarde?: string
}

/** Days given, or moved, for something of another wijziging that is not yet in force. */
export interface Determination {
  /** `lbr-16-001` or `lbr-16-001#A`. */
  readonly target: string
  readonly geldig?: IsoDate
  readonly inwerking?: IsoDate
}

/** A file of ours that misreported the letter, as a revisie found it. */
export interface Herziening {
  /** The version that it replaces: `artikel-2-3/2020-01-01.lbr-20-001`. */
  readonly target: string
  /** SHA-256 of that file as text, in lower-case hexadecimal. */
  readonly sha256: string
}

/** The letter as issued. */
export interface Bron {
  /** File beside the corpus or public address. */
  readonly plaats: string
  /** SHA-256 of its bytes, in lower-case hexadecimal. */
  readonly sha256?: string
}

/** A decision that changes text. */
export interface Wijziging {
  readonly path: string
  readonly id: string
  readonly soort: string
  readonly onderwerp: string
  readonly kenmerk?: string
  /** Number of the ledenbrief, `15/069`. */
  readonly lbr?: string
  /** Number of CvA/LOGA, `15/12`. */
  readonly loga?: string
  readonly afzender?: string
  readonly ondertekening: readonly string[]
  readonly bijlagen: readonly string[]
  /** Dagtekening. */
  readonly datum?: IsoDate
  readonly bekend: IsoDate | 'onbekend'
  /** Where that is `onbekend`: wijzigingen that were known before it. */
  readonly bekendNa: readonly string[]
  /** From when it counts as known: `bekend`, or the last day of those before it. */
  readonly since: IsoDate | 'onbekend'
  readonly onderdelen: readonly WijzigingOnderdeel[]
  readonly volgorde: number
  readonly rectificeert?: string
  readonly trektIn: readonly string[]
  readonly steltVast: readonly Determination[]
  /** Of a revisie: the versions that it mends, in order of target. */
  readonly herziet: readonly Herziening[]
  readonly bron?: Bron
  /** Not yet issued: known only where a command names it. */
  readonly concept: boolean
  readonly text: readonly Block[]
}

/** A value that holds from a day on, until the next one. */
export interface DatedText {
  /** Absent: since always. */
  readonly from?: IsoDate
  readonly text: string
}

/** What one besluit of a municipality adopts. */
export interface Adoption {
  /** `lbr-16-001`, `lbr-16-001#A`, or a version `artikel-1/2016-01-01.lbr-16-001`. */
  readonly target: string
  /** Day from which it holds there, when that is not the day agreed nationally. */
  readonly geldig?: IsoDate
}

/** A besluit by which a municipality adopts wijzigingen. */
export interface Besluit {
  readonly kenmerk?: string
  /** Day on which it was taken. */
  readonly datum: IsoDate
  /** Day on which it was made known in the gemeenteblad. */
  readonly bekend: IsoDate
  readonly inwerking: IsoDate
  readonly bron?: string
  readonly adopts: readonly Adoption[]
}

/** What one municipality adopted of a regeling. */
export interface Vaststelling {
  readonly path: string
  /** `gm0037`: the name of its file. */
  readonly code: string
  readonly gemeente: string
  /** Lagen that bind it; CAR always. */
  readonly lagen: readonly Laag[]
  /** In the order of the file. */
  readonly besluiten: readonly Besluit[]
}

/** One regeling or cao with everything that its folder holds. */
export interface Regeling {
  /** Folder name: `car-uwo`. */
  readonly id: string
  readonly titel: string
  /** Short official names, in order of day. */
  readonly citeertitel: readonly DatedText[]
  readonly partijen: readonly DatedText[]
  readonly route: Route
  readonly lagen: readonly Laag[]
  readonly van?: IsoDate
  /** First day on which the regeling no longer holds. */
  readonly tot?: IsoDate
  readonly opvolger?: string
  /** Last known day that the corpus takes in. */
  readonly bijgewerktTot?: IsoDate
  /** Holds only a part of the regeling. */
  readonly uittreksel: boolean
  /** Where the text was taken from, in words. */
  readonly bron?: string
  /** Words of other languages, for who hears the text; they are as they stand in it. */
  readonly talen?: readonly Taalwoorden[]
  readonly units: readonly Unit[]
  readonly wijzigingen: readonly Wijziging[]
  /** In order of code. */
  readonly vaststellingen: readonly Vaststelling[]
}

/** Words of one language, which stand in a text of another. */
export interface Taalwoorden {
  /** As HTML and PDF name it: `en`, `fr-BE`. */
  readonly taal: string
  readonly woorden: readonly string[]
}

/** What a regeling is, without its texts. */
export type RegelingFacts = Omit<
  Regeling,
  'units' | 'wijzigingen' | 'vaststellingen'
>

/** A law, or another regeling that is known by name. */
export interface Wet {
  readonly naam: string
  /** `het Burgerlijk Wetboek`; absent: `de`. */
  readonly lidwoord?: 'het'
  /** Other names by which texts call it, with their capitals. */
  readonly afkortingen: readonly string[]
  /** Number in the Basiswettenbestand, where a source gives it. */
  readonly bwb?: string
  /** Number of each book that has its own. */
  readonly boeken: readonly {readonly boek: string; readonly bwb: string}[]
}

/** Everything the front end knows; made once per run, read by every target. */
export interface Corpus {
  /** In order of id. */
  readonly regelingen: readonly Regeling[]
  /** Laws that texts may name. */
  readonly wetten: readonly Wet[]
}

/** From which day, and from which state of knowledge, one asks. */
export interface Moment {
  readonly geldig: IsoDate
  readonly zicht: IsoDate
}

/** The unit that a toelichting explains: what it is named after. */
export interface Owner {
  readonly soort: Soort
  readonly nummer?: string
}

/** A unit as it reads at one moment. */
export interface UnitText {
  readonly id: UnitId
  readonly soort: Soort
  readonly nummer?: string
  /** Of a toelichting on one unit. */
  readonly owner?: Owner
  readonly opschrift?: string
  readonly laag?: Laag
  readonly state: 'geldt' | 'vervallen'
  /** File of the version that won. */
  readonly path: string
  /** First day for which this text holds; for a lapsed unit still that of its last text. */
  readonly since: IsoDate | 'begin'
  /** First day with legal effect. */
  readonly inwerking: IsoDate | 'begin'
  readonly known: KnownDay
  /** First day on which the unit has lapsed; only when `state` is `vervallen`. */
  readonly lapsedFrom?: IsoDate | 'begin'
  /** Will lapse on this day, as known at zicht. */
  readonly tot?: IsoDate
  /** Geldig earlier than it is in werking. Never true of a rectificatie. */
  readonly retroactive: boolean
  /** Brought by a rectificatie. */
  readonly rectified: boolean
  readonly wijzigingen: readonly string[]
  /** Wijziging that gave or moved its days. */
  readonly daysBy?: string
  /** Units it came from, in a split or merge, where its version says so. */
  readonly uit?: readonly UnitId[]
  /** Units in which it was absorbed, where its version says so. */
  readonly opgegaanIn?: readonly UnitId[]
  /** Empty for a lapsed unit. */
  readonly text: readonly Block[]
  readonly toelichting: readonly UnitText[]
  readonly children: readonly UnitText[]
}

/** A change that is known at zicht and does not hold on geldig yet. */
export interface Announced {
  readonly unit: UnitId
  readonly soort: Soort
  readonly nummer?: string
  readonly owner?: Owner
  /** `nieuw`: the unit does not exist yet on geldig. */
  readonly effect: 'nieuw' | 'wijzigt' | 'vervalt'
  readonly geldig: IsoDate | 'onbepaald'
  readonly inwerking?: IsoDate
  /** Will hold for days before it comes into force. */
  readonly retroactive: boolean
  readonly known: KnownDay
  readonly wijzigingen: readonly string[]
  /** Wijziging that gave or moved these days. */
  readonly daysBy?: string
  /** What must happen first, in words. */
  readonly voorwaarde?: string
}

/** One provision was asked for: what can be said of it at the moment. */
export interface Asked {
  readonly unit: UnitId
  readonly soort: Soort
  readonly nummer?: string
  readonly owner?: Owner
  readonly state: 'geldt' | 'vervallen' | 'bestaat-niet'
  /** Of the earliest version that is in the corpus at all: its days as known at zicht, or else as issued. */
  readonly first: {
    readonly geldig: GeldigDay
    readonly known: KnownDay
    readonly retroactive: boolean
    readonly wijzigingen: readonly string[]
    /** Wijziging that gave or moved these days. */
    readonly daysBy?: string
    /** It was withdrawn, as known at zicht, before it held. */
    readonly withdrawn?: {
      readonly known: IsoDate | 'onbekend'
      readonly by: string
    }
  }
}

/** The doorlopende tekst of a regeling at one moment, or of one unit of it. */
export interface Consolidation extends Moment {
  readonly regeling: RegelingFacts
  /** Whose text it is; absent: the text as agreed nationally. */
  readonly gemeente?: Vaststelling
  /** `CAR`: what binds only those that joined the UWO is left out; absent: all. */
  readonly laag?: 'CAR'
  /** The citeertitel on geldig, or else the title. */
  readonly citeertitel: string
  readonly state: 'geldt' | 'nog-niet' | 'geëindigd'
  /** Present when only one unit was asked for. */
  readonly asked?: Asked
  readonly units: readonly UnitText[]
  readonly announced: readonly Announced[]
  /** Wijzigingen on which the text rests, in order of known day and id. */
  readonly sources: readonly Wijziging[]
  /** Wijzigingen that are named here and on which the text does not rest. */
  readonly mentioned: readonly Wijziging[]
  /** Zicht lies after what the corpus takes in: later wijzigingen are not included. */
  readonly beyondHorizon: boolean
  /** Some text holds since a day that no source gives. */
  readonly restsOnBegin: boolean
  /** Some text rests on a wijziging whose known day is unknown. */
  readonly restsOnUnknown: boolean
  /** SHA-256 of the text in Markdown without the statement; set by the pipeline. */
  readonly textHash?: string
}

/** A file of the corpus as found on disk, or why it could not be read. */
export type SourceFile =
  | {
      readonly path: string
      readonly bytes: Uint8Array
      /** SHA-256 of the bytes, in lower-case hexadecimal, where the host took it. */
      readonly sha256?: string
    }
  | {readonly path: string; readonly problem: string}

/** What a corpus folder holds, in code-point order of path; paths use `/`, below the folder. */
export interface SourceTree {
  /** The folder as the user typed it: what diagnostics print before each path. */
  readonly folder: string
  readonly files: readonly SourceFile[]
  /** Every folder, so that an empty one is noticed too. */
  readonly folders: readonly string[]
}

/** Where a piece of a source stands; lines and columns count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** What only the reading side and the checks know: for each path its file and its places. */
export interface SourceMap {
  /** Text of a file, decoded when asked for: by who must point into it. */
  readonly textOf: (path: string) => string | undefined
  readonly files: ReadonlyMap<string, VFile>
  /** For each path the place of each key of its front matter. */
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, Place>>
}
