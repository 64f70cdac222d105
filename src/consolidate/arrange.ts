/** Units in one heap → a tree in the order of the law. */
import {defined} from '../defined.ts'
import {numberedThroughout, type UnitId, type UnitText} from '../model.ts'
import {inOrder} from '../time/siblings.ts'
import type {Placed} from './select-units.ts'

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
  const siblings = (groups.get(parent) ?? []).map(({text, after}) => {
    const {id, soort, nummer} = text
    return {id, soort, ...defined({nummer, after}), text}
  })
  return inOrder(siblings).map(({text}) => {
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
