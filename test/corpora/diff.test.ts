// All neighbouring moments of the fictional corpora, compared: what is written gives both texts again.
import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {IsoDate, Moment, Regeling} from '../../src/model.ts'
import {type Compared, compareTexts} from '../../src/pipeline/comparison.ts'
import {renderComparison} from '../../src/pipeline/comparison-formats.ts'
import {historyOf} from '../../src/pipeline/history.ts'
import {renderDiffJson} from '../../src/render/diff-json.ts'
import {legend, renderDiffMarkdown} from '../../src/render/diff-markdown.ts'
import {isDay} from '../../src/time/days.ts'
import {resolve} from '../compare/resolve.ts'
import {expected} from '../compare/texts.ts'
import {
  canonicalMarkdown,
  markdownOf,
  resolveCritic,
  textBelow
} from '../render/critic.ts'
import {fromJson} from '../render/diff-json.ts'
import {compiled, regelingOf} from './shipped.ts'

/** Every moment at which something reads otherwise, in order, as known then and as known at last. */
function momentsOf(regeling: Regeling): readonly Moment[] {
  const last = '2026-01-01' as IsoDate
  const entries = historyOf(regeling)
  const geldig = [...new Set(entries.map((one) => one.geldig).filter(isDay))]
  const zicht = [...new Set(entries.map((one) => one.zicht).filter(isDay))]
  return [
    ...geldig.toSorted().map((day) => ({geldig: day, zicht: last})),
    ...zicht.toSorted().map((day) => ({geldig: day, zicht: day}))
  ]
}

describe.each(['voorbeeld-regeling', 'voorbeeld-cao'])('%s', (id) => {
  const regeling = regelingOf(id)
  const moments = momentsOf(regeling)
  const units = new Map(
    moments.map((moment) => [moment, consolidate(regeling, moment).units])
  )
  const printed = new Map(
    [...units].map(([moment, all]) => [
      moment,
      canonicalMarkdown(markdownOf(all))
    ])
  )

  test('what is written of any two neighbouring moments gives both texts', () => {
    for (const [at, to] of moments.slice(1).entries()) {
      const from = moments[at] ?? to
      const {comparison, changes, ...sides} = diffOf(regeling, from, to)
      const json = renderDiffJson(comparison, changes, {...sides, scope: 'all'})
      const markdown = renderDiffMarkdown(comparison, changes, sides)
      const text = textBelow(markdown, legend)
      for (const [side, moment] of [
        ['was', from],
        ['wordt', to]
      ] as const) {
        const resolved = canonicalMarkdown(resolveCritic(text, side))
        expect(resolved).toBe(printed.get(moment))
        expect(resolve(fromJson(json), side)).toEqual(
          expected(units.get(moment) ?? [])
        )
      }
    }
  })
})

function diffOf(regeling: Regeling, from: Moment, to: Moment): Compared {
  return compareTexts(
    {regeling, moment: from, scope: {}},
    {regeling, moment: to, scope: {}},
    {wetten: compiled.corpus.wetten}
  )
}

/** Words need no templates, fonts or browser. */
const onlyWords = {
  hasColors: false,
  templates: unused,
  fonts: unused,
  print: unused
}

function unused(): never {
  throw new Error('no words need this')
}

/** Between them every kind of change. */
const shown = [
  ['voorbeeld-regeling', '2020-10-01', '2021-01-01'],
  ['voorbeeld-regeling', '2021-09-01', '2021-10-01'],
  ['voorbeeld-regeling', '2021-10-01', '2022-01-01'],
  ['voorbeeld-regeling', '2022-06-01', '2022-08-01'],
  ['voorbeeld-cao', '2019-07-01', '2020-01-01'],
  ['voorbeeld-cao', '2021-05-13', '2021-07-01']
] as const

test.each(shown)('%s: what changed from %s to %s', async (id, from, to) => {
  const zicht = '2024-12-31' as IsoDate
  const compared = diffOf(
    regelingOf(id),
    {geldig: from as IsoDate, zicht},
    {geldig: to as IsoDate, zicht}
  )
  const options = {...onlyWords, isAll: false}
  for (const format of ['txt', 'md'] as const) {
    const bytes = await renderComparison(compared, format, options)
    await expect(new TextDecoder().decode(bytes)).toMatchFileSnapshot(
      `../fixtures/diff/${id}.${from}.${to}.${format}`
    )
  }
})

test('the whole text, with what moved told in both its places', async () => {
  const zicht = '2024-12-31' as IsoDate
  const {comparison, changes, ...sides} = compareTexts(
    {
      regeling: regelingOf('voorbeeld-regeling'),
      moment: {geldig: '2021-12-31' as IsoDate, zicht},
      scope: {}
    },
    {
      regeling: regelingOf('voorbeeld-regeling'),
      moment: {geldig: '2022-01-01' as IsoDate, zicht},
      scope: {}
    },
    {wetten: compiled.corpus.wetten, unit: 'artikel-3-12'}
  )
  const options = {...onlyWords, isAll: true}
  const bytes = await renderComparison(
    {comparison, changes, ...sides},
    'txt',
    options
  )
  await expect(new TextDecoder().decode(bytes)).toMatchFileSnapshot(
    '../fixtures/diff/voorbeeld-regeling.artikel-3-12.2021-12-31.2022-01-01.txt'
  )
})
