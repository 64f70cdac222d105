/** Chance from a seed number: the same number, the same row. */

/** Mulberry32: small, and good enough to make text with. */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 up to, and not including, a bound. */
export function pick(random, below) {
  return Math.floor(random() * below)
}

/** One of a list. */
export function oneOf(random, list) {
  return list[pick(random, list.length)]
}

/** A list in another order. */
export function shuffled(random, list) {
  const left = [...list]
  return list.map(() => left.splice(pick(random, left.length), 1)[0])
}
