/**
 * From which units a new one came, and in which a lapsed one was taken up.
 *
 * Stage.
 */
import type {UnitChange} from '../comparison.ts'
import type {Desk} from './desk.ts'
import type {UnitNode} from './units.ts'

/** Names of units, on the old and on the new side. */
export type Origins = Pick<UnitChange, 'uit' | 'opgegaanIn'>

/** So much of a new unit must come from another, or of a lapsed one go there. */
const mostly = 0.5

/** By where most of its words went, or came from. */
export function originsOf(
  node: UnitNode,
  {moves, indexOf, matches, nodes}: Desk
): Origins {
  const own = indexOf.get(node)
  const match = own === undefined ? undefined : matches[own]
  if (own === undefined || !match) return {uit: [], opgegaanIn: []}
  const share = (side: 'a' | 'b'): readonly string[] => {
    const faces = match[side]
    const all = faces.reduce((sum, {words: {length}}) => sum + length, 0)
    const parts = new Map<number, number>()
    for (const {from, to, groups} of moves) {
      const [here, there] = side === 'a' ? [from, to] : [to, from]
      if (here !== own || there === own) continue
      const moved = groups
        .flatMap((group) => group[side])
        .reduce((sum, at) => sum + (faces[at]?.words.length ?? 0), 0)
      parts.set(there, (parts.get(there) ?? 0) + moved)
    }
    const total = [...parts.values()].reduce((sum, part) => sum + part, 0)
    if (total < mostly * all) return []
    return [...parts.keys()].flatMap((at) => {
      const {was, wordt} = nodes[at] ?? {}
      return (side === 'a' ? wordt : was)?.id ?? []
    })
  }
  const {was, wordt} = node
  // A version says so of itself; seen the other way round, what it came from is where it went.
  const from = [...(wordt?.uit ?? []), ...(was?.opgegaanIn ?? [])]
  const into = [...(wordt?.opgegaanIn ?? []), ...(was?.uit ?? [])]
  return {
    uit: match.a.length === 0 ? unique([...from, ...share('b')]) : [],
    opgegaanIn: match.b.length === 0 ? unique([...into, ...share('a')]) : []
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
