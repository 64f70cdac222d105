/**
 * Entries by key.
 *
 * Stage.
 */

/** Entries by each of their keys, in the order in which they were given. */
export function grouped<T>(
  entries: readonly T[],
  keysOf: (entry: T) => readonly string[]
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key)
      if (group) group.push(entry)
      else groups.set(key, [entry])
    }
  }
  return groups
}
