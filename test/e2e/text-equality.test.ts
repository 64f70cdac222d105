// Page, print and PDF hold the words of the Markdown rendering, each read by its own reader.
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parseText} from '../../src/dialect/parse.ts'
import {type RunningBrowser, startBrowser} from '../../src/host/browser.ts'
import {nodeHost} from '../../src/host/node.ts'
import type {Consolidation} from '../../src/model.ts'
import {finishPdf} from '../../src/pdf/finish.ts'
import {renderPage} from '../../src/render/html.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {renderPrint} from '../../src/render/print.ts'
import {anyDocument} from '../dialect/arbitrary.ts'
import {consolidation, date, unit} from '../render/fixture.ts'
import {rich} from '../render/rich.ts'
import {markdownWords} from '../render/words.ts'
import {pageContents} from './page-words.ts'
import {pdfWords} from './pdf-words.ts'

const host = nodeHost()
const templates = host.readTemplates()
const fonts = host.readFonts()

const long = consolidation({
  units: Array.from({length: 40}, (_, index) =>
    unit({
      id: `artikel-${index + 1}`,
      soort: 'artikel',
      nummer: String(index + 1),
      opschrift:
        'Een opschrift dat zo lang is dat het op een regel van het blad niet past en dus omslaat',
      text: rich.units[0]?.children[2]?.text ?? []
    })
  )
})

const absent = consolidation({
  asked: {
    unit: 'artikel-1',
    soort: 'artikel',
    nummer: '1',
    state: 'bestaat-niet',
    first: {
      geldig: date('2016-01-01'),
      known: date('2015-12-01'),
      retroactive: false,
      wijzigingen: []
    }
  }
})

const cases: readonly (readonly [string, Consolidation])[] = [
  ['rich', rich],
  ['long', long],
  ['absent', absent]
]

describe('read by a real browser', () => {
  let running: RunningBrowser
  beforeAll(async () => {
    running = await startBrowser(() => {})
  })
  afterAll(() => running.close())

  test.each(cases)(
    '%s: page and print hold the words of the Markdown',
    async (_, c) => {
      const words = markdownWords(renderMarkdown(c))
      const pages = [renderPage(c, templates), renderPrint(c, templates, '')]
      for (const content of await pageContents(running.browser, pages)) {
        expect(content.words).toEqual(words)
        expect(content.wrong).toEqual([])
      }
    }
  )

  test('so it is for any text that the dialect can read', async () => {
    const documents = fc.sample(anyDocument, {numRuns: 400, seed: 20150907})
    const all = documents.map((source) => {
      const options = {leden: true, headings: true}
      const text = parseText(source, options, () => {})
      return consolidation({
        units: [unit({id: 'artikel-1', soort: 'artikel', nummer: '1', text})]
      })
    })
    const pages = all.map((c) => renderPage(c, templates))
    const contents = await pageContents(running.browser, pages)
    contents.forEach((content, at) => {
      const c = all[at] ?? absent
      expect(content.words).toEqual(markdownWords(renderMarkdown(c)))
      expect(content.wrong).toEqual([])
    })
  })

  test.each(cases)('%s: the PDF holds the words of the print', async (_, c) => {
    const html = renderPrint(c, templates, fonts)
    const [content] = await pageContents(running.browser, [html])
    // Without page numbers: the HTML has none.
    const print = await host.withPrinter((press) => press(html))
    const families = ['NotoSerif', 'NotoSans']
    const given = {date: c.zicht, html, families}
    const {pdf, missing} = await finishPdf(print, given)
    expect(missing).toEqual([])
    expect(await pdfWords(pdf)).toEqual(content?.all)
  })
})
