/**
 * Stage: none; what the makers of views share.
 */
import type {UnitId} from '../model.ts'
import type {Anchors} from './anchors.ts'
import type {ByLanguage} from './foreign-words.ts'

/** The two layouts: a page to read on a screen, and one to print. */
export type Target = 'page' | 'print'

/** A node of a view: the name of the partial that prints it, and the fields that this one uses. */
export interface NodeView {
  readonly partial: string
  readonly [field: string]: unknown
}

/** What holds for the whole document. */
export interface ViewContext {
  readonly target: Target
  readonly unique: Anchors
  /** Anchors of the units in the document, filled while their views are made. */
  readonly anchors: Map<UnitId, string>
  readonly byLanguage: ByLanguage
}

/** What holds for one section. */
export interface SectionContext extends ViewContext {
  /** Whole heading: tells one table region from another. */
  readonly name: string
  /** Anchor of each note by its number. */
  readonly notes: ReadonlyMap<number, string>
}
