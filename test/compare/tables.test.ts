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
      'rij→∅ 7 | 1.500 | 2.400  ‹#1›',
      'rij 8 | 1.700 | 2.700',
      'rij 9 | 1.900 | 3.000',
      '∅→rij 7 | 1.500 | 2.400  ‹#1›'
    ])
  })
})

/** The same, without the rows of which nothing is told. */
function toldOf(was: string, wordt: string): readonly string[] {
  return rowsOf(was, wordt).filter((row) => /[∅{[‹]/u.test(row))
}

const wide = 'schaal | a | b | c'
const [one, two, three, four, five] = [
  'een | 1,10 | 1,20 | 1,30',
  'twee | 2,10 | 2,20 | 2,30',
  'drie | 3,10 | 3,20 | 3,30',
  'vier | 4,10 | 4,20 | 4,30',
  'vijf | 5,10 | 5,20 | 5,30'
]

describe('of a row that moved', () => {
  test('a changed amount is told in both places', () => {
    expect(
      toldOf(
        table(wide, one, two, three, four),
        table(wide, two, three, four, 'een | 1,10 | 9,99 | 1,30')
      )
    ).toEqual([
      'rij→∅ een | 1,10 | [-1,20-]{+9,99+} | 1,30  ‹#1›',
      '∅→rij een | 1,10 | [-1,20-]{+9,99+} | 1,30  ‹#1›'
    ])
  })

  test('all amounts may have changed: its name tells which it is', () => {
    expect(
      toldOf(
        table(wide, one, two, three, four),
        table(wide, two, three, four, 'een | 7,10 | 7,20 | 7,30')
      )
    ).toEqual([
      'rij→∅ een | [-1,10-]{+7,10+} | [-1,20-]{+7,20+} | [-1,30-]{+7,30+}  ‹#1›',
      '∅→rij een | [-1,10-]{+7,10+} | [-1,20-]{+7,20+} | [-1,30-]{+7,30+}  ‹#1›'
    ])
  })

  test('its name may have changed: its amounts tell which it is', () => {
    expect(
      toldOf(
        table(wide, one, two, three, four),
        table(wide, two, three, four, 'aanloop | 1,10 | 1,20 | 1,30')
      )
    ).toEqual([
      'rij→∅ [-een-]{+aanloop+} | 1,10 | 1,20 | 1,30  ‹#1›',
      '∅→rij [-een-]{+aanloop+} | 1,10 | 1,20 | 1,30  ‹#1›'
    ])
  })

  test('a column that went, and one that came, are told in both places', () => {
    expect(
      toldOf(
        table(wide, one, two, three),
        table(
          'schaal | nieuw | a | c',
          'twee | ja | 2,10 | 2,30',
          'drie | ja | 3,10 | 3,30',
          'een | nee | 1,10 | 9,99'
        )
      )
    ).toEqual([
      'rij schaal | ∅→{+nieuw+} | a | →∅[-b-] | c',
      'rij→∅ een | ∅→{+nee+} | 1,10 | →∅[-1,20-] | [-1,30-]{+9,99+}  ‹#1›',
      'rij twee | ∅→{+ja+} | 2,10 | →∅[-2,20-] | 2,30',
      'rij drie | ∅→{+ja+} | 3,10 | →∅[-3,20-] | 3,30',
      '∅→rij een | ∅→{+nee+} | 1,10 | →∅[-1,20-] | [-1,30-]{+9,99+}  ‹#1›'
    ])
  })

  test('a column that changed places comes back as one that went and one that came', () => {
    const rows = rowsOf(
      table(wide, one, two, three),
      table(
        'schaal | c | a | b',
        'twee | 2,30 | 2,10 | 2,20',
        'drie | 3,30 | 3,10 | 3,20',
        'een | 1,30 | 1,10 | 1,25'
      )
    )
    expect(rows.at(-1)).toBe(
      '∅→rij een | ∅→{+1,30+} | 1,10 | [-1,20-]{+1,25+} | →∅[-1,30-]  ‹#1›'
    )
  })

  test('two that change places and amounts are told apart', () => {
    expect(
      toldOf(
        table(wide, one, two, three, four, five),
        table(
          wide,
          'vier | 4,10 | 4,25 | 4,30',
          two,
          three,
          'een | 1,10 | 1,20 | 1,35',
          five
        )
      )
    ).toEqual([
      'rij→∅ een | 1,10 | 1,20 | [-1,30-]{+1,35+}  ‹#2›',
      '∅→rij vier | 4,10 | [-4,20-]{+4,25+} | 4,30  ‹#1›',
      'rij→∅ vier | 4,10 | [-4,20-]{+4,25+} | 4,30  ‹#1›',
      '∅→rij een | 1,10 | 1,20 | [-1,30-]{+1,35+}  ‹#2›'
    ])
  })

  test('in two tables no number is used twice, nor that of a lid that moved', () => {
    const lid = '1. Dit lid gaat over verlof en over salaris.'
    const rest = '2. Dit lid zegt wie beslist in een geschil.'
    const text = (leden: readonly string[], ...rows: readonly string[]) =>
      [
        ...leden,
        table(wide, ...rows),
        'Een alinea.',
        table(wide, ...rows)
      ].join('\n\n')
    const told = toldOf(
      text([`${lid}\n${rest}`], one, two, three),
      text(
        [`${rest.replace('2', '1')}\n${lid.replace('1', '2')}`],
        two,
        three,
        one
      )
    )
    expect(told.map((line) => /#\d+/u.exec(line)?.[0])).toEqual([
      '#2',
      '#2',
      '#3',
      '#3'
    ])
  })

  test('of two that are equal one may move', () => {
    expect(
      toldOf(
        table(wide, one, one, two, three),
        table(wide, one, two, three, one)
      )
    ).toEqual([
      'rij→∅ een | 1,10 | 1,20 | 1,30  ‹#1›',
      '∅→rij een | 1,10 | 1,20 | 1,30  ‹#1›'
    ])
  })
})

describe('a row is known', () => {
  test('where its name changed while another one came', () => {
    expect(
      toldOf(
        table(wide, one, two, three),
        table(wide, one, four, 'twee b | 2,10 | 2,20 | 2,30', three)
      )
    ).toEqual([
      '∅→rij ∅→{+vier+} | ∅→{+4,10+} | ∅→{+4,20+} | ∅→{+4,30+}',
      'rij twee{+ b+} | 2,10 | 2,20 | 2,30'
    ])
  })

  test('by a name that stands in a later column since a first one came', () => {
    expect(
      toldOf(
        table('functie | loon', 'bode | 1,10', 'jurist | 2,10', 'klerk | 3,10'),
        table(
          'code | functie | loon',
          'K | klerk | 3,10',
          'B | bode | 1,15',
          'J | jurist | 2,10'
        )
      )
    ).toEqual([
      'rij ∅→{+code+} | functie | loon',
      '∅→rij ∅→{+K+} | klerk | 3,10  ‹#1›',
      'rij ∅→{+B+} | bode | [-1,10-]{+1,15+}',
      'rij ∅→{+J+} | jurist | 2,10',
      'rij→∅ ∅→{+K+} | klerk | 3,10  ‹#1›'
    ])
  })

  test('by its words where the first column only counts', () => {
    expect(
      toldOf(
        table('nr | functie | loon', '1 | bode | 1,10', '2 | jurist | 2,10'),
        table(
          'nr | functie | loon',
          '1 | arts | 4,10',
          '2 | bode | 1,10',
          '3 | jurist | 2,15'
        )
      )
    ).toEqual([
      '∅→rij ∅→{+1+} | ∅→{+arts+} | ∅→{+4,10+}',
      'rij [-1-]{+2+} | bode | 1,10',
      'rij [-2-]{+3+} | jurist | [-2,10-]{+2,15+}'
    ])
  })

  test('by its name and what stands behind it, where several bear one name', () => {
    expect(
      toldOf(
        table(
          'schaal | trede | loon',
          '7 | 0 | 1,10',
          ' | 1 | 1,20',
          '8 | 0 | 2,10',
          ' | 1 | 2,20'
        ),
        table(
          'schaal | trede | loon',
          '7 | 0 | 1,15',
          ' | 1 | 1,25',
          '8 | 0 | 2,15',
          ' | 1 | 2,25',
          ' | 2 | 2,35'
        )
      )
    ).toEqual([
      'rij 7 | 0 | [-1,10-]{+1,15+}',
      'rij  | 1 | [-1,20-]{+1,25+}',
      'rij 8 | 0 | [-2,10-]{+2,15+}',
      'rij  | 1 | [-2,20-]{+2,25+}',
      '∅→rij ∅→ | ∅→{+2+} | ∅→{+2,35+}'
    ])
  })

  test('by its words where the first column holds amounts', () => {
    expect(
      toldOf(
        table('bedrag | voor', '€ 100 | reiskosten', '€ 150 | maaltijd'),
        table('bedrag | voor', '€ 150 | reiskosten', '€ 200 | maaltijd')
      )
    ).toEqual([
      'rij [-€ 100-]{+€ 150+} | reiskosten',
      'rij [-€ 150-]{+€ 200+} | maaltijd'
    ])
  })

  test('by the name above it where it has none of its own', () => {
    expect(
      toldOf(
        table('schaal | trede | loon', '7 | 0 | 1,10', ' | 1 | 1,20'),
        table(
          'schaal | trede | loon',
          '7 | -1 | 1,05',
          ' | 0 | 1,15',
          ' | 1 | 1,20'
        )
      )
    ).toEqual([
      '∅→rij ∅→{+7+} | ∅→{+-1+} | ∅→{+1,05+}',
      'rij [-7-] | 0 | [-1,10-]{+1,15+}'
    ])
  })

  test('not by its place: one that lapsed is not one that came', () => {
    expect(
      toldOf(table(wide, one, two, three), table(wide, one, four, three))
    ).toEqual([
      'rij→∅ →∅[-twee-] | →∅[-2,10-] | →∅[-2,20-] | →∅[-2,30-]',
      '∅→rij ∅→{+vier+} | ∅→{+4,10+} | ∅→{+4,20+} | ∅→{+4,30+}'
    ])
  })
})

describe('a column is known', () => {
  test('by its cells where its head was renamed beside one that came', () => {
    expect(
      rowsOf(
        table('schaal | salaris', '7 | 1,10', '8 | 2,10'),
        table(
          'schaal | toeslag | bezoldiging',
          '7 | 9,10 | 1,10',
          '8 | 9,20 | 2,10'
        )
      )
    ).toEqual([
      'rij schaal | ∅→{+toeslag+} | [-salaris-]{+bezoldiging+}',
      'rij 7 | ∅→{+9,10+} | 1,10',
      'rij 8 | ∅→{+9,20+} | 2,10'
    ])
  })

  test('by its head where all its cells changed beside one that came', () => {
    expect(
      rowsOf(
        table('schaal | salaris', '7 | 1,10', '8 | 2,10'),
        table(
          'schaal | toeslag | salaris',
          '7 | 9,10 | 1,15',
          '8 | 9,20 | 2,15'
        )
      )
    ).toEqual([
      'rij schaal | ∅→{+toeslag+} | salaris',
      'rij 7 | ∅→{+9,10+} | [-1,10-]{+1,15+}',
      'rij 8 | ∅→{+9,20+} | [-2,10-]{+2,15+}'
    ])
  })
})

test('of a long salary table forty cells, a row that came and three that moved are told, and no more', () => {
  const amounts = (row: number): string[] =>
    [1, 2, 3].map((column) => `${row},${column}0`)
  const rows = Array.from({length: 400}, (_, at) => [
    `regel ${at}`,
    ...amounts(1000 + at)
  ])
  const changed = rows.map((cells, at) =>
    at % 10 === 0 ? cells.with(2, `${cells[2]}5`) : cells
  )
  const [a = [], b = [], c = []] = [20, 150, 390].map((at) => changed[at])
  const amended = changed.filter((row) => ![a, b, c].includes(row))
  amended.splice(300, 0, a)
  amended.splice(10, 0, b)
  amended.splice(200, 0, c, ['nieuw', ...amounts(5000)])
  const lines = (some: readonly (readonly string[])[]) =>
    some.map((cells) => cells.join(' | '))
  const told = toldOf(
    table(wide, ...lines(rows)),
    table(wide, ...lines(amended))
  )
  expect(told.filter((row) => row.includes('‹#'))).toHaveLength(6)
  expect(told.filter((row) => row.includes('nieuw'))).toHaveLength(1)
  expect(told.filter((row) => /\[-[^-]*-\]\{/u.test(row))).toHaveLength(43)
  expect(told).toHaveLength(44)
})
