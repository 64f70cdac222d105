// Our own checker finds each way in which a good file can be broken.
import {beforeAll, describe, expect, test} from 'vitest'
import {nodeHost} from '../../src/host/node.ts'
import {checkPdf} from '../../src/pdf/check/check.ts'
import {openPdf} from '../../src/pdf/objects.ts'
import {saveFile} from '../../src/pdf/save.ts'
import {renderFormat} from '../../src/pipeline/formats.ts'
import {rich} from '../render/rich.ts'
import {farAway, mutations} from './mutations.ts'

const host = nodeHost()
let good: Uint8Array

beforeAll(async () => {
  const {readTemplates: templates, readFonts: fonts} = host
  good = await host.withPrinter((print) =>
    renderFormat(rich, 'pdf', {templates, fonts, print})
  )
})

test('a good file has no faults, also when it is written anew', async () => {
  expect(await checkPdf(good)).toEqual([])
  const document = await openPdf(good)
  expect(await checkPdf(saveFile(document, 'packed'))).toEqual([])
})

describe('what is broken is found', () => {
  test.each(Object.entries(mutations))('%s', async (_, mutate) => {
    const document = await openPdf(good)
    mutate(document)
    const faults = await checkPdf(saveFile(document, 'packed'))
    expect(faults).not.toEqual([])
  })

  test.each([
    ['another head', (text: string) => text.replace('%PDF-1.7', '%PDF-2.0')],
    [
      'no sign of bytes',
      (text: string) => text.replace(/^([\s\S]{9})[\s\S]{4}/u, '$1abcd')
    ],
    ['more after the end', (text: string) => `${text}meer`],
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['no PDF', () => 'geen PDF']
  ])('%s', async (_, change) => {
    const text = Buffer.from(good).toString('latin1')
    const bytes = Buffer.from(change(text), 'latin1')
    expect(await checkPdf(bytes)).not.toEqual([])
  })
})

describe('as PDF/A-1a', () => {
  test('a number beyond 32767 is found, which a browser writes far down a long text', async () => {
    const {readTemplates: templates, readFonts: fonts} = host
    const flavour = '1a'
    const file = await host.withPrinter((print) =>
      renderFormat(rich, 'pdf', {templates, fonts, print, flavour})
    )
    expect(await checkPdf(file, flavour)).toEqual([])
    const document = await openPdf(file)
    farAway(document)
    const faults = await checkPdf(saveFile(document, 'plain'), flavour)
    expect(faults.map(({clause}) => clause)).toContain('6.1.12')
  }, 60_000)
})
