import {describe, expect, test} from 'vitest'
import {oddities, outline, readFixture, textOf} from './texts.ts'

describe('a small text of each format', () => {
  test('CVDR', () => {
    const text = textOf(readFixture('cvdr.xml'))
    expect(outline(text)).toBe(`= Verlofregeling Voorbeeldstad
@ preambule
Het college van Voorbeeldstad;

gelet op [artikel 1 van de Voorbeeldwet](https://wetten.overheid.nl/jci1.0:c:BWBR0001234\\&artikel=1);

besluit:
@ hoofdstuk 1 Algemeen
@@ artikel 1:1 Begrippen
In deze regeling wordt verstaan onder:
a. verlof: vrije tijd;
b. dienst:
    1°. de dienst zelf;
    2°. wat daarbij hoort.

Dit geldt **overal**.
@@ artikel 1:2 Verlof
1. De ambtenaar heeft recht op verlof.[^1]
2. Het verlof bedraagt:

    | Leeftijd | Uren | |
    | - | - | -: |
    | tot 50 | vol | 180 |
    | | half | 90 |
3. Dit lid vervalt met ingang van 1 januari 2022.

[^1]: Ook bij deeltijd.
@@ artikel 1:3 [vervallen]
@ slot
Aldus besloten.

de secretaris,\\
A. Voorbeeld
@ bijlage I Bedragen
## Oppervlakte

Het tarief is 5 per m².
@ toelichting
Deze regeling is fictief.`)
    expect(text).toMatchObject({
      format: 'cvdr',
      identifier: 'CVDR999001',
      citeertitel: 'Verlofregeling',
      geldig: '2020-03-01',
      tot: '2022-01-01',
      origin: {
        publication: 'gmb-2020-99001',
        signed: '2020-02-11',
        inwerking: '2020-03-01',
        retroactive: '2020-01-01'
      }
    })
    expect(oddities(text)).toEqual(['27 merged-cells?', '32 horizon-clause?'])
  })

  test('BWB, with what is not in force yet left out', () => {
    const text = textOf(readFixture('BWBR9999999_2013-07-01_1.xml'))
    expect(
      outline(text)
    ).toBe(`= Wet van 1 mei 2012, houdende een fictief voorbeeld
@ preambule
Wij, bij de gratie van niemand;

Overwegende dat dit een voorbeeld is;
@ hoofdstuk I Begin
@@ artikel 1
Verstaan wordt onder:
a. zaak: een voorwerp;

    ook een dier;
b. ding: iets anders.
@@ artikel 2 [vervallen]
@@ paragraaf 1 Bijzonder
@@@ artikel 3
1. Het bedrag is:
    a. vervallen;
    b. tien.
1a. In artikel 1 staat meer.
@@ paragraaf 1.1 Nog bijzonderder
@@@ artikel 4 [tot 2016-01-01]
Dit artikel vervalt met ingang van 1 januari 2016.
@ slot
Lasten en bevelen dat deze wordt geplaatst.

De Minister, A. Voorbeeld
@ bijlage I Tabel I behorende bij artikel 1
A. iets`)
    expect(text).toMatchObject({
      format: 'bwb',
      identifier: 'BWBR9999999',
      citeertitel: 'Voorbeeldwet',
      geldig: '2013-07-01',
      expression: 1
    })
    expect(text.units[1]?.children[0]).toMatchObject({
      identity: '11',
      origin: {
        publication: 'Stb. 2012, 322',
        signed: '2012-05-01',
        inwerking: '2013-01-01',
        retroactive: '2012-07-01'
      }
    })
    expect(oddities(text)).toEqual([
      '12 not-in-force',
      '15 editor-note',
      '16 horizon-clause?',
      '21 label-form?'
    ])
  })

  test('OP-XML', () => {
    const text = textOf(readFixture('op.xml'))
    expect(outline(text)).toBe(`= Regeling thuiswerken Voorbeeldstad
@ preambule
Het college besluit:
@ artikel 1 Thuis
Thuis is:
– de woning;
– de tuin.
@ slot
Voorbeeldstad, 12 januari 2021`)
    expect(text).toMatchObject({format: 'op', identifier: 'gmb-2021-99002'})
    expect(text.leftOut.map(({reason}) => reason)).toEqual([
      'opschrift van het blad'
    ])
  })

  test('loose Markdown, with all that is mended told', () => {
    const text = textOf(readFixture('loose.md'))
    expect(
      outline(text)
    ).toBe(`= Besluit van 1 juni 1990, houdende een fictief voorbeeld
@ preambule
Wij, bij niemands gratie,

Hebben goedgevonden en verstaan:
@ hoofdstuk I Algemene bepalingen
@@ artikel 1
In dit besluit wordt verstaan onder:
a. zaak: een voorwerp, bedoeld in [artikel 3 van de Wet](https://wetten.overheid.nl/BWBR0009999);
b. *ding:*
    1°. iets kleins;
    2°. iets groots.
@@ paragraaf Beloning
@@@ artikel 2
1. De ambtenaar ontvangt:
    a. een bedrag;
    b. een gift.

    Dit geldt niet bij ziekte.
2. De gift is € 100. Zij wordt jaarlijks betaald. De ambtenaar tekent ervoor.
@@@ artikel 3
1. Eerste lid hier.\\
    Tweede regel.
2. Tweede lid.
@@@ artikel 4 [vervallen]
@ hoofdstuk II Slot
@@ artikel 5
Dit besluit wordt aangehaald als: Voorbeeldbesluit.
@ slot
Lasten en bevelen dat dit besluit in het *Staatsblad* zal worden geplaatst.

Voorbeeldstad

1 juni 1990
@ bijlage I
| Klasse | Bedrag |
| :- | -: |
| 1 | € 10,00 |
| 2 | € 20,00 |`)
    expect(oddities(text)).toEqual([
      '1 html',
      '10 heading-space',
      '24 heading-space',
      '24 no-number?',
      '26 heading-space',
      '30 label-space',
      '32 label-space',
      '35 digit-for-letter',
      '35 editor-note',
      '35 joined-sentences',
      '39 editor-note?',
      '41 digit-for-letter',
      '41 html',
      '41 html',
      '50 heading-space',
      '56 slot-found'
    ])
  })

  test('plain text with broken lines', () => {
    const text = textOf(readFixture('plain.txt'))
    expect(outline(text)).toBe(`= Verlofregeling Voorbeeldstad
@ preambule
Het college besluit vast te stellen:
@ hoofdstuk 1 ALGEMEEN
@@ artikel 1 Begrippen
In deze regeling wordt verstaan onder:
– verlof: de tijd waarin de ambtenaar geen dienst heeft en toch zijn bezoldiging ontvangt;
– dienst: de tijd waarin de ambtenaar werkt, bedoeld in artikel 2 van de Voorbeeldwet.
@@ artikel 2 Duur
1. Het verlof duurt ten hoogste vier weken in een kalenderjaar, tenzij het bevoegd gezag anders bepaalt.
2. Het verlof wordt verleend:
    a. op verzoek van de ambtenaar die daar ten minste vier weken van tevoren om vraagt;
    b. ambtshalve.
@ bijlage
De tekst van de bijlage staat hier en loopt door over een tweede regel van het bestand.`)
  })
})
