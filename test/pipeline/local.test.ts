import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import {hashText} from '../../src/hash/sha256.ts'
import type {IsoDate, Regeling, UnitText} from '../../src/model.ts'
import {adoptionsOf} from '../../src/pipeline/adoption.ts'
import {renderText} from '../../src/render/text.ts'
import {localRegeling} from '../../src/resolve/local.ts'
import {
  compileFiles,
  type Files,
  messagesOf,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

interface Deed {
  readonly datum?: string
  readonly bekend: string
  readonly inwerking: string
  readonly wijzigingen: string
}

function vaststelling(deeds: readonly Deed[], lagen = '[CAR, UWO]'): Files {
  const besluiten = deeds.map(
    ({datum, bekend, inwerking, wijzigingen}) =>
      `  - {datum: ${datum ?? bekend}, bekend: ${bekend}, inwerking: ${inwerking}, wijzigingen: ${wijzigingen}}\n`
  )
  return {
    'proef/vaststellingen/gm9901.yaml': `formaat: 1\ngemeente: Voorbeeldstad\nlagen: ${lagen}\nbesluiten:\n${besluiten.join('')}`
  }
}

function only(files: Files): Regeling {
  const {corpus, findings} = compileFiles(files)
  expect(findings).toEqual([])
  const [found] = corpus.regelingen
  if (!found) throw new Error('geen regeling')
  return found
}

/** Hash of a version of artikel 1, as `herziet` names it. */
function hashOf(files: Files, name: string): string {
  return hashText(String(files[`proef/artikel-1/${name}.md`]))
}

function textThere(files: Files, geldig: string, zicht: string): string {
  const national = only(files)
  const [gemeente] = national.vaststellingen
  if (!gemeente) throw new Error('geen vaststelling')
  const moment = {geldig: geldig as IsoDate, zicht: zicht as IsoDate}
  const found = consolidate(localRegeling(national, gemeente), moment, {
    gemeente
  })
  return wordsOf(found.units[0])
}

function wordsOf(unit: UnitText | undefined): string {
  return [...JSON.stringify(unit?.text ?? []).matchAll(/"value":"([^"]*)"/gu)]
    .map(([, text]) => text)
    .join(' ')
}

const oud = {...regeling, ...versie('begin', 'A0')}
const S = {
  ...wijziging('s', '2015-09-07'),
  ...versie('2015-09-01.s', 'A1', {basis: 'begin'})
}
const late = {bekend: '2015-10-28', inwerking: '2015-10-29', wijzigingen: '[s]'}

describe('the text of one municipality', () => {
  test('case n: published on 28 October, reaching back to September', () => {
    const files = {...oud, ...S, ...vaststelling([late])}
    expect(textThere(files, '2015-09-15', '2015-10-01')).toBe('A0')
    expect(textThere(files, '2015-09-15', '2015-10-28')).toBe('A0')
    expect(textThere(files, '2015-09-15', '2015-10-29')).toBe('A1')
    expect(textThere(files, '2015-08-31', '2015-10-29')).toBe('A0')
  })

  test('what was not adopted does not exist there', () => {
    const files = {...oud, ...S, ...vaststelling([])}
    expect(textThere(files, '2020-01-01', '2020-01-01')).toBe('A0')
  })

  test('the besluit reaches back to a day of its own', () => {
    const files = {
      ...oud,
      ...S,
      ...vaststelling([
        {...late, wijzigingen: '[{naam: s, geldig: 2015-10-01}]'}
      ])
    }
    expect(textThere(files, '2015-09-30', '2016-01-01')).toBe('A0')
    expect(textThere(files, '2015-10-01', '2016-01-01')).toBe('A1')
  })

  test('a part of a wijziging', () => {
    const files = {
      ...oud,
      ...wijziging('s', '2015-09-07', {onderdelen: '{A: {}, B: {}}'}),
      ...versie('2015-10-01.s', 'A1', {basis: 'begin', onderdeel: 'A'}),
      ...versie('begin', 'B0', {nummer: '2'}),
      ...versie('2015-10-01.s', 'B1', {
        nummer: '2',
        basis: 'begin',
        onderdeel: 'B'
      }),
      ...vaststelling([{...late, wijzigingen: "['s#B']"}])
    }
    const national = only(files)
    const [gemeente] = national.vaststellingen
    if (!gemeente) throw new Error('geen vaststelling')
    const moment = {
      geldig: '2016-01-01' as IsoDate,
      zicht: '2016-01-01' as IsoDate
    }
    const {units} = consolidate(localRegeling(national, gemeente), moment)
    expect(units.map(wordsOf)).toEqual(['A0', 'B1'])
    expect(
      adoptionsOf(national, gemeente, moment.zicht).map(({state, open}) => ({
        state,
        open
      }))
    ).toMatchObject([
      {
        state: 'deels',
        open: [
          {name: 'artikel-1/2015-10-01.s', nummer: '1', geldig: '2015-10-01'}
        ]
      }
    ])
  })

  test('a woven version needs both, and holds from the last of them', () => {
    const both = {
      ...regeling,
      ...versie('begin', '1. A0.\n2. B0.'),
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', '1. A0.\n2. B1.', {basis: 'begin'}),
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-11-01.v', '1. A1.\n2. B0.', {basis: 'begin'}),
      ...versie('2016-01-01.v+w', '1. A1.\n2. B1.')
    }
    const first = {
      bekend: '2015-11-20',
      inwerking: '2015-11-21',
      wijzigingen: '[w]'
    }
    const second = {
      bekend: '2016-02-20',
      inwerking: '2016-02-21',
      wijzigingen: '[v]'
    }
    const one = {...both, ...vaststelling([first])}
    expect(textThere(one, '2016-03-01', '2016-03-01')).toBe('A0. B1.')
    const two = {...both, ...vaststelling([first, second])}
    expect(textThere(two, '2016-02-01', '2016-02-01')).toBe('A0. B1.')
    expect(textThere(two, '2016-02-01', '2016-03-01')).toBe('A1. B1.')
  })

  test('a withdrawal counts there once it is adopted', () => {
    const files = {
      ...oud,
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', 'A1', {basis: 'begin'}),
      ...wijziging('i', '2015-10-01', {'trekt-in': 'w'})
    }
    const w = {
      bekend: '2015-07-01',
      inwerking: '2015-07-02',
      wijzigingen: '[w]'
    }
    const i = {
      bekend: '2015-11-01',
      inwerking: '2015-11-02',
      wijzigingen: '[i]'
    }
    const kept = {...files, ...vaststelling([w])}
    expect(textThere(kept, '2016-02-01', '2016-02-01')).toBe('A1')
    const gone = {...files, ...vaststelling([w, i])}
    expect(textThere(gone, '2016-02-01', '2016-02-01')).toBe('A0')
  })

  test('a revisie goes with all that it mends, also when it was woven itself', () => {
    const both = {
      ...regeling,
      ...versie('begin', '1. A0.\n2. B0.\n3. C0.'),
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', '1. A0.\n2. B1.\n3. C0.', {basis: 'begin'}),
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-11-01.v', '1. A1.\n2. B0.\n3. C0.', {basis: 'begin'})
    }
    const revised = (id: string, basis: string, bekend: string): Files =>
      wijziging(id, '2020-01-01', {
        soort: 'revisie',
        bekend,
        volgorde: '1',
        herziet: `{artikel-1/${basis}: ${hashOf(both, basis)}}`
      })
    const late = {bekend: '2015-11-20', inwerking: '2015-11-21'}
    const all = vaststelling([{...late, wijzigingen: '[v, w]'}])
    const some = vaststelling([{...late, wijzigingen: '[w]'}])
    const part = {
      ...both,
      ...versie('2016-01-01.v+w', '1. A1.\n2. B1.\n3. C0.'),
      ...revised('r', '2016-01-01.w', '2015-06-01'),
      ...versie('2016-01-01.r', '1. A0.\n2. B2.\n3. C0.', {
        basis: '2016-01-01.w'
      }),
      ...versie('2016-01-01.r+v+w', '1. A1.\n2. B2.\n3. C0.')
    }
    const day = '2016-02-01'
    expect(textThere({...part, ...all}, day, day)).toBe('A1. B2. C0.')
    expect(textThere({...part, ...some}, day, day)).toBe('A0. B2. C0.')
    const woven = {
      ...both,
      ...versie('2016-01-01.v+w', '1. A1.\n2. B1.\n3. C0.')
    }
    const whole = {
      ...woven,
      ...wijziging('r', '2020-01-01', {
        soort: 'revisie',
        bekend: '2015-10-01',
        volgorde: '1',
        herziet: `{artikel-1/2016-01-01.v+w: ${hashOf(woven, '2016-01-01.v+w')}}`
      }),
      ...versie('2016-01-01.r', '1. A1.\n2. B3.\n3. C0.', {
        basis: '2016-01-01.v+w'
      })
    }
    expect(textThere({...whole, ...all}, day, day)).toBe('A1. B3. C0.')
    expect(textThere({...whole, ...some}, day, day)).toBe('A0. B1. C0.')
  })

  test('revisies whose bases lead back to each other: told, and no end of asking', () => {
    const circle = {
      ...oud,
      ...S,
      ...wijziging('r', '2020-01-01', {soort: 'revisie', bekend: '2015-09-07'}),
      ...versie('2015-09-01.r', 'R', {basis: '2015-09-01.q'}),
      ...wijziging('q', '2020-01-01', {soort: 'revisie', bekend: '2015-09-07'}),
      ...versie('2015-09-01.q', 'Q', {basis: '2015-09-01.r'}),
      ...vaststelling([late])
    }
    expect(messagesOf(compileFiles(circle))).toContain(
      'proef/artikel-1/2015-09-01.q.md:3:1 basis'
    )
  })

  test('a day that was moved too late there is not moved, and that is told', () => {
    const files = {
      ...oud,
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', 'A1', {basis: 'begin'}),
      ...wijziging('m', '2015-12-01', {
        'stelt-vast': '{w: {geldig: 2016-06-01}}'
      })
    }
    const w = {
      bekend: '2015-07-01',
      inwerking: '2015-07-02',
      wijzigingen: '[w]'
    }
    const m = {wijzigingen: '[m]', inwerking: '2016-09-01'}
    const inTime = {
      ...files,
      ...vaststelling([w, {...m, bekend: '2015-12-31'}])
    }
    expect(textThere(inTime, '2016-03-01', '2016-03-01')).toBe('A0')
    expect(textThere(inTime, '2016-06-01', '2016-06-01')).toBe('A1')
    const late = {...files, ...vaststelling([w, {...m, bekend: '2016-01-01'}])}
    const {corpus, ...compiled} = compileFiles(late)
    expect(messagesOf({corpus, ...compiled})).toEqual([
      'proef/vaststellingen/gm9901.yaml:1:1 adoption-late'
    ])
    const [national] = corpus.regelingen
    const [there] = national?.vaststellingen ?? []
    if (!national || !there) throw new Error('geen vaststelling')
    const day = '2016-03-01' as IsoDate
    const {units} = consolidate(localRegeling(national, there), {
      geldig: day,
      zicht: day
    })
    expect(units.map(wordsOf)).toEqual(['A1'])
  })

  test('adopted on a text that was not: it is told', () => {
    const files = {
      ...oud,
      ...S,
      ...wijziging('t', '2016-01-01'),
      ...versie('2016-02-01.t', 'A2', {basis: '2015-09-01.s'}),
      ...vaststelling([
        {bekend: '2016-01-20', inwerking: '2016-01-21', wijzigingen: '[t]'}
      ])
    }
    expect(messagesOf(compileFiles(files))).toEqual([
      'proef/vaststellingen/gm9901.yaml:1:1 adoption-samenloop'
    ])
  })
})

describe('vaststellingen that cannot be', () => {
  test.each([
    [
      'one wijziging twice',
      vaststelling([
        late,
        {bekend: '2016-01-20', inwerking: '2016-01-21', wijzigingen: '[s]'}
      ]),
      'proef/vaststellingen/gm9901.yaml:6:82 adoption-overlap'
    ],
    [
      'what is not there',
      vaststelling([{...late, wijzigingen: '[x]'}]),
      'proef/vaststellingen/gm9901.yaml:5:82 adoption-unknown'
    ],
    [
      'in werking before it was published',
      vaststelling([{...late, inwerking: '2015-10-28'}]),
      'proef/vaststellingen/gm9901.yaml:5:45 adoption-days'
    ],
    [
      'before there was anything to adopt',
      vaststelling([{...late, datum: '2015-09-01'}]),
      'proef/vaststellingen/gm9901.yaml:5:82 adoption-days'
    ],
    [
      'two files for one municipality',
      {
        ...vaststelling([late]),
        'proef/vaststellingen/gm9902.yaml':
          'formaat: 1\ngemeente: voorbeeldstad\nbesluiten: []\n'
      },
      'proef/vaststellingen/gm9902.yaml:2:1 adoption-overlap'
    ],
    [
      'no YAML of ours',
      {'proef/vaststellingen/gm9901.yaml': 'gemeente: X\nbesluiten: geen\n'},
      'proef/vaststellingen/gm9901.yaml:2:1 front-matter'
    ],
    [
      'a name that is no code',
      {'proef/vaststellingen/Gemeente.yaml': 'formaat: 1\n'},
      'proef/vaststellingen/Gemeente.yaml:1:1 file-name'
    ]
  ])('%s', (_name, files, expected) => {
    const all = messagesOf(compileFiles({...oud, ...S, ...files}))
    expect(all).toContain(expected)
  })
})

describe('for the CAR alone', () => {
  test('numbers stay, and what is UWO says that it does not apply', () => {
    const national = only({
      ...regeling,
      ...versie('begin', '1. Een.\n2. {UWO} Twee.\n3. Drie.'),
      ...versie('begin', 'Tekst.', {nummer: '2', opschrift: 'X', laag: 'UWO'})
    })
    const moment = {
      geldig: '2016-01-01' as IsoDate,
      zicht: '2016-01-01' as IsoDate
    }
    const text = renderText(consolidate(national, moment, {laag: 'CAR'}))
    expect(text).toContain('1. Een.')
    expect(text).toContain('2. (UWO, hier niet van toepassing)')
    expect(text).toContain('3. Drie.')
    expect(text).toMatch(/Artikel 2\n-+\n\n?\(UWO, hier niet van toepassing\)/u)
    expect(text).not.toContain('Twee.')
    expect(text).not.toContain('Tekst.')
  })
})
