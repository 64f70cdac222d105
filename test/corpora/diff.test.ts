// All neighbouring moments of the fictional corpora, compared: what is written gives both texts again.
import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {IsoDate, Moment, Regeling, UnitText} from '../../src/model.ts'
import {compareTexts} from '../../src/pipeline/comparison.ts'
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
  const pairs = moments.slice(1).map((to, at) => ({from: moments[at], to}))
  const textAt = (moment: Moment): readonly UnitText[] =>
    consolidate(regeling, moment).units

  test.each(pairs)('$from → $to', ({from, to}) => {
    if (!from) return
    const {comparison, changes, ...sides} = compareTexts(
      {regeling, moment: from, scope: {}},
      {regeling, moment: to, scope: {}},
      {wetten: compiled.corpus.wetten}
    )
    const json = renderDiffJson(comparison, changes, {...sides, scope: 'all'})
    expect(resolve(fromJson(json), 'was')).toEqual(expected(textAt(from)))
    expect(resolve(fromJson(json), 'wordt')).toEqual(expected(textAt(to)))
    const text = textBelow(
      renderDiffMarkdown(comparison, changes, sides),
      legend
    )
    for (const [side, moment] of [
      ['was', from],
      ['wordt', to]
    ] as const) {
      expect(canonicalMarkdown(resolveCritic(text, side))).toBe(
        canonicalMarkdown(markdownOf(textAt(moment)))
      )
    }
  })
})
