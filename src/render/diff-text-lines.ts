/**
 * Stage: the lines of a change → lines of a terminal.
 */
import type {LineChange, RowChange, Run} from '../comparison.ts'
import {
  type CellLine,
  isMarked,
  markedLines,
  plainLines,
  runText
} from './diff-cells.ts'
import {ownLabel} from './diff-names.ts'

/** Lines that stay are shown this far around what changed. */
const around = 2

/** How much is shown. */
export interface Shown {
  readonly width: number
  /** Also what stayed, whole. */
  readonly isAll: boolean
}

/** The words of one line with its label, indented as deep as it stands. */
export function lineOf(line: LineChange, shown: Shown): readonly CellLine[] {
  const label = labelRun(line)
  const depth = depthOf(line)
  const indent = ' '.repeat(2 * Math.max(0, Math.min(depth, 6) - 1))
  if (line.rows) return tableLines(line.rows, indent, shown)
  const front = label.text === '' ? [] : [label, same(' ')]
  const width = Math.max(24, shown.width - indent.length)
  const cut = markedLines([...front, ...wordRuns(line)], width)
  const kept = shown.isAll ? cut : excerpt(cut)
  return kept.map((one) => [...pad(indent), ...one])
}

/** Without the space that a break took the place of. */
function wordRuns({was, wordt, runs}: LineChange): readonly Run[] {
  const isPart = was === 'continues' || wordt === 'continues'
  return isPart
    ? runs.filter(({op, text}) => op === 'same' || text !== ' ')
    : runs
}

function pad(indent: string): CellLine {
  return [...indent].map((text) => ({text, op: 'same' as const}))
}

function same(text: string): Run {
  return {op: 'same', type: 'text', text, was: [], wordt: []}
}

/** `2. → 3.` where only the label is another; one that came where none was, or went for none, is marked. */
function labelRun({was, wordt}: LineChange): Run {
  const [old, now] = [was, wordt].map((line) =>
    line === undefined || line === 'continues' ? undefined : ownLabel(line)
  )
  const label =
    old === undefined || now === undefined || old === now
      ? (now ?? old ?? '')
      : [old, now].filter((one) => one !== '').join(' → ')
  const op =
    was === 'continues' || (old === '' && now !== '')
      ? 'added'
      : wordt === 'continues' || (now === '' && old !== '')
        ? 'removed'
        : 'same'
  return {...same(label), op}
}

function depthOf({was, wordt}: LineChange): number {
  const line = [wordt, was].find((one) => one && one !== 'continues')
  return typeof line === 'object' ? line.path.length : 0
}

/** What changed with some lines around it; of what did not change the beginning. */
function excerpt(lines: readonly CellLine[]): readonly CellLine[] {
  const marked = lines.flatMap((line, at) => (isMarked(line) ? [at] : []))
  const isNear = (at: number): boolean =>
    marked.length === 0
      ? at < around
      : marked.some((other) => Math.abs(at - other) <= around)
  const kept: CellLine[] = []
  for (const [at, line] of lines.entries()) {
    if (isNear(at)) kept.push(line)
    else if (at === 0 || isNear(at - 1)) kept.push(...plainLines('…', 9))
  }
  return kept
}

/** Changed cells with the names of their row and column; rows that came or went whole. */
function tableLines(
  rows: readonly RowChange[],
  indent: string,
  {width, isAll}: Shown
): readonly CellLine[] {
  const [head] = rows
  const room = Math.max(24, width - indent.length)
  return rows
    .flatMap((row) =>
      isAll || isWholeRow(row) ? wholeRow(row) : changedCells(row, head, rows)
    )
    .flatMap((runs) => markedLines(runs, room))
    .map((line) => [...pad(indent), ...line])
}

function isWholeRow({was, wordt, move}: RowChange): boolean {
  return !was || !wordt || move !== undefined
}

function wholeRow({was, wordt, cells, move}: RowChange): readonly Run[][] {
  const op = was === wordt ? 'same' : was ? 'removed' : 'added'
  const told =
    move === undefined
      ? ''
      : was
        ? 'rij verplaatst van hier: '
        : 'rij verplaatst naar hier: '
  // What moved was neither added nor removed.
  const bar: Run = {...same(' | '), op: move === undefined ? op : 'same'}
  return [
    [
      same(told),
      ...cells.flatMap(({runs}, at) => (at === 0 ? runs : [bar, ...runs]))
    ]
  ]
}

/** One paragraph for each row, with its name. */
function changedCells(
  row: RowChange,
  head: RowChange | undefined,
  rows: readonly RowChange[]
): readonly Run[][] {
  const changed = row.cells.flatMap((cell, column) =>
    isSame(cell.runs) ? [] : [{runs: cell.runs, column}]
  )
  if (changed.length === 0) return []
  const front =
    row === head ? 'kop van de tabel' : `rij “${rowName(row, rows)}”`
  const parts = changed.flatMap(({runs, column}, at) => {
    const top = row === head ? '' : words(head?.cells[column]?.runs ?? [])
    const place = top === '' ? '' : `${top} `
    return [same(`${at === 0 ? '' : '; '}${place}`), ...runs]
  })
  return [[same(`${front}: `), ...parts]]
}

/** Its first cell that stayed; where other rows read the same there, also what stands behind it. */
function rowName({cells}: RowChange, rows: readonly RowChange[]): string {
  const kept = cells.flatMap(({runs}, column) =>
    isSame(runs) && words(runs) !== '' ? [{text: words(runs), column}] : []
  )
  let alike = rows
  const name: string[] = []
  for (const {text, column} of kept) {
    if (name.length > 0 && alike.length < 2) break
    name.push(text)
    alike = alike.filter((row) => words(row.cells[column]?.runs ?? []) === text)
  }
  return name.length > 0 ? name.join(', ') : words(cells[0]?.runs ?? [])
}

function isSame(runs: readonly Run[]): boolean {
  return runs.every(({op}) => op === 'same')
}

/** The words as they become, or as they were where they go. */
function words(runs: readonly Run[]): string {
  const now = runs.filter(({op}) => op !== 'removed')
  return (now.length > 0 ? now : runs).map(runText).join('').trim()
}
