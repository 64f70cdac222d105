/** What is done to a table. */
import {pick} from '../random.mjs'
import {anotherOf, atom, capital, compound} from './language.mjs'
import {makeRow} from './regulation.mjs'

/** Operations by name; each gives its truths, or nothing when it cannot be done. */
export const tableOperations = {
  changeCells: on(changeCells),
  insertRow: on(({table, random}) => {
    const row = makeRow(random, table.kinds, 50)
    table.rows.splice(1 + pick(random, table.rows.length), 0, row)
    return []
  }),
  lapseRow: on(({table, random}) => {
    table.rows.splice(1 + pick(random, table.rows.length - 1), 1)
    return []
  }),
  moveRow: on(moveRow),
  insertColumn: on(insertColumn),
  lapseColumn: on(lapseColumn),
  reshapeTable: on(reshapeTable)
}

function on(change) {
  return ({artikel, random}) => {
    const table = artikel.blocks.find(({type}) => type === 'table')
    return table && change({table, random})
  }
}

function changeCells({table, random}) {
  const count = 1 + pick(random, 3)
  for (let n = 0; n < count; n++) {
    const row = table.rows[1 + pick(random, table.rows.length - 1)]
    const column = 1 + pick(random, row.length - 1)
    const [old] = row[column]
    let made = anotherOf(random, table.kinds[column])
    while (made.text === old.text) made = anotherOf(random, table.kinds[column])
    row[column] = [made]
  }
  return []
}

function moveRow({table, random}) {
  const {rows} = table
  const from = 1 + pick(random, rows.length - 2)
  const to = from + 1 + pick(random, rows.length - 1 - from)
  const passed = rows.slice(from + 1, to + 1)
  const [moved] = rows.splice(from, 1)
  rows.splice(to, 0, moved)
  const way = (some) => ({
    side: 'wordt',
    ids: new Set(some.flat(2).map(({id}) => id))
  })
  return [{kind: 'moved', level: 'row', ways: [way([moved]), way(passed)]}]
}

function insertColumn({table, random}) {
  const at = 1 + pick(random, table.kinds.length)
  const kind = 'amount'
  table.kinds.splice(at, 0, kind)
  for (const [n, row] of table.rows.entries()) {
    const cell =
      n === 0 ? capital([atom(compound(random))]) : [anotherOf(random, kind)]
    row.splice(at, 0, cell)
  }
  return []
}

function lapseColumn({table, random}) {
  if (table.kinds.length < 3) return undefined
  const at = 1 + pick(random, table.kinds.length - 1)
  table.kinds.splice(at, 1)
  for (const row of table.rows) row.splice(at, 1)
  return []
}

/** Amounts change, also in a row that moves, while a column comes and heads are renamed. */
function reshapeTable({table, random}) {
  for (let n = 0; n < 3; n++) changeCells({table, random})
  const moved = moveRow({table, random})
  insertColumn({table, random})
  const [head] = table.rows
  head[pick(random, head.length)] = capital([atom(compound(random))])
  return moved
}
