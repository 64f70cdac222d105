/**
 * A comparison seen from the other side: what was added was removed, and so on.
 *
 * Stage. The mirror of a mirror is the comparison itself.
 */
import type {
  CellChange,
  Comparison,
  Kind,
  LineChange,
  Op,
  RowChange,
  Run,
  UnitChange
} from '../comparison.ts'
import {goneFirst, runsInOrder} from './gone-first.ts'

/** Mirror a comparison. */
export function mirror({was, wordt, units}: Comparison): Comparison {
  return {was: wordt, wordt: was, units: siblings(units)}
}

function siblings(units: readonly UnitChange[]): readonly UnitChange[] {
  return goneFirst(units.map(mirrorUnit))
}

function mirrorUnit(unit: UnitChange): UnitChange {
  const {was, wordt, kinds, opschrift, lines, uit, opgegaanIn} = unit
  const {toelichting, children, move, other, door} = unit
  return {
    ...(wordt && {was: wordt}),
    ...(was && {wordt: was}),
    ...(other && {other}),
    kinds: mirrorKinds(kinds),
    opschrift: mirrorRuns(opschrift),
    lines: goneFirst(lines.map(mirrorLine)),
    ...(move !== undefined && {move}),
    uit: opgegaanIn,
    opgegaanIn: uit,
    door,
    toelichting: siblings(toelichting),
    children: siblings(children)
  }
}

function mirrorLine(line: LineChange): LineChange {
  const {was, wordt, runs, rows, move, other, otherUnit, kinds, door} = line
  // What nothing befell reads the same from either side.
  if (was === wordt && !rows && kinds.length === 0 && runs.every(isSame)) {
    return line
  }
  return {
    ...(wordt && {was: wordt}),
    ...(was && {wordt: was}),
    runs: mirrorRuns(runs),
    ...(rows && {rows: mirrorRows(rows)}),
    ...(move !== undefined && {move}),
    ...(other && {other}),
    ...(otherUnit && {otherUnit}),
    kinds: mirrorKinds(kinds),
    door
  }
}

function mirrorRows(rows: readonly RowChange[]): readonly RowChange[] {
  const turned = rows.map(({was, wordt, cells, move}) => ({
    was: wordt,
    wordt: was,
    cells: sidesInOrder(cells.map(mirrorCell)),
    ...(move !== undefined && {move})
  }))
  return sidesInOrder(turned)
}

function sidesInOrder<
  T extends {readonly was: boolean; readonly wordt: boolean}
>(parts: readonly T[]): readonly T[] {
  const sided = parts.map((part) => ({
    part,
    ...(part.was && {was: true}),
    ...(part.wordt && {wordt: true})
  }))
  return goneFirst(sided).map(({part}) => part)
}

function mirrorCell({was, wordt, runs}: CellChange): CellChange {
  return {was: wordt, wordt: was, runs: mirrorRuns(runs)}
}

const turned: Readonly<Record<Op, Op>> = {
  same: 'same',
  formatted: 'formatted',
  added: 'removed',
  removed: 'added'
}

function mirrorRuns(runs: readonly Run[]): readonly Run[] {
  return runs.every(isSame) ? runs : runsInOrder(runs.map(mirrorRun))
}

/** Reads the same from either side. */
function isSame({op, was, wordt, merkWas}: Run): boolean {
  return op === 'same' && was === wordt && merkWas === undefined
}

function mirrorRun({op, type, text, was, wordt, merkWas, door}: Run): Run {
  return {
    op: turned[op],
    type,
    text: merkWas ?? text,
    was: wordt,
    wordt: was,
    ...(merkWas !== undefined && {merkWas: text}),
    ...(door && {door})
  }
}

const mirrored: Readonly<Record<Kind, Kind>> = {
  added: 'lapsed',
  lapsed: 'added',
  changed: 'changed',
  formatted: 'formatted',
  renumbered: 'renumbered',
  moved: 'moved',
  split: 'merged',
  merged: 'split'
}

function mirrorKinds(kinds: readonly Kind[]): readonly Kind[] {
  return kinds.length === 0 ? kinds : kinds.map((kind) => mirrored[kind])
}
