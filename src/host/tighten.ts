/** Which parts of a document are set a little tighter, so that no few lines stand alone on a leaf. */
import type {Page} from 'puppeteer'

/** Pages of anchors, as a print has them. */
type Numbers = ReadonlyMap<string, number>

/** Neighbouring sections that share their leaves, by their anchors. */
type Part = readonly string[]

/** As the styles of a print call it. */
const tight = 'krap'

/** In a longer document a leaf less is not worth the time of another print. */
const mostLeaves = 50

/** The anchor of the table of contents. */
const contents = 'inhoud'

/**
 * Sets those parts tighter that then take a leaf less. A part is what has kinds
 * of leaves (`page`) of its own: what happens in one moves no other. So is the
 * table of contents. Takes one print more, and gives the page numbers that come
 * of it, put together from both.
 */
export async function tighten(
  page: Page,
  numbers: Numbers,
  printAgain: () => Promise<Numbers>
): Promise<Numbers> {
  if ([...numbers.values()].some((leaf) => leaf > mostLeaves)) return numbers
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
  return joined(parts, new Set(loose), numbers, tightened)
}

/** Page numbers of parts of which some are as in one print and the others as in another. */
function joined(
  parts: readonly Part[],
  loose: ReadonlySet<Part>,
  before: Numbers,
  tightened: Numbers
): Numbers {
  const old = startsOf(parts, before)
  const chosen = parts.map((part) => {
    const numbers = loose.has(part) ? before : tightened
    return {numbers, starts: startsOf(parts, numbers)}
  })
  const starts: number[] = []
  let start = old[0] ?? 0
  for (const [at, own] of chosen.entries()) {
    starts.push(start)
    start += (own.starts[at + 1] ?? 0) - (own.starts[at] ?? 0)
  }
  return new Map(
    [...before].map(([anchor, number]) => {
      const at = old.findLastIndex((first) => first <= number)
      const own = chosen[at]
      if (!own) return [anchor, number]
      const within = (own.numbers.get(anchor) ?? 0) - (own.starts[at] ?? 0)
      return [anchor, (starts[at] ?? 0) + within]
    })
  )
}

function startsOf(parts: readonly Part[], numbers: Numbers): readonly number[] {
  return parts.map(([first]) => numbers.get(first ?? '') ?? 0)
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
