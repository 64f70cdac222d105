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
