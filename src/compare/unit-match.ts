/**
 * The lines of one unit on both sides, and which of them belong together.
 *
 * Stage.
 */
import type {UnitName} from '../comparison.ts'
import {defined} from '../defined.ts'
import type {UnitText} from '../model.ts'
import {alignLines, type Group, samePlace} from './align.ts'
import {type Face, facesOf} from './faces.ts'
import {diceOf, type Lexicon} from './likeness.ts'

/** A text, and what it is the text of. */
export type NamedText = UnitName & Pick<UnitText, 'text'>

/** A unit on both sides, or on one. */
export interface UnitMatch {
  readonly was?: NamedText
  readonly wordt?: NamedText
  readonly a: readonly Face[]
  readonly b: readonly Face[]
  readonly groups: readonly Group[]
  readonly isNote: boolean
}

/** Match the lines of a unit; a side that is not there, or has lapsed, has no lines. */
export function matchUnit(
  was: NamedText | undefined,
  wordt: NamedText | undefined,
  lexicon: Lexicon
): UnitMatch {
  const a = facesOf(was?.text ?? [], lexicon)
  const b = facesOf(wordt?.text ?? [], lexicon)
  const isNote = (was ?? wordt)?.soort === 'toelichting'
  return {
    ...defined({was, wordt}),
    a,
    b,
    groups: alignLines(a, b),
    isNote
  }
}

/** Without a label of its own a line must have this much in common to have been replaced by another. */
const leastOfUnlabelled = 0.2

/**
 * Take together what is left in one place on both sides: a lid that was
 * rewritten from beginning to end is still that lid.
 */
export function withReplaced(
  match: UnitMatch,
  free: {readonly a: ReadonlySet<number>; readonly b: ReadonlySet<number>}
): UnitMatch {
  const {a, b, groups} = match
  const all: Group[] = []
  let [i, j] = [0, 0]
  const fill = (aTo: number, bTo: number): void => {
    for (; i < aTo; i++) {
      const left = a[i]
      if (!left || !free.a.has(i)) continue
      const at = firstReplacement(left, {b, from: j, to: bTo, free: free.b})
      if (at < 0) continue
      all.push({a: [i], b: [at]})
      j = at + 1
    }
  }
  for (const group of groups) {
    fill(group.a[0] ?? 0, group.b[0] ?? 0)
    all.push(group)
    i = (group.a.at(-1) ?? 0) + 1
    j = (group.b.at(-1) ?? 0) + 1
  }
  fill(a.length, b.length)
  return {...match, groups: all}
}

function firstReplacement(
  left: Face,
  {
    b,
    from,
    to,
    free
  }: {
    readonly b: readonly Face[]
    readonly from: number
    readonly to: number
    readonly free: ReadonlySet<number>
  }
): number {
  for (let at = from; at < to; at++) {
    const right = b[at]
    if (right && free.has(at) && replaces(left, right)) return at
  }
  return -1
}

function replaces(left: Face, right: Face): boolean {
  if (left.line.kind.type !== right.line.kind.type) return false
  if (left.line.kind.type === 'tabel') return true
  if (!samePlace(left.line, right.line)) return false
  const label = left.line.path.at(-1)?.label ?? ''
  const isLabelled = left.line.starts > 0 && /[\p{L}\p{N}]/u.test(label)
  return isLabelled || diceOf(left.words, right.words) >= leastOfUnlabelled
}
