/**
 * Running text → tokens, the smallest pieces that can differ.
 *
 * Stage. A word with its diacritics, apostrophes and hyphens is one token; so are
 * an amount, a percentage, a day, a reference to law (`artikel 3:1, tweede lid`)
 * and any other character that is no white space. A single space before a token
 * is not a token but a fact of it, so that words line up and spaces follow.
 */
import type {Laws} from '../citation/law-index.ts'
import {readReferences} from '../citation/read.ts'
import {flatten, type Leaf, type Mark} from '../dialect/phrasing.ts'
import type {Phrasing} from '../model.ts'

/** A set of marks; sets that are the same object are the same marks. */
export type Marks = readonly Mark[]

/** One token. */
export interface Token {
  readonly type: 'text' | 'break' | 'noot'
  /** As written; of a reference to a note its mark. */
  readonly text: string
  readonly marks: Marks
  /** Marks of the space before it; absent: no space stands before it. */
  readonly space?: Marks
  /** Of a day, an amount or a reference: the words it is made of. */
  readonly parts?: readonly Token[]
}

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'

/** What counts as one, the longest first: a day, an amount or number, a word, a picture, any other character. */
const shapes = new RegExp(
  [
    `\\d{1,2} (?:${months}) \\d{4}`,
    '(?:€|EUR)[ \\u00A0]?\\d+(?:[.,:]\\d+)*(?:,-)?',
    '\\d+(?:[.,:/]\\d+)*(?:[ \\u00A0]?%|°|[\\p{L}\\p{M}’-]*[\\p{L}\\p{M}])?',
    "[\\p{L}\\p{N}\\p{M}]+(?:['’\\u2011-][\\p{L}\\p{N}\\p{M}]+)*['’-]?(?![\\p{L}\\p{N}\\p{M}])",
    "['’][stnmk]-?(?![\\p{L}\\p{N}\\p{M}])",
    '[\\p{L}\\p{N}\\p{M}]+',
    '\\p{Extended_Pictographic}(?:[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]|\\u200D\\p{Extended_Pictographic})*',
    '[\\s\\S]'
  ].join('|'),
  'gu'
)

const inner = /[\p{L}\p{N}\p{M}'’-]+|[^ ]/gu

/** Cut running text into tokens; a space at its very end would be lost, and canonical text has none. */
export function tokensOf(content: readonly Phrasing[]): readonly Token[] {
  const sets = markSets()
  const tokens: Token[] = []
  let space: Marks | undefined
  for (const {node, marks} of flatten(content)) {
    const set = sets(marks)
    for (const [type, text] of piecesOf(node)) {
      if (text === ' ' && !space) {
        space = set
        continue
      }
      tokens.push(withParts({type, text, marks: set, ...(space && {space})}))
      space = undefined
    }
  }
  return tokens
}

function piecesOf(
  node: Leaf['node']
): readonly (readonly [Token['type'], string])[] {
  switch (node.type) {
    case 'break':
      return [['break', '\n']]
    case 'footnoteReference':
      return [['noot', node.identifier]]
    case 'text':
      return (node.value.match(shapes) ?? []).map((text) => ['text', text])
  }
}

/** The same marks, the same array. */
function markSets(): (marks: Leaf['marks']) => Marks {
  const known: Marks[] = []
  return (marks) => {
    const found = known.find(
      (set) => set.length === marks.size && set.every((mark) => marks.has(mark))
    )
    if (found) return found
    const made = [...marks]
    known.push(made)
    return made
  }
}

function withParts(token: Token): Token {
  if (token.type !== 'text' || !/\s/u.test(token.text)) return token
  return {...token, parts: partsOf(token)}
}

function partsOf({text, marks, space}: Token): readonly Token[] {
  return [...text.matchAll(inner)].map((match, at): Token => {
    const before = text[match.index - 1] === ' ' ? {space: marks} : {}
    const lead = at === 0 ? (space ? {space} : {}) : before
    return {type: 'text', text: match[0], marks, ...lead}
  })
}

/** Take the words of each reference together, so that it changes as a whole or not at all. */
export function withReferences(
  tokens: readonly Token[],
  laws?: Laws
): readonly Token[] {
  const text = textOf(tokens)
  const ranges = readReferences(text, laws)
  if (ranges.length === 0) return tokens
  const joined: Token[] = []
  let offset = 0
  let at = 0
  for (const {from, to} of ranges) {
    while (at < tokens.length && offset + leadOf(tokens[at]) < from) {
      const token = tokens[at++]
      if (!token) break
      joined.push(token)
      offset += sizeOf(token)
    }
    const start = at
    let end = offset
    while (at < tokens.length && end + leadOf(tokens[at]) < to) {
      end += sizeOf(tokens[at++])
    }
    joined.push(...joinTokens(tokens.slice(start, at)))
    offset = end
  }
  return [...joined, ...tokens.slice(at)]
}

function joinTokens(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens
  const isPlain =
    first !== undefined &&
    rest.length > 0 &&
    tokens.every(({type, marks}) => type === 'text' && marks === first.marks) &&
    rest.every(({space}) => space === undefined || space === first.marks)
  if (!isPlain) return tokens
  const {marks, space} = first
  const text = textOf(tokens).slice(leadOf(first))
  const parts = tokens.flatMap((token) => token.parts ?? [token])
  return [{type: 'text', text, marks, ...(space && {space}), parts}]
}

/** The words of tokens as one text, each reference to a note one character. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({type, text, space}) => {
      const lead = space ? ' ' : ''
      return lead + (type === 'noot' ? '\uFFFC' : text)
    })
    .join('')
}

function leadOf(token: Token | undefined): number {
  return token?.space ? 1 : 0
}

function sizeOf(token: Token | undefined): number {
  if (!token) return 0
  return leadOf(token) + (token.type === 'noot' ? 1 : token.text.length)
}

/** Whether two sets of marks say the same of a word. */
export function sameMarks(a: Marks, b: Marks): boolean {
  if (a === b) return true
  return a.length === b.length && marksKey(a) === marksKey(b)
}

function marksKey(marks: Marks): string {
  return marks
    .map((mark) =>
      typeof mark === 'string' ? mark : `${mark.url} ${mark.title}`
    )
    .toSorted()
    .join('\n')
}
