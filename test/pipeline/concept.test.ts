import {expect, test} from 'vitest'
import type {Regeling} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {historyOf} from '../../src/pipeline/history.ts'
import {type Files, regeling, treeOf, versie, wijziging} from '../corpus.ts'

// A concept counts only where it is named, and then after all that was issued.

const concept = wijziging('c', '2016-01-01', {concept: 'true'})

function withConcept(files: Files): Regeling {
  const {corpus, findings} = compile(treeOf(files), {
    concepts: new Set(['c'])
  })
  expect(findings).toEqual([])
  const [only] = corpus.regelingen
  if (!only) throw new Error('geen regeling')
  return only
}

function told(files: Files): readonly string[] {
  return historyOf(withConcept(files)).map(
    ({zicht, geldig, until = '', unit, effects}) =>
      `${zicht} ${geldig}..${until} ${unit} ${effects.map(({kind}) => kind).join('+')}`
  )
}

const issued = {
  ...regeling,
  ...wijziging('w', '2015-01-01'),
  'proef/hoofdstuk-1/2015-06-01.w.md': "---\nnummer: '1'\n---\n",
  'proef/hoofdstuk-1/artikel-1/2015-06-01.w.md':
    "---\nnummer: '1'\n---\n\nTekst.\n"
}

test('its text follows the issued one, and a new unit stands in an issued home', () => {
  const files = {
    ...issued,
    ...concept,
    'proef/hoofdstuk-1/artikel-1/2017-01-01.c.md':
      "---\nnummer: '1'\nbasis: 2015-06-01.w\n---\n\nAnders.\n",
    'proef/hoofdstuk-1/artikel-2/2017-01-01.c.md':
      "---\nnummer: '2'\n---\n\nNieuw.\n"
  }
  expect(told(files)).toEqual([
    '2015-01-01 2015-06-01.. artikel-1 nieuw',
    '2015-01-01 2015-06-01.. hoofdstuk-1 nieuw',
    'concept 2017-01-01.. artikel-1 gewijzigd',
    'concept 2017-01-01.. artikel-2 nieuw'
  ])
})

test('on what was issued before and after one another it is written without samenloop', () => {
  const files = {
    ...regeling,
    ...versie('begin', '1. A0.\n2. B0.'),
    ...wijziging('v', '2015-10-01'),
    ...versie('2015-09-01.v', '1. A1.\n2. B0.', {basis: 'begin'}),
    ...wijziging('w', '2015-06-01'),
    ...versie('2016-01-01.w', '1. A0.\n2. B1.', {basis: 'begin'}),
    ...versie('2016-01-01.v+w', '1. A1.\n2. B1.'),
    ...concept,
    ...versie('2017-01-01.c', '1. A2.\n2. B1.', {basis: '2016-01-01.v+w'})
  }
  expect(told(files).at(-1)).toBe('concept 2017-01-01.. artikel-1 gewijzigd')
})

test('that it will reach back is told too', () => {
  const files = {
    ...issued,
    ...wijziging('c', '2016-01-01', {
      concept: 'true',
      onderdelen: '{A: {inwerking: 2018-01-01}}'
    }),
    'proef/hoofdstuk-1/artikel-1/2017-01-01.c.md':
      "---\nnummer: '1'\nonderdeel: A\nbasis: 2015-06-01.w\n---\n\nAnders.\n"
  }
  expect(told(files).slice(2)).toEqual([
    'concept 2017-01-01..2018-01-01 artikel-1 gewijzigd',
    'concept 2018-01-01.. artikel-1 gewijzigd'
  ])
})
