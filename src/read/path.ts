/**
 * The path of a file → what it is, or why it cannot be anything.
 *
 * A folder is the identity of a unit for life, and a file name says the day
 * and the wijziging of a version; so names are strict.
 */
import {type GeldigDay, type Soort, soorten, type UnitId} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {isBare, mayStandIn} from '../time/siblings.ts'

/** What a path below the corpus folder stands for. */
export type Location =
  | {readonly kind: 'regeling'; readonly regeling: string}
  | {readonly kind: 'wijziging'; readonly regeling: string; readonly id: string}
  | {
      readonly kind: 'vaststelling'
      readonly regeling: string
      readonly code: string
    }
  | ({readonly kind: 'version'} & VersionLocation)
  | {readonly kind: 'lock'; readonly regeling: string}
  | {readonly kind: 'wetten'}
  /** Known to belong here, and read by another part or by people. */
  | {readonly kind: 'other'}
  | {readonly kind: 'wrong'; readonly reason: string}

/** Where a version stands: its unit with all units around it, outermost first. */
export interface VersionLocation {
  readonly regeling: string
  readonly units: readonly UnitPlace[]
  readonly geldig: GeldigDay
  readonly wijzigingen: readonly string[]
}

/** A folder of a unit. */
interface UnitPlace {
  readonly id: UnitId
  readonly soort: Soort
}

const maxName = 60
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
const plainName = /^[a-z0-9-]+$/u
const unitName =
  /^([a-z]+)-((?:[IVXLCDM]+[a-z]{0,2}|[a-z0-9]+)(?:-[a-z0-9]+)*)$/u
const parameters = /^parameters\/[a-z0-9-]+\.yaml$/u
/** What was taken from which file: written by `cao import`, for it to go on with. */
const imported = /^import\/\d{4}-\d{2}-\d{2}(?:-\d{1,4})?\.md$/u
const vaststelling = /^vaststellingen\/([a-z0-9-]+)\.yaml$/u
const maxWoven = 120

/** The list of laws, shared by all regelingen. */
const wettenPath = 'gegevens/wetten.yaml'

/** Read a path; `/` separates, and nothing in it is trusted. */
export function locate(path: string): Location {
  const [regeling = '', ...rest] = path.split('/')
  const odd = [regeling, ...rest].map(oddName).find((reason) => reason)
  if (odd !== undefined) return {kind: 'wrong', reason: odd}
  if (path === wettenPath) return {kind: 'wetten'}
  if (regeling === 'gegevens') return {kind: 'other'}
  if (rest.length === 0) {
    return wrong(
      'Een regeling heeft een eigen map; verplaats dit bestand daarheen'
    )
  }
  if (!plainName.test(regeling)) {
    return wrong(
      `De map \`${regeling}\` mag alleen kleine letters, cijfers en streepjes hebben; hernoem de map`
    )
  }
  return locateInside(regeling, rest)
}

function locateInside(regeling: string, rest: readonly string[]): Location {
  const [first = '', second = ''] = rest
  const below = rest.join('/')
  if (below === 'regeling.md') return {kind: 'regeling', regeling}
  if (below === 'lock.json') return {kind: 'lock', regeling}
  const isOther = [parameters, imported].some((shape) => shape.test(below))
  if (below === 'NOTES.md' || isOther) return {kind: 'other'}
  if (first === 'vaststellingen') {
    const code = vaststelling.exec(below)?.[1]
    return code === undefined
      ? wrong(
          'Een vaststelling heet naar de code van de gemeente, bijvoorbeeld `gm0037.yaml`; hernoem het bestand'
        )
      : {kind: 'vaststelling', regeling, code}
  }
  if (first === 'wijzigingen') {
    const id = second.replace(/\.md$/u, '')
    const fits =
      rest.length === 2 && second.endsWith('.md') && plainName.test(id)
    return fits
      ? {kind: 'wijziging', regeling, id}
      : wrong(
          'Een wijziging heet bijvoorbeeld `lbr-15-069.md`, met kleine letters, cijfers en streepjes; hernoem het bestand'
        )
  }
  return locateVersion(regeling, rest)
}

function locateVersion(regeling: string, rest: readonly string[]): Location {
  const units: UnitPlace[] = []
  for (const folder of rest.slice(0, -1)) {
    const unit = readUnit(folder, units.at(-1))
    if (typeof unit === 'string') return wrong(unit)
    units.push(unit)
  }
  const name = rest.at(-1) ?? ''
  if (units.length === 0) {
    return wrong(
      'Dit bestand hoort niet rechtstreeks in de map van een regeling; zet een tekst in de map van een artikel of bijlage'
    )
  }
  if (!name.endsWith('.md')) {
    return wrong(
      `\`${name}\` is geen Markdown (\`.md\`); bewaar het buiten de map van de regeling`
    )
  }
  const day = /^(\d[\d-]*)\./u.exec(name)?.[1]
  if (day !== undefined && !isoDate(day)) {
    return wrong(
      `\`${day}\` is geen bestaande dag; schrijf jaar-maand-dag, als \`2015-09-01\``
    )
  }
  const version = readVersionName(name)
  return version
    ? {kind: 'version', regeling, units, ...version}
    : wrong(
        'Een versie heet `<dag>.<wijziging>.md`, bijvoorbeeld `2015-09-01.lbr-15-069.md`, of `begin.md`; hernoem het bestand'
      )
}

/** A unit below another one, or why it cannot stand there. */
function readUnit(
  folder: string,
  parent: UnitPlace | undefined
): UnitPlace | string {
  const match = unitName.exec(folder)
  const soort = soorten.find((name) => name === (match?.[1] ?? folder))
  if (soort === undefined || isBare(soort) === (match !== null)) {
    return `De map \`${folder}\` is geen onderdeel van een regeling; noem hem bijvoorbeeld \`artikel-1-2c\`, \`hoofdstuk-1\`, \`bijlage-IIa\` of \`toelichting\``
  }
  if (!mayStandIn(soort, parent?.soort)) {
    return `Een ${soort} kan niet in een ${parent?.soort} staan; verplaats de map \`${folder}\``
  }
  const id =
    soort === 'toelichting' && parent ? `${parent.id}/${folder}` : folder
  return {id, soort}
}

function readVersionName(
  name: string
): {geldig: GeldigDay; wijzigingen: readonly string[]} | undefined {
  if (name === 'begin.md') return {geldig: 'begin', wijzigingen: []}
  const match = /^([^.]+)\.([a-z0-9-]+(?:\+[a-z0-9-]+)*)\.md$/u.exec(name)
  const [, day = '', ids = ''] = match ?? []
  const geldig = day === 'onbepaald' ? day : isoDate(day)
  return match && geldig ? {geldig, wijzigingen: ids.split('+')} : undefined
}

/** What no file system and no reader can do with a name, whatever it stands for. */
function oddName(name: string): string | undefined {
  // A woven version is named after all that it weaves.
  const most = name.includes('+') ? maxWoven : maxName
  if (name.length > most) {
    return `De naam \`${name.slice(0, 20)}…\` heeft ${name.length} tekens; houd het bij ${most}`
  }
  if (devices.test(name)) {
    return `\`${name}\` is onder Windows de naam van een apparaat; kies een andere naam`
  }
  return /^[A-Za-z0-9.+-]+$/u.test(name)
    ? undefined
    : `De naam \`${name}\` heeft tekens die hier niet kunnen; gebruik letters, cijfers en streepjes`
}

function wrong(reason: string): Location {
  return {kind: 'wrong', reason}
}
