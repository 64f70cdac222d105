/**
 * Stage: runs of words → lines of a terminal, each character with what was done to it.
 *
 * The marks `{+ +}`, `[- -]` and `{~ ~}` say all; colour comes on top.
 */
import type {Op, Run} from '../comparison.ts'

/** A character and what was done to it. */
interface Cell {
  readonly text: string
  readonly op: Op
}

/** One line on the screen. */
export type CellLine = readonly Cell[]

const marks: Readonly<Record<Op, readonly [string, string]>> = {
  same: ['', ''],
  formatted: ['{~', '~}'],
  added: ['{+', '+}'],
  removed: ['[-', '-]']
}

/** Words with their marks, cut at spaces into lines of at most `width`. */
export function markedLines(
  runs: readonly Run[],
  width: number
): readonly CellLine[] {
  return runsTogether(runs)
    .flatMap(({op, text}) => {
      const [open, close] = marks[op]
      return [...`${open}${text}${close}`].map((one) => ({text: one, op}))
    })
    .reduce<Cell[][]>(byLineBreak, [[]])
    .flatMap((cells) => wrapCells(cells, width))
}

/** Words without marks. */
export function plainLines(text: string, width: number): readonly CellLine[] {
  return wrapCells(
    [...text].map((one) => ({text: one, op: 'same' as const})),
    width
  )
}

/** Whether a line shows any change. */
export function isMarked(line: CellLine): boolean {
  return line.some(({op}) => op !== 'same')
}

/** A line as it is printed, with the colours of a terminal where it has them. */
export function printLine(line: CellLine, hasColors: boolean): string {
  if (!hasColors) return line.map(({text}) => text).join('')
  let printed = ''
  let current: Op = 'same'
  for (const {text, op} of line) {
    if (op !== current) printed += colours[op]
    current = op
    printed += text
  }
  return current === 'same' ? printed : printed + colours.same
}

const colours: Readonly<Record<Op, string>> = {
  same: '\u001B[0m',
  formatted: '\u001B[0;33m',
  added: '\u001B[0;32m',
  removed: '\u001B[0;31m'
}

/** The words of a run as they are shown. */
export function runText({type, text}: Run): string {
  if (type === 'break') return '\n'
  return type === 'noot' ? `[${text}]` : text
}

/** Runs that only differ in what they are, as one. */
function runsTogether(
  runs: readonly Run[]
): readonly {readonly op: Op; readonly text: string}[] {
  const joined: {op: Op; text: string}[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.op === run.op) last.text += runText(run)
    else joined.push({op: run.op, text: runText(run)})
  }
  return joined
}

function byLineBreak(lines: Cell[][], cell: Cell): Cell[][] {
  if (cell.text === '\n') lines.push([])
  else lines.at(-1)?.push(cell)
  return lines
}

function wrapCells(cells: readonly Cell[], width: number): readonly CellLine[] {
  const lines: CellLine[] = []
  let current: Cell[] = []
  for (const word of wordsIn(cells)) {
    const room = width - current.length
    if (current.length > 0 && word.length > room) {
      lines.push(trimmed(current))
      current = []
    }
    current.push(...word)
  }
  return [...lines, trimmed(current)]
}

/** Each word with the space behind it. */
function wordsIn(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const words: Cell[][] = [[]]
  for (const cell of cells) {
    words.at(-1)?.push(cell)
    if (cell.text === ' ') words.push([])
  }
  return words.filter((word) => word.length > 0)
}

function trimmed(line: readonly Cell[]): CellLine {
  const end = line.findLastIndex(({text}) => text !== ' ')
  return line.slice(0, end + 1)
}
