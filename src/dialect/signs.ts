/**
 * Signs and brackets at the edge of a mark, against a letter outside it.
 *
 * Kernel. In `*term:*Woord` Markdown sees no end of the mark, so that the sign
 * has to stand outside it: `*term*:Woord`.
 */
import type {Leaf, Mark} from './leaf.ts'

const noMarks: ReadonlySet<Mark> = new Set()
const letterFirst = /^[^\s\p{P}\p{S}]/u
const letterLast = /[^\s\p{P}\p{S}]$/u
const openingSign = /^([\p{P}\p{S}])([\s\S]*)$/u
const closingSign = /^([\s\S]*)([\p{P}\p{S}])$/u

/**
 * Leaves in which no mark ends behind the bracket of a link or a note, against a
 * letter outside it: in `*see [a](u)*b` Markdown sees no end. The link leaves such
 * a mark, unless the mark lies in it whole.
 */
export function unmarkBrackets(leaves: readonly Leaf[]): readonly Leaf[] {
  if (!leaves.some(hasBracket)) return leaves
  const ended = unmarkEnds(leaves, letterFirst)
  return unmarkEnds(ended.toReversed(), letterLast).toReversed()
}

function hasBracket({node, marks}: Leaf): boolean {
  return node.type === 'footnoteReference' || linkOf(marks) !== undefined
}

function linkOf(marks: ReadonlySet<Mark>): Mark | undefined {
  return [...marks].find((mark) => typeof mark === 'object')
}

function unmarkEnds(leaves: readonly Leaf[], letter: RegExp): readonly Leaf[] {
  const done = [...leaves]
  for (let at = done.length - 1; at > 0; at--) {
    const from = startOfBracket(done, at)
    const ends = endingMarks(done, from, at, letter)
    for (let inner = from; ends.size > 0 && inner <= at; inner++) {
      const one = done[inner]
      if (one) done[inner] = {...one, marks: without(one.marks, ends)}
    }
  }
  return done
}

/** The marks that end with a link or a note, though they began before it. */
function endingMarks(
  leaves: readonly Leaf[],
  from: number,
  at: number,
  letter: RegExp
): ReadonlySet<Mark> {
  const [leaf, next] = [leaves[at], leaves[at + 1]]
  const isAgainst =
    leaf !== undefined &&
    next !== undefined &&
    hasBracket(leaf) &&
    linkOf(next.marks) === undefined &&
    letter.test(wordsIn(next))
  if (!isAgainst) return noMarks
  const around = leaves[from - 1]?.marks ?? noMarks
  const ends = without(leaf.marks, next.marks)
  return new Set(
    [...ends].filter((mark) => typeof mark !== 'object' && around.has(mark))
  )
}

/** Where the link that ends at a place begins; a note is alone. */
function startOfBracket(leaves: readonly Leaf[], at: number): number {
  const link = linkOf(leaves[at]?.marks ?? noMarks)
  let from = at
  if (link === undefined) return from
  while (leaves[from - 1]?.marks.has(link)) from--
  return from
}

/** Leaves in which no sign stands between a mark and a letter outside that mark. */
export function unmarkSigns(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.flatMap((leaf, at) => {
    const before = marksAgainst(leaf, leaves[at - 1], letterLast)
    const behind = marksAgainst(leaf, leaves[at + 1], letterFirst)
    return before.size + behind.size === 0 ? [leaf] : part(leaf, before, behind)
  })
}

/** The marks of a leaf that end against a letter; beside a link stands a bracket. */
function marksAgainst(
  {marks}: Leaf,
  neighbour: Leaf | undefined,
  shape: RegExp
): ReadonlySet<Mark> {
  if (marks.size === 0 || !neighbour || !shape.test(wordsIn(neighbour)))
    return noMarks
  const isBesideLink = [...marks, ...neighbour.marks].some(
    (mark) =>
      typeof mark === 'object' &&
      !(marks.has(mark) && neighbour.marks.has(mark))
  )
  return isBesideLink ? noMarks : without(marks, neighbour.marks)
}

/** A leaf with the sign at either end apart, without the marks that end there. */
function part(
  leaf: Leaf,
  before: ReadonlySet<Mark>,
  behind: ReadonlySet<Mark>
): readonly Leaf[] {
  const {marks} = leaf
  const [, first = '', rest = wordsIn(leaf)] =
    before.size === 0 ? [] : (openingSign.exec(wordsIn(leaf)) ?? [])
  const [, core = rest, last = ''] =
    behind.size === 0 ? [] : (closingSign.exec(rest) ?? [])
  if (first === '' && last === '') return [leaf]
  const isOne = core === '' && last === ''
  const bare = without(marks, before)
  return [
    ...leafOf(first, isOne ? without(bare, behind) : bare),
    ...leafOf(core, marks),
    ...leafOf(last, without(marks, behind))
  ]
}

function without(
  marks: ReadonlySet<Mark>,
  less: ReadonlySet<Mark>
): ReadonlySet<Mark> {
  return new Set([...marks].filter((mark) => !less.has(mark)))
}

function leafOf(value: string, marks: ReadonlySet<Mark>): readonly Leaf[] {
  return value === '' ? [] : [{node: {type: 'text', value}, marks}]
}

function wordsIn({node}: Leaf): string {
  return node.type === 'text' ? node.value : ''
}
