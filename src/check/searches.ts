/** Everything that the texts of a regeling cite of it, each with where to look. */
import {isBareBijlage} from '../citation/lone-bijlage.ts'
import {lawsFor} from '../citation/names.ts'
import type {Regeling, Version} from '../model.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {type Citation, citationsOf, keyOf} from './citations.ts'
import {indexUnits, unitsOf} from './cited-units.ts'
import type {Around} from './rule.ts'
import type {Seek, Sought} from './seek.ts'
import {unreadFolders} from './unread.ts'

const known = new WeakMap<Regeling, readonly Sought[]>()

/** All that is looked for in a regeling; asked for by several rules, and found once. */
export function searchesIn(
  regeling: Regeling,
  around: Around
): readonly Sought[] {
  const found = known.get(regeling) ?? [...findSearches(regeling, around)]
  known.set(regeling, found)
  return found
}

function* findSearches(regeling: Regeling, around: Around): Generator<Sought> {
  const laws = lawsFor(regeling, around.corpus.wetten)
  const index = indexUnits(regeling)
  const isWhole = !regeling.uittreksel && isRead(regeling, around)
  for (const unit of regeling.units) {
    for (const citation of citationsOf(unit, regeling, {laws, isWhole})) {
      const sought = {regeling, unit, index, citation}
      if (isNamed(citation) && (isWhole || isKnown(sought))) yield sought
    }
  }
}

/** Whether what is cited bears a number, or needs none. */
function isNamed({lead, address}: Citation): boolean {
  const isByPlace = lead === 'nowhere' || lead === 'beside'
  return isByPlace || keyOf(address) !== undefined || isBareBijlage(address)
}

/** What an uittreksel does not hold is listed, and what could not be read is told of. */
function isKnown({citation, unit, index}: Sought): boolean {
  return (
    citation.lead === 'nowhere' || unitsOf(citation, unit, index).length > 0
  )
}

/** Whether every text of a unit could be read. */
export function isRead(regeling: Regeling, around: Around): boolean {
  const {id} = regeling
  const besides = [id, `${id}/wijzigingen`]
  const folders = unreadFolders(regeling, around)
  return [...folders].every((folder) => besides.includes(folder))
}

/** Lives to lay over each other: of the text that cites, then of what is cited; `label` tells texts apart. */
export function livesFor(
  {unit}: Sought,
  {lives}: Seek,
  label: (version: Version) => string
): readonly (readonly Version[])[] {
  return [thin(unit.versions, label), ...lives]
}

/** The text that holds in a stretch, if it cites. */
export function citingIn(
  {held: [own]}: Stretch<Version>,
  {citation}: Sought
): Version | undefined {
  const version =
    own?.selected.state === 'geldt' ? own.selected.version : undefined
  return version && citation.in.has(version) ? version : undefined
}

/** Whether the days of one stretch come right behind those of another, as known on the same day. */
export function followsOn(
  before: Stretch<Version> | undefined,
  {zicht, from}: Stretch<Version>
): boolean {
  return before?.zicht === zicht && before.until === from
}
