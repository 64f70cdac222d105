import type {Regeling, Unit, Version} from '../model.ts'
import {select} from '../time/select.ts'
import type {Stretch} from '../time/stretches.ts'
import {thin} from '../time/thin.ts'
import {momentOf, stretchesIn, whenWords} from './moments.ts'
import type {Rule} from './rule.ts'
import {homeOf, homesOf} from './strays.ts'

/** What binds every member does not stand in what binds only some. */
export const laagPlace: Rule = {
  id: 'laag-place',
  severity: 'waarschuwing',
  check(regeling, tell) {
    const homes = new Map(
      regeling.units.filter(bears('UWO')).map((unit) => [unit.id, unit])
    )
    if (homes.size === 0) return
    for (const unit of regeling.units.filter(bears('CAR'))) {
      for (const id of homesOf(unit)) {
        const home = homes.get(id)
        const found = home && clashOf(unit, home, regeling)
        if (!found) continue
        const {version, stretch} = found
        const reason = `Deze tekst is CAR, maar staat ${whenWords(stretch)} in \`${id}\`, dat UWO is en voor een deel van de gemeenten niet geldt; laat bij \`${id}\` \`laag\` weg, of noem bij \`in\` een andere plaats`
        tell({path: version.path, key: 'laag'}, reason, home.versions[0]?.path)
      }
    }
  }
}

function bears(laag: Version['laag']): (unit: Unit) => boolean {
  return ({versions}) => versions.some((version) => version.laag === laag)
}

interface Clash {
  readonly version: Version
  readonly stretch: Stretch<Version>
}

/** The first moment at which a CAR text stands in a UWO home. */
function clashOf(
  unit: Unit,
  home: Unit,
  regeling: Regeling
): Clash | undefined {
  const isInside = (version: Version): boolean =>
    version.laag === 'CAR' && homeOf(version, unit) === home.id
  const isAround = ({laag}: Version): boolean => laag === 'UWO'
  const lives = [
    thin(unit.versions, (version) => `${isInside(version)}`),
    thin(home.versions, (version) => `${isAround(version)}`)
  ]
  for (const stretch of stretchesIn(regeling, lives)) {
    const [inner, outer] = stretch.held.map((period) => period?.selected)
    if (inner?.state !== 'geldt' || !isInside(inner.version)) continue
    if (outer?.state !== 'geldt' || !isAround(outer.version)) continue
    const version = select(unit.versions, momentOf(stretch))?.version
    if (version) return {version, stretch}
  }
  return undefined
}
