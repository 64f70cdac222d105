/** What is done to the lines of one artikel: words, leden, onderdelen. */
import {oneOf, pick, shuffled} from '../random.mjs'
import {atom, clause} from './language.mjs'
import {line, makeLid, makeOnderdeel} from './regulation.mjs'
import {reworded} from './words.mjs'

/** Operations by name; each gives its truths, or nothing when it cannot be done. */
export const lineOperations = {
  words,
  opschrift,
  insertLid,
  insertAlike,
  insertOnderdeel,
  lapseLid: (of) => lapse(ledenOf(of.artikel), 2),
  lapseOnderdeel: ({artikel, random}) => lapse(itemsIn(artikel, random), 3),
  moveLid: (of) => moveWithin(of, ledenOf(of.artikel), 1),
  swapLeden: (of) => moveWithin(of, ledenOf(of.artikel), 1, true),
  moveOnderdeel: (of) => moveWithin(of, itemsIn(of.artikel, of.random), 2),
  moveLidAway,
  moveOnderdeelAway,
  splitLid,
  mergeLeden,
  itemise,
  flatten
}

/** All lines of a block, those of its items included. */
function linesOf(block) {
  if (block.type === 'line') return [block]
  return (block.content ?? []).flatMap(linesOf)
}

/** The identities of all atoms of some blocks. */
export function idsOf(blocks) {
  const cells = blocks.flatMap(({rows = []}) => rows.flat(2))
  const atoms = blocks.flatMap(linesOf).flatMap((one) => one.atoms)
  return new Set([...atoms, ...cells].map(({id}) => id))
}

/** A truth with the one way in which it must be told. */
export function truth(kind, blocks, level = 'line', side = 'wordt') {
  return {kind, level, ways: [{side, ids: idsOf(blocks)}]}
}

function ledenOf({blocks}) {
  const leden = blocks.filter(({type}) => type === 'lid')
  return {blocks, items: leden}
}

/** The items of one enumeration. */
function itemsIn({blocks}, random) {
  const lists = blocks
    .filter(({content = []}) => content.length > 1)
    .map(({content}) => ({
      blocks: content,
      items: content.filter(({type}) => type === 'onderdeel')
    }))
  return oneOf(random, lists)
}

function words({artikel, random}) {
  const lines = artikel.blocks.flatMap(linesOf)
  for (const one of shuffled(random, lines).slice(0, 1 + pick(random, 2))) {
    one.atoms = reworded(random, one.atoms)
  }
  return []
}

function opschrift({artikel, random}) {
  artikel.opschrift = reworded(random, artikel.opschrift)
  return []
}

/** Replace words of what was moved, split or merged too. */
export function perhapsReword({random, isReworded}, blocks) {
  if (!isReworded) return
  const lines = blocks.flatMap(linesOf).filter(({atoms}) => atoms.length > 8)
  for (const one of lines.slice(0, 2)) one.atoms = reworded(random, one.atoms)
}

function insertLid({artikel, random}) {
  const at = pick(random, ledenOf(artikel).items.length + 1)
  artikel.blocks.splice(at, 0, makeLid(random))
  return []
}

/** A lid that begins with the words of the one that it stands before. */
function insertAlike({artikel, random}) {
  const {items} = ledenOf(artikel)
  const at = pick(random, items.length)
  const first = linesOf(items[at])[0].atoms
  const same = first.slice(0, 5).map(({text, kind}) => atom(text, kind))
  const atoms = [...same, ...clause(random), atom('.')]
  artikel.blocks.splice(at, 0, {type: 'lid', content: [line(atoms)]})
  return []
}

function insertOnderdeel({artikel, random}) {
  const list = itemsIn(artikel, random)
  if (!list) return undefined
  const at = 1 + pick(random, list.items.length)
  list.blocks.splice(at, 0, makeOnderdeel(random))
  return []
}

function lapse(list, fewest) {
  if (!list || list.items.length < fewest) return undefined
  list.blocks.splice(list.blocks.indexOf(list.items[1]), 1)
  return []
}

/** `before`: how many blocks stand before the first item. */
function moveWithin(of, list, fewest, isSwap = false) {
  if (!list || list.items.length < 2 + fewest) return undefined
  const {blocks, items} = list
  const offset = blocks.indexOf(items[0])
  const from = pick(of.random, items.length - 1)
  const to = isSwap
    ? from + 1
    : from + 1 + pick(of.random, items.length - 1 - from)
  const [moved] = blocks.splice(offset + from, 1)
  blocks.splice(offset + to, 0, moved)
  const passed = items.slice(from + 1, to + 1)
  const told = truth('moved', [moved])
  // As true: those that it passed went the other way.
  told.ways.push({side: 'wordt', ids: idsOf(passed)})
  perhapsReword(of, [moved])
  return [told]
}

function moveLidAway(of) {
  const {items} = ledenOf(of.artikel)
  if (items.length < 2) return undefined
  return moveTo(of, of.artikel.blocks, oneOf(of.random, items), (target) => {
    const at = pick(of.random, ledenOf(target).items.length + 1)
    return {blocks: target.blocks, at}
  })
}

function moveOnderdeelAway(of) {
  const list = itemsIn(of.artikel, of.random)
  if (!list || list.items.length < 3) return undefined
  return moveTo(of, list.blocks, oneOf(of.random, list.items), (target) => {
    const there = itemsIn(target, of.random)
    return (
      there && {
        blocks: there.blocks,
        at: 1 + pick(of.random, there.items.length)
      }
    )
  })
}

function moveTo(of, blocks, moved, placeIn) {
  const others = of.text
    .flatMap(({children}) => children)
    .filter((one) => one !== of.artikel && !one.touched)
  const places = shuffled(of.random, others).map((target) => [
    target,
    placeIn(target)
  ])
  const [target, place] = places.find(([, there]) => there) ?? []
  if (!place) return undefined
  blocks.splice(blocks.indexOf(moved), 1)
  place.blocks.splice(place.at, 0, moved)
  target.touched = true
  const told = truth('moved', [moved])
  perhapsReword(of, [moved])
  return [told]
}

/** Where a sentence ends that is not the last. */
function sentenceEnd(atoms) {
  const at = atoms.findIndex(({text}) => text === '.')
  return at >= 0 && at < atoms.length - 1 ? at + 1 : -1
}

function splitLid(of) {
  const {items} = ledenOf(of.artikel)
  const lid = items.find(
    ({content}) => content.length === 1 && sentenceEnd(content[0].atoms) > 0
  )
  if (!lid) return undefined
  const {atoms} = lid.content[0]
  const cut = sentenceEnd(atoms)
  const parts = [atoms.slice(0, cut), atoms.slice(cut)].map((part) => ({
    type: 'lid',
    content: [line(part)]
  }))
  const {blocks} = of.artikel
  blocks.splice(blocks.indexOf(lid), 1, ...parts)
  const told = parts.map((part) => truth('split', [part]))
  perhapsReword(of, parts)
  return told
}

function mergeLeden(of) {
  const {items} = ledenOf(of.artikel)
  const at = items.findIndex(
    ({content}, index) =>
      content.length === 1 && items[index + 1]?.content.length === 1
  )
  if (at < 0) return undefined
  const [one, other] = [items[at], items[at + 1]]
  const told = [one, other].map((part) =>
    truth('merged', [part], 'line', 'was')
  )
  const merged = line([...one.content[0].atoms, ...other.content[0].atoms])
  const {blocks} = of.artikel
  blocks.splice(blocks.indexOf(one), 2, {type: 'lid', content: [merged]})
  perhapsReword(of, [merged])
  return told
}

/** An enumeration in one line becomes one of onderdelen. */
function itemise(of) {
  const lid = of.artikel.blocks.find(({content = []}) => content[0]?.cuts)
  if (!lid) return undefined
  const [aanhef, ...parts] = lid.content[0].cuts
  lid.content = [
    line(aanhef),
    ...parts.map((atoms) => ({type: 'onderdeel', content: [line(atoms)]}))
  ]
  const told = [truth('split', [lid])]
  perhapsReword(of, [lid])
  return told
}

/** An enumeration of onderdelen becomes one line. */
function flatten(of) {
  const lid = of.artikel.blocks.find(
    ({content = []}) =>
      content.length > 1 &&
      content.slice(1).every((one) => one.content?.length === 1)
  )
  if (!lid) return undefined
  const told = [truth('merged', [lid], 'line', 'was')]
  lid.content = [line(linesOf(lid).flatMap(({atoms}) => atoms))]
  perhapsReword(of, [lid])
  return told
}
