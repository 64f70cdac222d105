/** A document with everything that a text can hold, and much of it. */
import {parseText} from '../../src/dialect/parse.ts'
import type {Consolidation, UnitText} from '../../src/model.ts'
import {consolidation, unit} from '../render/fixture.ts'

const letters =
  'áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿžšđłĳŉ ÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŸŽŠĐŁĲ'
const signs =
  '– — ‘’ “” „ … € § ° º ½ ¼ ⅓ ⅔ ⅛ ² ³ ⁴ ₂ × ± ≤ ≥ ≠ → ← ↔ − % ‰ © ® ™ • ¶ † ‡ № ☐ ☑ ✓ ① Ⅳ ● ■ ⚠ A\u2011B'
const otherLetters =
  'Договор Ѓурѓа, Ελληνικά ἀγαθός, Việt Nam ậ ằ ữ, Łódź, Şahin, *Договор ἀγαθός ậ ≥ ☐*, **Договор ἀγαθός ậ ≥ ☐**, ***Договор***'
const foreign =
  'Het *compliance by design*-beginsel, de *Arbeidszeitverordnung*, *à prorata* en **force majeure** gelden *mutatis mutandis*.'

const nodes = `De ambtenaar[^1] die *cursief* **vet** en ***beide*** is, zie [de wet](https://wetten.overheid.nl/jci1.3:c:BWBR0001947) en
[het mailadres](mailto:loga@example.nl)\\
op een nieuwe regel, krijgt[^lang]:

a. ${letters};
b. ${signs};
c. ${foreign}
d. ${otherLetters}.

    1°. een onderdeel;

    2°. een ander onderdeel, dat zo lang is dat het op het blad zeker meer dan één regel in beslag neemt en dus omslaat aan het einde van de regel:

        – een streepje;
        – nog een streepje, met een tabel:

            | schaal | bedrag |
            | :- | -: |
            | A | € 1.507,80 |
            | A **b** | [€ 1](https://www.example.nl) |

tenzij anders is bepaald.

> Een citaat met twee alinea’s.
>
> De tweede alinea[^1].

[^1]: Een noot met *nadruk* en een [koppeling](https://www.example.nl/wml?a=1&b=2).

[^lang]: Een noot van

    twee alinea’s, en een lijst:

    a. een;
    b. twee.
`

const headings = `## Kop

Tekst.

#### Overgeslagen niveau

Tekst.

###### Heel diep

Tekst met een opsomming:

1. een;
2. twee.
`

/** A table with so many rows. */
function longTable(rows: number): string {
  const lines = Array.from(
    {length: rows},
    (_, at) =>
      `| ${at} | ${1500 + at * 7},80 | ${1600 + at * 9},10 | periodiek ${at} |`
  )
  return [
    '| nr | schaal 1 | schaal 2 |  |',
    '| -: | -: | -: | - |',
    ...lines,
    ''
  ].join('\n')
}

function wideTable(): string {
  const cells = Array.from({length: 24}, (_, at) => `kolom ${at}`)
  const row = `| ${cells.join(' | ')} |`
  const rule = `|${cells.map(() => ' - |').join('')}`
  return [row, rule, row, row, `| alleen de eerste |`, ''].join('\n')
}

function deepList(levels: number): string {
  const labels = ['1.', 'a.', '1°.', '–']
  return Array.from(
    {length: levels},
    (_, depth) =>
      `${'    '.repeat(depth)}${labels[depth % 4]} niveau ${depth + 1}\n`
  ).join('\n')
}

const texts: readonly (readonly [string, string])[] = [
  ['Alle knopen', nodes],
  ['Een lange tabel', longTable(400)],
  ['Een brede tabel', wideTable()],
  ['Een diepe lijst', deepList(30)],
  ['Alleen een tabelkop', '| een | twee |\n| - | - |\n'],
  ['Eén kolom', '| een |\n| - |\n| cel |\n| cel |\n'],
  ['Lege cellen', '| | |\n| - | - |\n| a | |\n| | |\n'],
  ['Een lange alinea', `${'Een zin die steeds terugkomt. '.repeat(300)}\n`],
  ['Een lang woord', `${'arbeidsvoorwaarden'.repeat(20)}\n`],
  ['Zachte koppeltekens', `${'arbeids\u00ADvoorwaarden '.repeat(40)}\n`]
]

function artikel(
  [opschrift, source]: readonly [string, string],
  at: number
): UnitText {
  const nummer = `1:${at + 1}`
  return unit({
    id: `artikel-1-${at + 1}`,
    soort: 'artikel',
    nummer,
    opschrift,
    text: parseText(source, {leden: true, headings: false}, () => {})
  })
}

/** Everything at once: nodes, letters, tables, depths, and chapters with nothing in them. */
export const nasty: Consolidation = consolidation({
  units: [
    unit({
      id: 'hoofdstuk-1',
      soort: 'hoofdstuk',
      nummer: '1',
      opschrift: 'Van alles',
      children: texts.map(artikel)
    }),
    unit({
      id: 'hoofdstuk-2',
      soort: 'hoofdstuk',
      nummer: '2',
      opschrift: 'Een leeg hoofdstuk'
    }),
    unit({id: 'hoofdstuk-3', soort: 'hoofdstuk', nummer: '3'}),
    unit({
      id: 'bijlage-I',
      soort: 'bijlage',
      nummer: 'I',
      opschrift: 'Met koppen',
      text: parseText(headings, {leden: false, headings: true}, () => {})
    })
  ]
})
