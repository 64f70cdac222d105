/**
 * Source and tree side by side: every character of the source is in the tree
 * or in what was left out, in the same order, and the tree has no other.
 *
 * The rules by which two ways of writing are the same:
 *
 * - white space and invisible characters do not count; NFC and NFD are one;
 * - in a label: `1`, `1.`, `1)`, `(1)` are `1.`; `1º`, `1e.` are `1°.`;
 *   `-`, `•`, `*` are `–`, and in XML `o` among such; an `l` or `O` that stands for a digit is that digit;
 * - the word for a kind of unit (`Artikel`, `§`) is its kind; a full stop,
 *   colon or dash behind its number is punctuation;
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
  const expected = expectedOf(text, merkenIn(source, text))
  const mismatch = mismatchIn(rest.chars, expected, text.format)
  if (!mismatch) return {characters, leftOut, balanced: true}
  const {at, said} = mismatch
  return {
    characters,
    leftOut,
    balanced: false,
    difference: {
      place: placeOf(source, rest.offsets[at] ?? source.text.length),
      source: rest.chars.slice(at, at + 40).join(''),
      text: said
    }
  }
}

function merkenIn({text}: Source, {format}: ImportedText): readonly string[] {
  if (format !== 'markdown') return []
  const found = text.matchAll(/^\[\^([^\]\s]{1,60})\]:/gmu)
  return [...found].map(([, merk = '']) => merk)
}

/** The characters that must be in the tree; each piece left out is found where it says. */
function takeLeftOut(
  all: Characters,
  source: Source,
  {leftOut, format}: ImportedText
): {readonly rest: Characters; readonly wrong?: Account['difference']} {
  const gone = new Set<number>()
  // In the order of the source: notes of Markdown are counted last.
  const order = all.offsets
    .map((offset, index) => ({offset, index}))
    .toSorted((a, b) => a.offset - b.offset || a.index - b.index)
  const sorted = order.map(({offset}) => offset)
  const charAt = (at: number): string => all.chars[order[at]?.index ?? -1] ?? ''
  for (const {place, text} of leftOut) {
    let at = firstFrom(sorted, offsetOf(source, place))
    for (const character of countedIn(text, format)) {
      const index = order[at]?.index ?? -1
      if (charAt(at) !== character || gone.has(index)) {
        const found = Array.from({length: 40}, (_, next) => charAt(at + next))
        return {rest: all, wrong: {place, source: found.join(''), text}}
      }
      gone.add(index)
      at++
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

interface Mismatch {
  /** How far the source was followed. */
  readonly at: number
  /** What the tree says there; empty at its end. */
  readonly said: string
}

/**
 * Where no reading of the source gives what is expected; nothing when one does.
 *
 * How far punctuation reaches is not known before what stands behind it was
 * read: all places where it may end are followed side by side.
 */
function mismatchIn(
  chars: readonly string[],
  expected: readonly Expected[],
  format: ImportedText['format']
): Mismatch | undefined {
  let places: ReadonlySet<number> = new Set([0])
  for (const one of expected) {
    const next = new Set<number>()
    for (const at of places) {
      for (const end of endsOf(chars, at, one, format)) next.add(end)
    }
    if (next.size === 0) {
      const said = 'text' in one ? one.text : JSON.stringify(one)
      return {at: furthest(places), said}
    }
    places = next
  }
  return places.has(chars.length) ? undefined : {at: furthest(places), said: ''}
}

function furthest(places: ReadonlySet<number>): number {
  return [...places].reduce((most, at) => Math.max(most, at), 0)
}

/** Where what is expected may end; nowhere when it is not there. */
function endsOf(
  chars: readonly string[],
  at: number,
  one: Expected,
  format: ImportedText['format']
): readonly number[] {
  if (one.kind === 'head') return endsOfHead(chars, at, one, format)
  if (one.kind === 'label') {
    return one.label === '–'
      ? endsOfDash(chars, at, format)
      : endsOfLabel(chars, at, one.label)
  }
  const end = endOfText(chars, at, countedIn(one.text, format))
  const passed = one.kind === 'perhaps' ? [at] : []
  return end === undefined ? passed : [end, ...passed]
}

/** The usual head; else all its words are in the opschrift: `Tabel I behorende bij …`. */
function endsOfHead(
  chars: readonly string[],
  at: number,
  {soort, nummer, opschrift}: Extract<Expected, {kind: 'head'}>,
  format: ImportedText['format']
): readonly number[] {
  const words = countedIn(opschrift ?? '', format)
  const isSole = nummer === 'enig'
  const name = isSole ? ['enig artikel'] : soortWords[soort]
  const named = endsOfSoort(chars, at, name)
  const numbered =
    nummer === undefined || isSole
      ? named
      : named.flatMap((from) =>
          endsOfNummer(chars, from, countedIn(nummer, format), words.length > 0)
        )
  return [...numbered, at].flatMap((from) => {
    const end = endOfText(chars, from, words)
    const isEmpty = from === at && words.length === 0 && nummer !== undefined
    return end === undefined || isEmpty ? [] : [end]
  })
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

/** In Markdown the dash may be a mark that does not count. */
function endsOfDash(
  chars: readonly string[],
  at: number,
  format: ImportedText['format']
): readonly number[] {
  const found = chars[at] ?? ' '
  const isBullet = format !== 'markdown' && found === 'o'
  const behind = isBullet || dashes.includes(found) ? [at + 1] : []
  return format === 'markdown' ? [...behind, at] : behind
}

/** None when the label is not there. */
function endsOfLabel(
  chars: readonly string[],
  at: number,
  label: string
): readonly number[] {
  let end = chars[at] === '(' ? at + 1 : at
  for (const character of label.replace(/[°.]/gu, '')) {
    const found = chars[end] ?? ''
    if (found !== character && !misread[character]?.test(found)) return []
    end++
  }
  const behind = chars.slice(end, end + 4).join('')
  const shape = label.includes('°') ? /^[°eo]?[.:]?\)?\.?/u : /^[.:]?\)?\.?/u
  const most = shape.exec(behind)?.[0].length ?? 0
  return Array.from({length: most + 1}, (_, less) => end + most - less)
}

/** Behind each word for the kind that stands there, and where none does. */
function endsOfSoort(
  chars: readonly string[],
  at: number,
  words: readonly string[]
): readonly number[] {
  const lengths = words
    .map((word) => countedIn(word, 'op'))
    .filter((word) =>
      word.every((letter, index) => chars[at + index]?.toLowerCase() === letter)
    )
    .map(({length}) => length)
  return [...lengths, 0].map((length) => at + length)
}

function endsOfNummer(
  chars: readonly string[],
  at: number,
  nummer: readonly string[],
  hasOpschrift: boolean
): readonly number[] {
  const from = /[[(.:]/u.test(chars[at] ?? '') ? at + 1 : at
  const end = endOfText(chars, from, nummer)
  if (end === undefined) return []
  const behind = chars.slice(end, end + 3).join('')
  const shape = hasOpschrift ? /^[\])]?[.:]?[-–—]?/u : /^[\])]?[.:]?/u
  const most = shape.exec(behind)?.[0].length ?? 0
  return Array.from({length: most + 1}, (_, less) => end + most - less)
}
