/**
 * Stage: lines of a unit → in the order of a document, and which of them belong
 * with what differs.
 */
import type {Line, LineChange} from '../../comparison.ts'
import type {SideNotes} from './side-notes.ts'

/** Notes last, in the order of their numbers. */
export function inNoteOrder(
  lines: readonly LineChange[],
  notes: SideNotes
): readonly LineChange[] {
  const text: LineChange[] = []
  const groups: {readonly number: number; readonly lines: LineChange[]}[] = []
  for (const change of lines) {
    const at = pathOf(change).findIndex(({type}) => type === 'noot')
    const number =
      notes.numberAt(change, 'wordt') ?? notes.numberAt(change, 'was')
    if (at < 0 && !isCarriedOn(change, groups.length > 0)) text.push(change)
    else if (number === undefined) {
      const into = groups.at(-1)?.lines ?? text
      into.push(change)
    } else groups.push({number, lines: [change]})
  }
  const ordered = groups.toSorted((a, b) => a.number - b.number)
  return [...text, ...ordered.flatMap((group) => group.lines)]
}

/** Words that carry on a line of a note stay with it. */
function isCarriedOn({was, wordt}: LineChange, isAfterNote: boolean): boolean {
  const isBare = [was, wordt].every(
    (line) => line === undefined || line === 'continues'
  )
  return isAfterNote && isBare
}

/** Lines that open an item in which something differs, or an enumeration of which an item does. */
export function withContext(
  lines: readonly LineChange[]
): ReadonlySet<LineChange> {
  const near = new Set<LineChange>()
  // By depth: what began the item, and what stands as aanhef above its items.
  let openers: readonly (LineChange | undefined)[] = []
  let leads: readonly (LineChange | undefined)[] = []
  for (const change of lines) {
    const {path, starts} = shapeOf(change)
    const kept = path.length - starts
    openers = fitted(openers, kept, path.length, change)
    leads = fitted(leads, kept + 1, path.length + 1, undefined)
    if (change.kinds.length > 0) {
      for (const one of [...openers, ...leads.slice(0, -1)]) {
        if (one) near.add(one)
      }
    }
    if (isAanhef(change)) leads = [...leads.slice(0, -1), change]
  }
  return near
}

/** A row cut to `kept` places, and filled up to `length`. */
function fitted<T>(
  row: readonly T[],
  kept: number,
  length: number,
  filler: T
): readonly T[] {
  const cut = row.slice(0, kept)
  return [...cut, ...Array<T>(Math.max(0, length - cut.length)).fill(filler)]
}

function isAanhef({was, wordt}: LineChange): boolean {
  return [was, wordt].some(
    (line) =>
      line !== undefined &&
      line !== 'continues' &&
      line.kind.type === 'alinea' &&
      line.kind.role === 'aanhef'
  )
}

function shapeOf({was, wordt}: LineChange): Pick<Line, 'path' | 'starts'> {
  if (wordt !== undefined && wordt !== 'continues') return wordt
  return was === undefined || was === 'continues' ? {path: [], starts: 0} : was
}

function pathOf(change: LineChange): Line['path'] {
  return shapeOf(change).path
}
