import {describe, expect, test} from 'vitest'
import {
  firstIn,
  nummerFor,
  seriesOf,
  usesCapitals
} from '../../src/draft/nummer.ts'
import {nummerOrder} from '../../src/time/order.ts'

interface Case {
  readonly prev?: string
  readonly next?: string
  readonly others?: string
  readonly capitals?: boolean
  readonly gives: string | undefined
}

function nummer({
  prev,
  next,
  others = '',
  capitals = false
}: Omit<Case, 'gives'>): string | undefined {
  const group = [prev, next, ...others.split(' ')].filter(
    (one) => one !== undefined && one !== ''
  ) as string[]
  return nummerFor({
    ...(prev !== undefined && {prev}),
    ...(next !== undefined && {next}),
    group,
    capitals
  })
}

describe('the number of a new unit (Aanwijzingen 6.16)', () => {
  test.each<Case>([
    // At the end: the next whole number, in the scheme.
    {prev: '2:11', gives: '2:12'},
    {prev: '2:11a', gives: '2:12'},
    {prev: '9', gives: '10'},
    {prev: '12:1:4', gives: '12:1:5'},
    {prev: '6a:7', gives: '6a:8'},
    {prev: '3.9', gives: '3.10'},
    {prev: '5A', gives: '6'},
    {prev: '2:a1', gives: '2:1'},
    {prev: 'III', others: 'I II', gives: 'IV'},
    {prev: 'IIa', others: 'I II', gives: 'III'},
    {prev: 'VIII', gives: 'IX'},
    {prev: 'C', others: 'A B', gives: 'D'},
    {prev: 'Cb', others: 'A B C', gives: 'D'},
    {prev: 'Z', others: 'A', gives: undefined},
    {prev: 'bis', gives: undefined},
    // In between: a letter.
    {prev: '2:3', next: '2:4', gives: '2:3a'},
    {prev: '2:3a', next: '2:4', gives: '2:3b'},
    {prev: '2:3z', next: '2:4', gives: '2:3aa'},
    {prev: '2:3aa', next: '2:4', gives: '2:3bb'},
    {prev: '2:3a', next: '2:3b', gives: '2:3ab'},
    {prev: '2:3b', next: '2:3c', gives: '2:3ba'},
    {prev: '2:3', next: '2:3a', gives: undefined},
    {prev: '2:3', next: '2:5', gives: '2:3a'},
    {prev: '5', next: '6', capitals: true, gives: '5A'},
    {prev: '5A', next: '6', capitals: true, gives: '5B'},
    {prev: 'II', next: 'III', others: 'I', gives: 'IIa'},
    {prev: 'IIa', next: 'III', others: 'I', gives: 'IIb'},
    {prev: 'A', next: 'B', gives: 'Aa'},
    {prev: '2:a1', next: '2:1', gives: '2:b1'},
    // Before the first.
    {next: '1', gives: 'a1'},
    {next: '2:1', gives: '2:a1'},
    {next: '2:3', gives: '2:2'},
    {next: 'a1', gives: undefined},
    {next: 'I', gives: undefined}
  ])('$prev … $next: $gives', (one) => {
    expect(nummer(one)).toBe(one.gives)
  })

  test('what is given always lies in its gap', () => {
    const row = ['2:1', '2:2', '2:2a', '2:2b', '2:2c', '2:10']
    for (const [at, prev] of row.entries()) {
      const next = row[at + 1]
      const given = nummer({prev, ...(next !== undefined && {next})})
      if (given === undefined) continue
      const order = nummerOrder([...row, given])
      expect(order(prev, given)).toBeLessThan(0)
      if (next !== undefined) expect(order(given, next)).toBeLessThan(0)
    }
  })

  test('numbers of one series share all but the last part', () => {
    expect(['2:3', '2:10a', '12:1:4', 'IIa', '7'].map(seriesOf)).toEqual([
      '2:',
      '2:',
      '12:1:',
      '',
      ''
    ])
  })

  test('a scheme that was begun is kept: capitals or not', () => {
    expect(usesCapitals(['5', '6'], true)).toBe(true)
    expect(usesCapitals(['5', '6a', '7'], true)).toBe(false)
    expect(usesCapitals(['5', '10A'], false)).toBe(true)
  })

  test('the first artikel of a hoofdstuk follows the other hoofdstukken', () => {
    expect(firstIn('3', [])).toBe('3:1')
    expect(firstIn('3', [{home: '2', nummer: '2.4'}])).toBe('3.1')
    expect(firstIn('3', [{home: '2', nummer: '14'}])).toBeUndefined()
  })
})
