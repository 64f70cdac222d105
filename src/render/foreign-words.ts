/**
 * Stage: words of running text → pieces, those of another language apart.
 *
 * A regeling lists the words; the text itself stays as it was agreed.
 */
import type {Taalwoorden} from '../model.ts'

/** Some words, and their language; empty for that of the document. */
interface LanguagePiece {
  readonly words: string
  readonly lang: string
}

/** Parts running text by language. */
export type ByLanguage = (text: string) => readonly LanguagePiece[]

/** Finds listed words as a whole, with a capital at their start too; the longest first. */
export function byLanguage(talen: readonly Taalwoorden[]): ByLanguage {
  const langs = new Map(
    talen.flatMap(({taal, woorden}) =>
      woorden.map((word) => [keyOf(word), taal] as const)
    )
  )
  if (langs.size === 0) return (words) => [{words, lang: ''}]
  const patterns = [...langs.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(patternOf)
  const finder = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(${patterns.join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    'u'
  )
  return (text) =>
    text
      .split(finder)
      .map((words, at) => ({
        words,
        lang: at % 2 === 0 ? '' : (langs.get(keyOf(words)) ?? '')
      }))
      .filter(({words}) => words !== '')
}

function keyOf(word: string): string {
  const [first = '', ...rest] = word
  return first.toLowerCase() + rest.join('')
}

/** Either case of the first letter. */
function patternOf(word: string): string {
  const [first = '', ...rest] = word
  const upper = first.toUpperCase()
  const start =
    upper === first ? quoted(first) : `(?:${quoted(first)}|${quoted(upper)})`
  return start + quoted(rest.join(''))
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
