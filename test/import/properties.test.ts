import fc from 'fast-check'
import {expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate, SourceTree, UnitText} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {importTexts} from '../../src/pipeline/import.ts'
import type {LaidFile} from '../../src/pipeline/import-files.ts'
import {prove} from '../../src/pipeline/import-proof.ts'
import {
  changedIn,
  empty,
  evolution,
  importInto,
  laid,
  shuffled
} from './texts.ts'

const zicht = '9999-12-31' as IsoDate

/** What lives, without days and names. */
function wordsOf(units: readonly UnitText[]): readonly unknown[] {
  return units
    .filter(({state}) => state === 'geldt')
    .map(({soort, nummer, opschrift, text, toelichting, children}) => ({
      soort,
      nummer,
      opschrift,
      text,
      toelichting: wordsOf(toelichting),
      children: wordsOf(children)
    }))
}

/** What a corpus says on each of some days, without the days themselves. */
function readings(
  tree: SourceTree,
  texts: readonly DatedText[]
): readonly unknown[] {
  const {corpus, findings} = compile(tree)
  expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
  const [regeling] = corpus.regelingen
  if (!regeling) throw new Error('geen regeling')
  return texts.map(({text, day}) => {
    const {differences} = prove(text, regeling, {geldig: day, zicht})
    expect(differences).toEqual([])
    return wordsOf(consolidate(regeling, {geldig: day, zicht}).units)
  })
}

test('all days at once: every text is proved, and there is no fout', () => {
  fc.assert(
    fc.property(evolution, (texts) => {
      const {files, proved} = importInto(empty, texts)
      expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
      readings(laid(empty, files), texts)
    }),
    {seed: 20260301, numRuns: 100}
  )
})

test('the order in which files are given does not matter', () => {
  fc.assert(
    fc.property(evolution, fc.infiniteStream(fc.nat()), (texts, random) => {
      expect(importInto(empty, shuffled(texts, random)).files).toEqual(
        importInto(empty, texts).files
      )
    }),
    {seed: 20260302, numRuns: 100}
  )
})

test('day by day, in the order of the days: the same files as all at once, but for the notes', () => {
  fc.assert(
    fc.property(evolution, (texts) => {
      let tree = empty
      for (const one of texts) {
        const {files} = importInto(tree, [one])
        expect(changedIn(files)).toEqual([])
        tree = laid(tree, files)
      }
      expect(readings(tree, texts)).toEqual(
        readings(laid(empty, importInto(empty, texts).files), texts)
      )
    }),
    {seed: 20260303, numRuns: 50}
  )
})

test('day by day in any order: every day is proved, nothing that was there is lost', () => {
  fc.assert(
    fc.property(evolution, fc.infiniteStream(fc.nat()), (texts, random) => {
      let tree = empty
      const taken: DatedText[] = []
      for (const one of shuffled(texts, random)) {
        const outcome = importTexts(tree, {
          id: 'proef',
          route: 'website',
          texts: [one]
        })
        if (outcome.refusal !== undefined) {
          // Only where days are known, or a hoofdstuk comes back, may a text not fit in any more.
          expect(outcome.refusal).toMatch(/past niet bij wat al in/u)
          continue
        }
        taken.push(one)
        for (const file of changedIn(outcome.files)) {
          expectKept(file, outcome.files)
        }
        tree = laid(tree, outcome.files)
      }
      readings(tree, taken)
    }),
    {seed: 20260304, numRuns: 50}
  )
})

/** One line changes at most; or the words stand in another file, whole. */
function expectKept(
  {path, text, was = ''}: LaidFile,
  files: readonly LaidFile[]
): void {
  expect(path).toMatch(/\.md$/u)
  const line = path.includes('/wijzigingen/')
    ? /^bekend-na: .*\n/mu
    : /^basis: .*\n/mu
  const bare = (words: string): string => words.replace(line, '')
  if (text === undefined || path.endsWith('/begin.md')) {
    expect(
      files.filter(
        (file) => file.was === undefined && bare(file.text ?? '') === bare(was)
      )
    ).not.toEqual([])
  } else expect(bare(text)).toBe(bare(was))
}

test('the same text once more brings nothing', () => {
  fc.assert(
    fc.property(evolution, (texts) => {
      const tree = laid(empty, importInto(empty, texts).files)
      const {files, known} = importInto(tree, texts)
      expect(files).toEqual([])
      expect(known).toHaveLength(texts.length)
    }),
    {seed: 20260305, numRuns: 30}
  )
})
