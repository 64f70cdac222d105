/** The lines of one unit → blocks. */
import {
  type LabelKind,
  type LabelParts,
  nummerOf
} from '../../../dialect/label.ts'
import type {Block, Noot, Soort} from '../../../model.ts'
import {asDigit, type Candidate, candidateIn, isLabel} from '../labels.ts'
import {isNote, leaveNote, tellHorizon} from '../mend.ts'
import {alinea} from '../roles.ts'
import {repair, type Span, slice} from '../source.ts'
import {type InlineContext, readInline} from './inline.ts'
import {isBlank, joinSpans, type Line, spanOfLine} from './lines.ts'
import {type Flat, nestFlat} from './nest.ts'
import {isRow, readRows} from './table.ts'

/** How a text is to be read. */
export interface BodyContext extends InlineContext {
  readonly wrapped: boolean
}

/** A piece with the offset at which the author must look. */
type Placed = Flat & {readonly offset: number}

/** Read the lines of a unit. */
export function readBody(
  lines: readonly Line[],
  soort: Soort,
  headings: ReadonlyMap<Line, number>,
  context: BodyContext
): readonly Block[] {
  const noten: Noot[] = []
  const groups = groupsOf(lines, headings, context.wrapped)
  const pieces = piecesOf(groups, {soort, noten, context})
  const {blocks, doubtful} = nestFlat(pieces, soort === 'artikel')
  for (const at of doubtful) reportLoose(pieces[at], context)
  return [...blocks, ...noten]
}

function reportLoose(piece: Placed | undefined, {ledger}: BodyContext): void {
  if (piece === undefined) return
  repair(ledger, piece.offset, {
    kind: 'loose-paragraph',
    message:
      'Deze alinea staat los tussen of onder onderdelen; ga na of zij op de goede plaats staat',
    mended: false
  })
}

/** Lines that belong together. */
interface Group {
  readonly kind: 'text' | 'table' | 'note' | 'quote' | 'heading'
  readonly lines: readonly Line[]
  /** Of a heading: where its words begin. */
  readonly from?: number
}

function groupsOf(
  lines: readonly Line[],
  headings: ReadonlyMap<Line, number>,
  wrapped: boolean
): readonly Group[] {
  const groups: {kind: Group['kind']; lines: Line[]; from?: number}[] = []
  let isApart = true
  for (const line of lines) {
    if (isBlank(line)) {
      isApart = true
      continue
    }
    const last = groups.at(-1)
    const from = headings.get(line)
    const kind = from === undefined ? kindOf(line, last, isApart) : 'heading'
    const before = last?.lines.at(-1)?.text ?? ''
    const goesOn = {isApart, wrapped, before}
    if (last?.kind === kind && joins(kind, line, goesOn)) last.lines.push(line)
    else groups.push({kind, lines: [line], ...(from !== undefined && {from})})
    isApart = false
  }
  return groups
}

function kindOf(
  line: Line,
  last: Group | undefined,
  isApart: boolean
): Group['kind'] {
  if (isRow(line)) return 'table'
  if (/^\[\^[^\]\s]{1,60}\]:/u.test(line.text)) return 'note'
  if (/^\s*>/u.test(line.text)) return 'quote'
  const isInNote =
    last?.kind === 'note' && !isApart && /^ {2,}/u.test(line.text)
  return isInNote ? 'note' : 'text'
}

function joins(
  kind: Group['kind'],
  {text}: Line,
  {
    isApart,
    wrapped,
    before
  }: {
    readonly isApart: boolean
    readonly wrapped: boolean
    readonly before: string
  }
): boolean {
  if (kind === 'table') return !isApart
  if (kind === 'quote') return !isApart
  if (kind === 'note') return !/^\[\^/u.test(text)
  if (kind === 'heading' || isApart || !wrapped) return false
  return !/ {2}$/u.test(before) && candidateIn(text) === undefined
}

interface Work {
  readonly soort: Soort
  readonly noten: Noot[]
  readonly context: BodyContext
}

function piecesOf(groups: readonly Group[], work: Work): readonly Placed[] {
  const candidates = groups.map((group) =>
    group.kind === 'text' ? candidateIn(group.lines[0]?.text ?? '') : undefined
  )
  const open = new Map<LabelKind, LabelParts>()
  return groups.flatMap((group, at) => {
    const line = group.lines[0]
    if (!line) return []
    if (group.kind !== 'text') return otherPieces(group, line, work)
    const found = candidates[at]
    const next = candidates.slice(at + 1).find((one) => one !== undefined)
    const label =
      found && chooseLabel(found, line, open, nextOf(candidates, at) ?? next)
    const span = joinSpans(group.lines.map((one) => spanOfLine(one)))
    if (!label) return paragraph(span, work)
    open.set(label.parts.kind, label.parts)
    reportLabel(label, line, work)
    return itemPieces(label, span, work)
  })
}

/** The next candidate of the same kind, however deep what stands between. */
function nextOf(
  candidates: readonly (Candidate | undefined)[],
  at: number
): Candidate | undefined {
  const kinds = new Set([candidates[at]?.parts.kind, 'number'])
  const own = candidates[at]?.parts
  return candidates
    .slice(at + 1, at + 40)
    .find(
      (one) =>
        one !== undefined && kinds.has(one.parts.kind) && one.parts !== own
    )
}

function chooseLabel(
  found: Candidate,
  {text}: Line,
  open: ReadonlyMap<LabelKind, LabelParts>,
  next: Candidate | undefined
): Candidate | undefined {
  const digit = asDigit(text, open, next)
  if (digit) return digit
  return isLabel(found, open, next) ? found : undefined
}

/** Text behind a label; it may itself begin a deeper run (`4. a. …`). */
function itemPieces(
  label: Candidate,
  span: Span,
  work: Work
): readonly Placed[] {
  const offset = span.at(0)
  const indent = columnsIn(span.text)
  const piece: Placed = {kind: 'item', label: label.label, indent, offset}
  const rest = slice(span, label.end)
  const inner = candidateIn(rest.text)
  const opensInner =
    inner?.form === 'strict' &&
    inner.parts.kind !== label.parts.kind &&
    inner.parts.kind !== 'dash' &&
    /^(?:a|1°?)\.$/u.test(inner.label)
  return opensInner
    ? [piece, ...itemPieces(inner, rest, work)]
    : [piece, ...paragraph(rest, work)]
}

/** White space at the start of a line; a tab counts as four. */
function columnsIn(text: string): number {
  const lead = /^[ \t]*/u.exec(text)?.[0] ?? ''
  return lead.replace(/\t/gu, '    ').length
}

function reportLabel(
  {written, label, form}: Candidate,
  {start, text}: Line,
  {context}: Work
): void {
  const offset = start + text.indexOf(written)
  if (form === 'tight') {
    repair(context.ledger, offset, {
      kind: 'label-space',
      message: `Achter \`${written}\` ontbrak een spatie; het is gelezen als het label \`${label}\``,
      mended: true
    })
  } else if (form === 'misread') {
    repair(context.ledger, offset, {
      kind: 'digit-for-letter',
      message: `\`${written}\` is gelezen als het label \`${label}\`: een letter stond voor een cijfer`,
      mended: true
    })
  } else if (
    label !== '–' &&
    written !== label &&
    written !== nummerOf(label)
  ) {
    repair(context.ledger, offset, {
      kind: 'label-form',
      message: `Het label \`${written}\` is geschreven als \`${label}\``,
      mended: true
    })
  }
}

function paragraph(span: Span, {soort, context}: Work): readonly Placed[] {
  const {ledger} = context
  if (isNote(span.text)) {
    leaveNote(span, ledger)
    return []
  }
  const content = readInline(span, context)
  if (content.length === 0) return []
  const offset = span.at(Math.max(0, span.text.search(/\S/u)))
  tellHorizon(span.text, soort, {ledger, offset})
  return [{kind: 'block', block: alinea(content), offset}]
}

function otherPieces(
  group: Group,
  line: Line,
  {soort, noten, context}: Work
): readonly Placed[] {
  const block =
    group.kind === 'table'
      ? readRows(group.lines, context)
      : group.kind === 'quote'
        ? readQuote(group.lines, context)
        : group.kind === 'heading'
          ? readHeading(group, line, {soort, context})
          : undefined
  if (group.kind === 'note') noten.push(...readNote(group.lines, context))
  return block ? [{kind: 'block', block, offset: line.start}] : []
}

function readQuote(
  lines: readonly Line[],
  context: BodyContext
): Block | undefined {
  const content = lines.flatMap((line) => {
    const from = /^[\s>]*/u.exec(line.text)?.[0].length ?? 0
    const words = readInline(spanOfLine(line, from), context)
    return words.length === 0 ? [] : [alinea(words)]
  })
  return content.length === 0 ? undefined : {type: 'citaat', content}
}

/** In an artikel no heading can stand: it becomes an alinea in bold. */
function readHeading(
  {from = 0}: Group,
  line: Line,
  {soort, context}: Pick<Work, 'soort' | 'context'>
): Block | undefined {
  const content = readInline(spanOfLine(line, from), context)
  if (content.length === 0) return undefined
  if (['bijlage', 'toelichting', 'preambule', 'slot'].includes(soort)) {
    return {type: 'tussenkop', depth: 2, content}
  }
  repair(context.ledger, line.start, {
    kind: 'heading-in-text',
    message:
      'Hier stond een kop midden in een bepaling; hij is nu een vette alinea; ga na waar hij hoort',
    mended: false
  })
  return alinea([{type: 'strong', children: [...content] as never}])
}

function readNote(
  lines: readonly Line[],
  context: BodyContext
): readonly Noot[] {
  const [first] = lines
  const found = /^\[\^(?<merk>[^\]\s]{1,60})\]:\s*/u.exec(first?.text ?? '')
  const merk = found?.groups?.merk
  if (!first || merk === undefined) return []
  const spans = [
    spanOfLine(first, found?.[0].length),
    ...lines.slice(1).map((line) => spanOfLine(line))
  ]
  const content = readInline(joinSpans(spans), context)
  return [
    {type: 'noot', merk, content: content.length === 0 ? [] : [alinea(content)]}
  ]
}
