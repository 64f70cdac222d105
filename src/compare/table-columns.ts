/**
 * Two tables of which the rows are paired → which columns of the one are which
 * of the other.
 *
 * Stage. A column is known by its head, and by what stands in it: a head may be
 * renamed, and all amounts below one may change. Columns keep their order; one
 * that changed places went and came.
 */
import type {Rij} from '../model.ts'
import {diceOf, type Lexicon} from './likeness.ts'
import {cellWords} from './table-faces.ts'
import {heaviest, type Pair} from './table-gaps.ts'
import type {Pairing} from './table-rows.ts'

/** Heads need this much in common, or else the cells below them; of cells that stand once in a column fewer tell. */
const enoughOfHead = 0.45
const enoughOfCells = 0.5
const enoughOfTelling = 0.2

/** Pair the columns; `rows`: those that are in both tables, their heads first. */
export function pairColumns(
  a: readonly Rij[],
  b: readonly Rij[],
  rows: readonly Pair[],
  lexicon: Lexicon
): readonly Pairing[] {
  const [height, width] = [widthOf(a), widthOf(b)]
  const both = rows.map(([at, to]) => [a[at], b[to]] as const)
  const worth = Array.from({length: height}, (_, i) =>
    Float64Array.from({length: width}, (_one, j) => {
      const [head, ...body] = both.map(
        ([was, wordt]): Cells => [
          cellWords(was?.cells[i]),
          cellWords(wordt?.cells[j])
        ]
      )
      return worthOf(headLikeness(head, lexicon), body)
    })
  )
  return filled(heaviest(worth, width), height, width)
}

function widthOf(rows: readonly Rij[]): number {
  return Math.max(0, ...rows.map(({cells}) => cells.length))
}

type Cells = readonly [was: string, wordt: string]

/** From 0 to 1; where neither column has a head that says nothing. */
function headLikeness(head: Cells | undefined, lexicon: Lexicon): number {
  const [was, wordt] = head ?? ['', '']
  if (was === wordt) return was === '' ? enoughOfHead : 1
  if (was === '' || wordt === '') return 0
  return diceOf(lexicon.bag(was), lexicon.bag(wordt))
}

/** What pairing two columns is worth, by their heads and by what is the same in them, row by row. */
function worthOf(head: number, body: readonly Cells[]): number {
  const filled = body.filter(([was, wordt]) => was !== '' || wordt !== '')
  const same = filled.flatMap(([was, wordt]) => (was === wordt ? was : []))
  const counts = new Map<string, number>()
  for (const [was] of filled) counts.set(was, (counts.get(was) ?? 0) + 1)
  const telling = same.filter((words) => counts.get(words) === 1)
  const all = Math.max(1, filled.length)
  const isKnown =
    head >= enoughOfHead ||
    same.length / all >= enoughOfCells ||
    telling.length / all >= enoughOfTelling
  return isKnown ? head + (1.5 * same.length) / all : 0
}

/** What is left between two columns that are known pairs when it is as many on both sides. */
function filled(
  known: readonly Pair[],
  height: number,
  width: number
): readonly Pairing[] {
  const pairs: Pairing[] = []
  let [i, j] = [0, 0]
  for (const [at, to] of [...known, [height, width] as const]) {
    if (at - i === to - j) while (i < at) pairs.push({a: i++, b: j++})
    while (i < at) pairs.push({a: i++})
    while (j < to) pairs.push({b: j++})
    if (at < height) pairs.push({a: i++, b: j++})
  }
  return pairs
}
