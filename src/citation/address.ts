/**
 * What a reference in running text is: addresses as values, with the range of
 * the words that say them.
 *
 * Kernel. Nothing here is a joined string: `write.ts` makes words of it, and
 * `read.ts` reads those words back as the same value.
 */
import type {IsoDate, Soort} from '../model.ts'

/** What a text is made of below its unit. */
export type PadSoort =
  | 'lid'
  | 'onderdeel'
  | 'aanhef'
  | 'slot'
  | 'opschrift'
  | 'volzin'
  | 'zinsnede'
  | 'alinea'
  | 'streepje'

/** One step into a text: a lid, an onderdeel of any depth, a volzin (`laatste` for the last one). */
export interface Stap {
  readonly soort: PadSoort
  /** Absent for aanhef, slot and opschrift. */
  readonly nummer?: string
}

/** A unit by soort and number; without a number the only one, or the one where the reference stands. */
export interface Deel {
  readonly soort: Soort
  readonly nummer?: string
}

/** Another regeling, or national law, as the text calls it. */
export interface RegelingNaam {
  readonly naam: string
  /** Number in the Basiswettenbestand, where that is known. */
  readonly bwb?: string
  /** Book of a wetboek: its articles are numbered by itself. */
  readonly boek?: string
}

/** From where a relative reference counts: the unit or the part of a text in which it stands. */
export interface Vanaf {
  /** `tekst`: the innermost lid or onderdeel. */
  readonly soort: Soort | 'lid' | 'onderdeel' | 'volzin' | 'tekst'
  /** 0: this one; -1: the one before, -2 the one before that; 1: the next; `genoemd`: one named before, in another text. */
  readonly stap: number | 'genoemd'
}

/** Where a reference points to. */
export interface Address {
  /** Absent: the regeling in which the reference stands. */
  readonly regeling?: RegelingNaam
  /** Absent: counted from the whole regeling. */
  readonly vanaf?: Vanaf
  /** Units as named, outermost first; a toelichting stands behind what it explains. */
  readonly eenheid: readonly Deel[]
  readonly pad: readonly Stap[]
}

/** One address of a reference, with the words that are its own. */
export interface Target {
  readonly from: number
  readonly to: number
  readonly address: Address
  /** Last of a range: `34a tot en met 34d`. */
  readonly tot?: Address
  /** A designation as it will be, or was, in a renumbering: `het vijfde lid (nieuw)`. */
  readonly vernummerd?: 'nieuw' | 'oud'
}

/** The text as it read at another time: `zoals dat luidde op 31 december 2020`. */
export interface Zoals {
  /** Absent: the text names no day. */
  readonly dag?: IsoDate
  /** The last day before `dag` is meant. */
  readonly voor?: true
}

/** A provision, or several named in one breath. */
export interface BepalingReference {
  readonly soort: 'bepaling'
  readonly from: number
  readonly to: number
  readonly targets: readonly Target[]
  readonly zoals?: Zoals
}

/** A letter or an official publication. */
interface PublicatieReference {
  readonly soort: 'publicatie'
  readonly from: number
  readonly to: number
  readonly publicatie: Publicatie
}

/** What was issued once and never changes. */
export type Publicatie =
  | {
      readonly soort: 'ledenbrief'
      /** As on the letter: `15/069`, `ECWGO/U201501416`. */
      readonly nummer?: string
      readonly datum?: IsoDate
    }
  | {
      readonly soort: 'Stb.' | 'Stcrt.' | 'Trb.' | 'gemeenteblad'
      readonly jaar: string
      readonly nummer: string
    }
  | {
      /** Of the European Union, and of its Communities before. */
      readonly soort: 'PbEU' | 'PbEG' | 'PB'
      readonly jaar?: string
      readonly reeks: 'L' | 'C'
      readonly nummer: string
    }
  | {
      readonly soort: 'Kamerstukken'
      readonly kamer?: 'I' | 'II'
      /** `2012/13`. */
      readonly vergaderjaar?: string
      readonly dossier: string
      /** Of the piece; none where all of a dossier is meant. */
      readonly nummer?: string
    }

/** A reference in running text; offsets count from the beginning of that text, `to` is not in it. */
export type Reference = BepalingReference | PublicatieReference
