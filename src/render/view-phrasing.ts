/**
 * Stage: running text → views.
 */
import type {Phrasing} from '../model.ts'
import type {NodeView, SectionContext} from './view-context.ts'

/** Views of running text, in order. */
export function phrasingView(
  nodes: readonly Phrasing[],
  context: SectionContext
): readonly NodeView[] {
  return nodes.flatMap((node) =>
    node.type === 'text'
      ? wordViews(node.value, context)
      : [nodeView(node, context)]
  )
}

/** A run of words. */
export function wordsView(words: string): NodeView {
  return {partial: 'partials/phrasing/words', words}
}

/** A link around views; `href` is known to be safe. */
export function linkView(href: string, content: readonly NodeView[]): NodeView {
  return {partial: 'partials/phrasing/link', href, content}
}

/** Words of another language say so, to who hears them. */
function wordViews(
  text: string,
  {byLanguage, target}: SectionContext
): readonly NodeView[] {
  return byLanguage(text).map(({words, lang}) =>
    lang === ''
      ? wordsView(words)
      : {
          partial: 'partials/phrasing/foreign',
          lang,
          words,
          isPrint: target === 'print'
        }
  )
}

function nodeView(
  node: Exclude<Phrasing, {type: 'text'}>,
  context: SectionContext
): NodeView {
  switch (node.type) {
    case 'break':
      return {partial: 'partials/phrasing/break'}
    case 'footnoteReference':
      return referenceView(node.identifier, context)
    case 'link':
      return linkView(node.url, inner(node, context))
    default:
      return markView(node.type, inner(node, context))
  }
}

function markView(
  type: 'emphasis' | 'strong',
  content: readonly NodeView[]
): NodeView {
  return {partial: `partials/phrasing/${type}`, content}
}

function referenceView(number: string, context: SectionContext): NodeView {
  const note = context.notes.get(Number(number)) ?? ''
  const id = context.unique(`${note}.verwijzing`)
  return {
    partial: 'partials/phrasing/reference',
    id,
    href: `#${note}`,
    number
  }
}

function inner(
  node: Extract<Phrasing, {children: unknown}>,
  context: SectionContext
): readonly NodeView[] {
  // `prepare` made these children, and it makes nothing but Phrasing.
  return phrasingView(node.children as Phrasing[], context)
}
