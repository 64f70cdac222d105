import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {IsoDate, Moment, UnitText} from '../../src/model.ts'
import {
  compileFiles,
  type Files,
  messagesOf,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

const at = (geldig: string, zicht: string): Moment => ({
  geldig: geldig as IsoDate,
  zicht: zicht as IsoDate
})

/** Text of artikel 1 at a moment, or `-`; the same whatever the order of the files. */
function textAt(files: Files, geldig: string, zicht: string): string {
  const texts = [
    files,
    Object.fromEntries(Object.entries(files).toReversed())
  ].map((given) => {
    const compiled = compileFiles(given)
    const errors = compiled.findings.filter(({severity}) => severity === 'fout')
    expect(errors).toEqual([])
    const [only] = compiled.corpus.regelingen
    if (!only) throw new Error('geen regeling')
    return wordsOf(consolidate(only, at(geldig, zicht)).units[0])
  })
  expect(texts[0]).toBe(texts[1])
  return texts[0] ?? ''
}

function wordsOf(unit: UnitText | undefined): string {
  const [alinea] = unit?.text ?? []
  const [text] = alinea?.type === 'alinea' ? alinea.content : []
  return text?.type === 'text' ? text.value : '-'
}

const oud = {...regeling, ...versie('begin', 'A0 B0')}
const W = {
  ...wijziging('w', '2015-06-01'),
  ...versie('2016-01-01.w', 'A0 B1', {basis: 'begin'})
}
const E = {
  ...wijziging('e', '2015-09-07'),
  ...versie('2015-09-01.e', 'A9 B0', {basis: 'begin'})
}

describe('the worked cases of time, from files', () => {
  const seed = {
    ...regeling,
    ...wijziging('s', '2015-09-07'),
    ...versie('2015-09-01.s', 'N')
  }

  test('the seed: known since 7 September, geldig since 1 September', () => {
    expect(textAt(seed, '2015-09-05', '2015-09-05')).toBe('-')
    expect(textAt(seed, '2015-09-05', '2015-09-08')).toBe('N')
  })

  test('retroactive before announced, woven by hand', () => {
    const files = {
      ...oud,
      ...W,
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-09-01.v', 'A1 B0', {basis: 'begin'}),
      ...versie('2016-01-01.v+w', 'A1 B1', {hand: 'true'})
    }
    expect(textAt(files, '2016-02-01', '2015-11-01')).toBe('A1 B1')
    expect(textAt(files, '2016-02-01', '2015-09-30')).toBe('A0 B1')
  })

  test('same day, woven: it wins from both', () => {
    const files = {
      ...oud,
      ...wijziging('x', '2015-06-01'),
      ...wijziging('y', '2015-09-01'),
      ...versie('2016-01-01.x', 'A1 B0', {basis: 'begin'}),
      ...versie('2016-01-01.y', 'A0 B1', {basis: 'begin'}),
      ...versie('2016-01-01.x+y', 'A1 B1', {hand: 'true'})
    }
    expect(textAt(files, '2016-02-01', '2015-10-01')).toBe('A1 B1')
    expect(textAt(files, '2016-02-01', '2015-07-01')).toBe('A1 B0')
  })

  test('withdrawn before its day', () => {
    const files = {
      ...oud,
      ...W,
      ...wijziging('i', '2015-10-01', {'trekt-in': '[w]'})
    }
    expect(textAt(files, '2016-02-01', '2015-11-01')).toBe('A0 B0')
    expect(textAt(files, '2016-02-01', '2015-07-01')).toBe('A0 B1')
  })

  test('rectified text keeps its day', () => {
    const files = {
      ...oud,
      ...E,
      ...wijziging('r', '2015-09-20', {
        soort: 'rectificatie',
        rectificeert: 'e'
      }),
      ...versie('2015-09-01.r', 'A1 B0', {basis: '2015-09-01.e'})
    }
    expect(textAt(files, '2015-09-05', '2015-09-10')).toBe('A9 B0')
    expect(textAt(files, '2015-09-05', '2015-09-21')).toBe('A1 B0')
  })

  test('a day that moves: by a version of its own, or by `stelt-vast`', () => {
    const version = {
      ...oud,
      ...E,
      ...wijziging('r', '2015-09-20', {
        soort: 'rectificatie',
        rectificeert: 'e',
        'trekt-in': '[artikel-1/2015-09-01.e]'
      }),
      ...versie('2015-10-01.r', 'A9 B0', {basis: 'begin'})
    }
    expect(textAt(version, '2015-09-15', '2015-09-21')).toBe('A0 B0')
    const moved = {
      ...oud,
      ...W,
      ...wijziging('m', '2015-11-01', {
        'stelt-vast': '{w: {geldig: 2016-07-01}}'
      })
    }
    expect(textAt(moved, '2016-02-01', '2015-10-31')).toBe('A0 B1')
    expect(textAt(moved, '2016-02-01', '2015-11-01')).toBe('A0 B0')
    expect(textAt(moved, '2016-07-01', '2015-11-01')).toBe('A0 B1')
  })

  test('an open day that is decided later', () => {
    const files = {
      ...oud,
      ...wijziging('o', '2016-01-15', {
        onderdelen: '{A: {voorwaarde: de wet}, B: {}}'
      }),
      ...versie('onbepaald.o', 'A1 B0', {onderdeel: 'A', basis: 'begin'}),
      ...wijziging('d', '2016-03-01', {
        'stelt-vast': "{'o#A': {geldig: 2016-05-01}}"
      })
    }
    expect(textAt(files, '2016-06-01', '2016-02-01')).toBe('A0 B0')
    expect(textAt(files, '2016-04-30', '2016-03-01')).toBe('A0 B0')
    expect(textAt(files, '2016-05-01', '2016-03-01')).toBe('A1 B0')
  })

  test('temporary text is two versions, and can be shortened', () => {
    const files = {
      ...oud,
      ...wijziging('t', '2020-03-15'),
      ...versie('2020-04-01.t', 'A0 Bt', {basis: 'begin'}),
      ...versie('2020-09-01.t', 'A0 B0 terug', {basis: '2020-04-01.t'}),
      ...wijziging('k', '2020-05-01'),
      ...versie('2020-07-01.k', 'A0 B0 kort', {basis: '2020-04-01.t'}),
      ...versie('2020-09-01.k+t', 'A0 B0 kort', {hand: 'true'})
    }
    expect(textAt(files, '2020-08-01', '2020-04-01')).toBe('A0 Bt')
    expect(textAt(files, '2020-08-01', '2020-06-01')).toBe('A0 B0 kort')
    expect(textAt(files, '2020-10-01', '2020-04-01')).toBe('A0 B0 terug')
  })

  test('`tot` ends the unit and nothing revives', () => {
    const files = {
      ...oud,
      ...wijziging('h', '2017-12-01'),
      ...versie('2018-01-01.h', 'A0 B2', {
        basis: 'begin',
        tot: '2020-01-01'
      })
    }
    expect(textAt(files, '2019-12-31', '2019-01-01')).toBe('A0 B2')
    expect(textAt(files, '2020-02-01', '2020-02-01')).toBe('-')
  })

  test('known, reaching back, and not yet in werking', () => {
    const files = {
      ...oud,
      ...wijziging('i', '2016-06-01', {
        onderdelen: '{A: {inwerking: 2016-07-01}}'
      }),
      ...versie('2016-01-01.i', 'A1 B0', {onderdeel: 'A', basis: 'begin'})
    }
    expect(textAt(files, '2016-03-01', '2016-06-15')).toBe('A0 B0')
    expect(textAt(files, '2016-03-01', '2016-07-02')).toBe('A1 B0')
  })

  test('a concept is known to nobody', () => {
    const files = {
      ...oud,
      ...wijziging('c', '2015-01-01', {concept: 'true'}),
      ...versie('2016-01-01.c', 'A1')
    }
    expect(textAt(files, '2017-01-01', '2017-01-01')).toBe('A0 B0')
  })

  test('an unknown known day counts at every zicht, and the text says that it rests on it', () => {
    const files = {
      ...regeling,
      'proef/wijzigingen/u.md':
        '---\nsoort: ledenbrief\nonderwerp: proef\nbekend: onbekend\n---\n',
      ...versie('2016-01-01.u', 'A1')
    }
    expect(textAt(files, '2016-01-01', '1990-01-01')).toBe('A1')
    const [only] = compileFiles(files).corpus.regelingen
    expect(
      only && consolidate(only, at('2016-01-01', '1990-01-01')).restsOnUnknown
    ).toBe(true)
  })
})

describe('a known day that is unknown, of what came after something', () => {
  const unknown = (id: string, ...after: readonly string[]) => ({
    [`proef/wijzigingen/${id}.md`]: `---\nsoort: besluit\nonderwerp: x\nbekend: onbekend\nbekend-na: [${after.join(', ')}]\n---\n`
  })
  const chain = {
    ...oud,
    ...unknown('u1'),
    ...versie('2016-01-01.u1', 'A1 B0', {basis: 'begin'}),
    ...unknown('u2', 'u1'),
    ...versie('2017-01-01.u2', 'A1 B1', {basis: '2016-01-01.u1'})
  }

  test('nothing before it has a day: it counts at every zicht', () => {
    expect(textAt(chain, '2018-01-01', '1990-01-01')).toBe('A1 B1')
  })

  test('it counts from the day of what it came after, and its day stays unknown', () => {
    const files = {...chain, ...wijziging('u1', '2015-11-20')}
    expect(textAt(files, '2018-01-01', '2015-11-19')).toBe('A0 B0')
    expect(textAt(files, '2016-06-01', '2015-11-20')).toBe('A1 B0')
    expect(textAt(files, '2018-01-01', '2015-11-20')).toBe('A1 B1')
    const [only] = compileFiles(files).corpus.regelingen
    const told = only && consolidate(only, at('2018-01-01', '2018-01-01'))
    expect(told?.restsOnUnknown).toBe(true)
    expect(told?.units.map(({known}) => known)).toEqual(['onbekend'])
  })

  test('through others, and from the last day of all', () => {
    const files = {
      ...oud,
      ...wijziging('d', '2015-11-20'),
      ...versie('2016-01-01.d', 'A1 B0', {basis: 'begin'}),
      ...wijziging('e', '2015-12-20'),
      ...unknown('u', 'd'),
      ...versie('2016-02-01.u', 'A2 B0', {basis: '2016-01-01.d'}),
      ...unknown('v', 'u', 'e'),
      ...versie('2016-03-01.v', 'A2 B2', {basis: '2016-02-01.u'})
    }
    expect(textAt(files, '2016-03-01', '2015-11-19')).toBe('A0 B0')
    expect(textAt(files, '2016-03-01', '2015-11-20')).toBe('A2 B0')
    expect(textAt(files, '2016-03-01', '2015-12-20')).toBe('A2 B2')
  })

  test('a day that is filled in goes before what it came after', () => {
    const files = {...chain, ...wijziging('u2', '2016-10-01')}
    expect(textAt(files, '2018-01-01', '2016-09-30')).toBe('A1 B0')
    expect(textAt(files, '2018-01-01', '2016-10-01')).toBe('A1 B1')
  })

  test('nobody is told that it reaches back', () => {
    const files = {...chain, ...wijziging('u1', '2017-06-01')}
    const [only] = compileFiles(files).corpus.regelingen
    const told = only && consolidate(only, at('2018-01-01', '2018-01-01'))
    expect(told?.units.map(({retroactive}) => retroactive)).toEqual([false])
  })
})

describe('what withdraws and what gives days', () => {
  test('a withdrawal whose known day is unknown counts at every zicht', () => {
    const files = {
      ...oud,
      ...W,
      'proef/wijzigingen/i.md':
        '---\nsoort: ledenbrief\nonderwerp: x\nbekend: onbekend\ntrekt-in: w\n---\n'
    }
    expect(textAt(files, '2016-02-01', '2015-07-01')).toBe('A0 B0')
  })

  test('a withdrawal that comes too late changes nothing, and no earlier text revives', () => {
    const files = {
      ...oud,
      ...E,
      ...wijziging('w', '2016-01-01', {'trekt-in': 'e'})
    }
    const [only] = compileFiles(files).corpus.regelingen
    expect(
      only &&
        wordsOf(consolidate(only, at('2016-02-01', '2016-02-01')).units[0])
    ).toBe('A9 B0')
  })

  test('a determination makes nothing known that was not', () => {
    const files = {
      ...oud,
      ...E,
      ...wijziging('d', '2015-08-01', {
        'stelt-vast': '{e: {geldig: 2015-08-15}}'
      })
    }
    const {corpus, findings} = compileFiles(files)
    expect(findings.map(({rule}) => rule)).toEqual(['determination'])
    const [only] = corpus.regelingen
    const wordsAt = (zicht: string) =>
      only && wordsOf(consolidate(only, at('2015-09-05', zicht)).units[0])
    expect(wordsAt('2015-09-01')).toBe('A0 B0')
    expect(wordsAt('2015-09-07')).toBe('A9 B0')
  })
})

describe('a consolidation', () => {
  const facts = (files: Files, geldig: string, zicht: string) => {
    const [only] = compileFiles(files).corpus.regelingen
    if (!only) throw new Error('geen regeling')
    return consolidate(only, at(geldig, zicht))
  }
  const outline = (units: readonly UnitText[]): unknown =>
    units.map(({id, children, toelichting}) =>
      [...children, ...toelichting].length > 0
        ? [id, outline([...children, ...toelichting])]
        : id
    )

  test('units stand in the order of the law', () => {
    const unit = (
      path: string,
      nummer: string,
      more: Readonly<Record<string, string>> = {}
    ): Files => ({
      [`proef/${path}/begin.md`]: `---\nnummer: '${nummer}'\n${Object.entries(
        more
      )
        .map(([k, v]) => `${k}: ${v}\n`)
        .join('')}---\n\ntekst\n`
    })
    const bare = (path: string): Files => ({
      [`proef/${path}/begin.md`]: '---\n---\n\ntekst\n'
    })
    const files = {
      ...regeling,
      ...unit('bijlage-IX', 'IX'),
      ...unit('bijlage-IIa', 'IIa'),
      ...unit('bijlage-IV', 'IV'),
      ...unit('hoofdstuk-10', '10'),
      ...unit('hoofdstuk-2', '2'),
      ...unit('hoofdstuk-2/artikel-2-10', '2:10'),
      ...unit('hoofdstuk-2/artikel-2-2a', '2:2a'),
      ...unit('hoofdstuk-2/artikel-2-2', '2:2'),
      ...unit('hoofdstuk-2/artikel-2-x', '2:99', {na: 'artikel-2-2'}),
      ...unit('hoofdstuk-2/paragraaf-1', '1'),
      ...unit('hoofdstuk-10/artikel-2-7', '10:1', {in: 'paragraaf-1'}),
      ...bare('hoofdstuk-2/artikel-2-2/toelichting'),
      ...bare('preambule'),
      ...bare('slot'),
      ...bare('toelichting')
    }
    expect(outline(facts(files, '2016-01-01', '2016-01-01').units)).toEqual([
      'preambule',
      [
        'hoofdstuk-2',
        [
          ['artikel-2-2', ['artikel-2-2/toelichting']],
          'artikel-2-x',
          'artikel-2-2a',
          'artikel-2-10',
          ['paragraaf-1', ['artikel-2-7']]
        ]
      ],
      'hoofdstuk-10',
      'slot',
      'bijlage-IIa',
      'bijlage-IV',
      'bijlage-IX',
      'toelichting'
    ])
  })

  test('it says what is retroactive, rectified, announced and lapsed', () => {
    const files = {
      ...oud,
      ...E,
      ...versie('begin', 'B', {nummer: '2'}),
      ...wijziging('r', '2015-09-20', {
        soort: 'rectificatie',
        rectificeert: 'e'
      }),
      ...versie('2015-09-01.r', 'A1 B0', {basis: '2015-09-01.e'}),
      ...wijziging('l', '2015-11-01'),
      ...versie('2016-01-01.l', '', {nummer: '2', vervallen: 'true'})
    }
    const before = facts(files, '2015-12-01', '2015-09-10')
    expect(before.units[0]).toMatchObject({
      since: '2015-09-01',
      inwerking: '2015-09-07',
      retroactive: true,
      rectified: false
    })
    const between = facts(files, '2015-12-01', '2015-12-01')
    expect(between.units[0]).toMatchObject({
      retroactive: false,
      rectified: true
    })
    expect(between.announced).toMatchObject([
      {unit: 'artikel-2', effect: 'vervalt', geldig: '2016-01-01'}
    ])
    const after = facts(files, '2016-01-01', '2016-01-01')
    expect(after.announced).toEqual([])
    expect(after.units[1]).toMatchObject({
      state: 'vervallen',
      lapsedFrom: '2016-01-01',
      text: []
    })
    expect(after.restsOnBegin).toBe(false)
    expect(between.restsOnBegin).toBe(true)
  })

  test('units that stand in each other stay in the text', () => {
    const unit = (n: string, home: string): Files => ({
      [`proef/hoofdstuk-${n}/begin.md`]: `---\nnummer: '${n}'\nin: hoofdstuk-${home}\n---\n`
    })
    const files = {...oud, ...unit('7', '8'), ...unit('8', '7')}
    expect(
      facts(files, '2016-01-01', '2016-01-01').units.map(({id}) => id)
    ).toEqual(['artikel-1', 'hoofdstuk-7', 'hoofdstuk-8'])
  })

  test('a number used again belongs to the living unit', () => {
    const files = {
      ...oud,
      ...wijziging('l', '2015-11-01'),
      ...versie('2016-01-01.l', '', {vervallen: 'true'}),
      ...wijziging('n', '2016-06-01'),
      'proef/artikel-1-2016/2016-07-01.n.md': "---\nnummer: '1'\n---\n\nnieuw\n"
    }
    expect(
      facts(files, '2016-06-30', '2016-06-15').units.map(({id}) => id)
    ).toEqual(['artikel-1'])
    expect(
      facts(files, '2016-07-01', '2016-07-01').units.map(({id}) => id)
    ).toEqual(['artikel-1-2016'])
  })

  test('a regeling that ended gives no text, and beyond its horizon it says so', () => {
    const files = {
      ...oud,
      'proef/regeling.md':
        '---\nformaat: 1\ntitel: Proef\nroute: website\nvan: 2010-01-01\ntot: 2020-01-01\nbijgewerkt-tot: 2015-09-07\nciteertitel:\n  - tekst: Oud\n  - {vanaf: 2016-01-01, tekst: Nieuw}\n---\n'
    }
    expect(facts(files, '2020-01-01', '2015-01-01')).toMatchObject({
      state: 'geëindigd',
      units: [],
      beyondHorizon: false
    })
    expect(facts(files, '2019-12-31', '2015-09-08')).toMatchObject({
      state: 'geldt',
      beyondHorizon: true,
      citeertitel: 'Nieuw'
    })
    expect(facts(files, '2009-12-31', '2015-09-07')).toMatchObject({
      state: 'nog-niet',
      units: [],
      citeertitel: 'Oud'
    })
  })
})

describe('findings', () => {
  const told = (files: Files): readonly string[] =>
    messagesOf(compileFiles(files))

  test('one run shows all', () => {
    const files = {
      ...oud,
      ...E,
      'proef/wijzigingen/Hoofd.md': 'x',
      'proef/artikel-3/2015-02-30.e.md': 'x',
      'proef/artikel-4/2015-01-01.onbekend.md':
        "---\nnummer: '4'\n---\n\n- x\n",
      'proef/artikel-5/begin.md':
        '---\nnummer: ../../etc\nkleur: rood\n---\n\ntekst\n'
    }
    expect(told(files)).toEqual([
      'proef/artikel-3/2015-02-30.e.md:1:1 file-name',
      'proef/artikel-4/2015-01-01.onbekend.md:1:1 wijziging-unknown',
      'proef/artikel-4/2015-01-01.onbekend.md:5:1 label-form',
      'proef/artikel-5/begin.md:2:1 front-matter',
      'proef/artikel-5/begin.md:3:1 front-matter',
      'proef/wijzigingen/Hoofd.md:1:1 file-name'
    ])
  })

  test.each<readonly [string, Files, string]>([
    [
      'no regeling.md',
      {'proef/artikel-1/begin.md': "---\nnummer: '1'\n---\n"},
      'proef/regeling.md:1:1 regeling-missing'
    ],
    [
      'no front matter',
      {...regeling, 'proef/artikel-1/begin.md': 'tekst'},
      'proef/artikel-1/begin.md:1:1 front-matter'
    ],
    [
      'front matter without end',
      {...regeling, 'proef/artikel-1/begin.md': '---\nnummer: 1\n'},
      'proef/artikel-1/begin.md:1:1 front-matter'
    ],
    [
      'broken YAML',
      {...regeling, 'proef/artikel-1/begin.md': "---\nnummer: '1\n---\n"},
      'proef/artikel-1/begin.md:3:1 front-matter'
    ],
    [
      'a key twice',
      {
        ...regeling,
        'proef/artikel-1/begin.md': '---\nnummer: 1\nnummer: 2\n---\n'
      },
      'proef/artikel-1/begin.md:3:1 front-matter'
    ],
    [
      '`__proto__`',
      {
        ...regeling,
        'proef/artikel-1/begin.md': '---\nnummer: 1\n__proto__: {x: 1}\n---\n'
      },
      'proef/artikel-1/begin.md:3:1 front-matter'
    ],
    [
      'an alias bomb',
      {
        ...regeling,
        'proef/artikel-1/begin.md': '---\nnummer: &a 1\nna: *a\n---\n'
      },
      'proef/artikel-1/begin.md:2:12 front-matter'
    ],
    [
      'a wrong day',
      {...regeling, ...versie('begin', 'x', {tot: '2015-02-30'})},
      'proef/artikel-1/begin.md:3:1 front-matter'
    ],
    [
      'a number that is no number',
      {...regeling, ...versie('begin', 'x', {nummer: '1', laag: 'XYZ'})},
      'proef/artikel-1/begin.md:3:1 front-matter'
    ],
    [
      'a missing number',
      {...regeling, 'proef/artikel-1/begin.md': '---\nopschrift: x\n---\n'},
      'proef/artikel-1/begin.md:1:1 front-matter'
    ],
    [
      'a toelichting with a number',
      {...regeling, 'proef/toelichting/begin.md': '---\nnummer: 1\n---\n'},
      'proef/toelichting/begin.md:2:1 front-matter'
    ],
    [
      'text under regeling.md',
      {
        'proef/regeling.md':
          '---\nformaat: 1\ntitel: x\nroute: website\n---\n\ntekst\n'
      },
      'proef/regeling.md:7:1 regeling-text'
    ],
    [
      'an unknown format',
      {'proef/regeling.md': '---\nformaat: 2\ntitel: x\nroute: website\n---\n'},
      'proef/regeling.md:2:1 front-matter'
    ],
    [
      'a wijziging without a day',
      {
        ...regeling,
        'proef/wijzigingen/x.md': '---\nsoort: ledenbrief\nonderwerp: x\n---\n'
      },
      'proef/wijzigingen/x.md:1:1 front-matter'
    ],
    [
      'an onderdeel that is not there',
      {
        ...oud,
        ...wijziging('w', '2015-01-01', {onderdelen: '{A: {}, B: {}}'}),
        ...versie('2015-01-01.w', 'x', {basis: 'begin', onderdeel: 'C'})
      },
      'proef/artikel-1/2015-01-01.w.md:4:1 onderdeel-unknown'
    ],
    [
      'an onderdeel that is not named',
      {
        ...oud,
        ...wijziging('w', '2015-01-01', {onderdelen: '{A: {}, B: {}}'}),
        ...versie('2015-01-01.w', 'x', {basis: 'begin'})
      },
      'proef/artikel-1/2015-01-01.w.md:1:1 onderdeel-unknown'
    ],
    [
      'a home that is not there',
      {...regeling, ...versie('begin', 'x', {in: 'hoofdstuk-9'})},
      'proef/artikel-1/begin.md:3:1 unit-unknown'
    ],
    [
      'a file in the wrong place',
      {...regeling, 'proef/tekst.md': 'x'},
      'proef/tekst.md:1:1 file-name'
    ],
    [
      'a picture',
      {...regeling, 'proef/artikel-1/foto.png': 'x'},
      'proef/artikel-1/foto.png:1:1 file-name'
    ],
    [
      'an artikel in an artikel',
      {...regeling, 'proef/artikel-1/artikel-2/begin.md': 'x'},
      'proef/artikel-1/artikel-2/begin.md:1:1 file-name'
    ],
    [
      'a device of Windows',
      {...regeling, 'proef/wijzigingen/aux.md': 'x'},
      'proef/wijzigingen/aux.md:1:1 file-name'
    ],
    [
      'one identity twice',
      {
        ...oud,
        'proef/hoofdstuk-1/begin.md': "---\nnummer: '1'\n---\n",
        'proef/hoofdstuk-1/artikel-1/begin.md': "---\nnummer: '2'\n---\n\nx\n"
      },
      'proef/hoofdstuk-1/artikel-1/begin.md:1:1 unit-repeat'
    ],
    [
      'names equal but for case',
      {
        ...regeling,
        'proef/bijlage-IIa/begin.md': '---\nnummer: IIa\n---\n\nx\n',
        'proef/bijlage-iia/begin.md': '---\nnummer: IIb\n---\n\nx\n'
      },
      'proef/bijlage-iia/begin.md:1:1 name-case'
    ],
    [
      'one number for two',
      {...oud, 'proef/artikel-1-b/begin.md': "---\nnummer: '1'\n---\n\nx\n"},
      'proef/artikel-1-b/begin.md:2:1 duplicate-number'
    ],
    [
      'two versions that tie',
      {
        ...oud,
        ...wijziging('a', '2015-01-01'),
        ...wijziging('b', '2015-01-01'),
        ...versie('2015-01-01.a', 'x', {basis: 'begin'}),
        ...versie('2015-01-01.b', 'x', {basis: 'begin'})
      },
      'proef/artikel-1/2015-01-01.b.md:1:1 version-order'
    ],
    [
      'a withdrawal of nothing',
      {...oud, ...wijziging('w', '2015-01-01', {'trekt-in': 'v'})},
      'proef/wijzigingen/w.md:5:1 target-unknown'
    ],
    [
      'days for nothing',
      {
        ...oud,
        ...wijziging('w', '2015-01-01', {
          'stelt-vast': "{'v#A': {geldig: 2016-01-01}}"
        })
      },
      'proef/wijzigingen/w.md:5:1 target-unknown'
    ],
    [
      'a basis that is not there',
      {
        ...oud,
        ...wijziging('w', '2015-01-01'),
        ...versie('2015-01-01.w', 'x', {basis: 'gisteren'})
      },
      'proef/artikel-1/2015-01-01.w.md:3:1 basis-unknown'
    ],
    [
      'a wijziging that cannot be read: its versions are not blamed',
      {
        ...oud,
        'proef/wijzigingen/w.md':
          '---\nsoort: x\nonderwerp: y\ndatum: 2015-01-01\n---\n',
        ...versie('2015-01-01.w', 'x', {basis: 'begin'})
      },
      'proef/wijzigingen/w.md:2:1 front-matter'
    ],
    [
      'a unit inside itself',
      {...regeling, ...versie('begin', 'x', {in: 'artikel-1'})},
      'proef/artikel-1/begin.md:3:1 unit-circle'
    ],
    [
      'an end before the beginning',
      {
        ...oud,
        ...wijziging('w', '2015-01-01'),
        ...versie('2017-01-01.w', 'x', {tot: '2016-01-01', basis: 'begin'})
      },
      'proef/artikel-1/2017-01-01.w.md:3:1 period'
    ],
    [
      'a tombstone with text',
      {
        ...oud,
        ...wijziging('w', '2015-01-01'),
        ...versie('2017-01-01.w', 'x', {vervallen: 'true', basis: 'begin'})
      },
      'proef/artikel-1/2017-01-01.w.md:3:1 tombstone-text'
    ],
    [
      'an artikel without text',
      {...regeling, ...versie('begin', '')},
      'proef/artikel-1/begin.md:1:1 empty-unit'
    ],
    [
      'a wijziging beyond the horizon',
      {
        ...oud,
        ...wijziging('w', '2015-01-01'),
        ...versie('2015-02-01.w', 'x', {basis: 'begin'}),
        'proef/regeling.md':
          '---\nformaat: 1\ntitel: x\nroute: website\nbijgewerkt-tot: 2014-01-01\n---\n'
      },
      'proef/wijzigingen/w.md:1:1 horizon'
    ],
    [
      'a withdrawal that comes too late',
      {...oud, ...E, ...wijziging('w', '2016-01-01', {'trekt-in': 'e'})},
      'proef/wijzigingen/w.md:5:1 withdrawal'
    ],
    [
      'a withdrawal of oneself',
      {...oud, ...E, ...wijziging('e', '2015-09-07', {'trekt-in': 'e'})},
      'proef/wijzigingen/e.md:5:1 withdrawal'
    ],
    [
      'one number for two, before the first day there is',
      {
        ...oud,
        ...wijziging('w', '2015-01-01'),
        'proef/artikel-2/begin.md': "---\nnummer: '1'\n---\n\nx\n",
        'proef/artikel-2/2015-01-01.w.md':
          "---\nnummer: '2'\nbasis: begin\n---\n\nx\n"
      },
      'proef/artikel-2/begin.md:2:1 duplicate-number'
    ],
    [
      'one number for two, for a while',
      {
        ...oud,
        ...wijziging('w', '2015-01-01'),
        ...versie('begin', 'y', {nummer: '2'}),
        'proef/artikel-2/2016-01-01.w.md':
          "---\nnummer: '1'\nbasis: begin\n---\n\nx\n",
        ...wijziging('v', '2015-02-01'),
        'proef/artikel-2/2017-01-01.v.md':
          "---\nnummer: '2'\nbasis: 2016-01-01.w\n---\n\nx\n"
      },
      'proef/artikel-2/2016-01-01.w.md:2:1 duplicate-number'
    ],
    [
      'a key that is no word',
      {
        ...regeling,
        'proef/artikel-1/begin.md': '---\n? [a]\n: x\n? [b]\n: y\n---\n\nx\n'
      },
      'proef/artikel-1/begin.md:2:3 front-matter'
    ],
    [
      'no UTF-8',
      {
        ...regeling,
        'proef/artikel-1/begin.md': Uint8Array.from([
          45, 45, 45, 10, 97, 233, 10
        ])
      },
      'proef/artikel-1/begin.md:2:2 encoding'
    ],
    ['an empty corpus', {}, 'articles:1:1 corpus-empty']
  ])('%s', (_name, files, expected) => {
    const all = told(files)
    expect(all).toContain(expected)
    expect(all).toHaveLength(1)
  })

  test('every sentence is Dutch, says what to do and has no full stop', () => {
    const {findings} = compileFiles({
      ...regeling,
      'proef/artikel-1/begin.md':
        '---\nnummer: [a, b]\ntot: {x: 1}\nvervallen: ja\nuit: {a: b}\nopschrift:\n---\n',
      'proef/wijzigingen/x.md':
        '---\nsoort: brief\nonderdelen: {1: x}\nvolgorde: een\nbron: {plaats: x, sha256: 12}\nstelt-vast: {x: {dag: 1}}\ntrekt-in: {a: 1}\nbekend: morgen\n---\n'
    })
    expect(findings.length).toBeGreaterThan(10)
    for (const {message} of findings) {
      expect(message).not.toMatch(
        /\.$|expected|invalid|received|unrecognized|undefined|option|required/iu
      )
    }
  })
})
