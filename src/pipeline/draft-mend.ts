/** `cao rectify` and `cao revise` as asked → the files that they take. */
import {type Draft, together} from '../draft/draft.ts'
import {draftRectified, draftRevisie} from '../draft/mend.ts'
import {nameOf, type Occasion} from '../draft/occasion.ts'
import {Refusal} from '../draft/refusal.ts'
import type {IsoDate, Regeling, Unit, Version, Wijziging} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {ownNameOf} from '../time/names.ts'
import {compareKnown} from '../time/select.ts'
import {
  type Decision,
  type DecisionWords,
  decide,
  decisionDay,
  sourceOf
} from './draft-decision.ts'
import {type Desk, noWijziging} from './draft-desk.ts'
import {onderdeelOf} from './draft-version.ts'
import {unitCalledOn} from './draft-words.ts'

/** One call of `cao rectify`. */
export interface RectifyRequest {
  /** The wijziging that says what was not agreed. */
  readonly target: string
  /** Units in words. */
  readonly units: readonly string[]
  /** Which of its versions, where a unit has several. */
  readonly geldig?: IsoDate | 'onbepaald'
  readonly onderdeel?: string
  readonly decision: DecisionWords
  readonly today: IsoDate
}

/** Draft a rectificatie: for each unit the text of the wrong version, with the same geldig day. */
export function draftRectification(desk: Desk, request: RectifyRequest): Draft {
  const {regeling} = desk
  const {target, units, geldig, decision, today} = request
  const wrong = regeling.wijzigingen.find(({id}) => id === target)
  if (!wrong) {
    throw new Refusal(noWijziging(regeling, target, 'verbeter de naam'))
  }
  if (wrong.concept) {
    throw new Refusal(
      `\`${target}\` is nog een concept; wijzig de bestanden zelf`
    )
  }
  if (units.length === 0) {
    throw new Refusal(
      'Noem achter de wijziging de bepalingen die worden verbeterd, als `cao rectify lbr-26-012 2:3`'
    )
  }
  const made = decide(
    desk,
    decision,
    {key: 'rectificeert', value: target},
    'rectificatie'
  )
  refuseOther(made, wrong, today)
  const {wijziging} = made
  const onderdeel = onderdeelOf(wijziging, request.onderdeel)
  const days = daysBy(regeling, target)
  const drafts = units.map((words) => {
    const unit = unitCalledOn(regeling, words, days, (one) =>
      one.versions.some((version) => isBy(version, target))
    )
    const version = versionBy(unit, target, geldig)
    const occasion: Occasion = {
      regeling,
      wijziging,
      geldig: dayOf(version),
      ...(onderdeel !== undefined && {onderdeel})
    }
    return draftRectified(unit, version, occasion)
  })
  return together([{files: made.files, remarks: []}, ...drafts])
}

function refuseOther(
  {wijziging, isNew}: Decision,
  wrong: Wijziging,
  today: IsoDate
): void {
  const {id, path, soort} = wijziging
  if (!isNew && soort !== 'rectificatie') {
    throw new Refusal(
      `\`${path}\` is een ${soort} en geen rectificatie; geef met \`--wijziging\` een nieuwe naam`
    )
  }
  if (compareKnown(decisionDay(wijziging, today), wrong.bekend) >= 0) return
  throw new Refusal(
    `\`${id}\` zou eerder bekend zijn dan \`${wrong.id}\` (${wrong.bekend}); geef met \`--datum\` een latere dag`
  )
}

/** Days on which the versions of a wijziging begin to hold. */
function daysBy(
  {units}: Regeling,
  target: string
): readonly (IsoDate | 'onbepaald')[] {
  const own = units
    .flatMap(({versions}) => versions)
    .filter((version) => isBy(version, target))
  return [...new Set(own.map(dayOf))]
}

function isBy({wijzigingen}: Version, target: string): boolean {
  return wijzigingen.length === 1 && wijzigingen[0] === target
}

/** The version that a wijziging brought to a unit, and that was not withdrawn. */
function versionBy(
  {id, versions}: Unit,
  target: string,
  geldig: IsoDate | 'onbepaald' | undefined
): Version {
  const own = versions.filter((version) => isBy(version, target))
  const open = own.filter(
    (version) =>
      version.setAside === undefined &&
      (geldig === undefined || version.geldig === geldig)
  )
  const [only, ...more] = open
  if (only && more.length === 0) return only
  const days = open.map((version) => version.geldig).join(', ')
  if (only) {
    throw new Refusal(
      `\`${target}\` heeft van \`${id}\` versies met verschillende dagen (${days}); kies er een met \`--geldig\``
    )
  }
  throw new Refusal(
    own.length === 0 || geldig !== undefined
      ? `\`${target}\` heeft van \`${id}\` geen versie${geldig === undefined || own.length === 0 ? '' : ` van ${geldig}`}; noem een andere bepaling of dag`
      : `De versie van \`${id}\` uit \`${target}\` is ingetrokken; er is niets te verbeteren`
  )
}

/** Its day as it is known now: it may have been moved. */
function dayOf({days, geldig}: Version): IsoDate | 'onbepaald' {
  const day = days.at(-1)?.geldig ?? geldig
  if (day !== 'begin') return day
  throw new Refusal(
    '`begin.md` hoort bij geen wijziging; verbeter dat bestand zelf'
  )
}

/** One call of `cao revise`. */
export interface ReviseRequest {
  readonly words: string
  /** File name of the version, with or without `.md`. */
  readonly version?: string
  readonly reason: string
  readonly today: IsoDate
}

/** Draft a revisie of one version. */
export function draftRevision(desk: Desk, request: ReviseRequest): Draft {
  const {regeling, tree} = desk
  const {words, reason, today} = request
  const name = request.version && plainName(request.version)
  const day = isoDate(name?.slice(0, 10) ?? '')
  const unit = unitCalledOn(regeling, words, day ? [day] : [], (one) =>
    one.versions.some((version) => nameOf(version) === name)
  )
  const version = versionNamed(unit, name, revisedIn(regeling))
  const wijziging = bringerOf(version, regeling)
  const by = version.days.at(-1)?.by
  if (version.setAside !== undefined) {
    throw new Refusal(
      `\`${version.path}\` is ingetrokken met \`${version.setAsideBy}\`; er is niets te herzien`
    )
  }
  if (by !== undefined) {
    throw new Refusal(
      `De dag van \`${version.path}\` is later vastgesteld met \`${by}\`, en een revisie kan dat niet volgen; leg de tekst neer als versie van \`${by}\` of van een nieuwe wijziging`
    )
  }
  const misreport = {
    version,
    source: sourceOf(tree, version.path),
    reason,
    datum: today
  }
  return draftRevisie(unit, misreport, {regeling, wijziging})
}

/** The name of a version, also when its file was typed with folders and `.md`. */
export function plainName(name: string): string {
  return name.replace(/^.*[\\/]/u, '').replace(/\.md$/u, '')
}

/** By the name of a version: the revisie that took its place, and was not withdrawn. */
function revisedIn({
  wijzigingen,
  units
}: Regeling): ReadonlyMap<string, string> {
  const gone = new Set(
    units
      .flatMap(({versions}) => versions)
      .filter(({setAside}) => setAside !== undefined)
      .flatMap((version) => version.wijzigingen)
  )
  return new Map(
    wijzigingen
      .filter(({id}) => !gone.has(id))
      .flatMap(({id, herziet}) => herziet.map(({target}) => [target, id]))
  )
}

function versionNamed(
  {id, versions}: Unit,
  plain: string | undefined,
  revised: ReadonlyMap<string, string>
): Version {
  const found =
    plain === undefined ? likely(versions, revised) : named(versions, plain)
  const [only, ...more] = found
  if (only && more.length === 0) {
    const by = revised.get(ownNameOf(only))
    if (by === undefined) return only
    throw new Refusal(
      `\`${only.path}\` is al herzien met \`${by}\`; herzie de versie die daarvoor in de plaats kwam: \`--version ${only.geldig}.${by}\``
    )
  }
  const names = (more.length > 0 ? found : versions)
    .map((version) => `\`${nameOf(version)}\``)
    .join(', ')
  throw new Refusal(
    plain === undefined
      ? `Geef met \`--version\` welke versie van \`${id}\` wordt herzien: ${names}`
      : `\`${id}\` heeft geen versie \`${plain}\`; er is ${names}`
  )
}

function named(
  versions: readonly Version[],
  plain: string
): readonly Version[] {
  return versions.filter((version) => nameOf(version) === plain)
}

/** Versions that may be meant where none is named. */
function likely(
  versions: readonly Version[],
  revised: ReadonlyMap<string, string>
): readonly Version[] {
  const brought = versions.filter(({geldig}) => geldig !== 'begin')
  const open = brought.filter(
    (version) =>
      version.setAside === undefined && !revised.has(ownNameOf(version))
  )
  return open.length > 0 ? open : brought
}

/** The wijziging whose known day a revisie keeps: of a woven version the one that was known last. */
function bringerOf(version: Version, {wijzigingen}: Regeling): Wijziging {
  const own = wijzigingen.filter(({id}) => version.wijzigingen.includes(id))
  const last = own.toSorted((a, b) => compareKnown(a.bekend, b.bekend)).at(-1)
  if (!last) {
    throw new Refusal(
      '`begin.md` hoort bij geen wijziging en wordt niet vergrendeld; verbeter dat bestand zelf'
    )
  }
  if (version.days.length > 0) return last
  throw new Refusal(
    `\`${last.id}\` is nog een concept; verbeter \`${version.path}\` zelf`
  )
}
