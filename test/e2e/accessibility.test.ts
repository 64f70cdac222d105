// The pages of the shipped corpora and of a comparison: axe, the Nu checker, widths, and no request to anywhere.
import axe, {type AxeResults} from 'axe-core'
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningBrowser, startBrowser} from '../../src/host/browser.ts'
import {nuErrors, whyNoNu} from './nu.ts'
import {screenPages} from './pages.ts'

const pages = screenPages()
const requests: string[] = []

let running: RunningBrowser
beforeAll(async () => {
  running = await startBrowser(() => {})
})
afterAll(() => running.close())

const looks = [
  {look: 'light', scheme: 'light', width: 1280},
  {look: 'dark', scheme: 'dark', width: 1280},
  // 1280 pixels at 400 %.
  {look: 'at 400 %', scheme: 'light', width: 320}
] as const

/** Opens a page as it looks somewhere, all that is folded laid open. */
async function open(
  html: string,
  {scheme, width}: (typeof looks)[number]
): Promise<Page> {
  const page = await running.browser.newPage()
  page.on('request', (request) => requests.push(request.url()))
  await page.emulateMediaFeatures([
    {name: 'prefers-color-scheme', value: scheme}
  ])
  await page.setViewport({width, height: 900})
  await page.setContent(html)
  await page.evaluate(
    'document.querySelectorAll("details").forEach((part) => { part.open = true })'
  )
  return page
}

/** What axe finds wrong, each on a line. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // The script is axe itself, which returns its own results.
  const results = (await page.evaluate(
    'axe.run({resultTypes: ["violations"]})'
  )) as AxeResults
  return results.violations.map(({id, nodes}) =>
    [id, nodes.length, nodes[0]?.html, nodes[0]?.failureSummary].join(' ')
  )
}

describe.each([...pages])('%s', (_, html) => {
  test.each(looks)(
    '$look: axe finds nothing, and nothing sticks out',
    async (look) => {
      const page = await open(html, look)
      try {
        expect(await violations(page)).toEqual([])
        const wide = await page.evaluate('document.documentElement.scrollWidth')
        expect(wide).toBe(look.width)
      } finally {
        await page.close()
      }
    },
    120_000
  )
})

test('the Nu checker finds no errors', ({skip}) => {
  const why = whyNoNu()
  skip(why !== undefined, why)
  expect(nuErrors(pages)).toEqual([])
}, 120_000)

test('no page asks anything of anybody', () => {
  expect(requests.filter((url) => !/^(?:about|data):/u.test(url))).toEqual([])
})
