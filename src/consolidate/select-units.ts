/** For each unit the text that holds at a moment. */
import {defined} from '../defined.ts'
import type {
  Moment,
  Owner,
  Regeling,
  Unit,
  UnitId,
  UnitText,
  Version,
  Wijziging
} from '../model.ts'
import {
  inwerkingOf,
  isRetroactive,
  type Selected,
  select,
  toldKnown
} from '../time/select.ts'
import {indexUnits, ownerOf} from './owner.ts'

/** A unit that exists at the moment, with the folder it belongs under. */
export interface Placed {
  readonly text: UnitText
  /** Unit in which it stands now. */
  readonly parent?: UnitId
  /** Unit behind which it stands, where its number does not say so. */
  readonly after?: UnitId
}

/** Select for every unit; what does not exist at the moment is left out. */
export function selectUnits(
  {units, wijzigingen}: Regeling,
  moment: Moment
): readonly Placed[] {
  const rectifying = new Set(
    wijzigingen.filter(isRectificatie).map(({id}) => id)
  )
  const index = indexUnits(units)
  return units.flatMap((unit) => {
    const found = select(unit.versions, moment)
    if (!found) return []
    const {version} = found
    const owner = ownerOf(unit, index, moment)
    return [
      {
        text: unitTextOf(unit, found, owner, rectifying),
        ...defined({parent: version.in ?? unit.parent, after: version.na})
      }
    ]
  })
}

function isRectificatie({soort, rectificeert}: Wijziging): boolean {
  return soort === 'rectificatie' || rectificeert !== undefined
}

/** A selected version as the text of its unit, without what stands in it. */
export function unitTextOf(
  {id, soort}: Unit,
  {version, days, state}: Selected<Version>,
  owner: Owner | undefined,
  rectifying: ReadonlySet<string>
): UnitText {
  const {nummer, opschrift, laag, tot, path, mends = []} = version
  const wijzigingen = [...mends, ...version.wijzigingen]
  const since = days.geldig === 'onbepaald' ? 'begin' : days.geldig
  const inwerking = inwerkingOf(days)
  const rectified = wijzigingen.some((name) => rectifying.has(name))
  const lapsedFrom = state === 'vervallen' ? (tot ?? since) : undefined
  return {
    id,
    soort,
    ...defined({nummer, owner, opschrift, laag}),
    state,
    path,
    since,
    inwerking: inwerking === 'onbepaald' ? since : inwerking,
    known: toldKnown(days),
    ...defined({lapsedFrom, tot: state === 'geldt' ? tot : undefined}),
    retroactive: !rectified && isRetroactive(days),
    rectified,
    wijzigingen,
    ...defined({daysBy: days.by}),
    ...(version.uit.length > 0 && {uit: version.uit}),
    ...(version.opgegaanIn.length > 0 && {opgegaanIn: version.opgegaanIn}),
    text: state === 'geldt' ? version.text : [],
    toelichting: [],
    children: []
  }
}
