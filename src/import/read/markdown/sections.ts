/** Lines and headings → sections, one for each unit, in order. */
import type {Soort} from '../../../model.ts'
import {bare} from '../names.ts'
import {type Ledger, repair} from '../source.ts'
import type {Head} from './heads.ts'
import {tagsAlone} from './inline.ts'
import {isBlank, type Line} from './lines.ts'

/** The lines of one unit. */
export interface Section {
  readonly soort: Soort
  readonly nummer?: string
  /** Offset of its heading, or of its first line. */
  readonly start: number
  readonly heading?: Line
  /** Where its opschrift stands: in its own heading, or in the one behind it. */
  readonly opschrift?: {readonly line: Line; readonly from: number}
  readonly lines: Line[]
  /** Headings among its lines, with the offset of their words. */
  readonly headings: Map<Line, number>
}

/** A text divided. */
export interface Division {
  readonly title?: Head
  readonly sections: readonly Section[]
}

const slotStart =
  /^(?:Lasten en bevelen|Onze Ministers?\b.*\b(?:belast met de uitvoering|hoofden van)|(?:Dit|Deze|De)\b[^.]{0,160}\bzal\b[^.]{0,200}\b(?:geplaatst|bekendgemaakt|bekend gemaakt)|Gegeven te|Aldus (?:vastgesteld|besloten|gedaan)|['’‘]s-Gravenhage\b.{0,30}$|Den Haag, \d)/u

interface Walk {
  readonly heads: ReadonlyMap<Line, Head>
  readonly lines: readonly Line[]
  readonly ledger: Ledger
  readonly sections: Section[]
  title?: Head
}

/** Divide a text by its headings. */
export function divide(
  lines: readonly Line[],
  heads: ReadonlyMap<Line, Head>,
  ledger: Ledger
): Division {
  const walk: Walk = {heads, lines, ledger, sections: []}
  for (const [at, line] of lines.entries()) {
    const head = heads.get(line)
    const open = walk.sections.at(-1)
    if (head) takeHead(head, at, walk)
    else if (open?.soort === 'artikel' && isSlot(line) && endsAt(at, walk)) {
      openSlot(line, walk)
    } else if (open) open.lines.push(line)
    else if (!isBlank(line)) {
      walk.sections.push(section('preambule', line, {lines: [line]}))
    }
  }
  return {sections: walk.sections, ...(walk.title && {title: walk.title})}
}

/** Whether no more artikelen come, but those of bijlagen and of the toelichting. */
function endsAt(at: number, {lines, heads}: Walk): boolean {
  const next = lines
    .slice(at)
    .flatMap((line) => heads.get(line)?.unit?.soort ?? [])
    .at(0)
  return next === undefined || next === 'bijlage' || bare.includes(next)
}

function isSlot({text}: Line): boolean {
  return slotStart.test(text.replace(/[*_]/gu, '').trim())
}

function openSlot(line: Line, {sections, ledger}: Walk): void {
  sections.push(section('slot', line, {lines: [line]}))
  repair(ledger, line.start, {
    kind: 'slot-found',
    message:
      'Hier begint, zo te lezen, het slot van de regeling; het is van het laatste artikel losgemaakt',
    mended: true
  })
}

function section(
  soort: Soort,
  {start}: Line,
  rest: Partial<Section> = {}
): Section {
  return {soort, start, lines: [], headings: new Map(), ...rest}
}

function takeHead(head: Head, at: number, walk: Walk): void {
  const {unit, tight} = head
  const open = walk.sections.at(-1)
  const isExplained = open?.soort === 'toelichting' && unit?.soort !== 'bijlage'
  // `Slot` or `Toelichting` right under `Hoofdstuk II` is its opschrift.
  const isName =
    unit !== undefined &&
    open !== undefined &&
    bare.includes(unit.soort) &&
    !['artikel', 'bijlage', ...bare].includes(open.soort) &&
    mayName(open, nextHead(at, walk))
  if (unit && !isExplained && !isName) {
    if (tight) reportTight(head, walk)
    openUnit(head, walk)
  } else if (walk.title === undefined && walk.sections.every(isWordless)) {
    walk.title = head
  } else takeWords(head, at, walk)
}

/** What stands before a title, such as a line of HTML, and says nothing itself. */
function isWordless({soort, headings, lines}: Section): boolean {
  const hasWords = lines.some(
    (line) => !isBlank(line) && !tagsAlone.test(line.text)
  )
  return soort === 'preambule' && headings.size === 0 && !hasWords
}

function openUnit({unit, line}: Head, {sections}: Walk): void {
  if (!unit) return
  const {soort, nummer, opschriftFrom} = unit
  sections.push(
    section(soort, line, {
      heading: line,
      ...(nummer !== undefined && {nummer}),
      ...(opschriftFrom !== undefined && {
        opschrift: {line, from: opschriftFrom}
      })
    })
  )
}

/**
 * Words without a number: the opschrift of the unit right above, a group of
 * provisions without a number, or a heading inside a text.
 */
function takeWords(head: Head, at: number, walk: Walk): void {
  const {line, from} = head
  const open = walk.sections.at(-1)
  const next = nextHead(at, walk)
  // `Artikel 1` right under `Toelichting` is what it explains.
  const isName = head.unit === undefined || open?.soort !== 'toelichting'
  if (open && isName && mayName(open, next)) {
    walk.sections[walk.sections.length - 1] = {...open, opschrift: {line, from}}
  } else if (open && (!next.isHead || open.soort === 'toelichting')) {
    open.lines.push(line)
    open.headings.set(line, from)
  } else {
    walk.sections.push(section('paragraaf', line, {opschrift: {line, from}}))
  }
  if (head.tight) reportTight(head, walk)
}

interface Next {
  /** Whether a heading comes next, before any text. */
  readonly isHead: boolean
}

function nextHead(at: number, {lines, heads}: Walk): Next {
  const next = lines.slice(at + 1).find((line) => !isBlank(line))
  return {isHead: next === undefined || heads.has(next)}
}

/** An empty artikel followed by headings alone has lapsed: those are not its opschrift. */
function mayName(
  {soort, opschrift, lines, headings}: Section,
  {isHead}: Next
): boolean {
  const isFresh =
    opschrift === undefined && headings.size === 0 && lines.every(isBlank)
  return (
    isFresh &&
    soort !== 'preambule' &&
    soort !== 'slot' &&
    !(soort === 'artikel' && isHead)
  )
}

function reportTight({line, words, unit}: Head, {ledger}: Walk): void {
  repair(ledger, line.start, {
    kind: 'heading-space',
    message: `In de kop \`${words.slice(0, 60)}\` ontbrak een spatie; hij is gelezen als ${unit ? 'kop van een bepaling' : 'kop'}`,
    mended: true
  })
}
