/**
 * Stage: one unit of a comparison → its pieces in the old and in the new text.
 *
 * Whatever the marks say, the pieces of one side put together are that side as
 * the printer prints it.
 */
import type {Line, LineChange, Run, Side, UnitChange} from '../comparison.ts'
import type {Block} from '../model.ts'
import {escapeCritic, leadSegments, nearlySame, type Segment} from './critic.ts'
import {layOut, type Placed} from './critic-skeleton.ts'
import {tableSegments} from './critic-table.ts'
import {piecesOf, sidePhrasing} from './critic-words.ts'
import {headRuns} from './diff-names.ts'
import {printSafely} from './markdown.ts'
import type {Level} from './prepare.ts'

/** What a unit takes from the document around it. */
export interface UnitContext {
  readonly level: Level
  /** Number of a note in the document, on a side. */
  readonly noteOf: (side: Side, merk: string) => string | undefined
  /** What caoc says behind the heading. */
  readonly remark?: string
  /** What it says behind a line. */
  readonly remarkOn: (line: LineChange) => string | undefined
}

/** The heading and the lines of a unit, without what stands in it. */
export function unitSegments(
  unit: UnitChange,
  {level, noteOf, remark, remarkOn}: UnitContext
): readonly Segment[] {
  const heading: LineChange = {
    ...(unit.was && {was: headingLine}),
    ...(unit.wordt && {wordt: headingLine}),
    runs: headRuns(unit),
    kinds: [],
    door: []
  }
  const entries = [heading, ...unit.lines.map((line) => within(line, unit))]
  const sides = {
    was: sideOf(entries, 'was', level, noteOf),
    wordt: sideOf(entries, 'wordt', level, noteOf)
  }
  return entries.flatMap((entry, at) => {
    const said = at === 0 ? remark : remarkOn(entry)
    return [
      ...leadSegments(sides.was.leads[at] ?? '', sides.wordt.leads[at] ?? ''),
      ...contentSegments(entry, at, sides),
      ...(said === undefined ? [] : [{was: '', wordt: '', comment: said}])
    ]
  })
}

const headingLine: Line = {
  path: [],
  starts: 0,
  kind: {type: 'tussenkop', depth: 2}
}

/** Where a unit is not there on a side, none of its lines is. */
function within(
  {was, wordt, ...line}: LineChange,
  unit: UnitChange
): LineChange {
  return {
    ...(was !== undefined && unit.was && {was}),
    ...(wordt !== undefined && unit.wordt && {wordt}),
    ...line
  }
}

/** One side of all lines as printed: what stands before each, and each of its runs. */
interface Sided {
  readonly leads: readonly string[]
  readonly pieces: readonly (readonly string[])[]
  /** Of a table the whole of it. */
  readonly tables: readonly (readonly string[] | undefined)[]
}

function sideOf(
  entries: readonly LineChange[],
  side: Side,
  level: Level,
  noteOf: UnitContext['noteOf']
): Sided {
  const note = (merk: string): string | undefined => noteOf(side, merk)
  const starts = entries.flatMap((entry, at) => {
    const line = entry[side]
    return line === undefined || line === 'continues' ? [] : [{line, at}]
  })
  const hasHeading = entries[0]?.[side] !== undefined
  const placed = hasHeading
    ? layOut(
        starts.slice(1).map(({line}) => line),
        level,
        (merk) => note(merk) ?? merk
      )
    : []
  const leads = entries.map(() => '')
  const pieces: (readonly string[])[] = entries.map(({runs}) =>
    runs.map(() => '')
  )
  const tables: (readonly string[] | undefined)[] = entries.map(() => undefined)
  for (const [index, {line, at}] of starts.entries()) {
    const {lead, indent} = placed[index] ?? nowhere
    const next = starts[index + 1]?.at ?? entries.length
    const parts = entries
      .slice(at, next)
      .filter((entry) => entry[side] !== undefined)
    leads[at] = lead
    const rows = parts[0]?.rows
    if (line.kind.type === 'tabel' && rows) {
      tables[at] = printTable(line, rows, {side, note, indent})
      continue
    }
    const runs = parts.flatMap((part) => part.runs)
    const printed = printLine(line, runs, {side, note, indent})
    const cut = [...piecesOf(printed, runs, side)]
    for (const part of parts) {
      pieces[entries.indexOf(part)] = cut.splice(0, part.runs.length)
    }
  }
  return {leads, pieces, tables}
}

const nowhere: Placed = {lead: '', indent: ''}

interface SideContext {
  readonly side: Side
  readonly note: (merk: string) => string | undefined
  readonly indent: string
}

function printLine(
  {kind}: Line,
  runs: readonly Run[],
  {side, note, indent}: SideContext
): string {
  if (kind.type === 'leeg' || kind.type === 'tabel') return ''
  const content = sidePhrasing(runs, side, note)
  const isHeading = kind.type === 'tussenkop'
  const block: Block = isHeading
    ? {type: 'tussenkop', depth: 2, content}
    : {type: 'alinea', role: kind.role, content}
  const printed = printSafely([block]).replace(/\n$/u, '')
  const words = isHeading ? printed.replace(/^## ?/u, '') : printed
  return escapeCritic(words).replaceAll('\n', `\n${indent}`)
}

/** The lines of a table as printed: the head, the rule below it, the rows. */
function printTable(
  {kind}: Line,
  rows: NonNullable<LineChange['rows']>,
  {side, note, indent}: SideContext
): readonly string[] {
  const align = kind.type === 'tabel' ? kind.align : []
  const cells = rows
    .filter((row) => row[side])
    .map((row) => ({
      cells: row.cells
        .filter((cell) => cell[side])
        .map(({runs}) => sidePhrasing(runs, side, note))
    }))
  const printed = printSafely([{type: 'tabel', align, rows: cells}])
  return escapeCritic(printed.replace(/\n$/u, ''))
    .split('\n')
    .map((line, at) => (at === 0 ? line : `\n${indent}${line}`))
}

function contentSegments(
  entry: LineChange,
  at: number,
  {was, wordt}: {readonly was: Sided; readonly wordt: Sided}
): readonly Segment[] {
  if (entry.rows) {
    return tableSegments(
      entry.rows,
      was.tables[at] ?? [],
      wordt.tables[at] ?? []
    )
  }
  return entry.runs.flatMap(({op}, index) => {
    const piece = {
      was: was.pieces[at]?.[index] ?? '',
      wordt: wordt.pieces[at]?.[index] ?? ''
    }
    const isOneSided = entry.was === undefined || entry.wordt === undefined
    return op === 'same' && !isOneSided
      ? nearlySame(piece.was, piece.wordt)
      : [piece]
  })
}
