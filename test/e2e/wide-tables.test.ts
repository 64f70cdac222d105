// However wide a table is: all of it stands on the leaf, and the text around it keeps its size.
import {getDocument, type PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import {nodeHost} from '../../src/host/node.ts'
import type {Block, UnitText} from '../../src/model.ts'
import {renderPrint} from '../../src/render/print.ts'
import {renderRedlinePrint} from '../../src/render/redline.ts'
import {renderWasWordtPrint} from '../../src/render/was-wordt.ts'
import {sideOf, unitOf} from '../compare/texts.ts'
import {alinea, consolidation, item, tabel} from '../render/fixture.ts'
import {templates} from '../render/templates-on-disk.ts'

const host = nodeHost()
const fonts = host.readFonts()

const words = [
  'arbeidsongeschiktheidsverzekering',
  'ja',
  'BEZOLDIGING',
  'minimumsalarissen'
]
/** Of so many columns; what stands in a cell differs from one to the next. */
function table(columns: number, kind: 'amount' | 'word', change = 0): Block {
  const row = (from: number) =>
    Array.from({length: columns}, (_, at) =>
      kind === 'amount'
        ? `${1 + ((at + from) % 9)}.234,${(at % 3 === 0 ? change : 0) + 10}`
        : `${words[(at + from) % words.length]}`
    )
  return tabel(row(0), row(1), row(2))
}

const marker = 'Hier staat gewone tekst.'
const wideness = [8, 12, 16, 24, 40, 80]

function units(change: number): readonly UnitText[] {
  const tables = wideness.flatMap((columns) => [
    table(columns, 'amount', change),
    table(columns, 'word', change)
  ])
  const within: Block = item(
    'lid',
    '1.',
    alinea('De tabel:'),
    table(16, 'amount', change)
  )
  const long = alinea('woord '.repeat(400))
  return [
    unitOf('artikel-1', [alinea(marker), within]),
    unitOf('artikel-2', [long, table(14, 'amount', change)]),
    ...tables.map((one, at) => unitOf(`artikel-${at + 3}`, [one]))
  ]
}

interface Seen {
  readonly outside: readonly string[]
  /** Height of the marker in points. */
  readonly size: number
  readonly words: string
}

async function look(pdf: Uint8Array): Promise<Seen> {
  const document = await getDocument({data: new Uint8Array(pdf), verbosity: 0})
    .promise
  const all: Piece[] = []
  for (let number = 1; number <= document.numPages; number++)
    all.push(...(await piecesOn(await document.getPage(number))))
  await document.destroy()
  return {
    outside: all.filter(({isInside}) => !isInside).map(({str}) => str),
    size: all.find(({str}) => str.includes(marker))?.height ?? 0,
    words: all.map(({str}) => str).join(' ')
  }
}

interface Piece {
  readonly str: string
  readonly height: number
  readonly isInside: boolean
}

/** In points: no text stands nearer to the edge of a leaf. */
const edge = 15

async function piecesOn(page: PDFPageProxy): Promise<readonly Piece[]> {
  const [, , right = 0, top = 0] = page.view
  const {items} = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x = 0, y = 0] = item.transform as number[]
    const isAcross = x > edge && x + item.width < right - edge
    const isInside = isAcross && y > edge && y < top - edge
    return [{str: item.str, height: item.height, isInside}]
  })
}

test('in a text, a redline and a was-wordt table', async () => {
  const [was, wordt] = [sideOf(units(0)), sideOf(units(50))]
  const comparison = compare(was, wordt)
  const changes = changesOf(comparison)
  const pages = [
    renderPrint(consolidation({units: units(0)}), templates, fonts),
    renderRedlinePrint(comparison, changes, templates, fonts),
    renderWasWordtPrint(comparison, changes, templates, fonts)
  ]
  const [text, redline, table] = await host.withPrinter((print) =>
    Promise.all(pages.map(async (html) => look(await print(html))))
  )
  expect(text?.outside).toEqual([])
  expect(redline?.outside).toEqual([])
  expect(table?.outside).toEqual([])
  // A browser makes all of a document smaller where one thing is too wide.
  expect(text?.size).toBeCloseTo(10, 1)
  expect(redline?.size).toBeCloseTo(10, 1)
  // No amount is broken, but where no leaf holds a table.
  expect(text?.words.match(/\d\.234,10/gu)?.length).toBeGreaterThan(3 * 100)
})
