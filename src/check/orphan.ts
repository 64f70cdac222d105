import type {Regeling, SourceMap, Unit, UnitId} from '../model.ts'
import {select} from '../time/select.ts'
import {momentOf, whenWords} from './moments.ts'
import type {Rule, Tell} from './rule.ts'
import {homesOf, type Stray, straysIn} from './strays.ts'
import {folderOf} from './unread.ts'
import {namesInWords} from './words.ts'

/** What lives stands in what lives; else its text would stand loose, or nowhere. */
export const orphan: Rule = {
  id: 'orphan',
  severity: 'waarschuwing',
  check(regeling, tell, sources) {
    tellAbsent(regeling, tell, sources)
    for (const stray of straysIn(regeling, sources)) {
      if (stray.cause !== 'lapses') tellStray(stray, tell)
    }
  }
}

/** A folder around texts that has no text of its own, once. */
function tellAbsent(regeling: Regeling, tell: Tell, sources: SourceMap): void {
  for (const [parent, units] of strandedIn(regeling, sources)) {
    const path = units[0]?.versions[0]?.path ?? ''
    const names = namesInWords(units.map(({id}) => id))
    const verb = units.length === 1 ? 'komt' : 'komen'
    const reason = `De map \`${parent}\` heeft zelf geen versie, en daardoor ${verb} ${names} los te staan; leg in die map een versie neer, bijvoorbeeld \`begin.md\` met nummer en opschrift`
    tell({path}, reason)
  }
}

/** For each folder without a version of its own the units that ever stand in it. */
function strandedIn(
  regeling: Regeling,
  {files}: SourceMap
): ReadonlyMap<UnitId, readonly Unit[]> {
  const ids = new Set(regeling.units.map(({id}) => id))
  const texts = [...files.keys()].filter((path) => path.endsWith('.md'))
  const folders = new Set(texts.map(folderOf))
  const stranded = new Map<UnitId, Unit[]>()
  for (const unit of regeling.units) {
    const {parent = '', versions} = unit
    const isUsed = !ids.has(parent) && homesOf(unit).has(parent)
    if (!isUsed || mayBeAlone(unit, regeling)) continue
    // A text that could not be read is there all the same.
    if (folders.has(folderOf(folderOf(versions[0]?.path ?? '')))) continue
    const group = stranded.get(parent)
    if (group) group.push(unit)
    else stranded.set(parent, [unit])
  }
  return stranded
}

/** An uittreksel may explain what it does not hold. */
function mayBeAlone({soort}: Unit, {uittreksel}: Regeling): boolean {
  return uittreksel && soort === 'toelichting'
}

function tellStray(stray: Stray, tell: Tell): void {
  const {unit, home, cause} = stray
  const version = select(unit.versions, momentOf(stray))?.version
  if (!version) return
  const key = version.in === undefined ? {} : {key: 'in'}
  const rest =
    cause === 'later'
      ? `dat er dan niet is; noem bij \`in\` een andere plaats, of geef \`${home.id}\` een versie die dan al geldt`
      : 'dat dan is vervallen; noem bij `in` een andere plaats, of laat ook deze tekst vervallen'
  const reason = `Deze tekst staat ${whenWords(stray)} in \`${home.id}\`, ${rest}`
  tell({path: version.path, ...key}, reason, home.versions[0]?.path)
}
