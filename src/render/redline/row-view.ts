/**
 * Stage: a line with what befell it → a row of the redline.
 */
import type {Line, LineChange, Side} from '../../comparison.ts'
import type {RedlineContext} from './context.ts'
import {
  type Frame,
  type LineView,
  lineView,
  shapeOf,
  sideOf,
  type UnitContext
} from './line-view.ts'
import {changeAnchor, leftAnchor} from './places.ts'
import {lineRemarks, type RemarkView} from './remarks.ts'
import {isChanged} from './table-view.ts'

/** A row: the merged line, and beside it the old one where a page shows both. */
export interface RowView {
  readonly partial: 'partials/redline/row'
  readonly id: string
  /** Number of the change that it is part of; empty for none. */
  readonly change: string
  /** The only side on which it stands; empty for both. */
  readonly side: Side | ''
  /** The side on which its words carry on those before it. */
  readonly continues: Side | ''
  readonly isSame: boolean
  readonly isContext: boolean
  readonly isNote: boolean
  /** In print, a row with a label is an item of a list. */
  readonly isItem: boolean
  /** Number of the note of the new text that begins here; empty for none. */
  readonly note: string
  readonly isMoved: boolean
  readonly remarks: readonly RemarkView[]
  readonly was: readonly LineView[]
  readonly line: LineView
}

/** The row of a line; `isContext`: shown with what differs, though it does not itself. */
export function rowView(
  change: LineChange,
  isContext: boolean,
  context: UnitContext
): RowView {
  const {frame, hasSides} = context
  const isAway = frame === 'away'
  const side = isAway ? '' : sideOf(change, frame)
  const line = lineView(change, isAway ? 'was' : 'both', context)
  const hasOld = hasSides && frame === 'plain' && side === ''
  const isSame = change.kinds.length === 0 && !isTouched(change)
  const number = isAway ? undefined : context.changeOf.get(change)?.nummer
  return {
    partial: 'partials/redline/row',
    id: rowId(change, number, context),
    change: number === undefined ? '' : String(number),
    side,
    continues: continuesOn(change, frame),
    isSame,
    isContext: isSame && isContext,
    isNote: pathOf(change).some(({type}) => type === 'noot'),
    isItem: context.target === 'print' && line.labels.length > 0,
    note: isAway ? '' : String(context.notes.numberAt(change, 'wordt') ?? ''),
    isMoved: change.move !== undefined,
    remarks: isAway ? [] : lineRemarks(change, context),
    was: hasOld ? [lineView(change, 'was', context)] : [],
    line
  }
}

/** What differs without being a change: the rows of a table that were told apart. */
function isTouched({rows = [], was, wordt}: LineChange): boolean {
  return rows.some(isChanged) || was === undefined || wordt === undefined
}

function continuesOn(change: LineChange, frame: Frame): Side | '' {
  if (change.was === 'continues') return 'was'
  return frame !== 'away' && change.wordt === 'continues' ? 'wordt' : ''
}

/** The first row of a change, and each place that a line left, can be linked to. */
function rowId(
  {move, wordt}: LineChange,
  number: number | undefined,
  {taken}: RedlineContext
): string {
  const wanted =
    move !== undefined && wordt === undefined
      ? leftAnchor(move)
      : changeAnchor(number)
  if (wanted === '' || taken.has(wanted)) return ''
  taken.add(wanted)
  return wanted
}

/** What a line stands in; of words that carry on, on the side where they do not. */
function pathOf(change: LineChange): Line['path'] {
  return shapeOf(change, 'both').path
}
