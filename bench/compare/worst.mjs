/** The texts that take longest, each in one comparison. */
import {randomFrom} from '../random.mjs'
import {sentence} from './language.mjs'
import {makeRegulation} from './regulation.mjs'
import {textOf, toUnits} from './texts.mjs'

/** In how many milliseconds each should be done. */
const second = 1000

/** Each with a name, its two texts, and its target. */
export function worstCases(seed) {
  const random = randomFrom(seed)
  return [
    ...wholeRegulations(random),
    ...longLines(random),
    ...manyLines(random),
    ...tables(random)
  ]
}

function wholeRegulations(random) {
  const made = () => toUnits(makeRegulation({artikelen: 500, random}))
  const [one, other] = [made(), made()]
  return [
    ['500 artikelen, niets gewijzigd', one, structuredClone(one), 60],
    ['500 artikelen, alle herschreven', one, sameNames(other, one), second]
  ]
}

function longLines(random) {
  const rewritten = (lines, words) =>
    pair(
      repeat(lines, () => prose(random, words)),
      repeat(lines, () => prose(random, words))
    )
  const long = prose(random, 50_000)
  const changed = long.replace(' binnen ', ' buiten ')
  const same = (count) => [alinea('de '.repeat(count).trim())]
  return [
    ['artikel van 10.000 woorden, herschreven', ...rewritten(200, 50), second],
    ['regel van 10.000 woorden, herschreven', ...rewritten(1, 10_000), second],
    ['regel van 50.000 woorden, herschreven', ...rewritten(1, 50_000), second],
    [
      'regel van 50.000 woorden, 1 woord gewijzigd',
      ...pair([alinea(long)], [alinea(changed)]),
      second
    ],
    ['5.000 gelijke woorden, en 4.000', ...pair(same(5000), same(4000)), second]
  ]
}

function manyLines(random) {
  const equal = (count) => repeat(count, () => 'de ambtenaar ontvangt toelage')
  const lines = repeat(5000, (at) => `regel ${at} ${prose(random, 8)}`)
  return [
    [
      '5.000 gelijke regels, 100 erbij',
      ...pair(equal(5000), equal(5100)),
      second
    ],
    ['5.000 regels, omgekeerd', ...pair(lines, lines.toReversed()), second]
  ]
}

function tables(random) {
  const rows = (count, shift) =>
    tabel(
      Array.from({length: count}, (_, at) => [
        `schaal ${at + shift}`,
        `€ ${(at * 37) % 9973},00`,
        prose(random, 3)
      ])
    )
  const table = rows(2000, 0)
  return [
    [
      'tabel van 2.000 rijen, alle gewijzigd',
      ...pair([table], [rows(2001, 0)]),
      second
    ],
    [
      'tabel van 2.000 rijen, alle anders',
      ...pair([table], [rows(2000, 5000)]),
      second
    ]
  ]
}

function prose(random, words) {
  const parts = []
  while (parts.length < words) parts.push(...sentence(random))
  return textOf(parts.slice(0, words))
}

function repeat(count, make) {
  return Array.from({length: count}, (_, at) => alinea(make(at)))
}

function alinea(value) {
  return {type: 'alinea', role: 'tekst', content: [{type: 'text', value}]}
}

function tabel(rows) {
  const cells = (row) => row.map((value) => [{type: 'text', value}])
  return {
    type: 'tabel',
    align: [null, null, null],
    rows: rows.map((row) => ({cells: cells(row)}))
  }
}

function pair(...texts) {
  const [artikel] = toUnits(
    makeRegulation({artikelen: 1, random: randomFrom(1)})
  )
  return texts.map((text) => [{...artikel.children[0], text}])
}

/** Other texts under the same names. */
function sameNames(units, like) {
  return units.map((unit, at) => ({
    ...unit,
    id: like[at].id,
    children: sameNames(unit.children, like[at].children)
  }))
}
