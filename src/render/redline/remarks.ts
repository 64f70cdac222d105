/**
 * Stage: what befell a line or a unit, beside its words → remarks of ours.
 */
import type {LineChange, Side, UnitChange} from '../../comparison.ts'
import {daysRemark} from '../diff-statement.ts'
import {unitTextName} from '../names.ts'
import {capital, plain} from '../sentence.ts'
import type {NodeView} from '../view-context.ts'
import {linkView, wordsView} from '../view-phrasing.ts'
import {visible} from '../visible.ts'
import {walkUnits} from '../walk-units.ts'
import {rangeInWords} from './change-words.ts'
import type {RedlineContext} from './context.ts'
import {changeAnchor, leftAnchor} from './places.ts'

/** A remark of ours: no part of either text, and told apart from both. */
export interface RemarkView {
  readonly parts: readonly NodeView[]
  readonly open: string
  readonly close: string
}

/** A remark between the signs of its layout. */
function remark(
  parts: readonly (string | NodeView)[],
  {target}: Pick<RedlineContext, 'target'>
): RemarkView {
  const [open, close] = target === 'print' ? ['[* ', ' *]'] : ['', '']
  const views = parts.map((part) =>
    typeof part === 'string' ? wordsView(part) : part
  )
  return {parts: views, open, close}
}

/** What is told of a line above its words. */
export function lineRemarks(
  change: LineChange,
  context: RedlineContext
): readonly RemarkView[] {
  const {kinds, move} = change
  const told = [
    ...(move !== undefined && change.wordt !== undefined
      ? cameFrom(move, context)
      : []),
    ...splitWords(change),
    ...(kinds.includes('formatted') ? shapeWords(change) : [])
  ]
  return told.map((parts) => remark(parts, context))
}

type Told = readonly (string | NodeView)[]

/** Told once, at the first of what came along. */
function cameFrom(
  move: number,
  {moves, taken}: RedlineContext
): readonly Told[] {
  const key = `van-${move}`
  if (taken.has(key)) return []
  taken.add(key)
  const change = moves.get(move)
  if (!change?.was) return [['Verplaatst']]
  const link = linkView(`#${leftAnchor(move)}`, [
    wordsView(rangeInWords(change.was, change.wasTot))
  ])
  return [['Verplaatst van ', link]]
}

/** Where something went: a remark at the place that it left. */
export function wentTo(move: number, context: RedlineContext): RemarkView {
  const change = context.moves.get(move)
  if (!change?.wordt) return remark(['Verplaatst'], context)
  const link = linkView(`#${changeAnchor(change.nummer)}`, [
    wordsView(rangeInWords(change.wordt, change.wordtTot))
  ])
  const {was} = change
  const part = was ? rangeInWords({...was, eenheid: []}, change.wasTot) : ''
  const what = part === '' ? 'Verplaatst' : `${part} verplaatst`
  return remark([plain(capital([`${what} naar `])), link], context)
}

function splitWords({kinds, was, wordt}: LineChange): readonly Told[] {
  if (was === 'continues') return [['Afgesplitst van het voorgaande']]
  if (wordt === 'continues') return [['Samengevoegd met het voorgaande']]
  return [
    ...(kinds.includes('split')
      ? [['Gesplitst; het vervolg staat hieronder']]
      : []),
    ...(kinds.includes('merged') ? [['Samengevoegd met wat volgt']] : [])
  ]
}

function shapeWords({was, wordt}: LineChange): readonly Told[] {
  if (!was || !wordt || was === 'continues' || wordt === 'continues') return []
  if (JSON.stringify(was.kind) === JSON.stringify(wordt.kind)) return []
  const [old, now] = [was.kind.type, wordt.kind.type]
  if (old !== now) {
    return [[`Alleen opmaak: was ${shapes[old]}, wordt ${shapes[now]}`]]
  }
  if (was.kind.type === 'tabel' && wordt.kind.type === 'tabel') {
    const isAligned = was.kind.align.length === wordt.kind.align.length
    return isAligned ? [['Alleen opmaak: uitlijning van de kolommen']] : []
  }
  return now === 'tussenkop'
    ? [['Alleen opmaak: niveau van het tussenkopje']]
    : []
}

const shapes = {
  alinea: 'gewone tekst',
  tussenkop: 'tussenkopje',
  tabel: 'tabel',
  leeg: 'zonder tekst'
} as const

/** What is told of a unit under its heading. */
export function unitRemarks(
  unit: UnitChange,
  context: RedlineContext
): readonly RemarkView[] {
  const {wordt, other, move, uit, opgegaanIn} = unit
  if (!wordt && other) {
    return move === undefined ? [] : [wentTo(move, context)]
  }
  const told: readonly Told[] = [
    ...(move === undefined ? [] : cameFrom(move, context)),
    ...(uit.length === 0 ? cameWords(unit, context) : []),
    ...originWords('Ontstaan uit', uit, 'was', context),
    ...(opgegaanIn.length === 0 ? lapseWords(unit, context) : []),
    ...originWords('Opgegaan in', opgegaanIn, 'wordt', context),
    ...daysWords(unit, context)
  ]
  return told.map((parts) => remark(parts, context))
}

/** Since when a changed text holds, and whether it reaches back. */
function daysWords(unit: UnitChange, {sides}: RedlineContext): readonly Told[] {
  if (unit.kinds.length === 0) return []
  return daysRemark(unit, sides).map((text) => [visible(text)])
}

/** Told of the outermost unit that came; not again of all that it holds. */
function cameWords(
  unit: UnitChange,
  {parent}: RedlineContext
): readonly Told[] {
  return isNew(unit) && !(parent && isNew(parent)) ? [['Nieuw']] : []
}

function lapseWords(
  unit: UnitChange,
  {parent}: RedlineContext
): readonly Told[] {
  return isLapsed(unit) && !(parent && isLapsed(parent)) ? [['Vervallen']] : []
}

function isNew({was, wordt, other}: UnitChange): boolean {
  return wordt?.state === 'geldt' && was?.state !== 'geldt' && !other
}

function isLapsed({was, wordt, other}: UnitChange): boolean {
  return was?.state === 'geldt' && wordt?.state !== 'geldt' && !other
}

function originWords(
  verb: string,
  ids: readonly string[],
  side: Side,
  context: RedlineContext
): readonly Told[] {
  return ids.length === 0 ? [] : [[`${verb} ${names(ids, side, context)}`]]
}

function names(
  ids: readonly string[],
  side: Side,
  context: RedlineContext
): string {
  const source = context.names[side]
  const known = [...walkUnits(source.units)].filter(({id}) => ids.includes(id))
  const named = known.map((unit) => unitTextName(unit, source))
  const last = named.pop() ?? ''
  return named.length === 0 ? last : `${named.join(', ')} en ${last}`
}
