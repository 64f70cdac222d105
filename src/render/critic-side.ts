/**
 * Stage: one side of the lines of a unit → each of them as printed, in pieces.
 */
import type {Line, LineChange, Run, Side} from '../comparison.ts'
import type {Block} from '../model.ts'
import {escapeCritic} from './critic.ts'
import {layOut, type Placed} from './critic-skeleton.ts'
import {piecesOf, sidePhrasing} from './critic-words.ts'
import {printSafely} from './markdown.ts'
import type {Level} from './prepare.ts'

/** One side of all lines as printed: what stands before each, and each of its runs. */
export interface Sided {
  readonly leads: readonly string[]
  readonly pieces: readonly (readonly string[])[]
  /** Of a table its lines. */
  readonly tables: readonly (readonly string[] | undefined)[]
}

/** What both sides of a unit share. */
export interface SideContext {
  readonly level: Level
  /** Number of a note in the document, on a side. */
  readonly noteOf: (side: Side, merk: string) => string | undefined
  /** Lines that read the same on both sides, printed for one of them. */
  readonly printed: Map<LineChange, string>
}

/** Print the lines of one side; the first of them is the heading. */
export function sideOf(
  entries: readonly LineChange[],
  side: Side,
  context: SideContext
): Sided {
  const starts = entries.flatMap((entry, at) => {
    const line = entry[side]
    return line === undefined || line === 'continues' ? [] : [{line, at}]
  })
  const placed = placesOf(entries, starts, side, context)
  const leads = entries.map(() => '')
  const pieces: (readonly string[])[] = entries.map(({runs}) =>
    runs.map(() => '')
  )
  const tables: (readonly string[] | undefined)[] = entries.map(() => undefined)
  for (const [index, {line, at}] of starts.entries()) {
    const {lead, indent} = placed[index] ?? nowhere
    const parts = partsFrom(entries, at, starts[index + 1]?.at, side)
    const own = {...context, side, indent, line}
    leads[at] = lead
    tables[at] = printTable(parts, own)
    if (tables[at]) continue
    const runs = parts.flatMap((part) => part.runs)
    const cut = [...piecesOf(printLine(parts, own), runs, side)]
    for (const part of parts) {
      pieces[entries.indexOf(part)] = cut.splice(0, part.runs.length)
    }
  }
  return {leads, pieces, tables}
}

const nowhere: Placed = {lead: '', indent: ''}

function placesOf(
  entries: readonly LineChange[],
  starts: readonly {readonly line: Line}[],
  side: Side,
  {level, noteOf}: SideContext
): readonly Placed[] {
  if (entries[0]?.[side] === undefined) return []
  const lines = starts.slice(1).map(({line}) => line)
  return layOut(lines, level, (merk) => noteOf(side, merk) ?? merk)
}

/** A line with what continues it on that side. */
function partsFrom(
  entries: readonly LineChange[],
  from: number,
  to: number | undefined,
  side: Side
): readonly LineChange[] {
  return entries
    .slice(from, to ?? entries.length)
    .filter((entry) => entry[side] !== undefined)
}

interface LineContext extends SideContext {
  readonly side: Side
  readonly indent: string
  readonly line: Line
}

function printLine(
  parts: readonly LineChange[],
  {side, noteOf, printed, indent, line: {kind}}: LineContext
): string {
  if (kind.type === 'leeg' || kind.type === 'tabel') return ''
  const [only, ...more] = parts
  const known = only && more.length === 0 ? printed.get(only) : undefined
  const runs = parts.flatMap((part) => part.runs)
  const words = known ?? wordsOf(runs, kind, (merk) => noteOf(side, merk), side)
  if (only && more.length === 0 && isPlain(only)) printed.set(only, words)
  return words.replaceAll('\n', `\n${indent}`)
}

/** The same on both sides, whatever the notes are called. */
function isPlain({was, wordt, kinds, runs}: LineChange): boolean {
  const isBoth = was !== undefined && wordt !== undefined
  return (
    isBoth &&
    kinds.length === 0 &&
    runs.every(({op, type}) => op === 'same' && type !== 'noot')
  )
}

function wordsOf(
  runs: readonly Run[],
  kind: Extract<Line['kind'], {type: 'alinea' | 'tussenkop'}>,
  note: (merk: string) => string | undefined,
  side: Side
): string {
  const plain = plainWords(runs, side)
  if (plain !== undefined) return escapeCritic(plain)
  const content = sidePhrasing(runs, side, note)
  const isHeading = kind.type === 'tussenkop'
  const block: Block = isHeading
    ? {type: 'tussenkop', depth: 2, content}
    : {type: 'alinea', role: kind.role, content}
  const text = printSafely([block]).replace(/\n$/u, '')
  return escapeCritic(isHeading ? text.replace(/^## ?/u, '') : text)
}

/** Begins with a capital, so that it is no label, and holds nothing that may need an escape. */
const harmless = /^\p{Lu}(?:[^\s\\&*_[\]<|#\uFEFF]| (?! |$))*$/u

/** Words that the printer prints as they are: most of them; asking it for each line adds up. */
function plainWords(runs: readonly Run[], side: Side): string | undefined {
  const other = side === 'was' ? 'added' : 'removed'
  const own = runs.filter(({op}) => op !== other)
  if (own.some((run) => run.type !== 'text' || run[side].length > 0)) {
    return undefined
  }
  const text = own.map((run) => run.text).join('')
  return harmless.test(text) ? text : undefined
}

/** The lines of a table as printed: the head, the rule below it, the rows. */
function printTable(
  [part]: readonly LineChange[],
  {side, noteOf, indent, line: {kind}}: LineContext
): readonly string[] | undefined {
  if (kind.type !== 'tabel' || !part?.rows) return undefined
  const rows = part.rows
    .filter((row) => row[side])
    .map((row) => ({
      cells: row.cells
        .filter((cell) => cell[side])
        .map(({runs}) => sidePhrasing(runs, side, (merk) => noteOf(side, merk)))
    }))
  const text = printSafely([{type: 'tabel', align: kind.align, rows}])
  return escapeCritic(text.replace(/\n$/u, ''))
    .split('\n')
    .map((line, at) => (at === 0 ? line : `\n${indent}${line}`))
}
