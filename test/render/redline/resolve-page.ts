/** One of the two texts of a redline, had back from its page by a browser. */
import type {Browser} from 'puppeteer'
import type {Side} from '../../../src/comparison.ts'
import {wordsIn} from '../words.ts'
import type {DocumentWords} from './document-words.ts'

type Words = Omit<DocumentWords, 'inOrder'>

/** What a browser made of a page. */
export interface ResolvedPage {
  /** Of what is merged. */
  readonly merged: Readonly<Record<Side, Words>>
  /** The old text, from the copies that stand beside the new one. */
  readonly beside: Words
  /** Ids that occur more than once, links that lead nowhere, elements that no template has. */
  readonly wrong: readonly string[]
}

// Runs in the browser. It knows what `renderRedline` documents, and nothing else.
const reader = `(html) => {
  const inline = ['A', 'B', 'I', 'SPAN', 'SUP', 'INS', 'DEL']
  const text = (node) => {
    if (node.nodeType === 3) return node.data
    const inner = [...node.childNodes].map(text).join('')
    return inline.includes(node.tagName) ? inner : '\\n' + inner + '\\n'
  }
  const page = new DOMParser().parseFromString(html, 'text/html')
  const resolve = (side, isBeside) => {
    const main = page.querySelector('main').cloneNode(true)
    if (isBeside) {
      main.querySelectorAll('.was[hidden]').forEach((copy) => {
        copy.parentElement.querySelector('.samen').remove()
        copy.removeAttribute('hidden')
        copy.className = 'samen'
      })
    }
    const other = side === 'was' ? 'wordt' : 'was'
    const mark = side === 'was' ? 'ins' : 'del'
    const gone = '[data-uitleg], [hidden], ' + mark + ', [data-kant=' + other + ']'
    main.querySelectorAll(gone).forEach((node) => node.remove())
    main.querySelectorAll('[data-vervolg=' + side + ']').forEach((row) => {
      let before = row.previousElementSibling
      while (before && !before.matches('.regel')) before = before.previousElementSibling
      const into = before && before.querySelector('.samen .zin > :last-child')
      const words = row.querySelector('.samen .zin > :last-child')
      if (into && words) into.append(...words.childNodes)
      row.remove()
    })
    const notes = [...main.querySelectorAll('.noot')]
    notes.forEach((node) => node.remove())
    return {text: text(main), notes: notes.map(text)}
  }
  const ids = [...page.querySelectorAll('[id]')].map((node) => node.id)
  const links = [...page.querySelectorAll('nav a, .opmerking a, sup a')].map((node) => node.getAttribute('href').slice(1))
  const foreign = page.querySelectorAll('main script, img, iframe, form:not(.balk), em, strong:not(.telling strong), aside, [onload], [onclick]')
  return {
    was: resolve('was', false),
    wordt: resolve('wordt', false),
    beside: resolve('was', true),
    wrong: [
      ...(ids.length === new Set(ids).size ? [] : ['ids']),
      ...links.filter((id) => !page.getElementById(id)).map((id) => 'no place: ' + id),
      ...[...foreign].map((node) => node.outerHTML)
    ]
  }
}`

interface Read {
  readonly text: string
  readonly notes: readonly string[]
}

/** Lets the browser parse each page, and takes both texts from it. */
export async function resolvePages(
  browser: Browser,
  pages: readonly string[]
): Promise<readonly ResolvedPage[]> {
  const page = await browser.newPage()
  const script = `${JSON.stringify(pages)}.map(${reader})`
  // The script returns what `reader` makes, and nothing else.
  const read = (await page.evaluate(script)) as {
    was: Read
    wordt: Read
    beside: Read
    wrong: string[]
  }[]
  await page.close()
  return read.map(({was, wordt, beside, wrong}) => ({
    merged: {was: wordsOf(was), wordt: wordsOf(wordt)},
    beside: wordsOf(beside),
    wrong
  }))
}

function wordsOf({text, notes}: Read): Words {
  return {words: wordsIn(text), notes: wordsIn(notes.join('\n'))}
}
