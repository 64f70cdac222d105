// Accept all gives the new text, reject all the old one: taken from the page and the PDF that are written.
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import type {Compared} from '../../src/comparison.ts'
import {type RunningBrowser, startBrowser} from '../../src/host/browser.ts'
import {nodeHost} from '../../src/host/node.ts'
import type {IsoDate, Regeling} from '../../src/model.ts'
import {finishPdf} from '../../src/pdf/finish.ts'
import {renderRedline, renderRedlinePrint} from '../../src/render/redline.ts'
import {visible} from '../../src/render/visible.ts'
import {anyPair} from '../compare/amended.ts'
import {sideOf} from '../compare/texts.ts'
import {regelingOf} from '../corpora/shipped.ts'
import {textOn} from '../render/redline/corpus-text.ts'
import {documentWords} from '../render/redline/document-words.ts'
import {examples} from '../render/redline/examples.ts'
import {resolvePages} from '../render/redline/resolve-page.ts'
import {templates} from '../render/templates-on-disk.ts'
import {pdfText} from './pdf-words.ts'
import {signedWords} from './redline-signs.ts'

type Pair = readonly [Compared, Compared]

let running: RunningBrowser
beforeAll(async () => {
  running = await startBrowser(() => {})
})
afterAll(() => running.close())

/** Compares both sides of each pair, and lets the browser take them from the page. */
async function expectBothTexts(pairs: readonly Pair[]): Promise<void> {
  const pages = pairs.map(([was, wordt]) => {
    const comparison = compare(was, wordt)
    return renderRedline(comparison, changesOf(comparison), templates)
  })
  const resolved = await resolvePages(running.browser, pages)
  resolved.forEach(({merged, beside, wrong}, at) => {
    const [was, wordt] = pairs[at] ?? []
    const old = documentWords(was?.units ?? [])
    expect(old).toMatchObject(merged.was)
    expect(old).toMatchObject(beside)
    expect(documentWords(wordt?.units ?? [])).toMatchObject(merged.wordt)
    expect(wrong).toEqual([])
  })
}

/** Every day on which something in a regeling begins, or became known. */
function daysOf({units, wijzigingen}: Regeling): readonly IsoDate[] {
  const days = [
    ...units.flatMap(({versions}) =>
      versions.flatMap(({geldig, days: all, tot}) => [
        geldig,
        tot,
        ...all.flatMap((one) => [one.geldig, one.known])
      ])
    ),
    ...wijzigingen.map(({bekend}) => bekend)
  ]
  const isDay = (day: unknown): day is IsoDate => /^\d{4}-/u.test(String(day))
  return [...new Set(days.filter(isDay))].toSorted()
}

/** On many a day only what is known changes, and no word. */
function isOther(was: Compared, wordt: Compared): boolean {
  return changesOf(compare(was, wordt)).length > 0
}

describe('the page', () => {
  test.each(['voorbeeld-regeling', 'voorbeeld-cao'])(
    'of each two neighbouring moments of %s, and of the first and the last',
    async (id) => {
      const regeling = regelingOf(id)
      const texts = daysOf(regeling).map((day) => textOn(regeling, day))
      const pairs = texts.flatMap((text, at): readonly Pair[] => {
        const before = texts.at(at - 1)
        return before && isOther(before, text) ? [[before, text]] : []
      })
      await expectBothTexts(pairs)
    }
  )

  test('of any two texts', async () => {
    const pairs = fc.sample(anyPair, {
      numRuns: 120,
      seed: 20150907
    })
    await expectBothTexts(
      pairs.map(([a, b]) => [visible(sideOf(a)), visible(sideOf(b))])
    )
  })
})

describe('the PDF, by its signs', () => {
  const host = nodeHost()

  /** Prints the redline of each pair, and takes both texts from what is drawn. */
  async function expectBothDrawn(
    pairs: readonly Pair[],
    fonts: string
  ): Promise<void> {
    const pages = pairs.map(([was, wordt]) => {
      const comparison = compare(was, wordt)
      const changes = changesOf(comparison)
      return renderRedlinePrint(comparison, changes, templates, fonts)
    })
    const pdfs = await host.withPrinter((print) =>
      Promise.all(pages.map((html) => print(html)))
    )
    for (const [at, print] of pdfs.entries()) {
      const html = pages[at] ?? ''
      const {pdf} = await finishPdf(print, {html, families: []})
      const text = await pdfText(pdf)
      const [was, wordt] = pairs[at] ?? []
      expect(signedWords(text, 'was')).toEqual(
        documentWords(was?.units ?? []).inOrder
      )
      expect(signedWords(text, 'wordt')).toEqual(
        documentWords(wordt?.units ?? []).inOrder
      )
    }
  }

  test('of each kind of change', () =>
    expectBothDrawn(
      Object.values(examples).map(({texts}) => texts),
      ''
    ))

  test.each(['voorbeeld-regeling', 'voorbeeld-cao'])(
    'of the first and the last text of %s',
    async (id) => {
      const regeling = regelingOf(id)
      const days = daysOf(regeling)
      const [was, wordt] = [days[0], days.at(-1)]
      if (!was || !wordt) throw new Error('No days')
      const pair = [textOn(regeling, was), textOn(regeling, wordt)] as const
      await expectBothDrawn([pair], host.readFonts())
    }
  )
})
