/**
 * Stage: a change → the Dutch words by which a reader knows it.
 */
import type {Address, Stap} from '../../citation/address.ts'
import {writeAddress} from '../../citation/write.ts'
import type {Change, Kind} from '../../comparison.ts'

/** In the order in which outputs count them. */
export const kinds = [
  'added',
  'lapsed',
  'changed',
  'renumbered',
  'moved',
  'split',
  'merged',
  'formatted'
] as const satisfies readonly Kind[]

const words: Readonly<Record<Kind, string>> = {
  added: 'nieuw',
  lapsed: 'vervallen',
  changed: 'gewijzigd',
  renumbered: 'vernummerd',
  moved: 'verplaatst',
  split: 'gesplitst',
  merged: 'samengevoegd',
  formatted: 'alleen opmaak'
}

/** One kind in a word: `vernummerd`. */
export function kindWord(kind: Kind): string {
  return words[kind]
}

/** Where a change is, or was: `artikel 3:1, tweede tot en met vijfde lid`. */
export function rangeInWords(from: Address, to?: Address): string {
  const first = from.pad.at(-1)
  const last = to?.pad.at(-1)
  const alone = addressInWords(from)
  if (!first || !last || first.nummer === last.nummer) return alone
  const end = lastInWords(first, last)
  if (end === undefined) return alone
  const before = writeAddress({...from, pad: from.pad.slice(0, -1)})
  return before === '' ? end : `${before}, ${end}`
}

/** Of the toelichting on the whole, which an address leaves unnamed, its soort. */
function addressInWords(address: Address): string {
  const words = writeAddress(address)
  return words === '' ? (address.eenheid.at(-1)?.soort ?? '') : words
}

/** The steps of a range: `onderdelen m tot en met aa`. */
function lastInWords(first: Stap, last: Stap): string | undefined {
  if (first.soort !== last.soort) return undefined
  if (first.soort === 'onderdeel') {
    return `onderdelen ${first.nummer} tot en met ${last.nummer}`
  }
  const [from, to] = [first, last].map((step) =>
    writeAddress({eenheid: [], pad: [step]})
  )
  const isOrdinal = from?.endsWith(' lid') && to?.endsWith(' lid')
  return `${isOrdinal ? from?.replace(/ lid$/u, '') : from} tot en met ${to}`
}

/** The place of a change, by its new address, and the old one where that differs. */
export function placeInWords({was, wasTot, wordt, wordtTot, part}: Change): {
  readonly place: string
  readonly before: string
} {
  const place = wordt
    ? rangeInWords(wordt, wordtTot)
    : was
      ? rangeInWords(was, wasTot)
      : ''
  if (!was || !wordt || rangeInWords(was, wasTot) === place) {
    return {place: part ? `${place}, ${part}` : place, before: ''}
  }
  // What stayed in its unit is told from there.
  const isAtHome = JSON.stringify(was.eenheid) === JSON.stringify(wordt.eenheid)
  const near = isAtHome && was.pad.length > 0 ? {...was, eenheid: []} : was
  return {place, before: rangeInWords(near, wasTot)}
}
