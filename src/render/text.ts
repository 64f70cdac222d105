/**
 * Stage: Consolidation → plain text, at most 80 columns wide.
 *
 * The same words as the Markdown, without its marks. Only a word or an
 * address that is longer than the line sticks out.
 */
import type {Consolidation} from '../model.ts'
import {type Section, sectionsOf} from './document.ts'
import {headingText} from './names.ts'
import type {Prepared} from './prepare.ts'
import {plain} from './sentence.ts'
import {type Statement, statement} from './statement.ts'
import {blockLines, headingLines, itemLines} from './text-blocks.ts'
import {hang, wrap} from './text-wrap.ts'
import {visible} from './visible.ts'

const width = 80

/** The whole document: title, statement, text. */
export function renderText(c: Consolidation): string {
  const shown = visible(c)
  const lines = [
    ...statementLines(statement(shown)),
    ...sectionsOf(shown).flatMap(sectionLines)
  ]
  return `${lines.join('\n')}\n`
}

/** The text of one unit without its heading, notes last; an unlimited width breaks no line. */
export function plainText({body, notes}: Prepared, columns: number): string {
  const lines = [...blockLines(body, columns), ...noteLines(notes, columns)]
  return lines.join('\n')
}

function statementLines(said: Statement): readonly string[] {
  const {title, moment, notices, lists} = said
  return [
    ...headingLines(title, 1, width),
    '',
    ...wrap(plain(moment), width),
    ...notices.flatMap(({sentence}) => ['', ...wrap(plain(sentence), width)]),
    '',
    ...headingLines('Over deze tekst', 2, width),
    ...lists.flatMap((list) => [
      '',
      `${list.title}:`,
      ...list.lines.flatMap((line) =>
        hang('–', 2, wrap(plain(line), width - 2))
      )
    ])
  ]
}

function sectionLines(section: Section): readonly string[] {
  const {unit, level, heading, remarks, toelichting, children} = section
  const indent = unit.soort === 'toelichting' ? 4 : 0
  const text = plainText(section, width - indent)
  const remarkLines = remarks.flatMap(({sentence}) =>
    wrap(`[${plain(sentence)}]`, width)
  )
  return [
    ...(level === 2 ? ['', ''] : ['']),
    ...headingLines(headingText(heading), level, width),
    ...remarkLines,
    ...(text === '' ? [] : ['', ...hang('', indent, text.split('\n'))]),
    ...toelichting.flatMap(sectionLines),
    ...children.flatMap(sectionLines)
  ]
}

function noteLines(
  notes: Prepared['notes'],
  columns: number
): readonly string[] {
  return notes.flatMap(({number, content}) => [
    '',
    ...itemLines(`[${number}]`, content, columns)
  ])
}
