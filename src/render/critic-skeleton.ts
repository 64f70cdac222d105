/**
 * Stage: the lines of one side of a unit → what is printed before each of them.
 *
 * The printer lays out the text with a sign in the place of the words of each
 * line; what stands between two signs are line ends, indentation and labels.
 */
import type {Line, Stap} from '../comparison.ts'
import type {Block, Phrasing} from '../model.ts'
import {printSafely} from './markdown.ts'
import {type Level, levelsUnder} from './prepare.ts'

/** A line in its place. */
export interface Placed {
  /** Line ends, indentation and labels before its words. */
  readonly lead: string
  /** What stands before each further line of its words. */
  readonly indent: string
}

const open = '\uE000'
const close = '\uE001'
const signed = (inner: string): string => `${open}\\d+${close}${inner}`
const sign = new RegExp(
  [
    `\\| ${signed(' \\|\\n[ >]*\\| -+ \\|')}`,
    `(?:\\n(?:[ >]*\\n)?[ >]*| ?)###### ${signed(`${open}`)}`,
    signed('')
  ].join('|'),
  'gu'
)

/** Lay out lines under a heading of a level; the first of what comes back is the heading itself. */
export function layOut(
  lines: readonly Line[],
  level: Level,
  noteOf: (merk: string) => string
): readonly Placed[] {
  const levels = levelsUnder(level)
  const body = blocksOf(
    lines,
    (line, at) => leafOf(line, at + 1, levels),
    noteOf
  )
  const printed = printSafely([heading(level, signAt(0)), ...body])
  const leads: string[] = []
  let from = 0
  for (const match of printed.matchAll(sign)) {
    leads.push(printed.slice(from, match.index))
    from = match.index + match[0].length
  }
  return [undefined, ...lines].map((line, at) => ({
    lead: leads[at] ?? '',
    indent: indentOf(line?.path ?? [])
  }))
}

function signAt(at: number): string {
  return `${open}${at}${close}`
}

function indentOf(path: readonly Stap[]): string {
  return path.map(({type}) => (type === 'citaat' ? '> ' : '    ')).join('')
}

/** What a line is, with a sign for its words. */
function leafOf(
  {kind}: Line,
  at: number,
  levels: (depth: number) => Level
): Block {
  const content = text(signAt(at))
  switch (kind.type) {
    case 'alinea':
      return {type: 'alinea', role: kind.role, content}
    case 'tussenkop':
      return {type: 'tussenkop', depth: levels(kind.depth), content}
    case 'tabel':
      return {type: 'tabel', align: [null], rows: [{cells: [content]}]}
    case 'leeg':
      // No paragraph, so that the printer sees that the item begins with none.
      return heading(6, `${signAt(at)}${open}`)
  }
}

function heading(depth: Level, words: string): Block {
  return {type: 'tussenkop', depth, content: text(words)}
}

function text(value: string): readonly Phrasing[] {
  return [{type: 'text', value}]
}

/** Put lines back into what they stand in. */
function blocksOf(
  lines: readonly Line[],
  leaf: (line: Line, at: number) => Block,
  noteOf: (merk: string) => string
): readonly Block[] {
  const top: Block[] = []
  let around: readonly Block[][] = []
  for (const [at, line] of lines.entries()) {
    around = around.slice(0, line.path.length - line.starts)
    for (const stap of line.path.slice(around.length)) {
      const content: Block[] = []
      const into = around.at(-1) ?? top
      into.push(containerOf(stap, content, noteOf))
      around = [...around, content]
    }
    const into = around.at(-1) ?? top
    into.push(leaf(line, at))
  }
  return top
}

function containerOf(
  {type, label, nummer, laag}: Stap,
  content: Block[],
  noteOf: (merk: string) => string
): Block {
  if (type === 'noot') return {type, merk: noteOf(label), content}
  if (type === 'citaat') return {type, content}
  return {type, label, nummer, ...(laag !== undefined && {laag}), content}
}
