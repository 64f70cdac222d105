import type {
  Comparison,
  LineChange,
  RowChange,
  Run,
  UnitChange
} from '../../src/comparison.ts'

/**
 * A comparison as text to read: `[-what went-]`, `{+what came+}`, `{~what was
 * only marked otherwise~}`; before each line its label on both sides, behind it
 * what befell it.
 */
export function written({units}: Comparison): string {
  return units.map(unitLines).join('\n')
}

function unitLines(unit: UnitChange): string {
  const {was, wordt, kinds, opschrift, lines, move, uit, opgegaanIn} = unit
  const origin = [
    ...uit.map((id) => ` uit ${id}`),
    ...opgegaanIn.map((id) => ` in ${id}`)
  ].join('')
  const numbers = arrow(was?.nummer, wordt?.nummer)
  const title = `artikel ${numbers} ${runText(opschrift)}${told(kinds, move)}${origin}`
  const inner = [...unit.toelichting, ...unit.children].map(unitLines)
  return [`${title}\n`, ...lines.map(lineText), ...inner].join('')
}

function lineText(line: LineChange): string {
  const {was, wordt, runs, rows = [], kinds, move} = line
  const labels = arrow(labelOf(was), labelOf(wordt))
  const text = [runText(runs), ...rows.map(rowText)].join('')
  return `  ${labels} ${text}${told(kinds, move)}\n`
}

function rowText({was, wordt, cells, move}: RowChange): string {
  const sign = arrow(was ? 'rij' : undefined, wordt ? 'rij' : undefined)
  const texts = cells.map((cell) => {
    const side = arrow(cell.was ? '' : undefined, cell.wordt ? '' : undefined)
    return `${side}${runText(cell.runs)}`
  })
  return `\n    ${sign} ${texts.join(' | ')}${told([], move)}`
}

/** The labels that begin at a line, or `…` where it carries on another. */
function labelOf(line: LineChange['was']): string | undefined {
  if (line === undefined) return undefined
  if (line === 'continues') return '…'
  const own = line.path.slice(line.path.length - line.starts)
  const labels = own.map(({label}) => label).join(' ')
  return labels === '' ? line.kind.type : labels
}

function arrow(was: string | undefined, wordt: string | undefined): string {
  return was === wordt ? (was ?? '') : `${was ?? '∅'}→${wordt ?? '∅'}`
}

function told(kinds: readonly string[], move: number | undefined): string {
  const all = [...kinds, ...(move === undefined ? [] : [`#${move}`])]
  return all.length === 0 ? '' : `  ‹${all.join(', ')}›`
}

const signs = {
  same: ['', ''],
  formatted: ['{~', '~}'],
  added: ['{+', '+}'],
  removed: ['[-', '-]']
} as const

function runText(runs: readonly Run[]): string {
  return runs
    .map(({op, type, text}) => {
      const [open, close] = signs[op]
      const shown = type === 'noot' ? `^${text}` : text
      return `${open}${shown}${close}`
    })
    .join('')
}
