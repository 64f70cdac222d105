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
import {around, arrowIn} from './signs.ts'

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
  const was = reading === 'wordt' ? [] : begunAt(change, 'was', context)
  const wordt = reading === 'was' ? [] : begunAt(change, 'wordt', context)
  const count = Math.max(was.length, wordt.length)
  const isOnBoth =
    reading === 'both' && change.was !== undefined && change.wordt !== undefined
  return Array.from({length: count}, (_, at) => {
    const from = count - at
    const old = was[was.length - from]
    const now = wordt[wordt.length - from]
    return labelView(old, now, isOnBoth, context)
  })
}

function labelView(
  old: Begun | undefined,
  now: Begun | undefined,
  isOnBoth: boolean,
  context: RedlineContext
): LabelView {
  const [was, wordt] = [old?.label ?? '', now?.label ?? '']
  const isSame = was === wordt || !isOnBoth
  return {
    was,
    wordt,
    isSame,
    same: isSame ? wordt || was : '',
    old: isSame ? '' : was,
    now: isSame ? '' : wordt,
    arrow: arrowIn(context.target),
    spoken: isSame || context.target === 'print' ? '' : verbFor(was, wordt),
    laag: laagViews(old, now, isOnBoth, context),
    sign: ''
  }
}

function verbFor(was: string, wordt: string): string {
  if (was === '') return 'nieuw nummer '
  if (wordt === '') return 'nummer vervallen '
  return readLabel(wordt)?.kind === 'letter'
    ? 'verletterd tot '
    : 'vernummerd tot '
}

/** The laag as the words that documents print, marked where it differs. */
function laagViews(
  old: Begun | undefined,
  now: Begun | undefined,
  isOnBoth: boolean,
  {target}: RedlineContext
): readonly NodeView[] {
  const [was, wordt] = [old?.laag ?? '', now?.laag ?? '']
  if (was === wordt || !isOnBoth) {
    const laag = wordt || was
    return laag === '' ? [] : [wordsView(`(${laag}) `)]
  }
  return [
    ['del', 'removed', was] as const,
    ['ins', 'added', wordt] as const
  ].flatMap(([partial, op, laag]) =>
    laag === ''
      ? []
      : [
          {
            partial: `partials/redline/${partial}`,
            content: [wordsView(`(${laag})`)],
            ...around(op, target, true)
          },
          wordsView(' ')
        ]
  )
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
