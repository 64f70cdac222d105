// What `cao check --strict` and `cao fmt --check` ask, of every shipped corpus.
import {expect, test} from 'vitest'
import {compile} from '../../src/pipeline/compile.ts'
import {formatSource} from '../../src/pipeline/format.ts'
import {locate} from '../../src/read/path.ts'
import {compiled, tree} from './shipped.ts'

test('the shipped corpora give no finding, not even a warning', () => {
  expect(compiled.corpus.regelingen.map(({id}) => id)).toEqual([
    'car-uwo',
    'voorbeeld-cao',
    'voorbeeld-regeling'
  ])
  expect(compiled.findings).toEqual([])
})

test('with all concepts named too', () => {
  const concepts = new Set(['lbr-25-001', 'akkoord-2025-1'])
  expect(compile(tree, {concepts}).findings).toEqual([])
})

test('every shipped text is in house form', () => {
  const texts = tree.files.filter(({path}) =>
    ['version', 'wijziging', 'regeling'].includes(locate(path).kind)
  )
  expect(texts.length).toBeGreaterThan(280)
  const odd = texts.filter(
    (file) => !('bytes' in file) || formatSource(file.bytes).state !== 'same'
  )
  expect(odd.map(({path}) => path)).toEqual([])
})

test('as large and as full as an example must be', () => {
  const examples = compiled.corpus.regelingen.filter(({id}) =>
    id.startsWith('voorbeeld-')
  )
  const units = examples.flatMap((one) => one.units)
  const count = (soort: string) =>
    units.filter((unit) => unit.soort === soort).length
  expect(count('artikel')).toBeGreaterThanOrEqual(80)
  expect(count('hoofdstuk')).toBeGreaterThanOrEqual(10)
  expect(count('bijlage')).toBeGreaterThanOrEqual(4)
  const wijzigingen = examples.flatMap((one) => one.wijzigingen)
  expect(wijzigingen.length).toBeGreaterThanOrEqual(14)
})
