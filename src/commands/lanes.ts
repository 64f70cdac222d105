/** Work on many things, a few at a time. */

/**
 * Do `work` for each item, at most `lanes` at once; the outcomes come in the
 * order of the items. The first failure is that of the whole.
 */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<R>
): Promise<readonly R[]> {
  const outcomes = new Map<number, R>()
  const waiting = items.entries()
  const lane = async (): Promise<void> => {
    for (const [at, item] of waiting) outcomes.set(at, await work(item))
  }
  await Promise.all(Array.from({length: lanes}, lane))
  return [...outcomes]
    .toSorted(([a], [b]) => a - b)
    .map(([, outcome]) => outcome)
}
