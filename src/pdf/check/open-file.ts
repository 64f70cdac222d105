/** What a check of a PDF looks at. */
import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Flavour} from '../flavour.ts'
import type {Report} from './fault.ts'
import type {Tags} from './tags.ts'

/** A file that has been opened. */
export interface OpenFile {
  readonly bytes: Uint8Array
  readonly document: PDFDocument
  readonly flavour: Flavour
  /** Nothing when the file has no tags at all. */
  readonly tags: Tags | undefined
}

/** Looks at one side of a file. */
export type Check = (file: OpenFile, report: Report) => void
