/**
 * Stage: the footnotes of a comparison → their numbers on either side.
 *
 * The numbers that each of the two texts bears by itself: they run through the
 * document, in the order in which a reader meets the references.
 */
import type {Line, LineChange, Side, UnitChange} from '../../comparison.ts'
import type {UnitId} from '../../model.ts'

/** Numbers of notes on both sides. */
export interface SideNotes {
  /** Number behind a mark in a unit; nothing when the unit has no such note. */
  readonly numberOf: (
    unit: UnitId,
    side: Side,
    merk: string
  ) => number | undefined
  /** Number of the note that begins at a line. */
  readonly numberAt: (line: LineChange, side: Side) => number | undefined
}

/** A note of one unit on one side. */
interface Found {
  readonly key: string
  readonly line: LineChange
  readonly refs: string[]
}

type Numbers = Readonly<Record<Side, Map<UnitId, Map<string, number>>>>
type Starts = Readonly<Record<Side, Map<LineChange, number>>>

/** Number the notes of both sides. */
export function numberSides(units: readonly UnitChange[]): SideNotes {
  const numbers: Numbers = {was: new Map(), wordt: new Map()}
  const starts: Starts = {was: new Map(), wordt: new Map()}
  for (const side of ['was', 'wordt'] as const) {
    let next = 1
    for (const unit of present(units, side)) {
      const {notes, keys} = numberUnit(unit, side, next)
      notes.forEach(({line}, at) => {
        starts[side].set(line, next + at)
      })
      next += notes.length
      numbers[side].set(unit[side]?.id ?? '', keys)
    }
  }
  return {
    numberOf: (unit, side, merk) => numbers[side].get(unit)?.get(keyOf(merk)),
    numberAt: (line, side) => starts[side].get(line)
  }
}

/** The units of one side, in its order. */
function* present(
  units: readonly UnitChange[],
  side: Side
): Generator<UnitChange> {
  for (const unit of units) {
    if (!unit[side]) continue
    yield unit
    yield* present(unit.toelichting, side)
    yield* present(unit.children, side)
  }
}

function numberUnit(unit: UnitChange, side: Side, first: number) {
  const {notes: all, refs} = readNotes(unit.lines, side)
  const byKey = new Map(all.toReversed().map((note) => [note.key, note]))
  const met = new Set<Found>()
  const meet = (keys: readonly string[]): void => {
    for (const key of keys) {
      const note = byKey.get(key)
      if (note) met.add(note)
    }
  }
  meet(refs)
  // A note met on the way is itself read for references: sets grow while iterated.
  for (const note of met) meet(note.refs)
  const notes = [...new Set([...met, ...all])]
  const places = new Map(notes.map((note, at) => [note, first + at]))
  const keys = new Map<string, number>()
  for (const [key, note] of byKey) keys.set(key, places.get(note) ?? first)
  return {notes, keys}
}

/** The notes of a unit, and the references outside them. */
function readNotes(lines: readonly LineChange[], side: Side) {
  const notes: Found[] = []
  const refs: string[] = []
  let inside: Found | undefined
  for (const change of lines) {
    const line = change[side]
    if (line === undefined) continue
    if (line !== 'continues') {
      const key = noteBegun(line)
      if (key !== undefined) notes.push({key, line: change, refs: []})
      inside = isInNote(line) ? notes.at(-1) : undefined
    }
    const into = inside?.refs ?? refs
    into.push(...referencesIn(change, side))
  }
  return {notes, refs}
}

function isInNote({path}: Line): boolean {
  return path.some(({type}) => type === 'noot')
}

/** Key of the note that begins at a line, if any. */
function noteBegun({path, starts}: Line): string | undefined {
  const begun = path.slice(path.length - starts)
  const stap = begun.find(({type}) => type === 'noot')
  return stap && keyOf(stap.label)
}

function referencesIn(
  {runs, rows = []}: LineChange,
  side: Side
): readonly string[] {
  const cells = rows
    .filter((row) => row[side])
    .flatMap((row) => row.cells.filter((cell) => cell[side]))
    .flatMap((cell) => cell.runs)
  const other = side === 'was' ? 'added' : 'removed'
  return [...runs, ...cells]
    .filter(({type, op}) => type === 'noot' && op !== other)
    .map(({text, merkWas}) => keyOf(side === 'was' ? (merkWas ?? text) : text))
}

// Marks that differ only in case are one mark in GFM.
function keyOf(merk: string): string {
  return merk.toLowerCase()
}
