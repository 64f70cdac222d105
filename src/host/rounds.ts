/** Printing with page numbers in the text: print, fill in, print again. */
import type {Page} from 'puppeteer'
import {patience} from './browser.ts'
import {HostError, type PrintOptions} from './host.ts'
import {tighten} from './tighten.ts'

/** Numbers settle at the second print; those that grow a digit may take one more. */
const mostRounds = 5

/** Print a page that has its content, in as many rounds as its page numbers take. */
export async function printInRounds(
  page: Page,
  {pagesOf}: PrintOptions
): Promise<Uint8Array> {
  const hasNumbers = pagesOf && (await page.$('a .tp')) !== null
  if (!hasNumbers) return printTagged(page)
  // Tags cost time and move nothing: the first print has none.
  const draft = async () => pagesOf(await printDraft(page))
  let numbers = await tighten(page, await draft(), draft)
  for (let round = 2; round <= mostRounds; round++) {
    await fill(page, numbers)
    const print = await printTagged(page)
    const found = pagesOf(print)
    if (areSame(numbers, found)) return print
    numbers = found
  }
  throw new HostError(
    'De paginanummers in de inhoudsopgave komen niet tot rust; dit is een fout in de opmaak van `templates/`'
  )
}

const always = {
  preferCSSPageSize: true,
  printBackground: true,
  waitForFonts: true,
  timeout: patience
}

function printDraft(page: Page): Promise<Uint8Array> {
  return page.pdf({...always, tagged: false, outline: false})
}

function printTagged(page: Page): Promise<Uint8Array> {
  return page.pdf({...always, tagged: true, outline: true})
}

function areSame(
  some: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>
): boolean {
  return (
    some.size === others.size &&
    [...some].every(([anchor, number]) => others.get(anchor) === number)
  )
}

async function fill(
  page: Page,
  numbers: ReadonlyMap<string, number>
): Promise<void> {
  await page.$$eval(
    'a .tp',
    (places, known) => {
      const byAnchor = new Map(known)
      for (const place of places) {
        const hash = place.closest('a')?.hash ?? ''
        const number = byAnchor.get(decodeURIComponent(hash.slice(1)))
        // The space keeps number and words apart for who listens.
        place.textContent = number === undefined ? '' : ` ${number}`
      }
    },
    [...numbers]
  )
}
