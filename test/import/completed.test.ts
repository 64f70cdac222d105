import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate, SourceTree} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {importTexts} from '../../src/pipeline/import.ts'
import {prove} from '../../src/pipeline/import-proof.ts'
import {
  type Eenheid,
  empty,
  evolution,
  importInto,
  laid,
  shuffled,
  text
} from './texts.ts'

// The days of wijzigingen that an import could not know are filled in by people,
// between one import and the next.

/** The tree with the day on which each wijziging became known, and what it is about. */
function completed(tree: SourceTree): SourceTree {
  const files = tree.files.map((file) => {
    const year = /wijzigingen\/import-(\d{4})/u.exec(file.path)?.[1]
    if (year === undefined || !('bytes' in file)) return file
    const words = new TextDecoder()
      .decode(file.bytes)
      .replace('bekend: onbekend', `bekend: ${Number(year) - 1}-12-01`)
      .replace(/^onderwerp: .*$/mu, 'onderwerp: zelf ingevuld')
    return {path: file.path, bytes: new TextEncoder().encode(words)}
  })
  return {...tree, files}
}

test('days that were filled in stay, and the next days fit', () => {
  const vast = 'Het verlof bedraagt ten hoogste tien dagen in een kalenderjaar.'
  const telkens = (year: number): string =>
    `De directeur beslist op een verzoek binnen ${year - 2010} weken na ontvangst.`
  let tree = empty
  for (const year of [2014, 2015, 2016, 2017, 2018]) {
    const units: readonly Eenheid[] = [
      {soort: 'artikel', nummer: '1', tekst: vast},
      ...(year > 2014
        ? [{soort: 'artikel' as const, nummer: '2', tekst: telkens(year)}]
        : [])
    ]
    const {files, proved} = importInto(tree, [text(`${year}-01-01`, units)])
    expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
    tree = completed(laid(tree, files))
    const {findings} = compile(tree)
    expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
  }
  const wijziging = tree.files.find(({path}) =>
    path.endsWith('wijzigingen/import-2015-01-01.md')
  )
  const words =
    wijziging && 'bytes' in wijziging
      ? new TextDecoder().decode(wijziging.bytes)
      : ''
  expect(words).toContain('onderwerp: zelf ingevuld\nbekend: 2014-12-01\n')
})

/** The tree with one day filled in: one in the December before the text of which the wijziging was made. */
function filledIn(tree: SourceTree, path: string): SourceTree {
  const files = tree.files.map((file) => {
    if (file.path !== path || !('bytes' in file)) return file
    const year = /import-(\d{4})/u.exec(path)?.[1]
    const day = `${Number(year) - 1}-12-15`
    const words = new TextDecoder()
      .decode(file.bytes)
      .replace('bekend: onbekend', `bekend: ${day}`)
    return {path, bytes: new TextEncoder().encode(words)}
  })
  return {...tree, files}
}

/** Fill days in, one by one in some order; after each there is no fout, and every text reads as it did. */
function expectToFill(
  made: SourceTree,
  texts: readonly DatedText[],
  random: Iterator<number>
): void {
  const open = made.files
    .map(({path}) => path)
    .filter((path) => path.includes('/wijzigingen/import-'))
  let tree = made
  for (const path of shuffled(open, random)) {
    tree = filledIn(tree, path)
    const {corpus, findings} = compile(tree)
    expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
    const [regeling] = corpus.regelingen
    if (!regeling) throw new Error('geen regeling')
    for (const {text: whole, day} of texts) {
      const moment = {geldig: day, zicht: '9999-12-31' as IsoDate}
      expect(prove(whole, regeling, moment).differences).toEqual([])
    }
  }
}

test('days may be filled in in any order: never a fout, and every text reads as it did', () => {
  fc.assert(
    fc.property(evolution, fc.infiniteStream(fc.nat()), (texts, random) => {
      const made = laid(empty, importInto(empty, texts).files)
      expectToFill(made, texts, random)
    }),
    {seed: 20260306, numRuns: 60}
  )
})

test('also where the texts themselves were read in any order', () => {
  const undated = evolution.map((texts) =>
    texts.filter((one) => !JSON.stringify(one).includes('published'))
  )
  fc.assert(
    fc.property(undated, fc.infiniteStream(fc.nat()), (texts, random) => {
      let tree = empty
      const taken: DatedText[] = []
      for (const one of shuffled(texts, random)) {
        const outcome = importTexts(tree, {
          id: 'proef',
          route: 'website',
          texts: [one]
        })
        // Only a hoofdstuk that comes back with its artikelen does not fit in any more.
        if (outcome.refusal !== undefined) continue
        tree = laid(tree, outcome.files)
        taken.push(one)
      }
      expectToFill(tree, taken, random)
    }),
    {seed: 20260307, numRuns: 60}
  )
})
