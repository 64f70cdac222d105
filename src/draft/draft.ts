/** What drafting gives: files, and what to say of them. Types, and putting drafts together. */

/** A file as it must come to stand. */
export interface DraftFile {
  /** Below the corpus folder, with `/`; `../name` lies in the folder above. */
  readonly path: string
  readonly text: string
  /** The text that is there now; absent for a new file. */
  readonly was?: string
}

/** The one file that may lie beside the corpus folder. */
export const attributesPath = '../.gitattributes'

/** Files to lay down together. */
export interface Draft {
  readonly files: readonly DraftFile[]
  /** Dutch sentences about what the author must know, without a full stop. */
  readonly remarks: readonly string[]
}

/** One draft of several; what is said twice is said once. */
export function together(drafts: readonly Draft[]): Draft {
  return {
    files: drafts.flatMap(({files}) => files),
    remarks: [...new Set(drafts.flatMap(({remarks}) => remarks))]
  }
}
