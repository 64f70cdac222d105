/**
 * A regeling made from a seed number: hoofdstukken, artikelen, leden, onderdelen
 * within onderdelen, tables.
 *
 * A block is a line of atoms, an item with blocks, or a table. Labels and
 * numbers are not kept but counted, as the law does when it renumbers.
 */
import {oneOf, pick} from '../random.mjs'
import {
  anotherOf,
  atom,
  capital,
  compound,
  item,
  sentence
} from './language.mjs'

/** A regeling of about 140 words an artikel. */
export function makeRegulation({artikelen, random}) {
  const hoofdstukken = Math.max(1, Math.ceil(artikelen / 20))
  return Array.from({length: hoofdstukken}, (_, h) => ({
    id: `hoofdstuk-${h + 1}`,
    soort: 'hoofdstuk',
    opschrift: heading(random),
    blocks: [],
    children: Array.from(
      {length: Math.min(20, artikelen - h * 20)},
      (_one, n) => makeArtikel(random, `artikel-${h + 1}-${n + 1}`)
    )
  }))
}

/** A new artikel. */
export function makeArtikel(random, id) {
  const leden = Array.from({length: 2 + pick(random, 4)}, () => makeLid(random))
  const table = pick(random, 10) === 0 ? [makeTable(random)] : []
  return {
    id,
    soort: 'artikel',
    opschrift: heading(random),
    blocks: [...leden, ...table],
    children: []
  }
}

function heading(random) {
  return capital([atom(compound(random)), atom('en'), atom(compound(random))])
}

/** A lid: sentences, or an enumeration. */
export function makeLid(random) {
  if (pick(random, 4) > 0) {
    const count = 1 + pick(random, 2)
    const atoms = Array.from({length: count}, () => sentence(random)).flat()
    return {type: 'lid', content: [line(atoms)]}
  }
  const aanhef = [...sentence(random).slice(0, -1), atom(':')]
  const parts = items(random, 0)
  if (pick(random, 4) > 0 || parts.some(({content}) => content.length > 1)) {
    return {type: 'lid', content: [line(aanhef), ...parts]}
  }
  // The same enumeration in one line.
  const flat = parts.map(({content}) => content[0].atoms)
  return {
    type: 'lid',
    content: [{...line([...aanhef, ...flat.flat()]), cuts: [aanhef, ...flat]}]
  }
}

function items(random, depth) {
  const count = 3 + pick(random, depth === 0 ? 4 : 2)
  return Array.from({length: count}, (_, at) => {
    const isDeep = depth === 0 && pick(random, 6) === 0
    const end = at === count - 1 ? '.' : ';'
    return isDeep
      ? {
          type: 'onderdeel',
          content: [line([...item(random), atom(':')]), ...items(random, 1)]
        }
      : {type: 'onderdeel', content: [line([...item(random), atom(end)])]}
  })
}

/** A new onderdeel of an enumeration. */
export function makeOnderdeel(random) {
  return {type: 'onderdeel', content: [line([...item(random), atom(';')])]}
}

/** A line of text. */
export function line(atoms) {
  return {type: 'line', atoms}
}

function makeTable(random) {
  const width = 2 + pick(random, 3)
  const kinds = Array.from({length: width}, () =>
    oneOf(random, ['amount', 'percentage', 'number', 'word'])
  )
  const head = kinds.map(() => capital([atom(compound(random))]))
  const rows = Array.from({length: 4 + pick(random, 8)}, (_, at) =>
    makeRow(random, kinds, at)
  )
  return {type: 'table', kinds, rows: [head, ...rows]}
}

/** A row whose first cell names it. */
export function makeRow(random, kinds, at) {
  return kinds.map((kind, column) =>
    column === 0
      ? [
          atom('schaal'),
          atom(`${at + 1}${oneOf(random, ['', 'a', 'b'])}`),
          atom(compound(random))
        ]
      : [anotherOf(random, kind)]
  )
}
