// A word of another language carries it in the PDF; its list is checked as any other fact.
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Workplace, workplace} from './cao.ts'

let place: Workplace
beforeAll(() => {
  place = workplace('empty')
  place.write(
    'articles/proef/artikel-1/begin.md',
    "---\nnummer: '1'\n---\n\n1. Part-time werk, *mutatis mutandis*.\n\n| part-time |\n| - |\n| mutatis mutandis |\n"
  )
})
afterAll(() => place.remove())

function regeling(talen: string): void {
  place.write(
    'articles/proef/regeling.md',
    `---\nformaat: 1\ntitel: Proef\nroute: website\n${talen}---\n`
  )
}

interface Node {
  readonly lang?: string
  readonly children?: readonly Node[]
}

function langsIn({lang, children = []}: Node): readonly string[] {
  return [...(lang === undefined ? [] : [lang]), ...children.flatMap(langsIn)]
}

test('in the tags of the PDF', async () => {
  regeling('talen:\n  la: [mutatis mutandis]\n  en: [part-time]\n')
  const {code, bytes, err} = place.cao('show', '--format', 'pdf')
  expect({code, err}).toEqual({code: 0, err: ''})
  const document = await getDocument({data: new Uint8Array(bytes)}).promise
  const tree = (await (await document.getPage(1)).getStructTree()) as Node
  expect(langsIn(tree)).toEqual(['nl-NL', 'en', 'la', 'en', 'la'])
  await document.destroy()
})

test.each([
  ['talen:\n  Engels: [part-time]\n', 'moet de code van een taal zijn'],
  ['talen:\n  en: []\n', 'moet ten minste één woord noemen'],
  ['talen:\n  en: part-time\n', 'moet een lijst van woorden zijn'],
  ['talen: [en]\n', 'moet de code van een taal zijn']
])('%j is told', (talen, said) => {
  regeling(talen)
  const {code, err, out} = place.cao('check')
  expect(code).toBe(1)
  expect(err + out).toContain(said)
})
