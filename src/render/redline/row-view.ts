/**
 * Stage: a line with what befell it → a row of the redline.
 */
import type {Line, LineChange, Run, Side, UnitChange} from '../../comparison.ts'
import type {Level} from '../prepare.ts'
import type {NodeView} from '../view-context.ts'
import type {Reading, RedlineContext, RunContext} from './context.ts'
import {type LabelView, labelViews} from './labels.ts'
import {changeAnchor, leftAnchor} from './places.ts'
import {lineRemarks, type RemarkView} from './remarks.ts'
import {runViews} from './run-views.ts'
import {type Marked, signs, signView} from './signs.ts'
import {isChanged, tableView} from './table-view.ts'

/**
 * In what a row stands: a text that stays, comes or goes; the place where a unit
 * or a line came from elsewhere; the place that it left.
 */
export type Frame = 'plain' | 'here' | 'away'

/** What holds for the rows of one unit. */
export interface UnitContext extends RedlineContext {
  readonly unit: UnitChange
  /** Heading: tells one table from another. */
  readonly name: string
  readonly frame: Frame
  /** Of a table, show only the head and the rows that differ. */
  readonly isChangedOnly: boolean
  /** Whether the unit needs its old text beside the new one. */
  readonly hasSides: boolean
  /** Level of a heading of the text, in the document. */
  readonly levels: (depth: number) => Level
}

/** A line as one reading shows it. */
export interface LineView {
  readonly indent: number
  readonly isQuote: boolean
  readonly labels: readonly LabelView[]
  readonly body: NodeView
}

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

/** The only side of a line; what came along with its unit, unchanged, is not new. */
function sideOf({was, wordt, kinds}: LineChange, frame: Frame): Side | '' {
  if (frame === 'here' && kinds.length === 0) return ''
  if (was !== undefined && wordt !== undefined) return ''
  return was === undefined ? 'wordt' : 'was'
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

const noLine: Line = {path: [], starts: 0, kind: {type: 'leeg'}}

function shapeOf({was, wordt}: LineChange, reading: Reading): Line {
  const [first, other] = reading === 'was' ? [was, wordt] : [wordt, was]
  if (first !== undefined && first !== 'continues') return first
  return other === undefined || other === 'continues' ? noLine : other
}

/** A line by itself, as one reading shows it: in a table, where only what changed stands. */
export function sideLine(
  change: LineChange,
  reading: Reading,
  unit: UnitChange,
  context: RedlineContext
): LineView {
  return lineView(change, reading, {
    ...context,
    unit,
    name: '',
    frame: 'plain',
    isChangedOnly: true,
    hasSides: false,
    levels: () => 6
  })
}

function lineView(
  change: LineChange,
  reading: Reading,
  context: UnitContext
): LineView {
  const shape = shapeOf(change, reading)
  const {path, starts} = shape
  const begun = path.slice(path.length - starts)
  const quotes = begun.filter(({type}) => type === 'citaat').length
  const [open, close] = rowSigns(change, context)
  const [first, ...more] = labelViews(change, reading, context)
  const all = first ? [{...first, sign: open}, ...more] : []
  // In running text the laag stands before the first word.
  const isText = shape.kind.type === 'alinea'
  const laag = isText ? (all.at(-1)?.laag ?? []) : []
  const labels = isText
    ? all.map((label, at) =>
        at === all.length - 1 ? {...label, laag: []} : label
      )
    : all
  return {
    indent: Math.min(8, path.length - starts + quotes),
    isQuote: path.some(({type}) => type === 'citaat'),
    labels,
    body: bodyView(change, shape, reading, {
      ...context,
      open: first ? '' : open,
      laag,
      close
    })
  }
}

/** Signs around a row, in print: where it came from or went, then whether it came or went at all. */
function rowSigns(
  change: LineChange,
  {target, frame}: UnitContext
): readonly [string, string] {
  if (target === 'page') return ['', '']
  const marks = marksOf(change, frame).map((mark) => signs[mark])
  return [
    marks.map(([open]) => open).join(''),
    marks
      .map(([, close]) => close)
      .toReversed()
      .join('')
  ]
}

function marksOf(change: LineChange, frame: Frame): readonly Marked[] {
  if (frame === 'away') return ['away']
  const side = sideOf(change, frame)
  const own = ownMark(change, side)
  return [
    ...(frame === 'here' ? (['here'] as const) : []),
    ...(own === undefined ? [] : [own])
  ]
}

function ownMark({move}: LineChange, side: Side | ''): Marked | undefined {
  if (side === '') return undefined
  if (move !== undefined) return side === 'was' ? 'away' : 'here'
  return side === 'was' ? 'removed' : 'added'
}

interface BodyContext extends UnitContext {
  readonly open: string
  readonly laag: readonly NodeView[]
  readonly close: string
}

function bodyView(
  change: LineChange,
  {kind}: Line,
  reading: Reading,
  context: BodyContext
): NodeView {
  const {open, laag, close} = context
  const runs = runContext(change, reading, context)
  const content = [
    ...(open === '' ? [] : [signView(open)]),
    ...laag,
    ...runViews(change.runs, runs),
    ...(close === '' ? [] : [signView(close)])
  ]
  switch (kind.type) {
    case 'tabel': {
      const side = reading === 'was' ? ' (was)' : ''
      const region =
        context.target === 'print' ? '' : `Tabel in ${context.name}${side}`
      const table = {runs: {...runs, hasSigns: true}, region}
      const line = shapeOf(change, reading)
      return tableView(change, line, {
        ...table,
        isChangedOnly: context.isChangedOnly
      })
    }
    case 'tussenkop': {
      const level = context.levels(kind.depth)
      const isCopy = reading === 'was' && context.frame === 'plain'
      return isCopy
        ? {partial: 'partials/redline/old-heading', content}
        : {partial: 'partials/redline/text-heading', level, content}
    }
    case 'alinea':
      return {partial: 'partials/redline/alinea', content}
    default:
      return {partial: 'partials/redline/label-only', content}
  }
}

/** How the words of a line are shown. */
function runContext(
  change: LineChange,
  reading: Reading,
  context: UnitContext
): RunContext {
  const {target, frame, unit, notes, taken} = context
  const side = sideOf(change, frame)
  const isOwn = side === '' || change.move !== undefined
  const noteOf = (run: Run, one: Side): string | undefined => {
    const merk = one === 'was' ? (run.merkWas ?? run.text) : run.text
    const number = notes.numberOf(homeOf(unit, change, one), one, merk)
    return number === undefined ? undefined : String(number)
  }
  return {
    target,
    reading,
    isMarked: frame !== 'away',
    isOnBoth: side === '' && frame === 'plain',
    hasSigns: isOwn,
    noteOf,
    noteLink: (run) => {
      const number = noteOf(run, 'wordt')
      if (number === undefined) return {id: '', href: ''}
      const id = `noot-${number}-terug`
      const isFirst = !taken.has(id)
      taken.add(id)
      return {id: isFirst ? id : '', href: `#noot-${number}`}
    }
  }
}

/** The unit whose notes the words of a line refer to. */
function homeOf(unit: UnitChange, change: LineChange, side: Side): string {
  const isElsewhere = change.move !== undefined && change[side] === undefined
  const own = (unit[side] ?? unit.other)?.id ?? ''
  return isElsewhere ? (change.otherUnit?.id ?? own) : own
}
