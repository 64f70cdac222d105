/**
 * A row of texts, each made from the one before → for every character of the
 * last one, which of them brought it.
 *
 * Stage. What a later text kept, an earlier one brought, also when it was
 * renumbered, split or moved within the unit on the way.
 */
import type {LineChange, RowChange, Run} from '../comparison.ts'
import type {Block} from '../model.ts'
import {createLexicon} from './likeness.ts'
import {lineChanges} from './line-changes.ts'
import {linesOf} from './lines.ts'
import type {CompareOptions} from './options.ts'
import {plainRuns} from './runs.ts'
import {settle} from './settle.ts'
import {matchUnit} from './unit-match.ts'

/** For each character of a line or a cell the index of the text that brought it; a break or a note counts as one. */
export type Slot = readonly number[]

/** One line: when it came to bear its label, and when its words came. */
interface TracedLine {
  readonly label: number
  /** One slot; of a table one for each cell, row by row. */
  readonly slots: readonly Slot[]
}

/** The lines of a text, in order. */
export type Trace = readonly TracedLine[]

/** Trace a row of texts, counted from 0. */
export function trace(
  texts: readonly (readonly Block[])[],
  options: CompareOptions = {}
): Trace {
  const [first = [], ...later] = texts
  let known = fresh(first)
  let before = first
  for (const [at, text] of later.entries()) {
    known = carry(known, changesBetween(before, text, options), at + 1)
    before = text
  }
  return known
}

/** How many characters a run has. */
export function sizeOf({type, text}: Run): number {
  return type === 'text' ? text.length : 1
}

function changesBetween(
  was: readonly Block[],
  wordt: readonly Block[],
  {laws}: CompareOptions
): readonly LineChange[] {
  const lexicon = createLexicon()
  const name = {id: '', soort: 'artikel'} as const
  const found = matchUnit({...name, text: was}, {...name, text: wordt}, lexicon)
  const {matches, traffic} = settle([found])
  const [match = found] = matches
  const [passed = {away: new Map(), here: new Map()}] = traffic
  const context = {lexicon, noten: new Map(), ...(laws && {laws})}
  return lineChanges(match, passed, context)
}

function fresh(text: readonly Block[]): Trace {
  return linesOf(text).map(({content, rows, kind}) => {
    const cells =
      kind.type === 'tabel' ? rows.flatMap((row) => row.cells) : [content]
    return {label: 0, slots: cells.map((cell) => filled(plainRuns(cell), 0))}
  })
}

function filled(runs: readonly Run[], at: number): number[] {
  return runs.flatMap((run) => new Array<number>(sizeOf(run)).fill(at))
}

/** What an old line gives to a new one: its label, and the part of its words that went there. */
interface Source {
  readonly label: number
  readonly slots: readonly Slot[]
}

function carry(
  known: Trace,
  changes: readonly LineChange[],
  at: number
): Trace {
  const sources = sourcesOf(known, changes)
  const moved = movedWords(changes, sources)
  const lines: TracedLine[] = []
  for (const change of changes.filter(({wordt}) => wordt !== undefined)) {
    const source = sources.get(change) ?? comesFrom(change, moved)
    const line = traced(change, source, at)
    const last = lines.at(-1)
    if (change.wordt === 'continues' && last) {
      lines[lines.length - 1] = joined(last, line)
    } else lines.push(line)
  }
  return lines
}

function joined(first: TracedLine, {slots}: TracedLine): TracedLine {
  return {
    label: first.label,
    slots: [[...(first.slots[0] ?? []), ...(slots[0] ?? [])]]
  }
}

/** What left its place and was not yet found again, in order. */
interface Left {
  readonly words: readonly number[]
  /** Of each table the words of its cells. */
  readonly tables: readonly (readonly Slot[])[]
}

/** What left its place, by the number of the move. */
function movedWords(
  changes: readonly LineChange[],
  sources: ReadonlyMap<LineChange, Source>
): Map<number, Left> {
  const moved = new Map<number, Left>()
  for (const change of changes) {
    const source = sources.get(change)
    if (change.move === undefined || !source) continue
    const {words, tables} = moved.get(change.move) ?? {words: [], tables: []}
    moved.set(
      change.move,
      change.rows
        ? {words, tables: [...tables, source.slots]}
        : {words: [...words, ...source.slots.flat()], tables}
    )
  }
  return moved
}

/** For each change with an old side the words of the old text that it is about. */
function sourcesOf(
  known: Trace,
  changes: readonly LineChange[]
): ReadonlyMap<LineChange, Source> {
  const sources = new Map<LineChange, Source>()
  let [line, used] = [-1, 0]
  for (const change of changes) {
    if (change.was === undefined) continue
    if (change.was !== 'continues') {
      line++
      used = 0
    }
    const {label = 0, slots = []} = known[line] ?? {}
    if (change.rows) {
      sources.set(change, {label, slots})
      continue
    }
    const length = oldLength(change.runs)
    const words = slots[0]?.slice(used, used + length) ?? []
    used += length
    sources.set(change, {label, slots: [words]})
  }
  return sources
}

function oldLength(runs: readonly Run[]): number {
  return runs
    .filter(({op}) => op !== 'added')
    .reduce((sum, run) => sum + sizeOf(run), 0)
}

/** The words that came along from another place; each is taken once. */
function comesFrom(
  {move, runs, rows}: LineChange,
  moved: Map<number, Left>
): Source | undefined {
  const left = moved.get(move ?? 0)
  if (move === undefined || !left) return undefined
  const {words, tables} = left
  if (rows) {
    const [slots = [], ...rest] = tables
    moved.set(move, {words, tables: rest})
    return {label: -1, slots}
  }
  const length = oldLength(runs)
  moved.set(move, {words: words.slice(length), tables})
  return {label: -1, slots: [words.slice(0, length)]}
}

function traced(
  {runs, rows, kinds, was}: LineChange,
  source: Source | undefined,
  at: number
): TracedLine {
  const keepsLabel =
    source &&
    was !== undefined &&
    was !== 'continues' &&
    !kinds.includes('renumbered')
  const label = keepsLabel ? source.label : at
  if (rows) return {label, slots: tracedRows(rows, source?.slots ?? [], at)}
  return {label, slots: [tracedRuns(runs, source?.slots[0] ?? [], at)]}
}

function tracedRuns(runs: readonly Run[], source: Slot, at: number): Slot {
  let used = 0
  return runs.flatMap((run) => {
    const size = sizeOf(run)
    if (run.op === 'added') return new Array<number>(size).fill(at)
    used += size
    return run.op === 'removed' ? [] : source.slice(used - size, used)
  })
}

/** Cell by cell; a row that moved takes its words along. */
function tracedRows(
  rows: readonly RowChange[],
  slots: readonly Slot[],
  at: number
): readonly Slot[] {
  const sources = cellSources(rows, slots)
  return rows.flatMap((row) =>
    row.wordt
      ? row.cells.flatMap((cell, column) =>
          cell.wordt
            ? [tracedRuns(cell.runs, sources.get(row)?.[column] ?? [], at)]
            : []
        )
      : []
  )
}

/** For each row the words of the old text in its cells; none for one that is new. */
function cellSources(
  rows: readonly RowChange[],
  slots: readonly Slot[]
): ReadonlyMap<RowChange, readonly Slot[]> {
  const sources = new Map<RowChange, readonly Slot[]>()
  const moved = new Map<number, readonly Slot[]>()
  let next = 0
  for (const row of rows.filter(({was}) => was)) {
    // In both places a row that moved has the same cells.
    const own = row.cells.map((cell) => (cell.was ? (slots[next++] ?? []) : []))
    sources.set(row, own)
    if (row.move !== undefined) moved.set(row.move, own)
  }
  for (const row of rows.filter(({was}) => !was)) {
    sources.set(row, moved.get(row.move ?? 0) ?? [])
  }
  return sources
}
