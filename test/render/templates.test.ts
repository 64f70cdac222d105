import {expect, test} from 'vitest'
import {renderPage} from '../../src/render/html.ts'
import {TemplateError} from '../../src/render/template-error.ts'
import {renderTemplate} from '../../src/render/templates.ts'
import {rich} from './rich.ts'
import {templates, templatesWith} from './templates-on-disk.ts'

function message(all: ReadonlyMap<string, string>): string {
  try {
    renderPage(rich, all)
  } catch (error) {
    if (error instanceof TemplateError) return error.message
    throw error
  }
  return ''
}

test.each([
  [
    'an unclosed block',
    '<p>\n  {{#if content}}\n</p>\n',
    ':2:3 Blok `{{#if}}` is niet gesloten met `{{/if}}`'
  ],
  [
    'an unclosed block inside another',
    '{{#if a}}\n{{#each b}}\n{{/if}}',
    ':2:1 Blok `{{#each}}` is niet gesloten met `{{/each}}`'
  ],
  [
    'a block closed twice',
    '{{#if a}}{{/if}}\n{{/if}}',
    ':2:1 `{{/if}}` sluit geen blok'
  ],
  [
    'half a name',
    '<p>\n a {{words',
    ':2:4 Dit is geen geldige Handlebars: `a {{words`'
  ],
  [
    'an unknown name',
    '<p>\n  {{titel}}</p>',
    ':2:5 Er is hier geen gegeven `titel`'
  ],
  [
    'an unknown name in a condition',
    '<p>\n {{#if a}}{{/if}}</p>',
    ':2:8 Er is hier geen gegeven `a`'
  ],
  [
    'an unknown name given to a partial',
    '\n{{> partials/sentence parts=zin}}',
    ':2:29 Er is hier geen gegeven `zin`'
  ],
  [
    'a missing partial',
    '<p>\n{{> partials/weg}}</p>',
    ':2:1 Er is geen sjabloon `partials/weg`'
  ],
  [
    'a missing partial whose name is data',
    '{{> (lookup this "nergens")}}',
    ' Hier staat niet welk sjabloon wordt bedoeld'
  ],
  [
    'an unknown function',
    '\n{{upper words}}',
    ':2:1 Er is geen functie `upper`; er zijn alleen `if`, `unless`, `each`, `lookup`'
  ],
  [
    'output without escaping',
    '{{{content}}}',
    ':1:1 Tekens moeten worden omgezet: schrijf `{{ }}`'
  ]
])('%s in a partial is said with file and line', (_, text, expected) => {
  const all = templatesWith('partials/blocks/alinea', text)
  expect(message(all)).toBe(`templates/partials/blocks/alinea.hbs${expected}`)
})

test('all faults that show beforehand come at once', () => {
  const all = new Map([
    ...templatesWith('partials/toc', '{{> partials/weg}}'),
    ['partials/section', '{{#if x}}']
  ])
  expect(message(all).split('\n')).toEqual([
    'templates/partials/section.hbs:1:1 Blok `{{#if}}` is niet gesloten met `{{/if}}`',
    'templates/partials/toc.hbs:1:1 Er is geen sjabloon `partials/weg`'
  ])
})

test('a missing layout is said by name', () => {
  const all = new Map([...templates].filter(([name]) => name !== 'page'))
  expect(message(all)).toBe('templates/page.hbs Er is geen sjabloon `page`')
})

test('no template reaches a prototype', () => {
  for (const name of ['constructor', '__proto__', 'list.constructor']) {
    const all = new Map([['page', `{{${name}}}`]])
    expect(renderTemplate(all, 'page', {words: 'x', list: []})).toBe('')
  }
})

test.each([
  ['{{words.length}}', 'een gegeven is hier van een andere soort'],
  ['{{a.b.c}}', 'een gegeven is hier van een andere soort'],
  ['{{> page}}', 'zonder einde']
])('%s keeps its file and is said in Dutch', (text, expected) => {
  const run = (): string =>
    renderTemplate(new Map([['page', text]]), 'page', {words: 'x'})
  expect(run).toThrow(/^templates\/page\.hbs Sjabloon /u)
  expect(run).toThrow(expected)
})
