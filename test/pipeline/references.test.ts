import {expect, test} from 'vitest'
import type {IsoDate} from '../../src/model.ts'
import {findPart} from '../../src/pipeline/find-part.ts'
import {
  incoming,
  inPart,
  outgoing,
  referencesAt,
  toPart
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

/** What the checks of references tell, as place and rule. */
function toldIn(files: Files): readonly string[] {
  return compileFiles(files)
    .findings.filter(({rule}) => rule.startsWith('reference'))
    .map(({path, message, rule}) =>
      [path.replace('articles/proef/', ''), rule, /`[^`]+`/.exec(message)].join(
        ' '
      )
    )
}

const letters: Files = {
  ...regeling,
  ...wijziging('lbr-17-001', '2017-11-01'),
  ...wijziging('lbr-17-002', '2017-12-01')
}

/** A file of the corpus. */
function file(
  path: string,
  values: Readonly<Record<string, string>>,
  body = ''
): Files {
  return {[`proef/${path}`]: head(values, body && `${body}\n`)}
}

test('an artikel of a hoofdstuk is there only while it stands in it', () => {
  const files = {
    ...letters,
    ...file('hoofdstuk-1/begin.md', {nummer: '1', opschrift: 'Een'}),
    ...file('hoofdstuk-2/begin.md', {nummer: '2', opschrift: 'Twee'}),
    ...file(
      'hoofdstuk-1/artikel-1/begin.md',
      {nummer: '1'},
      'Zie hoofdstuk 1, artikel 2.'
    ),
    ...file('hoofdstuk-1/artikel-2/begin.md', {nummer: '2'}, 'Twee.'),
    ...file(
      'hoofdstuk-1/artikel-2/2018-01-01.lbr-17-001.md',
      {nummer: '2', basis: 'begin', in: 'hoofdstuk-2'},
      'Twee.'
    )
  }
  expect(outgoingOf(files, 'artikel-1', '2017-12-31')).toEqual([
    'hoofdstuk 1, artikel 2 | gevonden | artikel-2'
  ])
  expect(outgoingOf(files, 'artikel-1', '2018-01-01')).toEqual([
    'hoofdstuk 1, artikel 2 | ontbreekt'
  ])
  expect(toldIn(files)).toEqual([
    'hoofdstuk-1/artikel-2/2018-01-01.lbr-17-001.md reference-lapse `hoofdstuk 1, artikel 2`'
  ])
})

test('a paragraaf that is named alone is that of the own hoofdstuk', () => {
  const files = {
    ...letters,
    ...file('hoofdstuk-1/begin.md', {nummer: '1', opschrift: 'Een'}),
    ...file('hoofdstuk-2/begin.md', {nummer: '2', opschrift: 'Twee'}),
    ...file('hoofdstuk-1/paragraaf-1/begin.md', {nummer: '1', opschrift: 'P'}),
    ...file('hoofdstuk-2/paragraaf-1-h2/begin.md', {
      nummer: '1',
      opschrift: 'P'
    }),
    ...file(
      'hoofdstuk-2/paragraaf-1-h2/artikel-1/begin.md',
      {nummer: '1'},
      'Zie paragraaf 1, en hoofdstuk 1, paragraaf 1, en hoofdstuk 1, paragraaf 3.'
    )
  }
  expect(outgoingOf(files, 'artikel-1', '2018-01-01')).toEqual([
    'paragraaf 1 | gevonden | paragraaf-1-h2',
    'hoofdstuk 1, paragraaf 1 | gevonden | paragraaf-1',
    'hoofdstuk 1, paragraaf 3 | ontbreekt'
  ])
})

test('a paragraaf of this hoofdstuk is that of the hoofdstuk around the text', () => {
  const files = {
    ...regeling,
    ...file('hoofdstuk-1/begin.md', {nummer: '1', opschrift: 'Een'}),
    ...file('hoofdstuk-2/begin.md', {nummer: '2', opschrift: 'Twee'}),
    ...file('hoofdstuk-1/paragraaf-1/begin.md', {nummer: '1', opschrift: 'P'}),
    ...file('hoofdstuk-1/paragraaf-2/begin.md', {nummer: '2', opschrift: 'Q'}),
    ...file('hoofdstuk-2/paragraaf-1-h2/begin.md', {
      nummer: '1',
      opschrift: 'P'
    }),
    ...file(
      'hoofdstuk-2/paragraaf-1-h2/artikel-1/begin.md',
      {nummer: '1'},
      'Zie paragraaf 1 van dit hoofdstuk, en paragraaf 2 van dit hoofdstuk.'
    )
  }
  expect(outgoingOf(files, 'artikel-1', '2015-01-01')).toEqual([
    'hoofdstuk 2, paragraaf 1 | gevonden | paragraaf-1-h2',
    'hoofdstuk 2, paragraaf 2 | ontbreekt'
  ])
  const told = compileFiles(files).findings.map(({message}) => message)
  expect(told.filter((message) => message.includes('paragraaf'))).toEqual([
    expect.stringContaining('`hoofdstuk 2, paragraaf 2`')
  ])
})

test('the leden before are all of them; before the first there is none', () => {
  const files = {
    ...regeling,
    ...versie(
      'begin',
      '1. In afwijking van de vorige leden.\n2. Twee.\n3. In afwijking van de vorige leden.'
    )
  }
  expect(outgoingOf(files, 'artikel-1', '2015-01-01')).toEqual([
    'vorige leden | ontbreekt',
    'artikel 1, eerste tot en met tweede lid | gevonden | artikel-1'
  ])
  expect(toldIn(files)).toEqual([
    'artikel-1/begin.md reference-target `vorige leden`'
  ])
})

test('what is told by its place leads to what stands there on the day', () => {
  const files = {
    ...letters,
    ...file('hoofdstuk-1/begin.md', {nummer: '1', opschrift: 'Een'}),
    ...file('hoofdstuk-1/artikel-1/begin.md', {nummer: '1'}, 'Een.'),
    ...file(
      'hoofdstuk-1/artikel-1a/2018-01-01.lbr-17-001.md',
      {nummer: '1a'},
      '1. Een.\n2. Twee.'
    ),
    ...file('hoofdstuk-2/begin.md', {nummer: '2', opschrift: 'Twee'}),
    ...file(
      'hoofdstuk-2/artikel-2/begin.md',
      {nummer: '2'},
      '1. Het vorige artikel. Het tweede lid van het vorige artikel. Artikel 1 van het vorige hoofdstuk en artikel 2 van het vorige hoofdstuk.\n2. De voorgaande artikelen, het volgende artikel en de bijlage bij deze regeling.\n3. Dit:\n\n    a. een;\n    b. het vorige onderdeel.'
    )
  }
  const on = (day: string): readonly string[] =>
    outgoingOf(files, 'artikel-2', day)
  expect(on('2017-12-31')).toEqual([
    'artikel 1 | gevonden | artikel-1',
    'artikel 1, tweede lid | ontbreekt | artikel-1',
    'hoofdstuk 1, artikel 1 | gevonden | artikel-1',
    'hoofdstuk 1, artikel 2 | ontbreekt',
    'vorige artikel | open',
    'volgende artikel | ontbreekt',
    'bijlage | ontbreekt',
    'artikel 2, derde lid, onderdeel a | gevonden | artikel-2'
  ])
  expect(on('2018-01-01').slice(0, 3)).toEqual([
    'artikel 1a | gevonden | artikel-1a',
    'artikel 1a, tweede lid | gevonden | artikel-1a',
    'hoofdstuk 1, artikel 1 | gevonden | artikel-1'
  ])
  const bijlagen = {
    ...file('bijlage-I/begin.md', {nummer: 'I', opschrift: 'I'}, 'x'),
    ...file('bijlage-II/begin.md', {nummer: 'II', opschrift: 'II'}, 'x')
  }
  expect(
    outgoingOf({...files, ...bijlagen}, 'artikel-2', '2018-01-01')
  ).toContain('bijlage | gevonden | bijlage-I | bijlage-II')
})

test('in an uittreksel what stands beside is not told', () => {
  const files = {
    'proef/regeling.md': head({
      formaat: '1',
      titel: 'Proef',
      route: 'website',
      uittreksel: 'true'
    }),
    ...versie('begin', 'Een.'),
    ...versie(
      'begin',
      'Het vorige artikel, dit hoofdstuk en de bijlage bij deze regeling.',
      {nummer: '3'}
    )
  }
  expect(outgoingOf(files, 'artikel-3', '2018-01-01')).toEqual([
    'vorige artikel | open',
    'dit hoofdstuk | open',
    'bijlage | niet-opgenomen'
  ])
  expect(toldIn(files)).toEqual([])
})

test('a toelichting is cited by what it explains, and is there or not by itself', () => {
  const files = {
    ...letters,
    ...versie('begin', '1. Een.\n2. Twee.'),
    ...file('artikel-1/toelichting/begin.md', {}, 'Het tweede lid is nieuw.'),
    ...versie(
      'begin',
      'Zie de toelichting op artikel 1 en de toelichting op artikel 2.',
      {nummer: '2'}
    )
  }
  expect(outgoingOf(files, 'artikel-2', '2018-01-01')).toEqual([
    'toelichting op artikel 1 | gevonden | artikel-1/toelichting',
    'toelichting op artikel 2 | ontbreekt'
  ])
  expect(toldIn(files)).toEqual([
    'artikel-2/begin.md reference-target `toelichting op artikel 2`'
  ])
})

test('a toelichting keeps to what it explains when that gets another number', () => {
  const files = {
    ...letters,
    ...versie('begin', '1. Een.\n2. Twee.'),
    ...file(
      'artikel-1/2018-01-01.lbr-17-001.md',
      {nummer: '1a', basis: 'begin'},
      '1. Een.'
    ),
    ...file(
      'artikel-1/toelichting/begin.md',
      {},
      'Het eerste lid spreekt voor zich, en het tweede lid ook.'
    )
  }
  expect(toldIn(files)).toEqual([
    'artikel-1/2018-01-01.lbr-17-001.md reference-lapse `artikel 1, tweede lid`'
  ])
})

test('the text of another day is looked for on that day', () => {
  const files = {
    ...letters,
    ...versie(
      'begin',
      'Zie artikel 2, zoals dat luidde op 31 december 2017, artikel 3, zoals dat luidde op 31 december 2017, en artikel 2, zoals dat luidde op 1 januari 2018.'
    ),
    ...versie('begin', 'Twee.', {nummer: '2', tot: '2018-01-01'})
  }
  expect(outgoingOf(files, 'artikel-1', '2019-01-01')).toEqual([
    'artikel 2 | gevonden | artikel-2',
    'artikel 3 | ontbreekt',
    'artikel 2 | ontbreekt'
  ])
  expect(toldIn(files)).toEqual([
    'artikel-1/begin.md reference-static `artikel 3`',
    'artikel-1/begin.md reference-static `artikel 2`'
  ])
})

test('a target that comes later with reach back is missed as long as nobody knew', () => {
  const files = {
    ...letters,
    ...versie('2017-01-01.lbr-17-001', 'Zie artikel 2.'),
    ...versie('2017-01-01.lbr-17-002', 'Twee.', {nummer: '2'})
  }
  const [finding] = compileFiles(files).findings.filter(({rule}) =>
    rule.startsWith('reference')
  )
  expect(finding?.message).toContain('naar wat op 2017-11-01 bekend is')
  expect(outgoingOf(files, 'artikel-1', '2018-06-01')).toEqual([
    'artikel 2 | gevonden | artikel-2'
  ])
})

test('cells and notes cite too, and other regelingen are no target here', () => {
  const files = {
    ...letters,
    ...versie(
      'begin',
      'Zie artikel 3:1 van de Regeling proef, artikel 3:1 van de verordening en artikel 3:1 van die regeling.[^1]\n\n| a | b |\n|---|---|\n| artikel 8 | artikel 1 |\n\n[^1]: Zie artikel 7.'
    )
  }
  expect(toldIn(files)).toEqual([
    'artikel-1/begin.md reference-target `artikel 8`',
    'artikel-1/begin.md reference-target `artikel 7`'
  ])
})

test('a part of a unit has what stands in it, and what means it or a part of it', () => {
  const files = {
    ...regeling,
    ...versie(
      'begin',
      '1. Zie artikel 2, eerste lid.\n2. Zie artikel 2, tweede lid, onderdeel a.'
    ),
    ...versie(
      'begin',
      '1. Een.\n2. Twee:\n\n    a. drie.\n3. Het tweede lid geldt.',
      {nummer: '2'}
    )
  }
  const {corpus} = compileFiles(files)
  const [only] = corpus.regelingen
  if (!only) throw new Error('No regeling')
  const moment = {
    geldig: '2020-01-01' as IsoDate,
    zicht: '2020-01-01' as IsoDate
  }
  const part = findPart(only, 'artikel 2, tweede lid', moment)
  expect(part.unit?.id).toBe('artikel-2')
  expect(findPart(only, '2 lid 2', moment)).toEqual(part)
  expect(findPart(only, 'artikel 22, tweede lid', moment).unit).toBeUndefined()
  const links = referencesAt(only, {...moment, wetten: []})
  const pad = part.unit ? part.pad : []
  expect(
    toPart(links, 'artikel-2', pad).map(({from, words}) => `${from}: ${words}`)
  ).toEqual([
    'artikel-1: artikel 2, tweede lid, onderdeel a',
    'artikel-2: artikel 2, tweede lid'
  ])
  expect(
    inPart(outgoing(links, 'artikel-1'), [{soort: 'lid', nummer: '1'}]).map(
      ({words}) => words
    )
  ).toEqual(['artikel 2, eerste lid'])
})

/** A text that cites, and what artikel 2 says before and from a day on. */
function before2018(citing: string, was: string, becomes: string): Files {
  return {
    ...letters,
    ...versie('begin', citing),
    ...versie('begin', was, {nummer: '2'}),
    ...versie('2018-01-01.lbr-17-001', becomes, {nummer: '2', basis: 'begin'})
  }
}

const lid = 'Zie artikel 2, tweede lid.'
const onderdeel = 'Zie artikel 2, onderdeel b.'
const leden = '1. Een.\n2. Twee.\n3. Drie.'
const letterlist = 'Dit:\n\na. een;\nb. twee;\nc. drie.'

test.each([
  [lid, leden, '1. Een.\n2. (vervallen)\n3. Drie.'],
  [lid, leden, '1. Een.\n2. [Vervallen]\n3. Drie.'],
  [lid, leden, '1. Een.\n2. Vervallen.\n3. Drie.'],
  [lid, leden, '1. Een.\n2. *(vervallen)*\n3. Drie.'],
  [lid, leden, '1. Een.\n2. [Vervallen per 01-01-2018]\n3. Drie.'],
  [
    lid,
    leden,
    '1. Een.\n2. Vervallen met ingang van 1 januari 2018.\n3. Drie.'
  ],
  [lid, leden, '1. Een.\n2. {UWO} (vervallen)\n3. Drie.'],
  [onderdeel, letterlist, 'Dit:\n\na. een;\nb. (vervallen);\nc. drie.'],
  [onderdeel, letterlist, 'Dit:\n\na. een;\nb. [vervallen]\nc. drie.'],
  [
    'Zie artikel 2, tweede lid, onder b.',
    '1. Een.\n2. Dit:\n\n   a. een;\n   b. twee.',
    '1. Een.\n2. (vervallen)'
  ],
  [
    'Zie artikel 2, eerste tot en met derde lid.',
    leden,
    '1. Een.\n2. Twee.\n3. (vervallen)'
  ]
])('%s lapses by a tombstone: %s → %s', (citing, was, becomes) => {
  const files = before2018(citing, was, becomes)
  expect(toldIn(files)).toEqual([
    expect.stringMatching(
      /^artikel-2\/2018-01-01.lbr-17-001.md reference-lapse `artikel 2, /
    )
  ])
  const stateOn = (day: string) =>
    outgoingOf(files, 'artikel-1', day).map((line) => line.split(' | ')[1])
  expect(stateOn('2017-12-31')).toEqual(['gevonden'])
  expect(stateOn('2018-01-01')).toEqual(['ontbreekt'])
  const always = {
    ...versie('begin', citing),
    ...versie('begin', becomes, {nummer: '2'})
  }
  expect(toldIn({...regeling, ...always})).toEqual([
    expect.stringContaining('artikel-1/begin.md reference-target `artikel 2, ')
  ])
})

test.each([
  [lid, '1. Een.\n2. Vervallen toelagen worden betaald.\n3. Drie.'],
  [lid, '1. Een.\n2. De toelage is vervallen.\n3. Drie.'],
  [lid, '1. Een.\n2. Dit:\n\n   a. (vervallen);\n   b. twee.\n3. Drie.'],
  ['Zie artikel 2, laatste lid.', '1. Een.\n2. Twee.\n3. (vervallen)'],
  [
    'Zie artikel 2, tweede lid, zoals dat luidde op 31 december 2017.',
    '1. Een.\n2. (vervallen)\n3. Drie.'
  ],
  ['Zie artikel 2.', '1. Een.\n2. (vervallen)\n3. De vorige leden gelden.']
])('%s still leads to something: %s', (citing, becomes) => {
  expect(toldIn(before2018(citing, leden, becomes))).toEqual([])
})

test('what had lapsed by a tombstone was not there on a later day', () => {
  const citing =
    'Zie artikel 2, tweede lid, zoals dat luidde op 1 januari 2018.'
  const files = before2018(citing, leden, '1. Een.\n2. (vervallen)')
  expect(toldIn(files)).toEqual([
    'artikel-1/begin.md reference-static `artikel 2, tweede lid`'
  ])
})

test('`de vorige leden` are those that are there', () => {
  const files = {
    ...regeling,
    ...versie('begin', '1. Een.\n2. (vervallen)\n3. De vorige leden gelden.')
  }
  expect(toldIn(files)).toEqual([])
  const found = outgoingOf(files, 'artikel-1', '2020-01-01')
  expect(found).toEqual([expect.stringContaining('| gevonden | artikel-1')])
})

test('a lid lapses on its day where its number passes to another hoofdstuk', () => {
  const twee = '1. Een.\n2. Twee.'
  const files = {
    ...letters,
    ...file('hoofdstuk-1/begin.md', {nummer: '1', opschrift: 'Een'}),
    ...file('hoofdstuk-2/begin.md', {nummer: '2', opschrift: 'Twee'}),
    ...file('hoofdstuk-1/artikel-1/begin.md', {nummer: '1'}, lid),
    ...file('hoofdstuk-1/artikel-1a/begin.md', {nummer: '1a'}, 'Eén a.'),
    ...file(
      'hoofdstuk-1/artikel-1a/2018-01-01.lbr-17-001.md',
      {nummer: '2', basis: 'begin'},
      'Eén a.'
    ),
    ...file('hoofdstuk-2/artikel-2/begin.md', {nummer: '2'}, twee),
    ...file(
      'hoofdstuk-2/artikel-2/2018-01-01.lbr-17-001.md',
      {nummer: '3', basis: 'begin'},
      twee
    )
  }
  expect(toldIn(files)).toEqual([
    'hoofdstuk-2/artikel-2/2018-01-01.lbr-17-001.md reference-lapse `artikel 2, tweede lid`'
  ])
})
