// Every PDF is fit for the record: PDF/A and PDF/UA-1, and the same bytes each time.
import {writeSync} from 'node:fs'
import {PDFDict} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, test} from 'vitest'
import {nodeHost} from '../../src/host/node.ts'
import type {Consolidation, IsoDate} from '../../src/model.ts'
import {checkPdf} from '../../src/pdf/check/check.ts'
import {type Flavour, flavours} from '../../src/pdf/flavour.ts'
import {entry, nameOf, openPdf, textOf} from '../../src/pdf/objects.ts'
import {compareTexts, type Question} from '../../src/pipeline/comparison.ts'
import {renderComparison} from '../../src/pipeline/comparison-formats.ts'
import {consolidateHashed} from '../../src/pipeline/consolidation.ts'
import {renderFormat} from '../../src/pipeline/formats.ts'
import {printDocument} from '../../src/pipeline/print-document.ts'
import {compiled, regelingOf} from '../corpora/shipped.ts'
import {nasty} from '../pdf/nasty.ts'
import {validate, whyNoVeraPdf} from '../pdf/verapdf.ts'
import {rich} from '../render/rich.ts'

const host = nodeHost()
const {sources, corpus} = compiled
const day = '2021-01-15' as IsoDate

const shipped = corpus.regelingen.map(
  (regeling): readonly [string, Consolidation] => [
    regeling.id,
    consolidateHashed(regeling, {
      geldig: regeling.id === 'car-uwo' ? ('2016-01-01' as IsoDate) : day,
      zicht: day
    })
  ]
)
const all = new Map<string, Consolidation>([
  ...shipped,
  ['rich', rich],
  ['nasty', nasty]
])

/** Print documents in one browser, by name. */
function printAll(
  documents: ReadonlyMap<string, Consolidation>,
  flavour: Flavour
): Promise<ReadonlyMap<string, Uint8Array>> {
  const {readTemplates: templates, readFonts: fonts} = host
  return host.withPrinter(async (print) => {
    const tools = {templates, fonts, print, flavour, sources}
    const printed = [...documents].map(
      async ([name, c]) => [name, await renderFormat(c, 'pdf', tools)] as const
    )
    return new Map(await Promise.all(printed))
  })
}

/** Comparisons of the first day and the last of two shipped regelingen. */
async function printComparisons(): Promise<ReadonlyMap<string, Uint8Array>> {
  const {readTemplates: templates, readFonts: fonts} = host
  const ids = ['voorbeeld-regeling', 'voorbeeld-cao']
  const kinds = ['pdf', 'was-wordt-pdf'] as const
  return host.withPrinter(async (print) => {
    const options = {templates, fonts, print, isAll: false, hasColors: false}
    const printed = ids.flatMap((id) => {
      const regeling = regelingOf(id)
      const zicht = '2024-12-31' as IsoDate
      const on = (geldig: string): Question => ({
        regeling,
        moment: {geldig: geldig as IsoDate, zicht},
        scope: {}
      })
      const compared = compareTexts(on('2020-08-01'), on(zicht), {
        wetten: corpus.wetten ?? []
      })
      return kinds.map(
        async (kind) =>
          [
            `${id}-${kind}`,
            await renderComparison(compared, kind, options)
          ] as const
      )
    })
    return new Map(await Promise.all(printed))
  })
}

const small = new Map([
  ['rich', rich],
  ['car-uwo', all.get('car-uwo') ?? rich]
])

describe.each(flavours)('as PDF/A-%s', (flavour) => {
  let files: ReadonlyMap<string, Uint8Array>
  beforeAll(async () => {
    const isMain = flavour === '2a'
    const comparisons = isMain ? await printComparisons() : []
    const texts = await printAll(isMain ? all : small, flavour)
    files = new Map([...texts, ...comparisons])
  }, 180_000)

  test('our own checker finds nothing', async () => {
    for (const [name, bytes] of files) {
      const faults = await checkPdf(bytes, flavour)
      expect({name, faults}).toEqual({name, faults: []})
    }
  })

  test('veraPDF finds nothing, for PDF/UA-1 either', ({skip}) => {
    const why = whyNoVeraPdf()
    skip(why !== undefined, why)
    const {verdicts, totals} = validate(files, [flavour, 'ua1'])
    const failed = verdicts.filter(({compliant}) => !compliant)
    expect(failed).toEqual([])
    writeSync(1, `veraPDF: ${JSON.stringify(totals)}\n`)
    expect(verdicts).toHaveLength(files.size * 2)
  }, 180_000)
})

test('two runs give the same bytes', async () => {
  const [first, second] = [
    await printAll(small, '2a'),
    await printAll(small, '2a')
  ]
  for (const [name, bytes] of first) {
    const again = second.get(name) ?? new Uint8Array()
    expect([name, Buffer.compare(bytes, again)]).toEqual([name, 0])
  }
})

test('parts in other languages say so', async () => {
  const html = `<!doctype html><html lang="nl-NL"><title>x</title><style>${host.readFonts()}body{font-family:"Noto Serif"}</style><body><h1>Kop</h1><p>Het <em>woord</em> <span role="emphasis" lang="en">compliance</span> en <em lang="de">Arbeit</em>.`
  const pdf = await host.withPrinter((print) =>
    printDocument({html, date: day}, print)
  )
  expect(await checkPdf(pdf)).toEqual([])
  const document = await openPdf(pdf)
  const langs = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && nameOf(entry(object, 'S')) === 'Span'
        ? (textOf(entry(object, 'Lang')) ?? [])
        : []
    )
  expect(langs).toEqual(['en', 'de'])
})
