import {describe, expect, test} from 'vitest'
import {compare} from '../../src/compare/compare.ts'
import {textOf} from './texts.ts'
import {written} from './written.ts'

function table(head: string, ...rows: readonly string[]): string {
  const bar = head
    .split('|')
    .map(() => '-')
    .join(' | ')
  return [head, bar, ...rows].map((row) => `| ${row} |`).join('\n')
}

/** The rows of the comparison, without their artikel. */
function rowsOf(was: string, wordt: string): readonly string[] {
  return written(compare(textOf(was), textOf(wordt)))
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.trim().replace(/ {2}‹(?!#).*$/u, ''))
}

const head = 'Schaal | Minimum | Maximum'
const [seven, eight, nine] = [
  '7 | 1.500 | 2.400',
  '8 | 1.700 | 2.700',
  '9 | 1.900 | 3.000'
]

describe('of a table', () => {
  test('one changed cell is one change', () => {
    expect(
      rowsOf(table(head, seven, eight), table(head, seven, '8 | 1.700 | 2.750'))
    ).toEqual([
      'rij Schaal | Minimum | Maximum',
      'rij 7 | 1.500 | 2.400',
      'rij 8 | 1.700 | [-2.700-]{+2.750+}'
    ])
  })

  test('a row that came marks no other row', () => {
    expect(
      rowsOf(table(head, seven, nine), table(head, seven, eight, nine))
    ).toEqual([
      'rij Schaal | Minimum | Maximum',
      'rij 7 | 1.500 | 2.400',
      '∅→rij ∅→{+8+} | ∅→{+1.700+} | ∅→{+2.700+}',
      'rij 9 | 1.900 | 3.000'
    ])
  })

  test('a column that went marks no other column, though the last', () => {
    expect(
      rowsOf(table(head, seven), table('Schaal | Maximum', '7 | 2.400'))
    ).toEqual([
      'rij Schaal | →∅[-Minimum-] | Maximum',
      'rij 7 | →∅[-1.500-] | 2.400'
    ])
  })

  test('columns that change places come back as a column that went and one that came', () => {
    const rows = rowsOf(
      table(head, seven),
      table('Schaal | Maximum | Minimum', '7 | 2.400 | 1.500')
    )
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatch(/^rij 7 \| /u)
  })

  test('a row of which all amounts changed is known by its name', () => {
    expect(
      rowsOf(
        table(head, seven, eight, nine),
        table(
          head,
          '7 | 1.501 | 2.401',
          '8 | 1.702 | 2.702',
          '9 | 1.903 | 3.003'
        )
      )[2]
    ).toBe('rij 8 | [-1.700-]{+1.702+} | [-2.700-]{+2.702+}')
  })

  test('a row that moved was neither added nor removed', () => {
    expect(
      rowsOf(table(head, seven, eight, nine), table(head, eight, nine, seven))
    ).toEqual([
      'rij Schaal | Minimum | Maximum',
      'rij→∅ →∅7 | →∅1.500 | →∅2.400  ‹#1›',
      'rij 8 | 1.700 | 2.700',
      'rij 9 | 1.900 | 3.000',
      '∅→rij ∅→7 | ∅→1.500 | ∅→2.400  ‹#1›'
    ])
  })
})
