/** A comparison by caoc → what it marked, character by character, and which kinds it named. */

/** One side of a comparison without white space: its characters, their marks, and the change each is of. */
export function readSide({units}, side) {
  const read = {chars: '', text: '', textMarks: [], marks: [], changes: []}
  for (const unit of units) readUnit(unit, side, read)
  return read
}

function readUnit(unit, side, read) {
  if (unit[side]) {
    readRuns(unit.opschrift, side, {unit}, read)
    for (const line of unit.lines) {
      if (line[side]) readLine(line, side, unit, read)
    }
    for (const one of [...unit.toelichting, ...unit.children]) {
      readUnit(one, side, read)
    }
  }
}

function readLine(line, side, unit, read) {
  readRuns(line.runs, side, {unit, line}, read)
  for (const row of line.rows ?? []) {
    if (!row[side]) continue
    for (const cell of row.cells) {
      if (cell[side]) readRuns(cell.runs, side, {unit, line, row}, read)
    }
  }
}

function readRuns(runs, side, change, read) {
  const other = side === 'was' ? 'added' : 'removed'
  for (const {op, text} of runs) {
    if (op === other) continue
    const isMarked = op === 'added' || op === 'removed'
    const dense = text.replaceAll(/\s/gu, '')
    read.chars += dense
    read.marks.push(...same(dense.length, isMarked))
    read.changes.push(...same(dense.length, change))
    read.text += text
    read.textMarks.push(...same(text.length, isMarked))
  }
  read.text += '\n'
  read.textMarks.push(false)
}

function same(length, value) {
  return Array.from({length}, () => value)
}

/**
 * Kinds that were found of those that are there, and of those that were named
 * how many are so. `truths`: what was done, each with the identities of words.
 */
export function scoreKinds(truths, sides) {
  const found = {}
  for (const truth of truths) {
    const {done = 0, missed = []} = found[truth.kind] ?? {}
    found[truth.kind] = {
      done: done + 1,
      missed: isFound(truth, sides) ? missed : [...missed, truth]
    }
  }
  return found
}

function isFound({kind, level, ways}, sides) {
  return ways.some(({side, ids}) => {
    const changes = changesOf(ids, sides[side])
    const named = changes.filter((change) => isNamed(change, kind, level))
    return changes.length > 0 && named.length * 2 > changes.length
  })
}

function changesOf(ids, {words, changes}) {
  return words.filter(({id}) => ids.has(id)).map(({from}) => changes[from])
}

function isNamed({unit, line, row}, kind, level) {
  if (level === 'unit') return unit.kinds.includes(kind)
  if (level === 'row') return row?.move !== undefined
  return line?.kinds.includes(kind) ?? false
}

/** Lines that are said to have moved, been split or merged, while nothing in them was. */
export function falseKinds(truths, sides) {
  return ['moved', 'split', 'merged'].flatMap((kind) => {
    const really = idsOfKind(truths, kind)
    const told = new Map()
    for (const {words, changes} of [sides.was, sides.wordt]) {
      for (const {id, from} of words) {
        const {line} = changes[from]
        if (!line?.kinds.includes(kind)) continue
        told.set(line, told.get(line) || really.has(id))
      }
    }
    return [...told].flatMap(([line, isTrue]) => (isTrue ? [] : [line]))
  })
}

function idsOfKind(truths, kind) {
  const ways = truths.filter((one) => one.kind === kind)
  return new Set(ways.flatMap((one) => one.ways.flatMap(({ids}) => [...ids])))
}
