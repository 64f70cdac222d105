/** Lines that are not what their author takes them for. */
import type {Paragraph, Root, RootContent, Table} from 'mdast'
import type {Extra, Report, RuleHead} from '../../diagnostics/report.ts'
import {fileStart} from '../../diagnostics/report.ts'
import type {Place} from '../../model.ts'
import {readLabel} from '../label.ts'
import {type ParseOptions, toPlace} from '../tree.ts'
import {gapReason} from './labels.ts'

const form: RuleHead = {id: 'label-form', severity: 'fout'}
const loose: RuleHead = {id: 'loose-line', severity: 'fout'}
const markup: RuleHead = {id: 'markup', severity: 'fout'}
const heading: RuleHead = {id: 'heading', severity: 'fout'}
const table: RuleHead = {id: 'table-shape', severity: 'fout'}
const laagMark: RuleHead = {id: 'laag-mark', severity: 'fout'}

/** Wrong forms of a label at the start of a line, and what is meant. */
const wrongLabels: readonly (readonly [
  RegExp,
  (label: string) => string | undefined
])[] = [
  // Roman numerals: which label is meant, only the author knows.
  [/^(?:ii|iii|iv|vi|vii|viii|ix)\.(?=\s)/u, () => undefined],
  [/^[-*+•—‒―·](?=[ \t])/u, () => '–'],
  [/^\d{1,4}[a-z]{0,2}\)(?=\s)/u, (label) => `${label.slice(0, -1)}.`],
  [/^[a-z]{1,2}\)(?=\s)/u, (label) => `${label.slice(0, -1)}.`],
  [/^\d{1,4}(?:[°º]|º\.)(?=\s)/u, (label) => `${Number.parseInt(label, 10)}°.`],
  [/^\d{1,4}[eo]\.(?=\s)/u, (label) => `${Number.parseInt(label, 10)}°.`],
  [
    /^(?:\d{1,4}[a-z]{0,2}°?\.|[a-z]{1,2}\.|–)[\u00A0\u202F\u2007]/u,
    (label) => `${label.slice(0, -1)} `
  ],
  [/^(?:\d{1,4}[a-z]{0,2}°?|[a-z])\.(?=\p{Lu})/u, (label) => `${label} `]
]

/** Marks that the dialect keeps as text: what they are, and what to write. */
const forbidden: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:`{3,}|~{3,})/u, 'Een codeblok', 'schrijf gewone tekst'],
  [/(?<!\\)`/u, 'Code (`)', 'gebruik aanhalingstekens'],
  [
    /^(?:([*_-])[ \t]*)(?:\1[ \t]*){2,}$/u,
    'Een scheidingslijn',
    'verwijder de regel'
  ],
  [/^=+[ \t]*$/u, 'Een onderstreepte kop', 'begin de kop met `##`'],
  [
    /(?<!\\)!\[[^\]]*\](?:\(|\[)/u,
    'Een afbeelding',
    'beschrijf in woorden of in een tabel wat erop staat'
  ],
  [
    /(?<!\\)<(?:[a-z][^<>]*|\/[a-z][^<>]*|!--.*)>/iu,
    'HTML',
    'schrijf gewone tekst, `*cursief*` of `**vet**`'
  ],
  [
    /^\[(?!\^)[^\]]+\]:\s/u,
    'Een los adres bij een link',
    'schrijf een link als `[tekst](adres)`, en een noot als `[^1]`'
  ]
]

/** Most texts hold nothing of the kind; one look at the whole spares many at each line. */
const suspectMarkup = /[`~<!=]|\]:|[*_-][ \t]*[*_-][ \t]*[*_-]/u
const suspectLabel = /^(?:[-*+•—‒―·–]|[0-9a-z]{1,6}[.)°º])/u
const tableRow = /^\|.*\|[ \t]*$/u
const laag = /(?<!\\)\{(\p{L}{2,6})\}/gu

/** Report what stands wrong at the start of a line, loose under an item, or out of place. */
export function inspectLines(
  source: string,
  root: Root,
  options: ParseOptions,
  report: Report
): void {
  const lines = source.split(/\r\n|\r|\n/u)
  const leaf = {
    mayHoldMarkup: suspectMarkup.test(source),
    mayHoldLaag: source.includes('{')
  }
  walk(root.children, (node, previous) => {
    if (isLeaf(node)) inspectLeaf(lines, {node, ...leaf}, report)
    if (node.type === 'paragraph') inspectRows(lines, node, report)
    if (node.type === 'heading') inspectHeading(node, options, report)
    if (node.type === 'table') inspectTable(node, report)
    if (previous && isLoose(previous, node)) {
      inspectLoose(lines, {node, previous}, report)
    }
  })
}

function walk(
  nodes: readonly RootContent[],
  visit: (node: RootContent, previous: RootContent | undefined) => void
): void {
  nodes.forEach((node, at) => {
    visit(node, nodes[at - 1])
    if ('children' in node && !isLeaf(node)) walk(node.children, visit)
  })
}

function isLeaf({type}: RootContent): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'table'
}

/** Whether `node` is text right under something that it does not belong to. */
function isLoose(previous: RootContent, node: RootContent): boolean {
  const container = ['list', 'blockquote', 'footnoteDefinition']
  return (
    container.includes(previous.type) &&
    node.type === 'paragraph' &&
    node.position?.start.line === (previous.position?.end.line ?? 0) + 1
  )
}

function inspectLoose(
  lines: readonly string[],
  {
    node,
    previous
  }: {readonly node: RootContent; readonly previous: RootContent},
  report: Report
): void {
  const place = startOf(node)
  const line = lines[place.line - 1]?.slice(place.column - 1) ?? ''
  if (wrongLabels.some(([pattern]) => pattern.test(line))) return
  const label = /^(?:\d{1,4}[a-z]{0,2}°?|[a-z]{1,2})\.(?=\s)/u.exec(line)?.[0]
  const last = lastLabel(previous)
  const sameKind =
    label !== undefined && readLabel(label)?.kind === readLabel(last)?.kind
  report(loose, place, sameKind ? gapBelow(last, label) : looseReason)
}

const looseReason =
  'Deze regel staat los onder een lid of onderdeel; spring in als hij daarbij hoort, of zet er een lege regel voor als het de slotzin is'

function gapBelow(last: string, label: string): string {
  return `${gapReason(last, label)}, of zet een lege regel voor \`${label}\`; zo wordt het als tekst gelezen`
}

function lastLabel(node: RootContent): string {
  return node.type === 'list' ? (node.children.at(-1)?.label ?? '') : ''
}

/** Rows that are no table, since the line below the head is absent. */
function inspectRows(
  lines: readonly string[],
  node: RootContent,
  report: Report
): void {
  const {line, endLine = line} = startOf(node)
  const rows = lines.slice(line - 1, endLine)
  if (rows.length < 2 || !rows.every((row) => tableRow.test(row.trim()))) return
  const reason =
    'Dit is nog geen tabel; zet onder de eerste rij een regel als `| - | - |`, met een streepje per kolom'
  report(table, startOf(node), reason)
}

interface LinePart {
  readonly line: number
  readonly from: number
  readonly text: string
}

/** A mark of laag anywhere but right behind a label is text, and surely not meant so. */
function inspectLaag(
  whole: string,
  {line, from, text}: LinePart,
  report: Report
): void {
  const isBehindLabel = /(?:\.|–)[ \t]+$/u.test(whole.slice(0, from))
  for (const match of text.matchAll(laag)) {
    const [mark, name = ''] = match
    const isMark =
      match.index === 0 &&
      isBehindLabel &&
      /^\{(?:CAR|UWO)\}(?:[ \t]|$)/u.test(text)
    if (isMark || !/^(?:car|uwo)$/iu.test(name)) continue
    const reason = `\`${mark}\` wordt hier als tekst gelezen; zet \`{${name.toUpperCase()}}\` met een spatie erachter direct achter het label`
    report(laagMark, span(line, from + match.index, mark.length), reason)
  }
}

interface Leaf {
  readonly node: RootContent
  readonly mayHoldMarkup: boolean
  readonly mayHoldLaag: boolean
}

function inspectLeaf(
  lines: readonly string[],
  {node, mayHoldMarkup, mayHoldLaag}: Leaf,
  report: Report
): void {
  const {line: first, column, endLine = first} = startOf(node)
  for (let line = first; line <= endLine; line++) {
    const whole = lines[line - 1] ?? ''
    const indent = /^[ \t>]*/u.exec(whole)?.[0].length ?? 0
    const from = line === first ? column - 1 : indent
    const text = whole.slice(from)
    if (node.type === 'paragraph') inspectLabel(text, line, from, report)
    if (mayHoldMarkup) inspectMarkup(text, line, from, report)
    if (mayHoldLaag) inspectLaag(whole, {line, from, text}, report)
  }
}

function inspectLabel(
  text: string,
  line: number,
  from: number,
  report: Report
): void {
  if (!suspectLabel.test(text)) return
  for (const [pattern, mend] of wrongLabels) {
    const label = pattern.exec(text)?.[0]
    if (label === undefined) continue
    const fix = mend(label)
    const advice =
      fix === undefined ? 'schrijf `a.`, `1°.` of `–`' : `schrijf \`${fix}\``
    const reason = `\`${label}\` is zo geen label en wordt als tekst gelezen; ${advice}`
    const extra = fix === undefined ? {} : {fix}
    report(form, span(line, from, label.length), reason, extra)
    return
  }
}

function inspectMarkup(
  text: string,
  line: number,
  from: number,
  report: Report
): void {
  for (const [pattern, name, advice] of forbidden) {
    const match = pattern.exec(text)
    if (!match) continue
    const place = span(line, from + match.index, match[0].length)
    const extra: Extra = {note: 'De tekens blijven als gewone tekst staan'}
    report(markup, place, `${name} kan niet in een regeling; ${advice}`, extra)
    return
  }
}

function inspectHeading(
  node: Extract<RootContent, {type: 'heading'}>,
  {headings}: ParseOptions,
  report: Report
): void {
  if (!headings) {
    const reason =
      'Een tussenkop kan hier niet; het opschrift staat bovenaan bij `opschrift`'
    report(heading, startOf(node), reason)
  } else if (node.depth === 1) {
    report(heading, startOf(node), 'Begin een tussenkop met `##`, niet met `#`')
  }
}

function inspectTable(node: Table, report: Report): void {
  const [head, ...rows] = node.children
  const width = head?.children.length ?? 0
  for (const row of rows) {
    const cells = row.children.length
    if (cells === width) continue
    const reason = `Deze rij heeft ${cells} ${cells === 1 ? 'cel' : 'cellen'}, de kop van de tabel ${width}; maak ze gelijk, of zet een lege regel als de tabel hier eindigt`
    report(table, startOf(row), reason)
  }
}

function startOf(node: RootContent | Paragraph): Place {
  return toPlace(node.position) ?? fileStart
}

function span(line: number, from: number, length: number): Place {
  const column = from + 1
  return {line, column, endLine: line, endColumn: column + length}
}
