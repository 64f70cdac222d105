/**
 * Stage: Comparison → Markdown of the dialect with CriticMarkup.
 *
 * After the statement the merged text: taking all that came gives the new text
 * as the dialect prints it, rejecting it all the old one, to the letter. What
 * moved goes in one place and comes in another, with a comment in both; labels
 * and line ends stand inside the marks where they are what changed.
 */
import type {
  Change,
  Comparison,
  LineChange,
  Side,
  UnitChange
} from '../comparison.ts'
import type {Block} from '../model.ts'
import {escapeCritic, type Segment, writeCritic} from './critic.ts'
import {unitSegments} from './critic-unit.ts'
import {changeName} from './diff-names.ts'
import {homesOf, movedLines, movedUnit, originTexts} from './diff-places.ts'
import {
  byText,
  daysRemark,
  diffStatement,
  kindsText,
  type Sides
} from './diff-statement.ts'
import {printSafely} from './markdown.ts'
import {deeper, type Level} from './prepare.ts'
import {visible} from './visible.ts'

/** The last words before the text: what the marks mean. */
export const legend =
  'Hieronder staat de samengevoegde tekst met CriticMarkup: alles aanvaarden geeft de nieuwe tekst, alles verwerpen de oude.'

/** Print a comparison as Markdown. */
export function renderDiffMarkdown(
  comparison: Comparison,
  changes: readonly Change[],
  sides: Sides = {}
): string {
  const shown = visible({comparison, changes, sides})
  const opening = escapeCritic(printSafely(statementBlocks(shown)))
  const text = writeCritic(textSegments(shown))
  return text === '' ? opening : `${opening}\n${text}\n`
}

interface Document {
  readonly comparison: Comparison
  readonly changes: readonly Change[]
  readonly sides: Sides
}

function statementBlocks({
  comparison,
  changes,
  sides
}: Document): readonly Block[] {
  const said = diffStatement(comparison, changes, sides)
  const {title, was, wordt, order, count, notices} = said
  const lines = changes.map(
    (change) =>
      `${changeName(change)}: ${kindsText(change)}${byText(change, sides)}`
  )
  return [
    {type: 'tussenkop', depth: 1, content: words(title)},
    alinea(`Was: ${was}`),
    alinea(`Wordt: ${wordt}`),
    ...(order === undefined ? [] : [alinea(order)]),
    ...notices.map(({side, text}) =>
      alinea(
        side === undefined
          ? text
          : `${side === 'was' ? 'Was' : 'Wordt'}: ${text}`
      )
    ),
    alinea(count),
    ...lines.map(
      (line): Block => ({
        type: 'onderdeel',
        label: '–',
        nummer: '–',
        content: [alinea(line)]
      })
    ),
    ...(comparison.units.length === 0 ? [] : [alinea(legend)])
  ]
}

function alinea(value: string): Block {
  return {type: 'alinea', role: 'tekst', content: words(value)}
}

function words(value: string) {
  return [{type: 'text' as const, value}]
}

/** What has been written of the text, while it is walked through. */
interface Walk {
  readonly document: Document
  readonly homes: ReturnType<typeof homesOf>
  readonly segments: Segment[]
  readonly begun: {was: boolean; wordt: boolean}
  notes: number
}

function textSegments(document: Document): readonly Segment[] {
  const {units} = document.comparison
  const walk: Walk = {
    document,
    homes: homesOf(units),
    segments: [],
    begun: {was: false, wordt: false},
    notes: 0
  }
  for (const unit of units) addUnit(unit, 2, walk)
  return walk.segments
}

function addUnit(unit: UnitChange, level: Level, walk: Walk): void {
  const {segments, begun} = walk
  const gap = (side: Side): string => {
    if (!unit[side]) return ''
    const isFirst = !begun[side]
    begun[side] = true
    return isFirst ? '' : '\n\n'
  }
  segments.push({was: gap('was'), wordt: gap('wordt')})
  const remark = remarkOf(unit, walk)
  segments.push(
    ...unitSegments(unit, {
      level,
      noteOf: noteNumbers(unit, walk),
      ...(remark !== '' && {remark}),
      remarks: movedLines(unit)
    })
  )
  for (const inner of [...unit.toelichting, ...unit.children]) {
    addUnit(inner, deeper(level), walk)
  }
}

/** A note bears one number on both sides, in the order of the merged text. */
function noteNumbers(
  unit: UnitChange,
  walk: Walk
): (side: Side, merk: string) => string | undefined {
  const numbers = {
    was: new Map<string, string>(),
    wordt: new Map<string, string>()
  }
  for (const line of unit.lines) {
    const [old, now] = [noteOn(line, 'was'), noteOn(line, 'wordt')]
    if (old === undefined && now === undefined) continue
    const number =
      numbers.was.get(old ?? '') ??
      numbers.wordt.get(now ?? '') ??
      String(++walk.notes)
    keep(numbers.was, old, number)
    keep(numbers.wordt, now, number)
  }
  return (side, merk) => numbers[side].get(merk.toLowerCase())
}

/** Mark of the note in which a line stands. */
function noteOn(line: LineChange, side: Side): string | undefined {
  const own = line[side]
  if (own === undefined || own === 'continues') return undefined
  return own.path.find(({type}) => type === 'noot')?.label.toLowerCase()
}

function keep(
  numbers: Map<string, string>,
  merk: string | undefined,
  number: string
): void {
  if (merk !== undefined && !numbers.has(merk)) numbers.set(merk, number)
}

function remarkOf(
  unit: UnitChange,
  {document: {comparison, sides}, homes}: Walk
): string {
  const origin = originTexts(unit, comparison.units)
  return [
    ...movedUnit(unit, homes),
    ...origin,
    ...daysRemark(unit, sides)
  ].join('; ')
}
