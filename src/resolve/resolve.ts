/**
 * Stage: versions and wijzigingen as written → versions with their days.
 *
 * A version gets the known day of its wijziging, the inwerking of its
 * onderdeel, the days that later wijzigingen gave it (`stelt-vast`) and the
 * day on which one set it aside (`trekt-in`). Names that lead nowhere are
 * reported; the text itself is not looked at.
 */
import {defined} from '../defined.ts'
import {
  fileStart,
  type Report,
  type RuleHead,
  reportTo
} from '../diagnostics/report.ts'
import type {
  Corpus,
  Place,
  Regeling,
  SourceMap,
  Unit,
  Version,
  Wijziging
} from '../model.ts'
import {daysOf, setAsideOf, volgordeOf} from './days.ts'

const unknownWijziging: RuleHead = {id: 'wijziging-unknown', severity: 'fout'}
const unknownOnderdeel: RuleHead = {id: 'onderdeel-unknown', severity: 'fout'}
const unknownUnit: RuleHead = {id: 'unit-unknown', severity: 'fout'}

/** A version before it has days; what `read` gives. */
type PlainVersion = Omit<Version, 'days' | 'setAside' | 'volgorde'>

/** A regeling before its versions have days; what `read` gives. */
export type PlainRegeling = Omit<Regeling, 'units'> & {
  readonly units: readonly (Omit<Unit, 'versions'> & {
    readonly versions: readonly PlainVersion[]
  })[]
}

/** What is known of one regeling while its versions are resolved. */
interface Context {
  readonly regeling: PlainRegeling
  readonly wijzigingen: ReadonlyMap<string, Wijziging>
  /** Concepts that the command named. */
  readonly concepts: ReadonlySet<string>
  readonly reportOn: (path: string) => Report
  readonly placeOf: (path: string, key: string) => Place
}

/** Give every version its days; `concepts` are the wijzigingen in concept that count as known. */
export function resolve(
  regelingen: readonly PlainRegeling[],
  {files, keys}: SourceMap,
  concepts: ReadonlySet<string> = new Set()
): Corpus {
  const reportOn = (path: string): Report => {
    const file = files.get(path)
    return file ? reportTo(file) : () => {}
  }
  const placeOf = (path: string, key: string): Place =>
    keys.get(path)?.get(key) ?? fileStart
  return {
    regelingen: regelingen.map((regeling) => {
      const wijzigingen = new Map(
        regeling.wijzigingen.map((wijziging) => [wijziging.id, wijziging])
      )
      const context = {regeling, wijzigingen, concepts, reportOn, placeOf}
      const units = regeling.units.map((unit) => ({
        ...unit,
        versions: unit.versions.map((version) =>
          resolveVersion(version, context)
        )
      }))
      return {...regeling, units}
    })
  }
}

function resolveVersion(version: PlainVersion, context: Context): Version {
  checkNames(version, context)
  const {regeling, concepts} = context
  const own = version.wijzigingen
    .map((id) => context.wijzigingen.get(id))
    .filter((wijziging) => wijziging !== undefined)
  const all = regeling.wijzigingen.filter(
    ({id, concept}) => !concept || concepts.has(id)
  )
  const isHidden = own.some(({id, concept}) => concept && !concepts.has(id))
  return {
    ...version,
    days: isHidden ? [] : daysOf(version, own, all),
    ...defined({setAside: setAsideOf(version, all)}),
    volgorde: volgordeOf(own)
  }
}

function checkNames(version: PlainVersion, context: Context): void {
  const {path, wijzigingen} = version
  const {regeling, reportOn, placeOf} = context
  const report = reportOn(path)
  for (const id of wijzigingen) {
    if (context.wijzigingen.has(id)) continue
    const reason = `De wijziging \`${id}\` bestaat niet; maak \`${regeling.id}/wijzigingen/${id}.md\` of hernoem dit bestand`
    report(unknownWijziging, fileStart, reason)
  }
  checkOnderdeel(version, context)
  const home = version.in
  if (home !== undefined && !regeling.units.some(({id}) => id === home)) {
    const reason = `\`in\` noemt \`${home}\`, maar die map is er niet in deze regeling`
    report(unknownUnit, placeOf(path, 'in'), reason)
  }
}

/** The onderdeel must be one of its wijziging, and must be named where there are several. */
function checkOnderdeel(
  {path, wijzigingen, onderdeel}: PlainVersion,
  context: Context
): void {
  const [id, ...more] = wijzigingen
  const wijziging = context.wijzigingen.get(id ?? '')
  if (!wijziging || more.length > 0) return
  const letters = wijziging.onderdelen.map((entry) => entry.id)
  const report = context.reportOn(path)
  if (onderdeel === undefined && letters.length > 1) {
    const reason = `\`onderdeel\` ontbreekt; \`${wijziging.id}\` heeft de onderdelen ${letters.join(', ')}`
    report(unknownOnderdeel, fileStart, reason)
  }
  if (
    onderdeel !== undefined &&
    letters.length > 0 &&
    !letters.includes(onderdeel)
  ) {
    const reason = `\`onderdeel\` is \`${onderdeel}\`, maar \`${wijziging.id}\` heeft alleen ${letters.join(', ')}`
    report(unknownOnderdeel, context.placeOf(path, 'onderdeel'), reason)
  }
}
