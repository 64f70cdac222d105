import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import {nodeHost} from '../../src/host/node.ts'
import type {IsoDate, Regeling, UnitText} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {historyOf} from '../../src/pipeline/history.ts'
import {laterChanges} from '../../src/pipeline/verify-later.ts'
import {isDay} from '../../src/time/days.ts'
import {
  compileFiles,
  type Files,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

const day = (text: string): IsoDate => text as IsoDate

interface Asked {
  readonly geldig: string
  readonly zicht: string
  readonly today: string
}

function later(one: Regeling, {geldig, zicht, today}: Asked) {
  return laterChanges(one, {
    moment: {geldig: day(geldig), zicht: day(zicht)},
    scope: {},
    today: day(today),
    isDayOnly: false
  })
}

function told(files: Files, asked: Asked): readonly string[] {
  const {corpus, findings} = compileFiles(files)
  expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
  const [only] = corpus.regelingen
  if (!only) throw new Error('No regeling')
  return later(only, asked).map(
    ({wijzigingen, known, geldig, reaches}) =>
      `${wijzigingen.join('+')} ${known} ${geldig}${reaches ? ' zelf' : ''}`
  )
}

const W = {
  ...regeling,
  ...versie('begin', 'A0'),
  ...wijziging('w', '2015-06-01'),
  ...versie('2016-01-01.w', 'A1', {basis: 'begin'})
}
const withdrawn = {...W, ...wijziging('i', '2015-10-01', {'trekt-in': 'w'})}

describe('what changed since', () => {
  test.each([
    ['not known yet', '2015-01-01', '2015-05-31', []],
    [
      'announced since',
      '2015-01-01',
      '2015-06-01',
      ['w 2015-06-01 2016-01-01']
    ],
    ['announced in the document itself', '2015-07-01', '2015-12-31', []],
    ['in force since', '2015-07-01', '2016-01-01', ['w 2015-06-01 2016-01-01']],
    ['in the text already', '2016-01-01', '2020-01-01', []]
  ])('%s', (_, asked, today, expected) => {
    const found = told(W, {geldig: asked, zicht: asked, today})
    expect(found).toEqual(expected)
  })

  test('the text of a past day, of which the end was known', () => {
    const asked = {geldig: '2015-12-31', zicht: '2016-02-01'}
    expect(told(W, {...asked, today: '2020-01-01'})).toEqual([])
  })

  test('what was withdrawn again does not count', () => {
    const asked = {geldig: '2015-01-01', zicht: '2015-01-01'}
    expect(told(withdrawn, {...asked, today: '2015-09-01'})).toHaveLength(1)
    expect(told(withdrawn, {...asked, today: '2017-01-01'})).toEqual([])
  })

  test('what reaches back changes the day of the document itself', () => {
    const back = {
      ...regeling,
      ...versie('begin', 'A0'),
      ...wijziging('w', '2015-06-01'),
      ...versie('2015-01-01.w', 'A1', {basis: 'begin'})
    }
    const asked = {geldig: '2015-02-01', zicht: '2015-02-01'}
    expect(told(back, {...asked, today: '2016-01-01'})).toEqual([
      'w 2015-06-01 2015-01-01 zelf'
    ])
  })

  test('a concept counts for nobody', () => {
    const files = {...W, ...wijziging('w', '2015-06-01', {concept: 'true'})}
    const asked = {geldig: '2015-07-01', zicht: '2015-07-01'}
    expect(told(files, {...asked, today: '2020-01-01'})).toEqual([])
  })
})

describe('in the shipped corpora it is found exactly where texts differ', () => {
  const host = nodeHost()
  const {corpus} = compile(host.readCorpus('articles'), {laws: host.readLaws()})
  const moments: readonly Asked[] = [
    ['2015-09-05', '2015-09-05', '2015-09-08'],
    ['2016-05-01', '2016-05-01', '2017-03-01'],
    ['2018-01-01', '2018-01-01', '2018-06-01'],
    ['2019-08-01', '2019-04-11', '2019-12-31'],
    ['2020-07-01', '2020-05-01', '2020-07-02'],
    ['2021-01-01', '2022-12-31', '2024-12-31'],
    ['2022-12-31', '2022-12-31', '2023-01-01'],
    ['2024-12-31', '2024-12-31', '2024-12-31'],
    ['2025-06-01', '2024-06-01', '2024-12-31']
  ].map(([geldig = '', zicht = '', today = '']) => ({geldig, zicht, today}))

  test.each(corpus.regelingen.map((one) => [one.id, one] as const))(
    '%s',
    (_, one) => {
      for (const asked of moments) {
        const found = later(one, asked).flatMap(({units}) =>
          units.map(({unit}) => unit)
        )
        const units = [...new Set(found)].toSorted()
        expect([asked, units]).toEqual([asked, differing(one, asked)])
      }
    }
  )
})

/** The units of which some day reads otherwise, by comparing texts alone. */
function differing(
  one: Regeling,
  {geldig, zicht, today}: Asked
): readonly string[] {
  const starts = historyOf(one).flatMap((entry) =>
    [entry.geldig, entry.until].filter(isDay)
  )
  const days = [geldig, ...new Set(starts)].filter(
    (start) => start >= geldig && (one.tot === undefined || start < one.tot)
  )
  const texts = textsFor(one)
  const due = geldig > zicht ? geldig : zicht
  const own = texts(geldig, zicht)
  const past = texts(zicht, zicht)
  const found = days.flatMap((start) => {
    const now = texts(start, today)
    const seen = texts(start, zicht)
    const ids = new Set([...now.keys(), ...own.keys()])
    return [...ids].filter((id) => {
      const isPast =
        start > geldig && geldig < zicht && past.get(id) !== own.get(id)
      const isDue = start > due && start <= today
      const isNews = now.get(id) !== seen.get(id)
      // What lapsed is no longer named once another unit bears its number.
      const isGone = !now.has(id) && own.get(id)?.includes('"vervallen"')
      const differs = now.get(id) !== own.get(id) && !isGone
      return differs && !isPast && (isDue || isNews)
    })
  })
  return [...new Set(found)].toSorted()
}

function textsFor(one: Regeling) {
  return (geldig: string, zicht: string): ReadonlyMap<string, string> => {
    const moment = {geldig: day(geldig), zicht: day(zicht)}
    const all = (
      units: readonly UnitText[],
      home: string
    ): [string, string][] =>
      units.flatMap((unit) => {
        const {id, nummer, opschrift, laag, state, text} = unit
        const own = JSON.stringify([
          ...[home, state, nummer, opschrift, laag, text]
        ])
        const below = [...unit.toelichting, ...unit.children]
        return [[id, own], ...all(below, id)]
      })
    return new Map(all(consolidate(one, moment).units, ''))
  }
}
