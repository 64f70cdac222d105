/** When a woven version comes into force: with the last of what it weaves. */
import type {Days, IsoDate, Version, Wijziging} from '../model.ts'
import {isWoven} from '../time/ancestry.ts'
import {laterOf} from '../time/days.ts'
import {compareGeldig, inwerkingOf} from '../time/select.ts'

/**
 * Versions of one unit, the woven ones with the day of inwerking of the last of
 * their parts, where that was said and does not follow from their other days.
 */
export function withWovenDays(
  versions: readonly Version[],
  wijzigingen: ReadonlyMap<string, Wijziging>
): readonly Version[] {
  if (!versions.some(isWoven)) return versions
  const plain = versions.filter((version) => !isWoven(version))
  return versions.map((version) => {
    const [first, ...rest] = version.days
    if (!first || !isWoven(version)) return version
    const given = version.wijzigingen.flatMap((id) => {
      const parts = plain.filter((part) => isPart(part, version, id))
      return parts.length > 0
        ? parts.flatMap(({days}) => days[0]?.inwerking ?? [])
        : onlyDay(wijzigingen.get(id))
    })
    const days = [withInwerking(first, given), ...rest]
    return {...version, days}
  })
}

/** Where a wijziging brings no version of its own here, and has one part, its day. */
function onlyDay(wijziging: Wijziging | undefined): readonly IsoDate[] {
  const [only, ...more] = wijziging?.onderdelen ?? []
  return more.length === 0 && only?.inwerking ? [only.inwerking] : []
}

/** Whether a version is what a wijziging brought, on the day of the woven one or before. */
function isPart(
  {geldig, wijzigingen}: Version,
  woven: Version,
  id: string
): boolean {
  return wijzigingen[0] === id && compareGeldig(geldig, woven.geldig) <= 0
}

function withInwerking(first: Days, given: readonly IsoDate[]): Days {
  if (given.length === 0) return first
  const last = given.reduce(laterOf)
  const usual = inwerkingOf(first)
  const isLater = usual !== 'begin' && usual !== 'onbepaald' && last > usual
  return isLater ? {...first, inwerking: last} : first
}
