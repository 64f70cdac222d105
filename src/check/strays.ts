/** Units that live where no unit lives: what two rules tell of, each its part. */
import type {Regeling, SourceMap, Unit, UnitId, Version} from '../model.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import type {Start} from '../time/timeline.ts'
import {isLasting} from './lasting.ts'
import {stretchesIn} from './moments.ts'
import {folderOf, unreadFolders} from './unread.ts'

/** A unit that stands, for some time, in one that does not live. */
export interface Stray {
  readonly unit: Unit
  readonly home: Unit
  /**
   * `later`: the home does not exist yet. `lapses`: it lapses over the unit.
   * `lapsed`: the unit came when it had lapsed.
   */
  readonly cause: 'later' | 'lapses' | 'lapsed'
  readonly from: Start
  readonly zicht: Stretch<Version>['zicht']
}

/** All strays, each unit once for each home and cause: at the first moment that shows it. */
export function* straysIn(
  regeling: Regeling,
  sources: SourceMap
): Generator<Stray> {
  const units = new Map(regeling.units.map((unit) => [unit.id, unit]))
  const unread = unreadFolders(regeling, sources)
  const isWhole = ({versions: [first]}: Unit): boolean =>
    first !== undefined && !unread.has(folderOf(first.path))
  const thinned = new Map<UnitId, readonly Version[]>()
  for (const unit of regeling.units) {
    for (const id of homesOf(unit)) {
      const home = units.get(id)
      if (!home || isLasting(home)) continue
      if (!isWhole(unit) || !isWhole(home)) continue
      const versions = thinned.get(id) ?? thin(home.versions, () => '')
      thinned.set(id, versions)
      yield* straysOf(unit, home, {regeling, versions})
    }
  }
}

/** Unit in which a version stands. */
export function homeOf(version: Version, {parent}: Unit): UnitId | undefined {
  return version.in ?? parent
}

/** Every unit in which a unit ever stands. */
export function homesOf(unit: Unit): ReadonlySet<UnitId> {
  return new Set(
    unit.versions.flatMap((version) => homeOf(version, unit) ?? [])
  )
}

interface Around {
  readonly regeling: Regeling
  /** Of the home, those that decide whether it lives. */
  readonly versions: readonly Version[]
}

function* straysOf(
  unit: Unit,
  home: Unit,
  {regeling, versions}: Around
): Iterable<Stray> {
  const label = (version: Version): string => homeOf(version, unit) ?? ''
  const lives = [thin(unit.versions, label), versions]
  const told = new Set<Stray['cause']>()
  let before: Stretch<Version> | undefined
  // Whether the unit stood in its home on the day on which that lapsed.
  let over = false
  for (const stretch of stretchesIn(regeling, lives)) {
    const own = stretch.held[0]?.selected
    const isThere = own?.state === 'geldt' && label(own.version) === home.id
    if (lapsesIn(stretch, before)) over = isThere
    before = stretch
    const cause = isThere ? causeOf(stretch, over) : undefined
    if (cause === undefined || told.has(cause)) continue
    told.add(cause)
    yield {unit, home, cause, from: stretch.from, zicht: stretch.zicht}
  }
}

/** Why the first unit of a stretch stands loose; nothing if it does not. */
function causeOf(
  {held: [, around]}: Stretch<Version>,
  over: boolean
): Stray['cause'] | undefined {
  if (!around) return 'later'
  if (around.selected.state === 'geldt') return undefined
  return over ? 'lapses' : 'lapsed'
}

/** Whether the second unit of a stretch lapses on its first day. */
function lapsesIn(
  {zicht, held}: Stretch<Version>,
  before: Stretch<Version> | undefined
): boolean {
  if (held[1]?.selected.state !== 'vervallen') return false
  const last = before?.zicht === zicht ? before.held[1] : undefined
  return last?.selected.state !== 'vervallen'
}
