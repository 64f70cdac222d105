import {expect, test} from 'vitest'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {renderText} from '../../src/render/text.ts'
import {tableLines} from '../../src/render/text-table.ts'
import {wrap} from '../../src/render/text-wrap.ts'
import {alinea, consolidation, item, unit} from './fixture.ts'
import {rich} from './rich.ts'
import {looseWords, markdownWords} from './words.ts'

test('no line is longer than 80 columns, unless one word is', () => {
  for (const line of renderText(rich).split('\n')) {
    if ([...line].length > 80) expect(line.trim()).not.toContain(' ')
  }
})

test('the text holds the words of the Markdown', () => {
  // In no order: a wrapped cell stands on lines beside its neighbours.
  const words = looseWords(markdownWords(renderMarkdown(rich)).join(' '))
  expect(looseWords(renderText(rich)).toSorted()).toEqual(words.toSorted())
})

test('however deep items nest, some words stay beside each other', () => {
  const deep = Array.from({length: 40}).reduce<ReturnType<typeof item>>(
    (inner) => item('onderdeel', 'a.', inner),
    item('onderdeel', 'a.', 'een twee drie vier')
  )
  const output = renderText(
    consolidation({
      units: [unit({id: 'slot', soort: 'slot', text: [deep, alinea('slot')]})]
    })
  )
  expect(output).toContain('een twee drie vier')
})

test('a word longer than the line stands alone', () => {
  expect(wrap('een tweedrievier vijf', 5)).toEqual([
    'een',
    'tweedrievier',
    'vijf'
  ])
})

test('columns shrink until the table fits, and no further than their words allow', () => {
  const rows = [
    ['kop', 'een heel lange kop'],
    ['waarde', 'nog\nmeer']
  ]
  expect(tableLines(rows, ['center', 'right'], 20)).toEqual([
    ' kop        een heel',
    '           lange kop',
    '------  ------------',
    'waarde           nog',
    '                meer'
  ])
  expect(tableLines([['abcdefghij']], [], 1)[0]).toBe('abcdefghij')
  expect(tableLines([], [], 80)).toEqual([''])
})
