/**
 * Stage: a regeling as agreed nationally → as one municipality adopted it.
 *
 * An ambtenaar is bound by the besluit of the own municipality, so bekend,
 * inwerking and the reach back are those of its besluiten. What it did not
 * adopt does not exist there; what was there before the corpus begins does. A
 * revisie mends our own file, and goes with what it mends.
 */
import {defined} from '../defined.ts'
import type {
  Besluit,
  Days,
  IsoDate,
  Regeling,
  Unit,
  Vaststelling,
  Version,
  Wijziging
} from '../model.ts'
import {isDay, laterOf} from '../time/days.ts'
import {nameOf, namesOf, wijzigingenIn} from '../time/names.ts'
import {compareText} from '../time/order.ts'
import {compareGeldig, inwerkingOf} from '../time/select.ts'
import {daysOf, setAsideOf} from './days.ts'

/** The besluit by which something was adopted, and the day it chose. */
interface Adopted {
  readonly besluit: Besluit
  readonly geldig?: IsoDate
}

/** The same regeling with the days that hold in one municipality. */
export function localRegeling(
  regeling: Regeling,
  vaststelling: Vaststelling
): Regeling {
  const byId = new Map(regeling.wijzigingen.map((one) => [one.id, one]))
  const localized = regeling.wijzigingen.flatMap((wijziging) => {
    const adopted =
      adoptionOf(wijziging.id, vaststelling) ??
      mendedAdoption(wijziging, vaststelling)
    return adopted ? [localWijziging(wijziging, adopted)] : []
  })
  const acting = localized.filter(
    ({trektIn, steltVast}) => trektIn.length + steltVast.length > 0
  )
  const local = (version: Version, unit: Unit): Version =>
    localVersion(version, unit, {byId, acting, vaststelling})
  return {
    ...regeling,
    units: regeling.units.map((unit) => ({
      ...unit,
      versions: unit.versions.map((version) => local(version, unit))
    })),
    wijzigingen: regeling.wijzigingen.map(
      (wijziging) => localized.find(({id}) => id === wijziging.id) ?? wijziging
    )
  }
}

interface Context {
  readonly byId: ReadonlyMap<string, Wijziging>
  readonly acting: readonly Wijziging[]
  readonly vaststelling: Vaststelling
  /** Revisies of which it is being asked what they mend. */
  readonly pending?: ReadonlySet<string>
}

function localVersion(version: Version, unit: Unit, context: Context): Version {
  const {setAside: _, setAsideBy: __, ...plain} = version
  // A concept is adopted by nobody; `begin` is known to all.
  if (version.days.length === 0 || version.wijzigingen.length === 0) {
    return version
  }
  const own = version.wijzigingen.map((id) =>
    adoptedVersion(id, version, unit, context)
  )
  if (own.some((adopted) => adopted === undefined)) {
    return {...plain, days: []}
  }
  const adopted = own.filter((one) => one !== undefined)
  const wijzigingen = version.wijzigingen.flatMap((id, at) => {
    const wijziging = context.byId.get(id)
    const by = adopted[at]
    return wijziging && by ? [localWijziging(wijziging, by)] : []
  })
  const days = localDays({...plain, ...chosenDay(adopted)}, wijzigingen, {
    adopted,
    acting: context.acting,
    national: version
  })
  const aside = setAsideOf({...plain, days}, context.acting)
  return {
    ...plain,
    days,
    ...defined({setAside: aside?.known, setAsideBy: aside?.by})
  }
}

/** The besluit may reach back to another day than was agreed. */
function chosenDay(adopted: readonly Adopted[]): {geldig?: IsoDate} {
  const [only, ...more] = adopted.flatMap(({geldig}) => geldig ?? [])
  return only !== undefined && more.length === 0 ? {geldig: only} : {}
}

interface LocalDays {
  readonly adopted: readonly Adopted[]
  readonly acting: readonly Wijziging[]
  readonly national: Version
}

/** In werking on the last of: the besluiten, the day agreed, and for what was given later that besluit. */
function localDays(
  version: Version,
  own: readonly Wijziging[],
  {adopted, acting, national}: LocalDays
): Version['days'] {
  const force = adopted
    .map(({besluit}) => besluit.inwerking)
    .toSorted(compareText)
    .at(-1)
  const all = daysOf(version, own, acting).map((days, at) => {
    const agreed = at === 0 ? national.days[0]?.inwerking : days.inwerking
    const {geldig} = days
    const candidates = [force, agreed, geldig].filter(isDay)
    const [first, ...rest] = candidates
    if (first === undefined || geldig === 'onbepaald') return days
    return {...days, inwerking: rest.reduce(laterOf, first)}
  })
  const late = all.find((days, at) => isTooLate(days, all[at - 1]))
  if (!late) return all
  const inTime = acting.filter(({id}) => id !== late.by)
  return localDays(version, own, {adopted, acting: inTime, national})
}

/** A day cannot be moved once what it is of is in werking there, whatever was so nationally. */
function isTooLate({known}: Days, before: Days | undefined): boolean {
  const force = before && inwerkingOf(before)
  return (
    isDay(known) &&
    force !== undefined &&
    (force === 'begin' || (isDay(force) && known >= force))
  )
}

/** How a version was adopted by way of one of its wijzigingen. */
function adoptedVersion(
  id: string,
  version: Version,
  unit: Unit,
  context: Context
): Adopted | undefined {
  const wijziging = context.byId.get(id)
  if (wijziging?.soort === 'revisie') {
    return adoptedRevisie(id, version, unit, context)
  }
  // A part of a wijziging is adopted with the whole, or by its own name.
  const parts = partsOf(id, version, unit)
  if (parts.length === 0) return adoptionOf(id, context.vaststelling)
  const found = parts.map((part) => {
    const partNames = namesOf(part)
    return find(context.vaststelling, (target) => partNames.includes(target))
  })
  // What weaves several parts together holds where all of them do.
  return lastOf(found)
}

/** A revisie goes with what it mends, also when that is woven, and when it was woven into another text itself. */
function adoptedRevisie(
  id: string,
  version: Version,
  unit: Unit,
  context: Context
): Adopted | undefined {
  const own = partsOf(id, version, unit)
  const names = new Set(own.map(({basis}) => basis))
  const mended = unit.versions.filter((one) => names.has(nameOf(one)))
  // Revisies whose bases lead back to each other mend nothing; that is told elsewhere.
  const {pending = new Set()} = context
  if (mended.length === 0 || pending.has(id)) return undefined
  const deeper = {...context, pending: new Set([...pending, id])}
  return lastOf(
    mended.flatMap((one) =>
      one.wijzigingen.length === 0
        ? [undefined]
        : one.wijzigingen.map((other) =>
            adoptedVersion(other, one, unit, deeper)
          )
    )
  )
}

/** Nothing unless all were adopted. */
function lastOf(found: readonly (Adopted | undefined)[]): Adopted | undefined {
  return found.every((one) => one !== undefined)
    ? found
        .toSorted((a, b) => compareText(a.besluit.bekend, b.besluit.bekend))
        .at(-1)
    : undefined
}

/** What a wijziging alone brought: the version itself, or all that a woven one was woven from. */
function partsOf(id: string, version: Version, unit: Unit): readonly Version[] {
  const isAlone = ({wijzigingen}: Version): boolean =>
    wijzigingen.length === 1 && wijzigingen[0] === id
  if (isAlone(version)) return [version]
  return unit.versions.filter(
    (part) => isAlone(part) && compareGeldig(part.geldig, version.geldig) <= 0
  )
}

/** The besluit that adopts a wijziging, or a part of it. */
function adoptionOf(
  id: string,
  vaststelling: Vaststelling
): Adopted | undefined {
  return find(
    vaststelling,
    (target) => target === id || target.startsWith(`${id}#`)
  )
}

/** Of a revisie: how what it mends was adopted, and of several the last. */
function mendedAdoption(
  {herziet}: Wijziging,
  vaststelling: Vaststelling
): Adopted | undefined {
  return herziet
    .flatMap(({target}) => wijzigingenIn(target))
    .flatMap((id) => adoptionOf(id, vaststelling) ?? [])
    .toSorted((a, b) => compareText(a.besluit.bekend, b.besluit.bekend))
    .at(-1)
}

function find(
  {besluiten}: Vaststelling,
  isMeant: (target: string) => boolean
): Adopted | undefined {
  for (const besluit of besluiten) {
    const found = besluit.adopts.find(({target}) => isMeant(target))
    if (found) return {besluit, ...defined({geldig: found.geldig})}
  }
  return undefined
}

function localWijziging(wijziging: Wijziging, {besluit}: Adopted): Wijziging {
  const {bekend} = besluit
  return {...wijziging, bekend, since: bekend}
}
