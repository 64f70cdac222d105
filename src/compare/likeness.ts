/**
 * How much two texts are alike: by the words that both have, as often as both
 * have them.
 *
 * Stage. A bag is a sorted row of numbers, one for each word; comparing two of
 * them takes one walk along both.
 */

/** Words as numbers, sorted; a word that stands twice is there twice. */
export type Bag = Int32Array

/** The bag of some numbers. */
export function bagOf(numbers: readonly number[]): Bag {
  return Int32Array.from(numbers).sort()
}

/** How many words two bags share. */
export function sharedBy(a: Bag, b: Bag): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared
}

/** From 0 (nothing in common) to 1 (the same words): Dice's coefficient. */
export function diceOf(a: Bag, b: Bag): number {
  const all = a.length + b.length
  return all === 0 ? 1 : (2 * sharedBy(a, b)) / all
}

/** What each word weighs, by its number. */
export type Weights = Float64Array

/** A word weighs less the more texts have it. */
export function weightsOf(bags: readonly Bag[]): Weights {
  const most = bags.reduce((max, bag) => Math.max(max, bag.at(-1) ?? 0), 0)
  const counts = new Float64Array(most + 1)
  for (const bag of bags) {
    let last = -1
    for (const word of bag) {
      if (word !== last) counts[word] = (counts[word] ?? 0) + 1
      last = word
    }
  }
  return counts.map((count) => 1 / Math.sqrt(Math.max(1, count)))
}

/** What a bag weighs. */
export function weightIn(bag: Bag, weights: Weights): number {
  let sum = 0
  for (const word of bag) sum += weights[word] ?? 0
  return sum
}

/** What two bags share, by weight. */
export function sharedWeight(a: Bag, b: Bag, weights: Weights): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const word = a[i] ?? 0
    const difference = word - (b[j] ?? 0)
    if (difference === 0) shared += weights[word] ?? 0
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared
}

/** What either of two bags holds. */
export function joinBags(a: Bag, b: Bag): Bag {
  const joined = new Int32Array(a.length + b.length)
  let [i, j] = [0, 0]
  for (let at = 0; at < joined.length; at++) {
    const isFromA =
      j >= b.length || (i < a.length && (a[i] ?? 0) <= (b[j] ?? 0))
    joined[at] = (isFromA ? a[i++] : b[j++]) ?? 0
  }
  return joined
}

/** Words that every Dutch sentence has, and that say nothing of what it is about. */
const common = new Set(
  'de het een van in op te en of is dat die voor met aan bij tot door als niet zijn wordt worden dit deze er om naar over uit ook dan zal kan deze hij zij wie wat waarop waarin waarvan daarvan hiervan indien ter ten der des'.split(
    ' '
  )
)

/** Numbers words, the same word always the same number, as long as one comparison lasts. */
export interface Lexicon {
  /** The telling words of a text, in its order. */
  readonly row: (text: string) => readonly number[]
  /** The same words, sorted. */
  readonly bag: (text: string) => Bag
}

/** A new lexicon. */
export function createLexicon(): Lexicon {
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  const row = (text: string): readonly number[] => {
    const words =
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+(?:(?:[.'’-]|(?<=\p{N})[,:])[\p{L}\p{N}]+)*/gu) ??
      []
    const telling = words.filter((word) => !common.has(word))
    return (telling.length > 0 ? telling : words).map(numberOf)
  }
  return {row, bag: (text) => bagOf(row(text))}
}
