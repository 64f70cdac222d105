/**
 * A unit of the merged tree → what befell it: its head, its lines, and all that it holds.
 *
 * Stage.
 */
import type {
  Kind,
  LineChange,
  Run,
  UnitChange,
  UnitHead
} from '../comparison.ts'
import type {UnitText} from '../model.ts'
import {type Desk, textsOf} from './desk.ts'
import {lineChanges} from './line-changes.ts'
import {bare, linesOf} from './lines.ts'
import {type Origins, originsOf} from './origins.ts'
import {plainRuns, runsOf} from './runs.ts'
import {plainRows, type TableContext} from './tables.ts'
import {tokensOf, withReferences} from './tokens.ts'
import type {UnitNode} from './units.ts'
import {compareWords} from './words.ts'

/** Write down one unit. */
export function unitChange(node: UnitNode, desk: Desk): UnitChange {
  const {role, was, wordt, other, isAlong} = node
  const lines = linesIn(node, desk)
  const opschrift = headRuns(node, desk.context)
  const move = isAlong
    ? undefined
    : desk.unitMoves.get((was ?? wordt)?.id ?? '')
  const origins = originsOf(node, desk)
  const heads = {
    ...(was && {was: headOf(was)}),
    ...(wordt && {wordt: headOf(wordt)}),
    ...(other && {other: headOf(other)})
  }
  const shown = lines.flatMap(({kinds}) => kinds)
  const isWhole = roleKinds(node, origins).some((kind) =>
    ['added', 'lapsed'].includes(kind)
  )
  return {
    ...heads,
    kinds: [
      ...roleKinds(node, origins),
      ...headKinds(...textsOf(node)),
      ...(isWhole ? [] : textKinds(shown, opschrift))
    ],
    opschrift,
    lines,
    ...((role === 'away' || role === 'here') && move !== undefined && {move}),
    ...origins,
    door: [],
    toelichting: node.toelichting.map((one) => unitChange(one, desk)),
    children: node.children.map((one) => unitChange(one, desk))
  }
}

function headOf(unit: UnitText): UnitHead {
  const {text: _text, toelichting: _notes, children: _children, ...head} = unit
  return head
}

function linesIn(node: UnitNode, desk: Desk): readonly LineChange[] {
  const {was, wordt} = node
  const at = desk.indexOf.get(node)
  const match = at === undefined ? undefined : desk.matches[at]
  const traffic = at === undefined ? undefined : desk.traffic[at]
  if (match && traffic) return lineChanges(match, traffic, desk.context)
  const text = (wordt ?? was)?.text ?? []
  return linesOf(text).map((whole): LineChange => {
    const {content, rows} = whole
    const line = bare(whole)
    const runs = plainRuns(content)
    const rest = {runs, kinds: none, door: none}
    if (line.kind.type !== 'tabel' && was && wordt) {
      return {was: line, wordt: line, ...rest}
    }
    return {
      ...(was && {was: line}),
      ...(wordt && {wordt: line}),
      ...rest,
      ...(line.kind.type === 'tabel' && {rows: plainRows(rows, 'same')})
    }
  })
}

const none: readonly never[] = []

/** A lapsed unit shows no opschrift: it has none any more. */
function headRuns(node: UnitNode, context: TableContext): readonly Run[] {
  const [left, right] = textsOf(node)
  const [was, wordt] = [opschriftOf(left), opschriftOf(right)]
  if (was === wordt) return plainRuns(words(wordt))
  if (was === '') return plainRuns(words(wordt), 'added')
  if (wordt === '') return plainRuns(words(was), 'removed')
  const tokens = [was, wordt].map((text) =>
    withReferences(tokensOf(words(text)), context.laws)
  )
  return runsOf(compareWords(tokens[0] ?? [], tokens[1] ?? [], context))
}

function opschriftOf(unit: UnitText | undefined): string {
  return unit?.state === 'vervallen' ? '' : (unit?.opschrift ?? '')
}

function words(value: string) {
  return value === '' ? [] : [{type: 'text' as const, value}]
}

function roleKinds(
  {role, was, wordt, isAlong}: UnitNode,
  {uit, opgegaanIn}: Origins
): readonly Kind[] {
  // A tombstone that steps back, or is set, for another unit of its number is no change by itself.
  const isHeld = {was: was?.state === 'geldt', wordt: wordt?.state === 'geldt'}
  const isPlaced = role === 'both' || role === 'was' || role === 'wordt'
  const lapses = isPlaced && isHeld.was && !isHeld.wordt
  const comes = isPlaced && !isHeld.was && isHeld.wordt
  const moves = (role === 'away' || role === 'here') && !isAlong
  return [
    ...(comes ? (['added'] as const) : []),
    ...(lapses ? (['lapsed'] as const) : []),
    ...(moves ? (['moved'] as const) : []),
    ...(uit.length > 0 ? (['split'] as const) : []),
    ...(opgegaanIn.length > 0 ? (['merged'] as const) : [])
  ]
}

function headKinds(
  was: UnitText | undefined,
  wordt: UnitText | undefined
): readonly Kind[] {
  if (!was || !wordt) return []
  return [
    ...(was.nummer !== wordt.nummer ? (['renumbered'] as const) : []),
    ...(was.laag !== wordt.laag ? (['changed'] as const) : [])
  ]
}

/** `changed` and `formatted` when any line, or the opschrift, is anything but the same. */
function textKinds(
  kinds: readonly Kind[],
  opschrift: readonly Run[]
): readonly Kind[] {
  const isChanged =
    kinds.some((kind) => kind !== 'formatted') ||
    opschrift.some(({op}) => op === 'added' || op === 'removed')
  const isFormatted = kinds.includes('formatted')
  return [
    ...(isChanged ? (['changed'] as const) : []),
    ...(isFormatted ? (['formatted'] as const) : [])
  ]
}
