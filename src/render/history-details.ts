/**
 * Stage: what changed in a text, lid by lid → short Dutch phrases.
 */
import type {Address} from '../citation/address.ts'
import {writeAddress} from '../citation/write.ts'
import type {ChangeFacts, Kind} from '../comparison.ts'

/** `derde lid wordt vierde lid: gewijzigd`; one phrase for each change, in the order of the text. */
export function detailPhrases(
  details: readonly ChangeFacts[]
): readonly string[] {
  return [...new Set(details.map(phraseOf))]
}

function phraseOf(facts: ChangeFacts): string {
  const {kinds, was, wordt, wasTot, wordtTot, part} = facts
  const [old, now] = [rangeIn(was, wasTot), rangeIn(wordt, wordtTot)]
  const isOther = was !== undefined && wordt !== undefined && old !== now
  const whole = [now || old, part ?? ''].filter((name) => name !== '')
  const place = isOther ? `${old} wordt ${now}` : whole.join(', ') || 'tekst'
  // That it bears another number or stands elsewhere is said by the two places.
  const said = kinds.filter(
    (kind) => !(isOther && (kind === 'renumbered' || kind === 'moved'))
  )
  const words = said.map((kind) => verbs[kind]).join(', ')
  return words === '' ? place : `${place}: ${words}`
}

const verbs: Readonly<Record<Kind, string>> = {
  added: 'nieuw',
  lapsed: 'vervallen',
  changed: 'gewijzigd',
  formatted: 'opmaak gewijzigd',
  renumbered: 'vernummerd',
  moved: 'verplaatst',
  split: 'gesplitst',
  merged: 'samengevoegd'
}

function rangeIn(from: Address | undefined, to: Address | undefined): string {
  const first = partOf(from)
  const last = to?.pad.at(-1)?.nummer
  return last === undefined ? first : `${first} tot en met ${last}`
}

/** The place within its unit. */
function partOf(address: Address | undefined): string {
  if (!address || address.pad.length === 0) return ''
  return writeAddress({eenheid: [], pad: address.pad})
}
