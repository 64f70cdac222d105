/**
 * Stage: the rows of a merged table, and both tables as printed → their pieces.
 *
 * Where the printed lines do not match the rows, the tables are given whole.
 */
import type {CellChange, RowChange, Side} from '../comparison.ts'
import {nearlySame, type Segment} from './critic.ts'
import {piecesOf} from './critic-words.ts'

/** Pieces of a table; `was` and `wordt` are its lines: the head, the rule below it, the rows. */
export function tableSegments(
  rows: readonly RowChange[],
  was: readonly string[],
  wordt: readonly string[]
): readonly Segment[] {
  const counts = {was: countOn(rows, 'was'), wordt: countOn(rows, 'wordt')}
  const fits = was.length === counts.was && wordt.length === counts.wordt
  if (!fits) return [{was: was.join(''), wordt: wordt.join('')}]
  const left = {was: [...was], wordt: [...wordt]}
  return rows.flatMap((row, at) => {
    const lines = {
      was: row.was ? (left.was.shift() ?? '') : '',
      wordt: row.wordt ? (left.wordt.shift() ?? '') : ''
    }
    const isFirst = (side: Side): boolean =>
      row[side] && rows.findIndex((one) => one[side]) === at
    // The rule stands below the first row of each side.
    const rules = {
      was: isFirst('was') ? (left.was.shift() ?? '') : '',
      wordt: isFirst('wordt') ? (left.wordt.shift() ?? '') : ''
    }
    return [...rowSegments(row, lines), rules]
  })
}

/** A row for each, and the rule. */
function countOn(rows: readonly RowChange[], side: Side): number {
  const {length} = rows.filter((row) => row[side])
  return length === 0 ? 0 : length + 1
}

type Sides = Pick<Segment, 'was' | 'wordt'>

function rowSegments(
  {was, wordt, cells}: RowChange,
  lines: Sides
): readonly Segment[] {
  if (!was || !wordt) return [lines]
  const left = {was: cellsIn(lines.was), wordt: cellsIn(lines.wordt)}
  const front = {was: left.was.shift() ?? '', wordt: left.wordt.shift() ?? ''}
  return [
    ...nearlySame(front.was, front.wordt),
    ...cells.flatMap((cell) =>
      cellSegments(cell, {
        was: cell.was ? (left.was.shift() ?? '') : '',
        wordt: cell.wordt ? (left.wordt.shift() ?? '') : ''
      })
    ),
    ...nearlySame(left.was.join(''), left.wordt.join(''))
  ]
}

/** What stands before the first bar, then each bar with what follows it. */
function cellsIn(line: string): string[] {
  const front = /^[^|]*/u.exec(line)?.[0] ?? ''
  return [front, ...line.slice(front.length).split(/(?<!\\)(?=\|)/u)]
}

function cellSegments(
  {was, wordt, runs}: CellChange,
  printed: Sides
): readonly Segment[] {
  if (!was || !wordt) return [printed]
  const [old, now] = [padded(printed.was), padded(printed.wordt)]
  const pieces = {
    was: piecesOf(old.words, runs, 'was'),
    wordt: piecesOf(now.words, runs, 'wordt')
  }
  return [
    {was: old.front, wordt: now.front},
    ...runs.flatMap(({op}, at) => {
      const piece = {was: pieces.was[at] ?? '', wordt: pieces.wordt[at] ?? ''}
      return op === 'same' ? nearlySame(piece.was, piece.wordt) : [piece]
    }),
    {was: old.back, wordt: now.back}
  ]
}

/** A cell apart: the bar with a space, the words, the space behind them. */
function padded(cell: string): {
  readonly front: string
  readonly words: string
  readonly back: string
} {
  const [, words] = /^\| ([\s\S]*) $/u.exec(cell) ?? []
  return words === undefined
    ? {front: cell, words: '', back: ''}
    : {front: '| ', words, back: ' '}
}
