/**
 * Stage: two texts → what differs between them.
 *
 * Pure, and fit for the browser. Units are known by their names for life; below
 * them content decides. Comparing a text with itself gives no change, and
 * comparing in the other direction gives the mirror image.
 */
import type {
  Compared,
  Comparison,
  Kind,
  LineChange,
  Run,
  UnitChange,
  UnitHead
} from '../comparison.ts'
import type {UnitText} from '../model.ts'
import {createLexicon, type Lexicon} from './likeness.ts'
import {lineChanges, type Traffic} from './line-changes.ts'
import {linesOf} from './lines.ts'
import {mirror} from './mirror.ts'
import type {Move} from './moves.ts'
import type {CompareOptions} from './options.ts'
import {orderOf} from './order.ts'
import {plainRuns, runsOf} from './runs.ts'
import {settle} from './settle.ts'
import {plainRows, type TableContext} from './tables.ts'
import {tokensOf, withReferences} from './tokens.ts'
import {matchUnit, type UnitMatch} from './unit-match.ts'
import {mergeUnits, type UnitNode} from './units.ts'
import {compareWords} from './words.ts'

/** Compare two texts. */
export function compare(
  was: Compared,
  wordt: Compared,
  options: CompareOptions = {}
): Comparison {
  // Which of two equal ways is taken must not depend on the direction.
  return orderOf(wordt.units, was.units) < 0
    ? mirror(compareOneWay(wordt, was, options))
    : compareOneWay(was, wordt, options)
}

function compareOneWay(
  {units: a, ...was}: Compared,
  {units: b, ...wordt}: Compared,
  {laws}: CompareOptions
): Comparison {
  const nodes = mergeUnits(a, b)
  const lexicon = createLexicon()
  const context = {lexicon, noten: new Map(), ...(laws && {laws})}
  const desk = openDesk(nodes, lexicon, context)
  return {was, wordt, units: nodes.map((node) => unitChange(node, desk))}
}

/** All that is found out before the first unit is written down. */
interface Desk {
  readonly context: TableContext
  readonly matches: readonly UnitMatch[]
  readonly indexOf: ReadonlyMap<UnitNode, number>
  readonly traffic: readonly Traffic[]
  readonly moves: readonly Move[]
  readonly nodes: readonly UnitNode[]
  /** Numbers of moved units, by name. */
  readonly unitMoves: ReadonlyMap<string, number>
}

function openDesk(
  tree: readonly UnitNode[],
  lexicon: Lexicon,
  context: TableContext
): Desk {
  const all = flatten(tree)
  const nodes = all.filter((node) => node.role !== 'away' && !isUntouched(node))
  const found = nodes.map((node) => {
    const [was, wordt] = textsOf(node)
    return matchUnit(was, wordt, lexicon)
  })
  const {matches, traffic, moves} = settle(found)
  const movedUnits = all.filter(
    ({role, isAlong}) => role === 'away' && !isAlong
  )
  return {
    context,
    matches,
    indexOf: indexNodes(all, nodes),
    traffic,
    moves,
    nodes,
    unitMoves: new Map(
      movedUnits.map(({was}, at) => [was?.id ?? '', moves.length + at + 1])
    )
  }
}

/** A unit that moved reads the same in both its places. */
function indexNodes(
  all: readonly UnitNode[],
  matched: readonly UnitNode[]
): ReadonlyMap<UnitNode, number> {
  const index = new Map(matched.map((node, at) => [node, at]))
  const places = new Map(matched.map(({wordt}, at) => [wordt?.id, at]))
  for (const node of all) {
    const at = places.get(node.was?.id)
    if (node.role === 'away' && at !== undefined) index.set(node, at)
  }
  return index
}

function flatten(nodes: readonly UnitNode[]): readonly UnitNode[] {
  return nodes.flatMap((node) => [
    node,
    ...flatten(node.toelichting),
    ...flatten(node.children)
  ])
}

/** The old and the new unit of a node, also where one of them stands elsewhere. */
function textsOf({
  role,
  was,
  wordt,
  other
}: UnitNode): readonly [UnitText | undefined, UnitText | undefined] {
  if (role === 'here') return [other, wordt]
  return role === 'away' ? [was, other] : [was, wordt]
}

function isUntouched(node: UnitNode): boolean {
  const [was, wordt] = textsOf(node)
  if (!was || !wordt) return false
  return orderOf(was.text, wordt.text) === 0
}

function unitChange(node: UnitNode, desk: Desk): UnitChange {
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
  return linesOf(text).map(({content, rows, ...line}): LineChange => {
    const sides = {
      ...(was && {was: line}),
      ...(wordt && {wordt: line})
    }
    const isTable = line.kind.type === 'tabel'
    return {
      ...sides,
      ...(isTable
        ? {runs: [], rows: plainRows(rows, 'same')}
        : {runs: plainRuns(content)}),
      kinds: [],
      door: []
    }
  })
}

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

type Origins = Pick<UnitChange, 'uit' | 'opgegaanIn'>

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

/** So much of a new unit must come from another, or of a lapsed one go there. */
const mostly = 0.5

function originsOf(
  node: UnitNode,
  {moves, indexOf, matches, nodes}: Desk
): Origins {
  const own = indexOf.get(node)
  const match = own === undefined ? undefined : matches[own]
  if (own === undefined || !match) return {uit: [], opgegaanIn: []}
  const share = (side: 'a' | 'b'): readonly string[] => {
    const faces = match[side]
    const all = faces.reduce((sum, {words: {length}}) => sum + length, 0)
    const parts = new Map<number, number>()
    for (const {from, to, groups} of moves) {
      const [here, there] = side === 'a' ? [from, to] : [to, from]
      if (here !== own || there === own) continue
      const moved = groups
        .flatMap((group) => group[side])
        .reduce((sum, at) => sum + (faces[at]?.words.length ?? 0), 0)
      parts.set(there, (parts.get(there) ?? 0) + moved)
    }
    const total = [...parts.values()].reduce((sum, part) => sum + part, 0)
    if (total < mostly * all) return []
    return [...parts.keys()].flatMap((at) => {
      const {was, wordt} = nodes[at] ?? {}
      return (side === 'a' ? wordt : was)?.id ?? []
    })
  }
  return {
    uit: match.a.length === 0 ? share('b') : [],
    opgegaanIn: match.b.length === 0 ? share('a') : []
  }
}
