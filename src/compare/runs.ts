/**
 * Tokens with what befell them → runs of words.
 *
 * Stage. Every character of both sides is in them, spaces included.
 */
import type {Run} from '../comparison.ts'
import type {Leaf} from '../dialect/leaf.ts'
import {flatten} from '../dialect/phrasing.ts'
import type {Phrasing} from '../model.ts'
import {runsInOrder} from './gone-first.ts'
import {type Marks, sameMarks, type Token} from './tokens.ts'

/** A token that stayed, went, or came. */
export interface Edit {
  readonly a?: Token
  readonly b?: Token
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
