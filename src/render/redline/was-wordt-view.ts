/**
 * Stage: changes → the rows of a was-wordt table, grouped by artikel.
 */
import type {
  Change,
  Comparison,
  LineChange,
  Side,
  UnitChange
} from '../../comparison.ts'
import {kindsText} from '../diff-statement.ts'
import {capital, plain} from '../sentence.ts'
import {fitFor, largestPaper, type Paper} from '../table-width.ts'
import type {Target} from '../view-context.ts'
import {wordsView} from '../view-phrasing.ts'
import {placeInWords} from './change-words.ts'
import type {RedlineContext} from './context.ts'
import {contextOf, type RedlineOptions, wijzigingName} from './document-view.ts'
import {type HeadView, headView} from './head-view.ts'
import {type HeadingView, headingView, unitHeadingText} from './heading-view.ts'
import {type LineView, sideLine} from './line-view.ts'
import {type NestedRow, nestRows} from './nest-rows.ts'
import {rowsRoom} from './table-room.ts'

/** A change as a row of the table. */
interface WasWordtRow {
  readonly number: number
  readonly place: string
  readonly before: string
  readonly kinds: string
  readonly was: SideCell
  readonly wordt: SideCell
  /** Both sides in one, over both columns: of a table that is too wide for one. */
  readonly wide: SideCell
  readonly isWide: boolean
  /** The changed toelichting, at the first row of what it explains. */
  readonly toelichting: SideCell
  readonly wijziging: string
}

/** One side of a change: its heading where that is part of it, and its lines. */
export interface SideCell {
  readonly headings: readonly HeadingView[]
  readonly lines: readonly LineView[]
  /** The same lines, in print as their labels nest them. */
  readonly rows: readonly NestedRow[]
}

/** The changes of one artikel, or of another unit by itself. */
export interface WasWordtGroup {
  readonly heading: string
  readonly rows: readonly WasWordtRow[]
}

/** All that a was-wordt table shows. */
export interface WasWordtView {
  readonly isPrint: boolean
  readonly head: HeadView
  /** The lying leaf on which its widest table fits. */
  readonly paper: Paper
  readonly groups: readonly WasWordtGroup[]
}

/** Makes the view of the table. */
export function wasWordtView(
  comparison: Comparison,
  changes: readonly Change[],
  target: Target,
  options: RedlineOptions
): WasWordtView {
  const context = contextOf(comparison, changes, target, options)
  const name = (id: string): string => wijzigingName(id, options)
  const owners = ownersOf(comparison.units)
  return {
    isPrint: target === 'print',
    head: headView(comparison, changes, {name, sides: context.sides}),
    paper: paperFor(changes),
    groups: grouped(changes, owners).map(({unit, changes: own}) =>
      groupView(unit, own, context, name)
    )
  }
}

/** A unit with the changes in it and in its toelichting. */
interface Group {
  readonly unit: UnitChange
  readonly changes: readonly Change[]
}

/** Changes by the unit that they are in; those of a toelichting with what it explains. */
function grouped(
  changes: readonly Change[],
  owners: ReadonlyMap<UnitChange, UnitChange>
): readonly Group[] {
  const groups = new Map<UnitChange, Change[]>()
  for (const change of changes) {
    const home = owners.get(change.unit) ?? change.unit
    const group = groups.get(home)
    if (group) group.push(change)
    else groups.set(home, [change])
  }
  return [...groups].map(([unit, own]) => ({unit, changes: own}))
}

/** What each toelichting explains. */
function ownersOf(
  units: readonly UnitChange[]
): ReadonlyMap<UnitChange, UnitChange> {
  const owners = new Map<UnitChange, UnitChange>()
  const look = (unit: UnitChange): void => {
    for (const note of unit.toelichting) owners.set(note, unit)
    for (const inner of [...unit.toelichting, ...unit.children]) look(inner)
  }
  for (const unit of units) look(unit)
  return owners
}

const nothing: SideCell = {headings: [], lines: [], rows: []}

function groupView(
  unit: UnitChange,
  changes: readonly Change[],
  context: RedlineContext,
  name: (id: string) => string
): WasWordtGroup {
  const own = changes.filter((change) => change.unit === unit)
  const notes = changes.filter((change) => change.unit !== unit)
  // A toelichting that changed alone is told in rows of its own.
  const rows = own.length > 0 ? own : notes
  const beside = own.length > 0 ? notes : []
  const explained = cellOf(
    [],
    beside.flatMap(({unit: note, lines}) =>
      linesOf(lines, note, 'both', context)
    ),
    context
  )
  return {
    heading: unitHeadingText(unit, context),
    rows: rows.map((change, at) => ({
      ...rowView(change, context, name),
      toelichting: at === 0 ? explained : nothing
    }))
  }
}

function rowView(
  change: Change,
  context: RedlineContext,
  name: (id: string) => string
): Omit<WasWordtRow, 'toelichting'> {
  const {nummer, door, unit, lines} = change
  const {place, before} = placeInWords(change)
  const isWide = lines.some(isWideTable)
  return {
    number: nummer,
    place: plain(capital([place])),
    before,
    kinds: kindsText(change),
    was: sideCell(change, 'was', context),
    wordt: sideCell(change, 'wordt', context),
    wide: isWide
      ? cellOf([], linesOf(lines, unit, 'both', context), context)
      : nothing,
    isWide,
    wijziging: door.map(name).join('; ')
  }
}

/** More columns than this do not fit beside each other, nor does what is wider than so many letters. */
const manyColumns = 4
const besideEachOther = 60

/** Two columns of four, in smaller print, hold a little more than a lying leaf does. */
const smaller = 0.9

function paperFor(changes: readonly Change[]): Paper {
  const papers = changes
    .flatMap(({lines}) => lines)
    .map(({rows = []}) => {
      const {letters, columns} = rowsRoom(rows)
      return fitFor({letters: letters * smaller, columns}).paper
    })
  return largestPaper(papers) || 'a4'
}

function isWideTable({rows = []}: LineChange): boolean {
  const columns = Math.max(0, ...rows.map(({cells}) => cells.length))
  return columns > manyColumns || rowsRoom(rows).letters > besideEachOther
}

function sideCell(
  {unit, lines, was, wordt, part}: Change,
  side: Side,
  context: RedlineContext
): SideCell {
  const isThere = (side === 'was' ? was : wordt) !== undefined
  if (!isThere) return nothing
  const isWhole = lines.length === 0 || lines.length === unit.lines.length
  const isHead =
    part === undefined && (side === 'was' ? was : wordt)?.pad.length === 0
  return cellOf(
    isWhole && isHead ? [headingOn(unit, side, context)] : [],
    linesOf(lines, unit, side, context),
    context
  )
}

function cellOf(
  headings: readonly HeadingView[],
  lines: readonly LineView[],
  {target}: RedlineContext
): SideCell {
  const rows = lines.map((line) => ({
    partial: 'partials/redline/cell-row' as const,
    remarks: [],
    line,
    isItem: target === 'print' && line.labels.length > 0,
    isNote: false
  }))
  return {headings, lines, rows: nestRows(rows)}
}

/** Of what moved, the old heading is that of its other place. */
function headingOn(
  unit: UnitChange,
  side: Side,
  context: RedlineContext
): HeadingView {
  const {other} = unit
  const isElsewhere = unit[side] === undefined && other !== undefined
  const seen = isElsewhere ? {...unit, [side]: other} : unit
  return headingView(seen, side, context)
}

/** Lines of a reading; of what moved, the old words are told by the place where it came. */
function linesOf(
  lines: readonly LineChange[],
  unit: UnitChange,
  reading: Side | 'both',
  context: RedlineContext
): readonly LineView[] {
  if (lines.length > 2 && lines.every(isRelabelledOnly)) {
    const ends = [lines.at(0), lines.at(-1)].flatMap((line) =>
      line ? [sideLine(line, reading, unit, context)] : []
    )
    return ends.map((line, at) =>
      bareLabel(line, at === 0 ? ' tot en met' : '')
    )
  }
  return lines
    .map((line) => (reading === 'was' ? withOld(line) : line))
    .filter((line) => reading === 'both' || line[reading] !== undefined)
    .map((line) => sideLine(line, reading, unit, context))
}

function isRelabelledOnly({kinds}: LineChange): boolean {
  return kinds.length === 1 && kinds[0] === 'renumbered'
}

/** Of many that were only renumbered, the words say nothing. */
function bareLabel(line: LineView, more: string): LineView {
  const content = [wordsView(`[…]${more}`)]
  return {...line, body: {partial: 'partials/redline/alinea', content}}
}

function withOld(line: LineChange): LineChange {
  const isHere = line.move !== undefined && line.was === undefined
  return isHere && line.other ? {...line, was: line.other} : line
}
