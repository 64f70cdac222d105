import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import type {Compared, Comparison} from '../../src/comparison.ts'
import {read} from '../dialect/read.ts'
import {resolve} from './resolve.ts'
import {expected, sideOf, unitOf} from './texts.ts'
import {written} from './written.ts'

// Each folder holds two small texts and what a lawyer should see of them; the
// last is written down by hand, or read and approved word by word.

const folder = path.join(import.meta.dirname, '../fixtures/compare')

describe.each(readdirSync(folder).toSorted())('%s', (name) => {
  const [was, wordt] = (['was', 'wordt'] as const).map((side) =>
    sideIn(readFileSync(path.join(folder, name, `${side}.md`), 'utf8'))
  ) as [Compared, Compared]
  const comparison = compare(was, wordt)

  test('marks what changed, and calls it by its name', async () => {
    const golden = path.join(folder, name, 'verwacht.txt')
    await expect(shown(comparison)).toMatchFileSnapshot(golden)
  })

  test('holds both texts', () => {
    expect(resolve(comparison, 'was')).toEqual(expected(was.units))
    expect(resolve(comparison, 'wordt')).toEqual(expected(wordt.units))
  })
})

/** Artikelen, each below a line `# <name> · <number> · <opschrift>`. */
function sideIn(source: string): Compared {
  const parts = source.split(/^# /mu).slice(1)
  return sideOf(
    parts.map((part) => {
      const [head = '', ...body] = part.split('\n')
      const [id = '', nummer = '', opschrift = ''] = head.split(' · ')
      return unitOf(id, read(body.join('\n')).text, {nummer, opschrift})
    })
  )
}

function shown(comparison: Comparison): string {
  const kinds = changesOf(comparison).map(
    ({nummer, kinds: own}) => `${nummer}. ${own.join(', ')}`
  )
  return `${written(comparison)}\n${kinds.join('\n')}\n`
}
