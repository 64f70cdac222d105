/** The words of a rendering, read without the renderers: what a reader sees, in order. */
import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmTable} from 'micromark-extension-gfm-table'

// Labels stay text: this reader knows nothing of the dialect's lists.
const off = [
  'autolink',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'list',
  'setextUnderline',
  'thematicBreak'
]

/** Splits at white space. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

/** The words of Markdown, by CommonMark with tables and notes. */
export function markdownWords(markdown: string): readonly string[] {
  const root = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote(), {disable: {null: off}}],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()]
  })
  return wordsIn(nodeText(root))
}

/** Runs of letters and of digits: words without the marks and addresses around them. */
export function looseWords(text: string): readonly string[] {
  return text.replace(/<https?:[^>]*>/gu, '').match(/\p{L}+|\p{N}+/gu) ?? []
}

function nodeText(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return '\n'
    case 'footnoteReference':
      return node.label ?? node.identifier
    case 'footnoteDefinition':
      return `\n${node.label} ${node.children.map(nodeText).join('')}\n`
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return `${node.children.map(nodeText).join('')}\n`
    default:
      return 'children' in node ? node.children.map(nodeText).join('') : ''
  }
}
