/**
 * Stage: units → the Dutch names by which outputs call them.
 */
import type {Consolidation, UnitText} from '../model.ts'
import {walkUnits} from './walk-units.ts'

/** What a name is made of; units, announcements and the asked unit all have it. */
type Named = Pick<UnitText, 'soort' | 'nummer' | 'owner'> & {
  readonly unit: string
  readonly state?: string
}

/** Where the name of what a toelichting explains is looked up. */
export type NameSource = Pick<Consolidation, 'units' | 'announced'>

/** A heading in its parts: `Artikel 1:2c`, its opschrift, and marks such as `(vervallen)`. */
export interface Heading {
  readonly number: string
  readonly opschrift: string
  readonly mark: string
}

const suffix = '/toelichting'

/** Name inside a sentence: `artikel 1:2c`, `toelichting op artikel 1:2c`. */
export function unitName(named: Named, c: NameSource): string {
  const {soort, nummer, unit} = named
  if (nummer !== undefined) return `${soort} ${nummer}`
  if (named.owner) {
    const {soort: kind, nummer: of = ''} = named.owner
    return `toelichting op ${`${kind} ${of}`.trimEnd()}`
  }
  if (soort !== 'toelichting' || !unit.endsWith(suffix)) return soort
  return `toelichting op ${ownerName(unit.slice(0, -suffix.length), c)}`
}

/** The same for a unit of the text itself. */
export function unitTextName(unit: UnitText, c: NameSource): string {
  return unitName({...unit, unit: unit.id}, c)
}

/** The heading of a unit; a lapsed unit is called so, and shows no opschrift. */
export function unitHeading(unit: UnitText, c: NameSource): Heading {
  const lapsed = unit.state === 'vervallen'
  const opschrift = lapsed ? '' : (unit.opschrift ?? '')
  const name = unitTextName(unit, c)
  const colon = unit.nummer === undefined && opschrift !== '' ? ':' : ''
  const marks = [
    // CAR is for every member; what is only for those that joined is marked.
    unit.laag === 'UWO' ? '(UWO)' : '',
    lapsed ? '(vervallen)' : '',
    !lapsed && explainsLapsed(unit, c) ? '(bij een vervallen bepaling)' : ''
  ]
  return {
    number: name.slice(0, 1).toUpperCase() + name.slice(1) + colon,
    opschrift,
    mark: marks.filter((mark) => mark !== '').join(' ')
  }
}

/** The whole heading on one line. */
export function headingText({number, opschrift, mark}: Heading): string {
  return [number, opschrift, mark].filter((part) => part !== '').join(' ')
}

/** Whether a unit is the toelichting on one that has lapsed: it must not look valid either. */
function explainsLapsed({id}: UnitText, c: NameSource): boolean {
  if (!id.endsWith(suffix)) return false
  return numbered(c).get(id.slice(0, -suffix.length))?.state === 'vervallen'
}

// A toelichting has no number: it is named after the unit it explains.
function ownerName(id: string, c: NameSource): string {
  const owner = numbered(c).get(id)
  return owner ? unitName(owner, c) : `\`${id}\``
}

// Asked once for each toelichting: looking through all units each time adds up.
const indexes = new WeakMap<NameSource, ReadonlyMap<string, Named>>()

/** Units of the text and of the announcements; where both have one, the text names it. */
function numbered(c: NameSource): ReadonlyMap<string, Named> {
  const known = indexes.get(c)
  if (known) return known
  const index = new Map<string, Named>([
    ...c.announced.map((one) => [one.unit, one] as const),
    ...[...walkUnits(c.units)].map(
      (unit) => [unit.id, {...unit, unit: unit.id}] as const
    )
  ])
  indexes.set(c, index)
  return index
}
