/** Units in one heap → a tree in the order of the law. */
import type {Soort, UnitId, UnitText} from '../model.ts'
import {soorten} from '../model.ts'
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
  const visible = placed.filter((entry) => isVisible(entry, placed))
  const ids = new Set(visible.map(({text}) => text.id))
  return below('', groupByParent(freed(visible, ids)))
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
      : {...entry, parent: home}
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

function groupByParent(visible: readonly Placed[]): Groups {
  const groups = new Map<UnitId, Placed[]>()
  for (const entry of visible) {
    const key = entry.parent ?? ''
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return groups
}

function isVisible({text, parent}: Placed, all: readonly Placed[]): boolean {
  if (text.soort === 'toelichting') {
    const home = all.find((other) => other.text.id === parent)
    return text.state === 'geldt' && home?.text.state !== 'vervallen'
  }
  return (
    text.state === 'geldt' ||
    !all.some(
      (other) =>
        other.text.state === 'geldt' &&
        other.text.soort === text.soort &&
        other.text.nummer === text.nummer
    )
  )
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
  const moved = sorted.filter(
    ({after}) => after !== undefined && ids.has(after)
  )
  const result = sorted.filter((entry) => !moved.includes(entry))
  insertBehind(moved, result)
  return result
}

/** Place what follows another unit; a circle of `na` ends at the end, nothing lost. */
function insertBehind(moved: Placed[], result: Placed[]): void {
  let open = moved.toReversed()
  while (open.length > 0) {
    const rest = open.filter((entry) => {
      const at = result.findIndex(({text}) => text.id === entry.after)
      if (at < 0) return true
      result.splice(at + 1, 0, entry)
      return false
    })
    if (rest.length === open.length) {
      result.push(...rest)
      return
    }
    open = rest
  }
}
