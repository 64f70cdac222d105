import {describe, expect, test} from 'vitest'
import {oddities, outline, readString, textOf} from './texts.ts'

// Shapes that Markdown and plain text of whole regulations have.

function read(text: string, file = 'proef.md') {
  return textOf(readString(text, file))
}

describe('notes', () => {
  const law = (first: string, second = 'Twee.'): string =>
    `### Artikel 1\n\n${first}\n\n### Artikel 2\n\n${second}\n\n[^1]: Noot.\n`

  test('go with a mark before a colon', () => {
    expect(outline(read(law('Onder verlof[^1]:\n\na. een;\n\nb. twee.')))).toBe(
      '= proef.md\n@ artikel 1\nOnder verlof[^1]:\na. een;\nb. twee.\n\n[^1]: Noot.\n@ artikel 2\nTwee.'
    )
  })

  test('that two units refer to stay where they are, and the marks are words', () => {
    expect(outline(read(law('1. Een.[^1]\n2. Nog een.', 'Twee.[^1]')))).toBe(
      '= proef.md\n@ artikel 1\n1. Een.\\[^1]\n2. Nog een.\n@ artikel 2\nTwee.[^1]\n\n[^1]: Noot.'
    )
  })
})

test('where only hoofdstukken are marked, artikelen are looked for', () => {
  const text =
    '# Besluit\n\n## Hoofdstuk 1 Algemeen\n\nArtikel 1 Begrippen\n\nEen.\n\nArtikel 2\n\nTwee.\n\n## Hoofdstuk 2 Einde\n\nArtikel 3 Slot\n\nDrie.\n'
  expect(outline(read(text))).toBe(
    '= Besluit\n@ hoofdstuk 1 Algemeen\n@@ artikel 1 Begrippen\nEen.\n@@ artikel 2\nTwee.\n@ hoofdstuk 2 Einde\n@@ artikel 3 Slot\nDrie.'
  )
})

test('where artikelen are marked, a heading without marks stays text, and is told of', () => {
  const {repairs} = read(
    '## Artikel 1\n\nEen.\n\nArtikel 2 Verlof\n\nTwee.\n\nBijlage 1 Tabel\n\nDrie.\n\nArtikel 3 is van toepassing.\n'
  )
  expect(
    repairs.flatMap(({kind, place}) =>
      kind === 'maybe-heading' ? [place.line] : []
    )
  ).toEqual([5, 9])
})

test('marks that close a heading, and those of its words', () => {
  expect(
    outline(
      read(
        '## Artikel 1 *Los*\n\nEen.\n\n## Artikel 2 De *wet* van 2 ##\n\nTwee.\n\n**Artikel 3 Vet**\n\nDrie.\n\n## Artikel 4 Zie [de wet](https://een.nl)\n\nVier.\n'
      )
    )
  ).toBe(
    '= proef.md\n@ artikel 1 Los\nEen.\n@ artikel 2 De wet van 2\nTwee.\n@ artikel 3 Vet\nDrie.\n@ artikel 4 Zie de wet\nVier.'
  )
})

test('a picture is left out and told of; what looks like a tag is text; a lone tag leaves nothing', () => {
  const text = read(
    '## Artikel 1\n\nHet bedrag is ![som](som.png) euro, <img src="b.png" alt="b"> zie <b>hier.\n\nIndien a <b en c> d.\n'
  )
  expect(outline(text)).toBe(
    '= proef.md\n@ artikel 1\nHet bedrag is euro, zie hier.\n\nIndien a <b en c> d.'
  )
  expect(oddities(text).filter((one) => one.includes('picture'))).toHaveLength(
    2
  )
})

test('a note that says that a text comes into force later is for the author', () => {
  const {repairs} = read(
    '## Artikel 1\n\nEen.\n\nTreedt in werking per 01-01-2016\n'
  )
  expect(repairs).toMatchObject([{kind: 'editor-note', mended: false}])
})

test('columns without marks are text, and told of once', () => {
  const table = 'Schaal\tBedrag\tToelage\n1\t100,00\t3,00\n2\t200,00\t4,00'
  const list = 'a.   een\nb.   twee\nc.   drie'
  const text = read(`### Artikel 1\n\n${table}\n\n${list}\n\neen   gat\n`)
  expect(oddities(text).filter((one) => one.includes('table'))).toHaveLength(1)
  expect(text.repairs.find(({kind}) => kind === 'maybe-table')).toMatchObject({
    place: {line: 3},
    mended: false
  })
})

test('cells of an HTML table are words apart', () => {
  const text = read(
    '### Artikel 1\n\n<table><tr><td>een</td><td>twee</td></tr></table>\n'
  )
  expect(outline(text)).toContain('een twee')
})

test('dashes below dashes keep their depth', () => {
  const text = read(
    '### Artikel 1\n\nTe weten:\n\n- een\n  - twee\n    - drie\n      - vier\n  - vijf\n- zes\n'
  )
  expect(outline(text)).toContain(
    'Te weten:\n– een\n    – twee\n        – drie\n            – vier\n    – vijf\n– zes'
  )
})

const plain = `Regeling

Artikel 1
Een.

Artikel 2 Slot
Twee.

Deze regeling zal in de Staatscourant worden geplaatst.

Den Haag, 1 december 2019

Bijlage 1 bij artikel 2

Artikel 1
In de bijlage.

Toelichting

Artikel 1
Uitleg.
`

test('the slot stands before bijlagen and toelichting that have artikelen of their own', () => {
  const text = read(plain, 'proef.txt')
  expect(outline(text)).toBe(
    [
      '= Regeling',
      '@ artikel 1\nEen.',
      '@ artikel 2 Slot\nTwee.',
      '@ slot\nDeze regeling zal in de Staatscourant worden geplaatst.\n\nDen Haag, 1 december 2019',
      '@ bijlage 1 bij artikel 2',
      '@@ artikel 1\nIn de bijlage.',
      '@ toelichting\n## Artikel 1\n\nUitleg.'
    ].join('\n')
  )
  expect(oddities(text)).toEqual(['9 slot-found'])
})

test('a sentence like the slot before another artikel is none', () => {
  const text = read(
    plain.replace('Bijlage 1 bij artikel 2', 'Artikel 3'),
    'proef.txt'
  )
  expect(outline(text)).not.toContain('@ slot')
})

describe('headings without blank lines', () => {
  const txt = (...lines: readonly string[]) =>
    read(`${lines.join('\n')}\n`, 'proef.txt')

  test('are headings right under other headings and under text', () => {
    const text = txt(
      'Fietsregeling',
      'Hoofdstuk 1 Algemeen',
      'Artikel 1 Begrippen',
      'In deze regeling is een fiets:',
      'a. een rijwiel;',
      'b. een bakfiets',
      'Artikel 2: Gebruik',
      '1. De fiets staat klaar',
      'HOOFDSTUK 2 SLOT',
      'Art. 3 Citeertitel',
      'Deze regeling heet Fietsregeling.'
    )
    expect(outline(text)).toBe(
      [
        '= Fietsregeling',
        '@ hoofdstuk 1 Algemeen',
        '@@ artikel 1 Begrippen',
        'In deze regeling is een fiets:\na. een rijwiel;\nb. een bakfiets',
        '@@ artikel 2 Gebruik',
        '1. De fiets staat klaar',
        '@ hoofdstuk 2 SLOT',
        '@@ artikel 3 Citeertitel',
        'Deze regeling heet Fietsregeling.'
      ].join('\n')
    )
    expect(oddities(text)).toEqual([])
  })

  test('may be mixed with headings that have them, in capitals or not', () => {
    const text = txt(
      'Regeling',
      '',
      'ARTIKEL 1 BEGRIPPEN',
      '',
      'Een',
      'ARTIKEL 2 VERLOF',
      '',
      'Twee',
      '',
      'ARTIKEL 3',
      'Drie',
      'ARTIKEL 4 EINDE',
      'Vier'
    )
    expect(outline(text)).toBe(
      '= Regeling\n@ artikel 1 BEGRIPPEN\nEen\n@ artikel 2 VERLOF\nTwee\n@ artikel 3\nDrie\n@ artikel 4 EINDE\nVier'
    )
  })

  test('artikelen may count anew in each hoofdstuk', () => {
    const text = txt(
      'Regeling',
      'Hoofdstuk 1 Een',
      'Artikel 1 A',
      'Tekst',
      'Hoofdstuk 2 Twee',
      '§ 1 Eerst',
      'Artikel 1 B',
      'Tekst'
    )
    expect(outline(text)).toContain('@@ paragraaf 1 Eerst\n@@@ artikel 1 B')
  })

  test.each([
    ['artikel 2 van deze regeling'],
    ['Artikel 2 van deze regeling geldt dan'],
    ['Artikel 2 is niet van toepassing.'],
    ['Artikel 2, eerste lid']
  ])('%s is text', (line) => {
    const text = txt('Regeling', 'Artikel 1 A', 'Dat staat vast', line)
    expect(outline(text)).toBe(
      `= Regeling\n@ artikel 1 A\nDat staat vast\n\n${line}`
    )
    expect(oddities(text)).toEqual([])
  })

  test('a line behind which a sentence goes on is text', () => {
    const text = txt('Regeling', 'Artikel 1 A', 'Dat volgt uit', 'Artikel 2')
    expect(outline(text)).not.toContain('@ artikel 2')
  })

  test.each([
    ['Artikel 7 Wet werk en zekerheid', 'out of order'],
    ['Artikel 1 Wet werk en zekerheid', 'a number again'],
    ['Artikel 2 Wat verlof is', 'a verb'],
    ['Artikel 2 Verlof.', 'a full stop'],
    ['Artikel 2 verlof', 'no capital']
  ])('%s is text to look at: %s', (line) => {
    const text = txt(
      'Regeling',
      'Artikel 1 A',
      'Dat staat vast',
      line,
      'Tekst',
      'Artikel 3 C',
      'Slot'
    )
    expect(outline(text)).toBe(
      `= Regeling\n@ artikel 1 A\nDat staat vast\n\n${line}\n\nTekst\n@ artikel 3 C\nSlot`
    )
    expect(oddities(text)).toEqual(['4 maybe-heading?'])
  })

  test('artikelen of a bijlage count anew; a toelichting is to look at', () => {
    const text = txt(
      'Regeling',
      'Artikel 1.1 A',
      'Een',
      'Bijlage 1 Schalen',
      'Artikel 1 Schaal',
      'In de bijlage',
      'Toelichting',
      'Artikel 2 Schaal',
      'Uitleg'
    )
    expect(outline(text)).toBe(
      '= Regeling\n@ artikel 1.1 A\nEen\n@ bijlage 1 Schalen\n@@ artikel 1 Schaal\nIn de bijlage\n\nToelichting\n\nArtikel 2 Schaal\n\nUitleg'
    )
    expect(oddities(text)).toEqual(['7 maybe-heading?', '8 maybe-heading?'])
  })

  test('a table of contents is text', () => {
    const text = txt(
      'Regeling',
      'Hoofdstuk 1 Algemeen',
      'Artikel 1 A',
      'Artikel 2 B',
      'Hoofdstuk 1 Algemeen',
      'Artikel 1 A',
      'Een',
      'Artikel 2 B',
      'Twee'
    )
    expect(outline(text)).toBe(
      '= Regeling\n@ preambule\nHoofdstuk 1 Algemeen\n\nArtikel 1 A\n\nArtikel 2 B\n@ hoofdstuk 1 Algemeen\n@@ artikel 1 A\nEen\n@@ artikel 2 B\nTwee'
    )
    expect(oddities(text)).toEqual(['2 contents-in-text?'])
  })
})
