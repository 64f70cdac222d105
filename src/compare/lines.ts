/**
 * Blocks ⇄ lines: a tree of text as one row, each line with what it stands in.
 *
 * Stage. Nothing is lost: {@link blocksOf} makes of {@link linesOf} the same
 * blocks again.
 */
import type {Line, LineKind, Stap} from '../comparison.ts'
import {defined} from '../defined.ts'
import type {Block, Noot, Phrasing, Rij} from '../model.ts'

/** A line with its words, or with its rows when it is a table. */
export interface TextLine extends Line {
  readonly content: readonly Phrasing[]
  readonly rows: readonly Rij[]
}

/** A line without its words. */
export function bare({path, starts, kind}: Line): Line {
  return {path, starts, kind}
}

/** The lines of a text, in reading order. */
export function linesOf(blocks: readonly Block[]): readonly TextLine[] {
  const lines: TextLine[] = []
  collect(blocks, [], lines)
  return lines
}

/** Returns how many lines were added. */
function collect(
  blocks: readonly Block[],
  path: readonly Stap[],
  lines: TextLine[]
): void {
  for (const block of blocks) {
    if (isContainer(block)) {
      collectInside(block, path, lines)
    } else {
      lines.push({path, starts: 0, ...leafOf(block)})
    }
  }
}

type Container = Extract<Block, {content: readonly Block[]}>

function collectInside(
  block: Container,
  path: readonly Stap[],
  lines: TextLine[]
): void {
  const inner = [...path, stapOf(block)]
  const at = lines.length
  collect(block.content, inner, lines)
  const first = lines[at]
  if (first) {
    lines[at] = {...first, starts: first.starts + 1}
  } else {
    const kind: LineKind = {type: 'leeg'}
    lines.push({path: inner, starts: 1, kind, content: [], rows: []})
  }
}

function isContainer(block: Block): block is Container {
  const {type} = block
  return (
    type === 'lid' ||
    type === 'onderdeel' ||
    type === 'noot' ||
    type === 'citaat'
  )
}

function stapOf(block: Container): Stap {
  switch (block.type) {
    case 'noot':
      return {type: 'noot', label: block.merk, nummer: block.merk}
    case 'citaat':
      return {type: 'citaat', label: '', nummer: ''}
    default: {
      const {type, label, nummer, laag} = block
      return {type, label, nummer, ...defined({laag})}
    }
  }
}

function leafOf(
  block: Exclude<Block, Container>
): Pick<TextLine, 'kind' | 'content' | 'rows'> {
  switch (block.type) {
    case 'alinea': {
      const {type, role, content} = block
      return {kind: {type, role}, content, rows: []}
    }
    case 'tussenkop': {
      const {type, depth, content} = block
      return {kind: {type, depth}, content, rows: []}
    }
    case 'tabel': {
      const {type, align, rows} = block
      return {kind: {type, align}, content: [], rows}
    }
  }
}

/** The blocks of a row of lines; a line that begins nothing goes on in what the line before it stood in. */
export function blocksOf(lines: readonly TextLine[]): readonly Block[] {
  const top: Block[] = []
  let open: Block[][] = []
  for (const line of lines) {
    const kept = line.path.length - line.starts
    open = open.slice(0, kept)
    for (const stap of line.path.slice(open.length)) {
      const inner: Block[] = []
      const into = open.at(-1) ?? top
      into.push(containerOf(stap, inner))
      open = [...open, inner]
    }
    const leaf = blockOf(line)
    const into = open.at(-1) ?? top
    if (leaf) into.push(leaf)
  }
  return top
}

function containerOf(
  {type, label, nummer, laag}: Stap,
  content: Block[]
): Block {
  switch (type) {
    case 'noot':
      return {type, merk: label, content} satisfies Noot
    case 'citaat':
      return {type, content}
    default:
      return {type, label, nummer, ...defined({laag}), content}
  }
}

function blockOf({kind, content, rows}: TextLine): Block | undefined {
  switch (kind.type) {
    case 'alinea':
      return {type: 'alinea', role: kind.role, content}
    case 'tussenkop':
      return {type: 'tussenkop', depth: kind.depth, content}
    case 'tabel':
      return {type: 'tabel', align: kind.align, rows}
    case 'leeg':
      return undefined
  }
}
