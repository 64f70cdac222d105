/** What it takes to start a browser. */

/** A program that prints, and what it wants in its environment. */
export interface BrowserProgram {
  /** For people. */
  readonly name: string
  readonly file: string
  readonly env: Readonly<Record<string, string>>
}
