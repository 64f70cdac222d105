/** Names in heads that must lead somewhere: a typo here would silently do nothing. */
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import type {Place, UnitId} from '../model.ts'
import {namesOf} from '../time/names.ts'
import type {PlainRegeling, PlainVersion, PlainWijziging} from './plain.ts'

const unknownWijziging: RuleHead = {id: 'wijziging-unknown', severity: 'fout'}
const unknownOnderdeel: RuleHead = {id: 'onderdeel-unknown', severity: 'fout'}
const unknownUnit: RuleHead = {id: 'unit-unknown', severity: 'fout'}
const unknownBasis: RuleHead = {id: 'basis-unknown', severity: 'fout'}
const unknownTarget: RuleHead = {id: 'target-unknown', severity: 'fout'}

/** What is needed to look names up and to tell what is wrong with them. */
export interface NameContext {
  readonly regeling: PlainRegeling
  readonly wijzigingen: ReadonlyMap<string, PlainWijziging>
  readonly reportOn: (path: string) => Report
  readonly placeOf: (path: string, key: string) => Place
  /** Whether a file is there, also when it could not be read. */
  readonly exists: (path: string) => boolean
}

/** Report every name in a regeling that leads nowhere. */
export function checkNames(context: NameContext): void {
  const {units, wijzigingen} = context.regeling
  const ids = new Set(units.map(({id}) => id))
  for (const {versions} of units) {
    const files = new Set(versions.map(({path}) => fileOf(path)))
    for (const version of versions) {
      checkWijzigingen(version, context)
      checkOnderdeel(version, context)
      checkUnits(version, ids, context)
      checkBasis(version, files, context)
    }
  }
  const versions = units.flatMap((unit) => unit.versions)
  const known = new Set(versions.flatMap(namesOf))
  for (const wijziging of wijzigingen) {
    checkTargets(wijziging, known, context)
  }
}

function checkWijzigingen(
  {path, wijzigingen}: PlainVersion,
  context: NameContext
): void {
  const {regeling, exists, reportOn} = context
  for (const id of wijzigingen) {
    const file = `${regeling.id}/wijzigingen/${id}.md`
    if (context.wijzigingen.has(id) || exists(file)) continue
    const reason = `De wijziging \`${id}\` bestaat niet; maak \`${file}\` of hernoem dit bestand`
    reportOn(path)(unknownWijziging, fileStart, reason)
  }
}

/** The onderdeel must be one of its wijziging, and must be named where there are several. */
function checkOnderdeel(
  {path, wijzigingen, onderdeel}: PlainVersion,
  context: NameContext
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
  if (onderdeel !== undefined && !letters.includes(onderdeel)) {
    const reason = `\`onderdeel\` is \`${onderdeel}\`, maar \`${wijziging.id}\` heeft ${letters.length === 0 ? 'geen onderdelen' : `alleen ${letters.join(', ')}`}`
    report(unknownOnderdeel, context.placeOf(path, 'onderdeel'), reason)
  }
}

/** In an uittreksel a place may be given by a unit that it does not hold. */
function checkUnits(
  version: PlainVersion,
  ids: ReadonlySet<UnitId>,
  context: NameContext
): void {
  const {path, uit, opgegaanIn, na} = version
  const {uittreksel} = context.regeling
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['in', version.in === undefined ? [] : [version.in]],
    ['na', na === undefined || uittreksel ? [] : [na]],
    ['uit', uittreksel ? [] : uit],
    ['opgegaan-in', uittreksel ? [] : opgegaanIn]
  ]
  for (const [key, others] of named) {
    for (const id of others) {
      // With a slash it may be a unit of another regeling.
      if (id.includes('/') || ids.has(id)) continue
      const reason = `\`${key}\` noemt \`${id}\`, maar die map is er niet in deze regeling`
      context.reportOn(path)(unknownUnit, context.placeOf(path, key), reason)
    }
  }
}

function checkBasis(
  {path, basis}: PlainVersion,
  files: ReadonlySet<string>,
  context: NameContext
): void {
  if (basis === undefined || files.has(basis)) return
  const folder = path.slice(0, path.lastIndexOf('/'))
  if (context.exists(`${folder}/${basis}.md`)) return
  const reason = `\`basis\` noemt \`${basis}\`, maar die versie staat niet in deze map; noem een bestand hiernaast, zonder \`.md\``
  context.reportOn(path)(unknownBasis, context.placeOf(path, 'basis'), reason)
}

function checkTargets(
  wijziging: PlainWijziging,
  known: ReadonlySet<string>,
  context: NameContext
): void {
  const {path, bekendNa, rectificeert, trektIn, steltVast, herziet} = wijziging
  for (const id of bekendNa) {
    const file = `${context.regeling.id}/wijzigingen/${id}.md`
    if (context.wijzigingen.has(id) || context.exists(file)) continue
    const reason = `\`bekend-na\` noemt \`${id}\`, maar die wijziging bestaat niet; verbeter de naam`
    context.reportOn(path)(
      unknownWijziging,
      context.placeOf(path, 'bekend-na'),
      reason
    )
  }
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['rectificeert', rectificeert === undefined ? [] : [rectificeert]],
    ['trekt-in', trektIn],
    ['stelt-vast', steltVast.map(({target}) => target)],
    ['herziet', herziet.map(({target}) => target)]
  ]
  for (const [key, targets] of named) {
    for (const target of targets) {
      if (context.wijzigingen.has(target) || known.has(target)) continue
      const reason = `\`${key}\` noemt \`${target}\`, maar dat is geen wijziging, onderdeel of versie in deze regeling`
      context.reportOn(path)(unknownTarget, context.placeOf(path, key), reason)
    }
  }
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '')
}
