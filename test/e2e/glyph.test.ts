// A character for which the fonts have no glyph stops the PDF, and is pointed at.
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Workplace, workplace} from './cao.ts'
import {pdfText} from './pdf-words.ts'

let place: Workplace
beforeAll(() => {
  place = workplace('empty')
  place.write(
    'articles/proef/regeling.md',
    '---\nformaat: 1\ntitel: Proef\nroute: website\n---\n'
  )
  place.write(
    'articles/proef/artikel-1/begin.md',
    "---\nnummer: '1'\n---\n\nDe ambtenaar, met ≥ 4 jaar.\n\nHet teken 字 en 😀, en *cursief →*.\n"
  )
})
afterAll(() => place.remove())

const place1 =
  'articles/proef/artikel-1/begin.md:7:11 fout Het lettertype heeft geen teken voor `字` (U+5B57) (in `Het teken 字 en 😀, en`); vervang het, want in een PDF zou er een leeg vakje staan'
const place2 =
  'articles/proef/artikel-1/begin.md:7:16 fout Het lettertype heeft geen teken voor `😀` (U+1F600); vervang het, want in een PDF zou er een leeg vakje staan'

test('the PDF is not made, and all other forms are', () => {
  const {code, out, err} = place.cao('build', '--json')
  expect(err).toContain('Geen PDF gemaakt:\n')
  expect(err).toContain(place1)
  expect(err).toContain(place2)
  expect(code).toBe(1)
  const [{folder, files}] = JSON.parse(out)
  const names: string[] = files.map(({name}: {name: string}) => name)
  expect(names.some((name) => name.endsWith('.pdf'))).toBe(false)
  const page = names.find((name) => name.endsWith('.html')) ?? ''
  const file = path.join(place.folder, 'publicatie', folder, page)
  expect(readFileSync(file, 'utf8')).toContain('字')
})

test('a PDF that is asked for by name is refused as a whole', () => {
  const {code, out, err} = place.cao('show', '--format', 'pdf')
  expect({code, out}).toEqual({code: 1, out: ''})
  expect(err.split('\n')).toEqual(expect.arrayContaining([place1, place2]))
  const built = place.cao('build', '--format', 'pdf', '--output', 'elders')
  expect(built.code).toBe(1)
  expect(existsSync(path.join(place.folder, 'elders/manifest.json'))).toBe(
    false
  )
})

test('a norm that is none is refused; one that is known is met', () => {
  expect(place.cao('show', '--pdf', '4').err).toContain(
    '`4` is geen norm voor PDF; kies uit 1a, 2a, 3a'
  )
  place.write(
    'articles/proef/artikel-1/begin.md',
    "---\nnummer: '1'\n---\n\nTekst.\n"
  )
  const {code, bytes} = place.cao('show', '--format', 'pdf', '--pdf', '3A')
  expect(code).toBe(0)
  expect(bytes.toString('latin1')).toContain('<pdfaid:part>3<')
})

test('no two letters are one glyph, in whatever font they stand', async () => {
  place.write(
    'articles/proef/artikel-1/begin.md',
    "---\nnummer: '1'\nopschrift: Officiële affiche\n---\n\nDe officier (fictief) fluit, *effect*, **afbouw**.\n\n| afficheren | kop |\n| - | - |\n| officieel | fl |\n"
  )
  place.write(
    'articles/proef/artikel-1/toelichting/begin.md',
    '---\n---\n\nEen fictief effect.\n'
  )
  const {bytes} = place.cao('show', '--format', 'pdf')
  const text = await pdfText(bytes)
  expect(text).not.toMatch(/[\uFB00-\uFB06]/u)
  for (const word of ['Officiële', 'affiche', 'fictief', 'officieel', 'effect'])
    expect(text).toContain(word)
})

test('letters and signs are printed as themselves, in a heading too', async () => {
  const line =
    'A\u2011B ‰ ⅓ ⅛ ₂ № ☐ ☑ ✓ ① Ⅳ ● ⚠ → ↔ ≤ ≠ √ ∂ − Договор ἀγαθός Việt ậ ằ ǟ'
  place.write(
    'articles/proef/artikel-1/begin.md',
    `---\nnummer: '1'\nopschrift: Kop ≠ ☐ Ж ⅓\n---\n\n${line}.\n\n*${line}.*\n\n***${line}.***\n`
  )
  const {code, bytes, err} = place.cao('show', '--format', 'pdf')
  expect({code, err}).toEqual({code: 0, err: ''})
  const text = await pdfText(bytes)
  expect(text.split(line)).toHaveLength(4)
  expect(text).toContain('Kop ≠ ☐ Ж ⅓')
})
