// `cao verify` on PDFs that are printed once, and on what may befall them.
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {PDFDocument, PDFHexString, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import {zlibSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {runProgram} from '../../src/commands/program.ts'
import {nodeHost} from '../../src/host/node.ts'
import type {IsoDate} from '../../src/model.ts'
import {numbered, withRoom} from '../../src/pdf/checksum.ts'
import {latin, unlatin} from '../../src/pdf/latin.ts'
import {openPdf, packedStream} from '../../src/pdf/objects.ts'
import {contentOf} from '../../src/pdf/pages.ts'
import {saveFile} from '../../src/pdf/save.ts'
import {xmp} from '../../src/pdf/xmp.ts'
import {
  type Checked,
  verifyJson,
  verifySchema
} from '../../src/render/verify-json-schema.ts'

const articles = path.join(import.meta.dirname, '../../articles')
const real = nodeHost()
let folder = ''
const at = (name: string): string => path.join(folder, name)

interface Run {
  readonly code: number
  readonly out: string
  readonly bytes: Uint8Array
  readonly err: string
}

async function cao(argv: readonly string[], corpus = articles): Promise<Run> {
  let out = ''
  let err = ''
  let bytes = new Uint8Array()
  const host = {
    ...real,
    isTerminal: false,
    today: () => '2024-12-31' as IsoDate,
    print: (text: string) => {
      out += text
    },
    printBytes: (given: Uint8Array) => {
      bytes = Uint8Array.from(given)
    },
    printError: (text: string) => {
      err += text
    },
    progress: () => {}
  }
  const all = [...argv, '--articles', corpus]
  const code = await runProgram(all, host, {version: '0'})
  return {code, out, err, bytes}
}

/** Check one file, by way of the JSON. */
async function verify(
  bytes: Uint8Array,
  {
    zicht = '2015-12-31',
    corpus
  }: {readonly zicht?: string; readonly corpus?: string} = {}
): Promise<Checked & {readonly code: number}> {
  const file = at('document.pdf')
  writeFileSync(file, bytes)
  const argv = ['verify', file, '--json', '--zicht', zicht]
  const {code, out, err} = await cao(argv, corpus)
  expect(err).toBe('')
  const {documents} = verifyJson.parse(JSON.parse(out))
  const [found] = documents
  if (!found) throw new Error('Nothing was found')
  return {...found, code}
}

const calls = {
  text: 'show --regeling car-uwo --geldig 2015-09-05 --zicht 2015-09-08 --format pdf',
  early:
    'show --regeling car-uwo --geldig 2015-09-05 --zicht 2015-09-05 --format pdf',
  unit: 'show 3:4 --gemeente Voorbeeldstad --geldig 2020-01-01 --format pdf',
  redline:
    'diff 2022-12-31 2023-01-01 --regeling voorbeeld-regeling --format pdf',
  table:
    'diff 2022-12-31 2023-01-01 bijlage I --regeling voorbeeld-regeling --format was-wordt-pdf'
} as const
const pdf: Record<string, Uint8Array> = {}
const good = (name: keyof typeof calls): Uint8Array =>
  pdf[name] ?? new Uint8Array()

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'caoc-verify-'))
  for (const [name, call] of Object.entries(calls))
    pdf[name] = (await cao(call.split(' '))).bytes
}, 120_000)

afterAll(() => {
  rmSync(folder, {recursive: true})
})

test('the schema on disk is the one of the code', async () => {
  const text = `${JSON.stringify(verifySchema(), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../docs/schema/verify-1.json')
})

describe('a good file', () => {
  test('a text', async () => {
    const found = await verify(good('text'))
    expect(found).toMatchObject({
      code: 0,
      outcome: 'ongewijzigd',
      kind: 'tekst',
      checksum: 'klopt',
      words: 'gelijk',
      sides: [
        {regeling: 'car-uwo', geldig: '2015-09-05', corpus: 'gelijk', later: []}
      ]
    })
  })

  test('of one provision in one municipality', async () => {
    const found = await verify(good('unit'), {zicht: '2024-12-31'})
    expect(found).toMatchObject({
      code: 0,
      words: 'gelijk',
      sides: [{unit: 'artikel-3-4', gemeente: 'gm9901'}]
    })
  })

  test.each(['redline', 'table'] as const)('a comparison: %s', async (name) => {
    const found = await verify(good(name), {zicht: '2024-12-31'})
    expect(found).toMatchObject({
      code: 0,
      outcome: 'ongewijzigd',
      kind: 'vergelijking',
      words: 'gelijk',
      sides: [
        {side: 'was', geldig: '2022-12-31', corpus: 'gelijk'},
        {side: 'wordt', geldig: '2023-01-01', corpus: 'gelijk'}
      ]
    })
  })

  test('in words, never more than may be claimed', async () => {
    writeFileSync(at('goed.pdf'), good('text'))
    const {out} = await cao(['verify', at('goed.pdf'), '--zicht', '2015-12-31'])
    expect(out).toContain('goed.pdf: ongewijzigd sinds vervaardiging')
    expect(out).toContain('Het controlegetal is geen handtekening')
    expect(out).not.toMatch(/authentiek|rechtsgeldig|\becht\b/iu)
  })
})

describe('an altered file', () => {
  test('any one byte', async () => {
    const {length} = good('text')
    for (let step = 0; step < 25; step++) {
      const bytes = good('text').slice()
      const place = Math.floor((step / 25) * length) + (step % 3)
      bytes[place] = (bytes[place] ?? 0) ^ 1
      const {code, outcome} = await verify(bytes)
      expect([code, outcome, place]).toEqual([1, 'gewijzigd', place])
    }
  })

  test('a digit of the number itself', async () => {
    const text = latin(good('text'))
    const place = text.indexOf('<caoc:controlegetal>') + 20
    const bytes = good('text').slice()
    bytes[place] = bytes[place] === 48 ? 49 : 48
    expect(await verify(bytes)).toMatchObject({reason: 'bytes'})
  })

  test('a word of a page, also when the number is computed anew', async () => {
    const document = await openPdf(good('text'))
    replaceGlyph(document)
    const changed = saveFile(document, 'packed')
    expect(await verify(changed)).toMatchObject({
      outcome: 'gewijzigd',
      reason: 'bytes',
      words: 'anders'
    })
    expect(await verify(forged(changed))).toMatchObject({
      code: 1,
      outcome: 'gewijzigd',
      reason: 'woorden',
      checksum: 'klopt'
    })
  })

  test('another day in the metadata, the number computed anew', async () => {
    const changed = replaced(
      good('text'),
      '<caoc:geldig>2015-09-05',
      '<caoc:geldig>2015-09-06'
    )
    expect(await verify(forged(changed))).toMatchObject({
      outcome: 'gewijzigd',
      reason: 'woorden',
      sides: [{corpus: 'gelijk'}]
    })
  })

  test('saved again by another program', async () => {
    const document = await PDFDocument.load(good('text'))
    const bytes = await document.save()
    expect(await verify(bytes)).toMatchObject({
      outcome: 'gewijzigd',
      reason: 'bytes',
      sides: [{regeling: 'car-uwo', corpus: 'gelijk'}]
    })
    writeFileSync(at('opnieuw.pdf'), bytes)
    const {out} = await cao(['verify', at('opnieuw.pdf')])
    expect(out).toMatch(/opnieuw opgeslagen of\s+gewijzigd/u)
    expect(out).toMatch(/woorden op de bladzijden zijn nog die/u)
  })

  test('with packed metadata, or with something behind it', async () => {
    const document = await openPdf(good('text'))
    const {catalog, context} = document
    const metadata = catalog.lookup(PDFName.of('Metadata'))
    if (!(metadata instanceof PDFRawStream)) throw new Error('No metadata')
    const keys = {Type: 'Metadata', Subtype: 'XML'}
    const packed = packedStream(document, metadata.getContents(), keys)
    catalog.set(PDFName.of('Metadata'), context.register(packed))
    for (const [ref, object] of context.enumerateIndirectObjects())
      if (object === metadata) context.delete(ref)
    expect(await verify(saveFile(document, 'packed'))).toMatchObject({
      outcome: 'gewijzigd',
      reason: 'bytes',
      sides: [{regeling: 'car-uwo'}]
    })
    const longer = Buffer.concat([good('text'), Buffer.from('% meer\n')])
    expect(await verify(longer)).toMatchObject({
      outcome: 'gewijzigd',
      reason: 'aangevuld'
    })
  })

  test('cut off behind its metadata, or encrypted', async () => {
    const half = good('text').subarray(0, -200)
    expect(await verify(half)).toMatchObject({
      outcome: 'gewijzigd',
      reason: 'afgekapt'
    })
    const document = await PDFDocument.load(good('text'))
    document.encrypt({userPassword: 'a', ownerPassword: 'b'})
    const {outcome} = await verify(await document.save())
    expect(outcome).not.toBe('ongewijzigd')
  })
})

test('metadata without a number tell nothing of the bytes', async () => {
  const bytes = latin(good('text')).replaceAll('controlegetal', 'xontrolegetal')
  expect(await verify(unlatin(bytes))).toMatchObject({
    outcome: 'onbekend',
    reason: 'geen-controlegetal'
  })
})

describe('a file of others', () => {
  test('that says nothing', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    expect(await verify(await document.save())).toMatchObject({
      code: 1,
      outcome: 'onbekend',
      reason: 'niet-van-caoc',
      sides: []
    })
  })

  test('with metadata of ours, and a number that is right', async () => {
    const document = await PDFDocument.create()
    document.addPage().drawText('Iedereen krijgt het dubbele')
    const side = (await verify(good('text'))).sides[0]
    const about = new Map([
      ['regeling', 'car-uwo'],
      ['geldig', '2015-09-05'],
      ['zicht', '2015-09-08'],
      ['tekst', side?.textHash ?? '']
    ])
    const packet = new TextEncoder().encode(
      xmp({
        flavour: '2a',
        title: 'CAR-UWO',
        language: 'nl-NL',
        time: undefined,
        creator: 'caoc',
        producer: 'caoc',
        about: withRoom(about)
      })
    )
    const {catalog, context} = document
    const stream = context.obj({Type: 'Metadata', Length: packet.length})
    catalog.set(
      PDFName.of('Metadata'),
      context.register(PDFRawStream.of(stream, packet))
    )
    const id = PDFHexString.of('00')
    context.trailerInfo.ID = context.obj([id, id])
    const bytes = numbered(saveFile(document, 'packed'))
    expect(await verify(bytes)).toMatchObject({
      code: 1,
      outcome: 'gewijzigd',
      reason: 'woorden',
      checksum: 'klopt'
    })
  })

  test('that is none, is not there, or is too large', async () => {
    writeFileSync(at('tekst.md'), '# Tekst\n')
    writeFileSync(at('groot.pdf'), '%PDF-1.7\n')
    truncateSync(at('groot.pdf'), 500_000_000)
    const names = ['tekst.md', 'groot.pdf', 'weg.pdf', '.']
    const {code, out} = await cao(['verify', ...names.map(at), '--json'])
    expect(code).toBe(1)
    const {documents} = verifyJson.parse(JSON.parse(out))
    expect(documents.map(({reason}) => reason)).toEqual([
      'geen-pdf',
      ...['geen-bestand', 'geen-bestand', 'geen-bestand']
    ])
    expect(documents[1]?.problem).toMatch(/groter dan 64 MB/u)
    expect(documents[3]?.problem).toMatch(/is een map/u)
  })

  test('metadata that unpack to very much do no harm', async () => {
    const bomb = latin(zlibSync(new Uint8Array(200_000_000)))
    const file = `%PDF-1.7\n1 0 obj\n<</Type/Metadata/Filter/FlateDecode>>\nstream\n${bomb}\nendstream\n%%EOF\n`
    expect(await verify(unlatin(file))).toMatchObject({
      reason: 'niet-van-caoc'
    })
  })

  test('what a terminal would obey is not repeated', async () => {
    const bytes = replaced(good('text'), '>car-uwo<', '>car\u001B[2J<')
    expect(JSON.stringify(await verify(bytes))).not.toContain('u001b')
  })

  test('a call without a file is wrong', async () => {
    const {code} = await cao(['verify'])
    expect(code).toBe(2)
  })
})

describe('the corpus has moved on', () => {
  test('a wijziging that became known since, and reaches back', async () => {
    expect(await verify(good('early'), {zicht: '2015-09-06'})).toMatchObject({
      outcome: 'ongewijzigd'
    })
    const found = await verify(good('early'))
    expect(found).toMatchObject({code: 1, outcome: 'achterhaald'})
    expect(found.sides[0]?.later[0]).toMatchObject({
      wijzigingen: ['lbr-15-069'],
      known: '2015-09-07',
      geldig: '2015-09-01',
      retroactive: true,
      reaches: true
    })
    writeFileSync(at('oud.pdf'), good('early'))
    const {out} = await cao(['verify', at('oud.pdf'), '--zicht', '2015-12-31'])
    expect(out.replace(/\s+/gu, ' ')).toContain(
      'Sindsdien wijzigt Lbr. 15/069 (`lbr-15-069`), bekend sinds 7 september 2015, met ingang van 1 september 2015 (met terugwerkende kracht): artikel 1:2c'
    )
  })

  test('a regeling that ended since', async () => {
    const found = await verify(good('text'), {zicht: '2020-01-01'})
    expect(found).toMatchObject({
      outcome: 'achterhaald',
      sides: [{ended: {from: '2020-01-01'}}]
    })
  })

  test('another text on the same days', async () => {
    const corpus = at('anders')
    cpSync(articles, corpus, {recursive: true})
    const file = path.join(
      corpus,
      'car-uwo/hoofdstuk-1/artikel-1-2c/2015-09-01.lbr-15-069.md'
    )
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/(\w+)\.\n/u, '$1 niet.\n'))
    expect(await verify(good('text'), {corpus})).toMatchObject({
      outcome: 'gewijzigd',
      reason: 'tekst',
      checksum: 'klopt',
      sides: [{corpus: 'anders'}]
    })
  })

  test('a regeling, unit or corpus that is not there', async () => {
    const corpus = at('anders-leeg')
    cpSync(path.join(articles, 'car-uwo'), path.join(corpus, 'car-uwo'), {
      recursive: true
    })
    expect(await verify(good('redline'), {corpus})).toMatchObject({
      outcome: 'onbekend',
      reason: 'bronnen',
      sides: [{corpus: 'geen-regeling'}, {corpus: 'geen-regeling'}]
    })
    expect(await verify(good('text'), {corpus: at('weg')})).toMatchObject({
      outcome: 'onbekend',
      checksum: 'klopt',
      sides: [{corpus: 'niet-te-lezen'}]
    })
  })
})

/** Show one letter of the text as another, on the last page that has two. */
function replaceGlyph(document: PDFDocument): void {
  for (const page of document.getPages().toReversed()) {
    const content = latin(contentOf(page))
    // Running heads stand before what is tagged, or behind it.
    const tagged = content.lastIndexOf('/MCID')
    const [first, ...others] = [
      ...content.matchAll(/<([0-9A-Fa-f]{4,})> ?Tj/gu)
    ].filter(({index}) => index > tagged)
    const other = others.find((one) => one[1] !== first?.[1])
    if (!first || !other) continue
    const {index} = other
    const edited =
      content.slice(0, index) +
      first[0] +
      content.slice(index + other[0].length)
    const stream = packedStream(document, unlatin(edited))
    page.node.set(PDFName.of('Contents'), document.context.register(stream))
    return
  }
  throw new Error('No page with two letters')
}

function replaced(file: Uint8Array, from: string, to: string): Uint8Array {
  return unlatin(latin(file).replace(from, () => to))
}

/** Compute the number of a file again, as who forges it can. */
function forged(file: Uint8Array): Uint8Array {
  const blank = latin(file).replace(
    /(<caoc:controlegetal>)[0-9a-f]{64}/u,
    `$1${'0'.repeat(64)}`
  )
  return numbered(unlatin(blank))
}
