/** The norms that a PDF can meet. */

/** Levels of PDF/A; all of them meet PDF/UA-1 as well. */
export const flavours = ['1a', '2a', '3a'] as const

/** One of {@link flavours}. */
export type Flavour = (typeof flavours)[number]

/** A file that travels inside a PDF/A-3a. */
export interface Attachment {
  /** Name with folders, `/` between. */
  readonly name: string
  readonly text: string
}
