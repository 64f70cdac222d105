import fc from 'fast-check'
import {blocksOf, linesOf, type TextLine} from '../../src/compare/lines.ts'
import {flatten, type Leaf, nest} from '../../src/dialect/phrasing.ts'
import type {Phrasing, Rij, UnitText} from '../../src/model.ts'
import {anyTable, anyUnits, unitOf} from './texts.ts'

// Texts and amended copies of them: two texts that have nothing to do with one
// another have few lines that pair, and none that moved or was split.

/** One thing done to a copy; the numbers choose where. */
interface Edit {
  readonly name: keyof typeof edits
  readonly unit: number
  readonly other: number
  readonly at: number
  readonly to: number
  readonly word: string
}

type Texts = TextLine[][]

/** Each changes the lines of some units in place. */
const edits = {
  drop: (texts: Texts, {unit, at}: Edit): void => {
    textAt(texts, unit).splice(at, 1)
  },
  double: (texts: Texts, {unit, at, to}: Edit): void => {
    const lines = textAt(texts, unit)
    const line = lines[at]
    if (line) lines.splice(to % (lines.length + 1), 0, line)
  },
  move: (texts: Texts, {unit, other, at, to}: Edit): void => {
    const target = textAt(texts, other)
    const moved = textAt(texts, unit).splice(at, 1)
    target.splice(to % (target.length + 1), 0, ...moved)
  },
  moveSome: (texts: Texts, {unit, other, at, to}: Edit): void => {
    const target = textAt(texts, other)
    const moved = textAt(texts, unit).splice(at, 3)
    target.splice(to % (target.length + 1), 0, ...moved)
  },
  replaceWord: (texts: Texts, {unit, at, to, word}: Edit): void =>
    onWords(textAt(texts, unit), at, (words) =>
      words.with(to % words.length, word)
    ),
  insertWords: (texts: Texts, {unit, at, to, word}: Edit): void =>
    onWords(textAt(texts, unit), at, (words) =>
      words.toSpliced(to % (words.length + 1), 0, word, 'ingevoegd', word)
    ),
  split: (texts: Texts, {unit, at, to}: Edit): void => {
    const lines = textAt(texts, unit)
    const line = lines[at]
    const leaves = line ? wordLeaves(line) : []
    const cut = to % (leaves.length || 1)
    if (!line || cut === 0) return
    const parts = [leaves.slice(0, cut), leaves.slice(cut)].map((part) => ({
      ...line,
      content: nest(part)
    }))
    lines.splice(at, 1, ...parts.filter(({content}) => content.length > 0))
  },
  merge: (texts: Texts, {unit, at}: Edit): void => {
    const lines = textAt(texts, unit)
    const [one, other] = [lines[at], lines[at + 1]]
    if (one?.kind.type !== 'alinea' || other?.kind.type !== 'alinea') return
    const space: Phrasing = {type: 'text', value: ' '}
    const all = [...one.content, space, ...other.content]
    lines.splice(at, 2, {...one, content: nest(flatten(all))})
  },
  mark: (texts: Texts, {unit, at, to}: Edit): void => {
    const lines = textAt(texts, unit)
    const line = lines[at]
    const leaves = line ? wordLeaves(line) : []
    const leaf = leaves[to % (leaves.length || 1)]
    if (!line || !leaf) return
    const isStrong = leaf.marks.has('strong')
    const marks = isStrong ? [] : [...leaf.marks, 'strong' as const]
    const marked = leaves.map((one) =>
      one === leaf ? {...one, marks: new Set(marks)} : one
    )
    lines[at] = {...line, content: nest(marked)}
  },
  relabel: (texts: Texts, {unit, at, to}: Edit): void => {
    const lines = textAt(texts, unit)
    const line = lines[at]
    const own = line?.path.at(-1)
    if (!line || own?.type !== 'lid') return
    const nummer = String(to + 1)
    const path = line.path.with(-1, {...own, label: `${nummer}.`, nummer})
    lines[at] = {...line, path}
  },
  moveRow: (texts: Texts, {unit, at, to}: Edit): void =>
    onRows(textAt(texts, unit), at, (rows) => {
      const moved = rows[1 + (to % rows.length)]
      return moved ? [...rows.filter((row) => row !== moved), moved] : rows
    }),
  moveChangedRow: (texts: Texts, {unit, at, to, word}: Edit): void =>
    onRows(textAt(texts, unit), at, (rows) => {
      const moved = rows[1 + (to % rows.length)]
      if (!moved) return rows
      const last = moved.cells.length - 1
      const cells = moved.cells.with(last, [{type: 'text', value: word}])
      const others = rows.filter((row) => row !== moved)
      const all = others.toSpliced(1 + (at % others.length), 0, {cells})
      // Now and then while a column lapses.
      return last > 1 && at % 3 === 0
        ? all.map((row) => ({cells: row.cells.toSpliced(1, 1)}))
        : all
    }),
  changeCell: (texts: Texts, {unit, at, to, word}: Edit): void =>
    onRows(textAt(texts, unit), at, (rows) => {
      const place = to % rows.length
      return rows.map(({cells}, row) => ({
        cells:
          row === place
            ? cells.with(at % cells.length, [{type: 'text', value: word}])
            : cells
      }))
    }),
  dropRow: (texts: Texts, {unit, at, to}: Edit): void =>
    onRows(textAt(texts, unit), at, (rows) =>
      rows.length > 2 ? rows.toSpliced(1 + (to % (rows.length - 1)), 1) : rows
    ),
  addColumn: (texts: Texts, {unit, at, to, word}: Edit): void =>
    onRows(textAt(texts, unit), at, (rows) =>
      rows.map(({cells}) => ({
        cells: cells.toSpliced(to % (cells.length + 1), 0, [
          {type: 'text', value: word}
        ])
      }))
    ),
  dropColumn: (texts: Texts, {unit, at, to}: Edit): void =>
    onRows(textAt(texts, unit), at, (rows) =>
      rows.map(({cells}) => ({
        cells: cells.length > 1 ? cells.toSpliced(to % cells.length, 1) : cells
      }))
    )
}

function textAt(texts: Texts, unit: number): TextLine[] {
  return texts[unit % texts.length] ?? []
}

function onWords(
  lines: TextLine[],
  at: number,
  change: (words: readonly string[]) => readonly string[]
): void {
  const line = lines[at]
  const [only, ...more] = line?.content ?? []
  if (!line || only?.type !== 'text' || more.length > 0) return
  const value = change(only.value.split(' ')).join(' ')
  lines[at] = {...line, content: [{type: 'text', value}]}
}

function onRows(
  lines: TextLine[],
  at: number,
  change: (rows: readonly Rij[]) => readonly Rij[]
): void {
  const tables = lines.flatMap(({rows}, index) =>
    rows.length > 0 ? index : []
  )
  const place = tables[at % (tables.length || 1)] ?? -1
  const line = lines[place]
  if (line) lines[place] = {...line, rows: change(line.rows)}
}

/** Leaves of a word each. */
function wordLeaves({content}: TextLine): readonly Leaf[] {
  return flatten(content).flatMap(({node, marks}): readonly Leaf[] =>
    node.type === 'text'
      ? (node.value.match(/ ?[^ ]+| /gu) ?? []).map((value) => ({
          node: {type: 'text', value},
          marks
        }))
      : [{node, marks}]
  )
}

/** Any of some edits. */
function editsNamed(names: readonly Edit['name'][]): fc.Arbitrary<Edit> {
  return fc.record({
    name: fc.constantFrom(...names),
    unit: fc.nat(5),
    other: fc.nat(5),
    at: fc.nat(8),
    to: fc.nat(12),
    word: fc.constantFrom(
      'toelage',
      '6,75%',
      'artikel',
      'de',
      '€ 1.585,00',
      'é'
    )
  })
}

const anyEdit = editsNamed(Object.keys(edits) as Edit['name'][])
const tableEdit = editsNamed([
  'moveRow',
  'moveChangedRow',
  'changeCell',
  'dropRow',
  'addColumn',
  'dropColumn'
])

/** A text and a copy to which a few things were done. */
export const anyAmendment: fc.Arbitrary<
  readonly [readonly UnitText[], readonly UnitText[]]
> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(
        anyUnits,
        fc.array(anyEdit, {minLength: 1, maxLength: 5}),
        fc.nat(7)
      )
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        anyTable.map((text) => [unitOf('artikel-1', text)]),
        fc.array(tableEdit, {minLength: 1, maxLength: 5}),
        fc.integer({min: 6, max: 7})
      )
    }
  )
  .map(([units, todo, turn]) => {
    const copy = amended(units, todo, turn)
    return turn % 2 === 0 ? [units, copy] : [copy, units]
  })

function amended(
  units: readonly UnitText[],
  todo: readonly Edit[],
  turn: number
): readonly UnitText[] {
  const homes = units.flatMap((unit) => [unit, ...unit.children])
  const texts = homes.map(({text}) => [...linesOf(text)])
  if (texts.length === 0) return units
  for (const edit of todo) edits[edit.name](texts, edit)
  const rewritten = (unit: UnitText): UnitText => ({
    ...unit,
    text: blocksOf(texts[homes.indexOf(unit)] ?? []),
    children: unit.children.map(rewritten)
  })
  const all = units.map(rewritten)
  // Now and then a unit lapses or comes, gets another number, or goes to the end.
  if (turn < 2) return all.slice(1)
  if (turn < 4) return all.map((unit) => ({...unit, nummer: '9'}))
  if (turn === 4) return [...all.slice(1), ...all.slice(0, 1)]
  return all
}

/** Two texts that have nothing to do with one another, and more often one and an amended copy. */
export const anyPair: fc.Arbitrary<
  readonly [readonly UnitText[], readonly UnitText[]]
> = fc.oneof(
  {weight: 1, arbitrary: fc.tuple(anyUnits, anyUnits)},
  {weight: 3, arbitrary: anyAmendment}
)
