/** How well what was marked agrees with what is known to have changed. */

/**
 * `sides`: for both texts the words with their identity and place, and for each
 * character whether it was marked.
 */
export function score({was, wordt}) {
  const kept = {was: identities(wordt.words), wordt: identities(was.words)}
  const counts = {marked: 0, changed: 0, right: 0, labels: 0}
  for (const [name, side] of Object.entries({was, wordt})) {
    for (const {id, from, to} of side.words) {
      const isMarked = some(side.marks, from, to)
      const isChanged = !kept[name].has(id)
      counts.marked += isMarked ? 1 : 0
      counts.changed += isChanged ? 1 : 0
      counts.right += isMarked && isChanged ? 1 : 0
    }
    for (const [from, to] of side.labels) {
      counts.labels += some(side.marks, from, to) ? 1 : 0
    }
  }
  const {marked, changed, right, labels} = counts
  return {
    noise: changed === 0 ? 1 + marked : marked / changed,
    precision: marked === 0 ? 1 : right / marked,
    recall: changed === 0 ? 1 : right / changed,
    labels,
    marked,
    changed
  }
}

function identities(words) {
  return new Set(words.map(({id}) => id))
}

function some(marks, from, to) {
  for (let at = from; at < to; at++) if (marks[at]) return true
  return false
}
