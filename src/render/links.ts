/**
 * Stage: a link of the text → what every target can print.
 */
import type {Phrasing} from '../model.ts'
import {safeHref} from './href.ts'

/**
 * A link that is safe to follow; an unsafe one leaves only its words.
 *
 * No target can hold a link inside a link: inner links leave their words, and
 * references to notes come right after the outer one.
 */
export function linkNodes(
  url: string,
  words: readonly Phrasing[]
): readonly Phrasing[] {
  const href = safeHref(url)
  if (href === undefined) return words
  const references: Phrasing[] = []
  const inner = words.flatMap((node) => withoutLinks(node, references))
  const children = inner.length === 0 ? [text(href)] : [...inner]
  return [{type: 'link', url: href, children}, ...references]
}

function withoutLinks(
  node: Phrasing,
  references: Phrasing[]
): readonly Phrasing[] {
  if (node.type === 'footnoteReference') {
    references.push(node)
    return []
  }
  if (!('children' in node)) return [node]
  // `prepare` made these children, and it makes nothing but Phrasing.
  const inner = (node.children as Phrasing[]).flatMap((child) =>
    withoutLinks(child, references)
  )
  return node.type === 'link' ? inner : [{...node, children: inner}]
}

function text(value: string): Phrasing {
  return {type: 'text', value}
}
