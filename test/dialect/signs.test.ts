import type {PhrasingContent} from 'mdast'
import {expect, test} from 'vitest'
import {parseText} from '../../src/dialect/parse.ts'
import {canonical} from '../../src/dialect/phrasing.ts'
import {printText} from '../../src/dialect/print.ts'
import type {Block} from '../../src/model.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})
const cursive = (...children: PhrasingContent[]): PhrasingContent => ({
  type: 'emphasis',
  children
})
const bold = (...children: PhrasingContent[]): PhrasingContent => ({
  type: 'strong',
  children
})
const link = (...children: PhrasingContent[]): PhrasingContent => ({
  type: 'link',
  url: 'https://voorbeeld.nl',
  title: null,
  children
})

const note: PhrasingContent = {
  type: 'footnoteReference',
  identifier: '1',
  label: '1'
}

// A sign between a mark and a letter ends no mark in Markdown.
test.each([
  ['behind', [cursive(text('term:')), text('Woord')], '*term*:Woord'],
  ['before', [text('Woord'), cursive(text('(een)'))], 'Woord(*een)*'],
  ['alone', [text('a'), bold(text(':')), text('b')], 'a:b'],
  ['two marks', [cursive(text('a:')), bold(text('b'))], '*a*:**b**'],
  [
    'in a mark',
    [bold(text('a'), cursive(text('(b)'))), text('c')],
    '**a(_b_**)c'
  ],
  ['a space behind', [cursive(text('term:')), text(' Woord')], '*term:* Woord'],
  ['a sign behind', [cursive(text('term.')), text(', en')], '*term.*, en'],
  [
    'a bracket behind',
    [link(cursive(text('term:'))), text('Woord')],
    '[*term:*](https://voorbeeld.nl)Woord'
  ],
  [
    'a link at the end',
    [cursive(text('zie '), link(text('a'))), text('b')],
    '*zie* [a](https://voorbeeld.nl)b'
  ],
  [
    'a link at the beginning',
    [text('b'), bold(link(text('a'), cursive(text('c'))), text(' en'))],
    'b[a*c*](https://voorbeeld.nl) **en**'
  ],
  [
    'a link in the middle',
    [cursive(text('zie '), link(text('a')), text('s')), text('b')],
    '*zie [a](https://voorbeeld.nl)s*b'
  ]
])('%s: readable, and it reads back as it was', (_name, nodes, expected) => {
  const tree: readonly Block[] = [
    {type: 'alinea', role: 'tekst', content: canonical(nodes)}
  ]
  const printed = printText(tree)
  expect(printed).toBe(`${expected}\n`)
  const back = parseText(printed, {leden: false, headings: false}, () => {})
  expect(back).toEqual(tree)
})

test('a note leaves a mark that would end behind it, against a letter', () => {
  expect(canonical([cursive(text('zie'), note), text('b')])).toEqual([
    cursive(text('zie')),
    note,
    text('b')
  ])
})
