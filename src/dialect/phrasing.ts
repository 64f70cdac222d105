/**
 * mdast phrasing ⇄ its canonical form: plain nodes, one shape for one meaning.
 *
 * Kernel. The same words with the same marks always give the same nodes, so
 * that printing is stable and comparing finds no phantom change: text is NFC,
 * a run of white space is one space, marks never begin or end in white space
 * and never nest in themselves.
 */
import type {Link, PhrasingContent} from 'mdast'
import type {Phrasing} from '../model.ts'
import type {Leaf, LinkMark, Mark} from './leaf.ts'
import {unmarkBrackets, unmarkSigns} from './signs.ts'

/** Canonical phrasing as one row of leaves; {@link nest} makes the same phrasing of them again. */
export function flatten(nodes: readonly Phrasing[]): readonly Leaf[] {
  const [only] = nodes
  return nodes.length === 1 && only?.type === 'text'
    ? [{node: only, marks: noMarks}]
    : nodes.flatMap((node) => leavesOf(node, noMarks))
}

const noMarks: ReadonlySet<Mark> = new Set()

/** Leaves, cut anywhere, as canonical phrasing; marks that are the same object become one. */
export function nest(leaves: readonly Leaf[]): Phrasing[] {
  const pieces = leaves.flatMap(({node, marks}) =>
    node.type === 'text' ? wordsOf(node.value, marks) : [{node, marks}]
  )
  return build(tidy(pieces), noMarks)
}

/** Bring phrasing to canonical form, without positions. */
export function canonical(nodes: readonly PhrasingContent[]): Phrasing[] {
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text') {
    const value = oneSpace(only.value).replace(/^ | $/gu, '')
    return value === '' ? [] : [{type: 'text', value}]
  }
  const leaves = nodes.flatMap((node) => leavesOf(node, new Set()))
  return build(tidy(leaves), noMarks)
}

function tidy(leaves: readonly Leaf[]): readonly Leaf[] {
  const free = unmarkBrackets(trim(collapse(leaves)))
  const apart = unmarkSigns(free).flatMap((leaf) =>
    leaf.node.type === 'text' && leaf.node.value !== ''
      ? wordsOf(leaf.node.value, leaf.marks)
      : [leaf]
  )
  return unmarkEdges(apart)
}

function leavesOf(node: PhrasingContent, marks: ReadonlySet<Mark>): Leaf[] {
  switch (node.type) {
    case 'text':
      return wordsOf(node.value, marks)
    case 'break':
      return [{node: {type: 'break'}, marks}]
    case 'footnoteReference': {
      const label = (node.label ?? node.identifier).normalize('NFC')
      return [
        {
          node: {type: 'footnoteReference', identifier: label, label},
          marks
        }
      ]
    }
    case 'emphasis':
    case 'strong':
      return inside(node.children, marks, node.type)
    case 'link':
      return inside(node.children, marks, linkMark(node))
    default:
      throw new Error(`The dialect has no ${node.type}`)
  }
}

function inside(
  children: readonly PhrasingContent[],
  marks: ReadonlySet<Mark>,
  mark: Mark
): Leaf[] {
  const all = new Set([...marks, mark])
  const leaves = children.flatMap((child) => leavesOf(child, all))
  return typeof mark === 'object' && leaves.every(isSpace)
    ? [{node: {type: 'text', value: ''}, marks: all}]
    : leaves
}

function linkMark({url, title}: Link): LinkMark {
  return {url: url.normalize('NFC'), title: title?.normalize('NFC') ?? null}
}

function oneSpace(value: string): string {
  return value.normalize('NFC').replace(/[ \t\r\n]{2,}|[\t\r\n]/gu, ' ')
}

/** Apart, one by one: the white space at the edges, which may have to leave its marks. */
function splitEdges(text: string): string[] {
  const core = text.trim()
  if (core === '') return [...text]
  const from = text.indexOf(core)
  const after = text.slice(from + core.length)
  return [...text.slice(0, from), core, ...after]
}

function wordsOf(value: string, marks: ReadonlySet<Mark>): Leaf[] {
  return splitEdges(oneSpace(value)).map((part) => ({
    node: {type: 'text', value: part},
    marks
  }))
}

/** One space where two leaves each bring one; none beside a break. */
function collapse(leaves: readonly Leaf[]): Leaf[] {
  const kept: Leaf[] = []
  for (const leaf of leaves) {
    const last = kept.at(-1)
    const repeats = last && (isPlainSpace(last) || isBreak(last))
    if (isPlainSpace(leaf) && repeats) continue
    if (isBreak(leaf) && last && isPlainSpace(last)) kept.pop()
    kept.push(leaf)
  }
  return kept
}

/** No white space or break at either end of the whole. */
function trim(leaves: readonly Leaf[]): Leaf[] {
  const isEdge = (leaf: Leaf): boolean => isPlainSpace(leaf) || isBreak(leaf)
  const from = leaves.findIndex((leaf) => !isEdge(leaf))
  const to = leaves.findLastIndex((leaf) => !isEdge(leaf))
  return from < 0 ? [] : leaves.slice(from, to + 1)
}

/** White space keeps only the marks that hold on both its sides; an empty link only its own. */
function unmarkEdges(leaves: readonly Leaf[]): Leaf[] {
  const before = marksBefore(leaves)
  const after = marksBefore(leaves.toReversed()).toReversed()
  return leaves.map((leaf, at) => {
    if (isEmpty(leaf)) return {node: leaf.node, marks: linksOf(leaf.marks)}
    if (!isSpace(leaf)) return leaf
    const holds = [...leaf.marks].filter(
      (mark) => before[at]?.has(mark) && after[at]?.has(mark)
    )
    return {node: leaf.node, marks: new Set(holds)}
  })
}

/** For each leaf the marks of the last word before it. */
function marksBefore(
  leaves: readonly Leaf[]
): (ReadonlySet<Mark> | undefined)[] {
  let last: ReadonlySet<Mark> | undefined
  return leaves.map((leaf) => {
    const before = last
    if (!isSpace(leaf)) last = leaf.marks
    return before
  })
}

function linksOf(marks: ReadonlySet<Mark>): ReadonlySet<Mark> {
  return new Set([...marks].filter((mark) => typeof mark === 'object'))
}

/** Nest marks, at each place the one that reaches furthest outermost. */
function build(leaves: readonly Leaf[], done: ReadonlySet<Mark>): Phrasing[] {
  const nodes: Phrasing[] = []
  let at = 0
  while (at < leaves.length) {
    const {mark, to} = furthest(leaves, at, done)
    const run = leaves.slice(at, to)
    nodes.push(...(mark ? [wrap(mark, run, done)] : run.map(({node}) => node)))
    at = to
  }
  return mergeText(nodes)
}

function furthest(
  leaves: readonly Leaf[],
  from: number,
  done: ReadonlySet<Mark>
): {mark?: Mark; to: number} {
  let best: {mark?: Mark; to: number} = {to: from + 1}
  for (const mark of orderMarks(leaves[from]?.marks ?? new Set())) {
    if (done.has(mark)) continue
    const to = endOfRun(leaves, from, mark)
    if (best.mark === undefined || to > best.to) best = {mark, to}
  }
  return best
}

function endOfRun(leaves: readonly Leaf[], from: number, mark: Mark): number {
  let to = from + 1
  while (leaves[to]?.marks.has(mark)) to++
  return to
}

/** A fixed order, so that a tie does not depend on how the source nested them. */
function orderMarks(marks: ReadonlySet<Mark>): Mark[] {
  const links = [...marks].filter((mark) => typeof mark === 'object')
  const plain = (['emphasis', 'strong'] as const).filter((mark) =>
    marks.has(mark)
  )
  return [...links, ...plain]
}

function wrap(
  mark: Mark,
  leaves: readonly Leaf[],
  done: ReadonlySet<Mark>
): Phrasing {
  const children = build(leaves, new Set([...done, mark])).filter(
    (node) => node.type !== 'text' || node.value !== ''
  )
  return typeof mark === 'object'
    ? {type: 'link', url: mark.url, title: mark.title, children}
    : {type: mark, children}
}

function mergeText(nodes: readonly Phrasing[]): Phrasing[] {
  const merged: Phrasing[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = {
        type: 'text',
        value: (last.value + node.value).normalize('NFC')
      }
    } else {
      merged.push(node)
    }
  }
  return merged
}

function isSpace({node}: Leaf): boolean {
  return (
    node.type === 'break' || (node.type === 'text' && /^\s$/u.test(node.value))
  )
}

function isEmpty({node}: Leaf): boolean {
  return node.type === 'text' && node.value === ''
}

function isPlainSpace({node}: Leaf): boolean {
  return node.type === 'text' && node.value === ' '
}

function isBreak({node}: Leaf): boolean {
  return node.type === 'break'
}
