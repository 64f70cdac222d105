/**
 * Stage: statement and sentences → views.
 */
import type {UnitId} from '../model.ts'
import {safeHref} from './href.ts'
import {type Part, partText, type Sentence} from './sentence.ts'
import type {Statement} from './statement.ts'
import type {NodeView} from './view-context.ts'
import {linkView, wordsView} from './view-phrasing.ts'

type SentenceView = readonly NodeView[]

/** What every output states, as the templates show it. */
export interface StatementView {
  readonly title: string
  readonly moment: SentenceView
  readonly notices: readonly {
    readonly kind: string
    readonly parts: SentenceView
  }[]
  readonly lists: readonly {
    readonly kind: string
    readonly title: string
    readonly lines: readonly {readonly parts: SentenceView}[]
  }[]
}

/** The view of a statement; names of units in the document lead to them. */
export function statementView(
  {title, moment, notices, lists}: Statement,
  anchors: ReadonlyMap<UnitId, string>
): StatementView {
  return {
    title,
    moment: sentenceView(moment, anchors),
    notices: notices.map(({kind, sentence}) => ({
      kind,
      parts: sentenceView(sentence, anchors)
    })),
    lists: lists.map((list) => ({
      kind: list.kind,
      title: list.title,
      lines: list.lines.map((line) => ({parts: sentenceView(line, anchors)}))
    }))
  }
}

/** The view of one sentence: days are marked up, addresses and units are links. */
export function sentenceView(
  sentence: Sentence,
  anchors: ReadonlyMap<UnitId, string>
): SentenceView {
  return sentence.map((part) => partView(part, anchors))
}

function partView(part: Part, anchors: ReadonlyMap<UnitId, string>): NodeView {
  const words = wordsView(partText(part))
  if (typeof part === 'string') return words
  if ('day' in part) {
    return {...words, partial: 'partials/phrasing/day', day: part.day}
  }
  const href = 'unit' in part ? unitHref(part.unit, anchors) : webHref(part.url)
  return href === undefined ? words : linkView(href, [words])
}

function unitHref(
  unit: UnitId,
  anchors: ReadonlyMap<UnitId, string>
): string | undefined {
  const anchor = anchors.get(unit)
  return anchor === undefined ? undefined : `#${anchor}`
}

// A source may also be a file beside the corpus: no reader can follow that.
function webHref(url: string): string | undefined {
  return url.startsWith('#') ? undefined : safeHref(url)
}
