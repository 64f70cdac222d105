/**
 * The texts of a unit up to now → for every word of it the wijzigingen that put it there.
 *
 * Stage. A word that stood there before it was renumbered, moved or split keeps
 * who brought it; the words of a cell count by themselves.
 */
import type {BlamedLine, BlamedPart, Run} from '../comparison.ts'
import type {Phrasing} from '../model.ts'
import type {Course} from './credit.ts'
import {linesOf} from './lines.ts'
import type {CompareOptions} from './options.ts'
import {plainRuns} from './runs.ts'
import {type Slot, sizeOf, trace} from './trace.ts'

/** Blame the last text of a course; its first stage is the unit before it was there. */
export function blame(
  course: Course,
  options: CompareOptions = {}
): readonly BlamedLine[] {
  const by = course.map((stage) => stage.by)
  const traced = trace(
    course.map(({text}) => text),
    options
  )
  return linesOf(course.at(-1)?.text ?? []).map((full, at) => {
    const {content, rows, ...line} = full
    const slots = traced[at]?.slots ?? []
    const partsAt = (cell: readonly Phrasing[], place: number) =>
      partsOf(cell, slots[place] ?? [], by)
    if (line.kind.type !== 'tabel') {
      return {line, parts: partsAt(content, 0), rows: []}
    }
    let place = 0
    const blamed = rows.map((row) =>
      row.cells.map((cell) => partsAt(cell, place++))
    )
    return {line, parts: [], rows: blamed}
  })
}

function partsOf(
  content: readonly Phrasing[],
  slot: Slot,
  by: readonly (readonly string[])[]
): readonly BlamedPart[] {
  const parts: {text: string; step: number}[] = []
  let used = 0
  for (const run of plainRuns(content)) {
    for (const [at, text] of charactersOf(run).entries()) {
      const step = slot[used + at] ?? 0
      const last = parts.at(-1)
      // A space is nobody's: it goes with the word before it.
      if (last && (last.step === step || text === ' ')) last.text += text
      else parts.push({text, step})
    }
    used += sizeOf(run)
  }
  return parts.map(({text, step}) => ({text, by: by[step] ?? []}))
}

/** As many as the run has; the mark of a note stands in brackets. */
function charactersOf({type, text}: Run): readonly string[] {
  if (type === 'noot') return [`[^${text}]`]
  return type === 'break' ? [' '] : text.split('')
}
