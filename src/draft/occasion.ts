/**
 * On what occasion versions are drafted, and what holds just before them.
 *
 * What was not yet known when the wijziging becomes known does not count, and
 * neither does what was set aside by then: a version is written on the text
 * that precedes it on its geldig day, in the order geldig, known, `volgorde`.
 */
import type {
  Days,
  GeldigDay,
  IsoDate,
  KnownDay,
  Regeling,
  Unit,
  Version,
  Wijziging
} from '../model.ts'
import {compareText} from '../time/order.ts'
import {compareGeldig, compareKnown} from '../time/select.ts'
import {Refusal} from './refusal.ts'

/** The wijziging that brings versions, and the day on which they begin to hold. */
export interface Occasion {
  readonly regeling: Regeling
  readonly wijziging: Wijziging
  readonly geldig: IsoDate | 'onbepaald'
  /** Letter of the onderdeel of the wijziging. */
  readonly onderdeel?: string
}

/** How a unit stands on the day of an occasion, before anything is drafted. */
export interface Stand {
  /** `nog-niet`: it has no text yet on that day. */
  readonly state: 'geldt' | 'vervallen' | 'nog-niet'
  /** The version that precedes. */
  readonly version?: Version
  /** Known versions that come after it in the order, in that order. */
  readonly later: readonly Version[]
  /** Versions that come before it and became known only after the wijziging. */
  readonly knownLater: readonly Version[]
  /** Versions that are known and have no day yet. */
  readonly undated: readonly Version[]
  /** Versions of other wijzigingen that are still a concept. */
  readonly concepts: readonly Version[]
}

/** A concept will become known after all that is known now, whatever day it bears already. */
const later = '9999-12-31' as IsoDate

/** The day on which a wijziging is, or will be, known. */
export function knownDayOf({concept, bekend}: Wijziging): KnownDay {
  return concept ? later : bekend
}

/** File name of a version, without `.md`: what `basis` says. */
export function nameOf({path}: Pick<Version, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '')
}

interface Place {
  readonly geldig: GeldigDay
  readonly known: KnownDay
  readonly volgorde: number
}

interface Placed extends Place {
  readonly version: Version
}

/** How a unit stands on an occasion. */
export function standOf({versions}: Unit, occasion: Occasion): Stand {
  const own = ownPlace(occasion)
  const placed = versions
    .flatMap((version) => placeOf(version, occasion) ?? [])
    .toSorted(comparePlaces)
  const isKnown = ({known}: Place): boolean =>
    compareKnown(known, own.known) <= 0
  // What the wijziging itself brought on this day is how the unit stands.
  const before = placed.filter((entry) => comparePlaces(entry, own) <= 0)
  const last = before.filter(isKnown).at(-1)?.version
  return {
    ...stateOf(last, occasion.geldig),
    later: placed
      .filter((entry) => comparePlaces(entry, own) > 0)
      .map(({version}) => version),
    knownLater: before
      .filter((entry) => !isKnown(entry))
      .map(({version}) => version),
    undated: versions.filter((version) => isUndated(version, occasion)),
    concepts: versions.filter(({days}) => days.length === 0)
  }
}

/** Throws where another version has all days in common with one to be drafted: nothing would say which of the two counts. */
export function refuseTie({versions}: Unit, occasion: Occasion): void {
  const own = ownPlace(occasion)
  const tie = versions.find((version) => {
    const place = placeOf(version, occasion)
    return (
      place &&
      comparePlaces(place, own) === 0 &&
      !version.wijzigingen.includes(occasion.wijziging.id)
    )
  })
  if (!tie) return
  const {wijziging} = occasion
  throw new Refusal(
    `\`${tie.path}\` heeft dezelfde dag van gelding en van bekendheid; zet in \`${wijziging.path}\` een regel \`volgorde: ${Math.floor(tie.volgorde) + 1}\` als deze tekst daarna komt, en herhaal de opdracht`
  )
}

function ownPlace({wijziging, geldig}: Occasion): Place {
  return {geldig, known: knownDayOf(wijziging), volgorde: wijziging.volgorde}
}

/** Where a version stands in the order; nothing while it has no day, is unknown, or was set aside. */
function placeOf(version: Version, occasion: Occasion): Placed | undefined {
  const {wijziging} = occasion
  const known = knownDayOf(wijziging)
  const {setAside, volgorde} = version
  if (setAside !== undefined && compareKnown(setAside, known) <= 0) {
    return undefined
  }
  const days = daysAt(version, occasion)
  if (!days || days.geldig === 'onbepaald') return undefined
  return {
    version,
    geldig: days.geldig,
    known: firstKnown(version, wijziging),
    volgorde
  }
}

/** The days as known with the wijziging; of what became known only later, its first. */
function daysAt(version: Version, {wijziging}: Occasion): Days | undefined {
  const known = knownDayOf(wijziging)
  const entries = version.days
  return (
    entries.findLast((entry) => compareKnown(entry.known, known) <= 0) ??
    entries[0]
  )
}

function firstKnown(
  {days, wijzigingen}: Version,
  wijziging: Wijziging
): KnownDay {
  return wijzigingen.includes(wijziging.id)
    ? knownDayOf(wijziging)
    : (days[0]?.known ?? 'altijd')
}

function isUndated(version: Version, occasion: Occasion): boolean {
  return (
    version.setAside === undefined &&
    daysAt(version, occasion)?.geldig === 'onbepaald'
  )
}

function comparePlaces(a: Place, b: Place): number {
  return (
    compareGeldig(a.geldig, b.geldig) ||
    compareKnown(a.known, b.known) ||
    a.volgorde - b.volgorde
  )
}

function stateOf(
  version: Version | undefined,
  geldig: IsoDate | 'onbepaald'
): Pick<Stand, 'state' | 'version'> {
  if (!version) return {state: 'nog-niet'}
  const {vervallen, tot} = version
  const hasEnded = tot !== undefined && geldig !== 'onbepaald' && tot <= geldig
  return {state: vervallen || hasEnded ? 'vervallen' : 'geldt', version}
}

/** In the order of a letter and of a corpus: by code points. */
export function byId(
  a: {readonly id: string},
  b: {readonly id: string}
): number {
  return compareText(a.id, b.id)
}
