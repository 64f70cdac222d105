/**
 * The lines of a unit on both sides → one row of lines with what befell each.
 *
 * Stage. In the order of both texts; where lines were replaced, what went stands
 * before what came.
 */
import type {Kind, Line, LineChange} from '../comparison.ts'
import type {Face} from './faces.ts'
import {kindsOf, wordKinds} from './line-kinds.ts'
import {bare} from './lines.ts'
import {type Edit, plainRuns, runsOf, settled} from './runs.ts'
import {compareTables, plainRows, type TableContext} from './tables.ts'
import {type Token, tokensOf, withReferences} from './tokens.ts'
import type {Moved, Traffic} from './traffic.ts'
import type {UnitMatch} from './unit-match.ts'
import {compareWords} from './words.ts'

/** The merged lines of one unit. */
export function lineChanges(
  match: UnitMatch,
  traffic: Traffic,
  base: TableContext
): readonly LineChange[] {
  const context = {...base, noten: notesOf(match)}
  const {a, b, groups} = match
  const lines: LineChange[] = []
  let [i, j] = [0, 0]
  const between = (aTo: number, bTo: number): void => {
    for (; i < aTo; i++) lines.push(...gone(a, i, traffic, context))
    for (; j < bTo; j++) lines.push(...came(b, j, traffic, context))
  }
  for (const group of groups) {
    between(group.a[0] ?? 0, group.b[0] ?? 0)
    lines.push(...stayed(pick(a, group.a), pick(b, group.b), context))
    i += group.a.length
    j += group.b.length
  }
  between(a.length, b.length)
  return lines
}

function pick(
  faces: readonly Face[],
  indexes: readonly number[]
): readonly Face[] {
  return indexes.flatMap((at) => faces[at] ?? [])
}

/** Which note of the new text is which of the old; one without counterpart is like no other. */
function notesOf({a, b, groups}: UnitMatch): ReadonlyMap<string, string> {
  const noten = new Map<string, string>(
    a.flatMap(({line}) => {
      const merk = markOf(line)
      return merk === undefined ? [] : [[merk, `was ${merk}`]]
    })
  )
  for (const group of groups) {
    const was = markOf(a[group.a[0] ?? 0]?.line)
    const wordt = markOf(b[group.b[0] ?? 0]?.line)
    if (was !== undefined && wordt !== undefined) noten.set(was, wordt)
  }
  return noten
}

function markOf(line: Line | undefined): string | undefined {
  return line?.path.find(({type}) => type === 'noot')?.label
}

function gone(
  faces: readonly Face[],
  at: number,
  {away}: Traffic,
  context: TableContext
): readonly LineChange[] {
  const face = faces[at]
  if (!face) return []
  const moved = away.get(at)
  if (!moved) {
    const whole = {was: bare(face.line), ...plainContent(face, 'removed')}
    return [{...whole, kinds: ['lapsed'], door: []}]
  }
  const {group, faces: there} = moved
  if (at !== group.a[0]) return []
  const [left, right] = [pick(faces, group.a), pick(there, group.b)]
  return movedLines(moved, left, right, 'was', context)
}

function came(
  faces: readonly Face[],
  at: number,
  {here}: Traffic,
  context: TableContext
): readonly LineChange[] {
  const face = faces[at]
  if (!face) return []
  const moved = here.get(at)
  if (!moved) {
    const whole = {wordt: bare(face.line), ...plainContent(face, 'added')}
    return [{...whole, kinds: ['added'], door: []}]
  }
  const {group, faces: home} = moved
  if (at !== group.b[0]) return []
  const [left, right] = [pick(home, group.a), pick(faces, group.b)]
  return movedLines(moved, left, right, 'wordt', context)
}

/** Lines that moved, in one of their two places; what changed on the way is told in both. */
function movedLines(
  {id, unit}: Moved,
  a: readonly Face[],
  b: readonly Face[],
  side: 'was' | 'wordt',
  context: TableContext
): readonly LineChange[] {
  const isSplit = b.length > 1
  const isCut = isSplit ? side === 'wordt' : side === 'was'
  const parts = stayed(a, b, context)
  const [own, others] = side === 'was' ? [a, b] : [b, a]
  const whole = isCut || parts.length === 1 ? parts : [joinParts(parts)]
  return whole.map(({was: _was, wordt: _wordt, kinds, ...part}, at) => {
    const line = own[at] ?? own[0]
    const other = others[isCut ? 0 : at] ?? others[0]
    return {
      ...(line && {[side]: bare(line.line)}),
      ...part,
      move: id,
      ...(other && {other: bare(other.line)}),
      ...(unit && {otherUnit: unit}),
      kinds: ['moved', ...kinds]
    }
  })
}

/** The parts of a line where it is still, or again, one. */
function joinParts(parts: readonly LineChange[]): LineChange {
  const kinds = [...new Set(parts.flatMap((part) => part.kinds))]
  const runs = settled(parts.flatMap((part) => part.runs))
  return {runs, kinds, door: []}
}

function plainContent(
  {line}: Face,
  op: 'same' | 'added' | 'removed'
): Pick<LineChange, 'runs' | 'rows'> {
  return line.kind.type === 'tabel'
    ? {runs: [], rows: plainRows(line.rows, op)}
    : {runs: plainRuns(line.content, op)}
}

/** One line that stayed, or the parts of one that was split, or several that were merged. */
function stayed(
  a: readonly Face[],
  b: readonly Face[],
  context: TableContext
): readonly LineChange[] {
  const [left, ...more] = a
  const [right, ...others] = b
  if (!left || !right) return []
  if (more.length === 0 && others.length === 0) {
    const content = contentOf(left, right, context)
    const {was, wordt} = {was: bare(left.line), wordt: bare(right.line)}
    const kinds = kindsOf(was, wordt, content)
    return [{was, wordt, ...content, kinds, door: []}]
  }
  const rowsOf = (faces: readonly Face[]) =>
    faces.map((face) => tokensIn(face, context))
  const [was, wordt] = [rowsOf(a), rowsOf(b)]
  const edits = compareWords(was.flat(), wordt.flat(), context)
  const isSplit = others.length > 0
  const parts = isSplit ? cut(edits, wordt, 'b') : cut(edits, was, 'a')
  return parts.map((part, at) =>
    partChange(part, at, {left, right, faces: isSplit ? b : a, isSplit})
  )
}

function partChange(
  edits: readonly Edit[],
  at: number,
  {
    left,
    right,
    faces,
    isSplit
  }: {
    readonly left: Face
    readonly right: Face
    readonly faces: readonly Face[]
    readonly isSplit: boolean
  }
): LineChange {
  const runs = runsOf(edits)
  const own = faces[at]
  const line = own ? bare(own.line) : bare(right.line)
  const kind: Kind = isSplit ? 'split' : 'merged'
  // The space between two sentences goes where the cut comes: no word changed.
  const telling = runs.filter(({text}) => text !== ' ')
  if (at === 0) {
    const was = bare(left.line)
    const wordt = bare(right.line)
    const kinds = [kind, ...kindsOf(was, wordt, {runs: telling})]
    return {was, wordt, runs, kinds, door: []}
  }
  const sides = isSplit
    ? ({was: 'continues', wordt: line} as const)
    : ({was: line, wordt: 'continues'} as const)
  return {...sides, runs, kinds: [kind, ...wordKinds(telling)], door: []}
}

/** Cut edits where a part begins; the parts that follow the first one begin with its first word. */
function cut(
  edits: readonly Edit[],
  parts: readonly (readonly Token[])[],
  side: 'a' | 'b'
): readonly (readonly Edit[])[] {
  const lengths = parts.map(sizeOf)
  const pieces: Edit[][] = parts.map(() => [])
  let [part, used] = [0, 0]
  for (const edit of edits) {
    const token = edit[side]
    if (token) {
      while (part < lengths.length - 1 && used >= (lengths[part] ?? 0)) {
        part++
        used = 0
      }
      used += token.parts?.length ?? 1
    }
    pieces[part]?.push(edit)
  }
  return pieces
}

/** In tokens, each part of one for itself. */
function sizeOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, {parts}) => sum + (parts?.length ?? 1), 0)
}

function contentOf(
  left: Face,
  right: Face,
  context: TableContext
): Pick<LineChange, 'runs' | 'rows'> {
  const [was, wordt] = [left.line, right.line]
  if (wordt.kind.type === 'tabel') {
    const isSame = left.key === right.key
    return {
      runs: [],
      rows: isSame
        ? plainRows(wordt.rows, 'same')
        : compareTables(was.rows, wordt.rows, context)
    }
  }
  const isSame = left.key === right.key && context.noten.size === 0
  const runs = isSame
    ? plainRuns(wordt.content)
    : runsOf(
        compareWords(tokensIn(left, context), tokensIn(right, context), context)
      )
  return {runs}
}

function tokensIn({line}: Face, {laws}: TableContext): readonly Token[] {
  return withReferences(tokensOf(line.content), laws)
}
