/**
 * Stage: a comparison with its changes → the view that the templates of a redline fill in.
 */
import type {
  Change,
  Comparison,
  LineChange,
  UnitChange
} from '../../comparison.ts'
import type {Wijziging} from '../../model.ts'
import {createAnchors} from '../anchors.ts'
import {kindsText, type Sides} from '../diff-statement.ts'
import {capital, plain} from '../sentence.ts'
import {sourceName} from '../sources.ts'
import type {Target} from '../view-context.ts'
import {placeInWords} from './change-words.ts'
import type {RedlineContext} from './context.ts'
import {type HeadView, headView} from './head-view.ts'
import {namesOf} from './heading-view.ts'
import {changeAnchor} from './places.ts'
import {numberSides} from './side-notes.ts'
import {type UnitView, unitView, withGaps} from './unit-view.ts'

/** What a redline may know besides the comparison. */
export interface RedlineOptions {
  /** Wijzigingen by id: what names the ids in `door` have. */
  readonly wijzigingen?: ReadonlyMap<string, Wijziging>
  /** Of texts of a corpus, what they were compared as: what holds of either is told. */
  readonly sides?: Sides
}

/** An entry of the list of changes. */
interface EntryView {
  readonly number: number
  readonly href: string
  readonly place: string
  readonly before: string
  readonly kinds: string
  readonly door: string
}

/** All that a redline shows. */
export interface RedlineView {
  readonly isPrint: boolean
  readonly head: HeadView
  readonly entries: readonly EntryView[]
  readonly units: ReturnType<typeof withGaps>
}

/** Ids that the layouts give to places of their own. */
const reserved = [
  'overzicht',
  'overzicht-kop',
  'over-deze-tekst',
  'tekst',
  'beeld',
  'in-een',
  'naast-elkaar',
  'verschillen',
  'alles',
  'sneltoetsen',
  'stand'
]

/** Makes the view of a redline for one of the two layouts. */
export function redlineView(
  comparison: Comparison,
  changes: readonly Change[],
  target: Target,
  options: RedlineOptions
): RedlineView {
  const context = contextOf(comparison, changes, target, options)
  const name = (id: string): string => wijzigingName(id, options)
  const units = withGaps(
    comparison.units,
    (unit): UnitView => unitView(unit, 2, context),
    context
  )
  return {
    isPrint: target === 'print',
    head: headView(comparison, changes, {name, sides: context.sides}),
    entries: changes.map((change) => entryView(change, context, name)),
    units
  }
}

/** What the views of one document share. */
export function contextOf(
  {units}: Comparison,
  changes: readonly Change[],
  target: Target,
  {sides = {}}: RedlineOptions
): RedlineContext {
  return {
    target,
    unique: createAnchors(reserved),
    names: {was: namesOf(units, 'was'), wordt: namesOf(units, 'wordt')},
    notes: numberSides(units),
    changeOf: placesOf(changes),
    moves: movesOf(changes),
    taken: new Set(),
    sides
  }
}

/** Which change each line, and each heading, is part of. */
function placesOf(
  changes: readonly Change[]
): ReadonlyMap<LineChange | UnitChange, Change> {
  const places = new Map<LineChange | UnitChange, Change>()
  for (const change of changes) {
    const {unit, lines} = change
    const isWhole = lines.length === unit.lines.length
    if (lines.length === 0 || (isWhole && tellsHead(change))) {
      if (!places.has(unit)) places.set(unit, change)
    }
    for (const line of lines) places.set(line, change)
  }
  return places
}

/** A change of a unit as a whole has an address that ends in the unit. */
function tellsHead({was, wordt}: Change): boolean {
  return [was, wordt].every((address) => !address || address.pad.length === 0)
}

function movesOf(changes: readonly Change[]): ReadonlyMap<number, Change> {
  const moves = new Map<number, Change>()
  for (const change of changes) {
    const {unit, lines} = change
    const ids = lines.length === 0 ? [unit.move] : lines.map(({move}) => move)
    for (const id of ids) {
      if (id !== undefined && !moves.has(id)) moves.set(id, change)
    }
  }
  return moves
}

function entryView(
  change: Change,
  {taken}: RedlineContext,
  name: (id: string) => string
): EntryView {
  const anchor = changeAnchor(change.nummer)
  const {nummer, door} = change
  const {place, before} = placeInWords(change)
  return {
    number: nummer,
    // What has no words has no place of its own.
    href: taken.has(anchor) ? `#${anchor}` : '#tekst',
    place: plain(capital([place])),
    before,
    kinds: kindsText(change),
    door: door.map(name).join(', ')
  }
}

/** Official name of a wijziging; its id where it is not known. */
export function wijzigingName(
  id: string,
  {wijzigingen}: RedlineOptions
): string {
  const wijziging = wijzigingen?.get(id)
  return wijziging ? plain(sourceName(wijziging)) : id
}
