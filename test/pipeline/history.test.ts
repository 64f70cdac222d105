import {describe, expect, test} from 'vitest'
import {historyOf} from '../../src/pipeline/history.ts'
import {
  compileFiles,
  type Files,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

function told(files: Files): readonly string[] {
  const {corpus, findings} = compileFiles(files)
  expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
  const [only] = corpus.regelingen
  if (!only) throw new Error('geen regeling')
  return historyOf(only).map((entry) => {
    const {zicht, geldig, until = '', inwerking = '', unit} = entry
    const effects = entry.effects.map((effect) => effect.kind).join('+')
    const back = entry.retroactive ? ' terug' : ''
    const by = entry.wijzigingen.join('+')
    return `${zicht} ${geldig}..${until} ${inwerking}${back} ${unit} ${effects} ${entry.mends ?? ''}${by}`
  })
}

const oud = {...regeling, ...versie('begin', 'A0')}
const W = {
  ...wijziging('w', '2015-06-01'),
  ...versie('2016-01-01.w', 'A1', {basis: 'begin'})
}
const first = 'altijd begin..  artikel-1 aanwezig '

describe('history', () => {
  test('an announced change', () => {
    expect(told({...oud, ...W})).toEqual([
      first,
      '2015-06-01 2016-01-01.. 2016-01-01 artikel-1 gewijzigd w'
    ])
  })

  test('withdrawn before its day', () => {
    const files = {
      ...oud,
      ...W,
      ...wijziging('i', '2015-10-01', {'trekt-in': 'w'})
    }
    expect(told(files).at(-1)).toBe(
      '2015-10-01 2016-01-01.. 2016-01-01 artikel-1 ingetrokken i'
    )
  })

  test('put off', () => {
    const files = {
      ...oud,
      ...W,
      ...wijziging('m', '2015-11-01', {
        'stelt-vast': '{w: {geldig: 2016-07-01}}'
      })
    }
    expect(told(files).at(-1)).toBe(
      '2015-11-01 2016-01-01..2016-07-01 2016-01-01 artikel-1 uitgesteld m'
    )
  })

  test('retroactive, and in werking only later', () => {
    const files = {
      ...oud,
      ...wijziging('i', '2016-06-01', {
        onderdelen: '{A: {inwerking: 2016-07-01}}'
      }),
      ...versie('2016-01-01.i', 'A1', {onderdeel: 'A', basis: 'begin'})
    }
    expect(told(files)).toEqual([
      first,
      '2016-06-01 2016-07-01.. 2016-07-01 artikel-1 gewijzigd i',
      '2016-07-01 2016-01-01..2016-07-01 2016-07-01 terug artikel-1 gewijzigd i'
    ])
  })

  test('a rectificatie is never called retroactive', () => {
    const files = {
      ...oud,
      ...W,
      ...wijziging('r', '2016-02-01', {
        soort: 'rectificatie',
        rectificeert: 'w'
      }),
      ...versie('2016-01-01.r', 'A2', {basis: '2016-01-01.w'})
    }
    expect(told(files).at(-1)).toBe(
      '2016-02-01 2016-01-01.. 2016-01-01 artikel-1 gewijzigd rectificatier'
    )
  })

  test('temporary text, and its end', () => {
    const files = {
      ...oud,
      ...wijziging('t', '2020-03-15'),
      ...versie('2020-04-01.t', 'At', {basis: 'begin'}),
      ...versie('2020-09-01.t', 'A0', {basis: '2020-04-01.t'})
    }
    expect(told(files).slice(1)).toEqual([
      '2020-03-15 2020-04-01..2020-09-01 2020-04-01 artikel-1 gewijzigd t',
      '2020-03-15 2020-09-01.. 2020-09-01 artikel-1 teruggekeerd t'
    ])
  })

  test('renumbered, moved, lapsed, split', () => {
    const files: Files = {
      ...oud,
      'proef/hoofdstuk-2/begin.md': "---\nnummer: '2'\n---\n",
      ...wijziging('v', '2016-01-01'),
      'proef/artikel-1/2016-02-01.v.md':
        "---\nnummer: '2'\nbasis: begin\nin: hoofdstuk-2\n---\n\nA0\n",
      ...wijziging('x', '2017-01-01'),
      'proef/artikel-1/2017-02-01.x.md':
        "---\nnummer: '2'\nbasis: 2016-02-01.v\nvervallen: true\nopgegaan-in: artikel-3\n---\n",
      'proef/artikel-3/2017-02-01.x.md':
        "---\nnummer: '3'\nuit: artikel-1\n---\n\nA0\n"
    }
    expect(told(files).slice(2)).toEqual([
      '2016-01-01 2016-02-01.. 2016-02-01 artikel-1 vernummerd+verplaatst v',
      '2017-01-01 2017-02-01.. 2017-02-01 artikel-1 opgegaan-in x',
      '2017-01-01 2017-02-01.. 2017-02-01 artikel-3 ontstaan-uit x'
    ])
  })

  test('a toelichting is named after the number that its artikel had then', () => {
    const files: Files = {
      ...oud,
      'proef/artikel-1/toelichting/begin.md': '---\n---\n\nUitleg.\n',
      ...wijziging('v', '2016-01-01'),
      'proef/artikel-1/2016-02-01.v.md':
        "---\nnummer: '7'\nbasis: begin\n---\n\nA0\n",
      'proef/artikel-1/toelichting/2016-02-01.v.md':
        '---\nbasis: begin\n---\n\nMeer uitleg.\n'
    }
    const [only] = compileFiles(files).corpus.regelingen
    if (!only) throw new Error('geen regeling')
    const named = historyOf(only, 'artikel-1/toelichting')
    expect(named.map(({owner}) => owner?.nummer)).toEqual(['1', '7'])
  })
})
