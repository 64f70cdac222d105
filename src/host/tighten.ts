/** Which parts of a document are set a little tighter, so that no few lines stand alone on a leaf. */
import type {Page} from 'puppeteer'

/** Pages of anchors, as a print has them. */
type Numbers = ReadonlyMap<string, number>

/** Neighbouring sections that share their leaves, by their anchors. */
type Part = readonly string[]

/** As the styles of a print call it. */
const tight = 'krap'

/** The anchor of the table of contents. */
const contents = 'inhoud'

/**
 * Sets those parts tighter that then take a leaf less. A part is what has kinds
 * of leaves (`page`) of its own: what happens in one moves no other. So is the
 * table of contents. Takes a print or two more, and gives the page numbers that
 * come of it.
 */
export async function tighten(
  page: Page,
  numbers: Numbers,
  printAgain: () => Promise<Numbers>
): Promise<Numbers> {
  const found = await partsOf(page)
  if (found.length === 0) return numbers
  const parts = [[contents], ...found]
  await set(page, parts.flat(), true)
  const tightened = await printAgain()
  const loose = parts.filter(
    (part, at) =>
      lengthOf(part, parts[at + 1], tightened) >=
      lengthOf(part, parts[at + 1], numbers)
  )
  await set(page, loose.flat(), false)
  return loose.length === parts.length ? numbers : printAgain()
}

function partsOf(page: Page): Promise<readonly Part[]> {
  return page.$$eval('main > [id]', (sections) => {
    const parts: {name: string | undefined; ids: string[]}[] = []
    for (const section of sections) {
      const view = section.ownerDocument.defaultView
      const name = view?.getComputedStyle(section).getPropertyValue('page')
      const last = parts.at(-1)
      if (last && last.name === name) last.ids.push(section.id)
      else parts.push({name, ids: [section.id]})
    }
    return parts.every(({name}) => name !== 'auto')
      ? parts.map(({ids}) => ids)
      : []
  })
}

/** In leaves, the contents with all before them; of the last part nobody tells where it ends. */
function lengthOf([first]: Part, [next]: Part = [], numbers: Numbers): number {
  const end = numbers.get(next ?? '')
  return end === undefined ? 0 : end - (numbers.get(first ?? '') ?? 0)
}

async function set(
  page: Page,
  ids: readonly string[],
  isTight: boolean
): Promise<void> {
  await page.$$eval(
    'nav[id], main > [id]',
    (sections, wanted, name, isOn) => {
      for (const section of sections)
        if (wanted.includes(section.id)) section.classList.toggle(name, isOn)
    },
    ids,
    tight,
    isTight
  )
}
