/**
 * What went stands before what came, wherever both stand side by side.
 *
 * Stage. One change has one form, whichever way it was found.
 */
import type {Run} from '../comparison.ts'

/** Where several stand on one side only, what went stands before what came. */
export function goneFirst<
  T extends {readonly was?: unknown; readonly wordt?: unknown}
>(nodes: readonly T[]): readonly T[] {
  const ordered: T[] = []
  let came: T[] = []
  for (const node of nodes) {
    if (node.was === undefined) came.push(node)
    else {
      if (node.wordt !== undefined) {
        ordered.push(...came)
        came = []
      }
      ordered.push(node)
    }
  }
  return [...ordered, ...came]
}

/** The same for runs of words. */
export function runsInOrder(runs: readonly Run[]): readonly Run[] {
  const sided = runs.map((run) => ({
    run,
    ...(run.op !== 'added' && {was: true}),
    ...(run.op !== 'removed' && {wordt: true})
  }))
  return goneFirst(sided).map(({run}) => run)
}
