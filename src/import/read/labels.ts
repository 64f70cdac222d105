/** Labels at the start of loose lines: which of them surely are labels. */
import {
  carriesOn,
  isFirst,
  type LabelKind,
  type LabelParts,
  readLabel
} from '../../dialect/label.ts'
import {houseLabel, withDigits} from './label.ts'

/** A line that may begin with a label. */
export interface Candidate {
  /** As written, without what follows it. */
  readonly written: string
  /** In house form. */
  readonly label: string
  readonly parts: LabelParts
  /** Where the text behind it begins in the line. */
  readonly end: number
  /** How sure the form alone makes it. */
  readonly form: 'strict' | 'tight' | 'bare' | 'misread'
}

const shapes: readonly (readonly [RegExp, Candidate['form']])[] = [
  [/^(?<written>[-–—―‒•·●▪◦*])\s+(?=\S)/u, 'strict'],
  [/^(?<written>\*)(?=\p{L}[^*]*$)/u, 'tight'],
  [/^(?<written>\(?\d{1,3}[a-z]{0,2}[°º˚]\.?\)?)(?:\s+|$)/u, 'strict'],
  [/^(?<written>\(?\d{1,3}[a-z]{0,2}[°º˚]\.?\)?)(?=\p{L})/u, 'tight'],
  [/^(?<written>\d{1,2}[eo]\.)(?:\s+|$)/u, 'strict'],
  [/^(?<written>\d{1,2}[eo]\.)(?=\p{L})/u, 'tight'],
  [/^(?<written>\(?\d{1,3}[a-z]{0,2}(?:\.\)?|\)\.?))(?:\s+|$)/u, 'strict'],
  [/^(?<written>\d{1,3}[a-z]{0,2}[.)])(?=[\p{L}[*'‘"“])/u, 'tight'],
  [
    /^(?<written>\(?(?:[a-z]{1,2}|[ivx]{3,6})(?:\.\)?|\)\.?))(?:\s+|$)/u,
    'strict'
  ],
  [/^(?<written>[a-z]{1,2}[.)])(?=[\p{L}[*'‘"“])/u, 'tight'],
  [/^(?<written>\d{1,2}[a-z]{0,2})\s+(?=[\p{Lu}[(‘“"])/u, 'bare'],
  [/^(?<written>(?:[lI]|[\dlI]{0,2}[oO\dlI])[.°]\.?)\s+/u, 'misread']
]

/** White space, and what nobody sees. */
const lead = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*/u

/** The label that a line may begin with; white space at its start does not count, nor what nobody sees. */
export function candidateIn(line: string): Candidate | undefined {
  const from = lead.exec(line)?.[0].length ?? 0
  const rest = line.slice(from)
  for (const [pattern, form] of shapes) {
    const match = pattern.exec(rest)
    const written = match?.groups?.written
    if (match === null || written === undefined) continue
    const plain = form === 'misread' ? withDigits(written) : written
    const named = plain === undefined ? undefined : partsOf(plain)
    if (named) return {written, ...named, end: from + match[0].length, form}
  }
  return undefined
}

function partsOf(
  plain: string
): Pick<Candidate, 'label' | 'parts'> | undefined {
  const label = houseLabel(plain)
  const parts = label === undefined ? undefined : readLabel(label)
  return label === undefined || parts === undefined ? undefined : {label, parts}
}

/** By kind, the label at which each open run stands. */
export type OpenRuns = ReadonlyMap<LabelKind, LabelParts>

/** Whether a candidate is a label, seen what is open and which candidate comes next. */
export function isLabel(
  {form, parts}: Candidate,
  open: OpenRuns,
  next: Candidate | undefined
): boolean {
  const last = open.get(parts.kind)
  const goesOn = last !== undefined && carriesOn(last, parts)
  const begins =
    isFirst(parts) && next !== undefined && carriesOn(parts, next.parts)
  if (form !== 'strict') {
    // A letter that goes on with letters is itself: `l.` after `k.`.
    return goesOn || begins
  }
  const {kind, suffix} = parts
  const isWord =
    kind === 'letter' && suffix.length === 2 && suffix[0] !== suffix[1]
  return goesOn || !isWord
}

/** Whether a letter is read as the digit that it stands for: `l.` before `2.`. */
export function asDigit(
  line: string,
  open: OpenRuns,
  next: Candidate | undefined
): Candidate | undefined {
  const found = candidateIn(line)
  if (found?.parts.kind !== 'letter') return undefined
  const last = open.get('letter')
  if (last !== undefined && carriesOn(last, found.parts)) return undefined
  const plain = withDigits(found.written)
  const named = plain === undefined ? undefined : partsOf(plain)
  if (!named) return undefined
  const {parts} = named
  const number = open.get('number')
  const fits =
    (isFirst(parts) && next !== undefined && carriesOn(parts, next.parts)) ||
    (number !== undefined && carriesOn(number, parts))
  return fits ? {...found, ...named, form: 'misread'} : undefined
}
