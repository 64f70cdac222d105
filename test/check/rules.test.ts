import {describe, expect, test} from 'vitest'
import {
  compileFiles,
  type Files,
  head,
  messagesOf,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

type Case = readonly [name: string, files: Files, told: readonly string[]]

/** What some rules say, on one line each. */
function told(files: Files, ...rules: readonly string[]): readonly string[] {
  return messagesOf(compileFiles(files)).filter((line) =>
    rules.includes(line.split(' ')[1] ?? '')
  )
}

/** A version of any unit. */
function tekst(
  path: string,
  more: Readonly<Record<string, string>> = {},
  body = 'x'
): Files {
  return {[`proef/${path}.md`]: head(more, `${body}\n`)}
}

const kop = {nummer: "'1'"}
const begin = versie('begin', 'x')
const dood = versie('2018-01-01.l', '', {vervallen: 'true', basis: 'begin'})
const l = wijziging('l', '2017-12-01')

describe('revival', () => {
  const cases: readonly Case[] = [
    [
      'in time, with a later end: announced while the text still held',
      {
        ...versie('begin', 'x', {tot: '2018-01-01'}),
        ...wijziging('v', '2017-12-31'),
        ...versie('2018-01-01.v', 'x', {tot: '2019-01-01', basis: 'begin'})
      },
      []
    ],
    [
      'on the day of lapse itself it is too late',
      {
        ...versie('begin', 'x', {tot: '2018-01-01'}),
        ...wijziging('v', '2018-01-01'),
        ...versie('2018-01-01.v', 'x', {tot: '2019-01-01', basis: 'begin'})
      },
      ['proef/artikel-1/2018-01-01.v.md:1:1 revival']
    ],
    [
      'a change that reaches back to before the lapse, and ends with it',
      {
        ...versie('begin', 'x', {tot: '2018-01-01'}),
        ...wijziging('v', '2018-05-01'),
        ...versie('2017-01-01.v', 'y', {tot: '2018-01-01', basis: 'begin'})
      },
      []
    ],
    [
      'a change that reaches back, and would go on past the lapse',
      {
        ...versie('begin', 'x', {tot: '2018-01-01'}),
        ...wijziging('v', '2018-05-01'),
        ...versie('2017-01-01.v', 'y', {basis: 'begin'})
      },
      ['proef/artikel-1/2017-01-01.v.md:1:1 revival']
    ],
    [
      'a change that reaches back behind a tombstone',
      {
        ...begin,
        ...l,
        ...dood,
        ...wijziging('v', '2018-05-01'),
        ...versie('2017-01-01.v', 'y', {basis: 'begin'})
      },
      []
    ],
    [
      'a temporary lapse, decided at once with the text that follows it',
      {
        ...begin,
        ...l,
        ...dood,
        ...versie('2018-07-01.l', 'x', {basis: '2018-01-01.l'})
      },
      []
    ],
    [
      'a lapse that is undone before its day',
      {
        ...begin,
        ...l,
        ...dood,
        ...wijziging('v', '2017-12-20'),
        ...versie('2018-01-01.v', 'x', {basis: '2018-01-01.l'})
      },
      []
    ],
    [
      'a rectificatie of the lapse',
      {
        ...begin,
        ...l,
        ...dood,
        ...wijziging('r', '2018-02-01', {
          soort: 'rectificatie',
          rectificeert: 'l'
        }),
        ...versie('2018-01-01.r', 'x', {basis: '2018-01-01.l'})
      },
      []
    ],
    [
      'a rectificatie of another day is no rectificatie of the lapse',
      {
        ...begin,
        ...l,
        ...dood,
        ...wijziging('r', '2018-02-01', {
          soort: 'rectificatie',
          rectificeert: 'l'
        }),
        ...versie('2018-03-01.r', 'x', {basis: '2018-01-01.l'})
      },
      ['proef/artikel-1/2018-03-01.r.md:1:1 revival']
    ],
    [
      'what revived is changed: told once',
      {
        ...begin,
        ...l,
        ...dood,
        ...wijziging('v', '2019-01-01'),
        ...versie('2019-01-01.v', 'x', {basis: '2018-01-01.l'}),
        ...wijziging('w', '2020-01-01'),
        ...versie('2020-01-01.w', 'y', {basis: '2019-01-01.v'})
      },
      ['proef/artikel-1/2019-01-01.v.md:1:1 revival']
    ],
    [
      'an open day that is given only after the lapse',
      {
        ...begin,
        ...wijziging('o', '2017-01-01'),
        ...versie('onbepaald.o', 'y', {basis: 'begin'}),
        ...l,
        ...dood,
        ...wijziging('d', '2018-06-01', {
          'stelt-vast': '{o: {geldig: 2018-07-01}}'
        })
      },
      ['proef/artikel-1/onbepaald.o.md:1:1 revival']
    ],
    [
      'a lapse that was withdrawn in time',
      {
        ...begin,
        ...l,
        ...dood,
        ...wijziging('i', '2017-12-15', {'trekt-in': 'l'}),
        ...wijziging('v', '2018-03-01'),
        ...versie('2018-04-01.v', 'y', {basis: 'begin'})
      },
      []
    ],
    [
      'a number used again by another unit',
      {
        ...begin,
        ...l,
        ...dood,
        ...wijziging('v', '2019-01-01'),
        ...tekst('artikel-1-2019/2019-01-01.v', kop)
      },
      []
    ]
  ]
  test.each(cases)('%s', (_name, files, expected) => {
    expect(told({...regeling, ...files}, 'revival')).toEqual(expected)
  })
})

describe('temporary-successor', () => {
  const t = wijziging('t', '2020-03-15')
  const tijdelijk = versie('2020-04-01.t', 'y', {
    tot: '2020-09-01',
    basis: 'begin'
  })
  const line = 'proef/artikel-1/2020-04-01.t.md:3:1 temporary-successor'
  const cases: readonly Case[] = [
    ['over a lasting text', {...begin, ...t, ...tijdelijk}, [line]],
    ['the first text of a unit', {...t, ...tijdelijk}, []],
    [
      'over a text that ends on the same day',
      {...versie('begin', 'x', {tot: '2020-09-01'}), ...t, ...tijdelijk},
      []
    ],
    [
      'shorter than the text that it lies over',
      {...versie('begin', 'x', {tot: '2021-01-01'}), ...t, ...tijdelijk},
      [line]
    ],
    [
      'followed later by a decision of that day',
      {
        ...begin,
        ...t,
        ...tijdelijk,
        ...wijziging('v', '2020-08-01'),
        ...versie('2020-09-01.v', 'x', {basis: '2020-04-01.t'})
      },
      []
    ],
    [
      'overtaken before its end by a lasting text',
      {
        ...begin,
        ...t,
        ...tijdelijk,
        ...wijziging('v', '2020-06-01'),
        ...versie('2020-07-01.v', 'x', {basis: '2020-04-01.t'})
      },
      []
    ],
    [
      'extended in time: the last end is open',
      {
        ...begin,
        ...t,
        ...tijdelijk,
        ...wijziging('v', '2020-08-01'),
        ...versie('2020-08-15.v', 'y', {
          tot: '2021-01-01',
          basis: '2020-04-01.t'
        })
      },
      ['proef/artikel-1/2020-08-15.v.md:3:1 temporary-successor']
    ],
    [
      'until the regeling itself ends',
      {
        'proef/regeling.md':
          '---\nformaat: 1\ntitel: x\nroute: website\ntot: 2020-09-01\n---\n',
        ...begin,
        ...t,
        ...tijdelijk
      },
      []
    ],
    [
      'what follows cannot be read',
      {
        ...begin,
        ...t,
        ...tijdelijk,
        'proef/artikel-1/2020-09-01.t.md': 'geen kop'
      },
      []
    ]
  ]
  test.each(cases)('%s', (_name, files, expected) => {
    expect(told({...regeling, ...files}, 'temporary-successor')).toEqual(
      expected
    )
  })
})

describe('homes', () => {
  const hoofdstuk = tekst('hoofdstuk-1/begin', kop, '')
  const artikel = tekst('hoofdstuk-1/artikel-1/begin', kop)
  const lapse = tekst(
    'hoofdstuk-1/2018-01-01.l',
    {...kop, vervallen: 'true', basis: 'begin'},
    ''
  )
  const cases: readonly Case[] = [
    [
      'a hoofdstuk lapses over an artikel, and over one that comes on that day',
      {
        ...hoofdstuk,
        ...artikel,
        ...l,
        ...lapse,
        ...tekst('hoofdstuk-1/artikel-2/2018-01-01.l', {nummer: "'2'"})
      },
      ['proef/hoofdstuk-1/2018-01-01.l.md:3:1 chapter-lapse']
    ],
    [
      'only until the artikelen are known to lapse too',
      {
        ...hoofdstuk,
        ...artikel,
        ...l,
        ...lapse,
        ...wijziging('m', '2018-02-01'),
        ...tekst(
          'hoofdstuk-1/artikel-1/2018-01-01.m',
          {...kop, vervallen: 'true', basis: 'begin'},
          ''
        )
      },
      ['proef/hoofdstuk-1/2018-01-01.l.md:3:1 chapter-lapse']
    ],
    [
      'a paragraaf is told of, not what stands in it',
      {
        ...hoofdstuk,
        ...l,
        ...lapse,
        ...tekst('hoofdstuk-1/paragraaf-1/begin', kop, ''),
        ...tekst('hoofdstuk-1/paragraaf-1/artikel-1/begin', kop)
      },
      ['proef/hoofdstuk-1/2018-01-01.l.md:3:1 chapter-lapse']
    ],
    [
      'an artikel lapses with its toelichting',
      {...begin, ...l, ...dood, ...tekst('artikel-1/toelichting/begin')},
      []
    ],
    [
      'a toelichting that comes after its artikel lapsed',
      {
        ...begin,
        ...l,
        ...dood,
        ...tekst('artikel-1/toelichting/begin'),
        ...wijziging('t', '2018-06-01'),
        ...tekst('artikel-1-x/toelichting/2018-06-01.t', {in: 'artikel-1'})
      },
      ['proef/artikel-1-x/toelichting/2018-06-01.t.md:2:1 orphan']
    ],
    [
      'a hoofdstuk without a version, or with one that cannot be read',
      {
        ...artikel,
        ...tekst('hoofdstuk-2/artikel-2/begin', {nummer: "'2'"}),
        'proef/hoofdstuk-2/begin.md': 'geen kop'
      },
      ['proef/hoofdstuk-1/artikel-1/begin.md:1:1 orphan']
    ],
    [
      'moved out on every day: the old home need not live',
      {
        ...tekst('hoofdstuk-2/begin', {nummer: "'2'"}, ''),
        ...tekst('hoofdstuk-1/artikel-1/begin', {...kop, in: 'hoofdstuk-2'})
      },
      []
    ],
    [
      'before the regeling begins nothing needs a home',
      {
        'proef/regeling.md':
          '---\nformaat: 1\ntitel: x\nroute: website\nvan: 2018-01-01\n---\n',
        ...wijziging('l', '2017-12-01'),
        ...tekst('hoofdstuk-1/2018-01-01.l', kop, ''),
        ...wijziging('a', '2017-12-01'),
        ...tekst('hoofdstuk-1/artikel-1/2017-12-01.a', kop)
      },
      []
    ],
    [
      'a circle at no moment is none; a hoofdstuk that moves is at home',
      {
        ...tekst('hoofdstuk-1/begin', kop, ''),
        ...tekst('hoofdstuk-2/begin', {nummer: "'2'", in: 'hoofdstuk-1'}, ''),
        ...l,
        ...tekst(
          'hoofdstuk-1/2018-01-01.l',
          {...kop, in: 'hoofdstuk-2', basis: 'begin'},
          ''
        ),
        ...tekst(
          'hoofdstuk-2/2018-01-01.l',
          {nummer: "'2'", basis: 'begin'},
          ''
        )
      },
      []
    ],
    [
      'a circle for a while: one of them moved earlier',
      {
        ...tekst('hoofdstuk-1/begin', kop, ''),
        ...tekst('hoofdstuk-2/begin', {nummer: "'2'", in: 'hoofdstuk-1'}, ''),
        ...l,
        ...tekst(
          'hoofdstuk-1/2018-01-01.l',
          {...kop, in: 'hoofdstuk-2', basis: 'begin'},
          ''
        ),
        ...tekst(
          'hoofdstuk-2/2018-02-01.l',
          {nummer: "'2'", basis: 'begin'},
          ''
        )
      },
      [
        'proef/hoofdstuk-1/2018-01-01.l.md:3:1 unit-circle',
        'proef/hoofdstuk-2/begin.md:3:1 unit-circle'
      ]
    ]
  ]
  test.each(cases)('%s', (_name, files, expected) => {
    expect(
      told({...regeling, ...files}, 'orphan', 'chapter-lapse', 'unit-circle')
    ).toEqual(expected)
  })
})

describe('days given to others', () => {
  const o = {...wijziging('o', '2020-11-01'), ...versie('2021-01-01.o', 'x')}
  const dag = (id: string, datum: string, more = {}): Files =>
    wijziging(id, datum, {'stelt-vast': '{o: {geldig: 2021-07-01}}', ...more})
  const line = 'proef/wijzigingen/d.md:5:1 determination'
  const cases: readonly Case[] = [
    ['in time', {...o, ...dag('d', '2020-12-31')}, []],
    ['on the day of inwerking', {...o, ...dag('d', '2021-01-01')}, [line]],
    [
      'by a rectificatie',
      {
        ...o,
        ...dag('d', '2021-02-01', {soort: 'rectificatie', rectificeert: 'o'})
      },
      []
    ],
    [
      'of what was moved in time, and so is not in werking yet',
      {...o, ...dag('d', '2020-12-31'), ...dag('e', '2021-03-01')},
      []
    ],
    [
      'of what was withdrawn',
      {
        ...o,
        ...wijziging('i', '2020-11-15', {'trekt-in': 'o'}),
        ...dag('d', '2020-12-01')
      },
      [line]
    ],
    [
      'on a day on which it has ended',
      {
        ...wijziging('o', '2020-11-01'),
        ...versie('2021-01-01.o', 'x', {tot: '2021-07-01'}),
        ...dag('d', '2020-12-01')
      },
      [line]
    ],
    [
      'with an unknown known day, of what has one',
      {
        ...o,
        'proef/wijzigingen/d.md': head({
          soort: 'ledenbrief',
          onderwerp: 'x',
          bekend: 'onbekend',
          'stelt-vast': '{o: {geldig: 2021-07-01}}'
        })
      },
      [line]
    ],
    [
      'two of one day, told apart by their order',
      {
        ...o,
        ...dag('d', '2020-12-01'),
        ...dag('e', '2020-12-01', {volgorde: '1'})
      },
      []
    ],
    [
      'a whole and one onderdeel of it',
      {
        ...wijziging('o', '2020-11-01', {onderdelen: '{A: {}, B: {}}'}),
        ...versie('onbepaald.o', 'x', {onderdeel: 'A'}),
        ...versie('onbepaald.o', 'x', {onderdeel: 'B', nummer: '2'}),
        ...wijziging('d', '2020-12-01', {
          'stelt-vast': "{o: {geldig: 2021-01-01}, 'o#B': {geldig: 2021-02-01}}"
        })
      },
      []
    ]
  ]
  test.each(cases)('%s', (_name, files, expected) => {
    expect(told({...regeling, ...files}, 'determination')).toEqual(expected)
  })
})

describe('withdrawals', () => {
  const text = (id: string, nummer: string, more = {}): Files => ({
    ...wijziging(id, '2020-11-01', more),
    ...versie(`2021-01-01.${id}`, 'x', {nummer})
  })
  const at = (id: string): string => `proef/wijzigingen/${id}.md:5:1 withdrawal`
  const cases: readonly Case[] = [
    [
      'two that withdraw each other',
      {
        ...text('a', '1', {'trekt-in': 'b'}),
        ...text('b', '2', {'trekt-in': 'a'})
      },
      [at('a'), at('b')]
    ],
    [
      'three in a circle',
      {
        ...text('a', '1', {'trekt-in': 'b'}),
        ...text('b', '2', {'trekt-in': '[artikel-3/2021-01-01.c]'}),
        ...text('c', '3', {'trekt-in': 'a'})
      },
      [at('a'), at('b'), at('c')]
    ],
    [
      'of a withdrawal: nothing revives',
      {
        ...text('a', '1'),
        ...wijziging('b', '2020-11-10', {'trekt-in': 'a'}),
        ...wijziging('c', '2020-11-20', {'trekt-in': 'b'})
      },
      [at('c')]
    ],
    [
      'of a day that was given',
      {
        ...text('a', '1'),
        ...wijziging('b', '2020-11-10', {
          'stelt-vast': '{a: {geldig: 2021-03-01}}'
        }),
        ...wijziging('c', '2020-11-20', {'trekt-in': 'b'})
      },
      [at('c')]
    ],
    [
      'of one version of a wijziging that also withdraws',
      {
        ...text('a', '1'),
        ...text('b', '2', {'trekt-in': 'a'}),
        ...wijziging('c', '2020-11-20', {
          'trekt-in': '[artikel-2/2021-01-01.b]'
        })
      },
      []
    ]
  ]
  test.each(cases)('%s', (_name, files, expected) => {
    expect(told({...regeling, ...files}, 'withdrawal')).toEqual(expected)
  })
})

describe('mending', () => {
  const e = {...wijziging('e', '2020-11-01'), ...versie('2021-01-01.e', 'x')}
  const hash = '0'.repeat(64)
  const rev = (target: string, more = {}): Files =>
    wijziging('v', '2022-01-01', {
      soort: 'revisie',
      bekend: '2020-11-01',
      volgorde: '1',
      herziet: `{${target}: ${hash}}`,
      ...more
    })
  const own = versie('2021-01-01.v', 'y', {basis: '2021-01-01.e'})
  const cases: readonly Case[] = [
    ['a revisie', {...e, ...rev('artikel-1/2021-01-01.e'), ...own}, []],
    [
      'of what is not there',
      {...e, ...rev('artikel-1/2021-01-01.f'), ...own},
      [
        'proef/artikel-1/2021-01-01.v.md:3:1 revision',
        'proef/wijzigingen/v.md:7:1 revision'
      ]
    ],
    [
      'of what cannot be read',
      {
        ...e,
        ...wijziging('f', '2020-11-01'),
        'proef/artikel-1/2021-01-01.f.md': 'geen kop',
        ...rev('artikel-1/2021-01-01.f'),
        ...versie('2021-01-01.v', 'y', {basis: '2021-01-01.f'})
      },
      []
    ],
    [
      'of `begin`',
      {
        ...begin,
        ...rev('artikel-1/begin'),
        ...versie('2021-01-01.v', 'y', {basis: 'begin'})
      },
      ['proef/wijzigingen/v.md:7:1 revision']
    ],
    [
      'that would not win',
      {...e, ...rev('artikel-1/2021-01-01.e', {volgorde: '0'}), ...own},
      ['proef/wijzigingen/v.md:6:1 revision']
    ],
    [
      'of a woven version',
      {
        ...begin,
        ...wijziging('d', '2020-10-01'),
        ...versie('2021-01-01.d', 'y', {basis: 'begin'}),
        ...e,
        ...versie('2021-01-01.d+e', 'z', {hand: 'true'}),
        ...rev('artikel-1/2021-01-01.d+e'),
        ...versie('2021-01-01.v', 'q', {basis: '2021-01-01.d+e'})
      },
      []
    ],
    [
      '`herziet` in a letter',
      {...e, ...rev('artikel-1/2021-01-01.e', {soort: 'ledenbrief'}), ...own},
      ['proef/wijzigingen/v.md:7:1 revision']
    ],
    [
      'a rectificatie of a unit that the letter forgot keeps its day',
      {
        ...e,
        ...wijziging('r', '2020-12-01', {
          soort: 'rectificatie',
          rectificeert: 'e'
        }),
        ...versie('2021-01-01.r', 'x', {nummer: '2'}),
        ...versie('2021-03-01.r', 'x', {nummer: '3'})
      },
      ['proef/artikel-3/2021-03-01.r.md:1:1 rectification-day']
    ],
    [
      'a rectificatie of a text whose day was moved keeps the last one',
      {
        ...e,
        ...wijziging('d', '2020-11-15', {
          'stelt-vast': '{e: {geldig: 2021-04-01}}'
        }),
        ...wijziging('r', '2020-12-01', {
          soort: 'rectificatie',
          rectificeert: 'e'
        }),
        ...versie('2021-04-01.r', 'x', {basis: '2021-01-01.e'})
      },
      []
    ]
  ]
  test.each(cases)('%s', (_name, files, expected) => {
    const rules = ['revision', 'rectification', 'rectification-day']
    expect(told({...regeling, ...files}, ...rules)).toEqual(expected)
  })
})

describe('what is missed only once', () => {
  test('a wijziging whose only version cannot be read is not called empty', () => {
    const files = {
      ...regeling,
      ...wijziging('w', '2020-01-01'),
      'proef/artikel-1/2020-01-01.w.md': 'geen kop'
    }
    expect(told(files, 'wijziging-empty')).toEqual([])
  })

  test('a concept without text is told of, and one with text is not', () => {
    const files = {
      ...regeling,
      ...wijziging('a', '2020-01-01', {concept: 'true'}),
      ...wijziging('b', '2020-01-01', {concept: 'true'}),
      ...versie('2020-01-01.b', 'x')
    }
    expect(told(files, 'wijziging-empty')).toEqual([
      'proef/wijzigingen/a.md:1:1 wijziging-empty'
    ])
  })

  test('a mark that is broken off its text is told of without a fix', () => {
    const files = {
      ...regeling,
      ...versie('begin', '1. {UWO}\n    Tekst.\n2. {UWO} Tekst.', {laag: 'UWO'})
    }
    const fixes = compileFiles(files)
      .findings.filter(({rule}) => rule === 'laag-repeat')
      .map(({line, fix}) => [line, fix])
    expect(fixes).toEqual([
      [6, undefined],
      [8, '']
    ])
  })
})
