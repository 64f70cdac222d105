/** Words of one line replaced, inserted and lapsed. */
import {pick} from '../random.mjs'
import {anotherOf} from './language.mjs'

const apart = 5

/**
 * A line with a few of its words changed. What came is nowhere else in the line,
 * so that it cannot be told otherwise; a reference, an amount or a day changes
 * as a whole.
 */
export function reworded(random, atoms) {
  const known = new Set(atoms.map(({text}) => text.toLowerCase()))
  const spots = spotsIn(random, atoms)
  let changed = [...atoms]
  for (const at of spots.toReversed()) {
    changed = changedAt(random, changed, at, known)
  }
  return changed
}

/** Places that lie apart, and few enough to leave the line itself. */
function spotsIn(random, atoms) {
  const most = Math.max(1, Math.floor(atoms.length / 14))
  const wanted = 1 + pick(random, Math.min(3, most))
  const spots = []
  for (let tries = 0; tries < 20 && spots.length < wanted; tries++) {
    const at = pick(random, atoms.length)
    const isFree = spots.every((other) => Math.abs(other - at) > apart)
    if (isFree && !atoms[at].glue) spots.push(at)
  }
  return spots.toSorted((a, b) => a - b)
}

function changedAt(random, atoms, at, known) {
  const way = pick(random, 4)
  const longest = atoms.length > 12 ? 3 : 1
  const width = way === 0 ? 0 : stretch(atoms, at, 1 + pick(random, longest))
  const old = atoms.slice(at, at + width)
  if (way === 1 && atoms.length > 8) {
    return [...atoms.slice(0, at), ...atoms.slice(at + width)]
  }
  const kinds =
    way === 0
      ? Array.from({length: 1 + pick(random, 4)}, () => 'word')
      : old.map(({kind}) => kind)
  const made = kinds.map((kind) => fresh(random, kind, known))
  return [...atoms.slice(0, at), ...made, ...atoms.slice(at + width)]
}

/** How many atoms from here on stand together without a comma between them. */
function stretch(atoms, at, most) {
  let width = 0
  while (width < most && atoms[at + width] && !atoms[at + width].glue) width++
  return width
}

function fresh(random, kind, known) {
  for (;;) {
    const made = anotherOf(random, kind)
    const text = made.text.toLowerCase()
    if (known.has(text)) continue
    known.add(text)
    return made
  }
}
