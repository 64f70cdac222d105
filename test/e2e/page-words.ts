/** The words of a page, read by a real browser from its document tree. */
import type {Browser} from 'puppeteer'
import {wordsIn} from '../render/words.ts'

/** What a browser made of a page. */
export interface PageContent {
  /** Words of header and main, in order. */
  readonly words: readonly string[]
  /** Words of the whole body, the table of contents too. */
  readonly all: readonly string[]
  /** Ids that occur more than once, and elements that no template has. */
  readonly wrong: readonly string[]
}

// Runs in the browser, so that it is a script and not TypeScript.
const reader = `(html) => {
  const inline = ['A', 'B', 'I', 'SPAN', 'SUP', 'TIME']
  const text = (node) => {
    if (node.nodeType === 3) return node.data
    const inner = [...node.childNodes].map(text).join('')
    return inline.includes(node.tagName) ? inner : '\\n' + inner + '\\n'
  }
  const page = new DOMParser().parseFromString(html, 'text/html')
  const ids = [...page.querySelectorAll('[id]')].map((node) => node.id)
  const foreign = page.querySelectorAll('script, img, iframe, form, em, strong, aside, [onload], [onclick]')
  const parts = [...page.querySelectorAll('header, main')].map(text)
  page.querySelectorAll('style').forEach((node) => node.remove())
  return {
    text: parts.join('\\n'),
    all: text(page.body),
    wrong: [
      ...ids.filter((id, at) => ids.indexOf(id) !== at),
      ...[...foreign].map((node) => node.outerHTML)
    ]
  }
}`

/** Lets the browser parse each page, and reads what came of it. */
export async function pageContents(
  browser: Browser,
  pages: readonly string[]
): Promise<readonly PageContent[]> {
  const page = await browser.newPage()
  const script = `${JSON.stringify(pages)}.map(${reader})`
  // The script returns what `reader` makes, and nothing else.
  const read = (await page.evaluate(script)) as {
    text: string
    all: string
    wrong: string[]
  }[]
  await page.close()
  return read.map(({text, all, wrong}) => ({
    words: wordsIn(text),
    all: wordsIn(all),
    wrong
  }))
}
