// Every PDF is fit for the record: PDF/A and PDF/UA-1, and the same bytes each time.
import {writeSync} from 'node:fs'
import {beforeAll, describe, expect, test} from 'vitest'
import {nodeHost} from '../../src/host/node.ts'
import type {Consolidation, IsoDate} from '../../src/model.ts'
import {checkPdf} from '../../src/pdf/check/check.ts'
import {type Flavour, flavours} from '../../src/pdf/flavour.ts'
import {consolidateHashed} from '../../src/pipeline/consolidation.ts'
import {renderFormat} from '../../src/pipeline/formats.ts'
import {compiled} from '../corpora/shipped.ts'
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

const small = new Map([
  ['rich', rich],
  ['car-uwo', all.get('car-uwo') ?? rich]
])

describe.each(flavours)('as PDF/A-%s', (flavour) => {
  let files: ReadonlyMap<string, Uint8Array>
  beforeAll(async () => {
    files = await printAll(flavour === '2a' ? all : small, flavour)
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
