/**
 * The dialect as one unified processor: what Markdown it reads and prints.
 *
 * Kernel. mdast lives between here, `tree.ts` and `print.ts`, nowhere else.
 * Constructs that a law has no use for are off rather than refused, so that
 * their characters stay text and none can vanish.
 */
import type {FootnoteDefinition, Parent, RootContent} from 'mdast'
import type {Extension as FromExtension} from 'mdast-util-from-markdown'
import {
  gfmFootnoteFromMarkdown,
  gfmFootnoteToMarkdown
} from 'mdast-util-gfm-footnote'
import {gfmTableFromMarkdown, gfmTableToMarkdown} from 'mdast-util-gfm-table'
import type {
  Handle,
  Info,
  State,
  Options as ToExtension
} from 'mdast-util-to-markdown'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmTable} from 'micromark-extension-gfm-table'
import type {Extension} from 'micromark-util-types'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {type Processor, unified} from 'unified'
import {escapeText} from './escape.ts'
import {carriesOn, isFirst, readLabel} from './label.ts'
import {lazyBreak, legalList, legalListStarts} from './list.ts'

/** One labelled item as mdast knows it in this dialect; never inside an mdast `list` when printed. */
interface LegalItem extends Parent {
  type: 'legalItem'
  /** With its full stop, as written. */
  label: string
  /** Laag mark behind the label, without braces. */
  laag: string | undefined
  children: RootContent[]
}

declare module 'mdast' {
  interface ListItem {
    /** Label as written, set by the dialect. */
    label?: string
  }
  interface Paragraph {
    /** Opens the items behind it, set for printing. */
    aanhef?: boolean
  }
  interface RootContentMap {
    legalItem: LegalItem
  }
  interface BlockContentMap {
    legalItem: LegalItem
  }
}

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

const syntax: Extension = {
  document: Object.fromEntries(
    legalListStarts.map((code) => [code, legalList])
  ),
  flow: {null: lazyBreak},
  disable: {null: off}
}

const fromMarkdown: FromExtension = {
  enter: {
    listItemValue(token) {
      const item = this.stack.at(-1)
      if (item?.type === 'listItem') item.label = this.sliceSerialize(token)
      this.data.expectingFirstListItemValue = undefined
    }
  }
}

const legalItem: Handle = (node: LegalItem, _parent, state, info) => {
  const head = node.laag ? `${node.label} {${node.laag}}` : node.label
  const exit = state.enter('listItem')
  const value = printIndented(node, head, state, info)
  exit()
  return value
}

const footnoteDefinition: Handle = (node, _parent, state, info) => {
  const exit = state.enter('footnoteDefinition')
  const leave = state.enter('label')
  const label = state.safe(state.associationId(node), {before: '^', after: ']'})
  leave()
  const value = printIndented(node, `[^${label}]:`, state, info)
  exit()
  return value
}

/** A label with its content four spaces deep; an alinea begins on the label's line. */
function printIndented(
  node: LegalItem | FootnoteDefinition,
  head: string,
  state: State,
  info: Info
): string {
  const tracker = state.createTracker(info)
  tracker.move(`${head} `)
  tracker.shift(4)
  const value = state.containerFlow(
    node as FootnoteDefinition,
    tracker.current()
  )
  if (value === '') return head
  const onLine = beginsWithText(node)
  const indented = state.indentLines(value, (line, index, blank) =>
    blank || (index === 0 && onLine) ? line : `    ${line}`
  )
  const gap = head.endsWith('}') ? '\n\n' : '\n'
  return head + (onLine ? ' ' : gap) + indented
}

/** One line break before an item where it may stand right under what precedes it. */
function join(left: RootContent, right: RootContent): number {
  if (right.type !== 'legalItem') return 1
  const next = readLabel(right.label)
  if (left.type === 'legalItem') {
    const last = readLabel(left.label)
    return last && next && carriesOn(last, next) ? 0 : 1
  }
  const opens = next !== undefined && isFirst(next) && beginsWithText(right)
  return left.type === 'paragraph' && left.aanhef && opens ? 0 : 1
}

function beginsWithText(node: {children: readonly RootContent[]}): boolean {
  return node.children[0]?.type === 'paragraph'
}

const toMarkdown: ToExtension = {
  emphasis: '*',
  resourceLink: true,
  join: [join],
  handlers: {
    legalItem,
    footnoteDefinition,
    text: (node, _parent, state, info) => escapeText(node.value, state, info)
  }
}

/** Lay the dialect over remark: the three halves of its list and table and note extensions. */
function legalMarkdown(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), syntax]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    fromMarkdown
  ]
  data.toMarkdownExtensions = [
    gfmTableToMarkdown({tablePipeAlign: false}),
    gfmFootnoteToMarkdown(),
    toMarkdown
  ]
}

/** Reads and prints the dialect; text is escaped only where it would be read as a mark. */
export const markdown = unified()
  .use(remarkParse)
  .use(legalMarkdown)
  .use(remarkStringify)
  .freeze()
