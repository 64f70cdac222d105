/**
 * A comparison → the same, each change with the wijzigingen that made it.
 *
 * Stage. Between two texts of a unit may lie several others. A word that came is
 * credited to the one that brought it, a word that went to the one that dropped
 * it; words that came and went between the two are in neither.
 */
import type {
  CellChange,
  Comparison,
  LineChange,
  Run,
  UnitChange
} from '../comparison.ts'
import type {Block} from '../model.ts'
import type {CompareOptions} from './options.ts'
import {type Slot, sizeOf, type Trace, trace} from './trace.ts'

/** One text in the life of a unit between the two that are compared. */
export interface Stage {
  readonly text: readonly Block[]
  readonly opschrift: string
  /** Whatever else it says of itself: number, place, whether it holds. */
  readonly head: string
  /** Wijzigingen that made it of the one before; of the first one: not asked. */
  readonly by: readonly string[]
}

/** The texts of a unit from the old one to the new one, both included; empty: nothing is known. */
export type Course = readonly Stage[]

/** Credit every change of a comparison. */
export function credit(
  comparison: Comparison,
  courseOf: (unit: UnitChange) => Course,
  options: CompareOptions = {}
): Comparison {
  const under = (unit: UnitChange): UnitChange => {
    const inner = {
      toelichting: unit.toelichting.map(under),
      children: unit.children.map(under)
    }
    const isChanged = unit.kinds.length > 0
    const course = isChanged ? courseOf(unit) : []
    return {
      ...(course.length > 1 ? creditUnit(unit, course, options) : unit),
      ...inner
    }
  }
  return {...comparison, units: comparison.units.map(under)}
}

/** For each character on either side the step at which it came, or went. */
interface Steps {
  readonly by: readonly (readonly string[])[]
  /** Cursor into the new text: when each character came. */
  readonly came: Cursor
  /** Cursor into the old text: when each character went. */
  readonly went: Cursor
}

function creditUnit(
  unit: UnitChange,
  course: Course,
  options: CompareOptions
): UnitChange {
  const by = course.map((stage) => stage.by)
  const texts = course.map(({text}) => text)
  const steps = stepsIn(texts, by, options)
  const lines = unit.lines.map((line) => creditLine(line, steps))
  const titles = course.map(({opschrift}) => titleText(opschrift))
  const titleSteps = stepsIn(titles, by, options)
  titleSteps.came.next(true)
  titleSteps.went.next(true)
  const opschrift = creditRuns(unit.opschrift, titleSteps)
  const heads = course.flatMap(({head, by: own}, at) =>
    at > 0 && head !== course[at - 1]?.head ? own : []
  )
  const door = unique([
    ...heads,
    ...opschrift.flatMap((run) => run.door ?? []),
    ...lines.flatMap((line) => line.door)
  ])
  return {...unit, opschrift, lines, door: inOrder(door, by)}
}

function titleText(opschrift: string): readonly Block[] {
  if (opschrift === '') return []
  const content = [{type: 'text' as const, value: opschrift}]
  return [{type: 'alinea', role: 'tekst', content}]
}

function stepsIn(
  texts: readonly (readonly Block[])[],
  by: readonly (readonly string[])[],
  options: CompareOptions
): Steps {
  const last = texts.length - 1
  if (last === 1) return {by, came: onlyStep, went: onlyStep}
  const back = trace(texts.toReversed(), options)
  return {
    by,
    came: cursor(trace(texts, options), (step) => step),
    // Seen backwards, what comes at the first step went at the last one.
    went: cursor(back, (step) => (step === 0 ? 0 : last - step + 1))
  }
}

/** Walks along the lines of one text and the characters in them. */
interface Cursor {
  /** To the next line, or on within this one. */
  readonly next: (isNew: boolean) => void
  readonly label: () => number
  readonly take: (size: number) => Slot
  readonly nextCell: () => void
}

/** Between two texts that follow each other there is one step, and it did all. */
const onlyStep: Cursor = {
  next: () => {},
  label: () => 1,
  take: (size) => new Array<number>(size).fill(1),
  nextCell: () => {}
}

function cursor(traced: Trace, stepOf: (step: number) => number): Cursor {
  let [line, cell, used] = [-1, 0, 0]
  return {
    next(isNew) {
      if (!isNew) return
      line++
      cell = 0
      used = 0
    },
    label: () => stepOf(traced[line]?.label ?? 0),
    take(size) {
      const slot = traced[line]?.slots[cell] ?? []
      used += size
      return slot.slice(used - size, used).map(stepOf)
    },
    nextCell() {
      cell++
      used = 0
    }
  }
}

function creditLine(line: LineChange, steps: Steps): LineChange {
  const {was, wordt, kinds} = line
  // What moved tells of its other place too; only the side that stands here counts.
  const sides = {was: was !== undefined, wordt: wordt !== undefined}
  if (sides.was) steps.went.next(was !== 'continues')
  if (sides.wordt) steps.came.next(wordt !== 'continues')
  const touched = new Set<number>()
  if (kinds.includes('renumbered') || kinds.includes('split')) {
    if (sides.wordt) touched.add(steps.came.label())
    else if (sides.was) touched.add(steps.went.label())
  }
  const rows = line.rows?.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      creditCell(cell, steps, sidesOf(row, sides), touched)
    )
  }))
  const runs = creditRuns(line.runs, steps, sides, touched)
  const door = kinds.length === 0 ? [] : doorOf(touched, steps)
  return {...line, runs, ...(rows && {rows}), door}
}

interface Sides {
  readonly was: boolean
  readonly wordt: boolean
}

/** Where a part is, of what is there on some sides itself. */
function sidesOf({was, wordt}: Sides, around: Sides): Sides {
  return {was: around.was && was, wordt: around.wordt && wordt}
}

function creditCell(
  cell: CellChange,
  steps: Steps,
  row: Sides,
  touched: Set<number>
): CellChange {
  const sides = sidesOf(cell, row)
  const runs = creditRuns(cell.runs, steps, sides, touched)
  if (sides.was) steps.went.nextCell()
  if (sides.wordt) steps.came.nextCell()
  return {...cell, runs}
}

const both: Sides = {was: true, wordt: true}

function creditRuns(
  runs: readonly Run[],
  steps: Steps,
  sides: Sides = both,
  touched: Set<number> = new Set()
): readonly Run[] {
  return runs.flatMap((run) => {
    const marks = takeMarks(run, steps, sides)
    const isMarked = run.op === 'added' || run.op === 'removed'
    // What stands on one side here and is not marked came from, or went to, another place.
    const counts = isMarked || sides.was !== sides.wordt
    for (const step of counts ? marks : []) touched.add(step)
    return isMarked && marks.length > 0 ? creditParts(run, marks, steps) : [run]
  })
}

/** When each character of a run came or went; both cursors pass it. */
function takeMarks(
  run: Run,
  {came, went}: Steps,
  {was, wordt}: Sides
): readonly number[] {
  const size = sizeOf(run)
  return [
    ...(wordt && run.op !== 'removed' ? came.take(size) : []),
    ...(was && run.op !== 'added' ? went.take(size) : [])
  ]
}

/** A run that several wijzigingen made is cut between them. */
function creditParts(run: Run, marks: Slot, {by}: Steps): readonly Run[] {
  const steps = spread(marks)
  const parts: Run[] = []
  let from = 0
  for (let at = 1; at <= steps.length; at++) {
    if (at < steps.length && steps[at] === steps[from]) continue
    const step = steps[from] ?? 0
    const door = step === 0 ? [] : (by[step] ?? [])
    const text = run.type === 'text' ? run.text.slice(from, at) : run.text
    parts.push({...run, text, ...(door.length > 0 && {door})})
    from = at
  }
  return parts
}

/** What was there all along, and here only seems to have come or gone, goes with what stands beside it. */
function spread(marks: Slot): Slot {
  const first = marks.find((step) => step > 0) ?? 0
  let last = first
  return marks.map((step) => {
    if (step > 0) last = step
    return last
  })
}

function doorOf(touched: ReadonlySet<number>, {by}: Steps): readonly string[] {
  const steps = [...touched].filter((step) => step > 0)
  const all = by.slice(1).flat()
  const found = steps.flatMap((step) => by[step] ?? [])
  return inOrder(unique(found.length > 0 ? found : all), by)
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

/** In the order in which they did their work. */
function inOrder(
  names: readonly string[],
  by: readonly (readonly string[])[]
): readonly string[] {
  return unique(by.flat()).filter((name) => names.includes(name))
}
