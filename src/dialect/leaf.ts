/** Running text as a row of leaves, each with its marks. Kernel; types alone. */
import type {Phrasing} from '../model.ts'

/** What running text can be marked as. */
export type Mark = 'emphasis' | 'strong' | LinkMark

/** Identity matters: two links to one address stay two links. */
export interface LinkMark {
  readonly url: string
  readonly title: string | null
}

/** Words, a break or a reference to a note, with all marks that hold there. */
export interface Leaf {
  readonly node: Exclude<Phrasing, {children: unknown}>
  readonly marks: ReadonlySet<Mark>
}
