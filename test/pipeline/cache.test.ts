import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {beforeAll, expect, test} from 'vitest'
import {hashBytes} from '../../src/hash/sha256.ts'
import {withCache} from '../../src/host/cache.ts'
import type {SourceTree} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {type Files, head, regeling} from '../corpus.ts'
import {anyDocument} from '../dialect/arbitrary.ts'
import {temporaryFolder} from '../host/temporary.ts'

beforeAll(() => {
  process.env.XDG_CACHE_HOME = temporaryFolder('in memory')
})

const anyPath = fc
  .tuple(
    fc.constantFrom('proef', 'proef', 'proef', 'ander', 'Fout'),
    fc.constantFrom(
      'artikel-1',
      'artikel-1',
      'artikel-1/toelichting',
      'hoofdstuk-1',
      'hoofdstuk-1/artikel-2',
      'bijlage-I',
      'wijzigingen',
      'artikel-€'
    ),
    fc.constantFrom(
      'begin',
      '2015-01-01.w-1',
      '2016-01-01.w-1+w-2',
      'onbepaald.w-2',
      'w-1',
      'w-2'
    )
  )
  .map((steps) => `${steps.join('/')}.md`)
const anyHead = fc.constantFrom<Readonly<Record<string, string>>>(
  {nummer: "'1'"},
  {nummer: "'1'", basis: 'begin', opschrift: 'Één'},
  {nummer: "'I'", tot: '2017-01-01', in: 'hoofdstuk-1'},
  {},
  {nummer: '[1, 2]', fout: 'ja'},
  {soort: 'ledenbrief', onderwerp: 'x', datum: '2015-01-01'},
  {
    soort: 'ledenbrief',
    onderwerp: 'x',
    bekend: 'onbekend',
    onderdelen: '{A: {inwerking: 2015-02-01}, B: {voorwaarde: later}}',
    'stelt-vast': '{w-1#A: {geldig: 2018-01-01}}'
  }
)
const anyFile = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(anyHead, anyDocument)
      .map(([values, body]): string | Uint8Array => head(values, body))
  },
  {weight: 1, arbitrary: fc.uint8Array({maxLength: 40})},
  {weight: 1, arbitrary: fc.constant('')}
)
const anyCorpus = fc
  .array(fc.tuple(anyPath, anyFile), {maxLength: 8})
  .map((files): Files => ({...regeling, ...Object.fromEntries(files)}))

/** The tree as the host reads it, with hashes. */
function treeOf(files: Files): SourceTree {
  return {
    folder: 'articles',
    folders: ['proef/leeg'],
    files: Object.entries(files).map(([place, text]) => {
      const bytes = Buffer.from(text)
      return {path: place, bytes, sha256: hashBytes(bytes)}
    })
  }
}

/** All that compiling gives, and as text down to the order of its fields. */
function all(tree: SourceTree, folder?: string) {
  const {corpus, findings, sources} =
    folder === undefined
      ? compile(tree)
      : withCache(folder, (cache) => compile(tree, {cache}))
  const files = [...sources.files].map(([name, {messages}]) => [name, messages])
  const keys = [...sources.keys].map(([name, places]) => [name, [...places]])
  const text = JSON.stringify({corpus, findings, files, keys}, null, 1)
  return {corpus, findings, text}
}

function packIn(folder: string): string {
  const place = path.join(folder, '.cao/cache')
  return path.join(place, readdirSync(place)[0] ?? '')
}

test('a cache, whatever its state, changes nothing', () => {
  fc.assert(
    fc.property(
      anyCorpus,
      anyCorpus,
      fc.array(fc.nat(), {minLength: 1, maxLength: 4}),
      (files, others, places) => {
        const folder = temporaryFolder('in memory')
        const tree = treeOf(files)
        const plain = all(tree)
        expect(all(tree, folder)).toStrictEqual(plain)
        expect(all(tree, folder)).toStrictEqual(plain)
        damage(packIn(folder), places)
        expect(all(tree, folder)).toStrictEqual(plain)
        // Another corpus finds this one's pack, and this one that of both.
        const otherTree = treeOf(others)
        expect(all(otherTree, folder)).toStrictEqual(all(otherTree))
        const both = treeOf({...others, ...files})
        expect(all(both, folder)).toStrictEqual(all(both))
        expect(all(tree, folder)).toStrictEqual(plain)
      }
    ),
    {numRuns: 150}
  )
})

test('the second time no file is read anew', () => {
  const folder = temporaryFolder('in memory')
  const tree = treeOf({
    ...regeling,
    'proef/artikel-1/begin.md': head({nummer: "'1'"}, '1. Tekst.')
  })
  const put: string[] = []
  const counted = () => {
    const {corpus, findings} = withCache(folder, (cache) =>
      compile(tree, {
        cache: {
          get: cache.get,
          put(key, text) {
            put.push(key)
            cache.put(key, text)
          }
        }
      })
    )
    return {corpus, findings}
  }
  const first = counted()
  expect(put).toHaveLength(2)
  expect(counted()).toStrictEqual(first)
  expect(put).toHaveLength(2)
})

function damage(file: string, places: readonly number[]): void {
  const bytes = readFileSync(file)
  for (const place of places) {
    const at = place % bytes.length
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (place % 8))
  }
  writeFileSync(file, bytes)
}
