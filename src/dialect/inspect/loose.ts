/** Lines that stand right below an item and do not belong to it. */
import type {ListItem, Paragraph, RootContent} from 'mdast'
import type {Extra, Report, RuleHead} from '../../diagnostics/report.ts'
import {readLabel} from '../label.ts'
import {hasWrongLabel, type ParagraphAt} from './label-form.ts'
import {gapReason} from './labels.ts'
import {endOf, lastLabel, startOf} from './place.ts'

const loose: RuleHead = {id: 'loose-line', severity: 'fout'}

const looseReason =
  'Deze regel staat los onder een lid of onderdeel; spring in als hij daarbij hoort, of zet er een lege regel voor als het de slotzin is'

/** Report a paragraph that is text right under something that it does not belong to. */
export function inspectLoose(at: ParagraphAt, report: Report): void {
  const {node, previous, lines} = at
  if (!previous || !isLoose(previous, node)) return
  const place = startOf(node)
  const line = lines[place.line - 1]?.slice(place.column - 1) ?? ''
  if (hasWrongLabel(line)) return
  const label = /^(?:\d{1,4}[a-z]{0,2}°?|[a-z]{1,2}|[ivx]{3,6})\.(?=\s)/u.exec(
    line
  )?.[0]
  const last = lastLabel(previous)
  const sameKind =
    label !== undefined && readLabel(label)?.kind === readLabel(last)?.kind
  if (sameKind) report(loose, place, gapBelow(last, label))
  else report(loose, place, looseReason, fixFor(previous, at))
}

function isLoose(previous: RootContent, node: Paragraph): boolean {
  const container = ['list', 'blockquote', 'footnoteDefinition']
  return (
    container.includes(previous.type) &&
    startOf(node).line === endOf(previous) + 1
  )
}

function gapBelow(last: string, label: string): string {
  return `${gapReason(last, label)}, of zet een lege regel voor \`${label}\`; zo wordt het als tekst gelezen`
}

/**
 * A sentence that was broken off and goes on here belongs to its item. Only of
 * a lid and of a note is that certain: below onderdelen the words may be the
 * slot of the sentence that opened them.
 */
function fixFor(previous: RootContent, {node, lines}: ParagraphAt): Extra {
  const {line, column, endLine = line, endColumn = 1} = startOf(node)
  const above = lines[line - 2] ?? ''
  const own = lines
    .slice(line - 1, endLine)
    .map((text, at) =>
      (line + at === endLine ? text.slice(0, endColumn - 1) : text).trimStart()
    )
  const goesOn =
    /[\p{L}\p{N},)]$/u.test(above.trimEnd()) && /^\p{Ll}/u.test(own[0] ?? '')
  const home = goesOn ? homeOf(previous) : undefined
  if (home === undefined || column !== home + 1) return {}
  const [first = '', ...rest] = own
  const indent = ' '.repeat(home + 4)
  const fix = [`    ${first}`, ...rest.map((text) => indent + text)].join('\n')
  return {fix}
}

/** How many spaces stand before a lid or a note whose last words are one paragraph. */
function homeOf(previous: RootContent): number | undefined {
  if (previous.type === 'footnoteDefinition') {
    return previous.children.at(-1)?.type === 'paragraph'
      ? startOf(previous).column - 1
      : undefined
  }
  if (previous.type !== 'list') return undefined
  const item: ListItem | undefined = previous.children.at(-1)
  const isLid = readLabel(item?.label ?? '')?.kind === 'number'
  return item && isLid && item.children.at(-1)?.type === 'paragraph'
    ? startOf(previous).column - 1
    : undefined
}
