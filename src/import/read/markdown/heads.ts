/** Lines of a text → which of them are headings, and of what. */
import type {Soort} from '../../../model.ts'
import {afterSoortWord} from '../heading.ts'
import {nummerPattern} from '../names.ts'
import type {Line} from './lines.ts'

/** A heading; `from` is where its words begin in the line. */
export interface Head {
  readonly line: Line
  readonly from: number
  readonly words: string
  readonly unit?: UnitHead
  /** Written tight: `###Artikel 4a`, `Artikel1`. */
  readonly tight: boolean
}

/** A heading that names a unit. */
export interface UnitHead {
  readonly soort: Soort
  readonly nummer?: string
  /** Where the opschrift begins in the line, when there is one. */
  readonly opschriftFrom?: number
}

const hash = /^(?<mark>\s{0,3}#{1,6})(?<gap>\s*)(?<words>\S.*?)\s*#*\s*$/u
const bold = /^(?<mark>\s*(?:\*\*|__))(?<words>[^*_].*?)(?:\*\*|__)\s*:?\s*$/u
const numberFirst = new RegExp(
  `^(?<nummer>${nummerPattern})(?<gap>[.:]?\\s*[-–—]\\s+|[.:]\\s*|\\s+|$)`,
  'u'
)

const structure: readonly Soort[] = [
  'artikel',
  'hoofdstuk',
  'paragraaf',
  'afdeling',
  'titel',
  'deel',
  'boek'
]

/** Headings that are marked as such, by line. */
export function headsIn(lines: readonly Line[]): ReadonlyMap<Line, Head> {
  const found = lines.flatMap((line) => markedHead(line) ?? [])
  return new Map(found.map((head) => [head.line, head]))
}

function markedHead(line: Line): Head | undefined {
  const match = hash.exec(line.text)
  const {mark = '', gap = '', words = ''} = match?.groups ?? {}
  if (match) {
    const from = mark.length + gap.length
    const unit = unitHead(words, from)
    const tight = gap === '' || isTight(words, unit)
    return {line, from, words, ...(unit && {unit}), tight}
  }
  return boldHead(line)
}

/** A line in bold is a heading only where it names a unit with its number. */
function boldHead(line: Line): Head | undefined {
  const match = bold.exec(line.text)
  const {mark = '', words = ''} = match?.groups ?? {}
  const unit = match ? unitHead(words, mark.length) : undefined
  if (unit?.nummer === undefined) return undefined
  return {line, from: mark.length, words, unit, tight: false}
}

/** Whether no space stands before the number. */
export function isTight(words: string, unit: UnitHead | undefined): boolean {
  return unit?.nummer !== undefined && /^[*_]*\p{L}+\d/u.test(words)
}

/** What a heading names; nothing when it is only words. */
export function unitHead(written: string, from: number): UnitHead | undefined {
  const lead = /^[*_\s]*/u.exec(written)?.[0].length ?? 0
  const words = written.slice(lead)
  if (/^enig artikel\b/iu.test(words)) {
    return withOpschrift(
      {soort: 'artikel', nummer: 'enig'},
      words.slice(12),
      from + lead + 12
    )
  }
  for (const soort of structure) {
    const rest = afterSoortWord(soort, words)
    if (rest === undefined) continue
    const match = numberFirst.exec(rest.replace(/^[*_]+/u, ''))
    if (!match?.groups) continue
    const skipped = rest.length - rest.replace(/^[*_]+/u, '').length
    const begin = words.length - rest.length + skipped + match[0].length
    const head = {soort, nummer: match.groups.nummer ?? ''}
    return withOpschrift(head, words.slice(begin), from + lead + begin)
  }
  return otherHead(words, from + lead)
}

function otherHead(words: string, from: number): UnitHead | undefined {
  const bijlage = afterSoortWord('bijlage', words)
  if (bijlage !== undefined) {
    const match = numberFirst.exec(bijlage)
    const begin = words.length - bijlage.length + (match?.[0].length ?? 0)
    const nummer = match?.groups?.nummer
    const head: UnitHead = {
      soort: 'bijlage',
      ...(nummer !== undefined && {nummer})
    }
    return withOpschrift(head, words.slice(begin), from + begin)
  }
  for (const soort of ['preambule', 'slot', 'toelichting'] as const) {
    const rest = afterSoortWord(soort, words)
    if (rest === undefined) continue
    if (rest.replace(/[*_:.\s]/gu, '') === '') return {soort}
    const explains =
      /^(?:op|bij) (?:de|het|deze|dit) (?:regeling|besluit|wet|verordening|cao|collectieve)/iu
    if (soort === 'toelichting' && explains.test(rest)) {
      return {soort, opschriftFrom: from}
    }
  }
  return undefined
}

function withOpschrift(head: UnitHead, rest: string, from: number): UnitHead {
  const gap = /^\s*/u.exec(rest)?.[0].length ?? 0
  return rest.replace(/[*_\s]/gu, '') === ''
    ? head
    : {...head, opschriftFrom: from + gap}
}
