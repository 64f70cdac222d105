/** What a check of a PDF finds. */

/** One thing in a file that its norms do not allow. */
export interface Fault {
  /** Clause of ISO 19005-2, or of ISO 14289-1 with `UA` before it; `own`: a rule of ours. */
  readonly clause: string
  readonly message: string
}

/** Says what is wrong. */
export type Report = (clause: string, message: string) => void
