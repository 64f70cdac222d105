/**
 * Two tables → the rows of both as one, cell by cell.
 *
 * Stage. A column is known by its head, a row by its first cell and by the words
 * that it shares, so that a column or a row that came, went or changed places
 * marks no other cell.
 */
import type {CellChange, RowChange} from '../comparison.ts'
import {wordsOf} from '../dialect/words.ts'
import type {Phrasing, Rij} from '../model.ts'
import {alignLines} from './align.ts'
import type {Face} from './faces.ts'
import {diceOf, joinBags, type Lexicon} from './likeness.ts'
import {plainRuns, runsOf} from './runs.ts'
import {tokensOf, withReferences} from './tokens.ts'
import {compareWords, type WordContext} from './words.ts'

/** What comparing tables needs to know. */
export interface TableContext extends WordContext {
  readonly lexicon: Lexicon
}

/** Where a row or a column stands on each side. */
interface Pairing {
  readonly a?: number
  readonly b?: number
  readonly move?: number
}

const enoughMoved = 0.6

/** Compare two tables. */
export function compareTables(
  a: readonly Rij[],
  b: readonly Rij[],
  context: TableContext
): readonly RowChange[] {
  const columns = pairColumns(a, b, context)
  return pairRows(a, b, context).map((row) =>
    rowChange(row, columns, {a, b, context})
  )
}

/** The rows of a table that is there on one side only, or is the same on both. */
export function plainRows(
  rows: readonly Rij[],
  op: 'same' | 'added' | 'removed'
): readonly RowChange[] {
  const sides = {was: op !== 'added', wordt: op !== 'removed'}
  return rows.map(({cells}) => ({
    ...sides,
    cells: cells.map((cell) => ({...sides, runs: plainRuns(cell, op)}))
  }))
}

function pairColumns(
  a: readonly Rij[],
  b: readonly Rij[],
  {lexicon}: TableContext
): readonly Pairing[] {
  const faces = (rows: readonly Rij[]): readonly Face[] =>
    Array.from({length: widthOf(rows)}, (_, column) => {
      const head = rows[0]?.cells[column] ?? []
      return faceOf(JSON.stringify(head), [head], lexicon)
    })
  return pairInOrder(faces(a), faces(b))
}

function widthOf(rows: readonly Rij[]): number {
  return Math.max(0, ...rows.map(({cells}) => cells.length))
}

function pairRows(
  a: readonly Rij[],
  b: readonly Rij[],
  {lexicon}: TableContext
): readonly Pairing[] {
  const faces = (rows: readonly Rij[]): readonly Face[] =>
    rows.slice(1).map(({cells}) => rowFace(cells, lexicon))
  const [left, right] = [faces(a), faces(b)]
  const head = a.length + b.length === 0 ? [] : [headsOf(a, b)]
  const rest = withMoves(pairInOrder(left, right), left, right)
  return [
    ...head,
    ...rest.map(({a: at, b: to, ...more}) => ({
      ...(at !== undefined && {a: at + 1}),
      ...(to !== undefined && {b: to + 1}),
      ...more
    }))
  ]
}

/** The heads of two tables are each other's. */
function headsOf(a: readonly Rij[], b: readonly Rij[]): Pairing {
  return {...(a.length > 0 && {a: 0}), ...(b.length > 0 && {b: 0})}
}

/** The first cell names a row: it weighs as much as all the others. */
function rowFace(cells: Rij['cells'], lexicon: Lexicon): Face {
  const face = faceOf(JSON.stringify(cells), cells, lexicon)
  const [first = []] = cells
  const name = wordsOf(first).trim()
  if (name === '') return face
  const marker = lexicon.bag(`rij:${name.replaceAll(/\s+/gu, ':')}`)
  const copies = Array.from({length: face.words.length}, () => marker)
  return {...face, words: copies.reduce(joinBags, face.words)}
}

function faceOf(
  key: string,
  cells: readonly (readonly Phrasing[])[],
  lexicon: Lexicon
): Face {
  return {
    line: {path: [], starts: 0, kind: {type: 'leeg'}, content: [], rows: []},
    key,
    words: lexicon.bag(cells.map(wordsOf).join(' ')),
    row: []
  }
}

/** Pairs that do not cross; what is left between two of them pairs when it is as many on both sides. */
function pairInOrder(
  a: readonly Face[],
  b: readonly Face[]
): readonly Pairing[] {
  const pairs: Pairing[] = []
  let [i, j] = [0, 0]
  const fill = (aTo: number, bTo: number): void => {
    const isEven = aTo - i === bTo - j
    if (isEven) while (i < aTo) pairs.push({a: i++, b: j++})
    while (i < aTo) pairs.push({a: i++})
    while (j < bTo) pairs.push({b: j++})
  }
  for (const {
    a: [at = 0],
    b: [to = 0]
  } of alignLines(a, b)) {
    fill(at, to)
    pairs.push({a: at, b: to})
    i = at + 1
    j = to + 1
  }
  fill(a.length, b.length)
  return pairs
}

/** A row that went in one place and came in another has moved. */
function withMoves(
  pairs: readonly Pairing[],
  a: readonly Face[],
  b: readonly Face[]
): readonly Pairing[] {
  const gone = pairs.filter(({b: to}) => to === undefined)
  const moves = new Map<Pairing, {readonly at: number; readonly id: number}>()
  const came = new Map<Pairing, {readonly at: number; readonly id: number}>()
  for (const pair of pairs) {
    if (pair.a !== undefined || pair.b === undefined) continue
    const face = b[pair.b]
    const found = gone.find(
      (other) =>
        !moves.has(other) &&
        face !== undefined &&
        diceOf(a[other.a ?? 0]?.words ?? new Int32Array(0), face.words) >=
          enoughMoved
    )
    if (!found) continue
    const id = moves.size + 1
    moves.set(found, {at: pair.b, id})
    came.set(pair, {at: found.a ?? 0, id})
  }
  return pairs.map((pair) => {
    const move = moves.get(pair)?.id ?? came.get(pair)?.id
    return move === undefined ? pair : {...pair, move}
  })
}

interface Both {
  readonly a: readonly Rij[]
  readonly b: readonly Rij[]
  readonly context: TableContext
}

function rowChange(
  {a, b, move}: Pairing,
  columns: readonly Pairing[],
  tables: Both
): RowChange {
  const left = a === undefined ? undefined : tables.a[a]?.cells
  const right = b === undefined ? undefined : tables.b[b]?.cells
  const cells = columns.flatMap((column) => {
    const was = column.a === undefined ? undefined : left?.[column.a]
    const wordt = column.b === undefined ? undefined : right?.[column.b]
    return was || wordt ? [cellChange(was, wordt, tables.context)] : []
  })
  const isMoved = move !== undefined
  return {
    was: left !== undefined,
    wordt: right !== undefined,
    cells: isMoved ? cells.map(asMoved) : cells,
    ...(isMoved && {move})
  }
}

/** What moved was neither added nor removed. */
function asMoved(cell: CellChange): CellChange {
  return {...cell, runs: cell.runs.map((run) => ({...run, op: 'same'}))}
}

function cellChange(
  was: readonly Phrasing[] | undefined,
  wordt: readonly Phrasing[] | undefined,
  context: TableContext
): CellChange {
  const sides = {was: was !== undefined, wordt: wordt !== undefined}
  if (was && wordt) {
    const tokens = (cell: readonly Phrasing[]) =>
      withReferences(tokensOf(cell), context.laws)
    const edits = compareWords(tokens(was), tokens(wordt), context)
    return {...sides, runs: runsOf(edits)}
  }
  return {
    ...sides,
    runs: plainRuns(was ?? wordt ?? [], was ? 'removed' : 'added')
  }
}
