/**
 * Stage: a unit with all that befell it → a section of the redline.
 */
import type {LineChange, UnitChange} from '../../comparison.ts'
import {unitAnchor} from '../anchors.ts'
import {deeper, type Level, levelsUnder} from '../prepare.ts'
import {plain, uncapital} from '../sentence.ts'
import type {Paper} from '../table-width.ts'
import type {RedlineContext} from './context.ts'
import {type HeadingView, headingView, unitHeadingText} from './heading-view.ts'
import {inNoteOrder, withContext} from './line-order.ts'
import type {Frame, UnitContext} from './line-view.ts'
import {
  type FlatRow,
  type GapView,
  type NestedRow,
  nestRows,
  type StubView
} from './nest-rows.ts'
import {changeAnchor, leftAnchor} from './places.ts'
import {type RemarkView, unitRemarks, wentTo} from './remarks.ts'
import {rowView} from './row-view.ts'
import {type Marked, signs} from './signs.ts'
import {paperOfUnit} from './table-room.ts'

/** One unit as the templates show it. */
export interface UnitView {
  readonly partial: 'partials/redline/unit'
  readonly id: string
  /** Anchor of the change that its heading tells of; empty for none. */
  readonly changeId: string
  readonly soort: string
  readonly level: Level
  readonly side: 'was' | 'wordt' | ''
  readonly isSame: boolean
  readonly isLapsed: boolean
  readonly isHeadChanged: boolean
  /** Moved away: it is told where it came, and folded here. */
  readonly isAway: boolean
  readonly isFolded: boolean
  /** Moved here from elsewhere. */
  readonly isHere: boolean
  /** Leaf across which it lies in print; empty where it stands. */
  readonly paper: Paper | ''
  readonly open: string
  readonly close: string
  readonly heading: HeadingView
  readonly oldHeading: readonly HeadingView[]
  readonly remarks: readonly RemarkView[]
  readonly rows: readonly NestedRow[]
  readonly toelichting: readonly UnitView[]
  readonly children: readonly (UnitView | GapView)[]
}

/** The view of one unit and of all that it holds. */
export function unitView(
  unit: UnitChange,
  level: Level,
  document: RedlineContext,
  outer: Frame = 'plain'
): UnitView {
  // What lapsed with a unit that moved did not move.
  const frame = outer === 'away' && unit.other ? 'away' : frameOf(unit)
  const head = unit.wordt ?? unit.was ?? unit.other
  const context: UnitContext = {
    ...document,
    unit,
    frame,
    isInHere: frame === 'here',
    isApart: false,
    name: unitHeadingText(unit, document),
    hasSides: document.target === 'page' && !isSame(unit),
    levels: levelsUnder(level)
  }
  const [open, close] = headSigns(unit, frame, document)
  const below = (inner: UnitChange): UnitView =>
    unitView(inner, deeper(level), {...document, parent: unit}, frame)
  return {
    partial: 'partials/redline/unit',
    ...idsOf(unit, frame, document),
    soort: head?.soort ?? '',
    level,
    side: sideOf(unit),
    isSame: isSame(unit),
    isLapsed: head?.state === 'vervallen',
    isHeadChanged: document.changeOf.has(unit),
    isAway: frame === 'away' && outer !== 'away',
    isFolded: document.target === 'page',
    isHere: frame === 'here',
    paper: document.target === 'print' ? paperOfUnit(unit) : '',
    open,
    close,
    heading: headingView(unit, frame === 'away' ? 'was' : 'both', document),
    oldHeading:
      context.hasSides && frame === 'plain' && unit.was && unit.wordt
        ? [headingView(unit, 'was', document)]
        : [],
    remarks: unitRemarks(unit, context),
    rows: nestRows(rowsOf(unit, context)),
    toelichting: unit.toelichting.map(below),
    children: withGaps(unit.children, below, document)
  }
}

/** Views of units beside each other; before those that stayed the same, which these are. */
export function withGaps(
  units: readonly UnitChange[],
  view: (unit: UnitChange) => UnitView,
  context: RedlineContext
): readonly (UnitView | GapView)[] {
  return units.flatMap((unit, at) => {
    const before = units[at - 1]
    const isFirst = isSame(unit) && (!before || !isSame(before))
    if (!isFirst) return [view(unit)]
    const end = units.findIndex((one, to) => to > at && !isSame(one))
    const last = units.at(end < 0 ? -1 : end - 1) ?? unit
    const [from, to] = [unit, last].map((one) => nameOnly(one, context))
    const words =
      from === to
        ? `${from}`
        : `${from} tot en met ${plain(uncapital([to ?? '']))}`
    return [gapView(`${words}: geen verschillen`), view(unit)]
  })
}

function nameOnly(unit: UnitChange, context: RedlineContext): string {
  return headingView(unit, 'wordt', context).name.replace(/:$/u, '')
}

function frameOf({was, wordt, other}: UnitChange): Frame {
  if (!other) return 'plain'
  if (was && wordt) return 'plain'
  return wordt ? 'here' : 'away'
}

function sideOf({was, wordt}: UnitChange): UnitView['side'] {
  if (was && wordt) return ''
  return was ? 'was' : 'wordt'
}

/** Nothing befell it, nor what it holds. */
function isSame(unit: UnitChange): boolean {
  const {was, wordt, kinds, opschrift, lines, toelichting, children} = unit
  return (
    was !== undefined &&
    wordt !== undefined &&
    kinds.length === 0 &&
    opschrift.every(({op}) => op === 'same') &&
    lines.every((line) => line.kinds.length === 0 && line.was && line.wordt) &&
    [...toelichting, ...children].every(isSame)
  )
}

function idsOf(
  unit: UnitChange,
  frame: Frame,
  {changeOf, unique, taken}: RedlineContext
): Pick<UnitView, 'id' | 'changeId'> {
  const head = unit.wordt ?? unit.was
  if (frame === 'away') {
    const wanted = unit.move === undefined ? '' : leftAnchor(unit.move)
    const id = wanted === '' || taken.has(wanted) ? '' : wanted
    taken.add(wanted)
    return {id, changeId: ''}
  }
  const id = unique(unitAnchor(head?.id ?? ''))
  const wanted = changeAnchor(changeOf.get(unit)?.nummer)
  const changeId = wanted === '' || taken.has(wanted) ? '' : wanted
  taken.add(wanted)
  return {id, changeId}
}

/** Signs around the heading, in print. */
function headSigns(
  unit: UnitChange,
  frame: Frame,
  {target}: RedlineContext
): readonly [string, string] {
  if (target === 'page') return ['', '']
  const marked = headMark(unit, frame)
  return marked === undefined ? ['', ''] : signs[marked]
}

function headMark({was, wordt}: UnitChange, frame: Frame): Marked | undefined {
  if (frame !== 'plain') return frame
  if (was && wordt) return undefined
  return was ? 'removed' : 'added'
}

/** Rows of a unit; lines that left together are one stub. */
function rowsOf({lines}: UnitChange, context: UnitContext): readonly FlatRow[] {
  const {frame} = context
  const seen = inNoteOrder(lines, context.notes).filter((line) =>
    isShown(line, frame)
  )
  const near = withContext(seen)
  const rows: FlatRow[] = []
  let isGap = false
  for (const group of stubs(seen, frame)) {
    const [first] = group
    if (!first) continue
    if (isLeft(first) && frame !== 'away') {
      rows.push(stubView(group, context))
      isGap = false
      continue
    }
    const row = rowView(first, near.has(first), context)
    const isHidden = row.isSame && !row.isContext && frame === 'plain'
    if (isHidden && !isGap) rows.push(gapView('[…]'))
    isGap = isHidden
    rows.push(row)
  }
  return rows
}

/** Words, a label or a table: an alinea without words is on no page. */
function isShown({runs, rows, was, wordt}: LineChange, frame: Frame): boolean {
  if (frame === 'away' && was === undefined) return false
  const line = wordt === undefined || wordt === 'continues' ? was : wordt
  if (line === undefined || line === 'continues') return runs.length > 0
  return runs.length > 0 || rows !== undefined || line.starts > 0
}

/** It went elsewhere, and is told there. */
function isLeft({move, wordt}: LineChange): boolean {
  return move !== undefined && wordt === undefined
}

/** Neighbours that left together; any other line alone. */
function stubs(
  lines: readonly LineChange[],
  frame: Frame
): readonly (readonly LineChange[])[] {
  const groups: LineChange[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const before = last?.[0]
    const joins =
      frame !== 'away' &&
      before &&
      isLeft(before) &&
      isLeft(line) &&
      before.move === line.move
    if (last && joins) last.push(line)
    else groups.push([line])
  }
  return groups
}

function stubView(
  lines: readonly LineChange[],
  context: UnitContext
): StubView {
  const move = lines[0]?.move ?? 0
  const id = leftAnchor(move)
  const isFirst = !context.taken.has(id)
  context.taken.add(id)
  const rows = lines.map((line) =>
    rowView(line, false, {...context, frame: 'away'})
  )
  return {
    partial: 'partials/redline/stub',
    id: isFirst ? id : '',
    remarks: [wentTo(move, context)],
    isFolded: context.target === 'page',
    lines: rows,
    rows: nestRows(rows)
  }
}

/** Words where unchanged text is left out. */
function gapView(words: string): GapView {
  return {partial: 'partials/redline/gap', words}
}
