/** Lines in columns, without the marks of a table: text, of which the author is told. */
import {candidateIn} from '../labels.ts'
import {type Ledger, repair} from '../source.ts'
import type {Line} from './lines.ts'
import {isRow} from './table.ts'

/** Lines right under one another with as many cells are told of once, at the first of them. */
export function tellColumns(lines: readonly Line[], ledger: Ledger): void {
  for (const run of runsIn(lines)) {
    const [first] = run
    const cells = first && cellsIn(first)
    if (!first || cells === undefined || run.length < leastRows(cells)) continue
    repair(ledger, first.start, {
      kind: 'maybe-table',
      message: `Deze regel en de ${run.length - 1} erna lijken een tabel van ${cells} kolommen; zij zijn als gewone tekst gelezen. Is het een tabel, zet dan strepen tussen de cellen (\`| Schaal | Bedrag |\`) en onder de kop een regel \`|---|---|\``,
      mended: false
    })
  }
}

/** Of two columns it takes more to be a table than a line that happens to have a gap. */
function leastRows(cells: number): number {
  return cells > 2 ? 2 : 3
}

function runsIn(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = []
  let open: number | undefined
  for (const line of lines) {
    const cells = cellsIn(line)
    const last = cells !== undefined && cells === open ? runs.at(-1) : undefined
    if (last) last.push(line)
    else if (cells !== undefined) runs.push([line])
    open = cells
  }
  return runs
}

/** How many cells stand in a line, with a tab or some spaces between them; nothing where it is none of a table. */
function cellsIn(line: Line): number | undefined {
  if (isRow(line) || candidateIn(line.text)?.form === 'strict') return undefined
  const cells = line.text.trim().split(/\t+| {3,}/u).length
  return cells > 1 ? cells : undefined
}
