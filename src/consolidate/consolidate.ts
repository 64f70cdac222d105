/**
 * Stage: a regeling × (geldig, zicht) → its doorlopende tekst.
 *
 * Pure: the moment is an argument, and the order of the sources does not
 * matter. A regeling that has ended, or not begun, gives no text.
 */
import {defined} from '../defined.ts'
import type {
  Asked,
  Consolidation,
  IsoDate,
  Moment,
  Regeling,
  UnitId,
  UnitText,
  Vaststelling,
  Wijziging
} from '../model.ts'
import {compareText} from '../time/order.ts'
import {announcedOf} from './announced.ts'
import {arrange} from './arrange.ts'
import {describeAsked} from './asked.ts'
import {withoutUwo} from './laag.ts'
import {selectUnits} from './select-units.ts'

/** Of what, and for whom, one asks. */
export interface Scope {
  /** That unit alone, with all that lies below it. */
  readonly unit?: UnitId
  /** The municipality whose days the regeling was given; named in what is printed. */
  readonly gemeente?: Vaststelling
  /** `CAR`: leave out what is only for those that joined the UWO. */
  readonly laag?: 'CAR'
}

/** Consolidate a regeling, as a whole or in part. */
export function consolidate(
  regeling: Regeling,
  moment: Moment,
  {unit, gemeente, laag}: Scope = {}
): Consolidation {
  const {units, wijzigingen, vaststellingen: _, ...facts} = regeling
  const state = stateAt(regeling, moment.geldig)
  const whole = state === 'geldt' ? arrange(selectUnits(regeling, moment)) : []
  const living = laag === 'CAR' ? withoutUwo(whole) : whole
  const shown = unit === undefined ? living : pick(living, unit)
  const texts = flatten(shown)
  const scope =
    unit === undefined ? units : units.filter(({id}) => isWithin(id, unit))
  const answer = {
    ...defined({asked: asked(regeling, moment, unit)}),
    announced:
      state === 'geëindigd' ? [] : announcedOf(scope, regeling, moment),
    sources: sourcesOf(
      new Set(
        texts.flatMap(({wijzigingen: own, daysBy}) => [...own, daysBy ?? ''])
      ),
      wijzigingen
    )
  }
  return {
    ...moment,
    regeling: facts,
    ...defined({gemeente, laag}),
    citeertitel: citeertitelAt(regeling, moment.geldig),
    state,
    ...answer,
    units: shown,
    mentioned: mentionedOf(answer, wijzigingen),
    beyondHorizon: isBeyond(regeling, moment),
    restsOnBegin: texts.some(({since}) => since === 'begin'),
    restsOnUnknown: texts.some(({known}) => known === 'onbekend')
  }
}

function stateAt(
  {van, tot}: Regeling,
  geldig: IsoDate
): Consolidation['state'] {
  if (tot !== undefined && tot <= geldig) return 'geëindigd'
  return van !== undefined && geldig < van ? 'nog-niet' : 'geldt'
}

function citeertitelAt(
  {citeertitel, titel}: Regeling,
  geldig: IsoDate
): string {
  const held = citeertitel.filter(
    ({from}) => from === undefined || from <= geldig
  )
  const last = held
    .toSorted((a, b) => compareText(a.from ?? '', b.from ?? ''))
    .at(-1)
  return last?.text ?? titel
}

/** What becomes known after the horizon is not in the corpus. */
function isBeyond({bijgewerktTot}: Regeling, {zicht}: Moment): boolean {
  return bijgewerktTot !== undefined && zicht > bijgewerktTot
}

function asked(
  {units}: Regeling,
  moment: Moment,
  unit: UnitId | undefined
): Asked | undefined {
  const found = units.find(({id}) => id === unit)
  return found && describeAsked(found, units, moment)
}

/** A unit belongs to another's answer when it is that unit or its toelichting. */
function isWithin(id: UnitId, unit: UnitId): boolean {
  return id === unit || id.startsWith(`${unit}/`)
}

/** The one unit, wherever it stands. */
function pick(units: readonly UnitText[], id: UnitId): readonly UnitText[] {
  return flatten(units).filter((unit) => unit.id === id)
}

/** A unit, its toelichting and its children, outermost first. */
function flatten(units: readonly UnitText[]): readonly UnitText[] {
  return units.flatMap((unit) => [
    unit,
    ...flatten(unit.toelichting),
    ...flatten(unit.children)
  ])
}

/** Known wijzigingen in the order in which they became known. */
function sourcesOf(
  used: ReadonlySet<string>,
  wijzigingen: readonly Wijziging[]
): readonly Wijziging[] {
  return wijzigingen
    .filter(({id}) => used.has(id))
    .toSorted(
      (a, b) => compareText(a.bekend, b.bekend) || compareText(a.id, b.id)
    )
}

/** What is named beside the text: in an announcement, an answer, a rectificatie. */
function mentionedOf(
  {
    sources,
    announced,
    asked
  }: Pick<Consolidation, 'sources' | 'announced' | 'asked'>,
  wijzigingen: readonly Wijziging[]
): readonly Wijziging[] {
  const used = new Set(sources.map(({id}) => id))
  const named = [
    ...announced.flatMap((entry) => [...entry.wijzigingen, entry.daysBy ?? '']),
    ...(asked?.first.wijzigingen ?? []),
    asked?.first.daysBy ?? '',
    asked?.first.withdrawn?.by ?? '',
    ...sources.flatMap(({rectificeert}) => rectificeert ?? [])
  ]
  const others = new Set(named.filter((id) => !used.has(id)))
  return sourcesOf(others, wijzigingen)
}
