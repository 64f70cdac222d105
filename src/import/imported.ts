/**
 * What a reader of a foreign format gives: one whole text, as a tree, with
 * everything that was left out. Types alone.
 */
import type {Block, IsoDate, Soort} from '../model.ts'

/** Where something stands in a file that was imported; lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Characters of the source that are not in the text, and why. */
export interface LeftOut {
  readonly place: SourcePlace
  /** As it stood in the source, white space included. */
  readonly text: string
  /** Dutch: `metagegeven`, `redactionele noot van de uitgever` … */
  readonly reason: string
}

/** Something odd that was mended, or could not be. */
export interface Repair {
  readonly place: SourcePlace
  /** Stable kebab-case id: `loose-lid`, `digit-for-letter`, `heading-space` … */
  readonly kind: string
  /** Dutch sentence. */
  readonly message: string
  /** It was mended for certain; otherwise it is for the author. */
  readonly mended: boolean
  /** Of a clause by which the unit itself lapses: that day. */
  readonly tot?: IsoDate
}

/** What the source says of the origin of a unit's text. */
export interface Origin {
  /** Publication: `Stb. 2012, 322`, `gmb-2016-146361`. */
  readonly publication?: string
  readonly signed?: IsoDate
  /** Day of the publication: from then on it could be known. Never BWB's `zichtdatum`. */
  readonly published?: IsoDate
  /** Publication that set the day of inwerkingtreding, where that is another: `Stb. 2012, 223`. */
  readonly setBy?: string
  readonly inwerking?: IsoDate
  /** Reaches back to this day. */
  readonly retroactive?: IsoDate
}

/** A text that takes the place of that of a unit, from its day on, as soon as it is in force. */
export interface Retroactive {
  readonly origin: Origin
  /** The whole text of the unit. */
  readonly text: readonly Block[]
  /** What the source gives of it. */
  readonly part: readonly Block[]
  /** Offset in the source, where changes may stand in another order than they came into force. */
  readonly start: number
}

/** A unit of an imported text. */
export interface ImportedUnit {
  readonly soort: Soort
  /** Permanent identity of the unit where the source has one (BWB's `stam-id`): the same on every date, also after renumbering. */
  readonly identity?: string
  /** Absent where the soort has none, and where the source gives none (a repair says so). */
  readonly nummer?: string
  readonly opschrift?: string
  /** Says that it has lapsed: `[Vervallen]`. */
  readonly vervallen?: boolean
  /** Offered as the day of lapse, from a clause in the text. */
  readonly tot?: IsoDate
  readonly text: readonly Block[]
  /** In the order in which they came into force; each holds those before it. */
  readonly retroactive?: readonly Retroactive[]
  readonly children: readonly ImportedUnit[]
  readonly toelichting?: readonly Block[]
  /** How many of the last blocks of its text stood behind its toelichting, notes left out. */
  readonly behind?: number
  readonly origin?: Origin
  readonly place: SourcePlace
}

/** One whole text as one file gives it. */
export interface ImportedText {
  readonly file: string
  /** `cvdr`, `bwb`, `op`, `markdown`. */
  readonly format: 'cvdr' | 'bwb' | 'op' | 'markdown'
  /** Permanent identity where the source has one: `BWBR0002629`, `CVDR100394`. */
  readonly identifier?: string
  readonly titel: string
  readonly citeertitel?: string
  /** The day for which the text holds, as the source says; never guessed. */
  readonly geldig?: IsoDate
  /** First day on which the whole text no longer holds, as the source says. */
  readonly tot?: IsoDate
  /** The source says that the regeling itself was withdrawn, and not on another day than `tot`. */
  readonly isWithdrawn?: boolean
  /** The source calls the regeling new: before its first day there was none. */
  readonly isNew?: boolean
  /** Where the source says so. */
  readonly places?: {
    readonly tot?: SourcePlace
    readonly retroactive?: SourcePlace
    readonly isNew?: SourcePlace
  }
  /** Of the text as a whole; of a unit its own `origin` counts first. */
  readonly origin?: Origin
  /** Distinguishes several expressions of one day, in their order: BWB `_0`, `_1`. */
  readonly expression?: number
  /**
   * Non-space characters of the decoded source, and how many of those are in
   * the titles and units. The rest stands in `leftOut`, to the last one.
   */
  readonly characters?: {readonly source: number; readonly text: number}
  readonly units: readonly ImportedUnit[]
  readonly leftOut: readonly LeftOut[]
  readonly repairs: readonly Repair[]
}
