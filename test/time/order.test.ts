import fc from 'fast-check'
import {expect, test} from 'vitest'
import {nummerOrder} from '../../src/time/order.ts'

const rows: readonly (readonly string[])[] = [
  ['1:1', '1:2', '1:2a', '1:2c', '1:3', '1:10', '2:1'],
  ['6:7', '6a:1', '6a:7', '7:1'],
  ['12:1', '12:1:1', '12:1:4', '12:1:10', '12:2'],
  ['I', 'II', 'IIa', 'III', 'IV', 'V', 'IX', 'X', 'XI', 'XL', 'L'],
  ['A', 'B', 'C', 'D', 'I'],
  ['9', '10', '10A', '11', '11A', '12'],
  ['a1', '1', '1a', '2', '3.9', '3.10'],
  ['4', '4a', '4ab', '4b', '4z', '4aa', '4bb', '5']
]

test.each(rows.map((row) => [row]))('%j is in order', (row) => {
  expect(row.toReversed().toSorted(nummerOrder(row))).toEqual(row)
})

test('the order is total, whatever the numbers', () => {
  const nummer = fc.stringMatching(/^[0-9A-Za-z]{1,3}(:[0-9a-c]{1,2})?$/u)
  fc.assert(
    fc.property(nummer, nummer, nummer, (a, b, c) => {
      const order = nummerOrder([a, b, c])
      expect(Math.sign(order(a, b))).toBe(0 - Math.sign(order(b, a)))
      expect(order(a, b) === 0).toBe(a === b)
      if (order(a, b) < 0 && order(b, c) < 0) {
        expect(order(a, c)).toBeLessThan(0)
      }
    }),
    {seed: 1, numRuns: 20_000}
  )
})
