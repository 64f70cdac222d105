import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {
  Address,
  Publicatie,
  Stap,
  Target
} from '../../src/citation/address.ts'
import {referencesIn} from '../../src/citation/cited.ts'
import {jciOf} from '../../src/citation/jci.ts'
import {noLaws} from '../../src/citation/law-index.ts'
import {ordinalNumber, ordinalWord} from '../../src/citation/ordinals.ts'
import {readReferences} from '../../src/citation/read.ts'
import {resolveAddress} from '../../src/citation/resolve.ts'
import {
  writeAddress,
  writePublicatie,
  writeTarget
} from '../../src/citation/write.ts'
import type {Block, Phrasing} from '../../src/model.ts'
import {addressesIn} from './addresses-in.ts'
import {laws, wetten} from './laws.ts'

describe('what is read', () => {
  test.each([
    ['artikel 3:1 lid 2 onder b', ['artikel 3:1, tweede lid, onderdeel b']],
    [
      'de artikelen 34a tot en met 34d en 36, eerste en derde lid,',
      [
        'artikel 34a tot en met artikel 34d',
        'artikel 36, eerste lid',
        'artikel 36, derde lid'
      ]
    ],
    [
      'artikel 98, derde lid, aanhef en onderdeel a',
      ['artikel 98, derde lid, aanhef', 'artikel 98, derde lid, onderdeel a']
    ],
    [
      'artikel 2, eerste lid, onderdelen a en c, en derde lid',
      [
        'artikel 2, eerste lid, onderdeel a',
        'artikel 2, eerste lid, onderdeel c',
        'artikel 2, derde lid'
      ]
    ],
    ['het derde lid van artikel 6:4', ['artikel 6:4, derde lid']],
    ['onderdeel b van het tweede lid', ['tweede lid, onderdeel b']],
    ['artikel 7:658 BW', ['artikel 658 van Boek 7 van het Burgerlijk Wetboek']],
    [
      'art. 3 lid 2 sub b Awb',
      ['artikel 3, tweede lid, onderdeel b, van de Algemene wet bestuursrecht']
    ],
    [
      'artikel 3 en artikel 4 van de Ziektewet',
      ['artikel 3 van de Ziektewet', 'artikel 4 van de Ziektewet']
    ],
    [
      'artikel 18 van de Arbeidsomstandighedenwet en artikel 36a',
      ['artikel 18 van de Arbeidsomstandighedenwet', 'artikel 36a']
    ],
    [
      'artikel 1 van de Ziektewet, en artikel 2 van die wet',
      ['artikel 1 van de Ziektewet', 'artikel 2 van de Ziektewet']
    ],
    [
      'artikel 5 van de Wet X, en het derde lid van dat artikel',
      ['artikel 5 van de Wet X', 'artikel 5, derde lid, van de Wet X']
    ],
    ['artikel 3:4 van de CAR-UWO', ['artikel 3:4']],
    [
      'de toelichting op artikel 6:3, tweede lid',
      ['toelichting op artikel 6:3, tweede lid']
    ],
    ['het vijfde lid (nieuw)', ['vijfde lid (nieuw)']],
    ['bijlage 12a', ['bijlage 12a']],
    ['hoofdstuk 3, paragraaf 2', ['hoofdstuk 3, paragraaf 2']],
    ['paragraaf 2 van hoofdstuk 3', ['hoofdstuk 3, paragraaf 2']],
    ['Lbr. 15/069', ['Lbr. 15/069']],
    ['ledenbrief van 7 september 2015', ['ledenbrief van 7 september 2015']],
    ['Staatsblad 2012, nr. 322', ['Stb. 2012, 322']],
    [
      'Kamerstukken II 2012–2013, 33566, nr. 15',
      ['Kamerstukken II 2012/13, 33 566, nr. 15']
    ],
    ['artikel 3, 4 weken na de dag', ['artikel 3']],
    ['4.6, eerste lid', ['artikel 4.6, eerste lid']],
    [
      'artikel 7, lid 1 tot en met lid 3',
      ['artikel 7, eerste lid tot en met artikel 7, derde lid']
    ],
    [
      'artikel 9, eerste vier leden, en 10',
      ['artikel 9, eerste lid tot en met artikel 9, vierde lid', 'artikel 10']
    ],
    ['het laatste lid van artikel 5', ['artikel 5, laatste lid']],
    [
      'de artikelen 3 van de Ziektewet en 7, tweede lid, van de Gemeentewet',
      [
        'artikel 3 van de Ziektewet',
        'artikel 7, tweede lid, van de Gemeentewet'
      ]
    ],
    [
      'de Wet van 9 juli 1900 (Stb. 118)',
      ['Wet van 9 juli 1900', 'Stb. 1900, 118']
    ],
    [
      'artikel 5, sub a) en b),',
      ['artikel 5, onderdeel a', 'artikel 5, onderdeel b']
    ],
    ['(artikel 5, onder a).', ['artikel 5, onderdeel a']],
    [
      'artikel 5, lid 5.2, van de planregels',
      ['artikel 5, lid 5.2, van de planregels']
    ],
    ['artikel 3.', ['artikel 3']],
    [
      'aanwijzing 5.3 van de Aanwijzingen voor de regelgeving',
      ['artikel 5.3 van de Aanwijzingen voor de regelgeving']
    ],
    [
      'onderdeel 1° of 2° van artikel 2.12, aanhef en onder a, van de Wet X',
      [
        'artikel 2.12, onderdeel a, onder 1°, van de Wet X',
        'artikel 2.12, onderdeel a, onder 2°, van de Wet X'
      ]
    ],
    [
      'onder a en b van de artikelen 3 en 4 van de Ziektewet',
      [
        'artikel 3, onderdeel a, van de Ziektewet',
        'artikel 3, onderdeel b, van de Ziektewet',
        'artikel 4, onderdeel a, van de Ziektewet',
        'artikel 4, onderdeel b, van de Ziektewet'
      ]
    ],
    ['de artikelen 415 a en 416,', ['artikel 415a', 'artikel 416']],
    [
      'artikel 18, in combinatie met 18f, van de Ziektewet',
      ['artikel 18 van de Ziektewet', 'artikel 18f van de Ziektewet']
    ],
    [
      'artikel 102 octies van de Gemeentewet',
      ['artikel 102octies van de Gemeentewet']
    ],
    [
      'artikel I, onderdelen K2 a, b en c en L3,',
      [
        'artikel I, onderdeel K2, onder a',
        'artikel I, onderdeel K2, onder b',
        'artikel I, onderdeel K2, onder c',
        'artikel I, onderdeel L3'
      ]
    ],
    [
      'de artikelen III, onder A en B, en XIII',
      ['artikel III, onderdeel A', 'artikel III, onderdeel B', 'artikel XIII']
    ],
    ['de tweede afdeling van deze wet', ['afdeling 2']],
    [
      'de Eerste Afdeling, Paragraaf 2, van de Ziektewet',
      ['afdeling 1, paragraaf 2 van de Ziektewet']
    ],
    [
      'Afd. 3, Titel 10, Boek 7 B.W.',
      ['titel 10, afdeling 3 van Boek 7 van het Burgerlijk Wetboek']
    ],
    [
      'artikel 393 van Boek 2 (Rechtspersonen) van het Burgerlijk Wetboek',
      ['artikel 393 van Boek 2 van het Burgerlijk Wetboek']
    ],
    ['zie punt 5, onder 4', ['onderdeel 5, onder 4']],
    [
      'van de Vreemdelingenwet 2000: artikel 111.',
      ['artikel 111 van de Vreemdelingenwet 2000']
    ],
    [
      'IOAW art. 35 lid 1b;',
      [
        'artikel 35, lid 1b, van de Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers'
      ]
    ],
    [
      'de wet van 9 juli 1950 (Stb. K 258)',
      ['wet van 9 juli 1950', 'Stb. 1950, K 258']
    ],
    ['Stb. 1950, K 258', ['Stb. 1950, K 258']],
    [
      'de regeling van 12 april 1994, AD94/U481,',
      ['regeling van 12 april 1994, AD94/U481']
    ],
    [
      'artikel 3 van de Verordening artikel 212 Gemeentewet',
      ['artikel 3 van de Verordening artikel 212 Gemeentewet']
    ],
    [
      'artikel 3 van de ‘Verordening op de markt, alsmede op de kermis’',
      ['artikel 3 van de Verordening op de markt, alsmede op de kermis']
    ],
    [
      'artikel 22 van het Verdrag met België',
      ['artikel 22 van het Verdrag met België']
    ],
    ['een artikel 10a op te nemen', []],
    ['de Wet X (hierna: de WX)', ['Wet X']]
  ])('%s', (text, expected) => {
    expect(addressesIn(text)).toEqual(expected)
  })

  test('the text of another day', () => {
    const [reference] = readReferences(
      'artikel 6:10, zoals dat luidde op 31 december 2020,'
    )
    expect(reference).toMatchObject({zoals: {dag: '2020-12-31'}})
  })

  test('each target has the words that are its own', () => {
    const text = 'de artikelen 3, tweede en derde lid, en 5'
    const [reference] = readReferences(text)
    const own = reference?.soort === 'bepaling' ? reference.targets : []
    expect(own.map(({from, to}) => text.slice(from, to))).toEqual([
      'artikelen 3, tweede',
      'derde lid',
      '5'
    ])
  })
})

describe('ordinals', () => {
  test('the first to the hundredth, both ways', () => {
    for (let number = 1; number <= 100; number++) {
      const word = ordinalWord(number) ?? ''
      expect(ordinalNumber(word)).toBe(number)
    }
    expect(ordinalWord(21)).toBe('eenentwintigste')
    expect(ordinalWord(22)).toBe('tweeëntwintigste')
    expect(ordinalWord(99)).toBe('negenennegentigste')
    expect(ordinalWord(0)).toBeUndefined()
    expect(ordinalWord(101)).toBeUndefined()
  })

  test('older and careless spelling is read too', () => {
    expect(ordinalNumber('drieentwintigste')).toBe(23)
    expect(ordinalNumber('vier-en-twintigste')).toBe(24)
    expect(ordinalNumber('2de')).toBe(2)
    expect(ordinalNumber('eerder')).toBeUndefined()
  })
})

describe('relative to where it stands', () => {
  const here = {
    eenheid: [
      {soort: 'hoofdstuk', nummer: '3'},
      {soort: 'artikel', nummer: '3:2'}
    ],
    pad: [
      {soort: 'lid', nummer: '2a'},
      {soort: 'onderdeel', nummer: 'b'}
    ],
    leden: ['1', '2', '2a', '3'],
    text: []
  } as const

  test.each([
    ['het eerste lid', 'artikel 3:2, eerste lid'],
    ['dit artikel', 'artikel 3:2'],
    ['dit hoofdstuk', 'hoofdstuk 3'],
    ['het vorige lid', 'artikel 3:2, tweede lid'],
    ['het volgende lid, onderdeel a', 'artikel 3:2, derde lid, onderdeel a'],
    ['in vorig lid', 'artikel 3:2, tweede lid'],
    ['dit artikellid', 'artikel 3:2, lid 2a'],
    ['onderdeel c', 'artikel 3:2, lid 2a, onderdeel c'],
    ['onderdeel c, onder 1°', 'artikel 3:2, lid 2a, onderdeel c, onder 1°'],
    ['de tweede volzin', 'artikel 3:2, lid 2a, onderdeel b, tweede volzin'],
    ['dit lid', 'artikel 3:2, lid 2a'],
    ['artikel 9', 'artikel 9']
  ])('%s', (text, expected) => {
    const [reference] = readReferences(text)
    const target =
      reference?.soort === 'bepaling' ? reference.targets[0] : undefined
    const address = target && resolveAddress(target.address, here)
    expect(address && writeAddress(address)).toBe(expected)
  })

  test('what cannot be told stays open', () => {
    const first = {...here, pad: [{soort: 'lid', nummer: '1'}]} as const
    const back: Address = {
      vanaf: {soort: 'lid', stap: -1},
      eenheid: [],
      pad: []
    }
    expect(resolveAddress(back, first)).toBeUndefined()
  })
})

describe('national law', () => {
  test('a Juriconnect reference, never with a day', () => {
    const [reference] = readReferences(
      'artikel 3:2, tweede lid, onderdeel a, van de Awb',
      laws
    )
    const target =
      reference?.soort === 'bepaling' ? reference.targets[0] : undefined
    expect(target && jciOf(target.address)).toBe(
      'jci1.3:c:BWBR0005537&artikel=3:2&lid=2&o=a'
    )
  })

  test('a static reference leads to the law of its day', () => {
    const words = 'artikel 3:2 van de Awb, zoals dat luidde'
    const days = ['op 31 december 2020', 'vóór 1 januari 2021', 'toen']
    const jcis = days.map((day) => {
      const [reference] = readReferences(`Zie ${words} ${day}.`, laws)
      return reference?.soort === 'bepaling'
        ? reference.targets.map(({address}) => jciOf(address, reference.zoals))
        : []
    })
    const jci = 'jci1.3:c:BWBR0005537&artikel=3:2'
    expect(jcis).toEqual([
      [`${jci}&g=2020-12-31`],
      [`${jci}&g=2020-12-31`],
      [jci]
    ])
  })

  test('a law of which no number is known gives none', () => {
    const address: Address = {regeling: {naam: 'Wet X'}, eenheid: [], pad: []}
    expect(jciOf(address)).toBeUndefined()
  })

  test('the shipped list', () => {
    expect(wetten.length).toBeGreaterThanOrEqual(120)
    const names = wetten.map(({naam}) => naam)
    expect(new Set(names).size).toBe(names.length)
  })
})

const nummer = fc.constantFrom(
  '1',
  '3:1',
  '34a',
  '12:1:4',
  '4.6a',
  '125quinquies',
  'IV',
  'a1'
)
const letter = fc.constantFrom('a', 'b', 'k', 'aa', 'vv')
const pad = fc
  .tuple(
    fc.option(fc.integer({min: 1, max: 100}), {nil: undefined}),
    fc.option(letter, {nil: undefined}),
    fc.option(fc.integer({min: 1, max: 12}), {nil: undefined}),
    fc.option(fc.integer({min: 1, max: 9}), {nil: undefined})
  )
  .map(([lid, onderdeel, sub, volzin]): Address['pad'] => [
    ...(lid === undefined ? [] : [{soort: 'lid', nummer: `${lid}`} as const]),
    ...(onderdeel === undefined
      ? []
      : [{soort: 'onderdeel', nummer: onderdeel} as const]),
    ...(sub === undefined || onderdeel === undefined
      ? []
      : [{soort: 'onderdeel', nummer: `${sub}°`} as const]),
    ...(volzin === undefined
      ? []
      : [{soort: 'volzin', nummer: `${volzin}`} as const])
  ])
const eenheid = fc.oneof(
  nummer.map((one): Address['eenheid'] => [{soort: 'artikel', nummer: one}]),
  fc
    .constantFrom('IIa', '1', 'IV')
    .map((one): Address['eenheid'] => [{soort: 'bijlage', nummer: one}]),
  fc
    .constantFrom('3', 'IX', '6a')
    .map((one): Address['eenheid'] => [{soort: 'hoofdstuk', nummer: one}]),
  nummer.map((one): Address['eenheid'] => [
    {soort: 'artikel', nummer: one},
    {soort: 'toelichting'}
  ])
)
const regeling = fc.option(
  fc
    .constantFrom(
      ...wetten.filter(
        ({naam, boeken}) => boeken.length === 0 && naam !== 'CAR-UWO'
      )
    )
    .map(({naam, bwb}) => ({naam, ...(bwb !== undefined && {bwb})})),
  {nil: undefined}
)

describe('properties', () => {
  test('what is written is read back as the same value, in both ways of citing', () => {
    fc.assert(
      fc.property(
        eenheid,
        pad,
        regeling,
        fc.constantFrom('voluit', 'kort'),
        (units, steps, law, stijl) => {
          const address: Address = {
            ...(law && {regeling: law}),
            eenheid: units,
            pad: steps
          }
          const words = writeAddress(address, stijl)
          const text = `Het bepaalde in ${words} geldt.`
          const [reference, ...others] = readReferences(text, laws)
          expect(others).toEqual([])
          expect(
            reference?.soort === 'bepaling' &&
              reference.targets.map((one) => one.address)
          ).toEqual([address])
          expect(text.slice(reference?.from, reference?.to)).toBe(words)
        }
      ),
      {numRuns: 1500}
    )
  })

  const unit = fc.tuple(
    fc.constantFrom<'artikel' | 'hoofdstuk' | 'paragraaf' | 'bijlage'>(
      'artikel',
      'hoofdstuk',
      'paragraaf',
      'bijlage'
    ),
    fc.constantFrom<string>('3', '4a', '12')
  )
  const lid = fc.integer({min: 1, max: 100}).map((n) => `${n}`)
  /** A range: of units, of leden, of onderdelen or of what is below them, or from one artikel to another. */
  const range = fc
    .tuple(
      unit,
      fc.constantFrom('unit', 'lid', 'onderdeel', 'sub', 'across'),
      lid,
      lid
    )
    .map(
      ([[soort, nummer], kind, one, two]): Pick<Target, 'address' | 'tot'> => {
        const at = (
          pad: readonly Stap[],
          number: string = nummer
        ): Address => ({
          eenheid: [{soort, nummer: number}],
          pad
        })
        const inLid = (...more: readonly Stap[]): Address =>
          at([{soort: 'lid', nummer: one}, ...more])
        const sub = (label: string): Address =>
          inLid(
            {soort: 'onderdeel', nummer: 'b'},
            {soort: 'onderdeel', nummer: label}
          )
        if (kind === 'unit') return {address: at([]), tot: at([], '20')}
        if (kind === 'across') {
          const ofArtikel = (
            number: string,
            pad: readonly Stap[]
          ): Address => ({
            eenheid: [{soort: 'artikel', nummer: number}],
            pad
          })
          const end = ofArtikel('20', [{soort: 'lid', nummer: two}])
          return {
            address: ofArtikel(
              nummer,
              soort === 'artikel' ? [{soort: 'lid', nummer: one}] : []
            ),
            tot: end
          }
        }
        if (kind === 'lid') {
          return {address: inLid(), tot: at([{soort: 'lid', nummer: two}])}
        }
        return kind === 'onderdeel'
          ? {
              address: inLid({soort: 'onderdeel', nummer: 'a'}),
              tot: inLid({soort: 'onderdeel', nummer: 'd'})
            }
          : {address: sub('1°'), tot: sub('3°')}
      }
    )

  test('a range is read back as the same value, in both ways of citing', () => {
    fc.assert(
      fc.property(
        range,
        regeling,
        fc.constantFrom<'nieuw' | 'oud' | undefined>('nieuw', 'oud', undefined),
        fc.constantFrom('voluit', 'kort'),
        ({address, tot}, law, vernummerd, stijl) => {
          const of = (one: Address): Address => ({
            ...(law && {regeling: law}),
            ...one
          })
          const target = {
            address: of(address),
            ...(tot && {tot: of(tot)}),
            ...(vernummerd && {vernummerd})
          }
          const words = writeTarget(target, stijl)
          const text = `Het bepaalde in ${words} geldt.`
          const [reference, ...others] = readReferences(text, laws)
          expect(others).toEqual([])
          expect(text.slice(reference?.from, reference?.to)).toBe(words)
          const read = reference?.soort === 'bepaling' ? reference.targets : []
          expect(read.map(({from: _, to: __, ...rest}) => rest)).toEqual([
            target
          ])
        }
      ),
      {numRuns: 1500}
    )
  })

  const jaar = fc.integer({min: 1950, max: 2030}).map((n) => `${n}`)
  const nr = fc.integer({min: 1, max: 9999}).map((n) => `${n}`)
  const publicatie = fc.oneof(
    fc
      .tuple(
        fc.constantFrom<'Stb.' | 'Stcrt.' | 'Trb.' | 'gemeenteblad'>(
          'Stb.',
          'Stcrt.',
          'Trb.',
          'gemeenteblad'
        ),
        jaar,
        nr
      )
      .map(
        ([soort, year, nummer]): Publicatie => ({soort, jaar: year, nummer})
      ),
    fc
      .tuple(
        fc.constantFrom<'PbEU' | 'PbEG' | 'PB'>('PbEU', 'PbEG', 'PB'),
        fc.constantFrom<'L' | 'C'>('L', 'C'),
        fc.option(jaar, {nil: undefined}),
        fc.constantFrom('376', '119/1', '2024/1689')
      )
      .map(
        ([soort, reeks, year, nummer]): Publicatie => ({
          soort,
          ...(year !== undefined && {jaar: year}),
          reeks,
          nummer
        })
      ),
    fc
      .tuple(
        fc.constantFrom<'I' | 'II'>('I', 'II'),
        fc.integer({min: 0, max: 98}),
        fc.constantFrom('33818', '34000 XV', '29800 VII'),
        fc.constantFrom('3', '15', 'C')
      )
      .map(
        ([kamer, year, dossier, nummer]): Publicatie => ({
          soort: 'Kamerstukken',
          kamer,
          vergaderjaar: `20${`${year}`.padStart(2, '0')}/${`${year + 1}`.padStart(2, '0')}`,
          dossier,
          nummer
        })
      ),
    fc
      .constantFrom('15/069', '07/12', 'ECWGO/U201501416', 'CvA/2002001861')
      .map((nummer): Publicatie => ({soort: 'ledenbrief', nummer}))
  )

  test('a publication is read back as the same value', () => {
    fc.assert(
      fc.property(publicatie, (one) => {
        const words = writePublicatie(one)
        const text = `Zie ${words}.`
        const [reference, ...others] = readReferences(text)
        expect(others).toEqual([])
        expect(reference).toMatchObject({publicatie: one})
        expect(text.slice(reference?.from, reference?.to)).toBe(words)
      })
    )
  })

  test('a name of three words or more ends where the sentence goes on', () => {
    const name = fc.constantFrom(
      'Regeling vergoeding reiskosten Voorbeeldland 2010',
      'Verordening rechtspositie wethouders, raads- en commissieleden 2015',
      'Besluit van 3 mei 2011, nr. 2011-2000123',
      'Richtlijn 2003/88/EG',
      'Verordening (EU) 2016/679',
      'Pensioenreglement van de Stichting Pensioenfonds Voorbeeld',
      'Cao Voorbeeld 2021-2023',
      'Mandaat- en machtigingsregeling gemeente Voorbeeldstad 2014',
      'Wet op de voorbeelden en proeven'
    )
    const rest = fc.constantFrom(
      ' geldt dat.',
      ', bedoelde toelage.',
      ' en het Burgerlijk Wetboek.',
      ' wordt geregeld wie dat doet.',
      ' die op 1 mei ingaat.',
      '.',
      ' genoemde bedragen worden verhoogd.'
    )
    fc.assert(
      fc.property(name, rest, (one, more) => {
        const text = `De in artikel 4 van de ${one}${more}`
        const [reference] = readReferences(text, laws)
        expect(text.slice(reference?.from, reference?.to)).toBe(
          `artikel 4 van de ${one}`
        )
      })
    )
  })

  const words = fc.constantFrom(
    'artikel',
    'artikelen',
    'het',
    'eerste',
    'tweede',
    'lid',
    'leden',
    'onderdeel',
    'onder',
    'a',
    'b',
    '1',
    '2°',
    '3:1',
    'en',
    'of',
    ',',
    'tot en met',
    'van',
    'de',
    'Wet',
    'BW',
    'bijlage',
    'IIa',
    'dit',
    'vorige',
    'hoofdstuk',
    'toelichting op',
    'zoals dat luidde op',
    '31 december 2020',
    'Stb. 2012, 322',
    '(nieuw)',
    'volzin',
    'aanhef'
  )

  test('any text is read, in order and without overlap', () => {
    const anyText = fc.oneof(
      fc.string({maxLength: 200}),
      fc.array(words, {maxLength: 60}).map((list) => list.join(' '))
    )
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const {from, to} of readReferences(text, laws)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          end = to
        }
      }),
      {numRuns: 3000}
    )
  })

  test.each([
    ['artikel 1, ', 'a list'],
    ['het eerste, ', 'ordinals without an end'],
    ['het eerste lid van ', 'parts of parts'],
    ['artikel ', 'the word alone'],
    ['onder a, b en ', 'letters'],
    ['Wet op de ', 'names'],
    ['hoofdstuk 3 van ', 'units in units'],
    ['a', 'one word'],
    ['1', 'one number'],
    ['IVX', 'capitals'],
    ['toelichting op ', 'notes'],
    ['Regeling van de Minister ', 'who took a regeling'],
    ['de Verordening x, y en z ', 'lists in names'],
    ['Mandaat-, ', 'halves of words'],
    ['7:611 BW, ', 'numbers of a wetboek'],
    ['AOW, ', 'abbreviations'],
    ['titel 7.10 (aaaa ', 'headings between brackets'],
    ['de Wet (hierna: ', 'what a text defines'],
    ['onderdeel a; ', 'a list with semicolons'],
    ['lid 1 tot en met ', 'ranges without an end'],
    ['artikelen 3 van de Wet A en ', 'lists of laws'],
    ['(onder a) en ', 'brackets'],
    ['de algemene verordening a ', 'titles without a capital'],
    ['“Wet ', 'names between quotes'],
    ['onderdelen K2 a, b en ', 'labels with a number'],
    ['tweede afdeling, Paragraaf 2, ', 'units by their ordinal'],
    ['Verordening (EU) nr. 1/2 en ', 'European acts'],
    ['een artikel 3 ', 'what is to come'],
    ['Regeling aanpak werk en inkomen van ', 'long names'],
    ['aanwijzing 5.3, ', 'aanwijzingen'],
    ['artikel 3 van die wetten, ', 'laws that were named'],
    ['artikel 3 van deze wet en ', 'our own artikelen'],
    ['het derde lid van dat artikel, ', 'the artikel that was named'],
    ['In artikel 8 wordt «het eerste lid ', 'what is changed'],
    ['onderdeel b en het slot van ', 'parts before an owner']
  ])('long input takes time in proportion: %s (%s)', (piece) => {
    const time = (count: number): number => {
      const text = piece.repeat(count)
      const start = performance.now()
      readReferences(text, noLaws)
      readReferences(text, laws)
      return performance.now() - start
    }
    time(2_000)
    const short = Math.max(time(5_000), 3)
    // Ten times as long: far from the hundred times that a square would take.
    // Once more where something else kept the machine busy.
    const long = time(50_000)
    expect(long < short * 45 ? long : time(50_000)).toBeLessThan(short * 45)
  })
})

test('what is a heading on a line by itself is a reference in a cell or an item', () => {
  for (const words of [
    'Artikel 3:1',
    'Artikel 5.',
    'Bijlage 2',
    'Lid 2',
    'lid 2',
    'Artikel 2 DOEL',
    'artikel 1:1 begripsomschrijvingen',
    'Onderdeel a'
  ]) {
    expect(readReferences(words, laws)).toEqual([])
    expect(readReferences(words, laws, false)).toHaveLength(1)
  }
})

test('and so it is in the legal tree', () => {
  const content = (value: string): Phrasing[] => [{type: 'text', value}]
  const alinea: Block = {
    type: 'alinea',
    role: 'tekst',
    content: content('Artikel 3:1')
  }
  const lid: Block = {type: 'lid', label: '1.', nummer: '1', content: [alinea]}
  expect(referencesIn([alinea], laws)).toEqual([])
  expect(referencesIn([lid], laws)).toHaveLength(1)
})
