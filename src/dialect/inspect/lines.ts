/** Lines that are not what their author takes them for. */
import type {Heading, Root, RootContent} from 'mdast'
import type {Extra, Report, RuleHead} from '../../diagnostics/report.ts'
import type {ParseOptions} from '../tree.ts'
import {inspectHeadings} from './headings.ts'
import {inspectLabelForm} from './label-form.ts'
import {inspectLoose} from './loose.ts'
import {span, startOf, stripQuote} from './place.ts'
import {inspectRows, inspectTable} from './tables.ts'

const markup: RuleHead = {id: 'markup', severity: 'fout'}
const laagMark: RuleHead = {id: 'laag-mark', severity: 'fout'}

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
const laag = /(?<!\\)\{(\p{L}{2,6})\}/gu

/** Report what stands wrong at the start of a line, loose under an item, or out of place. */
export function inspectLines(
  source: string,
  root: Root,
  options: ParseOptions,
  report: Report
): void {
  const lines = source.split(/\r\n|\r|\n/u)
  const headings: Heading[] = []
  const leaf = {
    mayHoldMarkup: suspectMarkup.test(source),
    mayHoldLaag: source.includes('{')
  }
  walk(root.children, (node, previous) => {
    if (isLeaf(node)) inspectLeaf(lines, {node, ...leaf}, report)
    if (node.type === 'heading') headings.push(node)
    if (node.type === 'table') inspectTable(node, report)
    if (node.type !== 'paragraph') return
    inspectLabelForm({node, previous, lines}, report)
    inspectRows(lines, node, report)
    inspectLoose({node, previous, lines}, report)
  })
  inspectHeadings(headings, options, report)
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
  if (!mayHoldMarkup && !mayHoldLaag) return
  const {line: first, column, endLine = first} = startOf(node)
  for (let line = first; line <= endLine; line++) {
    const whole = lines[line - 1] ?? ''
    const from = line === first ? column - 1 : stripQuote(whole)
    const text = whole.slice(from)
    if (mayHoldMarkup) inspectMarkup(text, line, from, report)
    if (mayHoldLaag) inspectLaag(whole, {line, from, text}, report)
  }
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
    const isInPlace = match.index === 0 && isBehindLabel
    if (isInPlace && /^\{(?:CAR|UWO)\}(?:[ \t]|$)/u.test(text)) continue
    if (!/^(?:car|uwo)$/iu.test(name)) continue
    const meant = `{${name.toUpperCase()}}`
    const reason = `\`${mark}\` wordt hier als tekst gelezen; zet \`${meant}\` met een spatie erachter direct achter het label`
    const space = /^(?:[ \t]|$)/u.test(text.slice(mark.length)) ? '' : ' '
    const extra: Extra = isInPlace ? {fix: `${meant}${space}`} : {}
    report(laagMark, span(line, from + match.index, mark.length), reason, extra)
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
