/**
 * The outside world as the program wants it: disk, clock, terminal, browser.
 *
 * Every promise rejects, and every function throws, only with a
 * {@link HostError}, whose message is a Dutch sentence that says what to do.
 */
import type {IsoDate, SourceFile, SourceTree} from '../model.ts'

export type {SourceFile, SourceTree} from '../model.ts'

/** What went wrong outside the program, said in Dutch; `cause` keeps the original. */
export class HostError extends Error {
  override readonly name = 'HostError'
}

/** Files to lay down together. */
export interface OutputFolder {
  /**
   * Below the output folder, with `/`; only `[a-z0-9.-]` names. Bears a hash of
   * its content: a folder of this name with other bytes is taken for damaged.
   */
  readonly path: string
  /** By path below the folder, with `/` and the same kind of names. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** How a document is printed. */
export interface PrintOptions {
  /**
   * Reads from a print the page of each anchor. When given, the number of the
   * page to which it leads is filled in for every element of class `tp` in a
   * link, and the document is printed until the numbers are right.
   */
  readonly pagesOf?: (print: Uint8Array) => ReadonlyMap<string, number>
}

/**
 * Print a document, tagged, as the browser makes it: with its clock and its
 * counters in it. Several may be asked for at once.
 */
export type PrintPdf = (
  html: string,
  options?: PrintOptions
) => Promise<Uint8Array>

/** One file that drafting lays down, changes or takes away. */
export interface CorpusFile {
  /** Below the corpus folder, with `/`; `../name` lies in the folder above. */
  readonly path: string
  /** Absent for a file that goes away. */
  readonly text?: string
  /** The text that it replaces, as it was read; absent for a file that is not there yet. */
  readonly was?: string
}

/** What one file of a {@link LaidDown} is like now. */
export type FileState =
  /** As it was laid down. */
  | 'same'
  /** Neither as laid down nor as before. */
  | 'changed'
  /** As before the command: not there, or with its old text. */
  | 'undone'

/** What one drafting command did, as its journal tells. */
export interface LaidDown {
  readonly id: string
  /** The command, for people. */
  readonly title: string
  /** Whether the command came to its end; if not, part of its files may be there. */
  readonly isWhole: boolean
  readonly files: readonly {
    readonly path: string
    readonly isNew: boolean
    readonly state: FileState
  }[]
}

/** The corpus folder, held so that no other caoc drafts in it. */
export interface Journal {
  /** The latest command that can be taken back. */
  readonly last: () => LaidDown | undefined
  /** Lay all files down, or none; never over a file that is there, but for the text that it `was`. */
  readonly layDown: (title: string, files: readonly CorpusFile[]) => void
  /** Bring the files of the latest command back to what they were; throws when one was changed since. */
  readonly undo: () => void
  /** Keep the files of the latest command, and forget how to take them back. */
  readonly forget: () => void
}

/** Where a corpus stands, or will stand. */
export interface CorpusPlace {
  readonly exists: boolean
  /** Name of the folder itself. */
  readonly name: string
  /** Text of `.gitattributes` in the folder above; absent when there is none. */
  readonly gitattributes?: string
}

/** Finding of one check of `cao doctor`. */
export interface DoctorLine {
  readonly ok: boolean
  readonly text: string
}

/** Texts that earlier runs of this very program kept for a corpus. */
export interface Cache {
  /** What was put under a key, letter for letter, or nothing. */
  readonly get: (key: string) => string | undefined
  readonly put: (key: string, text: string) => void
}

/** Everything the program wants from the outside world. */
export interface Host {
  /** Version of caoc itself. */
  readonly version: string
  /** Today in Amsterdam. */
  readonly today: () => IsoDate
  readonly print: (text: string) => void
  /** Write a document to standard output as it is. */
  readonly printBytes: (bytes: Uint8Array) => void
  /** Whether standard output is a screen. */
  readonly isTerminal: boolean
  /** Whether standard output is a screen that may show colours (`NO_COLOR` asks for none). */
  readonly hasColors: boolean
  readonly printError: (text: string) => void
  /** Replace the progress line on a terminal; silent in a pipe. Empty text clears it. */
  readonly progress: (text: string) => void
  readonly readCorpus: (folder: string) => SourceTree
  /** Run `work` with the cache of a corpus; where none can be kept it is empty, and forgets. */
  readonly withCache: <T>(folder: string, work: (cache: Cache) => T) => T
  /** Templates by name without `.hbs`, in code-point order. */
  readonly readTemplates: () => ReadonlyMap<string, string>
  /** Pages on the rules of `cao check`, in Markdown, by id in code-point order. */
  /** The package's list of laws, as a file of a corpus. */
  readonly readLaws: () => SourceFile
  readonly readRulePages: () => ReadonlyMap<string, string>
  /**
   * Call `onChange` at once, and again whenever something below the folder has
   * changed and come to rest; until Ctrl-C. The folder may vanish and return.
   */
  readonly watchFolder: (folder: string, onChange: () => void) => Promise<void>
  /** Fonts for print, as CSS `@font-face` rules with data addresses. */
  readonly readFonts: () => string
  /** Place of a path below a folder, empty for the folder itself; nothing when it lies elsewhere. */
  readonly placeBelow: (folder: string, path: string) => string | undefined
  /** Replace files of the corpus, each whole or not at all. */
  readonly writeCorpusFile: (folder: string, path: string, text: string) => void
  readonly corpusPlace: (folder: string) => CorpusPlace
  /** The latest drafting command that can be taken back, without waiting for another caoc. */
  readonly lastDraft: (folder: string) => LaidDown | undefined
  /** The latest drafting command where it did not come to its end, or is still at work. */
  readonly unfinishedDraft: (folder: string) => string | undefined
  /** Run `work` while no other caoc drafts in `folder`, which is made when it is not there; waits for it, and says so. */
  readonly withJournal: <T>(
    folder: string,
    work: (journal: Journal) => T
  ) => Promise<T>
  /** Bytes of one file that the user named, wherever it lies; of a sane size, and no link. */
  readonly readUserFile: (path: string) => Uint8Array
  /** Write one file that the user named, whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => void
  /** Run `work` while no other caoc writes to `folder`; waits for it, and says so. */
  readonly withOutput: <T>(
    folder: string,
    work: (output: Output) => Promise<T>
  ) => Promise<T>
  /** Open one browser for the run of `work`; closed whatever happens. */
  readonly withPrinter: <T>(work: (print: PrintPdf) => Promise<T>) => Promise<T>
  readonly doctor: () => Promise<readonly DoctorLine[]>
}

/** The locked output folder. */
export interface Output {
  /** Text of `manifest.json`, or nothing when there is none. */
  readonly manifest: () => string | undefined
  /** Lay down whole folders, then replace `manifest.json`, then remove what it no longer names. */
  readonly commit: (
    folders: readonly OutputFolder[],
    manifest: string,
    obsolete: readonly string[]
  ) => void
}
