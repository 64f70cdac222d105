/**
 * What befell a line, by its labels and its words.
 *
 * Stage.
 */
import type {
  Kind,
  Line,
  LineChange,
  LineKind,
  RowChange,
  Run
} from '../comparison.ts'
import type {Laag} from '../model.ts'

/** Of a line that is there on both sides. */
export function kindsOf(
  was: Line,
  wordt: Line,
  {runs, rows = []}: Pick<LineChange, 'runs' | 'rows'>
): readonly Kind[] {
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs))
  const words = wordKinds([...runs, ...cells])
  const isLaag = laagOf(was) !== laagOf(wordt)
  const isRowMoved = rows.some(({move}) => move !== undefined)
  const isShaped =
    was.kind.type !== 'alinea' && !isOneShape(was.kind, wordt.kind, rows[0])
  return [
    ...(isRelabelled(was, wordt) ? (['renumbered'] as const) : []),
    ...(isLaag && !words.includes('changed') ? (['changed'] as const) : []),
    ...words.filter((kind) => kind !== 'formatted'),
    ...(isRowMoved ? (['moved'] as const) : []),
    ...(isShaped || words.includes('formatted') ? (['formatted'] as const) : [])
  ]
}

/** The same kind of line; of a table whose columns that stayed are aligned as they were. */
function isOneShape(
  was: LineKind,
  wordt: LineKind,
  head: RowChange | undefined
): boolean {
  if (was.type !== 'tabel' || wordt.type !== 'tabel' || !head) {
    return JSON.stringify(was) === JSON.stringify(wordt)
  }
  let [column, other] = [0, 0]
  return head.cells.every((cell) => {
    const old = cell.was ? was.align[column++] : undefined
    const now = cell.wordt ? wordt.align[other++] : undefined
    return !cell.was || !cell.wordt || old === now
  })
}

/** By its words alone. */
export function wordKinds(runs: readonly Run[]): readonly Kind[] {
  const has = (...ops: readonly Run['op'][]): boolean =>
    runs.some(({op}) => ops.includes(op))
  return [
    ...(has('added', 'removed') ? (['changed'] as const) : []),
    ...(has('formatted') ? (['formatted'] as const) : [])
  ]
}

/** Whether the labels that begin here read otherwise; a note's mark is no number of the law. */
function isRelabelled(was: Line, wordt: Line): boolean {
  return ownLabels(was) !== ownLabels(wordt)
}

function ownLabels({path, starts}: Line): string {
  return path
    .slice(path.length - starts)
    .filter(({type}) => type !== 'noot')
    .map(({label}) => label)
    .join(' ')
}

/** The laag that holds for a line: the innermost that is named. */
function laagOf({path}: Line): Laag | undefined {
  return path.findLast(({laag}) => laag !== undefined)?.laag
}
