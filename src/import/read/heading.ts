/** The words of a heading → number and opschrift. */
import {defined} from '../../defined.ts'
import type {Soort} from '../../model.ts'
import {unitNummer} from './label.ts'
import {nummerPattern, soortWords} from './names.ts'

/** What a heading gives. */
export interface Heading {
  readonly nummer?: string | undefined
  readonly opschrift?: string | undefined
}

const numberFirst = new RegExp(
  `^(?<nummer>${nummerPattern})(?:[.:]\\s*|\\s+|$)(?<rest>.*)$`,
  'u'
)

/**
 * A heading that gives its number with its other words: `Artikel 3. Verlof`,
 * or in a label alone `3.Verlof`.
 */
export function headingOf(
  soort: Soort,
  {label, titel}: {readonly label: string; readonly titel: string}
): Heading {
  const all = [label, titel].filter((word) => word !== '').join(' ')
  if (soort === 'artikel' && /^enig artikel$/iu.test(label)) {
    return withWords('enig', titel)
  }
  const named = afterSoortWord(soort, all)
  // Without its word a number counts only where the label holds it.
  const numbered = named ?? (/^[\dIVXLC]/u.test(label) ? all : '')
  const {nummer, rest = ''} = numberFirst.exec(numbered)?.groups ?? {}
  return nummer === undefined
    ? withWords(undefined, named ?? all)
    : withWords(unitNummer(nummer), rest)
}

function withWords(nummer: string | undefined, words: string): Heading {
  return defined({nummer, opschrift: words === '' ? undefined : words})
}

/** What stands behind the word for the kind of unit; nothing when it is not there. */
export function afterSoortWord(
  soort: Soort,
  words: string
): string | undefined {
  const lower = words.toLowerCase()
  const word = soortWords[soort]
    .toSorted((a, b) => b.length - a.length)
    .find((name) => lower.startsWith(name))
  if (word === undefined) return undefined
  const rest = words.slice(word.length)
  return /^(?:$|[\s\d.:§])/u.test(rest) ? rest.trimStart() : undefined
}
