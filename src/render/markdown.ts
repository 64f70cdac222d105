/**
 * Stage: Consolidation → Markdown of the dialect.
 *
 * The statement comes first. What follows is the text, printed as the corpus
 * is: its SHA-256 is the hash that outputs state.
 */
import {printText} from '../dialect/print.ts'
import type {Block, Consolidation, Onderdeel, Phrasing} from '../model.ts'
import {type Section, sectionsOf} from './document.ts'
import {headingText} from './names.ts'
import type {Level} from './prepare.ts'
import {partText, type Sentence} from './sentence.ts'
import {type Statement, statement} from './statement.ts'
import {visible} from './visible.ts'

/** The whole document: title, statement, text. */
export function renderMarkdown(c: Consolidation): string {
  const opening = printSafely(statementBlocks(statement(visible(c))))
  const text = renderMarkdownText(c)
  return text === '' ? opening : `${opening}\n${text}`
}

/** The text alone, without title and statement: what is hashed. */
export function renderMarkdownText(c: Consolidation): string {
  return printSafely(sectionsOf(visible(c)).flatMap(sectionBlocks))
}

/** Print blocks; the dialect has no HTML, but many a viewer of Markdown has, so nothing is left that could be it. */
export function printSafely(blocks: readonly Block[]): string {
  return printText(blocks).replace(
    /(\\*)<(?=[a-z/!?])/giu,
    (mark, escapes: string) => (escapes.length % 2 ? mark : `${escapes}\\<`)
  )
}

function statementBlocks({
  title,
  moment,
  notices,
  lists
}: Statement): readonly Block[] {
  return [
    heading(1, title),
    alinea(sentencePhrasing(moment)),
    ...notices.map(({sentence}) => alinea(sentencePhrasing(sentence))),
    heading(2, 'Over deze tekst'),
    ...lists.flatMap((list): readonly Block[] => [
      heading(3, list.title),
      ...list.lines.map(dash)
    ])
  ]
}

function sectionBlocks(section: Section): readonly Block[] {
  const isNote = section.unit.soort === 'toelichting'
  return [
    heading(section.level, headingText(section.heading)),
    ...section.remarks.map(({sentence}) =>
      alinea([{type: 'emphasis', children: [...sentencePhrasing(sentence)]}])
    ),
    ...(isNote && section.body.length > 0
      ? [{type: 'citaat' as const, content: section.body}]
      : section.body),
    ...section.notes.map(
      ({number, content}): Block => ({
        type: 'noot',
        merk: String(number),
        content
      })
    ),
    ...section.toelichting.flatMap(sectionBlocks),
    ...section.children.flatMap(sectionBlocks)
  ]
}

function dash(line: Sentence): Onderdeel {
  const content = [alinea(sentencePhrasing(line))]
  return {type: 'onderdeel', label: '–', nummer: '–', content}
}

function heading(depth: Level, words: string): Block {
  return {type: 'tussenkop', depth, content: [text(words)]}
}

function alinea(content: readonly Phrasing[]): Block {
  return {type: 'alinea', role: 'tekst', content}
}

function sentencePhrasing(sentence: Sentence): readonly Phrasing[] {
  return [text(sentence.map(partText).join(''))]
}

function text(value: string): Phrasing {
  return {type: 'text', value}
}
