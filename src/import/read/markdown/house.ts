/**
 * What caoc itself wrote as Markdown → one whole text.
 *
 * Its text is in house form, so the dialect reads it; what caoc says of the
 * text (days, sources, remarks) is left out.
 */

import {defined} from '../../../defined.ts'
import type {Report} from '../../../diagnostics/report.ts'
import {parseText} from '../../../dialect/parse.ts'
import type {Block, Laag, Soort, Tussenkop} from '../../../model.ts'
import type {ImportedText, ImportedUnit} from '../../imported.ts'
import type {Refusal} from '../bytes.ts'
import {dayIn} from '../mend.ts'
import {type Ledger, leaveOut, placeOf} from '../source.ts'
import {type Head, headsIn} from './heads.ts'
import {isBlank, type Line, spanOfLine} from './lines.ts'
import {nestUnits} from './outline.ts'

const statement = 'mededeling van caoc over de tekst'
const about = /^## Over deze tekst\s*$/u
const explains = /^#{2,6} Toelichting op /u
const suffix = /\s*\((vervallen|UWO|CAR)\)\s*$/u

/** Whether a text is one that `cao show` or `cao build` made. */
export function isHouseText(lines: readonly Line[]): boolean {
  const at = lines.findIndex(({text}) => about.test(text))
  return at > 0 && /^# \S/u.test(lines[0]?.text ?? '')
}

/** Read it back. */
export function readHouse(
  lines: readonly Line[],
  ledger: Ledger
): ImportedText | Refusal {
  const begin = lines.findIndex(({text}) => about.test(text))
  const from = lines.findIndex(({text}, at) => at > begin && /^## /u.test(text))
  const end = from < 0 ? lines.length : from
  for (const line of lines.slice(1, end))
    leaveOut(ledger, spanOfLine(line), statement)
  const title = lines[0]?.text.replace(/^# /u, '').trim() ?? ''
  const moment = lines
    .slice(1, begin)
    .find(({text}) => /^(?:Geldend|Stand) op /u.test(text))
  const sections = sectionsOf(lines.slice(end))
  const units = sections.reduce<readonly ImportedUnit[]>(
    (done, section) => addSection(done, section, ledger),
    []
  )
  const {source, leftOut, repairs} = ledger
  if (units.length === 0) {
    return {
      line: 1,
      column: 1,
      message:
        'In deze tekst staat geen bepaling; vraag haar op voor een dag waarop de regeling geldt'
    }
  }
  return {
    file: source.file,
    format: 'markdown',
    titel: title,
    ...defined({geldig: dayIn(moment?.text ?? '')}),
    units: nestUnits(units),
    leftOut,
    repairs
  }
}

interface Section {
  readonly heading: Line
  readonly head?: Head | undefined
  readonly lines: Line[]
}

function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const heads = headsIn(lines.filter(({text}) => /^#{2,6} /u.test(text)))
  const sections: Section[] = []
  for (const line of lines) {
    const isHeading = /^#{2,6} /u.test(line.text)
    const isUnit =
      heads.get(line)?.unit !== undefined || explains.test(line.text)
    if (isHeading && isUnit)
      sections.push({heading: line, head: heads.get(line), lines: []})
    else sections.at(-1)?.lines.push(line)
  }
  return sections
}

function addSection(
  done: readonly ImportedUnit[],
  {heading, head, lines}: Section,
  ledger: Ledger
): readonly ImportedUnit[] {
  const body = withoutRemarks(lines, ledger)
  const level = /^#+/u.exec(heading.text)?.[0].length ?? 2
  const last = done.at(-1)
  if (explains.test(heading.text) && last) {
    leaveOut(ledger, spanOfLine(heading), 'kop van een toelichting')
    const toelichting = quoted(parse(body, 'toelichting', level))
    return [...done.slice(0, -1), {...last, toelichting}]
  }
  const unit = head?.unit
  if (!unit) return done
  const name = heading.text.slice(unit.opschriftFrom ?? heading.text.length)
  const mark = suffix.exec(name)
  if (mark) {
    const at = (unit.opschriftFrom ?? 0) + mark.index
    leaveOut(
      ledger,
      spanOfLine(heading, at),
      mark[1] === 'vervallen'
        ? 'vermelding dat de bepaling is vervallen'
        : 'laag van de bepaling'
    )
  }
  const blocks = parse(body, unit.soort, level)
  const opschrift = name
    .slice(0, mark?.index)
    .trim()
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
  return [
    ...done,
    {
      soort: unit.soort,
      ...defined({
        nummer: unit.nummer,
        opschrift: opschrift === '' ? undefined : opschrift,
        vervallen: mark?.[1] === 'vervallen' || undefined
      }),
      text: unit.soort === 'toelichting' ? quoted(blocks) : blocks,
      children: [],
      place: placeOf(ledger.source, heading.start)
    }
  ]
}

/** `*Geldt sinds …*` right under a heading is caoc's remark, and `[Met terugwerkende kracht …]` too. */
function withoutRemarks(
  lines: readonly Line[],
  ledger: Ledger
): readonly Line[] {
  const first = lines.findIndex(
    (line) => !isBlank(line) && !/^\*(?!\*)[^*]+\*$/u.test(line.text.trim())
  )
  const count = first < 0 ? lines.length : first
  for (const line of lines.slice(0, count))
    leaveOut(ledger, spanOfLine(line), statement)
  return lines.slice(count)
}

/** A toelichting is printed as a quotation. */
function quoted(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.type === 'citaat' ? block.content : [block]
  )
}

const silent: Report = () => undefined

function parse(
  lines: readonly Line[],
  soort: Soort,
  level: number
): readonly Block[] {
  const text = lines.map((line) => line.text).join('\n')
  const headings = ['bijlage', 'toelichting', 'preambule', 'slot'].includes(
    soort
  )
  return parseText(text, {leden: soort === 'artikel', headings}, silent).map(
    (block) => asWritten(block, level)
  )
}

/** In a document a heading stands deeper, and `{UWO}` reads `(UWO)`. */
function asWritten(block: Block, level: number): Block {
  if (block.type === 'tussenkop') {
    const depth = Math.max(1, block.depth - level + 1) as Tussenkop['depth']
    return {...block, depth}
  }
  if (block.type === 'citaat') {
    return {
      ...block,
      content: block.content.map((one) => asWritten(one, level))
    }
  }
  if (block.type !== 'lid' && block.type !== 'onderdeel') return block
  const content = block.content.map((one) => asWritten(one, level))
  const [first, ...rest] = content
  const [opening, ...words] = first?.type === 'alinea' ? first.content : []
  const mark =
    opening?.type === 'text' ? /^\((UWO|CAR)\) /u.exec(opening.value) : null
  if (!mark || opening?.type !== 'text' || first?.type !== 'alinea') {
    return {...block, content}
  }
  const value = opening.value.slice(mark[0].length)
  const alinea = {...first, content: [{...opening, value}, ...words]}
  return {...block, laag: mark[1] as Laag, content: [alinea, ...rest]}
}
