/** What is done to whole artikelen. */
import {oneOf, pick} from '../random.mjs'
import {idsOf, perhapsReword, truth} from './amend-lines.mjs'
import {makeArtikel} from './regulation.mjs'

/** Operations by name; each gives its truths, or nothing when it cannot be done. */
export const unitOperations = {
  insertArtikel,
  lapseArtikel,
  moveArtikel,
  splitArtikel,
  mergeArtikel
}

let made = 0

function homeOf({text, artikel}) {
  return text.find(({children}) => children.includes(artikel)).children
}

function insertArtikel(of) {
  const home = homeOf(of)
  const artikel = makeArtikel(of.random, `artikel-nieuw-${++made}`)
  artikel.touched = true
  home.splice(home.indexOf(of.artikel), 0, artikel)
  return []
}

function lapseArtikel(of) {
  const home = homeOf(of)
  home.splice(home.indexOf(of.artikel), 1)
  return []
}

/** To another place, more often than not in another hoofdstuk. */
function moveArtikel(of) {
  const home = homeOf(of)
  const from = home.indexOf(of.artikel)
  home.splice(from, 1)
  const there = oneOf(of.random, of.text).children
  let to = pick(of.random, there.length + 1)
  if (there === home && Math.abs(to - from) < 3)
    to = (from + 4) % (there.length + 1)
  there.splice(to, 0, of.artikel)
  const told = truth('moved', of.artikel.blocks, 'unit')
  perhapsReword(of, of.artikel.blocks)
  return [told]
}

function splitArtikel(of) {
  const {blocks} = of.artikel
  if (blocks.length < 4) return undefined
  const home = homeOf(of)
  const artikel = makeArtikel(of.random, `artikel-nieuw-${++made}`)
  artikel.blocks = blocks.splice(Math.ceil(blocks.length / 2))
  artikel.touched = true
  home.splice(home.indexOf(of.artikel) + 1, 0, artikel)
  const told = truth('split', artikel.blocks, 'unit')
  return [told, ...artikel.blocks.map((one) => truth('moved', [one]))]
}

function mergeArtikel(of) {
  const home = homeOf(of)
  const next = home[home.indexOf(of.artikel) + 1]
  if (!next || next.touched) return undefined
  const told = {
    kind: 'merged',
    level: 'unit',
    ways: [{side: 'was', ids: idsOf(next.blocks)}]
  }
  home.splice(home.indexOf(next), 1)
  next.touched = true
  of.artikel.blocks.push(...next.blocks)
  return [told, ...next.blocks.map((one) => truth('moved', [one]))]
}
