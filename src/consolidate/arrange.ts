/** Units in one heap → a tree in the order of the law. */
import type {Soort, UnitId, UnitText} from '../model.ts'
import {numberedThroughout, soorten} from '../model.ts'
import {compareText, nummerOrder} from '../time/order.ts'
import type {Placed} from './select-units.ts'

/** Preambule first; artikelen before what divides a hoofdstuk further; then slot, bijlagen, toelichting. */
const ranks: readonly Soort[] = [
  'preambule',
  'artikel',
  ...soorten.filter(
    (soort) =>
      !['preambule', 'artikel', 'slot', 'bijlage', 'toelichting'].includes(
        soort
      )
  ),
  'slot',
  'bijlage',
  'toelichting'
]

/**
 * Build the tree.
 *
 * A unit whose parent is not there stands at the top; a lapsed one gives way
 * to a living one of its soort and number; a lapsed toelichting is left out.
 */
export function arrange(placed: readonly Placed[]): readonly UnitText[] {
  const visible = visibleOf(placed)
  const ids = new Set(visible.map(({text}) => text.id))
  const groups = groupBy(freed(visible, ids), ({parent}) => parent ?? '')
  return below('', groups)
}

type Groups = ReadonlyMap<UnitId, readonly Placed[]>

function below(parent: UnitId, groups: Groups): readonly UnitText[] {
  return inOrder(groups.get(parent) ?? []).map(({text}) => {
    if (!groups.has(text.id)) return text
    const inner = below(text.id, groups)
    return {
      ...text,
      toelichting: inner.filter(({soort}) => soort === 'toelichting'),
      children: inner.filter(({soort}) => soort !== 'toelichting')
    }
  })
}

/** Without parents that are not there, or that lie below the unit itself: no text may vanish in a circle. */
function freed(
  visible: readonly Placed[],
  ids: ReadonlySet<UnitId>
): readonly Placed[] {
  const parents = new Map(
    visible.flatMap(({text, parent}) =>
      parent !== undefined && ids.has(parent)
        ? [[text.id, parent] as const]
        : []
    )
  )
  return visible.map(({parent, ...entry}) => {
    const home = parents.get(entry.text.id)
    return home === undefined || isCircle(entry.text.id, parents)
      ? entry
      : {parent: home, ...entry}
  })
}

function isCircle(id: UnitId, parents: ReadonlyMap<UnitId, UnitId>): boolean {
  const seen = new Set<UnitId>()
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
    if (at === id) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

function groupBy(
  entries: readonly Placed[],
  keyOf: (entry: Placed) => UnitId
): Groups {
  const groups = new Map<UnitId, Placed[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return groups
}

function visibleOf(placed: readonly Placed[]): readonly Placed[] {
  const living = placed.filter(({text}) => text.state === 'geldt')
  const lapsed = placed.filter(({text}) => text.state === 'vervallen')
  const gone = new Set<UnitId | undefined>(lapsed.map(({text}) => text.id))
  const borne = new Set(living.map(bearing))
  return placed.filter((entry) => {
    const {text, parent} = entry
    return text.soort === 'toelichting'
      ? text.state === 'geldt' && !gone.has(parent)
      : text.state === 'geldt' || !borne.has(bearing(entry))
  })
}

/** What no two living units share. */
function bearing({text: {soort, nummer}, parent}: Placed): string {
  const home = numberedThroughout.includes(soort) ? '' : (parent ?? '')
  return `${soort} ${nummer ?? ''} ${home}`
}

/** By soort, then number; `na` moves a unit right behind the one it names. */
function inOrder(siblings: readonly Placed[]): readonly Placed[] {
  const order = nummerOrder(siblings.map(({text}) => text.nummer ?? ''))
  const sorted = siblings.toSorted(
    (a, b) =>
      ranks.indexOf(a.text.soort) - ranks.indexOf(b.text.soort) ||
      order(a.text.nummer ?? '', b.text.nummer ?? '') ||
      compareText(a.text.id, b.text.id)
  )
  const ids = new Set(sorted.map(({text}) => text.id))
  const isMoved = ({after}: Placed): boolean =>
    after !== undefined && ids.has(after)
  return withFollowers(
    sorted.filter((entry) => !isMoved(entry)),
    sorted.filter(isMoved)
  )
}

/** Each unit with those that follow it right behind it; a circle of `na` ends at the end, nothing lost. */
function withFollowers(
  fixed: readonly Placed[],
  moved: readonly Placed[]
): readonly Placed[] {
  const followers = groupBy(moved, ({after}) => after ?? '')
  const open = fixed.toReversed()
  const result = new Set<Placed>()
  for (let entry = open.pop(); entry; entry = open.pop()) {
    result.add(entry)
    open.push(...(followers.get(entry.text.id) ?? []).toReversed())
  }
  for (const entry of moved) result.add(entry)
  return [...result]
}
