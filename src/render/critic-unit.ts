/**
 * Stage: one unit of a comparison → its pieces in the old and in the new text.
 *
 * Whatever the marks say, the pieces of one side put together are that side as
 * the printer prints it.
 */
import type {Line, LineChange, UnitChange} from '../comparison.ts'
import {leadSegments, nearlySame, type Segment} from './critic.ts'
import {type SideContext, type Sided, sideOf} from './critic-side.ts'
import {tableSegments} from './critic-table.ts'
import {headRuns} from './diff-names.ts'

/** What a unit takes from the document around it. */
export interface UnitContext extends Pick<SideContext, 'level' | 'noteOf'> {
  /** What caoc says behind the heading. */
  readonly remark?: string
  /** What it says behind lines, by their place in the unit. */
  readonly remarks: ReadonlyMap<number, string>
}

/** The heading and the lines of a unit, without what stands in it. */
export function unitSegments(
  unit: UnitChange,
  {level, noteOf, remark, remarks}: UnitContext
): readonly Segment[] {
  const heading: LineChange = {
    ...(unit.was && {was: headingLine}),
    ...(unit.wordt && {wordt: headingLine}),
    runs: headRuns(unit),
    kinds: [],
    door: []
  }
  const entries = [heading, ...unit.lines.map((line) => within(line, unit))]
  const context: SideContext = {level, noteOf, printed: new Map()}
  const sides = {
    was: sideOf(entries, 'was', context),
    wordt: sideOf(entries, 'wordt', context)
  }
  return entries.flatMap((entry, at) => {
    const said = at === 0 ? remark : remarks.get(at - 1)
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
