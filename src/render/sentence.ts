/**
 * Stage: facts → Dutch sentences as data.
 *
 * A sentence keeps its days, units and addresses apart from its words, so
 * that a page can mark them up while every other target prints the same text.
 */
import type {IsoDate, UnitId} from '../model.ts'
import {months} from '../time/days.ts'

/** A piece of a sentence: words, or something that a page can mark up. */
export type Part =
  | string
  | {readonly day: IsoDate}
  | {readonly unit: UnitId; readonly name: string}
  | {readonly url: string}

/** A Dutch sentence; {@link plain} gives its text. */
export type Sentence = readonly Part[]

/** Tag for template literals: joins words, parts and whole sentences into one sentence. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (Part | Sentence)[]
): Sentence {
  return words
    .flatMap((word, index): readonly Part[] => {
      const value = values[index] ?? ''
      return [word, ...(isSentence(value) ? value : [value])]
    })
    .filter((part) => part !== '')
}

/** Marks a day inside a sentence. */
export function day(date: IsoDate): Part {
  return {day: date}
}

/** The text of a sentence, as every target without markup prints it. */
export function plain(sentence: Sentence): string {
  return sentence.map(partText).join('')
}

/** The text of one part. */
export function partText(part: Part): string {
  if (typeof part === 'string') return part
  if ('day' in part) return dutchDate(part.day)
  return 'unit' in part ? part.name : part.url
}

/** Puts sentences in a row: `a, b en c`. */
export function enumerate(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((sentence, index) => {
    if (index === 0) return sentence
    return [index === sentences.length - 1 ? ' en ' : ', ', ...sentence]
  })
}

/** The same sentence with a capital first letter. */
export function capital(sentence: Sentence): Sentence {
  return withFirst(sentence, (text) => text.toUpperCase())
}

/** The same sentence with a small first letter. */
export function uncapital(sentence: Sentence): Sentence {
  return withFirst(sentence, (text) => text.toLowerCase())
}

/** `1 september 2015`; whatever is no calendar day stays as it is. */
function dutchDate(date: IsoDate): string {
  const [year, month, dayOfMonth] = date.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? date : `${Number(dayOfMonth)} ${name} ${year}`
}

function withFirst(
  [first, ...rest]: Sentence,
  change: (letter: string) => string
): Sentence {
  if (first === undefined) return []
  const changed = (text: string): string =>
    change(text.slice(0, 1)) + text.slice(1)
  if (typeof first === 'string') return [changed(first), ...rest]
  if (!('unit' in first)) return [first, ...rest]
  return [{...first, name: changed(first.name)}, ...rest]
}

function isSentence(value: Part | Sentence): value is Sentence {
  return Array.isArray(value)
}
