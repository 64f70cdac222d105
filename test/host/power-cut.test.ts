import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {commit} from '../../src/host/commit.ts'
import {recover} from '../../src/host/plan.ts'
import {
  damage,
  generation,
  litter,
  obsoleteAfter,
  published
} from './generation.ts'
import {diesAt} from './power-cut.ts'
import {temporaryFolder} from './temporary.ts'

function publish(folder: string, number: number): void {
  const {folders, manifest} = generation(number)
  const old = readdirSync(folder).includes('manifest.json')
    ? readFileSync(path.join(folder, 'manifest.json'), 'utf8')
    : undefined
  commit(folder, {folders, manifest, obsolete: obsoleteAfter(old, folders)})
}

test('a cut before each step of a commit, and before each step of mending it, leaves the old publication or the new', () => {
  const folder = temporaryFolder('in memory')
  // Until each next generation adds one folder and makes one obsolete.
  for (const number of [0, 1, 2, 3]) publish(folder, number)
  let moments = 0
  for (let step = 0, cut = true; cut; step++) {
    for (let mendStep = 0, mendCut = true; mendCut; mendStep++) {
      const before = published(folder)
      cut = diesAt(step, () => publish(folder, before + 1))
      expect(damage(folder)).toEqual([])
      const after = published(folder)
      expect([before, before + 1]).toContain(after)
      mendCut = diesAt(mendStep, () => recover(folder))
      expect(damage(folder)).toEqual([])
      recover(folder)
      expect(damage(folder)).toEqual([])
      expect(litter(folder)).toEqual([])
      expect(published(folder)).toBe(after)
      moments++
    }
  }
  expect(moments).toBeGreaterThan(100)
  expect(published(folder)).toBeGreaterThan(10)
})
