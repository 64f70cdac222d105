import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import type {UnitText} from '../../src/model.ts'
import {legend, renderDiffMarkdown} from '../../src/render/diff-markdown.ts'
import {anyUnits, sideOf} from '../compare/texts.ts'
import {
  canonicalMarkdown,
  markdownOf,
  resolveCritic,
  textBelow
} from './critic.ts'

function emitted(a: readonly UnitText[], b: readonly UnitText[]): string {
  const comparison = compare(sideOf(a), sideOf(b))
  return renderDiffMarkdown(comparison, changesOf(comparison))
}

function sides(file: string): readonly [string, string] {
  const text = textBelow(file, legend)
  return [resolveCritic(text, 'was'), resolveCritic(text, 'wordt')]
}

describe('the Markdown of any two texts', () => {
  test('gives the old text when all is rejected, the new one when all is accepted', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const [was, wordt] = sides(emitted(a, b)).map(canonicalMarkdown)
        expect(was).toBe(canonicalMarkdown(markdownOf(a)))
        expect(wordt).toBe(canonicalMarkdown(markdownOf(b)))
      }),
      {numRuns: 600}
    )
  })
})
