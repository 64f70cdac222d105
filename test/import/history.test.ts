import {describe, expect, test} from 'vitest'
import type {Origin} from '../../src/import/imported.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate} from '../../src/model.ts'
import {importTexts} from '../../src/pipeline/import.ts'
import {readString, textOf} from './read/texts.ts'
import {type Eenheid, empty, importInto, text} from './texts.ts'

const verlof =
  'De ambtenaar heeft recht op verlof met behoud van bezoldiging, tenzij het belang van de dienst zich verzet.'
const overwerk =
  'Overwerk wordt vergoed in vrije tijd of in geld, naar keuze van wie het verricht, volgens de tabel.'

function artikel(
  nummer: string,
  tekst: string,
  more: Partial<Eenheid> = {}
): Eenheid {
  return {soort: 'artikel', nummer, tekst, ...more}
}

function markdown(day: string, content: string): DatedText {
  const file = `${day}.md`
  const read = textOf(readString(content, file))
  return {text: read, day: day as IsoDate, sha256: day}
}

describe('--horizon', () => {
  const tot = '2018-01-01' as IsoDate
  const request = {id: 'proef', route: 'website', horizon: true} as const
  const first = text('2015-01-01', [artikel('1', verlof, {tot})])

  function filesOf(texts: readonly DatedText[]) {
    const outcome = importTexts(empty, {...request, texts})
    if (outcome.refusal !== undefined) throw new Error(outcome.refusal)
    expect(outcome.proved.flatMap(({proof}) => proof.differences)).toEqual([])
    return outcome.files
  }

  function begin(texts: readonly DatedText[]): string | undefined {
    return filesOf(texts).find(({path}) => path.endsWith('artikel-1/begin.md'))
      ?.text
  }

  test('writes the day on which a unit lapses by its own words', () => {
    expect(begin([first])).toContain('tot: 2018-01-01\n')
  })

  test('and then no tombstone is needed', () => {
    const later = text('2019-01-01', [artikel('2', overwerk)])
    const paths = filesOf([first, later]).map(({path}) => path)
    expect(paths.filter((path) => path.includes('/artikel-1/'))).toEqual([
      'proef/artikel-1/begin.md'
    ])
  })

  test('but not where a later text says that it still holds', () => {
    const later = text('2019-01-01', [artikel('1', verlof)])
    expect(begin([first, later])).not.toContain('tot:')
  })

  test('and not when it was not asked', () => {
    const {files} = importInto(empty, [first])
    expect(files.map(({text: words}) => words).join('')).not.toContain('tot:')
  })
})

describe('identities that a source gives', () => {
  test('another one under the same number is another unit', () => {
    const {files, proved} = importInto(empty, [
      text('2015-01-01', [artikel('1', verlof, {identity: '7'})]),
      text('2016-01-01', [artikel('1', overwerk, {identity: '8'})])
    ])
    const paths = files.map(({path}) => path)
    expect(paths).toContain(
      'proef/artikel-1-2016/2016-01-01.import-2016-01-01.md'
    )
    expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
  })
})

test('publications that change what hangs together on one day are one wijziging, known with the last', () => {
  const origin = (number: number, published: string): Origin => ({
    publication: `Stb. 2015, ${number}`,
    published: published as IsoDate,
    inwerking: '2016-01-01' as IsoDate
  })
  const {files, findings} = importInto(empty, [
    text('2015-01-01', [artikel('1', verlof), artikel('2', overwerk)]),
    text('2016-01-01', [
      artikel('1', 'Iets nieuws en geheel anders dan er stond.', {
        origin: origin(10, '2015-10-01')
      }),
      artikel('2', verlof, {origin: origin(10, '2015-10-01')}),
      artikel('3', overwerk, {origin: origin(11, '2015-11-01')})
    ])
  ])
  const wijziging = files.find(({path}) => path.includes('/wijzigingen/'))
  expect(wijziging?.path).toBe('proef/wijzigingen/stb-2015-10-stb-2015-11.md')
  expect(wijziging?.text).toContain('bekend: 2015-11-01\n')
  expect(findings).toEqual([])
})

describe('notes at the end of a text', () => {
  const law = (first: string, notes: string): string =>
    `### Artikel 1\n\n${first}\n\n### Artikel 2\n\nEr is een toelage.[^t]\n\n${notes}`
  const before = markdown(
    '2015-01-01',
    law('Er is verlof.', '[^t]: Ook in deeltijd.\n').replaceAll('^t', '^1')
  )
  const after = markdown(
    '2016-01-01',
    law(
      'Er is verlof.[^1]',
      '[^1]: Ook in vakanties.\n\n[^t]: Ook in deeltijd.\n'
    ).replaceAll('^t', '^2')
  )

  test('go with the unit that refers to them', () => {
    expect(
      after.text.units.map(({text: blocks}) => blocks.map(({type}) => type))
    ).toEqual([
      ['alinea', 'noot'],
      ['alinea', 'noot']
    ])
  })

  test('make no version of a unit when another gets one more', () => {
    const {proved} = importInto(empty, [before, after])
    expect(proved[1]?.told.inserted).toMatchObject({gewijzigd: 1, nieuw: 0})
    expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
  })
})
