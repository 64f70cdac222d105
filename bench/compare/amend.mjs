/**
 * A regeling → an amended one, and what was done to it.
 *
 * Each artikel that is amended undergoes one operation of the mix (and, where
 * the mix says so, words of what moved are replaced too). An operation gives
 * the truths it made: a kind, and the words that must be said to be of it.
 */
import {oneOf, shuffled} from '../random.mjs'
import {lineOperations} from './amend-lines.mjs'
import {tableOperations} from './amend-tables.mjs'
import {unitOperations} from './amend-units.mjs'

const operations = {...lineOperations, ...tableOperations, ...unitOperations}

/** All that does one thing. */
const single = Object.keys(operations).filter((name) => name !== 'reshapeTable')

/** The mixes that are measured: which operations, and on which share of the artikelen. */
export const mixes = [
  {name: 'woorden', operations: ['words', 'opschrift']},
  {
    name: 'ingevoegd',
    operations: ['insertLid', 'insertAlike', 'insertOnderdeel']
  },
  {name: 'vervallen', operations: ['lapseLid', 'lapseOnderdeel']},
  {
    name: 'verplaatst in het artikel',
    operations: ['moveLid', 'swapLeden', 'moveOnderdeel']
  },
  {
    name: 'verplaatst naar een ander artikel',
    operations: ['moveLidAway', 'moveOnderdeelAway']
  },
  {name: 'gesplitste leden', operations: ['splitLid']},
  {name: 'samengevoegde leden', operations: ['mergeLeden']},
  {name: 'lid en onderdelen, over en weer', operations: ['itemise', 'flatten']},
  {
    name: 'artikelen verplaatst, nieuw, vervallen',
    operations: ['moveArtikel', 'insertArtikel', 'lapseArtikel']
  },
  {
    name: 'artikelen gesplitst, samengevoegd',
    operations: ['splitArtikel', 'mergeArtikel']
  },
  {
    name: 'tabellen',
    operations: [
      'changeCells',
      'insertRow',
      'lapseRow',
      'moveRow',
      'insertColumn',
      'lapseColumn'
    ]
  },
  {name: 'tabellen, alles in één', operations: ['reshapeTable']},
  {
    name: 'verplaatst of gesplitst, en gewijzigd',
    operations: [
      'moveLid',
      'moveLidAway',
      'splitLid',
      'mergeLeden',
      'moveArtikel',
      'itemise'
    ],
    isReworded: true
  },
  {name: 'alles, 10 %', operations: single},
  {name: 'alles, 40 %', operations: single, share: 0.4},
  {
    name: 'alles, 40 %, ook gewijzigd',
    operations: single,
    share: 0.4,
    isReworded: true
  }
]

/** Amend a regeling. */
export function amend(regulation, mix, random) {
  const text = structuredClone(regulation)
  const all = artikelenOf(text)
  const count = Math.round(all.length * (mix.share ?? 0.1))
  const truths = []
  let done = 0
  for (const artikel of shuffled(random, all)) {
    if (done >= count) break
    const of = {random, text, artikel, isReworded: mix.isReworded ?? false}
    const made = tryOne(mix.operations, of)
    if (!made) continue
    truths.push(...made)
    done++
  }
  return {text, truths, done}
}

/** The first operation, in an order of chance, that can be done to an artikel. */
function tryOne(names, of) {
  if (of.artikel.touched) return undefined
  const [first, ...rest] = shuffled(of.random, names)
  for (const name of [first, ...rest, oneOf(of.random, names)]) {
    const made = operations[name](of)
    if (made) {
      of.artikel.touched = true
      return made
    }
  }
  return undefined
}

function artikelenOf(text) {
  return text.flatMap(({children}) => children)
}
