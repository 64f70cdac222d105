/** The rich consolidation of the goldens: fictional text, every kind of block and remark. */
import type {
  Consolidation,
  Phrasing,
  UnitText,
  Wijziging
} from '../../src/model.ts'
import {
  alinea,
  consolidation,
  date,
  inLaag,
  item,
  noot,
  reference,
  tabel,
  text,
  unit,
  wijziging
} from './fixture.ts'

const retro: Partial<UnitText> = {
  since: date('2015-09-01'),
  inwerking: date('2015-09-07'),
  known: date('2015-09-07'),
  retroactive: true,
  wijzigingen: ['lbr-15-069']
}

const sources: readonly Wijziging[] = [
  wijziging({
    id: 'lbr-14-010',
    kenmerk: 'ECWGO/U201400010',
    onderwerp: 'reiskosten',
    bekend: 'onbekend'
  }),
  wijziging({
    id: 'lbr-15-012',
    lbr: '15/012',
    onderwerp: 'verlof',
    datum: date('2015-02-02'),
    bekend: date('2015-02-03')
  }),
  wijziging({
    id: 'lbr-15-020',
    soort: 'rectificatie',
    lbr: '15/020',
    onderwerp: 'verlof',
    datum: date('2015-03-02'),
    bekend: date('2015-03-02'),
    rectificeert: 'lbr-15-012'
  }),
  wijziging({
    id: 'lbr-15-069',
    lbr: '15/069',
    loga: '15/12',
    kenmerk: 'ECWGO/U201501380',
    onderwerp: 'arbeidsvoorwaarden garantiebanen',
    datum: date('2015-09-07'),
    bekend: date('2015-09-07'),
    bron: {
      plaats: 'https://voorbeeld.example/brieven?lbr=15/069&deel=1',
      sha256: 'a'.repeat(64)
    }
  })
]

const definitions = unit({
  id: 'artikel-1-1',
  soort: 'artikel',
  nummer: '1:1',
  opschrift: 'Begripsomschrijvingen',
  text: [
    {...alinea('In deze regeling wordt verstaan onder:'), role: 'aanhef'},
    item(
      'onderdeel',
      'a.',
      'ambtenaar: degene die door of vanwege de gemeente is aangesteld;',
      alinea()
    ),
    item(
      'onderdeel',
      'b.',
      'college:',
      item('onderdeel', '1°.', 'het college van burgemeester en wethouders;'),
      item(
        'onderdeel',
        '2°.',
        'het dagelijks bestuur van:',
        item('onderdeel', '–', 'een gemeenschappelijke regeling;'),
        item('onderdeel', '–', 'een waterschap;')
      )
    ),
    item('onderdeel', 'ba.', '(vervallen)'),
    {...alinea('tenzij anders is bepaald.'), role: 'slot'}
  ]
})

const jobs = unit({
  ...retro,
  id: 'artikel-1-2c',
  soort: 'artikel',
  nummer: '1:2c',
  opschrift: 'Aanstellingen op grond van de banenafspraak',
  text: [
    item(
      'lid',
      '1.',
      alinea(
        'In afwijking van artikel 3:1 kan het college salarisschaal A vaststellen voor de ambtenaar die een aanstelling krijgt omdat hij onder de Participatiewet valt',
        reference('1'),
        ' en door beperkingen niet het wettelijk minimumloon kan verdienen.',
        reference('wml')
      )
    ),
    item(
      'lid',
      '2.',
      'Het eerste lid is niet van toepassing op:',
      item(
        'onderdeel',
        'a.',
        'de ambtenaar die:',
        item('onderdeel', '1°.', 'gedeeltelijk werkt; of'),
        item('onderdeel', '2°.', 'minder dan 100% < 120% & meer verdient;')
      ),
      item('onderdeel', 'b.', 'de stagiair.'),
      alinea('Dit lid geldt tot het college anders bepaalt.')
    ),
    inLaag(
      'UWO',
      item('lid', '2a.', 'Het college stelt hierover nadere regels.')
    ),
    item('lid', '3.', '(vervallen)'),
    noot('wml', alinea('Zie de ', link(), '.')),
    noot(
      '1',
      alinea('Artikel 38b van de Wfsv.'),
      alinea('Tweede alinea van de noot.')
    )
  ],
  toelichting: [
    unit({
      ...retro,
      id: 'artikel-1-2c/toelichting',
      soort: 'toelichting',
      text: [
        {type: 'tussenkop', depth: 3, content: [text('Doelgroep')]},
        alinea(
          'Gemeenten kunnen ambtenaren aanstellen vanwege ',
          {type: 'emphasis', children: [{type: 'text', value: 'schaal A'}]},
          ' en ',
          {type: 'strong', children: [{type: 'text', value: 'alleen'}]},
          ' die schaal.',
          reference('1')
        ),
        item('onderdeel', '1.', 'De omschrijving staat in de wet.'),
        noot('1', alinea('Een andere noot met hetzelfde merk.'))
      ]
    })
  ]
})

const chapter = unit({
  id: 'hoofdstuk-1',
  soort: 'hoofdstuk',
  nummer: '1',
  opschrift: 'Algemene bepalingen',
  children: [
    definitions,
    unit({
      id: 'artikel-1-2',
      soort: 'artikel',
      nummer: '1:2',
      opschrift: 'Oud opschrift',
      state: 'vervallen',
      since: date('2010-01-01'),
      lapsedFrom: date('2015-01-01'),
      known: date('2015-02-03'),
      retroactive: true,
      wijzigingen: ['lbr-15-012']
    }),
    jobs,
    unit({
      id: 'artikel-1-3',
      soort: 'artikel',
      nummer: '1:3',
      opschrift: 'Verlof',
      laag: 'UWO',
      since: date('2015-03-01'),
      inwerking: date('2015-03-02'),
      known: date('2015-03-02'),
      rectified: true,
      wijzigingen: ['lbr-15-012', 'lbr-15-020'],
      tot: date('2016-01-01'),
      text: [
        alinea(
          'De ambtenaar heeft recht op verlof.',
          {type: 'break'},
          'Altijd.'
        )
      ]
    })
  ]
})

const scales = unit({
  id: 'bijlage-IIa',
  soort: 'bijlage',
  nummer: 'IIa',
  opschrift: 'Salarisschalen',
  since: date('2014-01-01'),
  inwerking: date('2014-01-01'),
  known: 'onbekend',
  wijzigingen: ['lbr-14-010'],
  text: [
    alinea('[…]'),
    {type: 'tussenkop', depth: 2, content: [text('Schaal A')]},
    tabel(
      ['Periodiek', 'Bedrag', 'Ingang'],
      ['0', '€ 1.507,80', '1 juli 2015', 'overschot'],
      ['11', [{type: 'strong', children: [{type: 'text', value: '120%'}]}]],
      [
        'Een periodiek met een omschrijving die zo lang is dat zij in de kolom niet past',
        '€ 1'
      ]
    ),
    {type: 'tussenkop', depth: 4, content: [text('Geciteerd')]},
    {
      type: 'citaat',
      content: [
        alinea('Het bedrag is gelijk aan het minimumloon:'),
        item('onderdeel', 'a.', 'per maand;'),
        item('onderdeel', 'a.', 'per week.')
      ]
    },
    {type: 'tussenkop', depth: 2, content: [text('Vreemde tekens')]},
    alinea(
      '<script>alert("x")</script> {{titel}} &amp; \u202Eomgekeerd ` " \' = </style> <b>vet</b>'
    ),
    alinea(
      {
        type: 'link',
        url: 'javascript:alert(1)',
        children: [{type: 'text', value: 'geen koppeling'}]
      },
      ' en ',
      {
        type: 'link',
        url: '#artikel-1-2c',
        children: [{type: 'text', value: 'artikel 1:2c'}]
      },
      ' zonder noot[^99].'
    )
  ]
})

/** The consolidation of the goldens. */
export const rich: Consolidation = consolidation({
  units: [chapter, scales],
  sources,
  announced: [
    {
      unit: 'artikel-1-3',
      soort: 'artikel',
      nummer: '1:3',
      effect: 'vervalt',
      retroactive: false,
      geldig: date('2016-01-01'),
      known: date('2015-03-02'),
      wijzigingen: ['lbr-15-020']
    },
    {
      unit: 'artikel-1-4',
      soort: 'artikel',
      nummer: '1:4',
      effect: 'nieuw',
      retroactive: false,
      geldig: 'onbepaald',
      known: date('2015-09-07'),
      wijzigingen: ['lbr-15-069']
    },
    {
      unit: 'artikel-1-1/toelichting',
      soort: 'toelichting',
      effect: 'wijzigt',
      retroactive: false,
      geldig: date('2015-10-01'),
      inwerking: date('2015-11-01'),
      known: date('2015-09-07'),
      wijzigingen: ['lbr-15-069']
    }
  ],
  beyondHorizon: true,
  restsOnBegin: true,
  restsOnUnknown: true,
  textHash: '0123456789abcdef'.repeat(4)
})

function link(): Phrasing {
  return {
    type: 'link',
    url: 'https://www.example.nl/wml?a=1&b=2',
    children: [{type: 'text', value: 'Wet minimumloon'}]
  }
}
