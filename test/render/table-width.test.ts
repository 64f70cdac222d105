// How large a leaf a table asks for.
import {expect, test} from 'vitest'
import {fitTable, hasLongWord} from '../../src/render/table-width.ts'
import {tabel} from './fixture.ts'

function fitOf(columns: number, word: string) {
  const row = Array.from({length: columns}, () => word)
  const table = tabel(row, row)
  if (table.type !== 'tabel') throw new Error('No table')
  return fitTable(table)
}

test.each([
  [4, 'bedrag', '', ''],
  [12, 'bedrag', 'breed', ''],
  [14, '12.345,00', 'breed', 'a4'],
  [22, '12.345,00', 'breed', 'a3'],
  [34, '12.345,00', 'breed', 'a2'],
  [50, '12.345,00', 'breed', 'a1'],
  [80, '12.345,00', 'zeer-breed', 'a1']
])('%i columns of `%s`', (columns, word, width, paper) => {
  expect(fitOf(columns, word)).toEqual({width, paper})
})

test('an address of the web asks for no room: it may be broken', () => {
  const address = `https://www.example.nl/${'pad/'.repeat(40)}`
  expect(fitOf(2, address)).toEqual({width: '', paper: ''})
  expect(hasLongWord(`zie ${address}`)).toBe(true)
  expect(hasLongWord('arbeidsongeschiktheidsverzekering')).toBe(false)
})

test('capitals ask for more room than small letters', () => {
  expect(fitOf(7, 'AANSPRAKEN')).not.toEqual(fitOf(7, 'aanspraken'))
})
