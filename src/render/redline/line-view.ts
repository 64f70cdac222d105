/**
 * Stage: a line in one reading → its labels and its words.
 */
import type {Line, LineChange, Run, Side, UnitChange} from '../../comparison.ts'
import {tableRegion} from '../anchors.ts'
import type {Level} from '../prepare.ts'
import type {NodeView} from '../view-context.ts'
import type {Reading, RedlineContext, RunContext} from './context.ts'
import {unitHeadingText} from './heading-view.ts'
import {type LabelView, labelViews} from './labels.ts'
import {runViews} from './run-views.ts'
import {type Marked, signs, signView} from './signs.ts'
import {tableView} from './table-view.ts'

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
  /** Whether the unit itself came from elsewhere, whatever its line did. */
  readonly isInHere: boolean
  /** By itself in a table: of its own table only what differs, and no links. */
  readonly isApart: boolean
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

/** The only side of a line; what came along with its unit, unchanged, is not new. */
export function sideOf(
  {was, wordt, kinds}: LineChange,
  frame: Frame
): Side | '' {
  if (frame === 'here' && kinds.length === 0) return ''
  if (was !== undefined && wordt !== undefined) return ''
  return was === undefined ? 'wordt' : 'was'
}

const noLine: Line = {path: [], starts: 0, kind: {type: 'leeg'}}

/** What a line is on the side of a reading; of words that carry on, on the other side. */
export function shapeOf({was, wordt}: LineChange, reading: Reading): Line {
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
    name: unitHeadingText(unit, context),
    frame: 'plain',
    isInHere: false,
    isApart: true,
    hasSides: false,
    levels: () => 6
  })
}

/** A line in a reading. */
export function lineView(
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
    // Words that carry on stand under the label of what they carry on.
    indent: Math.min(8, first ? path.length - starts + quotes : path.length),
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
  context: UnitContext
): readonly [string, string] {
  if (context.target === 'page') return ['', '']
  const marks = marksOf(change, context).map((mark) => signs[mark])
  return [
    marks.map(([open]) => open).join(''),
    marks
      .map(([, close]) => close)
      .toReversed()
      .join('')
  ]
}

function marksOf(
  change: LineChange,
  {frame, isInHere}: UnitContext
): readonly Marked[] {
  const home = isInHere ? (['here'] as const) : []
  if (frame === 'away') return [...home, 'away']
  const side = sideOf(change, frame)
  const own = ownMark(change, side)
  return [...home, ...(own === undefined ? [] : [own])]
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
        context.target === 'print'
          ? ''
          : tableRegion(`${context.name}${side}`, context.unique)
      return tableView(change, shapeOf(change, reading), {
        runs,
        region,
        open,
        close,
        isChangedOnly: context.isApart
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
  const {target, frame, unit, notes, taken, isApart} = context
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
      if (number === undefined || isApart) return {id: '', href: ''}
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
