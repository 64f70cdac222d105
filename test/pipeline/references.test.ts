import {expect, test} from 'vitest'
import type {IsoDate} from '../../src/model.ts'
import {
  incoming,
  outgoing,
  referencesAt
} from '../../src/pipeline/references.ts'
import {
  compileFiles,
  type Files,
  head,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

/** The references of a unit, each as what is cited, its state and where it leads. */
function outgoingOf(
  files: Files,
  id: string,
  day: string,
  laag?: 'CAR'
): readonly string[] {
  const {corpus} = compileFiles(files)
  const [only] = corpus.regelingen
  if (!only) throw new Error('No regeling')
  const links = referencesAt(only, {
    geldig: day as IsoDate,
    zicht: day as IsoDate,
    wetten: corpus.wetten,
    ...(laag && {laag})
  })
  return outgoing(links, id).map(({words, state, units}) =>
    [words, state, ...units].join(' | ')
  )
}

const reused: Files = {
  ...regeling,
  ...wijziging('lbr-16-001', '2015-11-01'),
  ...wijziging('lbr-17-001', '2016-11-01'),
  ...versie(
    'begin',
    'De toelage, bedoeld in artikel 2, eerste lid, en artikel 9.'
  ),
  ...versie('begin', '1. Oud.', {nummer: '2'}),
  ...versie('2016-01-01.lbr-16-001', '', {
    nummer: '2',
    vervallen: 'true',
    basis: 'begin'
  }),
  'proef/artikel-2-2017/2017-01-01.lbr-17-001.md': head(
    {nummer: "'2'"},
    '1. Nieuw.\n'
  )
}

test('a number leads to the unit that bears it on the day', () => {
  expect(outgoingOf(reused, 'artikel-1', '2015-12-01')).toEqual([
    'artikel 2, eerste lid | gevonden | artikel-2',
    'artikel 9 | ontbreekt'
  ])
  expect(outgoingOf(reused, 'artikel-1', '2016-06-01')[0]).toBe(
    'artikel 2, eerste lid | ontbreekt'
  )
  expect(outgoingOf(reused, 'artikel-1', '2017-06-01')[0]).toBe(
    'artikel 2, eerste lid | gevonden | artikel-2-2017'
  )
})

test('what lapses over a text that cites it is told with the days, once', () => {
  const {findings} = compileFiles(reused)
  const told = findings.filter(({rule}) => rule.startsWith('reference'))
  expect(told.map(({path, message}) => `${path} ${message}`)).toEqual([
    expect.stringContaining('`artikel 9`, dat er van het begin af niet is'),
    expect.stringContaining(
      'artikel-2/2016-01-01.lbr-16-001.md `artikel 2, eerste lid` is er vanaf 2016-01-01'
    )
  ])
})

test('a range leads to all between, and what cites a unit is found', () => {
  const files = {
    ...regeling,
    ...versie('begin', 'De artikelen 2 tot en met 3 gelden niet.'),
    ...versie('begin', 'Twee.', {nummer: '2'}),
    ...versie('begin', 'Twee a.', {nummer: '2a'}),
    ...versie('begin', 'Drie.', {nummer: '3'})
  }
  const [only] = compileFiles(files).corpus.regelingen
  if (!only) throw new Error('No regeling')
  const day = '2020-01-01' as IsoDate
  const links = referencesAt(only, {geldig: day, zicht: day, wetten: []})
  expect(links[0]?.units).toEqual(['artikel-2', 'artikel-2a', 'artikel-3'])
  expect(incoming(links, 'artikel-2a').map(({from}) => from)).toEqual([
    'artikel-1'
  ])
})

test('for who is bound by the CAR alone a UWO lid is not there, and cites nothing', () => {
  const files = {
    ...regeling,
    ...versie('begin', '1. Het tweede lid geldt.\n2. {UWO} Het eerste lid ook.')
  }
  expect(outgoingOf(files, 'artikel-1', '2020-01-01')).toEqual([
    'artikel 1, tweede lid | gevonden | artikel-1',
    'artikel 1, eerste lid | gevonden | artikel-1'
  ])
  expect(outgoingOf(files, 'artikel-1', '2020-01-01', 'CAR')).toEqual([
    'artikel 1, tweede lid | ontbreekt | artikel-1'
  ])
})

test('an uittreksel lists what it does not hold', () => {
  const files = {
    'proef/regeling.md': head({
      formaat: '1',
      titel: 'Proef',
      route: 'website',
      uittreksel: 'true'
    }),
    ...versie('begin', 'Zie artikel 9. Artikel 3 van de wet blijft gelden.')
  }
  expect(
    compileFiles(files).findings.filter(({rule}) =>
      rule.startsWith('reference')
    )
  ).toEqual([])
  expect(outgoingOf(files, 'artikel-1', '2020-01-01')).toEqual([
    'artikel 9 | niet-opgenomen',
    'artikel 3 van de wet | extern'
  ])
})
