import {describe, expect, test} from 'vitest'
import {oddities, outline, readString, textOf} from './texts.ts'

/** A CVDR document around the content of its regeling. */
function cvdr(regeling: string): string {
  return `<cvdr><meta><owmskern><identifier>CVDR999_1</identifier><title>Proef</title></owmskern></meta><body><intitule>Proef</intitule><regeling>${regeling}</regeling></body></cvdr>`
}

function kop(label: string, nr: string, titel = ''): string {
  return `<kop><label>${label}</label><nr>${nr}</nr><titel>${titel}</titel></kop>`
}

function artikel(inner: string): string {
  return `<regeling-tekst><artikel>${kop('Artikel', '1')}${inner}</artikel></regeling-tekst>`
}

function read(regeling: string) {
  return textOf(readString(cvdr(regeling), 'proef.xml'))
}

function shown(regeling: string): string {
  return outline(read(regeling)).replace(/^= Proef\n(?:@ artikel 1\n)?/u, '')
}

test('all adds up where a source has a U+0085, accents in another order, or a link with a title', () => {
  expect(shown(artikel('<al>een\u0085twee a\u0301\u0302\u0327</al>'))).toBe(
    'een twee a\u0327\u0301\u0302'.normalize('NFC')
  )
  const {leftOut} = textOf(
    readString('### Artikel 1\n\nzie [hier](https://een.nl "een titel") bij.\n')
  )
  expect(leftOut.map(({text}) => text.trim())).toContain('"een titel"')
})

describe('shapes that CVDR documents have', () => {
  test('a picture alone in a bijlage is told of', () => {
    const {repairs} = read(
      `${artikel('<al>Tekst.</al>')}<bijlage>${kop('Bijlage', '1')}<al><plaatje><illustratie naam="kaart.png" alt="Kaart"/></plaatje></al></bijlage>`
    )
    expect(repairs.map(({kind}) => kind)).toContain('picture')
  })

  test('each who signs stands on a line, behind or before what he is', () => {
    const signing = (inner: string): string =>
      shown(
        `${artikel('<al>Tekst.</al>')}<regeling-sluiting><ondertekening>${inner}</ondertekening></regeling-sluiting>`
      )
    const [een, twee] = [
      '<naam><voornaam>A.</voornaam><achternaam>de Vries</achternaam></naam>',
      '<naam><achternaam>B. Jansen</achternaam></naam>'
    ]
    const [griffier, voorzitter] = [
      '<functie>griffier</functie>',
      '<functie>voorzitter</functie>'
    ]
    expect(signing(een + griffier + twee + voorzitter)).toContain(
      'A. de Vries griffier\\\nB. Jansen voorzitter'
    )
    expect(signing(griffier + een + voorzitter + twee)).toContain(
      'griffier A. de Vries\\\nvoorzitter B. Jansen'
    )
  })

  test('a part of a text has its heading one deeper than what it is part of, whatever it is called', () => {
    const divisie = (titel: string, inner: string): string =>
      `<divisie><kop><titel>${titel}</titel></kop>${inner}</divisie>`
    expect(
      shown(
        `<circulaire><circulaire-tekst>${divisie('Een', `<al>A.</al>${divisie('Deel', '<al>B.</al>')}`)}<algemeen><kop><titel>Twee</titel></kop><tussenkop>Onder twee</tussenkop><al>C.</al></algemeen></circulaire-tekst><circulaire-sluiting><slotformulering><al>Aldus besloten.</al></slotformulering></circulaire-sluiting></circulaire>`
      )
    ).toBe(
      '@ preambule\n## Een\n\nA.\n\n### Deel\n\nB.\n\n## Twee\n\n### Onder twee\n\nC.\n@ slot\nAldus besloten.'
    )
  })

  test('the words of another regeling are a citaat, and no leden of the wijzigingsartikel', () => {
    expect(
      shown(
        `<regeling-tekst><wijzig-artikel>${kop('Artikel', 'I')}<wat>Artikel 2 komt te luiden:</wat><wijziging><lid><lidnr>1.</lidnr><al>Het verlof is betaald.</al></lid></wijziging></wijzig-artikel></regeling-tekst>`
      )
    ).toBe(
      '@ artikel I\nArtikel 2 komt te luiden:\n\n> 1. Het verlof is betaald.'
    )
  })

  test.each([
    [
      'in the artikel',
      (rest: string) => artikel(`<al>Een.</al>${note}${rest}`)
    ],
    [
      'behind it',
      (rest: string) =>
        artikel(`<al>Een.</al>${note}`).replace(
          '</regeling-tekst>',
          `${rest}</regeling-tekst>`
        )
    ]
  ])('text %s behind a toelichting is text, with its notes', (_, regeling) => {
    const noot = '<noot><noot.nr>1</noot.nr><noot.al>Noot.</noot.al></noot>'
    expect(shown(regeling(`<al>Twee.${noot}</al>`))).toBe(
      'Een.\n\nTwee.[^1]\n\n[^1]: Noot.\nSpreekt voor zich.'
    )
  })

  test('bullets of a word processor, and ordinals', () => {
    const lijst = (...labels: readonly string[]): string =>
      shown(
        artikel(
          `<al>Als:</al><lijst>${labels.map((nr, at) => `<li nr="${nr}"><al>geval ${at};</al></li>`).join('')}</lijst>`
        )
      )
    expect(lijst('•', 'o')).toBe('Als:\n– geval 0;\n– geval 1;')
    expect(lijst('n', 'o')).toBe('Als:\n\nn. geval 0;\no. geval 1;')
    expect(lijst('1e', '2e')).toBe('Als:\n1°. geval 0;\n2°. geval 1;')
    expect(lijst('1d', '1e')).toBe('Als:\n\n1d. geval 0;\n1e. geval 1;')
  })

  test.each([
    [
      'below a colon',
      ['Als:', 'a. een:', '1°. klein;', '2°. groot;', 'b. twee.', 'Slot.'],
      'Als:\na. een:\n    1°. klein;\n    2°. groot;\nb. twee.\n\nSlot.'
    ],
    ['first in an artikel', ['1. Een.', '2) Twee.'], '1. Een.\n2. Twee.'],
    [
      'no colon',
      ['Tekst.', 'a. een', 'b. twee'],
      'Tekst.\n\na\\. een\n\nb\\. twee'
    ],
    ['a dash', ['Tekst.', '- een', 'Slot.'], 'Tekst.\n– een\n\nSlot.'],
    ['alone', ['Als:', 'a. een', 'Slot.'], 'Als:\n\na\\. een\n\nSlot.'],
    [
      'not the first',
      ['Als:', 'b. een', 'c. twee'],
      'Als:\n\nb\\. een\n\nc\\. twee'
    ],
    ['a gap', ['Als:', 'a. een', 'c. twee'], 'Als:\n\na\\. een\n\nc\\. twee']
  ])('labels in plain paragraphs, %s', (_, alineas, expected) => {
    const text = read(
      artikel(alineas.map((one) => `<al>${one}</al>`).join('\n'))
    )
    expect(outline(text)).toBe(`= Proef\n@ artikel 1\n${expected}`)
    const isMended = !expected.includes('\\')
    expect(oddities(text)).toEqual(
      isMended ? [expect.stringMatching(/^[12] loose-label$/u)] : []
    )
  })

  test('a list below such a label is part of it', () => {
    expect(
      shown(
        artikel(
          '<al>Als:</al><al>a. een van:</al><lijst><li nr="-"><al>x; of</al></li><li nr="-"><al>y;</al></li></lijst><al>b. twee.</al>'
        )
      )
    ).toBe('Als:\na. een van:\n    – x; of\n    – y;\nb. twee.')
  })

  test('a label that the words of its item repeat stands once', () => {
    const text = read(
      artikel(
        '<al>Als:</al><lijst><li nr="a."><al>a. een;</al></li><li><li.nr>-</li.nr><al>– twee.</al></li></lijst>'
      )
    )
    expect(outline(text)).toContain('Als:\na. een;\n\n– twee.')
    expect(text.leftOut.slice(1).map(({text: words}) => words.trim())).toEqual([
      'a.',
      '–'
    ])
  })

  test('metadata are words of their own in the report of what was left out', () => {
    const [first] = read(artikel('<al>Tekst.</al>')).leftOut
    expect(first).toMatchObject({
      text: 'CVDR999_1 Proef',
      reason: 'metagegeven'
    })
  })

  test('merged cells, pictures and lists in a cell are told, and no word is lost', () => {
    const text = read(
      artikel(
        '<table><title>Tabel 1</title><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/><colspec colname="c"/><tbody><row><entry morerows="1"><al>1</al></entry><entry><al>Voor:</al><lijst><li nr="a."><al>jong;</al></li><li nr="b."><al>oud.</al></li></lijst></entry><entry><al>2</al><al>3</al></entry></row><row><entry><al/></entry><entry><al>4</al></entry></row><row><entry namest="a" nameend="c"><al>Alles | samen</al></entry></row></tbody></tgroup></table><plaatje><illustratie naam="k.png" alt="Kaart"/></plaatje>'
      )
    )
    expect(outline(text)).toContain(
      'Tabel 1\n\n| 1 | Voor: a. jong; b. oud. | 2 3 |\n| - | - | - |\n| | | 4 |\n| Alles \\| samen | | |'
    )
    expect(oddities(text)).toEqual([
      '1 flattened?',
      '1 merged-cells?',
      '1 picture?'
    ])
  })
})

const note = '<toelichting><al>Spreekt voor zich.</al></toelichting>'
