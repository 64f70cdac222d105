/**
 * Two trees of units → one, in the order of both.
 *
 * Stage. Units are known by their names for life. One that stands under another
 * unit, or behind another sibling, has moved; it is in the tree twice, in the place
 * that it left and in the place where it came.
 */
import type {UnitId, UnitText} from '../model.ts'
import {longestIncreasing} from './sequence.ts'

/** A unit in the merged tree. */
export interface UnitNode {
  readonly was?: UnitText
  readonly wordt?: UnitText
  /** `away`: the place that it left; `here`: the place where it came. */
  readonly role: 'both' | 'was' | 'wordt' | 'away' | 'here'
  /** Of a moved unit the other side; it did not move along with what it stands in. */
  readonly other?: UnitText
  readonly isAlong: boolean
  readonly toelichting: readonly UnitNode[]
  readonly children: readonly UnitNode[]
}

/** Merge two trees. */
export function mergeUnits(
  was: readonly UnitText[],
  wordt: readonly UnitText[]
): readonly UnitNode[] {
  const trees = {a: indexOf(was), b: indexOf(wordt)}
  return mergeSiblings(was, wordt, trees)
}

interface Known {
  readonly unit: UnitText
  readonly parent: UnitId
}

interface Trees {
  readonly a: ReadonlyMap<UnitId, Known>
  readonly b: ReadonlyMap<UnitId, Known>
}

function indexOf(units: readonly UnitText[]): ReadonlyMap<UnitId, Known> {
  const index = new Map<UnitId, Known>()
  const add = (siblings: readonly UnitText[], parent: UnitId): void => {
    for (const unit of siblings) {
      index.set(unit.id, {unit, parent})
      add(unit.toelichting, unit.id)
      add(unit.children, unit.id)
    }
  }
  add(units, '')
  return index
}

function mergeSiblings(
  a: readonly UnitText[],
  b: readonly UnitText[],
  trees: Trees
): readonly UnitNode[] {
  const placeOf = new Map(b.map(({id}, at) => [id, at]))
  const places = a.map(({id}) => placeOf.get(id) ?? -1)
  const nodes: UnitNode[] = []
  let [i, j] = [0, 0]
  const between = (aTo: number, bTo: number): void => {
    nodes.push(...a.slice(i, aTo).map((unit) => leaving(unit, trees)))
    nodes.push(...b.slice(j, bTo).map((unit) => coming(unit, trees)))
  }
  for (const at of longestIncreasing(places)) {
    const to = places[at] ?? 0
    const [left, right] = [a[at], b[to]]
    if (!left || !right) continue
    between(at, to)
    nodes.push(staying(left, right, trees))
    i = at + 1
    j = to + 1
  }
  between(a.length, b.length)
  return nodes
}

function staying(was: UnitText, wordt: UnitText, trees: Trees): UnitNode {
  return {
    was,
    wordt,
    role: 'both',
    isAlong: false,
    toelichting: mergeSiblings(was.toelichting, wordt.toelichting, trees),
    children: mergeSiblings(was.children, wordt.children, trees)
  }
}

/** `home`: the moved unit in which it stands, if any. */
function leaving(was: UnitText, trees: Trees, home?: UnitId): UnitNode {
  const other = trees.b.get(was.id)
  const inside = other && was.id
  return {
    was,
    role: other ? 'away' : 'was',
    ...(other && {other: other.unit}),
    isAlong: home !== undefined && other?.parent === home,
    toelichting: was.toelichting.map((unit) => leaving(unit, trees, inside)),
    children: was.children.map((unit) => leaving(unit, trees, inside))
  }
}

function coming(wordt: UnitText, trees: Trees, home?: UnitId): UnitNode {
  const other = trees.a.get(wordt.id)
  const inside = other && wordt.id
  return {
    wordt,
    role: other ? 'here' : 'wordt',
    ...(other && {other: other.unit}),
    isAlong: home !== undefined && other?.parent === home,
    toelichting: wordt.toelichting.map((unit) => coming(unit, trees, inside)),
    children: wordt.children.map((unit) => coming(unit, trees, inside))
  }
}
