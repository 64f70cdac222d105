/**
 * Source and tree side by side: every character of the source is in the tree
 * or in what was left out, in the same order, and the tree has no other.
 *
 * The rules by which two ways of writing are the same:
 *
 * - white space and invisible characters do not count; NFC and NFD are one;
 * - in a label: `1`, `1.`, `1)`, `(1)` are `1.`; `1º`, `1e.` are `1°.`;
 *   `-`, `•`, `*` are `–`; an `l` or `O` that stands for a digit is that digit;
 * - the word for a kind of unit (`Artikel`, `§`) is its kind; a full stop or
 *   colon behind its number is punctuation;
 * - raised and lowered digits are digits; between digits `O` and `l` are digits;
 * - in XML the label in the attribute `nr` of an item is text;
 * - in Markdown the marks `* _ \ # | > [ ] \` ~` and the second row of a table
 *   do not count, and the text of notes comes last.
 */
import type {ImportedText, SourcePlace} from '../imported.ts'
import {type Characters, charactersOf, countedIn} from './characters.ts'
import {type Expected, expectedOf} from './expected.ts'
import {dashes} from './label.ts'
import {soortWords} from './names.ts'
import {offsetOf, placeOf, type Source} from './source.ts'

/** Whether all characters are accounted for, and where they first are not. */
export interface Account {
  /** Characters of the source that count. */
  readonly characters: number
  readonly leftOut: number
  /** Nothing lost, nothing invented, the same order. */
  readonly balanced: boolean
  /** Where source and tree first differ. */
  readonly difference?: {
    readonly place: SourcePlace
    /** What the source says there. */
    readonly source: string
    /** What the tree says. */
    readonly text: string
  }
}

/** Count what a source has against what became of it. */
export function accountFor(source: Source, text: ImportedText): Account {
  const all = charactersOf(source.text, text.format)
  const {rest, wrong} = takeLeftOut(all, source, text)
  const characters = all.chars.length
  const leftOut = characters - rest.chars.length
  if (wrong !== undefined)
    return {characters, leftOut, balanced: false, difference: wrong}
  const cursor = match(rest, expectedOf(text), text.format)
  if (cursor.failed === undefined && cursor.at === rest.chars.length) {
    return {characters, leftOut, balanced: true}
  }
  const offset = rest.offsets[cursor.at] ?? source.text.length
  return {
    characters,
    leftOut,
    balanced: false,
    difference: {
      place: placeOf(source, offset),
      source: rest.chars.slice(cursor.at, cursor.at + 40).join(''),
      text: cursor.failed ?? ''
    }
  }
}

/** The characters that must be in the tree; each piece left out is found where it says. */
function takeLeftOut(
  all: Characters,
  source: Source,
  {leftOut, format}: ImportedText
): {readonly rest: Characters; readonly wrong?: Account['difference']} {
  const gone = new Set<number>()
  for (const {place, text} of leftOut) {
    let index = firstFrom(all.offsets, offsetOf(source, place))
    for (const character of countedIn(text, format)) {
      if (all.chars[index] !== character || gone.has(index)) {
        const found = all.chars.slice(index, index + 40).join('')
        return {rest: all, wrong: {place, source: found, text}}
      }
      gone.add(index++)
    }
  }
  const keep = (_: unknown, index: number): boolean => !gone.has(index)
  return {
    rest: {chars: all.chars.filter(keep), offsets: all.offsets.filter(keep)}
  }
}

function firstFrom(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

interface Cursor {
  at: number
  /** What the tree says where the source says otherwise. */
  failed?: string
}

function match(
  {chars}: Characters,
  expected: readonly Expected[],
  format: ImportedText['format']
): Cursor {
  const cursor: Cursor = {at: 0}
  for (const one of expected) {
    const end = endOf(chars, cursor.at, one, format)
    if (end === undefined) {
      cursor.failed = 'text' in one ? one.text : JSON.stringify(one)
      return cursor
    }
    cursor.at = end
  }
  return cursor
}

function endOf(
  chars: readonly string[],
  at: number,
  one: Expected,
  format: ImportedText['format']
): number | undefined {
  switch (one.kind) {
    case 'text':
      return endOfText(chars, at, countedIn(one.text, format))
    case 'perhaps':
      return endOfText(chars, at, countedIn(one.text, format)) ?? at
    case 'label':
      return endOfLabel(chars, at, one.label)
    case 'soort':
      return endOfSoort(chars, at, soortWords[one.soort])
    default:
      return one.nummer === 'enig'
        ? endOfSoort(chars, at, ['enig artikel'])
        : endOfNummer(chars, at, countedIn(one.nummer, format))
  }
}

function endOfText(
  chars: readonly string[],
  at: number,
  text: readonly string[]
): number | undefined {
  const differs = text.some((character, index) => {
    const found = chars[at + index]
    return found !== character && !isMisread(chars, at + index, character)
  })
  return differs ? undefined : at + text.length
}

/** An `O` or `l` between digits is a digit. */
function isMisread(
  chars: readonly string[],
  at: number,
  digit: string
): boolean {
  const found = chars[at] ?? ''
  const isBetween =
    /\d/u.test(chars[at - 1] ?? '') && /[\dOol]/u.test(chars[at + 1] ?? '')
  return (
    isBetween &&
    ((digit === '0' && /[Oo]/u.test(found)) || (digit === '1' && found === 'l'))
  )
}

const misread: Readonly<Record<string, RegExp>> = {'1': /[1lI]/u, '0': /[0oO]/u}

function endOfLabel(
  chars: readonly string[],
  at: number,
  label: string
): number | undefined {
  if (label === '–') return dashes.includes(chars[at] ?? ' ') ? at + 1 : at
  let end = chars[at] === '(' ? at + 1 : at
  for (const character of label.replace(/[°.]/gu, '')) {
    const found = chars[end] ?? ''
    if (found !== character && !misread[character]?.test(found))
      return undefined
    end++
  }
  if (label.includes('°') && /[°eo]/u.test(chars[end] ?? '')) end++
  if (/[.:]/u.test(chars[end] ?? '')) end++
  if (chars[end] === ')') end++
  return end > at && chars[end] === '.' && chars[end - 1] === ')'
    ? end + 1
    : end
}

function endOfSoort(
  chars: readonly string[],
  at: number,
  words: readonly string[]
): number {
  const found = words
    .map((word) => countedIn(word, 'op'))
    .toSorted((a, b) => b.length - a.length)
    .find((word) =>
      word.every((letter, index) => chars[at + index]?.toLowerCase() === letter)
    )
  return at + (found?.length ?? 0)
}

function endOfNummer(
  chars: readonly string[],
  at: number,
  nummer: readonly string[]
): number | undefined {
  const from = /[[(.:]/u.test(chars[at] ?? '') ? at + 1 : at
  const end = endOfText(chars, from, nummer)
  if (end === undefined) return undefined
  const closed = /[\])]/u.test(chars[end] ?? '') && from > at ? end + 1 : end
  return /[.:]/u.test(chars[closed] ?? '') ? closed + 1 : closed
}
