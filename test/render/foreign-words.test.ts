// Words of other languages, as a regeling lists them.
import {expect, test} from 'vitest'
import {byLanguage} from '../../src/render/foreign-words.ts'
import {renderPage} from '../../src/render/html.ts'
import {alinea, consolidation, unit} from './fixture.ts'
import {templates} from './templates-on-disk.ts'

const talen = [
  {taal: 'en', woorden: ['part-time', 'part-time employment', 'a.b']},
  {taal: 'la', woorden: ['mutatis mutandis']}
]
const split = byLanguage(talen)

/** Those of another language between brackets. */
function shown(text: string): string {
  return split(text)
    .map(({words, lang}) => (lang === '' ? words : `[${lang} ${words}]`))
    .join('')
}

test.each([
  ['part-time werk', '[en part-time] werk'],
  ['Part-time werk', '[en Part-time] werk'],
  ['een part-time employment', 'een [en part-time employment]'],
  ['mutatis mutandis, part-time.', '[la mutatis mutandis], [en part-time].'],
  ['part-timewerk', 'part-timewerk'],
  ['deelpart-time', 'deelpart-time'],
  ['PART-TIME', 'PART-TIME'],
  ['a.b en acb', '[en a.b] en acb'],
  ['', '']
])('`%s`', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test('without a list nothing is parted', () => {
  expect(byLanguage([])('part-time')).toEqual([{words: 'part-time', lang: ''}])
})

test('on a page they carry their language, and no word changes', () => {
  const units = [
    unit({id: 'artikel-1', soort: 'artikel', text: [alinea('Zie part-time.')]})
  ]
  const c = consolidation({units})
  const page = renderPage({...c, regeling: {...c.regeling, talen}}, templates)
  expect(page).toContain('<p>Zie <span lang="en">part-time</span>.</p>')
  expect(page.replace(/<span lang="en">(.*?)<\/span>/gu, '$1')).toBe(
    renderPage(c, templates)
  )
})
