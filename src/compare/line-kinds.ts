/**
 * What befell a line, by its labels and its words.
 *
 * Stage.
 */
import type {Kind, Line, LineChange, Run} from '../comparison.ts'
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
    JSON.stringify(was.kind) !== JSON.stringify(wordt.kind) &&
    was.kind.type !== 'alinea'
  return [
    ...(isRelabelled(was, wordt) ? (['renumbered'] as const) : []),
    ...(isLaag && !words.includes('changed') ? (['changed'] as const) : []),
    ...words.filter((kind) => kind !== 'formatted'),
    ...(isRowMoved ? (['moved'] as const) : []),
    ...(isShaped || words.includes('formatted') ? (['formatted'] as const) : [])
  ]
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
