import {describe, expect, test} from 'vitest'
import {compare} from '../../src/compare/compare.ts'
import type {LineChange} from '../../src/comparison.ts'
import type {UnitText} from '../../src/model.ts'
import {read} from '../dialect/read.ts'
import {sideOf, unitOf} from './texts.ts'

const verlof = 'De ambtenaar heeft recht op verlof met behoud van bezoldiging.'
const uren = 'Het college stelt het aantal uren per kalenderjaar vast.'
const kosten = 'Reiskosten worden vergoed tegen het laagste tarief.'

function artikel(
  id: string,
  text: string,
  more: Partial<UnitText> = {}
): UnitText {
  return unitOf(id, read(text).text, more)
}

/** The lines of a comparison that moved, each with the place where it is. */
function moved(
  was: readonly UnitText[],
  wordt: readonly UnitText[]
): readonly string[] {
  return compare(sideOf(was), sideOf(wordt)).units.flatMap((unit) =>
    [unit, ...unit.toelichting].flatMap(({lines, wordt: here, was: there}) =>
      lines
        .filter(({move}) => move !== undefined)
        .map((line) => `${(here ?? there)?.id} ${placeOf(line)}`)
    )
  )
}

function placeOf({was, wordt, move, other}: LineChange): string {
  const line = wordt ?? was
  const label = line === 'continues' ? '…' : line?.path.at(-1)?.label
  return `${was === undefined ? 'kwam' : 'ging'} ${label} (${other?.path.at(-1)?.label}) #${move}`
}

describe('a lid moved', () => {
  test('to another artikel, and bears one number in both places', () => {
    const a = [
      artikel('artikel-1', `1. ${verlof}\n2. ${uren}`),
      artikel('artikel-2', `1. ${kosten}`)
    ]
    const b = [
      artikel('artikel-1', `1. ${verlof}`),
      artikel('artikel-2', `1. ${kosten}\n2. ${uren}`)
    ]
    expect(moved(a, b)).toEqual([
      'artikel-1 ging 2. (2.) #1',
      'artikel-2 kwam 2. (2.) #1'
    ])
  })

  test('with all its onderdelen as one', () => {
    const items = '    a. overdag;\n    b. in de avonduren.'
    const a = [
      artikel(
        'artikel-1',
        `1. ${uren.replace('.', ':')}\n${items}\n2. ${verlof}`
      )
    ]
    const b = [
      artikel(
        'artikel-1',
        `1. ${verlof}\n2. ${uren.replace('.', ':')}\n${items}`
      )
    ]
    const numbers = moved(a, b).map((line) => line.split('#')[1])
    expect(new Set(numbers)).toEqual(new Set(['1']))
  })
})

describe('beside a lid that moved', () => {
  test('a short onderdeel and one that was reworded went along', () => {
    const b1 = 'ongeschiktheid wegens ziekte tot het vervullen van zijn ambt;'
    const b2 = 'opheffing van de dienst;'
    const b3 = 'een onherroepelijke veroordeling tot vrijheidsstraf;'
    const b3Anders =
      'een onherroepelijke veroordeling wegens een misdrijf, buiten schuld;'
    const lead = 'Ontslag kan worden verleend op grond van:'
    const other = 'Schorsing kan plaatsvinden bij:'
    const list = (...items: readonly string[]): string =>
      items.map((item, at) => `    ${'abcdef'[at]}. ${item}`).join('\n')
    const was = [
      artikel('artikel-1', `1. ${lead}\n${list(uren, b1, b2, b3)}`),
      artikel('artikel-2', `1. ${other}\n${list(kosten)}`)
    ]
    const wordt = [
      artikel('artikel-1', `1. ${lead}\n${list(uren)}`),
      artikel('artikel-2', `1. ${other}\n${list(kosten, b1, b2, b3Anders)}`)
    ]
    expect(moved(was, wordt).filter((line) => line.includes('kwam'))).toEqual([
      'artikel-2 kwam b. (b.) #1',
      'artikel-2 kwam c. (c.) #2',
      'artikel-2 kwam d. (d.) #3'
    ])
  })
})

describe('a lid that was reworded on the way', () => {
  const tail =
    'worden de kosten van het openbaar vervoer tweede klasse vergoed na overlegging van de vervoersbewijzen'
  const long = `In afwijking van artikel 9:2, zesde lid, onderdeel b, vijfde volzin, ${tail}.`
  const other = `Onverminderd hetgeen elders bepaald mocht zijn omtrent verstrekte voorschotten ${tail}.`
  const before = [
    artikel('artikel-1', `1. ${uren}\n2. ${long}`),
    artikel('artikel-2', `1. ${kosten}`)
  ]

  test('is known by a long row of words that nothing else has', () => {
    const after = [
      artikel('artikel-1', `1. ${uren}`),
      artikel('artikel-2', `1. ${kosten}\n2. ${other}`)
    ]
    expect(moved(before, after)).toHaveLength(2)
  })

  test('is not known by a row that others have too', () => {
    const others = `3. Voor dienstreizen ${tail}.`
    const after = [
      artikel('artikel-1', `1. ${uren}`),
      artikel('artikel-2', `1. ${kosten}\n2. ${other}\n${others}`)
    ]
    const was = [
      before[0] ?? [],
      artikel('artikel-2', `1. ${kosten}\n2. ${others.slice(3)}`)
    ]
    expect(moved(was.flat(), after)).toEqual([])
  })
})

describe('no lid moved', () => {
  test('when another sentence of the same pattern came elsewhere', () => {
    const pattern = (what: string, who: string): string =>
      `De ${what} bedraagt ten hoogste € 100,00 per maand en wordt verhoogd met 2% van de ${who}.`
    const filler = Array.from(
      {length: 12},
      (_, at) => `${at + 2}. ${pattern(`post${at}`, `grondslag${at}`)}`
    ).join('\n')
    const a = [
      artikel('artikel-1', `1. ${pattern('toelage', 'partij')}\n${filler}`),
      artikel('artikel-2', `1. ${kosten}`)
    ]
    const b = [
      artikel('artikel-1', filler),
      artikel('artikel-2', `1. ${kosten}\n2. ${pattern('vergoeding', 'ploeg')}`)
    ]
    expect(moved(a, b)).toEqual([])
  })

  test('when it is of two words', () => {
    const a = [
      artikel('artikel-1', `1. Dit vervalt.\n2. ${uren}`),
      artikel('artikel-2', `1. ${kosten}`)
    ]
    const b = [
      artikel('artikel-1', `1. ${uren}`),
      artikel('artikel-2', `1. ${kosten}\n2. Dit vervalt.`)
    ]
    expect(moved(a, b)).toEqual([])
  })

  test('when it is law on one side and toelichting on the other', () => {
    const note = (text: string): UnitText =>
      artikel('toelichting-1', text, {soort: 'toelichting'})
    const a = [
      artikel('artikel-1', `1. ${verlof}\n2. ${uren}`, {
        toelichting: [note(kosten)]
      })
    ]
    const b = [
      artikel('artikel-1', `1. ${verlof}`, {
        toelichting: [note(`${kosten}\n\n${uren}`)]
      })
    ]
    expect(moved(a, b)).toEqual([])
  })
})
