/** Two texts of one file → the lines that differ, for people. */

/** How far lines that were put in are looked past. */
const reach = 20

/** Lines `  5 - oud` and `  5 + nieuw`, each with its number in its own text. */
export function changedLines(before: string, after: string): string {
  const [left, right] = [linesOf(before), linesOf(after)]
  const said: string[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    if (left[i] === right[j]) {
      i++
      j++
      continue
    }
    const [goneTo, comeTo] = meeting([left, i], [right, j])
    for (; i < goneTo; i++) said.push(`  ${i + 1} - ${left[i]}\n`)
    for (; j < comeTo; j++) said.push(`  ${j + 1} + ${right[j]}\n`)
  }
  return said.join('')
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/u)
}

type At = readonly [lines: readonly string[], from: number]

/** The nearest lines from which both texts go on alike. */
function meeting([left, i]: At, [right, j]: At): readonly [number, number] {
  for (let far = 1; far <= reach; far++) {
    for (let gone = 0; gone <= far; gone++) {
      const [a, b] = [i + gone, j + far - gone]
      const isEnd = a >= left.length && b >= right.length
      if (isEnd || (left[a] !== undefined && left[a] === right[b])) {
        return [Math.min(a, left.length), Math.min(b, right.length)]
      }
    }
  }
  return [Math.min(i + 1, left.length), Math.min(j + 1, right.length)]
}
