/**
 * Stage: none; what the makers of a redline's views share.
 */
import type {
  Change,
  LineChange,
  Run,
  Side,
  UnitChange
} from '../../comparison.ts'
import type {Anchors} from '../anchors.ts'
import type {Sides} from '../diff-statement.ts'
import type {NameSource} from '../names.ts'
import type {Target} from '../view-context.ts'
import type {SideNotes} from './side-notes.ts'

/** Both sides at once, with what differs marked; or one of them. */
export type Reading = 'both' | Side

/** What holds for the whole document. */
export interface RedlineContext {
  readonly target: Target
  readonly unique: Anchors
  readonly names: Readonly<Record<Side, NameSource>>
  readonly notes: SideNotes
  /** The change of which a line, or the heading of a unit, is part. */
  readonly changeOf: ReadonlyMap<LineChange | UnitChange, Change>
  /** The change that tells of a move, by the number of the move. */
  readonly moves: ReadonlyMap<number, Change>
  /** Unit in which a unit stands; absent for one of the text itself. */
  readonly parent?: UnitChange
  /** Anchors of changes and moves that a place has already. */
  readonly taken: Set<string>
  /** Of texts of a corpus, what they were compared as. */
  readonly sides: Sides
}

/** How the words of one piece of text are shown. */
export interface RunContext {
  readonly target: Target
  readonly reading: Reading
  /** Whether what differs is marked; else the words of one side stand bare. */
  readonly isMarked: boolean
  /** Whether what is unmarked stands on both sides. */
  readonly isOnBoth: boolean
  /** Whether marks are also told in signs: not where the whole line is between signs. */
  readonly hasSigns: boolean
  /** Number of a note on a side. */
  readonly noteOf: (run: Run, side: Side) => string | undefined
  /** Where a reference of the new text stands and leads to; empty for the second and later ones. */
  readonly noteLink: (run: Run) => {readonly id: string; readonly href: string}
}
