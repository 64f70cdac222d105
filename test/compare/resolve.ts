import type {
  CellChange,
  Comparison,
  Line,
  LineChange,
  Run,
  Side,
  Stap,
  UnitChange
} from '../../src/comparison.ts'
import type {Leaf} from '../../src/dialect/leaf.ts'
import {nest} from '../../src/dialect/phrasing.ts'
import type {Block, Phrasing, Rij} from '../../src/model.ts'

// Accepting (`wordt`) or rejecting (`was`) all of a comparison, written apart
// from what makes one.

/** A unit of one of the two texts, without its days. */
export interface Resolved {
  readonly id: string
  readonly nummer?: string
  readonly opschrift: string
  readonly text: readonly Block[]
  readonly toelichting: readonly Resolved[]
  readonly children: readonly Resolved[]
}

/** One of the two texts of a comparison. */
export function resolve(
  {units}: Pick<Comparison, 'units'>,
  side: Side
): readonly Resolved[] {
  return units.flatMap((unit) => resolveUnit(unit, side))
}

function resolveUnit(unit: UnitChange, side: Side): readonly Resolved[] {
  const head = unit[side]
  if (!head) return []
  return [
    {
      id: head.id,
      ...(head.nummer !== undefined && {nummer: head.nummer}),
      opschrift: plain(unit.opschrift, side),
      text: build(joined(unit.lines, side), side),
      toelichting: unit.toelichting.flatMap((one) => resolveUnit(one, side)),
      children: unit.children.flatMap((one) => resolveUnit(one, side))
    }
  ]
}

function plain(runs: readonly Run[], side: Side): string {
  return keep(runs, side)
    .map(({text}) => text)
    .join('')
}

function keep(runs: readonly Run[], side: Side): readonly Run[] {
  const other = side === 'was' ? 'added' : 'removed'
  return runs.filter(({op}) => op !== other)
}

interface Whole {
  readonly line: Line
  readonly runs: Run[]
  readonly rows: readonly Rij[]
}

/** The lines of one side; what continues a line is put behind it. */
function joined(lines: readonly LineChange[], side: Side): readonly Whole[] {
  const wholes: Whole[] = []
  for (const change of lines) {
    const line = change[side]
    if (line === undefined) continue
    const runs = [...keep(change.runs, side)]
    if (line === 'continues') {
      wholes.at(-1)?.runs.push(...runs)
      continue
    }
    const rows = (change.rows ?? [])
      .filter((row) => row[side])
      .map((row) => ({cells: row.cells.flatMap((cell) => cellOf(cell, side))}))
    wholes.push({line, runs, rows})
  }
  return wholes
}

function cellOf(
  cell: CellChange,
  side: Side
): readonly (readonly Phrasing[])[] {
  return cell[side] ? [phrasingOf(keep(cell.runs, side), side)] : []
}

function phrasingOf(runs: readonly Run[], side: Side): readonly Phrasing[] {
  return nest(
    runs.map((run): Leaf => {
      const marks = new Set(run[side])
      if (run.type === 'break') return {node: {type: 'break'}, marks}
      if (run.type === 'text') {
        return {node: {type: 'text', value: run.text}, marks}
      }
      const merk = side === 'was' ? (run.merkWas ?? run.text) : run.text
      return {
        node: {type: 'footnoteReference', identifier: merk, label: merk},
        marks
      }
    })
  )
}

/** Put lines back into what they stand in. */
function build(wholes: readonly Whole[], side: Side): readonly Block[] {
  const top: Block[] = []
  let open: readonly Block[][] = []
  for (const whole of wholes) {
    const {path, starts} = whole.line
    open = open.slice(0, path.length - starts)
    for (const stap of path.slice(open.length)) {
      const content: Block[] = []
      const into = open.at(-1) ?? top
      into.push(containerOf(stap, content))
      open = [...open, content]
    }
    const into = open.at(-1) ?? top
    into.push(...leafOf(whole, side))
  }
  return top
}

function containerOf(
  {type, label, nummer, laag}: Stap,
  content: Block[]
): Block {
  if (type === 'noot') return {type, merk: label, content}
  if (type === 'citaat') return {type, content}
  return {type, label, nummer, ...(laag !== undefined && {laag}), content}
}

function leafOf({line, runs, rows}: Whole, side: Side): readonly Block[] {
  const {kind} = line
  const content = phrasingOf(runs, side)
  switch (kind.type) {
    case 'alinea':
      return [{type: 'alinea', role: kind.role, content}]
    case 'tussenkop':
      return [{type: 'tussenkop', depth: kind.depth, content}]
    case 'tabel':
      return [{type: 'tabel', align: kind.align, rows}]
    default:
      return []
  }
}
