import {expect, test} from 'vitest'
import {compare} from '../../src/compare/compare.ts'
import {type Course, credit} from '../../src/compare/credit.ts'
import type {RowChange} from '../../src/comparison.ts'
import {read} from '../dialect/read.ts'
import {textOf} from './texts.ts'

/** A table of three amounts in each row. */
function table(...rows: readonly string[]): string {
  const lines = rows.map((row) => `| ${row} |\n`)
  return `| schaal | a | b | c |\n| - | - | - | - |\n${lines.join('')}`
}

/** The rows of the first text compared with the last, each change with who made it. */
function creditedRows(...sources: readonly string[]) {
  const course: Course = sources.map((source, at) => ({
    text: read(source).text,
    opschrift: '',
    head: '',
    by: at === 0 ? [] : [`w${at}`]
  }))
  const [first = '', last = ''] = [sources[0], sources.at(-1)]
  const comparison = compare(textOf(first), textOf(last))
  const [line] = credit(comparison, () => course).units[0]?.lines ?? []
  return {rows: line?.rows ?? [], door: line?.door}
}

/** Marked words with who made them. */
function marked({cells}: RowChange): readonly string[] {
  return cells.flatMap(({runs}) =>
    runs
      .filter(({op}) => op === 'added' || op === 'removed')
      .map(({op, text, door = []}) => `${op} ${text} ${door.join()}`.trim())
  )
}

test('a row that moved and changed is credited in each place with what that side shows', () => {
  const [two, three] = [
    'twee | 2,10 | 2,20 | 2,30',
    'drie | 3,10 | 3,20 | 3,30'
  ]
  const {rows, door} = creditedRows(
    table('een | 1,10 | 1,20 | 1,30', two, three),
    table('een | 1,10 | 1,25 | 1,30', two, three),
    table(two, three, 'een | 1,10 | 1,25 | 1,30'),
    table(two, three, 'een | 1,10 | 1,25 | 1,35')
  )
  const moved = rows.filter(({move}) => move !== undefined)
  expect(moved.map(marked)).toEqual([
    ['removed 1,20 w1', 'added 1,25', 'removed 1,30 w3', 'added 1,35'],
    ['removed 1,20', 'added 1,25 w1', 'removed 1,30', 'added 1,35 w3']
  ])
  expect(door).toEqual(['w1', 'w3'])
})
