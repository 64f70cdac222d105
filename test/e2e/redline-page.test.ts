// The redline page in a browser: keys, views, widths, and no request to anywhere.
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningBrowser, startBrowser} from '../../src/host/browser.ts'
import type {UnitText} from '../../src/model.ts'
import {renderRedline} from '../../src/render/redline.ts'
import {renderWasWordt} from '../../src/render/was-wordt.ts'
import {unitOf} from '../compare/texts.ts'
import {read} from '../dialect/read.ts'
import {compared, examples} from '../render/redline/examples.ts'
import {templates} from '../render/templates-on-disk.ts'

const all = Object.values(examples)

/** A page on which a lid came and two were renumbered. */
const renumbered = all
  .slice(1, 2)
  .map(({comparison, changes}) => renderRedline(comparison, changes, templates))
  .join('')

let running: RunningBrowser
let page: Page | undefined
const requests: string[] = []
const errors: unknown[] = []

beforeAll(async () => {
  running = await startBrowser(() => {})
})
afterAll(() => running.close())

/** A new page for each text: a script runs once in a document. */
async function open(
  html: string,
  {width = 1200, script = true} = {}
): Promise<void> {
  await page?.close()
  page = await running.browser.newPage()
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(error))
  page.on('console', (message) => errors.push(message.text()))
  await page.setJavaScriptEnabled(script)
  await page.setViewport({width, height: 800})
  await page.setContent(html)
}

/** What the browser makes of a piece of script. */
async function ask(script: string): Promise<unknown> {
  return page?.evaluate(script)
}

const visible = (selector: string): string =>
  `[...document.querySelectorAll('${selector}')].filter((node) => node.offsetParent !== null).length`

describe('the redline page', () => {
  test('is walked through by its keys', async () => {
    await open(renumbered)
    const place =
      "document.activeElement.id + ' ' + [...document.querySelectorAll('.lijst a')].findIndex((entry) => entry.ariaCurrent === 'true')"
    const seen: unknown[] = []
    for (const key of ['j', 'n', 'j', 'k', 'p'] as const) {
      await page?.keyboard.press(key)
      seen.push(await ask(place))
    }
    expect(seen).toEqual([
      'verschil-1 0',
      'verschil-2 1',
      'verschil-2 1',
      'verschil-1 0',
      'verschil-1 0'
    ])
    await ask("document.querySelector('.lijst a').focus()")
    await page?.keyboard.press('ArrowDown')
    expect(await ask('document.activeElement.hash')).toBe('#verschil-2')
  })

  test('leaves keys alone that were switched off', async () => {
    await open(renumbered)
    await page?.click('#sneltoetsen')
    await page?.keyboard.press('j')
    expect(
      await ask("document.querySelectorAll('[aria-current]').length")
    ).toBe(0)
  })

  test('shows its views without script', async () => {
    await open(renumbered, {script: false})
    const views = async (): Promise<unknown> => [
      await ask(visible('.regel.gelijk .samen')),
      await ask(visible('.regel:not(.kop) > .was')),
      await ask(visible('.weggelaten'))
    ]
    const seen = [await views()]
    for (const id of ['naast-elkaar', 'alles', 'in-een']) {
      await page?.click(`#${id}`)
      seen.push(await views())
    }
    expect(seen).toEqual([
      [0, 0, 1],
      [0, 2, 1],
      [1, 3, 0],
      [1, 0, 0]
    ])
  })

  test('fits the narrowest screen, in both views', async () => {
    const wide = 'document.documentElement.scrollWidth'
    const word = 'arbeidsvoorwaardenvorming'.repeat(40)
    const long = (text: string): UnitText =>
      unitOf('artikel-1', read(text).text, {opschrift: word})
    const hostile = compared(
      [long(`1. ${word} a\n2. ${word}\n`)],
      [long(`1. ${word} b\n3. ${word}${word}\n\n| a |\n| - |\n| ${word} |\n`)]
    )
    const cases = [...all, hostile]
    const pages = cases.map(({comparison, changes}) =>
      renderRedline(comparison, changes, templates)
    )
    const tables = cases.map(({comparison, changes}) =>
      renderWasWordt(comparison, changes, templates)
    )
    for (const html of [...pages, ...tables]) {
      await open(html, {width: 320})
      expect(await ask(wide)).toBe(320)
      if (!html.includes('id="naast-elkaar"')) continue
      await ask("document.getElementById('naast-elkaar').click()")
      expect(await ask(wide)).toBe(320)
    }
  })

  test('asks nothing of anybody, and breaks no rule of its own', () => {
    expect(requests.filter((url) => !/^(?:about|data):/u.test(url))).toEqual([])
    expect(errors).toEqual([])
  })
})
