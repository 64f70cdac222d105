/** Which changes of a text are one event. Stage. */
import type {Change} from './changes.ts'

/**
 * Changes that must come together: a number passes from one unit to another,
 * a unit leaves or enters what itself comes or goes.
 */
export function groupsOf(
  changes: readonly Change[]
): readonly (readonly Change[])[] {
  const byKey = new Map<string, Change[]>()
  for (const change of changes) {
    for (const key of tiesOf(change)) {
      const group = byKey.get(key)
      if (group) group.push(change)
      else byKey.set(key, [change])
    }
  }
  const done = new Set<Change>()
  return changes.flatMap((first) => {
    if (done.has(first)) return []
    const group = new Set([first])
    // What is added is looked at too.
    for (const one of group) {
      const kin = tiesOf(one).flatMap((key) => byKey.get(key) ?? [])
      for (const other of kin) group.add(other)
    }
    for (const one of group) done.add(one)
    return [[...group]]
  })
}

/** What a change takes, gives up, enters or leaves; the homes of what stays are not among them. */
function tiesOf({life, before, after}: Change): readonly string[] {
  const isBorn = before === undefined || before.vervallen
  const isGone = after.vervallen
  const isMoved = before?.home !== after.home || before?.na !== after.na
  const nummers = [before, after].flatMap((state) =>
    state?.nummer === undefined ? [] : [`${life.soort} ${state.nummer}`]
  )
  const homes = [before?.home, after.home].flatMap((id) => id ?? [])
  return [
    ...(isBorn || isGone || before.nummer !== after.nummer ? nummers : []),
    ...(isBorn || isGone ? [`in ${life.id}`] : []),
    ...(isBorn || isGone || isMoved ? homes.map((id) => `in ${id}`) : [])
  ]
}
