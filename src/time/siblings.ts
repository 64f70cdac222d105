/**
 * Units that stand in one place: which may, and in what order.
 *
 * Kernel. By soort, then number; `after` moves a unit right behind the one it
 * names. The same for who arranges a text and for who writes one down.
 */
import type {Soort, UnitId} from '../model.ts'
import {soorten} from '../model.ts'
import {compareText, nummerOrder} from './order.ts'

/** What decides on the place of a unit among its siblings. */
export interface Sibling {
  readonly id: UnitId
  readonly soort: Soort
  readonly nummer?: string
  /** Unit behind which it stands, where its number does not say so. */
  readonly after?: UnitId
}

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

/** Whether units of a soort have no number, and are the only one of their soort in one place. */
export function isBare(soort: Soort): boolean {
  return ['preambule', 'slot', 'toelichting'].includes(soort)
}

/** Whether the folder of a unit may lie in that of another; absent: in that of the regeling. */
export function mayStandIn(soort: Soort, parent: Soort | undefined): boolean {
  if (parent === undefined) return true
  if (parent === 'toelichting') return false
  if (soort === 'toelichting') return true
  if (isBare(soort) || soort === 'bijlage') return false
  if (parent === 'bijlage') return true
  return (
    soorten.indexOf(parent) < soorten.indexOf(soort) && parent !== 'artikel'
  )
}

/** Siblings in the order of the law; the order in which they are given does not matter. */
export function inOrder<S extends Sibling>(
  siblings: readonly S[]
): readonly S[] {
  const order = nummerOrder(siblings.map(({nummer}) => nummer ?? ''))
  const sorted = siblings.toSorted(
    (a, b) =>
      ranks.indexOf(a.soort) - ranks.indexOf(b.soort) ||
      order(a.nummer ?? '', b.nummer ?? '') ||
      compareText(a.id, b.id)
  )
  const ids = new Set(sorted.map(({id}) => id))
  const isMoved = ({after}: S): boolean => after !== undefined && ids.has(after)
  return withFollowers(
    sorted.filter((entry) => !isMoved(entry)),
    sorted.filter(isMoved)
  )
}

/** Each unit with those that follow it right behind it; a circle ends at the end, nothing lost. */
function withFollowers<S extends Sibling>(
  fixed: readonly S[],
  moved: readonly S[]
): readonly S[] {
  const followers = new Map<UnitId, S[]>()
  for (const entry of moved) {
    const group = followers.get(entry.after ?? '')
    if (group) group.push(entry)
    else followers.set(entry.after ?? '', [entry])
  }
  const open = fixed.toReversed()
  const result = new Set<S>()
  for (let entry = open.pop(); entry; entry = open.pop()) {
    result.add(entry)
    open.push(...(followers.get(entry.id) ?? []).toReversed())
  }
  for (const entry of moved) result.add(entry)
  return [...result]
}
