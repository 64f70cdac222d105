/** The days of one version, from the wijzigingen that bring, move or withdraw it. */
import {defined} from '../defined.ts'
import type {
  Days,
  Determination,
  IsoDate,
  Version,
  Wijziging
} from '../model.ts'
import {isDay} from '../time/days.ts'
import {namesOf} from '../time/names.ts'
import {compareText} from '../time/order.ts'
import {compareKnown, inwerkingOf as inwerkingAt} from '../time/select.ts'

type Named = Pick<
  Version,
  'path' | 'unit' | 'geldig' | 'wijzigingen' | 'onderdeel'
>

/** A woven version yields to nothing it was woven from, nor to one that wove less. */
const wovenAdvantage = 0.5
const eachAdvantage = 0.001

/**
 * All that became known of a version's days, in that order.
 *
 * @param own The wijzigingen that bring it; a woven version is known from the latest of them on.
 * @param all Every wijziging that may give or move days.
 */
export function daysOf(
  version: Named,
  own: readonly Wijziging[],
  all: readonly Wijziging[]
): readonly Days[] {
  const first: Days = {
    ...knownOf(own),
    geldig: version.geldig,
    ...defined({inwerking: inwerkingOf(version, own)})
  }
  const days = [first]
  for (const {known, by, determination} of determinationsFor(version, all)) {
    // What nobody knew of cannot be given a day: it waits for its wijziging.
    if (compareKnown(known, first.known) < 0) continue
    const geldig = determination.geldig ?? days.at(-1)?.geldig ?? first.geldig
    const {inwerking} = determination
    days.push({known, geldig, ...defined({inwerking}), by})
  }
  return days
}

/** When, and by which wijziging, a version was set aside. */
export interface SetAside {
  readonly known: IsoDate | 'onbekend'
  readonly by: string
}

/**
 * What sets a version aside: a wijziging that became known while the version
 * was known and not yet in werking. A rectificatie says what was never agreed,
 * and so may set aside what seemed to be in werking.
 */
export function setAsideOf(
  version: Named & {readonly days: readonly Days[]},
  all: readonly Wijziging[]
): SetAside | undefined {
  return all
    .filter(({trektIn}) => trektIn.some((name) => names(name, version)))
    .filter((wijziging) => maySetAside(wijziging, version))
    .map(({id, since}) => ({known: since, by: id}))
    .toSorted(
      (a, b) => compareKnown(a.known, b.known) || compareText(a.by, b.by)
    )[0]
}

/** Whether a wijziging came in time to withdraw a version, and is not the one that brought it. */
export function maySetAside(
  {id, since, soort}: Wijziging,
  {wijzigingen, days}: Pick<Version, 'wijzigingen' | 'days'>
): boolean {
  const [first] = days
  if (!first || wijzigingen.includes(id)) return false
  if (since === 'onbekend') return true
  if (isDay(first.known) && since < first.known) return false
  if (soort === 'rectificatie') return true
  const known = days.findLast(
    (entry) => !isDay(entry.known) || entry.known <= since
  )
  const inwerking = known && inwerkingAt(known)
  return (
    inwerking === 'onbepaald' ||
    (inwerking !== 'begin' && inwerking !== undefined && since < inwerking)
  )
}

/** Order among versions that share their days. */
export function volgordeOf(own: readonly Wijziging[]): number {
  const highest = Math.max(0, ...own.map(({volgorde}) => volgorde))
  return own.length > 1
    ? highest + wovenAdvantage + own.length * eachAdvantage
    : highest
}

function knownOf(
  own: readonly Wijziging[]
): Pick<Days, 'known' | 'atEarliest'> {
  if (own.length === 0) return {known: 'altijd'}
  if (own.some(({concept}) => concept)) return {known: 'concept'}
  const last = own
    .filter(({since}) => since !== 'onbekend')
    .toSorted(
      (a, b) =>
        compareText(a.since, b.since) || Number(isTold(a)) - Number(isTold(b))
    )
    .at(-1)
  if (!last) return {known: 'onbekend'}
  return {known: last.since, ...(!isTold(last) && {atEarliest: true})}
}

function isTold({bekend}: Wijziging): boolean {
  return bekend !== 'onbekend'
}

function inwerkingOf(
  {onderdeel}: Named,
  own: readonly Wijziging[]
): IsoDate | undefined {
  const [only, ...more] = own
  return more.length === 0
    ? only?.onderdelen.find(({id}) => id === onderdeel)?.inwerking
    : undefined
}

interface Given {
  readonly known: IsoDate | 'onbekend'
  readonly by: string
  readonly volgorde: number
  readonly determination: Determination
}

function determinationsFor(version: Named, all: readonly Wijziging[]): Given[] {
  return all
    .flatMap(({id, since, volgorde, steltVast}) =>
      steltVast
        .filter(({target}) => names(target, version))
        .map((determination) => ({
          known: since,
          by: id,
          volgorde,
          determination
        }))
    )
    .toSorted(
      (a, b) =>
        compareKnown(a.known, b.known) ||
        a.volgorde - b.volgorde ||
        compareText(a.by, b.by)
    )
}

/** Whether a name means this version. */
function names(name: string, version: Named): boolean {
  return namesOf(version).includes(name)
}

/** What each name stands beside; of many names, a search for each would take the square of their number. */
export function byName<T>(
  entries: readonly T[],
  namesIn: (entry: T) => readonly string[]
): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>()
  for (const entry of entries) {
    for (const name of new Set(namesIn(entry))) {
      const known = index.get(name)
      if (known) known.push(entry)
      else index.set(name, [entry])
    }
  }
  return index
}
