import {expect, test} from 'vitest'
import type {Consolidation} from '../../src/model.ts'
import {renderPage} from '../../src/render/html.ts'
import {alinea, consolidation, item, noot, reference, unit} from './fixture.ts'
import {rich} from './rich.ts'
import {templates} from './templates-on-disk.ts'

function ids(c: Consolidation): readonly string[] {
  return [...renderPage(c, templates).matchAll(/ id="([^"]*)"/gu)].map(
    ([, id]) => id ?? ''
  )
}

test('an anchor follows the path of a citation', () => {
  expect(ids(rich)).toEqual(
    expect.arrayContaining([
      'artikel-1-2c',
      'artikel-1-2c.lid-1',
      'artikel-1-2c.lid-2.onderdeel-a.onder-1',
      'artikel-1-2c.lid-2a',
      'artikel-1-2c.toelichting',
      'artikel-1-1.onderdeel-b.onder-2.streepje.2',
      'bijlage-IIa.kop'
    ])
  )
})

test('no anchor comes twice, whatever repeats', () => {
  const twice = unit({
    id: 'inhoud',
    soort: 'artikel',
    nummer: '1',
    text: [
      item('lid', '1.', 'een'),
      item('lid', '1.', 'nog een', item('onderdeel', 'a.', 'a')),
      item('onderdeel', '?!', 'vreemd'),
      alinea('x', reference('a'), reference('a')),
      noot('a', alinea('noot'))
    ]
  })
  const c = consolidation({units: [twice, twice]})
  expect(new Set(ids(c)).size).toBe(ids(c).length)
  expect(ids(c)).toEqual(
    expect.arrayContaining([
      'inhoud.2',
      'inhoud.2.lid-1.2.onderdeel-a',
      'inhoud.2.onderdeel--',
      'inhoud.2.noot-1.verwijzing.2',
      'inhoud.3'
    ])
  )
})

test('every link inside the page leads somewhere', () => {
  const page = renderPage(rich, templates)
  const targets = [...page.matchAll(/href="#([^"]*)"/gu)].map(([, id]) => id)
  expect(ids(rich)).toEqual(expect.arrayContaining(targets))
})

test('headings begin at one and skip no level', () => {
  const levels = [...renderPage(rich, templates).matchAll(/<h([1-6])/gu)].map(
    ([, level]) => Number(level)
  )
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  levels.reduce((before, level) => {
    expect(level).toBeLessThanOrEqual(before + 1)
    return level
  }, 0)
})
