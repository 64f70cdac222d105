import {describe, expect, test} from 'vitest'
import {readWholeText} from '../../../src/import/read/read.ts'
import {outline, readString, refusalOf, textOf} from './texts.ts'

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const op = (inner: string, head = ''): string =>
  `${head}<officiele-publicatie><gemeenteblad><kop><titel>Proef</titel></kop><regeling><regeling-tekst><artikel><kop><label>Artikel</label><nr>1</nr></kop><al>${inner}</al></artikel></regeling-tekst></regeling></gemeenteblad></officiele-publicatie>`

describe('what is no text of a regulation is told, with what to do instead', () => {
  test.each([
    ['an empty file', '', '1:1 Dit bestand is leeg; haal het opnieuw op'],
    [
      'white space',
      ' \n\t',
      '1:1 In dit bestand staat geen tekst; haal het opnieuw op'
    ],
    ['a PDF', '%PDF-1.7\n…', 'Dit is een PDF'],
    [
      'a Word file',
      'PK\u0003\u0004…word/document.xml',
      'Dit is een Word-bestand (.docx)'
    ],
    [
      'an OpenDocument file',
      'PK\u0003\u0004…mimetypeapplication/vnd.oasis.opendocument.text',
      'OpenDocument'
    ],
    ['a zip', 'PK\u0003\u0004…tekst.xml', 'ingepakt bestand (zip)'],
    ['an old Word file', '\u00D0\u00CF\u0011\u00E0…', 'oud Word-bestand'],
    ['RTF', '{\\rtf1 tekst}', 'RTF'],
    [
      'a web page',
      '<!DOCTYPE html><html><body>Artikel 1</body></html>',
      'webpagina'
    ],
    ['a NUL', 'Artikel 1\n\nTekst\0', '3:6 Hier staat een nulteken'],
    [
      'words without a provision',
      'Beste allemaal,\n\nTot morgen.',
      'geen artikel, hoofdstuk of bijlage'
    ],
    [
      'an announcement',
      '<officiele-publicatie><gemeenteblad><kop><titel>Kap van een boom</titel></kop><zakelijke-mededeling><al>Artikel 1</al></zakelijke-mededeling></gemeenteblad></officiele-publicatie>',
      'bekendmaking waarin geen regeling staat (`Kap van een boom`)'
    ],
    ['WTI', '<wetstechnische-informatie/>', '(WTI)'],
    [
      'other XML',
      '<recept><al>Roer.</al></recept>',
      '`recept` is hier niet te lezen'
    ],
    ['a CVDR file without a provision', '<cvdr><body/></cvdr>', 'geen bepaling']
  ])('%s', (_name, text, message) => {
    expect(refusalOf(readWholeText(latin(text), 'proef'))).toContain(message)
  })
})

describe('broken XML is told with its place', () => {
  test.each([
    [
      'truncated',
      '<cvdr>\n<body>\n  <al>te',
      '3:9 Hier houdt het bestand op midden in het element `al`'
    ],
    ['a wrong end tag', '<cvdr>\n<al></cvdr>', 'niet open is'],
    ['an unknown entity', op('a&eacute;b'), 'entiteit die XML niet kent'],
    ['a forbidden character', op('a\u0001b'), 'teken dat in XML niet mag'],
    [
      'entities of its own',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${op('&b;')}`,
      'legt zelf entiteiten vast'
    ],
    [
      'an entity from elsewhere',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${op('&a;')}`,
      'legt zelf entiteiten vast'
    ],
    ['nested without end', `<cvdr>${'<al>'.repeat(5000)}`, 'te diep genest'],
    [
      'nothing but a declaration',
      '<?xml version="1.0"?>',
      'houdt het bestand op'
    ]
  ])('%s', (_name, text, message) => {
    expect(refusalOf(readString(text, 'proef.xml'))).toContain(message)
  })

  test('a DOCTYPE without entities is ignored', () => {
    const text = textOf(
      readString(
        op('Tekst.', '<!DOCTYPE op SYSTEM "http://x.nl/op.dtd">'),
        'proef.xml'
      )
    )
    expect(outline(text)).toBe('= Proef\n@ artikel 1\nTekst.')
  })
})

describe('encodings', () => {
  const expected = '= Proef\n@ artikel 1\nCafé € 5.'
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (const [at, letter] of [...text].entries()) {
      view.setUint16(at * 2, letter.charCodeAt(0), little)
    }
    return bytes
  }

  test.each([
    ['UTF-8', new TextEncoder().encode(op('Café € 5.'))],
    [
      'UTF-8 with a byte order mark',
      new TextEncoder().encode(`\uFEFF${op('Café € 5.')}`)
    ],
    [
      'UTF-8 as declared',
      new TextEncoder().encode(
        op('Café € 5.', '<?xml version="1.0" encoding="utf-8"?>')
      )
    ],
    [
      'Windows-1252',
      latin(
        op(
          'Caf\u00E9 \u0080 5.',
          '<?xml version="1.0" encoding="windows-1252"?>'
        )
      )
    ],
    [
      'ISO-8859-1',
      latin(
        op(
          'Caf\u00E9 &#8364; 5.',
          '<?xml version="1.0" encoding="ISO-8859-1"?>'
        )
      )
    ],
    ['UTF-16 with a byte order mark', utf16(`\uFEFF${op('Café € 5.')}`, true)],
    [
      'UTF-16BE with a byte order mark',
      utf16(`\uFEFF${op('Café € 5.')}`, false)
    ],
    [
      'UTF-16 without one',
      utf16(op('Café € 5.', '<?xml version="1.0" encoding="UTF-16"?>'), true)
    ]
  ])('%s', (_name, bytes) => {
    expect(outline(textOf(readWholeText(bytes, 'proef.xml')))).toBe(expected)
  })

  test.each([
    [
      'what calls itself UTF-8 and is not',
      latin(op('Caf\u00E9', '<?xml version="1.0" encoding="utf-8"?>')),
      'noemt zich utf-8, maar'
    ],
    [
      'text that is no UTF-8',
      latin('Artikel 1\n\nCaf\u00E9'),
      '3:4 Dit teken is geen UTF-8'
    ],
    [
      'a code page unknown here',
      latin('<?xml version="1.0" encoding="ebcdic"?><a/>'),
      '`ebcdic`'
    ]
  ])('%s is told', (_name, bytes, message) => {
    expect(refusalOf(readWholeText(bytes, 'proef'))).toContain(message)
  })

  test('text in a wrong encoding that decodes all the same is told', () => {
    const {repairs} = textOf(readString('### Artikel 1\n\nHet cafÃ©.\n'))
    expect(repairs.map(({kind, mended}) => [kind, mended])).toEqual([
      ['mojibake', false]
    ])
  })
})

describe('more than any regulation', () => {
  const head = '<?xml version="1.0"?>'

  test('a file of that size is refused before it is read', () => {
    const bytes = new Uint8Array(33 * 1024 * 1024).fill(0x61)
    expect(refusalOf(readWholeText(bytes, 'groot.xml'))).toContain('32 MB')
  })

  test.each([
    [
      'plain text',
      'groot.md',
      `### Artikel 1\n\n${'woord '.repeat(1_400_000)}`
    ],
    ['XML', 'groot.xml', op('woord '.repeat(1_400_000), head)]
  ])('%s of that length is refused', (_name, file, content) => {
    expect(refusalOf(readString(content, file))).toContain(
      'meer dan 8 miljoen tekens'
    )
  })
})
