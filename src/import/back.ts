/**
 * What reaches back: a text with, behind it, the texts that took its place
 * from the same day on, each as soon as it came into force.
 *
 * Stage. The text itself is laid down first; each change that reaches back
 * follows as a version of its own, so that the state of knowledge decides
 * which of them is seen.
 */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {compareText} from '../time/order.ts'
import type {Entry} from './changes.ts'
import type {ImportedUnit, Origin} from './imported.ts'
import {type Inserted, insertText} from './insert.ts'
import type {Work} from './lives.ts'
import type {Seen} from './seen.ts'

/** Lay a text into the corpus, and behind it all that it says of changes that reach back. */
export function insertWhole(work: Work, entry: Entry): Inserted {
  const origins = originsOf(
    entry.units.flatMap(({later = []}) => later.map(({origin}) => origin))
  )
  const main = insertText(work, entry)
  return origins
    .map((_, count) => {
      const units = entry.units.map((unit) => seenAt(unit, origins, count))
      return insertText(work, {...entry, units, isBack: true})
    })
    .reduce(together, main)
}

/** The changes that a text names, once each, in the order in which they came into force. */
function originsOf(all: readonly Origin[]): readonly string[] {
  const keys = all.map((origin) => `${origin.inwerking ?? ''} ${keyOf(origin)}`)
  return [...new Set(keys)].toSorted(compareText)
}

function keyOf(origin: Origin): string {
  return JSON.stringify(origin)
}

/** A unit when so many changes, and one, are in force. */
function seenAt(unit: Seen, origins: readonly string[], count: number): Seen {
  const {later = [], origin} = unit
  const at = later.findLastIndex((one) => placeIn(origins, one) <= count)
  const last = later[at]
  if (!last) return unit
  const {later: _, since: __, ...rest} = unit
  return {
    ...rest,
    text: last.text,
    origin: last.origin,
    later: later.slice(at + 1),
    ...defined({since: origin?.inwerking})
  }
}

function placeIn(
  origins: readonly string[],
  {origin}: {readonly origin: Origin}
): number {
  return origins.indexOf(`${origin.inwerking ?? ''} ${keyOf(origin)}`)
}

function together(a: Inserted, b: Inserted): Inserted {
  return {
    ...a,
    gewijzigd: a.gewijzigd + b.gewijzigd,
    versions: [...a.versions, ...b.versions]
  }
}

/** A text as it reads when some of the changes that reach back are in force. */
export interface Stage {
  readonly units: readonly ImportedUnit[]
  /** From when it is in force; absent for the first. */
  readonly inwerking?: IsoDate
  /** The change that brings the next stage; absent for the last. */
  readonly next?: Origin
}

/** Each way in which one text reads, the one without anything that reaches back first; what came into force on one day is one stage. */
export function stagesOf(units: readonly ImportedUnit[]): readonly Stage[] {
  const given = units.flatMap(originsIn)
  const origins = originsOf(given)
  const byKey = new Map(given.map((one) => [keyOf(one), one]))
  const changes = origins.map((one) => byKey.get(one.replace(/^[^ ]* /u, '')))
  const isWhole = (count: number): boolean =>
    count === 0 ||
    count === changes.length ||
    changes[count]?.inwerking !== changes[count - 1]?.inwerking
  return Array.from({length: origins.length + 1}, (_, count) => count)
    .filter(isWhole)
    .map((count) => ({
      units: units.map((unit) => unitAt(unit, origins, count - 1)),
      ...defined({
        inwerking: changes[count - 1]?.inwerking,
        next: changes[count]
      })
    }))
}

function originsIn({
  retroactive = [],
  children
}: ImportedUnit): readonly Origin[] {
  return [
    ...retroactive.map(({origin}) => origin),
    ...children.flatMap(originsIn)
  ]
}

function unitAt(
  unit: ImportedUnit,
  origins: readonly string[],
  count: number
): ImportedUnit {
  const {retroactive = [], children, text} = unit
  const last = retroactive.findLast((one) => placeIn(origins, one) <= count)
  return {
    ...unit,
    text: last?.text ?? text,
    children: children.map((child) => unitAt(child, origins, count))
  }
}
