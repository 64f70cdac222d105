/** `de bijlage` of our own regeling, where the words around it leave no doubt. Kernel. */
import type {Address, BepalingReference, Reference} from './address.ts'
import {nouns} from './name-words.ts'

const notMore =
  "(?![A-Za-zÀ-ÿ'’-])(?! ?(?:[\\dIVXA-Z]|bij |van |behorend|horend|onder |onderdeel ))"
/** `de bij dit besluit behorende bijlage`, `de bijlagen bij deze regeling`. */
const own = new RegExp(
  `(?:bij|van) (?:deze|dit) (?:${nouns}) (?:be)?(?:horende|gevoegde|opgenomen) bijlagen?${notMore}|bijlagen(?= (?:(?:be)?horende? bij|bij|van) (?:deze|dit) (?:${nouns})(?![A-Za-z-]))`,
  'gu'
)
/** `bedoeld in de bijlage`, `overeenkomstig de bijlage`, `Zie de bijlage`. */
const cued = new RegExp(
  `(?<=(?:(?:bedoelde?|genoemde?|vermelde?|opgenomen|omschreven|vastgelegd|aangegeven|beschreven|bepaalde?|gestelde?|geregeld)(?: is| zijn)? (?:in|bij)|volgens|overeenkomstig|conform|[Zz]ie(?: ook)?) de )bijlagen?${notMore}`,
  'gu'
)
const joined = new RegExp(
  `(?:,| en| of)(?: in)? de (bijlagen?)${notMore}`,
  'uy'
)

/** What a bijlage may go with that is no text of law. */
const paper =
  /(?:brief|aanvra(?:ag|gen)|formulier|contract|overeenkomst(?!ig)|offerte|rapport|verslag|factuur|mail|nota(?:$|[^a-z])|notitie|circulaire|bericht|plan(?:$|[^a-z])|advies)/iu

/**
 * References to a bijlage without a number. The grammar of `read.ts` passes
 * them over, since it does not know of which text they are; of the text of a
 * regeling one may ask whether it has a bijlage at all.
 */
export function withLoneBijlagen(
  words: string,
  found: readonly Reference[]
): readonly Reference[] {
  if (!words.includes('bijlage')) return found
  const others = [...loneIn(words, found), ...joinedIn(words, found)].filter(
    ({from, to}) => found.every((one) => one.to <= from || to <= one.from)
  )
  return others.length === 0
    ? found
    : [...found, ...others].toSorted((a, b) => a.from - b.from)
}

function* loneIn(
  words: string,
  found: readonly Reference[]
): Generator<BepalingReference> {
  for (const {0: quote, index} of words.matchAll(own)) {
    yield bijlageAt(index, index + quote.length)
  }
  for (const {0: quote, index} of words.matchAll(cued)) {
    if (!isOfOther(words, index, found)) {
      yield bijlageAt(index, index + quote.length)
    }
  }
}

/** `artikel 3 en de bijlage`: beside a place of our own regeling. */
function* joinedIn(
  words: string,
  found: readonly Reference[]
): Generator<BepalingReference> {
  for (const {to} of found) {
    joined.lastIndex = to
    const [whole = '', noun = ''] = joined.exec(words) ?? []
    const end = to + whole.length
    if (whole !== '' && !isOfOther(words, to, found)) {
      yield bijlageAt(end - noun.length, end)
    }
  }
}

/** Whether the sentence speaks of what else a bijlage may go with, or of another law. */
function isOfOther(
  words: string,
  at: number,
  found: readonly Reference[]
): boolean {
  const start = words.lastIndexOf('. ', at) + 1
  const next = words.indexOf('. ', at)
  const end = next < 0 ? words.length : next
  const isNamed = found.some(
    (one) =>
      start <= one.from &&
      one.to <= end &&
      (one.soort !== 'bepaling' ||
        one.targets.some(({address}) => address.regeling))
  )
  return isNamed || paper.test(words.slice(start, end))
}

function bijlageAt(from: number, to: number): BepalingReference {
  const address = {eenheid: [{soort: 'bijlage'}], pad: []} as const
  return {soort: 'bepaling', from, to, targets: [{from, to, address}]}
}

/** Whether an address means the bijlage of its regeling, whichever that is. */
export function isBareBijlage({eenheid}: Pick<Address, 'eenheid'>): boolean {
  const [only, ...others] = eenheid
  const isAlone = others.length === 0 && only?.nummer === undefined
  return isAlone && only?.soort === 'bijlage'
}
