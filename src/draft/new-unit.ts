/** A new unit in its place, with the number that the place gives it. */
import type {IsoDate, Laag, UnitId} from '../model.ts'
import {refusePast} from './copy.ts'
import {type Draft, together} from './draft.ts'
import {identityFor} from './identity.ts'
import {nummerAt} from './new-nummer.ts'
import type {Occasion} from './occasion.ts'
import {type Spot, type SpotRequest, spotFor} from './spot.ts'
import {placeByNummer} from './structure.ts'
import {newToelichting} from './toelichting.ts'
import {
  called,
  folderOf,
  type Standing,
  siblings,
  standingUnits
} from './units.ts'
import {versionFile} from './version-file.ts'

/** What is asked of a new unit. */
export interface NewUnit extends SpotRequest {
  readonly nummer?: string
  readonly opschrift?: string
  /** First day on which it no longer holds. */
  readonly until?: IsoDate
  readonly toelichting: boolean
}

/** Draft the first version of a new unit; its text is still to be written. */
export function draftNew(request: NewUnit, occasion: Occasion): Draft {
  const {opschrift, until} = request
  if (until !== undefined) refusePast(occasion, until)
  const standing = standingUnits(occasion)
  const spot = spotFor(request, occasion, standing)
  const nummer = nummerAt(spot, request, occasion, standing)
  const folder = folderFor(spot, nummer, occasion)
  const na = naFor(spot, nummer, standing)
  const laag = laagAt(spot, occasion)
  const file = versionFile(folder, occasion, {
    nummer,
    opschrift,
    laag,
    tot: until,
    na
  })
  const own: Draft = {
    files: [file],
    remarks: remarksFor(spot, {nummer, na, laag}, request, occasion)
  }
  return request.toelichting
    ? together([own, newToelichting(folder, occasion, until)])
    : own
}

function folderFor(
  {soort, home}: Spot,
  nummer: string | undefined,
  occasion: Occasion
): string {
  const {regeling} = occasion
  const parent = home === undefined ? regeling.id : folderOf(home, regeling)
  return `${parent}/${identityFor(soort, nummer, occasion)}`
}

/** The unit right before it, where its number does not put it there. */
function naFor(
  {soort, home, after}: Spot,
  nummer: string | undefined,
  standing: readonly Standing[]
): UnitId | undefined {
  if (nummer === undefined) return undefined
  const place = placeByNummer(nummer, siblings(soort, home, standing))
  return place === after?.unit.id ? undefined : after?.unit.id
}

function laagAt(
  {home, after, before}: Spot,
  occasion: Occasion
): Laag | undefined {
  const beside = (after ?? before)?.stand.version?.laag
  const place = occasion.regeling.units.find(({id}) => id === home)
  return beside ?? place?.versions.at(-1)?.laag
}

interface Chosen {
  readonly nummer: string | undefined
  readonly na: UnitId | undefined
  readonly laag: string | undefined
}

function remarksFor(
  {soort, after, before}: Spot,
  {nummer, na, laag}: Chosen,
  request: NewUnit,
  occasion: Occasion
): readonly string[] {
  const remarks: string[] = []
  if (nummer !== undefined && request.nummer === undefined) {
    remarks.push(`Het nummer wordt ${nummer}; een ander kan met \`--nummer\``)
    if (occasion.regeling.uittreksel) {
      remarks.push(
        `De verzameling bevat een uittreksel; ga na of ${soort} ${nummer} in de hele regeling nog vrij is`
      )
    }
  }
  const goal = after && called(after.unit, occasion)
  if (na !== undefined && goal !== undefined) {
    remarks.push(
      `Het nummer geeft deze plaats niet; \`na\` zegt dat de bepaling achter ${goal} staat`
    )
  }
  const isFirst = request.before && after === undefined
  if (isFirst && request.nummer !== undefined && before) {
    remarks.push(
      `Alleen het nummer kan een bepaling vóór ${called(before.unit, occasion)} zetten; ga na of ${nummer} dat doet`
    )
  }
  if (laag !== undefined) {
    remarks.push(
      `De laag is die van de bepaling ernaast: ${laag}; verander \`laag\` als dat niet klopt`
    )
  }
  return remarks
}
