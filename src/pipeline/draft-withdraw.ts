/** What is not in werking yet: withdrawn, or given another day. */
import type {Draft} from '../draft/draft.ts'
import type {Addition} from '../draft/extend-head.ts'
import {nameOf} from '../draft/occasion.ts'
import {Refusal} from '../draft/refusal.ts'
import type {IsoDate, KnownDay, Unit, Version, Wijziging} from '../model.ts'
import {maySetAside} from '../resolve/days.ts'
import {namesOf} from '../time/names.ts'
import {inwerkingOf} from '../time/select.ts'
import {type DecisionWords, decide, decisionDay} from './draft-decision.ts'
import {type Desk, noWijziging} from './draft-desk.ts'

/** A target, and the wijziging that decides on it. */
export interface DecisionRequest {
  /** `lbr-16-001`, `lbr-16-001#A` or `artikel-2-3/2016-01-01.lbr-16-001`. */
  readonly target: string
  readonly decision: DecisionWords
  readonly today: IsoDate
}

/** Draft the wijziging by which another one, an onderdeel or a version is withdrawn. */
export function draftWithdrawal(desk: Desk, request: DecisionRequest): Draft {
  const target = request.target.trim()
  const meant = versionsMeant(desk, target)
  const {wijziging, files} = decide(desk, request.decision, {
    key: 'trekt-in',
    value: target
  })
  refuseSame(wijziging, target, meant)
  const open = refuseSetAside(meant, target)
  refuseInWerking(open, {
    ...request,
    wijziging,
    instead:
      'Wat in werking is, wordt niet ingetrokken: maak een nieuwe wijziging met `cao new wijziging` en leg de tekst neer die ervoor in de plaats komt, of gebruik `cao rectify` als de brief iets anders zegt dan is afgesproken'
  })
  refuseNothing(files, wijziging)
  return {files, remarks: builtOn(desk, open)}
}

/** Days to be given. */
export interface DaysRequest extends DecisionRequest {
  readonly geldig?: IsoDate
  readonly inwerking?: IsoDate
}

/** Draft the wijziging by which another one, an onderdeel or a version gets its days, or other ones. */
export function draftDays(desk: Desk, request: DaysRequest): Draft {
  const {geldig, inwerking} = request
  const target = request.target.trim()
  if (geldig === undefined && inwerking === undefined) {
    throw new Refusal(
      'Geef met `--geldig` of `--inwerking` de dag die wordt vastgesteld'
    )
  }
  const meant = versionsMeant(desk, target)
  const addition: Addition = {
    key: 'stelt-vast',
    target,
    value: {geldig, inwerking}
  }
  const {wijziging, files} = decide(desk, request.decision, addition)
  refuseSame(wijziging, target, meant)
  const open = refuseSetAside(meant, target)
  refuseInWerking(open, {
    ...request,
    // A rectificatie may withdraw what seemed to be in werking, and not move it.
    wijziging: {...wijziging, soort: 'ledenbrief'},
    instead:
      'De dag van wat in werking is, verandert niet meer: maak een nieuwe wijziging met `cao new wijziging`, of gebruik `cao rectify` als de brief een andere dag noemt dan is afgesproken'
  })
  refuseNothing(files, wijziging)
  const later = meant.some(
    ({days}) => days.at(-1)?.geldig === 'onbepaald' && geldig === undefined
  )
  return {
    files,
    remarks: later
      ? [
          `\`${target}\` heeft nog geen dag van gelding; geef die met \`--geldig\`, anders gaat de tekst nooit gelden`
        ]
      : []
  }
}

/** Versions that a name means; a name that leads nowhere is refused. */
function versionsMeant({regeling}: Desk, target: string): readonly Version[] {
  const versions = regeling.units.flatMap((unit) => unit.versions)
  const meant = versions.filter((version) => namesOf(version).includes(target))
  const concept = meant.find(({days}) => days.length === 0)
  if (concept) {
    throw new Refusal(
      `\`${target}\` is nog een concept: het is nergens bekend. Wijzig of verwijder \`${concept.path}\` zelf`
    )
  }
  if (meant.length > 0) return meant
  const [id = ''] = target.split('#')
  const known = regeling.wijzigingen.find((one) => one.id === id)
  if (!known) {
    throw new Refusal(
      target.includes('/')
        ? `De versie \`${target}\` is er niet; schrijf haar als \`artikel-2-3/2016-01-01.lbr-16-001\``
        : noWijziging(regeling, id, 'verbeter de naam')
    )
  }
  const letters = known.onderdelen.map((one) => one.id)
  const part = target.slice(id.length + 1)
  if (target === id || letters.includes(part)) {
    throw new Refusal(
      target === id
        ? `De wijziging \`${id}\` heeft geen versies; er is dus niets dat verandert`
        : `Onderdeel ${part} van \`${id}\` heeft geen versies; er is dus niets dat verandert`
    )
  }
  throw new Refusal(
    `\`${id}\` heeft geen onderdeel ${part}; ${letters.length === 0 ? 'zij heeft er geen' : `er is ${letters.join(', ')}`}`
  )
}

function refuseSame(
  {id}: Wijziging,
  target: string,
  meant: readonly Version[]
): void {
  const isSame = meant.some(({wijzigingen}) => wijzigingen.includes(id))
  if (!isSame) return
  throw new Refusal(
    `\`${target}\` hoort bij \`${id}\` zelf; geef met \`--wijziging\` een andere wijziging`
  )
}

/** Those that were not withdrawn yet; at least one. */
function refuseSetAside(
  meant: readonly Version[],
  target: string
): readonly Version[] {
  const open = meant.filter(({setAside}) => setAside === undefined)
  if (open.length > 0) return open
  throw new Refusal(
    `\`${target}\` is al ingetrokken, met \`${meant[0]?.setAsideBy}\``
  )
}

interface Check {
  readonly target: string
  readonly today: IsoDate
  readonly wijziging: Wijziging
  readonly instead: string
}

/** Throws where a decision comes too late, or before anybody knew what it decides on. */
function refuseInWerking(
  versions: readonly Version[],
  {target, today, wijziging, instead}: Check
): void {
  const bekend = decisionDay(wijziging, today)
  const late = versions.find(
    (version) => !maySetAside({...wijziging, since: bekend}, version)
  )
  if (!late) return
  const known = late.days[0]?.known ?? 'altijd'
  if (isDay(known) && isDay(bekend) && bekend < known) {
    throw new Refusal(
      `\`${target}\` is pas bekend sinds ${known}; geef \`${wijziging.id}\` met \`--datum\` een latere dag`
    )
  }
  throw new Refusal(
    `\`${late.path}\` is op ${bekend} al in werking (sinds ${inWerkingSince(late)}). ${instead}`
  )
}

function inWerkingSince({days}: Version): string {
  const last = days.at(-1)
  return last ? inwerkingOf(last) : 'begin'
}

function isDay(known: KnownDay): boolean {
  return /^\d/u.test(known)
}

function refuseNothing(files: Draft['files'], {path}: Wijziging): void {
  if (files.length > 0) return
  throw new Refusal(`\`${path}\` zegt dit al; er verandert niets`)
}

/** Versions that were written on what is withdrawn still hold its words. */
function builtOn(
  {regeling}: Desk,
  withdrawn: readonly Version[]
): readonly string[] {
  const gone = new Set(withdrawn)
  const followers = regeling.units.flatMap((unit) => followersOf(unit, gone))
  return followers.length === 0
    ? []
    : [
        `Samenloop: ${followers.map(({path}) => `\`${path}\``).join(', ')} ${followers.length === 1 ? 'is geschreven' : 'zijn geschreven'} op tekst die hiermee wordt ingetrokken; leg daarvoor straks een samengevoegde versie neer`
      ]
}

function followersOf(
  {versions}: Unit,
  gone: ReadonlySet<Version>
): readonly Version[] {
  const bases = new Set(
    versions.filter((version) => gone.has(version)).map(nameOf)
  )
  return versions.filter(
    (version) =>
      !gone.has(version) &&
      version.setAside === undefined &&
      version.basis !== undefined &&
      bases.has(version.basis)
  )
}
