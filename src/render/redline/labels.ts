/**
 * Stage: what a line begins in → its labels, on either side.
 *
 * A label is an attribute: it is never marked as text, but told as `2. → 3.`.
 */
import type {LineChange, Side, Stap} from '../../comparison.ts'
import {readLabel} from '../../dialect/label.ts'
import type {NodeView} from '../view-context.ts'
import {wordsView} from '../view-phrasing.ts'
import type {Reading, RedlineContext} from './context.ts'
import {ownWordViews} from './own-words.ts'
import {arrowIn} from './signs.ts'

/** A label in its place; empty on a side where it is not. */
export interface LabelView {
  readonly was: string
  readonly wordt: string
  /** What stands there: the same on both sides, or an old and a new label. */
  readonly isSame: boolean
  readonly same: string
  readonly old: string
  readonly now: string
  readonly arrow: string
  /** How the arrow between old and new is heard. */
  readonly spoken: string
  /** Laag of an item, behind its label. */
  readonly laag: readonly NodeView[]
  /** Sign before it, in print. */
  readonly sign: string
}

/** A label with the laag of what it begins. */
interface Begun {
  readonly label: string
  readonly laag: string
}

/** The labels of a line, outermost first; those of both sides are paired from the innermost on. */
export function labelViews(
  change: LineChange,
  reading: Reading,
  context: RedlineContext
): readonly LabelView[] {
  const was = begunAt(change, 'was', context)
  const wordt = begunAt(change, 'wordt', context)
  const shown = {was: was.length, wordt: wordt.length}
  const count =
    reading === 'both' ? Math.max(shown.was, shown.wordt) : shown[reading]
  const isOnBoth = change.was !== undefined && change.wordt !== undefined
  return Array.from({length: count}, (_, at) => {
    const from = count - at
    const [old, now] = [was[was.length - from], wordt[wordt.length - from]]
    const laag = {
      ...(isOnBoth || old ? {was: inBrackets(old)} : {}),
      ...(isOnBoth || now ? {wordt: inBrackets(now)} : {})
    }
    return {
      ...labelOn(old?.label ?? '', now?.label ?? '', reading, isOnBoth),
      arrow: arrowIn(context.target),
      spoken: spokenBy(old, now, context),
      laag: withSpace(ownWordViews(laag, reading, context.target)),
      sign: ''
    }
  })
}

function inBrackets(begun: Begun | undefined): string {
  return begun === undefined || begun.laag === '' ? '' : `(${begun.laag})`
}

function withSpace(views: readonly NodeView[]): readonly NodeView[] {
  return views.length === 0 ? [] : [...views, wordsView(' ')]
}

function labelOn(
  old: string,
  now: string,
  reading: Reading,
  isOnBoth: boolean
): Pick<LabelView, 'was' | 'wordt' | 'isSame' | 'same' | 'old' | 'now'> {
  const was = reading === 'wordt' ? '' : old
  const wordt = reading === 'was' ? '' : now
  const isSame = was === wordt || !isOnBoth || reading !== 'both'
  return isSame
    ? {was, wordt, isSame, same: wordt || was, old: '', now: ''}
    : {was, wordt, isSame, same: '', old: was, now: wordt}
}

function spokenBy(
  old: Begun | undefined,
  now: Begun | undefined,
  {target}: RedlineContext
): string {
  return target === 'print' ? '' : verbFor(old?.label ?? '', now?.label ?? '')
}

function verbFor(was: string, wordt: string): string {
  if (was === '') return 'nieuw nummer '
  if (wordt === '') return 'nummer vervallen '
  return readLabel(wordt)?.kind === 'letter'
    ? 'verletterd tot '
    : 'vernummerd tot '
}

function begunAt(
  change: LineChange,
  side: Side,
  context: RedlineContext
): readonly Begun[] {
  const line = change[side]
  if (line === undefined || line === 'continues') return []
  const number = context.notes.numberAt(change, side)
  return line.path
    .slice(line.path.length - line.starts)
    .filter(({type}) => type !== 'citaat')
    .map((stap) => begun(stap, number))
}

function begun({type, label, laag}: Stap, number: number | undefined): Begun {
  return {
    label: type === 'noot' ? String(number ?? label) : label,
    laag: laag ?? ''
  }
}
