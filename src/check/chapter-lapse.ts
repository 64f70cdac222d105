import type {Unit, Version} from '../model.ts'
import {select} from '../time/select.ts'
import {momentOf, whenWords} from './moments.ts'
import type {Rule} from './rule.ts'
import {type Stray, straysIn} from './strays.ts'
import {namesInWords} from './words.ts'

/** Where a hoofdstuk lapses, each of its units lapses or moves. */
export const chapterLapse: Rule = {
  id: 'chapter-lapse',
  severity: 'fout',
  check(regeling, tell, sources) {
    for (const lapse of lapses(straysIn(regeling, sources))) {
      const {version, first, units} = lapse
      const ids = namesInWords(units.map(({id}) => id))
      const rest =
        units.length === 1
          ? `${ids} er nog in staat en geldt; laat ook dat vervallen, of noem bij \`in\` waar het dan staat`
          : `${ids} er nog in staan en gelden; laat ook die vervallen, of noem bij \`in\` waar zij dan staan`
      const reason = `Deze bepaling is ${whenWords(first)} vervallen, terwijl ${rest}`
      const key = version.vervallen ? 'vervallen' : 'tot'
      tell({path: version.path, key}, reason, units[0]?.versions[0]?.path)
    }
  }
}

interface Lapse {
  /** The version by which it lapses. */
  readonly version: Version
  readonly first: Stray
  /** Units that live on in it. */
  readonly units: readonly Unit[]
}

/** Each lapse over living units once, with all of them. */
function lapses(strays: Iterable<Stray>): readonly Lapse[] {
  const found = new Map<string, Lapse>()
  for (const stray of strays) {
    const {unit, home, cause} = stray
    // A toelichting goes with what it explains.
    if (cause !== 'lapses' || unit.soort === 'toelichting') continue
    const version = select(home.versions, momentOf(stray))?.version
    if (!version) continue
    const key = `${version.path} ${stray.from}`
    const known = found.get(key)
    const units = [...(known?.units ?? []), unit]
    found.set(key, {version, first: known?.first ?? stray, units})
  }
  return [...found.values()]
}
