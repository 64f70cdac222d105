/** The texts that take longest, each in one comparison. */
import {randomFrom} from '../random.mjs'
import {sentence} from './language.mjs'
import {makeRegulation} from './regulation.mjs'
import {textOf, toUnits} from './texts.mjs'

/** Each with a name, its two texts, and in how many milliseconds it should be done. */
export function worstCases(seed) {
  const random = randomFrom(seed)
  const made = () => toUnits(makeRegulation({artikelen: 500, random}))
  const prose = (words) => {
    const parts = []
    for (let count = 0; count < words; count += 20)
      parts.push(...sentence(random))
    return textOf(parts.slice(0, words))
  }
  const [one, other] = [made(), made()]
  const lines = (count, make) =>
    Array.from({length: count}, (_, at) => alinea(make(at)))
  const rows = (count, shift) =>
    Array.from({length: count}, (_, at) => [
      `schaal ${at + shift}`,
      `€ ${(at * 37) % 9973},00`,
      prose(3)
    ])
  const long = prose(50_000)
  return [
    ['500 artikelen, niets gewijzigd', one, structuredClone(one), 60],
    ['500 artikelen, alle herschreven', one, sameNames(other, one), 1000],
    [
      'artikel van 10.000 woorden, herschreven',
      ...pair(
        lines(200, () => prose(50)),
        lines(200, () => prose(50))
      ),
      1000
    ],
    [
      'één regel van 10.000 woorden, herschreven',
      ...pair(
        lines(1, () => prose(10_000)),
        lines(1, () => prose(10_000))
      ),
      1000
    ],
    [
      'één regel van 50.000 woorden, 1 woord gewijzigd',
      ...pair([alinea(long)], [alinea(long.replace(' binnen ', ' buiten '))]),
      1000
    ],
    [
      'één regel van 50.000 woorden, herschreven',
      ...pair(
        [alinea(long)],
        lines(1, () => prose(50_000))
      ),
      1000
    ],
    [
      '5.000 gelijke regels, 100 erbij',
      ...pair(
        lines(5000, () => 'de ambtenaar ontvangt een toelage'),
        lines(5100, () => 'de ambtenaar ontvangt een toelage')
      ),
      1000
    ],
    [
      '5.000 regels, omgekeerd',
      ...pair(...reversed(lines(5000, (at) => `regel ${at} ${prose(8)}`))),
      1000
    ],
    [
      'tabel van 2.000 rijen, 1 rij erbij',
      ...pair([tabel(rows(2000, 0))], [tabel(rows(2001, 0))]),
      1000
    ],
    [
      'tabel van 2.000 rijen, alle anders',
      ...pair([tabel(rows(2000, 0))], [tabel(rows(2000, 5000))]),
      1000
    ],
    [
      '5.000 woorden, alle gelijk, en 4.000',
      ...pair(
        [alinea('de '.repeat(5000).trim())],
        [alinea('de '.repeat(4000).trim())]
      ),
      1000
    ]
  ]
}

function reversed(blocks) {
  return [blocks, blocks.toReversed()]
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
