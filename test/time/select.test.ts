import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Dated, IsoDate} from '../../src/model.ts'
import {dayBefore, isoDate} from '../../src/time/days.ts'
import {isRetroactive, select, selectAnnounced} from '../../src/time/select.ts'

interface Short {
  readonly geldig: string
  readonly known: string
  readonly text: string
  readonly inwerking?: string
  readonly tot?: string
  readonly setAside?: string
  readonly volgorde?: number
}

/** A version in the short hand of the worked cases. */
function version(short: Short): Dated & {readonly text: string} {
  const {geldig, known, inwerking, tot, setAside, volgorde = 0, text} = short
  const day = (value: string): IsoDate => value as IsoDate
  return {
    text,
    days: [
      {
        geldig: day(geldig),
        known: day(known),
        ...(inwerking && {inwerking: day(inwerking)})
      }
    ],
    ...(tot && {tot: day(tot)}),
    ...(setAside && {setAside: day(setAside)}),
    vervallen: false,
    volgorde
  }
}

function textAt(
  versions: readonly Short[],
  geldig: string,
  zicht: string
): string {
  const moment = {geldig, zicht} as {geldig: IsoDate; zicht: IsoDate}
  const found = select(versions.map(version), moment)
  return found?.state === 'geldt' ? found.version.text : '-'
}

const P0 = {geldig: '2014-01-01', known: '2014-01-01', text: 'A0 B0'}
const S = {geldig: '2015-09-01', known: '2015-09-07', text: 'N'}
const W = {geldig: '2016-01-01', known: '2015-06-01', text: 'A0 B1'}
const V = {geldig: '2015-09-01', known: '2015-10-01', text: 'A1 B0'}
const M = {geldig: '2016-01-01', known: '2015-10-01', text: 'A1 B1'}
const X = {geldig: '2016-01-01', known: '2015-06-01', text: 'A1 B0'}
const Y = {geldig: '2016-01-01', known: '2015-09-01', text: 'A0 B1'}
const E = {geldig: '2015-09-01', known: '2015-09-07', text: 'A9 B0'}
const R = {geldig: '2015-09-01', known: '2015-09-20', text: 'A1 B0'}
const R2 = {geldig: '2015-10-01', known: '2015-09-20', text: 'A9 B0'}
const T1 = {geldig: '2020-04-01', known: '2020-03-15', text: 'A0 Bt'}
const T2 = {geldig: '2020-09-01', known: '2020-03-15', text: 'A0 B0'}
const P1t = {geldig: '2020-06-01', known: '2020-05-01', text: 'A1 Bt'}
const after = {geldig: '2020-09-01', known: '2020-05-01', text: 'A1 B0'}
const H = {
  geldig: '2018-01-01',
  known: '2017-12-01',
  tot: '2020-01-01',
  text: 'A0 B2'
}
const I = {
  geldig: '2016-01-01',
  known: '2016-06-01',
  inwerking: '2016-07-01',
  text: 'A1 B0'
}
const N = {
  geldig: '2015-09-01',
  known: '2015-10-28',
  inwerking: '2015-10-29',
  text: 'A1 B0'
}

const cases: readonly (readonly [
  string,
  readonly Short[],
  string,
  string,
  string
])[] = [
  ['seed, before the letter', [S], '2015-09-05', '2015-09-05', '-'],
  ['seed, after the letter', [S], '2015-09-05', '2015-09-08', 'N'],
  ['shipped extract asked about 2018', [S], '2018-01-01', '2018-01-01', 'N'],
  [
    'retroactive before announced, woven',
    [P0, W, V, M],
    '2016-02-01',
    '2015-11-01',
    'A1 B1'
  ],
  [
    'idem, where the announced one overwrites',
    [P0, W, V, {...M, text: 'A0 B1'}],
    '2016-02-01',
    '2015-11-01',
    'A0 B1'
  ],
  [
    'same day, other lid, woven',
    [P0, X, Y, {...Y, text: 'A1 B1', volgorde: 1}],
    '2016-02-01',
    '2015-10-01',
    'A1 B1'
  ],
  [
    'withdrawn; asked after',
    [P0, {...W, setAside: '2015-10-01'}],
    '2016-02-01',
    '2015-11-01',
    'A0 B0'
  ],
  [
    'withdrawn; asked before',
    [P0, {...W, setAside: '2015-10-01'}],
    '2016-02-01',
    '2015-07-01',
    'A0 B1'
  ],
  [
    'rectified text, asked between',
    [P0, E, R],
    '2015-09-05',
    '2015-09-10',
    'A9 B0'
  ],
  [
    'rectified text, asked after',
    [P0, E, R],
    '2015-09-05',
    '2015-09-21',
    'A1 B0'
  ],
  [
    'rectified or postponed day',
    [P0, {...E, setAside: '2015-09-20'}, R2],
    '2015-09-15',
    '2015-09-21',
    'A0 B0'
  ],
  [
    'temporary text, after its end',
    [P0, T1, T2],
    '2020-10-01',
    '2020-04-01',
    'A0 B0'
  ],
  [
    'permanent change during temporary text',
    [P0, T1, T2, P1t, after],
    '2020-07-01',
    '2020-06-01',
    'A1 Bt'
  ],
  [
    'idem, after the end',
    [P0, T1, T2, P1t, after],
    '2020-10-01',
    '2020-06-01',
    'A1 B0'
  ],
  [
    'temporary text shortened',
    [P0, T1, T2, {...T2, geldig: '2020-07-01', known: '2020-05-01'}],
    '2020-08-01',
    '2020-06-01',
    'A0 B0'
  ],
  ['sunset clause: it lapses', [P0, H], '2020-02-01', '2020-02-01', '-'],
  [
    'known, not yet in werking, reaches back',
    [P0, I],
    '2016-03-01',
    '2016-06-15',
    'A0 B0'
  ],
  ['in werking, reaches back', [P0, I], '2016-03-01', '2016-07-02', 'A1 B0'],
  [
    'for an ambtenaar where the gemeente published on 28 October',
    [P0, N],
    '2015-09-15',
    '2015-10-01',
    'A0 B0'
  ]
]

describe('the nineteen worked cases', () => {
  test.each(cases)('%s', (_name, versions, geldig, zicht, right) => {
    expect(textAt(versions, geldig, zicht)).toBe(right)
    expect(textAt(versions.toReversed(), geldig, zicht)).toBe(right)
  })
})

const anyDay = fc
  .tuple(fc.integer({min: 2014, max: 2017}), fc.integer({min: 1, max: 12}))
  .map(
    ([year, month]) => `${year}-${String(month).padStart(2, '0')}-01` as IsoDate
  )
const anyVersion = fc.record(
  {
    geldig: anyDay,
    known: anyDay,
    tot: anyDay,
    setAside: anyDay,
    text: fc.constantFrom('a', 'b', 'c')
  },
  {requiredKeys: ['geldig', 'known', 'text']}
)
const anyLife = fc
  .array(anyVersion, {maxLength: 6})
  .map((list) => list.map((short, volgorde) => ({...short, volgorde})))

describe('properties of the rule', () => {
  const runs = {seed: 7, numRuns: 3000}

  test('nothing holds before it is known, and nothing that is not geldig', () => {
    fc.assert(
      fc.property(anyLife, anyDay, anyDay, (life, geldig, zicht) => {
        const found = select(life.map(version), {geldig, zicht})
        const days = found?.days
        if (!days) return
        expect(days.geldig <= geldig && days.known <= zicht).toBe(true)
      }),
      runs
    )
  })

  test('what becomes known later never changes what was known', () => {
    fc.assert(
      fc.property(
        anyLife,
        anyVersion,
        anyDay,
        anyDay,
        (life, late, geldig, zicht) => {
          fc.pre(late.known > zicht)
          expect(
            textAt([...life, {...late, volgorde: 99}], geldig, zicht)
          ).toBe(textAt(life, geldig, zicht))
        }
      ),
      runs
    )
  })

  test('the order of the files does not matter', () => {
    fc.assert(
      fc.property(
        anyLife,
        fc.integer(),
        anyDay,
        anyDay,
        (life, salt, geldig, zicht) => {
          const shuffled = life.toSorted(
            (a, b) =>
              ((a.volgorde * 7 + salt) % 5) - ((b.volgorde * 7 + salt) % 5)
          )
          expect(textAt(shuffled, geldig, zicht)).toBe(
            textAt(life, geldig, zicht)
          )
        }
      ),
      runs
    )
  })
})

describe('days', () => {
  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2015-13-01',
    '2015-1-1',
    '0000-01-01',
    'gisteren',
    ''
  ])('%j is no day', (text) => expect(isoDate(text)).toBeUndefined())

  test.each([
    ['2024-03-01', '2024-02-29'],
    ['2015-01-01', '2014-12-31'],
    ['2000-03-01', '2000-02-29'],
    ['2015-09-08', '2015-09-07']
  ])('before %s comes %s', (day, before) =>
    expect(dayBefore(day as IsoDate)).toBe(before)
  )

  test('retroactive is geldig before it is in werking', () => {
    expect(isRetroactive(version(S).days[0] as never)).toBe(true)
    expect(isRetroactive(version(W).days[0] as never)).toBe(false)
  })

  test('days moved by a later decision count from its own known day', () => {
    const moved: Dated = {
      days: [
        {known: '2015-06-01' as IsoDate, geldig: '2016-01-01' as IsoDate},
        {known: '2015-11-01' as IsoDate, geldig: '2016-07-01' as IsoDate}
      ],
      vervallen: false,
      volgorde: 0
    }
    const at = (geldig: string, zicht: string) =>
      select([moved], {geldig, zicht} as never)?.state
    expect(at('2016-02-01', '2015-10-31')).toBe('geldt')
    expect(at('2016-02-01', '2015-11-01')).toBeUndefined()
    expect(at('2016-07-01', '2015-11-01')).toBe('geldt')
  })

  test('announced: known, and not in force; once, and not when overruled on its day', () => {
    const at = (list: readonly Short[], geldig: string, zicht: string) =>
      selectAnnounced(list.map(version), {geldig, zicht} as never).map(
        (found) => found.version.text
      )
    expect(at([P0, W], '2015-12-01', '2015-12-01')).toEqual(['A0 B1'])
    expect(at([P0, W], '2016-01-01', '2015-12-01')).toEqual([])
    expect(at([P0, W], '2015-05-01', '2015-05-01')).toEqual([])
    expect(at([P0, W, M], '2015-12-01', '2015-12-01')).toEqual(['A1 B1'])
    expect(at([P0, I], '2016-03-01', '2016-06-15')).toEqual(['A1 B0'])
  })
})
