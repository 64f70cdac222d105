/**
 * The typed model of change: what differs between two texts.
 *
 * Kernel. One merged text in reading order, of which each node has a side that
 * was, a side that becomes (`wordt`), or both. Taking every `wordt` gives the
 * new text, taking every `was` the old one; every output is made of this and of
 * nothing else. Numbers and labels are attributes of a node, never words of it.
 * Plain data, fit for JSON and for the browser.
 */
import type {Address} from './citation/address.ts'
import type {Mark} from './dialect/leaf.ts'
import type {
  Alignment,
  Alinea,
  Laag,
  Moment,
  Tussenkop,
  UnitText
} from './model.ts'

/** The two texts of a comparison. */
export type Side = 'was' | 'wordt'

/** What befell a unit or a line; several at once are possible, none means unchanged. */
export type Kind =
  | 'added'
  | 'lapsed'
  | 'changed'
  | 'formatted'
  | 'renumbered'
  | 'moved'
  | 'split'
  | 'merged'

/** A container of lines, on one side: a lid, an onderdeel, a note, a quotation. */
export interface Stap {
  readonly type: 'lid' | 'onderdeel' | 'noot' | 'citaat'
  /** As written: `2a.`; of a note its mark; empty for a quotation. */
  readonly label: string
  readonly nummer: string
  readonly laag?: Laag
}

/**
 * What a line is: an alinea with its role, a heading with its depth, a table, or
 * nothing but the label of an item without words.
 */
export type LineKind =
  | {readonly type: 'alinea'; readonly role: Alinea['role']}
  | {readonly type: 'tussenkop'; readonly depth: Tussenkop['depth']}
  | {readonly type: 'tabel'; readonly align: readonly Alignment[]}
  | {readonly type: 'leeg'}

/** The smallest piece of a text with a place of its own, on one side. */
export interface Line {
  /** What it stands in, outermost first. */
  readonly path: readonly Stap[]
  /** How many of the innermost of `path` begin at this line. */
  readonly starts: number
  readonly kind: LineKind
}

/** What was done to a run of words. `formatted`: only its marks differ. */
export type Op = 'same' | 'formatted' | 'added' | 'removed'

/** A run of words that share what was done to them. */
export interface Run {
  readonly op: Op
  /** `break`: a line break; `noot`: a reference to a note, its mark in `text`. */
  readonly type: 'text' | 'break' | 'noot'
  readonly text: string
  /** Marks in the old text; the same as `wordt` but for `formatted`. */
  readonly was: readonly Mark[]
  readonly wordt: readonly Mark[]
  /** Mark of the note in the old text, where that differs. */
  readonly merkWas?: string
  /** Wijzigingen that did it, where that is known. */
  readonly door?: readonly string[]
}

/**
 * A cell; a side is absent where its row does not have it. Of a row that moved
 * that is told as of one that stayed, in both of its places alike.
 */
export interface CellChange {
  readonly was: boolean
  readonly wordt: boolean
  readonly runs: readonly Run[]
}

/**
 * A row of a table. One that moved stands in two places, on one side in each; in
 * both its cells tell what changed on the way.
 */
export interface RowChange {
  readonly was: boolean
  readonly wordt: boolean
  readonly cells: readonly CellChange[]
  /** Shared with the place from which, or to which, it went; no other move of the comparison has it. */
  readonly move?: number
}

/**
 * A line, or what is left of it. `continues`: on that side its words carry on
 * the line before it, because it was split off, or was merged into that line.
 */
export interface LineChange {
  readonly was?: Line | 'continues'
  readonly wordt?: Line | 'continues'
  /** Words; empty for a table. */
  readonly runs: readonly Run[]
  /** Rows of a table. */
  readonly rows?: readonly RowChange[]
  /** Shared by the place that a line left and the place where it came; each has one side. */
  readonly move?: number
  /** Of a moved line what it was, or became, in its other place, and in which unit. */
  readonly other?: Line
  readonly otherUnit?: UnitName
  readonly kinds: readonly Kind[]
  /** Wijzigingen that did it, where that is known. */
  readonly door: readonly string[]
}

/** What a unit is called by. */
export type UnitName = Pick<UnitText, 'id' | 'soort' | 'nummer' | 'owner'>

/** A unit without its text. */
export type UnitHead = Omit<UnitText, 'text' | 'toelichting' | 'children'>

/**
 * A unit with all that befell it. Where a side is absent, the unit with all that
 * it holds is not there on that side, whatever its lines say: in the place where
 * it came, they tell what changed on the way.
 */
export interface UnitChange {
  readonly was?: UnitHead
  readonly wordt?: UnitHead
  readonly kinds: readonly Kind[]
  readonly opschrift: readonly Run[]
  readonly lines: readonly LineChange[]
  /** Shared by the place that a unit left and the place where it came; each has one side. */
  readonly move?: number
  /** Of a moved unit its head in its other place. */
  readonly other?: UnitHead
  /** Names of units, on the old side, from which it came in a split or merge. */
  readonly uit: readonly string[]
  /** Names of units, on the new side, in which it was taken up. */
  readonly opgegaanIn: readonly string[]
  readonly door: readonly string[]
  readonly toelichting: readonly UnitChange[]
  readonly children: readonly UnitChange[]
}

/** One side of a comparison as a whole. */
export interface Compared {
  /** What is called so: the citeertitel, or the name of a file. */
  readonly titel: string
  /** Absent for a file without a day. */
  readonly moment?: Moment
  readonly units: readonly UnitText[]
}

/** What differs between two texts. */
export interface Comparison {
  readonly was: Omit<Compared, 'units'>
  readonly wordt: Omit<Compared, 'units'>
  readonly units: readonly UnitChange[]
}

/** A piece that has no address of its own, by its Dutch name. */
export type Part =
  | 'alinea'
  | 'gedachtestreepje'
  | 'noot'
  | 'tabel'
  | 'tussenkop'

/** What a change is, and where. */
export interface ChangeFacts {
  readonly kinds: readonly Kind[]
  /** Where it stood; absent for what came. */
  readonly was?: Address
  /** Where it stands; absent for what went. */
  readonly wordt?: Address
  /** Of several neighbours the last one: `onderdelen m tot en met aa`. */
  readonly wasTot?: Address
  readonly wordtTot?: Address
  /** What it is about in the place that the address names, where it is not that place as a whole. */
  readonly part?: Part
}

/** One change, as a reader would name it; made of a comparison by `changesOf`. */
export interface Change extends ChangeFacts {
  readonly nummer: number
  readonly unit: UnitChange
  /** Lines that it is about; none: the unit as a whole, or its heading. */
  readonly lines: readonly LineChange[]
  /** Wijzigingen that brought it, where that is known. */
  readonly door: readonly string[]
}

/** Words that one decision brought. */
export interface BlamedPart {
  readonly text: string
  /** Empty: there since before the corpus begins. */
  readonly by: readonly string[]
}

/** A line, and who brought its words; of a table the cells, row by row. */
export interface BlamedLine {
  readonly line: Line
  readonly parts: readonly BlamedPart[]
  readonly rows: readonly (readonly (readonly BlamedPart[])[])[]
}
