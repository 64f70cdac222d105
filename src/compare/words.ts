/**
 * The words of one line → the words of another, run by run.
 *
 * Stage. What is marked is what differs, and little more: a reference or an
 * amount changes as a whole, a lone word that happens to stand on both sides of
 * a rewritten stretch goes with it, and an insertion begins where a sentence or
 * a phrase does.
 */
import type {Laws} from '../citation/law-index.ts'
import type {Run} from '../comparison.ts'
import {flatten, type Leaf} from '../dialect/phrasing.ts'
import type {Phrasing} from '../model.ts'
import {runsInOrder} from './gone-first.ts'
import {bagOf, diceOf} from './likeness.ts'
import {diffSequence, type Hunk} from './sequence.ts'
import {type Marks, sameMarks, type Token} from './tokens.ts'

/** A token that stayed, went, or came. */
export interface Edit {
  readonly a?: Token
  readonly b?: Token
}

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
  const hunks = slideAll(diffSequence(leftKeys, rightKeys), rows)
  return editsOf(absorb(hunks, a, b), a, b, (one, other) =>
    inParts(one, other, context)
  )
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
  for (let isStable = false; !isStable; ) {
    isStable = true
    for (const parts of owners) {
      const own = parts.flatMap((part) => editOf.get(part) ?? [])
      if (own.every((edit) => stays.has(edit))) continue
      for (const edit of own) if (stays.delete(edit)) isStable = false
    }
  }
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

/** Two rows of tokens with their numbers. */
interface Rows {
  readonly a: readonly Token[]
  readonly b: readonly Token[]
  readonly aKeys: readonly number[]
  readonly bKeys: readonly number[]
}

/** Move what only came, or only went, along words that repeat, to where it reads best. */
function slideAll(hunks: readonly Hunk[], rows: Rows): readonly Hunk[] {
  const slid: Hunk[] = []
  for (const [at, hunk] of hunks.entries()) {
    const last = slid.at(-1)
    const back = hunk.aFrom - (last?.aTo ?? 0)
    const ahead = (hunks[at + 1]?.aFrom ?? rows.a.length) - hunk.aTo
    const moved = slide(hunk, rows, {
      back,
      ahead,
      // Beside another change it makes one change of two.
      isFirst: last === undefined,
      isLast: at === hunks.length - 1
    })
    if (last && last.aTo === moved.aFrom && last.bTo === moved.bFrom) {
      slid[slid.length - 1] = {...last, aTo: moved.aTo, bTo: moved.bTo}
    } else slid.push(moved)
  }
  return slid
}

/** How many tokens on either side stayed, and whether that is where the line ends. */
interface Room {
  readonly back: number
  readonly ahead: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** More than any edge is worth. */
const joining = 10

function slide(hunk: Hunk, rows: Rows, room: Room): Hunk {
  const {aFrom, aTo, bFrom, bTo} = hunk
  if (aFrom < aTo && bFrom < bTo) return hunk
  const isAdded = bFrom < bTo
  const [row, keys] = isAdded ? [rows.b, rows.bKeys] : [rows.a, rows.aKeys]
  const [from, to] = isAdded ? [bFrom, bTo] : [aFrom, aTo]
  let [best, bestBy] = [-1, 0]
  const look = (by: number): void => {
    const joins =
      (by === -room.back && !room.isFirst) ||
      (by === room.ahead && !room.isLast)
    const worth = worthOf(row, from + by, to + by) + (joins ? joining : 0)
    if (worth > best) [best, bestBy] = [worth, by]
  }
  look(0)
  for (let by = 1; by <= room.back; by++) {
    if (keys[from - by] !== keys[to - by]) break
    look(-by)
  }
  for (let by = 1; by <= room.ahead; by++) {
    if (keys[from + by - 1] !== keys[to + by - 1]) break
    look(by)
  }
  return {
    aFrom: aFrom + bestBy,
    aTo: aTo + bestBy,
    bFrom: bFrom + bestBy,
    bTo: bTo + bestBy
  }
}

/** How well a stretch begins and ends: after a sentence, after a comma, anywhere. */
function worthOf(row: readonly Token[], from: number, to: number): number {
  return edgeOf(row[from - 1], row[from]) + edgeOf(row[to - 1], row[to])
}

function edgeOf(before: Token | undefined, after: Token | undefined): number {
  if (!before || !after) return 4
  if (before.type === 'break') return 4
  if (/^[.:?!]$/u.test(before.text)) return 3
  if (/^[;,]$/u.test(before.text)) return 2
  if (/^[;,.]$/u.test(after.text) || !after.space) return 0
  return 1
}

/** Take up what stands between two changes and means nothing by itself. */
function absorb(
  hunks: readonly Hunk[],
  a: readonly Token[],
  b: readonly Token[]
): readonly Hunk[] {
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    const last = kept.at(-1)
    if (last && isLost(a.slice(last.aTo, hunk.aFrom), last, hunk, a, b)) {
      kept[kept.length - 1] = {...last, aTo: hunk.aTo, bTo: hunk.bTo}
    } else kept.push(hunk)
  }
  return kept
}

function isLost(
  between: readonly Token[],
  before: Hunk,
  after: Hunk,
  a: readonly Token[],
  b: readonly Token[]
): boolean {
  if (between.length > 2) return false
  const words = between.filter(isWord).length
  const least = Math.min(widthOf(before, a, b), widthOf(after, a, b))
  if (words === 0) return least >= 2
  return words === 1 && between.every(isSlight) && least >= 4
}

/** Words of the narrower side: a mere insertion has none on one side. */
function widthOf(
  {aFrom, aTo, bFrom, bTo}: Hunk,
  a: readonly Token[],
  b: readonly Token[]
): number {
  return Math.min(
    a.slice(aFrom, aTo).filter(isWord).length,
    b.slice(bFrom, bTo).filter(isWord).length
  )
}

function isWord({text}: Token): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function isSlight({text}: Token): boolean {
  return text.length <= 3
}

/** The runs of edits: every character of both sides, spaces included. */
export function runsOf(edits: readonly Edit[]): readonly Run[] {
  const runs: Run[] = []
  const add = (run: Run): void => {
    runs.push(run)
  }
  let at = 0
  while (at < edits.length) {
    const {a, b} = edits[at] ?? {}
    if (a && b) {
      addSame(a, b, add)
      at++
      continue
    }
    const end = endOfHunk(edits, at)
    addHunk(edits.slice(at, end), add)
    at = end
  }
  return settled(runs)
}

function endOfHunk(edits: readonly Edit[], from: number): number {
  let to = from
  while (to < edits.length && !(edits[to]?.a && edits[to]?.b)) to++
  return to
}

function addSame(a: Token, b: Token, add: (run: Run) => void): void {
  if (a.space && b.space) add(kept(' ', a.space, b.space))
  else if (a.space) add(oneSided('removed', spaceOf(a.space)))
  else if (b.space) add(oneSided('added', spaceOf(b.space)))
  const run = kept(b.text, a.marks, b.marks)
  const merk = a.text === b.text ? {} : {merkWas: a.text}
  add({...run, type: b.type, ...merk})
}

function addHunk(edits: readonly Edit[], add: (run: Run) => void): void {
  const removed = edits.flatMap(({a}) => a ?? [])
  const added = edits.flatMap(({b}) => b ?? [])
  const [first, other] = [removed[0], added[0]]
  const isShared = first?.space && other?.space
  if (isShared && first.space && other.space) {
    add(kept(' ', first.space, other.space))
  }
  for (const [op, tokens] of [
    ['removed', removed],
    ['added', added]
  ] as const) {
    for (const [at, token] of tokens.entries()) {
      if (token.space && !(at === 0 && isShared)) {
        add(oneSided(op, spaceOf(token.space)))
      }
      add(oneSided(op, token))
    }
  }
}

function spaceOf(marks: Marks): Token {
  return {type: 'text', text: ' ', marks}
}

function kept(text: string, was: Marks, wordt: Marks): Run {
  const op = sameMarks(was, wordt) ? 'same' : 'formatted'
  return {op, type: 'text', text, was, wordt}
}

function oneSided(op: 'added' | 'removed', {type, text, marks}: Token): Run {
  return {op, type, text, was: marks, wordt: marks}
}

/** Runs in their one form: what went before what came, and as few as can be. */
export function settled(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const run of runsInOrder(runs)) addRun(joined, run)
  return joined
}

/** What has the same marks and the same fate is one run. */
function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  const joins =
    last &&
    last.op === run.op &&
    last.type === 'text' &&
    run.type === 'text' &&
    last.was === run.was &&
    last.wordt === run.wordt
  if (joins) runs[runs.length - 1] = {...last, text: last.text + run.text}
  else runs.push(run)
}

/** Runs of a text that is there on one side only, or is the same on both. */
export function plainRuns(
  content: readonly Phrasing[],
  op: 'same' | 'added' | 'removed' = 'same'
): readonly Run[] {
  const [only, ...more] = content
  if (only?.type === 'text' && more.length === 0) {
    return [{op, type: 'text', text: only.value, was: plain, wordt: plain}]
  }
  return flatten(content).map((leaf) => leafRun(leaf, op))
}

/** Most text bears no marks. */
const plain: Marks = []

function leafRun({node, marks: set}: Leaf, op: Run['op']): Run {
  const marks = [...set]
  const rest = {op, was: marks, wordt: marks}
  switch (node.type) {
    case 'text':
      return {...rest, type: 'text', text: node.value}
    case 'break':
      return {...rest, type: 'break', text: '\n'}
    case 'footnoteReference':
      return {...rest, type: 'noot', text: node.identifier}
  }
}
