/** When a woven version comes into force: with the last of what it weaves. */
import type {Days, IsoDate, Version} from '../model.ts'
import {laterOf} from '../time/days.ts'
import {inwerkingOf} from '../time/select.ts'

/**
 * Versions of one unit, the woven ones with the day of inwerking of the last of
 * their parts, where that was said and does not follow from their other days.
 */
export function withWovenDays(
  versions: readonly Version[]
): readonly Version[] {
  const dated = versions.filter(
    ({days, wijzigingen}) => wijzigingen.length === 1 && days[0]?.inwerking
  )
  if (dated.length === 0) return versions
  return versions.map((version) => {
    const [first, ...rest] = version.days
    if (!first || version.wijzigingen.length < 2) return version
    const given = dated
      .filter((part) => isPart(part, version))
      .flatMap(({days}) => days[0]?.inwerking ?? [])
    const days = [withInwerking(first, given), ...rest]
    return {...version, days}
  })
}

function isPart({geldig, wijzigingen}: Version, woven: Version): boolean {
  return (
    geldig === woven.geldig &&
    wijzigingen.every((id) => woven.wijzigingen.includes(id))
  )
}

function withInwerking(first: Days, given: readonly IsoDate[]): Days {
  if (given.length === 0) return first
  const last = given.reduce(laterOf)
  const usual = inwerkingOf(first)
  const isLater = usual !== 'begin' && usual !== 'onbepaald' && last > usual
  return isLater ? {...first, inwerking: last} : first
}
