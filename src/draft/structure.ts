/** Units that lapse, get another number, or go to stand elsewhere. */
import {defined} from '../defined.ts'
import {type Soort, soorten, type Unit, type UnitId} from '../model.ts'
import {nummerOrder} from '../time/order.ts'
import {draftCopy, draftTombstone, versionAfter} from './copy.ts'
import {type Draft, together} from './draft.ts'
import {type Occasion, standOf} from './occasion.ts'
import {Refusal} from './refusal.ts'
import {
  called,
  homeOf,
  isDividing,
  livingBelow,
  livingVersion,
  onDay,
  refuseBorne,
  type Standing,
  siblings,
  standingUnits,
  upperFirst
} from './units.ts'
import {carriedOn, type VersionHead} from './version-file.ts'

/** Draft the lapse of a unit with all that lives in it. */
export function draftLapse(
  unit: Unit,
  occasion: Occasion,
  more: VersionHead = {}
): Draft {
  const standing = standingUnits(occasion)
  const own = draftTombstone(unit, occasion, more)
  const inner = livingBelow(unit.id, standing)
  const drafts = inner.map((entry) => draftTombstone(entry.unit, occasion))
  return together([
    own,
    ...drafts,
    {files: [], remarks: bornLater(unit, occasion, standing)}
  ])
}

/** Units that will be born in what lapses; they would stand in nothing. */
function bornLater(
  {id}: Unit,
  occasion: Occasion,
  standing: readonly Standing[]
): readonly string[] {
  const inside = new Set([
    id,
    ...livingBelow(id, standing).map(({unit}) => unit.id)
  ])
  return occasion.regeling.units
    .filter((unit) => unit.parent !== undefined && inside.has(unit.parent))
    .flatMap((unit) => {
      const {state, later} = standOf(unit, occasion)
      const [first] = later
      return state === 'nog-niet' && first
        ? [
            `Daarna komt \`${first.path}\` erin, dat al bekend is; trek dat in met \`cao withdraw\`, of verplaats het`
          ]
        : []
    })
}

/** Draft another number for a unit; artikelen of a hoofdstuk whose numbers begin with its number go along. */
export function draftRenumber(
  unit: Unit,
  nummer: string,
  occasion: Occasion,
  change: {readonly opschrift?: string} = {}
): Draft {
  const {version} = livingVersion(unit, occasion)
  const old = version.nummer
  if (old === undefined) {
    throw new Refusal(
      `Een ${unit.soort} heeft geen nummer; laat \`--renumber\` weg`
    )
  }
  if (old === nummer) {
    throw new Refusal(
      `${upperFirst(called(unit, occasion))} heeft dit nummer ${onDay(occasion)} al; kies een ander nummer`
    )
  }
  const along = isDividing(unit)
    ? renumberedAlong(unit, old, nummer, occasion)
    : []
  const moving = new Set([unit.id, ...along.map((entry) => entry.unit.id)])
  refuseBorne(unit.soort, nummer, occasion, moving)
  for (const entry of along) {
    refuseBorne(entry.unit.soort, entry.nummer, occasion, moving)
  }
  return together([
    draftCopy(unit, occasion, {...change, nummer}),
    ...along.map((entry) =>
      draftCopy(entry.unit, occasion, {nummer: entry.nummer})
    ),
    {files: [], remarks: [staleReferences]}
  ])
}

const staleReferences =
  'Verwijzingen naar het oude nummer, in andere teksten en in brieven, veranderen niet vanzelf mee; zoek ze op'

interface Renumbered {
  readonly unit: Unit
  readonly nummer: string
}

function renumberedAlong(
  {id}: Unit,
  old: string,
  nummer: string,
  occasion: Occasion
): readonly Renumbered[] {
  return livingBelow(id, standingUnits(occasion)).flatMap(({unit, stand}) => {
    const own = stand.version?.nummer ?? ''
    const isAlong = own.startsWith(old) && /[:.]/u.test(own.charAt(old.length))
    return isAlong ? [{unit, nummer: nummer + own.slice(old.length)}] : []
  })
}

/** Where a unit goes: into a unit that divides the regeling, or right behind another unit. */
export interface Move {
  /** Absent: to the top of the regeling. */
  readonly target?: Unit
  readonly nummer?: string
  readonly opschrift?: string
}

/** Draft the move of a unit; `na` is written where its number does not give the place. */
export function draftMove(
  unit: Unit,
  {target, nummer, opschrift}: Move,
  occasion: Occasion
): Draft {
  const {version, stand} = livingVersion(unit, occasion)
  if (target) livingVersion(target, occasion)
  const behind = target && !isDividing(target) ? target : undefined
  const home = behind ? homeOf(behind, occasion) : target?.id
  refuseMove(unit, {home, behind}, occasion)
  if (nummer !== undefined) {
    refuseBorne(unit.soort, nummer, occasion, new Set([unit.id]))
  }
  const {in: _, na: __, ...kept} = carriedOn(version)
  const named: VersionHead = {...kept, ...defined({nummer, opschrift})}
  const head: VersionHead = {
    ...named,
    in: home === unit.parent ? undefined : home,
    na: behind && naFor(unit, named.nummer ?? '', {home, behind}, occasion)
  }
  if (
    home === homeOf(unit, occasion) &&
    head.na === version.na &&
    nummer === undefined
  ) {
    throw new Refusal(
      `${upperFirst(called(unit, occasion))} staat daar al; noem een andere plaats`
    )
  }
  const draft = versionAfter(unit, occasion, {version, stand, head})
  return nummer === undefined
    ? draft
    : together([draft, {files: [], remarks: [staleReferences]}])
}

interface Goal {
  readonly home: UnitId | undefined
  readonly behind: Unit | undefined
}

function refuseMove(
  unit: Unit,
  {home, behind}: Goal,
  occasion: Occasion
): void {
  const {regeling} = occasion
  const name = called(unit, occasion)
  if (unit.soort === 'toelichting') {
    throw new Refusal(
      'Een toelichting staat altijd bij haar eigen bepaling; verplaats die bepaling'
    )
  }
  const inside = livingBelow(unit.id, standingUnits(occasion))
  const isInItself = [behind?.id, home].some(
    (id) => id === unit.id || inside.some((entry) => entry.unit.id === id)
  )
  if (isInItself) {
    throw new Refusal(
      `${upperFirst(name)} kan niet in of achter zichzelf staan; noem een andere plaats`
    )
  }
  const homeSoort = regeling.units.find(({id}) => id === home)?.soort
  const isFit =
    behind === undefined
      ? mayStandIn(unit.soort, homeSoort)
      : behind.soort === unit.soort
  if (!isFit) {
    throw new Refusal(
      `Een ${unit.soort} kan daar niet staan; noem bij \`--move\` een deel waarin dat wel kan, of een bepaling van dezelfde soort waar zij achter komt`
    )
  }
  if (home !== undefined || unit.parent === undefined) return
  throw new Refusal(
    `${upperFirst(name)} ontstond in \`${unit.parent}\` en kan daardoor niet rechtstreeks onder de regeling komen; laat de bepaling vervallen en maak met \`--new\` een nieuwe`
  )
}

function mayStandIn(soort: Soort, home: Soort | undefined): boolean {
  if (home === undefined) return true
  const isFree = ['preambule', 'slot', 'bijlage', 'toelichting'].includes(soort)
  return !isFree && soorten.indexOf(home) < soorten.indexOf(soort)
}

/** The unit behind which another stands, where the order of numbers does not put it there. */
function naFor(
  unit: Unit,
  nummer: string,
  {home, behind}: Goal,
  occasion: Occasion
): UnitId | undefined {
  const others = siblings(unit.soort, home, standingUnits(occasion)).filter(
    (entry) => entry.unit.id !== unit.id
  )
  return placeByNummer(nummer, others) === behind?.id ? undefined : behind?.id
}

/** The unit that a number puts a new one behind; nothing when it comes first. */
export function placeByNummer(
  nummer: string,
  others: readonly Standing[]
): UnitId | undefined {
  const nummers = others.map(({stand}) => stand.version?.nummer ?? '')
  const order = nummerOrder([...nummers, nummer])
  return others.findLast(
    ({stand}) => order(stand.version?.nummer ?? '', nummer) < 0
  )?.unit.id
}
