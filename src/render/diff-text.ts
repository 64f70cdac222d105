/**
 * Stage: Comparison → lines for a terminal, at most 80 columns wide.
 *
 * Each change with its address, what befell it, and its words between marks;
 * or the whole text with the same marks. Colour adds nothing to what is said.
 */
import type {Change, Comparison, LineChange, UnitChange} from '../comparison.ts'
import {
  type CellLine,
  markedLines,
  plainLines,
  printLine
} from './diff-cells.ts'
import {changeName, headRuns, unitName} from './diff-names.ts'
import {homesOf, movedLines, movedUnit, originTexts} from './diff-places.ts'
import {
  byText,
  daysRemark,
  diffStatement,
  kindsText,
  type Sides
} from './diff-statement.ts'
import {lineOf, type Shown} from './diff-text-lines.ts'
import {numberedLine} from './diff-text-notes.ts'
import {numberSides, type SideNotes} from './redline/side-notes.ts'
import {headingLines} from './text-blocks.ts'
import {hang, wrap} from './text-wrap.ts'
import {visible} from './visible.ts'

const width = 80
const indent = 3

/** How a comparison is printed on a terminal. */
export interface DiffTextOptions extends Sides {
  readonly hasColors: boolean
  /** The whole text, not only what changed. */
  readonly isAll: boolean
}

/** Print a comparison for a terminal or a pipe. */
export function renderDiffText(
  comparison: Comparison,
  changes: readonly Change[],
  {hasColors, isAll, ...sides}: DiffTextOptions
): string {
  const shown = visible({comparison, changes, sides})
  const notes = numberSides(shown.comparison.units)
  const body = isAll
    ? wholeText(shown.comparison, notes)
    : shown.changes.flatMap((change, at) => [
        '',
        ...changeLines(change, shown.changes[at - 1], {...shown, notes})
      ])
  const lines = [...opening(shown), ...body]
  return `${lines.map((line) => (typeof line === 'string' ? line : printLine(line, hasColors))).join('\n')}\n`
}

interface Document {
  readonly comparison: Comparison
  readonly changes: readonly Change[]
  readonly sides: Sides
}

type Printed = string | CellLine

function opening({comparison, changes, sides}: Document): readonly Printed[] {
  const said = diffStatement(comparison, changes, sides)
  const notices = said.notices.map(({side, text}) =>
    side === undefined ? text : `${side === 'was' ? 'Was' : 'Wordt'}: ${text}`
  )
  return [
    ...headingLines(said.title, 1, width),
    '',
    ...wrapped(`Was: ${said.was}`),
    ...wrapped(`Wordt: ${said.wordt}`),
    ...(said.order === undefined ? [] : wrapped(said.order)),
    ...(notices.length === 0 ? [] : ['']),
    ...notices.flatMap((text) => hang('–', 2, wrap(text, width - 2))),
    '',
    said.count
  ]
}

function wrapped(text: string, room = width): readonly Printed[] {
  return plainLines(text, room)
}

function changeLines(
  change: Change,
  before: Change | undefined,
  {comparison, sides, notes}: Document & {readonly notes: SideNotes}
): readonly Printed[] {
  const {nummer, unit, lines} = change
  const head = `${nummer}. ${changeName(change)}: ${kindsText(change)}${byText(change, sides)}`
  const shown: Shown = {width: width - indent, isAll: false}
  const body = [
    // Said once for all changes of a unit.
    ...(before?.unit === unit ? [] : daysRemark(unit, sides)).flatMap((text) =>
      wrapped(`(${text})`, width - indent)
    ),
    ...(isAboutHead(change) ? headLines(unit, comparison) : []),
    ...lines.flatMap((line) => lineOf(numberedLine(line, unit, notes), shown))
  ]
  return [
    ...hang('', 0, wrap(head, width - indent)).map((line, at) =>
      at === 0 ? line : `${' '.repeat(indent)}${line}`
    ),
    ...body.map(indented)
  ]
}

function indented(line: Printed): Printed {
  const space = ' '.repeat(indent)
  if (typeof line === 'string') return line === '' ? '' : `${space}${line}`
  return [...[...space].map((text) => ({text, op: 'same' as const})), ...line]
}

/** About a unit as a whole, or its heading; not about some of its lines. */
function isAboutHead({lines, kinds, was, wordt, part}: Change): boolean {
  const isWhole = kinds.includes('added') || kinds.includes('lapsed')
  const isPart = part !== undefined || (wordt ?? was)?.pad.length !== 0
  return lines.length === 0 || (isWhole && !isPart)
}

function headLines(
  unit: UnitChange,
  comparison: Comparison
): readonly Printed[] {
  const isShown = unit.opschrift.length > 0
  return [
    ...(isShown
      ? markedLines(
          [plainRun('opschrift: '), ...unit.opschrift],
          width - indent
        )
      : []),
    ...placeLines(unit, comparison)
  ]
}

/** Where a unit that moved stood, what it came from, and in what it was taken up. */
function placeLines(unit: UnitChange, {units}: Comparison): readonly Printed[] {
  const homes = homesOf(units)
  const {kinds, was, wordt, other} = unit
  const [from, to] = [
    homes.was.get((was ?? other)?.id ?? ''),
    homes.wordt.get((wordt ?? other)?.id ?? '')
  ]
  return [
    ...(kinds.includes('moved') && from?.id !== to?.id
      ? [`stond in ${from ? unitName(from) : 'de regeling zelf'}`]
      : []),
    ...originTexts(unit, units)
  ].flatMap((text) => wrapped(text, width - indent))
}

function wholeText(
  {units}: Pick<Comparison, 'units'>,
  notes: SideNotes
): readonly Printed[] {
  const homes = homesOf(units)
  const textOf = (unit: UnitChange): readonly Printed[] => {
    const moved = movedLines(unit)
    return unit.lines.flatMap((line, at) =>
      wholeLine(numberedLine(line, unit, notes), moved.get(at))
    )
  }
  const walk = (unit: UnitChange): readonly Printed[] => [
    '',
    ...wholeHead(unit),
    ...movedUnit(unit, homes).flatMap((text) => wrapped(`(${text})`)),
    // What moved is told where it stands.
    ...(isAway(unit) ? [] : textOf(unit)),
    ...[...unit.toelichting, ...unit.children].flatMap(walk)
  ]
  return units.flatMap(walk)
}

function isAway({wordt, other}: UnitChange): boolean {
  return wordt === undefined && other !== undefined
}

function wholeLine(
  line: LineChange,
  moved: string | undefined
): readonly Printed[] {
  const isGone = line.move !== undefined && line.wordt === undefined
  const gone = line.runs
    .filter(({op}) => op !== 'added')
    .map((run) => ({...run, op: 'removed' as const}))
  const runs = isGone ? gone : line.runs
  return [
    ...lineOf({...line, runs}, {width, isAll: true}),
    ...(moved === undefined ? [] : wrapped(`(${moved})`))
  ]
}

function wholeHead(unit: UnitChange): readonly Printed[] {
  return markedLines(headRuns(unit), width)
}

function plainRun(text: string) {
  return {op: 'same' as const, type: 'text' as const, text, was: [], wordt: []}
}
