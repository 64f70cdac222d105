/**
 * What moved → the same, with what moved along beside it.
 *
 * Stage. A short onderdeel, or a lid of which many words changed, is not known again
 * by itself; but where the line beside it went, and it stands there beside that line
 * again, it went along.
 */
import type {Face} from './faces.ts'
import {diceOf} from './likeness.ts'
import type {Move} from './moves.ts'
import type {UnitMatch} from './unit-match.ts'

/** Beside a line that moved, lines need this much in common to have moved along. */
const enoughBeside = 0.4

/** Moves, and those of the lines before and after them that found no place of their own. */
export function withNeighbours(
  moves: readonly Move[],
  matches: readonly UnitMatch[]
): readonly Move[] {
  const all = [...moves]
  const free = {a: freeIn(matches, 'a'), b: freeIn(matches, 'b')}
  const settle = ({from, to, groups}: Move): void => {
    for (const {a, b} of groups) {
      for (const at of a) free.a[from]?.delete(at)
      for (const at of b) free.b[to]?.delete(at)
    }
  }
  for (const move of moves) settle(move)
  for (const {from, to, groups} of all) {
    for (const beside of [before(groups), after(groups)]) {
      const isFree = free.a[from]?.has(beside.a) && free.b[to]?.has(beside.b)
      const left = matches[from]?.a[beside.a]
      const right = matches[to]?.b[beside.b]
      if (!isFree || !wentAlong(left, right)) continue
      const group = {a: [beside.a], b: [beside.b]}
      const along = {id: all.length + 1, from, to, groups: [group]}
      settle(along)
      all.push(along)
    }
  }
  return joined(all, matches)
}

/** An aanhef and the onderdelen below it that went together are one move. */
function joined(
  moves: readonly Move[],
  matches: readonly UnitMatch[]
): readonly Move[] {
  const inOrder = moves.toSorted(
    (one, other) =>
      one.from - other.from ||
      one.to - other.to ||
      startOf(one) - startOf(other)
  )
  const whole: Move[] = []
  for (const move of inOrder) {
    const last = whole.at(-1)
    if (last && hangsUnder(move, last, matches)) {
      whole[whole.length - 1] = {
        ...last,
        groups: [...last.groups, ...move.groups]
      }
    } else whole.push(move)
  }
  return whole
    .toSorted((one, other) => one.id - other.id)
    .map((move, at) => ({...move, id: at + 1}))
}

function startOf({groups}: Move): number {
  return groups[0]?.a[0] ?? 0
}

/** Whether lines stand right behind others, and deeper in the list, on both sides. */
function hangsUnder(
  {from, to, groups}: Move,
  above: Move,
  matches: readonly UnitMatch[]
): boolean {
  if (from !== above.from || to !== above.to) return false
  const [own, end] = [before(groups), after(above.groups)]
  if (own.a + 1 !== end.a || own.b + 1 !== end.b) return false
  const first = before(above.groups)
  const isBelow = (faces: readonly Face[] = [], one: number, top: number) =>
    depthOf(faces[one]) > depthOf(faces[top])
  return (
    isBelow(matches[from]?.a, own.a + 1, first.a + 1) &&
    isBelow(matches[to]?.b, own.b + 1, first.b + 1)
  )
}

/** In how many onderdelen a line stands. */
function depthOf(face: Face | undefined): number {
  return face?.line.path.filter(({type}) => type === 'onderdeel').length ?? 0
}

/** Lines of each unit that have no pair there. */
function freeIn(
  matches: readonly UnitMatch[],
  side: 'a' | 'b'
): readonly Set<number>[] {
  return matches.map((match) => {
    const free = new Set(match[side].keys())
    for (const group of match.groups)
      for (const at of group[side]) free.delete(at)
    return free
  })
}

interface Place {
  readonly a: number
  readonly b: number
}

function before(groups: Move['groups']): Place {
  return {
    a: Math.min(...groups.flatMap(({a}) => a)) - 1,
    b: Math.min(...groups.flatMap(({b}) => b)) - 1
  }
}

function after(groups: Move['groups']): Place {
  return {
    a: Math.max(...groups.flatMap(({a}) => a)) + 1,
    b: Math.max(...groups.flatMap(({b}) => b)) + 1
  }
}

function wentAlong(a: Face | undefined, b: Face | undefined): boolean {
  if (!a || !b || a.line.kind.type !== b.line.kind.type) return false
  return a.key === b.key || diceOf(a.words, b.words) >= enoughBeside
}
