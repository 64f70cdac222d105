/**
 * The words of one line → the words of another.
 *
 * Stage. What is marked is what differs, and little more; a reference, an
 * amount or a day changes as a whole.
 */
import type {Laws} from '../citation/law-index.ts'
import {absorb, isWord, slideAll} from './hunks.ts'
import {bagOf, diceOf} from './likeness.ts'
import type {Edit} from './runs.ts'
import {diffSequence, type Hunk} from './sequence.ts'
import {type Token, textOf} from './tokens.ts'

/** What comparing words needs to know. */
export interface WordContext {
  readonly laws?: Laws
  /** Notes of the old text whose counterpart bears another mark: old mark → new mark. */
  readonly noten: ReadonlyMap<string, string>
}

/** Less alike than this, one is shown beside the other as a whole. */
const leastLikeness = 0.25

/** Compare the words of two lines, the words of each reference taken together. */
export function compareWords(
  a: readonly Token[],
  b: readonly Token[],
  context: WordContext
): readonly Edit[] {
  if (a.length === 0 || b.length === 0) return replaced(a, b)
  const keys = new Map<string, number>()
  const leftKeys = a.map((token) => numberOf(token, keys, 'a', context))
  const rightKeys = b.map((token) => numberOf(token, keys, 'b', context))
  if (diceOf(bagOf(leftKeys), bagOf(rightKeys)) < leastLikeness) {
    return replaced(flat(a), flat(b))
  }
  const rows = {a, b, aKeys: leftKeys, bKeys: rightKeys}
  const hunks = absorb(slideAll(diffSequence(leftKeys, rightKeys), rows), a, b)
  // Many words may be the same and yet stand in another order.
  if (keptOf(hunks, a, b) < leastLikeness) return replaced(flat(a), flat(b))
  return editsOf(hunks, a, b, (one, other) =>
    textOf(one) === textOf(other)
      ? recut(flat(one), flat(other))
      : inParts(one, other, context)
  )
}

/** The same characters cut otherwise, because a mark begins within a word: cut both alike. */
function recut(a: readonly Token[], b: readonly Token[]): readonly Edit[] {
  const edits: Edit[] = []
  let [left, right] = [a[0], b[0]]
  for (let [i, j] = [0, 0]; left && right; ) {
    const size = Math.min(left.text.length, right.text.length)
    edits.push({a: headOf(left, size), b: headOf(right, size)})
    left = tailOf(left, size) ?? a[++i]
    right = tailOf(right, size) ?? b[++j]
  }
  return edits
}

function headOf(token: Token, size: number): Token {
  const {type, text, marks, space} = token
  if (text.length === size) return token
  return {type, text: text.slice(0, size), marks, ...(space && {space})}
}

function tailOf({type, text, marks}: Token, from: number): Token | undefined {
  return text.length === from
    ? undefined
    : {type, text: text.slice(from), marks}
}

/** Which share of the words of both sides stayed. */
function keptOf(
  hunks: readonly Hunk[],
  a: readonly Token[],
  b: readonly Token[]
): number {
  const all = [...a, ...b].filter(isWord).length
  const changed = hunks.flatMap(({aFrom, aTo, bFrom, bTo}) =>
    [...a.slice(aFrom, aTo), ...b.slice(bFrom, bTo)].filter(isWord)
  ).length
  return all === 0 ? 1 : 1 - changed / all
}

function numberOf(
  {type, text}: Token,
  keys: Map<string, number>,
  side: 'a' | 'b',
  {noten}: WordContext
): number {
  const name =
    type === 'noot' && side === 'a' ? (noten.get(text) ?? text) : text
  const key = `${type} ${name}`
  const known = keys.get(key)
  if (known !== undefined) return known
  keys.set(key, keys.size)
  return keys.size - 1
}

function replaced(a: readonly Token[], b: readonly Token[]): readonly Edit[] {
  return [...a.map((one) => ({a: one})), ...b.map((one) => ({b: one}))]
}

function flat(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => token.parts ?? [token])
}

/**
 * A reference, amount or day that did not simply become another one: its words
 * may stand on the other side by themselves, all of them or none.
 */
function inParts(
  a: readonly Token[],
  b: readonly Token[],
  context: WordContext
): readonly Edit[] {
  const hasParts = [...a, ...b].some(({parts}) => parts)
  const isOne = a.length === 1 && b.length === 1
  if (!hasParts || isOne || a.length === 0 || b.length === 0) {
    return replaced(a, b)
  }
  const [left, right] = [flat(a), flat(b)]
  const keys = new Map<string, number>()
  const hunks = diffSequence(
    left.map((token) => numberOf(token, keys, 'a', context)),
    right.map((token) => numberOf(token, keys, 'b', context))
  )
  return wholesOnly(editsOf(hunks, left, right, replaced), a, b)
}

/** Give up what stayed of a token of which not all parts did. */
function wholesOnly(
  edits: readonly Edit[],
  a: readonly Token[],
  b: readonly Token[]
): readonly Edit[] {
  const owners = [...a, ...b].flatMap(({parts = []}) => [parts])
  const stays = new Set(edits.flatMap((edit) => (edit.a && edit.b ? edit : [])))
  const editOf = new Map<Token, Edit>()
  for (const edit of edits) {
    if (edit.a) editOf.set(edit.a, edit)
    if (edit.b) editOf.set(edit.b, edit)
  }
  const wholes = owners.map((parts) =>
    parts.flatMap((part) => editOf.get(part) ?? [])
  )
  const giveUp = (own: readonly Edit[]): boolean =>
    !own.every((edit) => stays.has(edit)) &&
    own.filter((edit) => stays.delete(edit)).length > 0
  // What one gives up may be part of another.
  while (wholes.filter(giveUp).length > 0);
  return edits.flatMap((edit) =>
    edit.a && edit.b && !stays.has(edit) ? replaced([edit.a], [edit.b]) : edit
  )
}

function editsOf(
  hunks: readonly Hunk[],
  a: readonly Token[],
  b: readonly Token[],
  differ: (a: readonly Token[], b: readonly Token[]) => readonly Edit[]
): readonly Edit[] {
  const edits: Edit[] = []
  let [at, bAt] = [0, 0]
  const same = (to: number): void => {
    while (at < to) {
      const [one, other] = [a[at++], b[bAt++]]
      if (one && other) edits.push({a: one, b: other})
    }
  }
  for (const {aFrom, aTo, bFrom, bTo} of hunks) {
    same(aFrom)
    edits.push(...differ(a.slice(aFrom, aTo), b.slice(bFrom, bTo)))
    at = aTo
    bAt = bTo
  }
  same(a.length)
  return edits
}
