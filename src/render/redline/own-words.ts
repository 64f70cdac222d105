/**
 * Stage: words of ours that documents print with a text, `(UWO)`, `(vervallen)` → views.
 *
 * They differ as words of the text do.
 */
import type {NodeView, Target} from '../view-context.ts'
import {wordsView} from '../view-phrasing.ts'
import type {Reading} from './context.ts'
import {around} from './signs.ts'

/** The words of both sides; a side is absent where what they stand with is not there. */
export interface OwnWords {
  readonly was?: string | undefined
  readonly wordt?: string | undefined
}

/** Views of the words that a reading has, marked where they differ. */
export function ownWordViews(
  {was, wordt}: OwnWords,
  reading: Reading,
  target: Target
): readonly NodeView[] {
  const isOnBoth = was !== undefined && wordt !== undefined
  if (!isOnBoth || was === wordt) {
    const words = (reading === 'was' ? was : (wordt ?? was)) ?? ''
    return words === '' ? [] : [wordsView(words)]
  }
  const changed = [
    {partial: 'del', op: 'removed', side: 'was', words: was} as const,
    {partial: 'ins', op: 'added', side: 'wordt', words: wordt} as const
  ].filter(({side, words}) => {
    const isRead = reading === 'both' || reading === side
    return isRead && words !== ''
  })
  return changed.flatMap(({partial, op, words}, at) => [
    ...(at === 0 ? [] : [wordsView(' ')]),
    {
      partial: `partials/redline/${partial}`,
      content: [wordsView(words)],
      ...around(op, target, true)
    }
  ])
}
