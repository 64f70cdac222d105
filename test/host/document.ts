/** HTML for print tests, and what became of it. */
import {readdirSync, readFileSync} from 'node:fs'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {ifPossible} from '../../src/host/failure.ts'

/** Of a size that takes the browser a while, with tables: their cells name each other. */
export function longDocument(articles: number): string {
  const body = Array.from(
    {length: articles},
    (_, index) =>
      `<h2 id="a${index}">Artikel ${index}</h2><p><a href="#a${index}">Zie</a> ${'tekst '.repeat(100)}</p><table><tr><th>Schaal</th><td>${index}</td></tr></table>`
  )
  return `<!doctype html><html lang="nl"><title>Proef (node00000003)</title><h1>Proef</h1>${body.join('')}`
}

/** What a reader finds in a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<{
  pages: number
  text: string
  info: Record<string, unknown>
  outline: string[]
  tagged: boolean
}> {
  const task = getDocument({data: bytes.slice(), verbosity: 0})
  const document = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const {items} = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  const {info} = await document.getMetadata()
  const [outline, marks] = [
    await document.getOutline(),
    await document.getMarkInfo()
  ]
  await task.destroy()
  return {
    pages: texts.length,
    text: texts.join('\n'),
    info: {...info},
    outline: (outline ?? []).map(({title}) => title),
    tagged: marks?.Marked === true
  }
}

/** Processes of the machine whose command line holds `text`; only Linux tells. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      ifPossible(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.includes(
        text
      )
    )
    .map(Number)
}
