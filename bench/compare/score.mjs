/** How well what was marked agrees with what is known to have changed. */

/**
 * `sides`: for both texts the words with their identity and place, and for each
 * character whether it was marked.
 */
export function score({was, wordt}) {
  const counts = [
    countSide(was, identities(wordt.words)),
    countSide(wordt, identities(was.words))
  ]
  const sum = (of) => counts.reduce((all, one) => all + one[of], 0)
  const [marked, changed] = [sum('marked'), sum('changed')]
  return {
    // Without a change there is nothing to divide by.
    noise: changed === 0 ? `${marked}/0` : (marked / changed).toFixed(3),
    precision: marked === 0 ? 1 : sum('right') / marked,
    recall: changed === 0 ? 1 : sum('right') / changed,
    labels: sum('labels'),
    marked,
    changed
  }
}

function countSide({words, labels, marks}, kept) {
  const told = words.map(({id, from, to}) => ({
    isMarked: some(marks, from, to),
    isChanged: !kept.has(id)
  }))
  return {
    marked: told.filter(({isMarked}) => isMarked).length,
    changed: told.filter(({isChanged}) => isChanged).length,
    right: told.filter(({isMarked, isChanged}) => isMarked && isChanged).length,
    labels: labels.filter(([from, to]) => some(marks, from, to)).length
  }
}

function identities(words) {
  return new Set(words.map(({id}) => id))
}

function some(marks, from, to) {
  for (let at = from; at < to; at++) if (marks[at]) return true
  return false
}
