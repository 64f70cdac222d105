import {describe, expect, test} from 'vitest'
import {oddities, outline, readString, textOf} from './texts.ts'

const artikel = (body: string): string =>
  `# Proef\n\n### Artikel 1\n\n${body}\n`
const read = (body: string) => textOf(readString(artikel(body)))
const shown = (body: string): string =>
  outline(read(body)).replace('= Proef\n@ artikel 1\n', '')

describe('labels', () => {
  test.each([
    ['a letter for a digit', 'l. Een.\n2. Twee.', '1. Een.\n2. Twee.'],
    [
      'a letter for a digit further on',
      '9. Negen.\n1O. Tien.',
      '9. Negen.\n10. Tien.'
    ],
    ['l. after k. is a letter', 'k. ka;\nl. bel.', 'k. ka;\nl. bel.'],
    ['no space', '1.Een.\n2.Twee.', '1. Een.\n2. Twee.'],
    ['no full stop', '1 Een.\n2 Twee.', '1. Een.\n2. Twee.'],
    ['a round bracket', 'a) ka;\nb) bel.', 'a. ka;\nb. bel.'],
    ['a masculine ordinal', '1º ka;\n2º bel.', '1°. ka;\n2°. bel.'],
    ['dots of all kinds', '- ka;\n• bel;\n* cel.', '– ka;\n– bel;\n– cel.'],
    [
      'two labels on a line',
      '1. a. ka;\nb. bel.\n2. cel.',
      '1.\n    a. ka;\n    b. bel.\n2. cel.'
    ],
    ['a gap', 'a. ka;\nc. bel.', 'a. ka;\n\nc. bel.'],
    [
      'a number in a sentence',
      'In 2015\n2015. was een jaar',
      'In 2015\n\n2015\\. was een jaar'
    ],
    ['a short word with a full stop', 'nr. 5 blijft', 'nr\\. 5 blijft'],
    ['an amount at the start of a line', '12.000 euro', '12.000 euro']
  ])('%s', (_name, body, expected) => {
    expect(shown(body)).toBe(expected)
  })
})

describe('nesting by kind of label', () => {
  test('a paragraph belongs to the item whose run goes on behind it', () => {
    expect(
      shown(
        '1. Een:\n\na. ka;\n\nbij ka;\n\nb. bel.\n\nslot van een\n\n2. Twee.'
      )
    ).toBe(
      '1. Een:\n    a. ka;\n\n        bij ka;\n    b. bel.\n\n    slot van een\n2. Twee.'
    )
  })

  test('a slot behind onderdelen without leden', () => {
    expect(shown('Aanhef:\n\na. ka;\n\nb. bel.\n\nSlot.')).toBe(
      'Aanhef:\na. ka;\nb. bel.\n\nSlot.'
    )
  })

  test('numbers below letters', () => {
    expect(shown('a. ka:\n1. een;\n2. twee;\nb. bel.')).toBe(
      'a. ka:\n    1. een;\n    2. twee;\nb. bel.'
    )
  })

  test('a doubtful place is told', () => {
    const text = read('1. Een:\na. ka;\nb. bel.\n\nLos.')
    expect(oddities(text)).toEqual(['9 loose-paragraph?'])
  })
})

describe('sentences', () => {
  test.each([
    [
      'two that surely run together',
      'Dit is het eerste lid.De ambtenaar werkt.',
      'Dit is het eerste lid. De ambtenaar werkt.',
      ['5 joined-sentences']
    ],
    [
      'two that may',
      'Dit staat in het lid.Verlof telt mee.',
      'Dit staat in het lid.Verlof telt mee.',
      ['5 joined-sentences?']
    ],
    [
      'an address',
      'Zie www.Voorbeeld.Nl en a@voorbeeld.De daar.',
      'Zie www\\.Voorbeeld.Nl en a@voorbeeld.De daar.',
      []
    ],
    ['initials', 'De heer J.A.M. Jansen.', 'De heer J.A.M. Jansen.', []],
    [
      'a digit',
      'Het bedrag is 1O0 en 2l5.',
      'Het bedrag is 100 en 215.',
      ['5 digit-for-letter', '5 digit-for-letter']
    ],
    [
      'HTML',
      'De <b>ambtenaar</b>&nbsp;werkt.',
      'De **ambtenaar** werkt.',
      ['5 html', '5 html', '5 html']
    ],
    [
      'an editor in brackets',
      'Dit geldt. [Red: sinds kort.]',
      'Dit geldt.',
      ['5 editor-note']
    ],
    [
      'a soft hyphen',
      'De ambte\u00ADnaar.',
      'De ambtenaar.',
      ['5 hidden-character']
    ]
  ])('%s', (_name, body, expected, odd) => {
    const text = read(body)
    expect(shown(body)).toBe(expected.replace('www\\.', 'www.'))
    expect(oddities(text)).toEqual(odd)
  })

  test('an editor who fills a paragraph', () => {
    const text = read('Treedt in werking per 1 juli 2015\n\nTekst.')
    expect(outline(text)).toBe('= Proef\n@ artikel 1\nTekst.')
    expect(text.leftOut.map((one) => [one.text, one.reason])).toEqual([
      ['Treedt in werking per 1 juli 2015', 'redactionele noot van de uitgever']
    ])
  })

  test('a sentence of the law on entry into force stays', () => {
    expect(
      shown('Deze wet treedt in werking met ingang van 1 juli 2015.')
    ).toBe('Deze wet treedt in werking met ingang van 1 juli 2015.')
  })
})

describe('horizon clauses', () => {
  test('of the artikel itself: offered as its last day', () => {
    const text = read(
      '1. Een.\n2. Dit artikel vervalt met ingang van 1 januari 2020.'
    )
    expect(text.units[0]?.tot).toBe('2020-01-01')
  })

  test('of a lid: told', () => {
    const text = read(
      '1. Een.\n2. Dit lid vervalt met ingang van 1 januari 2020.'
    )
    expect(text.units[0]?.tot).toBeUndefined()
    expect(oddities(text)).toEqual(['6 horizon-clause?'])
  })
})

describe('headings', () => {
  test.each([
    ['Artikel1', '@ artikel 1'],
    ['Artikel 1. Verlof', '@ artikel 1 Verlof'],
    ['ARTIKEL 1: Verlof', '@ artikel 1 Verlof'],
    ['**Artikel 1 Verlof**', '@ artikel 1 Verlof'],
    ['Artikel 3:2a Verlof', '@ artikel 3:2a Verlof'],
    ['Artikel 2.1.3', '@ artikel 2.1.3'],
    ['Artikel 4.a1', '@ artikel 4.a1'],
    ['Artikel IV', '@ artikel IV'],
    ['Enig artikel', '@ artikel enig'],
    ['§ 2 Verlof', '@ paragraaf 2 Verlof'],
    ['Titel 4.2 Verlof', '@ titel 4.2 Verlof'],
    ['Afdeling 4.2.1', '@ afdeling 4.2.1'],
    ['Boek 7', '@ boek 7'],
    ['Bijlage IIa Salarissen', '@ bijlage IIa Salarissen'],
    ['Bijlage bij artikel 5', '@ bijlage bij artikel 5'],
    ['Artikel 5 (vervallen)', '@ artikel 5 [vervallen]'],
    ['Artikel 5 [Vervallen per 01-01-2010]', '@ artikel 5 [vervallen]']
  ])('%s', (heading, expected) => {
    const text = textOf(readString(`# Proef\n\n## ${heading}\n\n`))
    expect(outline(text)).toBe(`= Proef\n${expected}`)
  })

  test('in plain text only a line that can be nothing else', () => {
    const text = textOf(
      readString(
        'Proef\n\nArtikel 1\nArtikel 2 is van toepassing.\n\nArtikel 3 Verlof\n\nArtikel 4, eerste lid, geldt.\n',
        'proef.txt'
      )
    )
    expect(outline(text)).toBe(
      '= Proef\n@ artikel 1\nArtikel 2 is van toepassing.\n@ artikel 3 Verlof\nArtikel 4, eerste lid, geldt.'
    )
  })

  test('titels in hoofdstukken come behind them, in order', () => {
    const text = textOf(
      readString(
        '# Proef\n\n## Hoofdstuk 4\n\n## Titel 4.1\n\n## Artikel 4:1\n\nEen.\n\n## Titel 4.2\n\n## Artikel 4:2\n\nTwee.\n\n## Hoofdstuk 5\n\n## Artikel 5:1\n\nDrie.\n'
      )
    )
    const soorten = text.units.map(({soort, nummer}) => `${soort} ${nummer}`)
    expect(soorten).toEqual([
      'hoofdstuk 4',
      'titel 4.1',
      'titel 4.2',
      'hoofdstuk 5'
    ])
  })
})
