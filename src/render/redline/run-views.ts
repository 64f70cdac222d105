/**
 * Stage: runs of words → views, with what was added and removed around them.
 */
import type {Run, Side} from '../../comparison.ts'
import type {Mark} from '../../dialect/leaf.ts'
import {safeHref} from '../href.ts'
import type {NodeView} from '../view-context.ts'
import {linkView, wordsView} from '../view-phrasing.ts'
import type {Reading, RunContext} from './context.ts'
import {around, arrowIn, nothingAround, remarkView} from './signs.ts'

/** Views of the words that a reading has. */
export function runViews(
  runs: readonly Run[],
  context: RunContext
): readonly NodeView[] {
  const {reading, isMarked} = context
  const seen = runs.filter((run) => isSeen(run, reading))
  return groupBy(seen, fateOf).flatMap((group) => {
    const [first] = group
    if (!first) return []
    const side = first.op === 'removed' || reading === 'was' ? 'was' : 'wordt'
    const content = markedViews(group, side, context)
    if (!isMarked || first.op === 'same') return content
    return first.op === 'formatted'
      ? formattedViews(first, content, context)
      : [changedView(first.op, content, group.every(isBlank), context)]
  })
}

/** Whether there are words of a reading at all. */
export function isSeen({op}: Run, reading: Reading): boolean {
  if (reading === 'both') return true
  return op !== (reading === 'was' ? 'added' : 'removed')
}

function fateOf({op, was, wordt}: Run): string {
  return op === 'formatted'
    ? `formatted ${marksInWords(was)} ${marksInWords(wordt)}`
    : op
}

function changedView(
  op: 'added' | 'removed',
  content: readonly NodeView[],
  isSilent: boolean,
  {target, hasSigns}: RunContext
): NodeView {
  const partial = op === 'added' ? 'ins' : 'del'
  const told = isSilent ? nothingAround : around(op, target, hasSigns)
  return {partial: `partials/redline/${partial}`, content, ...told}
}

/** Of a space alone, as where a sentence was cut off, there is nothing to tell. */
export function isBlank({type, text}: Run): boolean {
  return type === 'text' && text.trim() === ''
}

/** Words of which only the look differs; on the old side there is nothing to tell. */
function formattedViews(
  {was, wordt}: Run,
  content: readonly NodeView[],
  {target, reading}: RunContext
): readonly NodeView[] {
  if (reading === 'was') return content
  const words = `alleen opmaak: was ${marksInWords(was)}, wordt ${marksInWords(wordt)}`
  return [
    {
      partial: 'partials/redline/formatted',
      content,
      was: marksInWords(was),
      wordt: marksInWords(wordt)
    },
    remarkView(words, target)
  ]
}

/** `cursief en vet`, `gewoon`. */
function marksInWords(marks: readonly Mark[]): string {
  const words = marks.map((mark) => {
    if (mark === 'emphasis') return 'cursief'
    return mark === 'strong' ? 'vet' : `koppeling naar ${mark.url}`
  })
  return words.length === 0 ? 'gewoon' : words.toSorted().join(' en ')
}

const order = ['link', 'strong', 'emphasis'] as const

/** Words inside their marks, the widest outermost. */
function markedViews(
  runs: readonly Run[],
  side: Side,
  context: RunContext,
  depth = 0
): readonly NodeView[] {
  const kind = order[depth]
  if (kind === undefined) return runs.map((run) => leafView(run, side, context))
  return groupBy(runs, (run) => markOf(run[side], kind)).flatMap((group) => {
    const mark = markOf(group[0]?.[side] ?? [], kind)
    const inner = (some: readonly Run[]): readonly NodeView[] =>
      markedViews(some, side, context, depth + 1)
    if (mark === '') return inner(group)
    if (kind !== 'link') {
      return [{partial: `partials/phrasing/${kind}`, content: inner(group)}]
    }
    const href = safeHref(mark.slice(1))
    if (href === undefined) return inner(group)
    // No target can hold a link inside a link.
    const [words, notes] = [false, true].map((isNote) =>
      group.filter(({type}) => (type === 'noot') === isNote)
    )
    return [linkView(href, inner(words ?? [])), ...inner(notes ?? [])]
  })
}

/** Empty without the mark; a link is told by its address. */
function markOf(marks: readonly Mark[], kind: (typeof order)[number]): string {
  if (kind !== 'link') return marks.includes(kind) ? kind : ''
  const link = marks.find((mark) => typeof mark === 'object')
  return link === undefined ? '' : `:${link.url}`
}

function leafView(run: Run, side: Side, context: RunContext): NodeView {
  if (run.type === 'break') return {partial: 'partials/phrasing/break'}
  return run.type === 'text'
    ? wordsView(run.text)
    : noteView(run, side, context)
}

/** A reference to a note: its number on either side, or the bare mark where there is no note. */
function noteView(run: Run, side: Side, context: RunContext): NodeView {
  const {reading, target, isOnBoth, noteOf, noteLink} = context
  const shown = (one: Side): string =>
    noteOf(run, one) ?? `[^${markIn(run, one)}]`
  const number = shown(side)
  const tells = reading === 'both' && isOnBoth && run.op === 'same'
  const old = tells && shown('was') !== number ? shown('was') : ''
  const isNote = noteOf(run, side) !== undefined || old !== ''
  if (!isNote) return wordsView(number)
  const isNew = reading === 'both' && side === 'wordt'
  const link = isNew ? noteLink(run) : {id: '', href: ''}
  return {
    partial: 'partials/redline/reference',
    old,
    number,
    arrow: arrowIn(target),
    ...link
  }
}

function markIn({text, merkWas}: Run, side: Side): string {
  return side === 'was' ? (merkWas ?? text) : text
}

/** Neighbours with the same key together. */
function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string
): readonly (readonly T[])[] {
  const groups: T[][] = []
  let last: string | undefined
  for (const item of items) {
    const key = keyOf(item)
    if (key === last) groups.at(-1)?.push(item)
    else groups.push([item])
    last = key
  }
  return groups
}
