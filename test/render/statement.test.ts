import {describe, expect, test} from 'vitest'
import type {Asked, Consolidation, UnitText} from '../../src/model.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {renderPrint} from '../../src/render/print.ts'
import {plain} from '../../src/render/sentence.ts'
import {statement} from '../../src/render/statement.ts'
import {
  alinea,
  consolidation,
  date,
  inLaag,
  item,
  regeling,
  unit,
  wijziging
} from './fixture.ts'
import {templates} from './templates-on-disk.ts'

const letter = wijziging({
  id: 'lbr-15-069',
  lbr: '15/069',
  onderwerp: 'garantiebanen',
  datum: date('2015-09-07'),
  bekend: date('2015-09-07')
})

function notices(c: Consolidation): readonly string[] {
  return statement(c).notices.map(({sentence}) => plain(sentence))
}

function lines(c: Consolidation, kind: string): readonly string[] {
  const list = statement(c).lists.find((one) => one.kind === kind)
  return (list?.lines ?? []).map(plain)
}

function artikel(facts: Partial<UnitText>): UnitText {
  return unit({
    id: 'artikel-1-2c',
    soort: 'artikel',
    nummer: '1:2c',
    wijzigingen: ['lbr-15-069'],
    ...facts
  })
}

const retroactive = artikel({
  since: date('2015-09-01'),
  inwerking: date('2015-09-07'),
  known: date('2015-09-07'),
  retroactive: true
})

const absent: Asked = {
  unit: 'artikel-1-2c',
  soort: 'artikel',
  nummer: '1:2c',
  state: 'bestaat-niet',
  first: {
    geldig: date('2015-09-01'),
    known: date('2015-09-07'),
    retroactive: true,
    wijzigingen: ['lbr-15-069']
  }
}

test('every output says for which day, and from which state of knowledge', () => {
  expect(plain(statement(consolidation()).moment)).toBe(
    'Geldend op 5 september 2015, naar wat bekend was op 8 september 2015'
  )
})

test('a cao says nothing of gemeenten, but always that it has no force of law', () => {
  const c = consolidation({
    regeling: {...regeling, route: 'aanmelding', uittreksel: false}
  })
  expect(notices(c)).toEqual([
    'Doorlopende tekst, redactioneel samengesteld. Rechtskracht heeft alleen de bekendgemaakte tekst.'
  ])
})

test('retroactive text says so, with both days and its source', () => {
  const c = consolidation({units: [retroactive], sources: [letter]})
  expect(lines(c, 'terugwerkend')).toEqual([
    'Artikel 1:2c: met terugwerkende kracht tot en met 1 september 2015, bekend sinds 7 september 2015 (Lbr. 15/069)'
  ])
})

test('a later day of effect is said too', () => {
  const late = {...retroactive, inwerking: date('2015-09-08')}
  const c = consolidation({units: [late], sources: [letter]})
  expect(lines(c, 'terugwerkend')).toEqual([
    'Artikel 1:2c: met terugwerkende kracht tot en met 1 september 2015, bekend sinds 7 september 2015, in werking met ingang van 8 september 2015 (Lbr. 15/069)'
  ])
})

test('a rectificatie is never called retroactive', () => {
  const c = consolidation({
    units: [{...retroactive, rectified: true}],
    sources: [letter]
  })
  expect(renderMarkdown(c)).not.toMatch(/terugwerkende/iu)
  expect(lines(c, 'gerectificeerd')).toEqual([
    'Artikel 1:2c: gerectificeerd, geldt sinds 1 september 2015, bekend sinds 7 september 2015 (Lbr. 15/069)'
  ])
})

test('a unit that does not exist is said not to, and since when it does', () => {
  const c = consolidation({
    zicht: date('2015-09-05'),
    asked: absent,
    sources: [letter]
  })
  expect(notices(c)[0]).toBe(
    'Artikel 1:2c bestaat niet op 5 september 2015, naar wat bekend was op 5 september 2015. De eerste tekst geldt met ingang van 1 september 2015, met terugwerkende kracht, bekend sinds 7 september 2015 (Lbr. 15/069).'
  )
  expect(plain(statement(c).moment)).toMatch(/^Stand op 5 september 2015/u)
})

test.each([
  ['altijd', 'begin', 'een niet vastgelegde dag.'],
  [
    'onbekend',
    'onbepaald',
    'een nog niet bepaalde dag, dag van bekendwording onbekend.'
  ]
] as const)(
  'a first text known %s and valid from %s is said so',
  (known, geldig, end) => {
    const first = {known, geldig, retroactive: false, wijzigingen: []}
    const c = consolidation({asked: {...absent, first}})
    expect(notices(c)[0]).toMatch(
      new RegExp(`De eerste tekst geldt met ingang van ${end}$`, 'u')
    )
  }
)

test('a lapsed text never shows, whatever came in', () => {
  const lapsed = artikel({
    state: 'vervallen',
    lapsedFrom: date('2015-01-01'),
    opschrift: 'Oud',
    text: [alinea('oude tekst')]
  })
  const asked: Asked = {...absent, state: 'vervallen'}
  const c = consolidation({units: [lapsed], asked, sources: [letter]})
  const output = renderMarkdown(c)
  expect(output).not.toContain('oude tekst')
  expect(output).toContain('## Artikel 1:2c (vervallen)')
  expect(notices(c)[0]).toBe(
    'Artikel 1:2c geldt niet op 5 september 2015: vervallen met ingang van 1 januari 2015 (Lbr. 15/069).'
  )
})

test('a lapse on an unknown day gets no date', () => {
  const lapsed = artikel({
    state: 'vervallen',
    lapsedFrom: 'begin',
    wijzigingen: []
  })
  expect(lines(consolidation({units: [lapsed]}), 'vervallen')).toEqual([
    'Artikel 1:2c: vervallen sinds een niet vastgelegde dag'
  ])
  const asked: Asked = {...absent, state: 'vervallen'}
  expect(notices(consolidation({asked}))[0]).toBe(
    'Artikel 1:2c geldt niet op 5 september 2015: vervallen.'
  )
})

test('an asked unit that holds since the beginning says that its day is not known', () => {
  const asked: Asked = {...absent, state: 'geldt'}
  const c = consolidation({units: [artikel({wijzigingen: []})], asked})
  expect(renderMarkdown(c)).toContain('*Geldt sinds een niet vastgelegde dag*')
})

test.each([
  [
    'geëindigd',
    {tot: date('2015-01-01'), opvolger: 'Cao Gemeenten'},
    'De regeling geldt met ingang van 1 januari 2015 niet meer, en dus niet op 5 september 2015. Opvolger: Cao Gemeenten.'
  ],
  [
    'geëindigd',
    {},
    'De regeling geldt niet meer, en dus niet op 5 september 2015.'
  ],
  [
    'nog-niet',
    {van: date('2016-01-01')},
    'De regeling geldt nog niet op 5 september 2015: zij begint op 1 januari 2016.'
  ],
  ['nog-niet', {}, 'De regeling geldt nog niet op 5 september 2015.']
] as const)(
  'a regeling that is %s says so first, also above every printed page',
  (state, facts, sentence) => {
    const c = consolidation({state, regeling: {...regeling, ...facts}})
    expect(notices(c)[0]).toBe(sentence)
    expect(renderPrint(c, templates, '')).toContain(
      '\\28 niet\\20 geldend\\29 '
    )
  }
)

test('text that rests on a concept says so, in every name of it', () => {
  const concept = {...letter, concept: true}
  const c = consolidation({units: [retroactive], sources: [concept]})
  expect(notices(c)[0]).toBe(
    'De tekst berust mede op concept Lbr. 15/069, niet uitgegeven.'
  )
  expect(lines(c, 'terugwerkend')[0]).toContain('(concept Lbr. 15/069)')
  expect(lines(c, 'bronnen')[1]).toMatch(/^Concept van ledenbrief/u)
})

test('an answer beyond the horizon says that later wijzigingen are not in it', () => {
  expect(notices(consolidation({beyondHorizon: true}))).toContain(
    'Bijgewerkt tot en met wat op 7 september 2015 bekend was; latere wijzigingen zijn niet opgenomen.'
  )
})

test('without any source the statement says that none is recorded', () => {
  const {bron: _, ...bare} = regeling
  expect(lines(consolidation({regeling: bare}), 'bronnen')).toEqual([
    'Geen bron vastgelegd'
  ])
})

test('the parties are those of the asked day', () => {
  const then = consolidation({geldig: date('2013-12-31')})
  expect(lines(then, 'gegevens')).toContain('Partijen: VNG en oude bonden')
  const none = consolidation({regeling: {...regeling, partijen: []}})
  expect(lines(none, 'gegevens')).toEqual([
    'Citeertitel: VAG',
    'Lagen: CAR en UWO'
  ])
})

test('a wijziging without any number goes by its id, an unknown one too', () => {
  const bare = wijziging({id: 'akkoord', onderwerp: 'loon', bekend: 'onbekend'})
  const c = consolidation({
    sources: [bare],
    units: [
      artikel({
        since: date('2015-01-01'),
        wijzigingen: ['akkoord', 'weg', 'nog']
      })
    ]
  })
  expect(lines(c, 'bronnen')[1]).toBe(
    'Ledenbrief akkoord, dagtekening onbekend: loon; dag van bekendwording onbekend'
  )
  expect(renderMarkdown(c)).toContain(
    '*Geldt sinds 1 januari 2015 (akkoord, weg en nog)*'
  )
})

test('a toelichting is named after what it explains, also when that is not there', () => {
  const note = (id: string): UnitText =>
    unit({id, soort: 'toelichting', opschrift: 'Doel'})
  const c = consolidation({
    units: [
      note('toelichting'),
      note('artikel-9/toelichting'),
      note('artikel-1-4/toelichting')
    ],
    announced: [
      {
        unit: 'artikel-1-4',
        soort: 'artikel',
        nummer: '1:4',
        effect: 'nieuw',
        retroactive: false,
        geldig: 'onbepaald',
        known: 'altijd',
        wijzigingen: []
      }
    ]
  })
  const output = renderMarkdown(c)
  expect(output).toContain('## Toelichting: Doel\n')
  expect(output).toContain('## Toelichting op `artikel-9`: Doel\n')
  expect(output).toContain('## Toelichting op artikel 1:4: Doel\n')
})

test('the text of a regeling that has ended nowhere looks valid', () => {
  const units = [
    artikel({since: date('2015-01-01')}),
    artikel({id: 'artikel-2', since: date('2015-01-01'), rectified: true})
  ]
  const output = renderMarkdown(consolidation({state: 'geëindigd', units}))
  expect(output).not.toMatch(/Geldend op|geldt sinds/iu)
  expect(output.match(/Geldt niet op 5 september 2015\*/gu)).toHaveLength(2)
})

test('the toelichting on a lapsed unit says that it belongs to one', () => {
  const note = unit({id: 'artikel-1-2c/toelichting', soort: 'toelichting'})
  const lapsed = artikel({
    state: 'vervallen',
    lapsedFrom: date('2015-01-01'),
    toelichting: [note]
  })
  expect(renderMarkdown(consolidation({units: [lapsed]}))).toContain(
    '### Toelichting op artikel 1:2c (bij een vervallen bepaling)\n'
  )
})

test('UWO is marked and explained, on a unit and on a lid; CAR is not marked', () => {
  const lid = item('lid', '1.', 'tekst')
  for (const marked of [
    artikel({laag: 'UWO'}),
    artikel({laag: 'CAR', text: [inLaag('UWO', lid)]})
  ]) {
    const c = consolidation({units: [marked]})
    expect(notices(c)).toContain(
      'Wat met (UWO) is gemerkt, geldt alleen voor gemeenten die bij de UWO zijn aangesloten.'
    )
    expect(renderMarkdown(c)).not.toContain('(CAR)')
  }
  expect(renderMarkdown(consolidation({units: [artikel({})]}))).not.toContain(
    '(UWO)'
  )
})

test('a lid without a paragraph bears its mark too', () => {
  const lid = item('lid', '1.', item('onderdeel', 'a.', 'tekst'))
  const c = consolidation({units: [artikel({text: [inLaag('CAR', lid)]})]})
  expect(renderMarkdown(c)).toContain('1. (CAR)\n    a. tekst\n')
})

test('a regeling without a citeertitel gets none', () => {
  const c = consolidation({regeling: {...regeling, citeertitel: []}})
  expect(lines(c, 'gegevens').join()).not.toContain('Citeertitel')
})

describe('by which wijziging each provision got its text', () => {
  const by = (nummer: string, facts: Partial<UnitText> = {}): UnitText =>
    unit({
      id: `artikel-${nummer}`,
      soort: 'artikel',
      nummer,
      since: date('2020-01-01'),
      wijzigingen: ['akkoord'],
      ...facts
    })

  test('units that follow each other are called by the first and the last', () => {
    const c = consolidation({
      units: [
        by('1'),
        by('2'),
        by('3'),
        by('4', {since: 'begin', wijzigingen: []}),
        by('5'),
        by('6', {state: 'vervallen', lapsedFrom: date('2019-01-01')}),
        by('I', {id: 'bijlage-I', soort: 'bijlage'}),
        by('7', {since: date('2018-01-01'), wijzigingen: ['brief']})
      ]
    })
    expect(lines(c, 'wijzigingen')).toEqual([
      '1 januari 2018 (brief): artikel 7',
      '1 januari 2019 (akkoord): artikel 6 vervallen',
      '1 januari 2020 (akkoord): artikelen 1 tot en met 3 en 5; bijlage I'
    ])
  })

  test('many toelichtingen are counted', () => {
    const notes = ['1', '2', '3', '4'].map((nummer) =>
      by(nummer, {
        toelichting: [
          unit({
            id: `artikel-${nummer}/toelichting`,
            soort: 'toelichting',
            since: date('2020-01-01'),
            wijzigingen: ['akkoord']
          })
        ]
      })
    )
    const c = consolidation({units: notes})
    expect(lines(c, 'wijzigingen')).toEqual([
      '1 januari 2020 (akkoord): artikelen 1 tot en met 4; 4 toelichtingen'
    ])
  })

  test('one provision says it of itself', () => {
    const {first} = {
      first: {
        geldig: date('2020-01-01'),
        known: date('2020-01-01'),
        retroactive: false,
        wijzigingen: ['akkoord']
      }
    }
    const c = consolidation({
      units: [by('1')],
      asked: {
        unit: 'artikel-1',
        soort: 'artikel',
        nummer: '1',
        state: 'geldt',
        first
      }
    })
    expect(lines(c, 'wijzigingen')).toEqual([])
  })
})

test('of a day to come: announced, unless nobody knows that it was known', () => {
  const later = {geldig: date('2016-01-01'), zicht: date('2015-01-01')}
  const said = (restsOnUnknown: boolean): string =>
    plain(statement(consolidation({...later, restsOnUnknown})).moment)
  expect(said(false)).toMatch(/^Zoals aangekondigd geldend op /u)
  expect(said(true)).toMatch(/^Naar deze bronnen geldend op /u)
})
