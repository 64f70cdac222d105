/** Labels in a wrong form: what is meant, and whether that is certain. */
import type {Paragraph, RootContent} from 'mdast'
import type {Report, RuleHead} from '../../diagnostics/report.ts'
import {
  carriesOn,
  isFirst,
  type LabelKind,
  type LabelParts,
  readLabel
} from '../label.ts'
import {endOf, lastLabel, span, startOf, stripQuote} from './place.ts'

const form: RuleHead = {id: 'label-form', severity: 'fout'}

/** Wrong forms of a label at the start of a line, and what is meant. */
const wrongLabels: readonly (readonly [
  RegExp,
  (label: string) => string | undefined
])[] = [
  [/^[-*+•—‒―·](?=[ \t])/u, () => '–'],
  [/^\d{1,4}[a-z]{0,2}\)(?=\s)/u, (label) => `${label.slice(0, -1)}.`],
  [/^(?:[a-z]{1,2}|[ivx]{3,6})\)(?=\s)/u, (label) => `${label.slice(0, -1)}.`],
  [/^\d{1,4}(?:[°º]|º\.)(?=\s)/u, (label) => `${Number.parseInt(label, 10)}°.`],
  [/^\d{1,4}[eo]\.(?=\s)/u, (label) => `${Number.parseInt(label, 10)}°.`],
  [
    /^(?:\d{1,4}[a-z]{0,2}°?\.|[a-z]{1,2}\.|[ivx]{3,6}\.|–)[\u00A0\u202F\u2007]/u,
    (label) => `${label.slice(0, -1)} `
  ],
  [/^(?:\d{1,4}[a-z]{0,2}°?|[a-z])\.(?=\p{Lu})/u, (label) => `${label} `]
]

const suspect = /^(?:[-*+•—‒―·–]|[0-9a-z]{1,6}[.)°º])/u
/** An asterisk right behind a word: one at the start of a line may be the text of that note. */
const starMark = /\S\*(?:[\s|.,;]|$)/mu

/** A line that begins with a wrong label. */
interface Wrong {
  readonly line: number
  readonly from: number
  readonly label: string
  readonly fix: string | undefined
  /** The fix taken apart. */
  readonly parts: LabelParts | undefined
}

/** Whether a line begins with a label in a wrong form. */
export function hasWrongLabel(text: string): boolean {
  return wrongLabels.some(([pattern]) => pattern.test(text))
}

/** A paragraph, what stands right before it, and the lines of the source. */
export interface ParagraphAt {
  readonly node: Paragraph
  readonly previous: RootContent | undefined
  readonly lines: readonly string[]
}

/** Report each line of a paragraph that begins with a wrong label. */
export function inspectLabelForm(at: ParagraphAt, report: Report): void {
  const wrongs = wrongIn(at)
  const open = openRuns(at)
  for (const [index, wrong] of wrongs.entries()) {
    const {line, from, label, fix, parts} = wrong
    const last = parts && open.get(parts.kind)
    const isCertain =
      (last && carriesOn(last, parts)) || mayBegin(wrong, wrongs[index + 1], at)
    if (isCertain && parts) open.set(parts.kind, parts)
    const extra = isCertain && fix !== undefined ? {fix} : {}
    report(form, span(line, from, label.length), reasonFor(wrong), extra)
  }
}

function wrongIn({node, lines}: ParagraphAt): readonly Wrong[] {
  const {line: first, column, endLine = first} = startOf(node)
  const wrongs: Wrong[] = []
  for (let line = first; line <= endLine; line++) {
    const whole = lines[line - 1] ?? ''
    const from = line === first ? column - 1 : stripQuote(whole)
    const wrong = wrongAt(whole.slice(from))
    if (wrong) wrongs.push({line, from, ...wrong})
  }
  return wrongs
}

function wrongAt(
  text: string
): Pick<Wrong, 'label' | 'fix' | 'parts'> | undefined {
  if (!suspect.test(text)) return undefined
  for (const [pattern, mend] of wrongLabels) {
    const label = pattern.exec(text)?.[0]
    if (label === undefined) continue
    const fix = mend(label)
    return {label, fix, parts: readLabel(fix?.trim() ?? '')}
  }
  return undefined
}

/** By kind the label that a line may carry on: at first that of the list right above. */
function openRuns({node, previous}: ParagraphAt): Map<LabelKind, LabelParts> {
  const isRightAbove =
    previous?.type === 'list' && endOf(previous) === startOf(node).line - 1
  const last = isRightAbove ? readLabel(lastLabel(previous)) : undefined
  return new Map(last ? [[last.kind, last]] : [])
}

/**
 * Whether an enumeration surely begins here: after a blank line, below a
 * colon, or with the next label on a line of its own. Anywhere else the line
 * may be the rest of a sentence.
 */
function mayBegin(
  {line, label, parts}: Wrong,
  next: Wrong | undefined,
  at: ParagraphAt
): boolean {
  // `+ 2 jaren` is a sum: with a dash it would be another one.
  if (parts === undefined || label === '+') return false
  const hasNext = next?.parts !== undefined && carriesOn(parts, next.parts)
  const isBelowColon = /:[ \t]*$/u.test(at.lines[line - 2] ?? '')
  if (!hasNext && !isBelowColon && isDoubtful(label, at)) return false
  if (isAfterBlank(line, at)) return true
  return isFirst(parts) && (isBelowColon || (hasNext && label !== '-'))
}

/** A mark that may stand at the start of a line without opening an enumeration. */
function isDoubtful(label: string, {lines}: ParagraphAt): boolean {
  if (label === '*') return starMark.test(lines.join('\n'))
  return label === '—' || label === '―'
}

function isAfterBlank(line: number, {node, previous}: ParagraphAt): boolean {
  const first = startOf(node).line
  return line === first && (!previous || endOf(previous) < first - 1)
}

function reasonFor({label, fix}: Wrong): string {
  if (/[\u00A0\u202F\u2007]$/u.test(label)) {
    return `Achter \`${label.slice(0, -1)}\` staat een vaste spatie, en zo is het geen label; zet er een gewone spatie`
  }
  if (fix === `${label} `) {
    return `Achter \`${label}\` ontbreekt een spatie, en zo is het geen label; zet die ertussen`
  }
  const advice =
    fix === undefined ? 'schrijf `a.`, `1°.` of `–`' : `schrijf \`${fix}\``
  return `\`${label}\` is zo geen label en wordt als tekst gelezen; ${advice}`
}
