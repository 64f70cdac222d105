/** Two small texts for each thing that can befall a text, and what is compared of them. */
import {changesOf} from '../../../src/compare/changes.ts'
import {compare} from '../../../src/compare/compare.ts'
import type {Change, Compared, Comparison} from '../../../src/comparison.ts'
import type {UnitText} from '../../../src/model.ts'
import {sideOf, unitOf} from '../../compare/texts.ts'
import {read} from '../../dialect/read.ts'

/** A comparison with its changes. */
export interface Example {
  readonly texts: readonly [Compared, Compared]
  readonly comparison: Comparison
  readonly changes: readonly Change[]
}

/** Compares units of 1 January 2020 with those of 1 July 2021. */
export function compared(
  was: readonly UnitText[],
  wordt: readonly UnitText[]
): Example {
  return exampleOf(sideOf(was, '2020-01-01'), sideOf(wordt, '2021-07-01'))
}

/** Compares two texts. */
export function exampleOf(was: Compared, wordt: Compared): Example {
  const comparison = compare(was, wordt)
  return {texts: [was, wordt], comparison, changes: changesOf(comparison)}
}

function artikel(
  nummer: string,
  source: string,
  more: Partial<UnitText> = {}
): UnitText {
  return unitOf(`artikel-${nummer}`, read(source).text, {nummer, ...more})
}

function toelichting(source: string): UnitText {
  const {nummer: _none, ...unit} = unitOf(
    'artikel-1/toelichting',
    read(source).text,
    {soort: 'toelichting', owner: {soort: 'artikel', nummer: '1'}}
  )
  return unit
}

function hoofdstuk(nummer: string, ...children: readonly UnitText[]): UnitText {
  return unitOf(`hoofdstuk-${nummer}`, [], {
    soort: 'hoofdstuk',
    nummer,
    opschrift: 'Bepalingen',
    children
  })
}

const leden = `1. De werknemer heeft recht op verlof gedurende vier weken.
2. De werkgever betaalt in die weken het salaris door.
3. De werkgever verstrekt een bewijs van het verlof.
`

/** One example of each kind. */
export const examples: Readonly<Record<string, Example>> = {
  gewijzigd: compared(
    [artikel('1', leden, {opschrift: 'Verlof'})],
    [
      artikel('1', leden.replace('vier', 'vijf'), {
        opschrift: 'Verlof en salaris'
      })
    ]
  ),
  'toegevoegd en vernummerd': compared(
    [artikel('1', leden)],
    [
      artikel(
        '1',
        leden
          .replace('3.', '4.')
          .replace('2. ', '2. Het verlof vervalt na vijf jaren.\n3. ')
      )
    ]
  ),
  vervallen: compared(
    [artikel('1', leden), artikel('2', leden, {opschrift: 'Oud'})],
    [
      artikel('1', leden.split('\n').slice(0, 2).join('\n')),
      artikel('2', '', {opschrift: 'Oud', state: 'vervallen'})
    ]
  ),
  'nieuw artikel met toelichting': compared(
    [artikel('1', leden)],
    [
      artikel('1', leden, {
        toelichting: [toelichting('Het verlof is **nieuw**.')]
      }),
      artikel('2', 'Dit artikel is er nog niet eerder geweest.', {
        laag: 'UWO'
      })
    ]
  ),
  'verplaatst lid': compared(
    [artikel('1', leden), artikel('2', 'De cao heeft een looptijd.')],
    [
      artikel('1', leden.replace(/2\..*\n3/u, '2')),
      artikel(
        '2',
        'De cao heeft een looptijd.\n\nDe werkgever betaalt in die vijf weken het salaris door.'
      )
    ]
  ),
  'verplaatst artikel': compared(
    [hoofdstuk('1', artikel('1', leden)), hoofdstuk('2')],
    [
      hoofdstuk('1'),
      hoofdstuk(
        '2',
        artikel('1', leden.replace('vier', 'vijf'), {nummer: '2:1'})
      )
    ]
  ),
  'gesplitst en samengevoegd': compared(
    [
      artikel(
        '1',
        '1. De werknemer meldt de ziekte vroeg in de morgen. De werkgever laat een arts daarna snel komen.\n'
      ),
      artikel(
        '2',
        '1. Het loon wordt per maand betaald.\n2. Het loon wordt op een rekening gestort.\n'
      )
    ],
    [
      artikel(
        '1',
        '1. De werknemer meldt de ziekte vroeg in de morgen.\n2. De werkgever laat een arts daarna snel komen.\n'
      ),
      artikel(
        '2',
        '1. Het loon wordt per maand betaald. Het loon wordt op een rekening gestort.\n'
      )
    ]
  ),
  'alleen opmaak': compared(
    [artikel('1', 'Het *salaris* en [de regels](https://a.nl/x) gelden.')],
    [artikel('1', 'Het salaris en [de regels](https://a.nl/y) **gelden**.')]
  ),
  tabel: compared(
    [
      artikel(
        '1',
        '| schaal | bedrag |\n| - | -: |\n| 1 | 100 |\n| 2 | 200 |\n| 3 | 300 |\n'
      )
    ],
    [
      artikel(
        '1',
        '| schaal | oud | bedrag |\n| - | - | -: |\n| 1 | ja | 100 |\n| 2 | nee | 250 |\n| 4 | ja | 400 |\n'
      )
    ]
  ),
  'verplaatste rij': compared(
    [
      artikel(
        '1',
        '| schaal | bedrag |\n| - | -: |\n| 1 | honderd euro |\n| 2 | tweehonderd euro |\n| 3 | driehonderd euro |\n| 4 | vierhonderd euro |\n'
      )
    ],
    [
      artikel(
        '1',
        '| schaal | bedrag |\n| - | -: |\n| 2 | tweehonderd euro |\n| 3 | driehonderd euro |\n| 4 | vierhonderd euro |\n| 1 | honderd euro |\n'
      )
    ]
  ),
  'verplaatste en gewijzigde rij': compared(
    [
      artikel(
        '1',
        '| schaal | a | b | c |\n| - | -: | -: | -: |\n| een | 1,10 | 1,20 | 1,30 |\n| twee | 2,10 | 2,20 | 2,30 |\n| drie | 3,10 | 3,20 | 3,30 |\n| vier | 4,10 | 4,20 | 4,30 |\n'
      )
    ],
    [
      artikel(
        '1',
        '| schaal | nieuw | a | c |\n| - | - | -: | -: |\n| drie | ja | 3,10 | 9,99 |\n| een | nee | 1,10 | 1,30 |\n| twee | ja | 2,10 | 2,30 |\n| vijf | ja | 5,10 | 5,30 |\n'
      )
    ]
  ),
  'tabel komt, tabel gaat': compared(
    [artikel('1', 'Tekst.\n\n| a | b |\n| - | - |\n| een | twee |\n')],
    [
      artikel(
        '1',
        '1. Tekst.\n2. | c | d |\n   | - | - |\n   | drie | vier |\n'
      )
    ]
  ),
  'nummer komt, nummer gaat': compared(
    [
      artikel('1', 'De werkgever betaalt het salaris.'),
      artikel('2', '1. De werknemer heeft recht op verlof.\n')
    ],
    [
      artikel(
        '1',
        '1. De werkgever betaalt het salaris.\n2. Hij doet dat tijdig.\n'
      ),
      artikel('2', 'De werknemer heeft recht op verlof.')
    ]
  ),
  'bijlage met kopjes en aanhaling': compared(
    [
      unitOf(
        'bijlage-1',
        read(
          '## Eerste\n\n> Aangehaald is dit.\n\n## Tweede\n\nSlot.',
          'bijlage'
        ).text,
        {soort: 'bijlage', nummer: '1'}
      )
    ],
    [
      unitOf(
        'bijlage-1',
        read(
          '## Eerste\n\n> Aangehaald is dat.\n\n### Tweede\n\nSlot.',
          'bijlage'
        ).text,
        {soort: 'bijlage', nummer: '1'}
      )
    ]
  ),
  noten: compared(
    [artikel('1', 'Een[^1] tekst.\n\n[^1]: De eerste noot.')],
    [
      artikel(
        '1',
        'Nieuw[^2] is een[^1] tekst.\n\n[^1]: De eerste noot, herzien.\n\n[^2]: Een nieuwe noot.'
      )
    ]
  ),
  laag: compared(
    [artikel('1', '1. Dit geldt.\n2. {UWO} Dat geldt.\n')],
    [artikel('1', '1. {UWO} Dit geldt.\n2. Dat geldt.\n')]
  )
}

/** The first example, its texts in the other order. */
export function backwards(): Example {
  const side = (day: string, word: string): Compared =>
    sideOf([artikel('1', leden.replace('vier', word))], day)
  return exampleOf(side('2021-07-01', 'vijf'), side('2020-01-01', 'vier'))
}
