/** What a check of a PDF looks at, and what it finds. */
import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Flavour} from '../flavour.ts'
import type {Tags} from './tags.ts'

/** One thing in a file that its norms do not allow. */
export interface Fault {
  /** Clause of ISO 19005-2, or of ISO 14289-1 with `UA` before it. */
  readonly clause: string
  readonly message: string
}

/** A file that has been opened. */
export interface OpenFile {
  readonly bytes: Uint8Array
  readonly document: PDFDocument
  readonly flavour: Flavour
  /** Nothing when the file has no tags at all. */
  readonly tags: Tags | undefined
}

/** Says what is wrong. */
export type Report = (clause: string, message: string) => void

/** Looks at one side of a file. */
export type Check = (file: OpenFile, report: Report) => void
