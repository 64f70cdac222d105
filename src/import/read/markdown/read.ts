/** Markdown or plain text of a whole regulation → one whole text. */
import {defined} from '../../../defined.ts'
import {wordsOf} from '../../../dialect/words.ts'
import {isoDate} from '../../../time/days.ts'
import type {ImportedText, ImportedUnit} from '../../imported.ts'
import type {Refusal} from '../bytes.ts'
import {
  type Ledger,
  leaveOut,
  offsetOf,
  placeOf,
  type Span,
  slice
} from '../source.ts'
import {isLapse, ownHorizon, reportHead} from '../unit.ts'
import {type BodyContext, readBody} from './body.ts'
import {tellColumns} from './columns.ts'
import type {Head} from './heads.ts'
import {isHouseText, readHouse} from './house.ts'
import {readInline, tagsAlone} from './inline.ts'
import {isBlank, isWrapped, type Line, linesOf, spanOfLine} from './lines.ts'
import {placeNotes} from './notes.ts'
import {nestUnits} from './outline.ts'
import {readHeads} from './plain.ts'
import {divide, type Section} from './sections.ts'

/** Read a text, or say why there is no regulation in it. */
export function readMarkdown(ledger: Ledger): ImportedText | Refusal {
  const all = linesOf(ledger.source)
  if (isHouseText(all)) return readHouse(all, ledger)
  const lines = leaveAround(all, ledger)
  const heads = readHeads(lines, ledger)
  if (![...heads.values()].some(({unit}) => unit)) return noUnits
  const {sections, title} = divide(
    withoutTitleLine(lines, heads),
    heads,
    ledger
  )
  placeNotes(sections)
  for (const section of sections) tellColumns(section.lines, ledger)
  const context: BodyContext = {
    ledger,
    notes: notesIn(lines),
    wrapped: isWrapped(lines)
  }
  const plainTitle = title ? undefined : firstLine(lines, heads)
  const titel = title
    ? wordsIn(spanOfLine(title.line, title.from), context)
    : plainTitle && wordsIn(spanOfLine(plainTitle), context)
  const units = nestUnits(
    sections.flatMap((one) => {
      // A mark of which the note stands in another unit is text.
      const own = {...context, notes: notesIn(one.lines)}
      const unit = readSection(one, own)
      if (hasAny(unit)) return [unit]
      if (one.heading) {
        leaveOut(ledger, spanOfLine(one.heading), 'kop zonder tekst')
      }
      return []
    })
  )
  reportUnits(units, ledger)
  const {source, leftOut, repairs} = ledger
  return {
    file: source.file,
    format: 'markdown',
    ...defined(factsOf(source.file)),
    titel: titel || source.file,
    units,
    leftOut,
    repairs
  }
}

const noUnits: Refusal = {
  line: 1,
  column: 1,
  message:
    'In deze tekst is geen artikel, hoofdstuk of bijlage te vinden; zet voor elke bepaling een eigen regel, bijvoorbeeld `### Artikel 1`'
}

/** Number of the law and day, as the names of folder and file give them. */
function factsOf(file: string): Partial<ImportedText> {
  const identifier = /(?:^|[/_])((?:BWB[RV]|CVDR)\d{4,9})(?=[/_.]|$)/u.exec(
    file
  )?.[1]
  const day = /(?:^|[/_])(\d{4}-\d{2}-\d{2})(?:_(\d{1,3}))?\.[a-z]+$/u.exec(
    file
  )
  const geldig = isoDate(day?.[1] ?? '')
  return defined({
    identifier,
    geldig,
    expression: geldig && day?.[2] ? Number(day[2]) : undefined
  })
}

/** A preambule or slot that turned out to be empty is none. */
function hasAny({soort, text, opschrift}: ImportedUnit): boolean {
  const isBare = soort === 'preambule' || soort === 'slot'
  return !isBare || text.length > 0 || opschrift !== undefined
}

/** Front matter and rulers are no text. */
function leaveAround(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const end =
    lines[0]?.text.trim() === '---'
      ? lines.findIndex(
          ({text}, at) => at > 0 && /^(?:---|\.\.\.)\s*$/u.test(text)
        )
      : -1
  const kept: Line[] = []
  for (const [at, line] of lines.entries()) {
    const isRuler =
      /^\s*(?:-{3,}|={3,}|_{3,}|\*{3,}|(?:[-*_] ){2,}[-*_])\s*$/u.test(
        line.text
      )
    if (at <= end) leaveOut(ledger, spanOfLine(line), 'kop van het bestand')
    else if (isRuler) leaveOut(ledger, spanOfLine(line), 'scheidingslijn')
    else kept.push(line)
  }
  return kept
}

/** Without headings for it, the first line is the title. */
function firstLine(
  lines: readonly Line[],
  heads: ReadonlyMap<Line, Head>
): Line | undefined {
  const hasTitle = [...heads.values()].some(({unit}) => !unit)
  const first = lines.find(
    (line) => !isBlank(line) && !tagsAlone.test(line.text)
  )
  const isTitle = first && !heads.has(first) && first.text.length <= 300
  return !hasTitle && isTitle ? first : undefined
}

function withoutTitleLine(
  lines: readonly Line[],
  heads: ReadonlyMap<Line, Head>
): readonly Line[] {
  const first = firstLine(lines, heads)
  return lines.filter((line) => line !== first)
}

function notesIn(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({text}) => /^\[\^([^\]\s]{1,60})\]:/u.exec(text)?.[1] ?? [])
  )
}

function wordsIn(span: Span, context: BodyContext): string {
  const words = readInline(span, {...context, isTitle: true})
  return wordsOf(words).replace(/\s+/gu, ' ').trim()
}

function readSection(section: Section, context: BodyContext): ImportedUnit {
  const {soort, nummer, start, lines} = section
  const {ledger} = context
  const {opschrift, lapsed} = readOpschrift(section, context)
  const words = lines.map(({text}) => text).join(' ')
  const isGone = isLapse(words.replace(/[*_]/gu, ''))
  if (isGone) {
    for (const line of lines) {
      leaveOut(
        ledger,
        spanOfLine(line),
        'vermelding dat de bepaling is vervallen'
      )
    }
  }
  const text = isGone ? [] : readBody(lines, soort, section.headings, context)
  const unit: ImportedUnit = {
    soort,
    ...defined({
      nummer,
      opschrift,
      tot: ownHorizon(soort, text),
      vervallen: isGone || lapsed || undefined
    }),
    text,
    children: [],
    place: placeOf(ledger.source, start)
  }
  return unit
}

/** Where a title ends: marks behind it close it, or the words that they opened in it. */
function endOfTitle(title: string): number {
  const end = /[\s#*_]+$/u.exec(title)?.index ?? title.length
  const opened = title.slice(0, end).match(/(?<!\\)(?:\*+|_+(?=\S))/gu) ?? []
  return opened.length % 2 === 0
    ? end
    : (/[\s#]+$/u.exec(title)?.index ?? title.length)
}

const lapsedEnd =
  /\s*[[(]\s*vervallen[^\])]{0,80}[\])]\s*$|^\s*vervallen\.?\s*$/iu

function readOpschrift(
  {opschrift: at}: Section,
  context: BodyContext
): {readonly opschrift?: string | undefined; readonly lapsed: boolean} {
  if (!at) return {lapsed: false}
  const whole = spanOfLine(at.line, at.from)
  const span = slice(whole, 0, endOfTitle(whole.text))
  const end = lapsedEnd.exec(span.text)?.index
  if (end !== undefined) {
    leaveOut(
      context.ledger,
      slice(span, end),
      'vermelding dat de bepaling is vervallen'
    )
  }
  const words = wordsIn(slice(span, 0, end), context)
  return {
    opschrift: words === '' ? undefined : words,
    lapsed: end !== undefined
  }
}

/** Tell of units what an author must look at, once they have their children. */
function reportUnits(units: readonly ImportedUnit[], ledger: Ledger): void {
  for (const unit of units) {
    reportHead(unit, offsetOf(ledger.source, unit.place), ledger)
    reportUnits(unit.children, ledger)
  }
}
