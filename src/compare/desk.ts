/**
 * A merged tree of units → all that is found out before the first of them is written down.
 *
 * Stage.
 */
import type {UnitText} from '../model.ts'
import type {Lexicon} from './likeness.ts'
import type {Move} from './moves.ts'
import {orderOf} from './order.ts'
import {settle} from './settle.ts'
import type {TableContext} from './tables.ts'
import type {Traffic} from './traffic.ts'
import {matchUnit, type UnitMatch} from './unit-match.ts'
import type {UnitNode} from './units.ts'

/** How the lines of all units pair, and what passed between them. */
export interface Desk {
  readonly context: TableContext
  readonly matches: readonly UnitMatch[]
  readonly indexOf: ReadonlyMap<UnitNode, number>
  readonly traffic: readonly Traffic[]
  readonly moves: readonly Move[]
  readonly nodes: readonly UnitNode[]
  /** Numbers of moved units, by name. */
  readonly unitMoves: ReadonlyMap<string, number>
}

/** Find it out. */
export function openDesk(
  tree: readonly UnitNode[],
  lexicon: Lexicon,
  context: TableContext
): Desk {
  const all = flatten(tree)
  const nodes = all.filter((node) => node.role !== 'away' && !isUntouched(node))
  const found = nodes.map((node) => {
    const [was, wordt] = textsOf(node)
    return matchUnit(was, wordt, lexicon)
  })
  const {matches, traffic, moves} = settle(found)
  const movedUnits = all.filter(
    ({role, isAlong}) => role === 'away' && !isAlong
  )
  return {
    context,
    matches,
    indexOf: indexNodes(all, nodes),
    traffic,
    moves,
    nodes,
    unitMoves: new Map(
      movedUnits.map(({was}, at) => [was?.id ?? '', moves.length + at + 1])
    )
  }
}

/** A unit that moved reads the same in both its places. */
function indexNodes(
  all: readonly UnitNode[],
  matched: readonly UnitNode[]
): ReadonlyMap<UnitNode, number> {
  const index = new Map(matched.map((node, at) => [node, at]))
  const places = new Map(matched.map(({wordt}, at) => [wordt?.id, at]))
  for (const node of all) {
    const at = places.get(node.was?.id)
    if (node.role === 'away' && at !== undefined) index.set(node, at)
  }
  return index
}

function flatten(nodes: readonly UnitNode[]): readonly UnitNode[] {
  return nodes.flatMap((node) => [
    node,
    ...flatten(node.toelichting),
    ...flatten(node.children)
  ])
}

/** The old and the new unit of a node, also where one of them stands elsewhere. */
export function textsOf({
  role,
  was,
  wordt,
  other
}: UnitNode): readonly [UnitText | undefined, UnitText | undefined] {
  if (role === 'here') return [other, wordt]
  return role === 'away' ? [was, other] : [was, wordt]
}

function isUntouched(node: UnitNode): boolean {
  const [was, wordt] = textsOf(node)
  if (!was || !wordt) return false
  return orderOf(was.text, wordt.text) === 0
}
