import {describe, expect, test} from 'vitest'
import {readReferences} from '../../src/citation/read.ts'
import {resolveAddress} from '../../src/citation/resolve.ts'
import {writeAddress, writeTarget} from '../../src/citation/write.ts'
import {addressesIn} from './addresses-in.ts'
import {laws} from './laws.ts'

type Case = readonly [words: string, addresses: readonly string[]]

const awb = 'van de Algemene wet bestuursrecht'
const bw = (boek: string): string =>
  `van Boek ${boek} van het Burgerlijk Wetboek`
const ioaw =
  'Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers'
const ioaz =
  'Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte gewezen zelfstandigen'

/** What goes wrong, and words with the addresses that they have in the law. */
const faults: Readonly<Record<string, readonly Case[]>> = {
  'what is excepted stands beside what it is a part of': [
    [
      'artikel 31, tweede lid, met uitzondering van onderdeel c',
      ['artikel 31, tweede lid', 'artikel 31, tweede lid, onderdeel c']
    ],
    [
      'de artikelen 4, 5, eerste lid, in verbinding met het derde lid, en 6 van de Winkeltijdenwet',
      [
        'artikel 4 van de Winkeltijdenwet',
        'artikel 5, eerste lid, van de Winkeltijdenwet',
        'artikel 5, derde lid, van de Winkeltijdenwet',
        'artikel 6 van de Winkeltijdenwet'
      ]
    ]
  ],
  'what is left out is a part of what was named right before it': [
    [
      'De artikelen, vermeld in artikel 34, uitgezonderd het vierde en vijfde lid, gelden.',
      ['artikel 34', 'artikel 34, vierde lid', 'artikel 34, vijfde lid']
    ],
    [
      'Artikel 9 van de Awb is, met uitzondering van het derde lid, van toepassing.',
      [`artikel 9 ${awb}`, `artikel 9, derde lid, ${awb}`]
    ],
    [
      'Artikel 9, tweede lid, is, behoudens onderdeel c, van toepassing.',
      ['artikel 9, tweede lid', 'artikel 9, tweede lid, onderdeel c']
    ],
    [
      'De artikelen 3 en 4 zijn, behoudens het derde lid, van toepassing.',
      ['artikel 3', 'artikel 4', 'derde lid']
    ]
  ],
  'a letter is that of the place that the sentence named with it': [
    [
      'de bedragen, genoemd in artikel 8, eerste lid, onder b en c, herzien, zodat het onder b genoemde bedrag wordt gesteld op nul',
      [
        'artikel 8, eerste lid, onderdeel b',
        'artikel 8, eerste lid, onderdeel c',
        'artikel 8, eerste lid, onderdeel b'
      ]
    ],
    [
      'In artikel 8, onder b, staat dat. Het onder b genoemde bedrag is nul.',
      ['artikel 8, onderdeel b', 'onderdeel b']
    ],
    [
      'In artikel 8, onder b, staat dat het onder c genoemde bedrag nul is.',
      ['artikel 8, onderdeel b', 'onderdeel c']
    ]
  ],
  'a number goes with the letter that stands apart': [
    [
      'Het derde lid van artikel 33 d van overeenkomstige toepassing.',
      ['artikel 33d, derde lid']
    ],
    ['Artikel 94 , tweede lid, geldt.', ['artikel 94, tweede lid']],
    ['artikel 12 b is vervallen', ['artikel 12b']],
    [
      'artikel 4, onder c, onder 2e van de Awb',
      [`artikel 4, onderdeel c, onder 2°, ${awb}`]
    ]
  ],
  'artikelen of the law that the sentence is about': [
    [
      'Gezien Verordening (EG) nr. 1829/2003 inzake levensmiddelen, en met name artikel 7, lid 3, en artikel 19,',
      [
        'Verordening (EG) nr. 1829/2003',
        'artikel 7, derde lid, van de Verordening (EG) nr. 1829/2003',
        'artikel 19 van de Verordening (EG) nr. 1829/2003'
      ]
    ],
    [
      'De Ziektewet bepaalt in artikel 27 dat artikel 3 geldt.',
      ['Ziektewet', 'artikel 27 van de Ziektewet', 'artikel 3']
    ]
  ],
  'artikelen of the law that was named right before them': [
    [
      'de Distributiewet, de artikelen 4 en 5;',
      [
        'Distributiewet',
        'artikel 4 van de Distributiewet',
        'artikel 5 van de Distributiewet'
      ]
    ],
    [
      'Ook de Awb (artikel 3:2) kent dat.',
      ['Algemene wet bestuursrecht', `artikel 3:2 ${awb}`]
    ],
    [
      'artikel 3:40, titels 4.1 tot en met 4.3, artikel 4:125, de hoofdstukken 6 en 7 en afdeling 10.2.1 van de Awb',
      [
        `artikel 3:40 ${awb}`,
        `titel 4.1 ${awb} tot en met titel 4.3 ${awb}`,
        `artikel 4:125 ${awb}`,
        `hoofdstuk 6 ${awb}`,
        `hoofdstuk 7 ${awb}`,
        `afdeling 10.2.1 ${awb}`
      ]
    ]
  ],
  'a book by the wetboek that was named': [
    [
      'titel 9 van boek 2 van het BW, met dien verstande dat artikel 394 van dat boek geldt',
      [`titel 9 ${bw('2')}`, `artikel 394 ${bw('2')}`]
    ],
    ['artikel 392 van Boek I van het BW', [`artikel 392 ${bw('1')}`]],
    ['artikel 7 : 658 BW', [`artikel 658 ${bw('7')}`]]
  ],
  'a list of letters ends where the next artikel begins': [
    [
      'de artikelen 7, derde lid, onder c, 9, eerste lid, onder b, en 13, eerste lid, eerste volzin, van de Woningwet',
      [
        'artikel 7, derde lid, onderdeel c, van de Woningwet',
        'artikel 9, eerste lid, onderdeel b, van de Woningwet',
        'artikel 13, eerste lid, eerste volzin, van de Woningwet'
      ]
    ],
    [
      'de artikelen 156, eerste en tweede lid, aanhef en onderdeel h, en 229, eerste lid, aanhef en onderdeel b, van de Gemeentewet',
      [
        'artikel 156, eerste lid, van de Gemeentewet',
        'artikel 156, tweede lid, aanhef, van de Gemeentewet',
        'artikel 156, tweede lid, onderdeel h, van de Gemeentewet',
        'artikel 229, eerste lid, aanhef, van de Gemeentewet',
        'artikel 229, eerste lid, onderdeel b, van de Gemeentewet'
      ]
    ],
    [
      'de artikelen 3, eerste lid, aanhef en onder b en f, 4, eerste en tweede lid, en 5 van de Ziektewet',
      [
        'artikel 3, eerste lid, aanhef, van de Ziektewet',
        'artikel 3, eerste lid, onderdeel b, van de Ziektewet',
        'artikel 3, eerste lid, onderdeel f, van de Ziektewet',
        'artikel 4, eerste lid, van de Ziektewet',
        'artikel 4, tweede lid, van de Ziektewet',
        'artikel 5 van de Ziektewet'
      ]
    ],
    [
      'de artikelen 39, tweede lid, onderdelen a, f en g, 39a, aanhef en onderdeel e, en 44',
      [
        'artikel 39, tweede lid, onderdeel a',
        'artikel 39, tweede lid, onderdeel f',
        'artikel 39, tweede lid, onderdeel g',
        'artikel 39a, aanhef',
        'artikel 39a, onderdeel e',
        'artikel 44'
      ]
    ],
    [
      'de artikelen 5, sub a en b, 6, sub c, en 7',
      [
        'artikel 5, onderdeel a',
        'artikel 5, onderdeel b',
        'artikel 6, onderdeel c',
        'artikel 7'
      ]
    ]
  ],
  'the abbreviation of a law is no letter': [
    [
      'artikel 7:669, derde lid, onderdelen c tot en met h, BW',
      [
        `artikel 669, derde lid, onderdeel c, ${bw('7')} tot en met artikel 669, derde lid, onderdeel h, ${bw('7')}`
      ]
    ],
    [
      'artikel 7:669 lid 3 sub a, BW',
      [`artikel 669, derde lid, onderdeel a, ${bw('7')}`]
    ],
    [
      'artikel 8, eerste lid, onder a en b, WW',
      [
        'artikel 8, eerste lid, onderdeel a, van de Werkloosheidswet',
        'artikel 8, eerste lid, onderdeel b, van de Werkloosheidswet'
      ]
    ]
  ],
  'our own regeling is not the next law': [
    [
      'Artikel 3 van deze verordening en artikel 5 van de Woningwet',
      ['artikel 3', 'artikel 5 van de Woningwet']
    ],
    [
      'Artikel 3:1 van de CAR en artikel 125 van de Ziektewet',
      ['artikel 3:1', 'artikel 125 van de Ziektewet']
    ],
    [
      'CAR-UWO, artikel 6, en artikel 125 van de Ziektewet',
      ['artikel 6', 'artikel 125 van de Ziektewet']
    ],
    [
      'Bijlage 1 bij deze verordening en bijlage 2 bij de Woningwet',
      ['bijlage 1', 'bijlage 2 van de Woningwet']
    ]
  ],
  'numbers of another kind are of another law': [
    [
      'artikel 1:1, onderdeel a, of de artikelen 10, 11 of 12 van de Ziektewet',
      [
        'artikel 1:1, onderdeel a',
        'artikel 10 van de Ziektewet',
        'artikel 11 van de Ziektewet',
        'artikel 12 van de Ziektewet'
      ]
    ],
    [
      'Artikel 12 en artikel 8:4 van de Awb',
      ['artikel 12', `artikel 8:4 ${awb}`]
    ]
  ],
  'an artikel of a wetboek is in the book that it names': [
    [
      'artikel 7:610 en artikel 6:248 van het BW',
      [`artikel 610 ${bw('7')}`, `artikel 248 ${bw('6')}`]
    ],
    [
      'de artikelen 7: 629 en 629a BW',
      [`artikel 629 ${bw('7')}`, `artikel 629a ${bw('7')}`]
    ],
    [
      'artikel 7:610 tot en met 615 BW',
      [`artikel 610 ${bw('7')} tot en met artikel 615 ${bw('7')}`]
    ],
    ['Boek 7, titel 7, van het BW', [`titel 7 ${bw('7')}`]],
    ['titel 10 van Boek 7 van het BW', [`titel 10 ${bw('7')}`]],
    ['titel 7.10 BW', [`titel 10 ${bw('7')}`]],
    ['afdeling 6.5.3 BW', [`titel 5, afdeling 3 ${bw('6')}`]],
    ['Boek 7 van het BW', ['Boek 7 van het Burgerlijk Wetboek']],
    ['artikel 611 van het zevende boek van het BW', [`artikel 611 ${bw('7')}`]]
  ],
  'a list of leden ends where the next artikel begins': [
    [
      'de artikelen 100, 102 lid 2, 103 leden 4-6, 104 en 112 van Boek 1',
      [
        `artikel 100 ${bw('1')}`,
        `artikel 102, tweede lid, ${bw('1')}`,
        `artikel 103, vierde lid, ${bw('1')} tot en met artikel 103, zesde lid, ${bw('1')}`,
        `artikel 104 ${bw('1')}`,
        `artikel 112 ${bw('1')}`
      ]
    ],
    [
      'artikel 8a lid 2 en 10b, lid 5 en lid 7, van de Ziektewet',
      [
        'artikel 8a, tweede lid, van de Ziektewet',
        'artikel 10b, vijfde lid, van de Ziektewet',
        'artikel 10b, zevende lid, van de Ziektewet'
      ]
    ],
    [
      'de artikelen 3.1 lid 2 en 3.2 lid 1',
      ['artikel 3.1, tweede lid', 'artikel 3.2, eerste lid']
    ]
  ],
  'a part goes with the owner that stands behind it': [
    [
      'Lid 3 van artikel 5 en lid 2 van artikel 6',
      ['artikel 5, derde lid', 'artikel 6, tweede lid']
    ],
    [
      'onderdeel a van artikel 5 en onderdeel b van artikel 6',
      ['artikel 5, onderdeel a', 'artikel 6, onderdeel b']
    ],
    [
      'onderdeel a van het eerste lid en onderdeel c van het tweede lid vervallen',
      ['eerste lid, onderdeel a', 'tweede lid, onderdeel c']
    ],
    [
      'het tweede lid, onderdeel a, en onderdeel c van het derde lid',
      ['tweede lid, onderdeel a', 'derde lid, onderdeel c']
    ],
    [
      'onderdeel b en het slot van artikel 5',
      ['artikel 5, onderdeel b', 'artikel 5, slot']
    ],
    [
      'de aanhef, onderdeel a en het slot van het eerste lid',
      ['eerste lid, aanhef', 'eerste lid, onderdeel a', 'eerste lid, slot']
    ],
    [
      'het eerste en tweede lid en de artikelen 3, tweede lid, en 4',
      ['eerste lid', 'tweede lid', 'artikel 3, tweede lid', 'artikel 4']
    ],
    [
      'dit lid en het tweede lid van artikel 5',
      ['dit lid', 'artikel 5, tweede lid']
    ]
  ],
  'that lid is a lid, and that artikel an artikel': [
    [
      'Artikel 3, tweede lid, met uitzondering van onderdeel b van dat lid',
      ['artikel 3, tweede lid', 'artikel 3, tweede lid, onderdeel b']
    ],
    [
      'artikel 12 van de Woningwet, gelet op het tweede lid, het derde lid van genoemd artikel',
      [
        'artikel 12 van de Woningwet',
        'tweede lid',
        'artikel 12, derde lid, van de Woningwet'
      ]
    ]
  ],
  'what is below and what is beside': [
    [
      'artikel 3, eerste lid, onderdeel a, 2°',
      ['artikel 3, eerste lid, onderdeel a, onder 2°']
    ],
    [
      'artikel 2.2, tweede lid, onderdeel c, onder ii',
      ['artikel 2.2, tweede lid, onderdeel c, onder ii']
    ],
    [
      'artikel 5, eerste lid, onderdelen a, onder 2°, en b, onder 5°',
      [
        'artikel 5, eerste lid, onderdeel a, onder 2°',
        'artikel 5, eerste lid, onderdeel b, onder 5°'
      ]
    ],
    [
      'artikel 5, tweede lid, onderdeel b, aanhef en onder 2°',
      [
        'artikel 5, tweede lid, onderdeel b, aanhef',
        'artikel 5, tweede lid, onderdeel b, onder 2°'
      ]
    ],
    [
      'artikel 5, derde lid, eerste volzin, onder a',
      ['artikel 5, derde lid, eerste volzin, onderdeel a']
    ],
    [
      'artikel 5, eerste lid, ten eerste en ten tweede',
      [
        'artikel 5, eerste lid, onderdeel 1°',
        'artikel 5, eerste lid, onderdeel 2°'
      ]
    ],
    [
      'artikel 3, lid 1 onder b aan het slot, van de Ziektewet',
      ['artikel 3, eerste lid, onderdeel b, slot, van de Ziektewet']
    ]
  ],
  'a range keeps the leden of both ends': [
    [
      'de artikelen 52 tot en met 56, eerste lid, en 57 tot en met 60',
      [
        'artikel 52 tot en met artikel 56, eerste lid',
        'artikel 57 tot en met artikel 60'
      ]
    ],
    [
      'de artikelen 28, tweede lid, tot en met 34, derde lid',
      ['artikel 28, tweede lid tot en met artikel 34, derde lid']
    ],
    [
      'de eerste volzin van de artikelen 3 tot en met 5',
      ['artikel 3, eerste volzin tot en met artikel 5, eerste volzin']
    ]
  ],
  'that law is the last one of its kind': [
    [
      'artikel 5 van de Woningwet, artikel 2 van het Bouwbesluit 2012, en artikel 3 van die wet',
      [
        'artikel 5 van de Woningwet',
        'artikel 2 van het Bouwbesluit 2012',
        'artikel 3 van de Woningwet'
      ]
    ]
  ],
  'smaller faults': [
    [
      'artikel 5, aanhef en de onderdelen a en b, van de Gemeentewet',
      [
        'artikel 5, aanhef, van de Gemeentewet',
        'artikel 5, onderdeel a, van de Gemeentewet',
        'artikel 5, onderdeel b, van de Gemeentewet'
      ]
    ],
    [
      'de artikelen 49c en 49e, eerste lid',
      ['artikel 49c', 'artikel 49e, eerste lid']
    ],
    [
      'Artikel 3 WW en 29 ZW',
      ['artikel 3 van de Werkloosheidswet', 'artikel 29 van de Ziektewet']
    ],
    [
      'artikel 3, eerste lid, nummer 3.',
      ['artikel 3, eerste lid, onderdeel 3']
    ],
    ['zie bijlage 2 artikel 5', ['bijlage 2, artikel 5']],
    ['zie bijlage III, deel A', ['bijlage III, deel A']],
    [
      'titel 4.2, met uitzondering van artikel 4:24, van de Awb',
      [`titel 4.2 ${awb}`, `artikel 4:24 ${awb}`]
    ],
    [
      'de toepasselijkheid van de Algemene termijnenwet: artikel 89',
      ['Algemene termijnenwet', 'artikel 89']
    ],
    [
      'de artikelen 5 en 6, eerste onderscheidenlijk tweede lid,',
      ['artikel 5, eerste lid', 'artikel 6, tweede lid']
    ],
    [
      'de artikelen 5 en 6, eerste en tweede lid,',
      ['artikel 5', 'artikel 6, eerste lid', 'artikel 6, tweede lid']
    ]
  ],
  'a place in a unit around the text': [
    [
      'paragrafen 2 tot en met 4 van dit hoofdstuk',
      ['paragraaf 2 van dit hoofdstuk tot en met paragraaf 4 van dit hoofdstuk']
    ],
    [
      'artikel 6, tweede lid, van deze paragraaf',
      ['artikel 6, tweede lid, van deze paragraaf']
    ],
    ['artikel 3 van het vorige hoofdstuk', ['artikel 3 van vorige hoofdstuk']]
  ],
  'more than one lid': [
    ['de vorige leden', ['eerste lid tot en met vorige lid']],
    ['de vorige twee leden', ['tweede vorige lid tot en met vorige lid']],
    ['de volgende leden', ['volgende lid tot en met laatste lid']]
  ],
  'a sentence that changes an artikel': [
    [
      'In artikel 8 van de Woningwet vervalt het tweede lid.',
      ['artikel 8 van de Woningwet', 'artikel 8, tweede lid, van de Woningwet']
    ],
    [
      'In artikel 3, eerste lid, vervalt onderdeel c, onder vervanging van «; of» aan het slot van onderdeel b door een punt.',
      [
        'artikel 3, eerste lid',
        'artikel 3, eerste lid, onderdeel c',
        'artikel 3, eerste lid, onderdeel b, slot'
      ]
    ],
    [
      'In artikel 8, tweede lid, van de Woningwet wordt «artikel 3. Het eerste lid» vervangen door: artikel 4.',
      [
        'artikel 8, tweede lid, van de Woningwet',
        'artikel 3 van de Woningwet',
        'artikel 8, eerste lid, van de Woningwet',
        'artikel 4 van de Woningwet'
      ]
    ],
    [
      'In artikel I wordt in artikel 13, tweede lid, «eerste lid» vervangen door «derde lid».',
      [
        'artikel I',
        'artikel 13, tweede lid',
        'artikel 13, eerste lid',
        'artikel 13, derde lid'
      ]
    ],
    [
      'In artikel 8 wordt dit lid gewijzigd, en artikel 9 vervalt. Het tweede lid geldt.',
      ['artikel 8', 'dit lid', 'artikel 9', 'tweede lid']
    ],
    [
      'In artikel 8 wordt verstaan onder loon wat het tweede lid noemt.',
      ['artikel 8', 'tweede lid']
    ]
  ],
  'a place in several laws': [
    [
      'de Richtlijnen 78/660/EEG en 83/349/EEG',
      ['Richtlijn 78/660/EEG', 'Richtlijn 83/349/EEG']
    ],
    [
      'de Verordeningen (EG) nr. 715/2007 en (EG) nr. 595/2009',
      ['Verordening (EG) nr. 715/2007', 'Verordening (EG) nr. 595/2009']
    ],
    [
      'artikel 3 van de Richtlijnen 78/660/EEG en 83/349/EEG',
      [
        'artikel 3 van de Richtlijn 78/660/EEG',
        'artikel 3 van de Richtlijn 83/349/EEG'
      ]
    ],
    [
      'artikel 13 Ioaw/Ioaz',
      [`artikel 13 van de ${ioaw}`, `artikel 13 van de ${ioaz}`]
    ],
    [
      'artikel 35 van de IOAW en de IOAZ',
      [`artikel 35 van de ${ioaw}`, `artikel 35 van de ${ioaz}`]
    ],
    [
      'artikel 12 van de Ziektewet en de Woningwet',
      ['artikel 12 van de Ziektewet', 'Woningwet']
    ],
    [
      'De Ziektewet. De Toeslagenwet en de Woningwet, en artikel 3 van die wetten.',
      [
        'Ziektewet',
        'Toeslagenwet',
        'Woningwet',
        'artikel 3 van de Toeslagenwet',
        'artikel 3 van de Woningwet'
      ]
    ]
  ]
}

describe.each(Object.entries(faults))('%s', (_, cases) => {
  test.each(cases)('%s', (words, addresses) => {
    expect(addressesIn(words)).toEqual(addresses)
  })
})

test('the day of the text is that of both artikelen', () => {
  const read = readReferences(
    'artikel 9 van de Woningwet en artikel 10 van de Ziektewet, zoals die luidden op 31 december 2020',
    laws
  )
  expect(read).toMatchObject([
    {zoals: {dag: '2020-12-31'}},
    {zoals: {dag: '2020-12-31'}}
  ])
})

test.each([
  'Artikel 21 zoals dat luidde op de dag voor de datum van inwerkingtreding van het Besluit van 22 december 2005 blijft gelden.',
  'Artikel 21, zoals dat luidde vóór de inwerkingtreding van de Ziektewet, blijft gelden.',
  'Artikel 21, zoals dat luidde voorafgaand aan de intrekking van de Ziektewet, blijft gelden.'
])('of a day that another regeling tells: %s', (words) => {
  const [first] = readReferences(words, laws)
  expect(first).toMatchObject({from: 0, to: 10, zoals: {}})
})

describe('from where it stands', () => {
  const here = {
    eenheid: [
      {soort: 'hoofdstuk', nummer: '3'},
      {soort: 'paragraaf', nummer: '1'},
      {soort: 'artikel', nummer: '3:2'}
    ],
    pad: [{soort: 'lid', nummer: '3'}],
    leden: ['1', '2', '3', '4', '5'],
    text: []
  } as const

  test.each([
    ['paragraaf 2 van dit hoofdstuk', 'hoofdstuk 3, paragraaf 2'],
    [
      'paragrafen 2 tot en met 4 van dit hoofdstuk',
      'hoofdstuk 3, paragrafen 2 tot en met 4'
    ],
    [
      'artikel 6, eerste lid, van deze paragraaf',
      'hoofdstuk 3, paragraaf 1, artikel 6, eerste lid'
    ],
    ['de vorige leden', 'artikel 3:2, eerste tot en met tweede lid'],
    ['de vorige twee leden', 'artikel 3:2, eerste tot en met tweede lid'],
    ['de volgende twee leden', 'artikel 3:2, vierde tot en met vijfde lid'],
    ['artikel 3 van het vorige hoofdstuk', undefined]
  ])('%s', (words, expected) => {
    const [reference] = readReferences(words)
    const [target] = reference?.soort === 'bepaling' ? reference.targets : []
    const address = target && resolveAddress(target.address, here)
    const tot = target?.tot && resolveAddress(target.tot, here)
    expect(address && writeTarget({address, ...(tot && {tot})})).toBe(expected)
  })
})

test.each([
  'paragraaf 2 van dit hoofdstuk',
  'paragrafen 2 tot en met 4 van dit hoofdstuk',
  'artikel 6, tweede lid, van deze paragraaf',
  'toelichting op artikel 6 van deze paragraaf',
  'vorige leden',
  'vorige twee leden',
  'volgende leden',
  'volgende drie leden',
  'artikelen 28, tweede lid, tot en met 34, derde lid',
  'artikelen 52 tot en met 56, eerste lid, van de Ziektewet',
  'Boek 7 van het Burgerlijk Wetboek'
])('what is read is written in the same words: %s', (words) => {
  const [reference] = readReferences(`Het bepaalde in ${words} geldt.`, laws)
  const targets = reference?.soort === 'bepaling' ? reference.targets : []
  expect(targets.map((target) => writeTarget(target))).toEqual([words])
})

test('words of an address alone', () => {
  expect(
    writeAddress({vanaf: {soort: 'lid', stap: -2}, eenheid: [], pad: []})
  ).toBe('tweede vorige lid')
})
