/**
 * Stage: lines of a comparison → the same, in which notes bear the numbers of the document.
 *
 * The numbers are those of the new text by itself; of what went, of the old one.
 */
import type {Line, LineChange, Run, Side, UnitChange} from '../comparison.ts'
import type {SideNotes} from './redline/side-notes.ts'

/** A line with numbers where its file has marks. */
export function numberedLine(
  line: LineChange,
  unit: UnitChange,
  {numberOf}: Pick<SideNotes, 'numberOf'>
): LineChange {
  const own: Side = line.wordt === undefined ? 'was' : 'wordt'
  const numberFor = (merk: string, side: Side): string =>
    String(numberOf(unit[side]?.id ?? '', side, merk) ?? merk)
  const runOf = (run: Run): Run =>
    run.type === 'noot'
      ? {...run, text: numberFor(run.text, run.op === 'removed' ? 'was' : own)}
      : run
  const {was, wordt, rows, runs} = line
  // A note bears one number, also where its mark is another one than before.
  const label = noteIn(wordt) ?? noteIn(was)
  const place = label === undefined ? '' : numberFor(label, own)
  return {
    ...line,
    ...(was && {was: withNumber(was, place)}),
    ...(wordt && {wordt: withNumber(wordt, place)}),
    runs: runs.map(runOf),
    ...(rows && {
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({...cell, runs: cell.runs.map(runOf)}))
      }))
    })
  }
}

type Place = NonNullable<LineChange['was']>

function noteIn(line: Place | undefined): string | undefined {
  if (line === undefined || line === 'continues') return undefined
  return line.path.find(({type}) => type === 'noot')?.label
}

function withNumber(line: Place, number: string): Place {
  if (line === 'continues' || number === '') return line
  const path = line.path.map((stap): Line['path'][number] =>
    stap.type === 'noot' ? {...stap, label: number} : stap
  )
  return {...line, path}
}
