/** What was not found, and what was marked wrongly, to look at. */
import {falseKinds} from './ours.mjs'

/** Print it to the terminal. */
export function showMissed(sides, truths, kinds) {
  for (const [kind, {missed = []}] of Object.entries(kinds)) {
    for (const {level, ways} of missed.slice(0, 5)) {
      const [{side, ids}] = ways
      const changes = new Set(
        sides[side].words
          .filter(({id}) => ids.has(id))
          .map(({from}) => sides[side].changes[from])
      )
      console.log(`-- niet gevonden: ${kind} (${level}, ${side})`)
      for (const {unit, line} of changes) {
        console.log(`   ${unit.kinds} | ${line ? lineText(line) : ''}`)
      }
    }
  }
  for (const line of falseKinds(truths, sides).slice(0, 6)) {
    console.log(`-- niet waar\n   ${lineText(line)}`)
  }
  showWrong(sides)
}

function showWrong({was, wordt}) {
  const kept = {
    was: new Set(wordt.words.map(({id}) => id)),
    wordt: new Set(was.words.map(({id}) => id))
  }
  const lines = new Set()
  for (const [name, side] of Object.entries({was, wordt})) {
    for (const {id, from} of side.words) {
      const isChanged = !kept[name].has(id)
      if (side.marks[from] !== isChanged) lines.add(side.changes[from])
    }
  }
  for (const {unit, line, row} of [...lines].slice(0, 15)) {
    const at = (unit.wordt ?? unit.was).nummer
    const text = line ? lineText(line, row) : runsText(unit.opschrift)
    console.log(`-- verkeerd, artikel ${at} [${unit.kinds}]\n   ${text}`)
  }
}

/** One line as text, with what went between `[- -]` and what came between `{+ +}`. */
function lineText({kinds, runs, rows = [], was, wordt, move}, only) {
  const label = (side) =>
    typeof side === 'string' ? '…' : (side?.path.at(-1)?.label ?? '')
  const cells = rows
    .filter((row) => !only || row === only)
    .map((row) => {
      const texts = row.cells.map((cell) => runsText(cell.runs)).join(' | ')
      const side = row.was && row.wordt ? '=' : row.was ? '-' : '+'
      return `${row.move === undefined ? side : '~'} ${texts}`
    })
  const moved = move === undefined ? '' : ` #${move}`
  return `(${label(was)}→${label(wordt)}) [${kinds}]${moved} ${runsText(runs)}${cells.length > 0 ? `\n     ${cells.join('\n     ')}` : ''}`
}

/** Runs as text. */
function runsText(runs) {
  const signs = {
    same: ['', ''],
    formatted: ['{~', '~}'],
    added: ['{+', '+}'],
    removed: ['[-', '-]']
  }
  return runs.map(({op, text}) => signs[op][0] + text + signs[op][1]).join('')
}

/** What changed in one unit, without what stands in it; empty when nothing did. */
export function unitText({
  was,
  wordt,
  kinds,
  opschrift,
  lines,
  move,
  uit,
  opgegaanIn
}) {
  const changed = lines.filter((line) => line.kinds.length > 0)
  if (kinds.length === 0 && changed.length === 0) return ''
  const {soort, nummer = ''} = wordt ?? was
  const moved = move === undefined ? '' : ` #${move}`
  const places = [
    ...uit.map((id) => ` uit ${id}`),
    ...opgegaanIn.map((id) => ` in ${id}`)
  ]
  const head = `\n== ${soort} ${nummer} [${kinds}]${moved}${places.join('')} ${runsText(opschrift)}`
  return [head, ...changed.map((line) => `  ${lineText(line)}`)].join('\n')
}
