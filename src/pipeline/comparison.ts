/**
 * Joint: two questions of one corpus → what differs between their answers.
 *
 * Both sides are consolidated as a whole, so that what went to another place is
 * known there; where one unit was asked for, it alone is told.
 */
import {indexLaws} from '../citation/law-index.ts'
import {changesOf} from '../compare/changes.ts'
import {compare} from '../compare/compare.ts'
import type {Change, Comparison} from '../comparison.ts'
import {consolidate, type Scope} from '../consolidate/consolidate.ts'
import {defined} from '../defined.ts'
import type {
  Consolidation,
  Moment,
  Regeling,
  UnitId,
  UnitText,
  Wet,
  Wijziging
} from '../model.ts'
import {partOf} from './comparison-part.ts'
import {credited} from './credits.ts'
import {withSharedIds} from './shared-ids.ts'

/** One side: which regeling, for whom, and when. */
export interface Question {
  readonly regeling: Regeling
  readonly moment: Moment
  readonly scope: Pick<Scope, 'gemeente' | 'laag'>
}

/** A comparison with its changes; of texts of a corpus also what can be said of each side. */
export interface Compared {
  readonly comparison: Comparison
  readonly changes: readonly Change[]
  readonly was?: Consolidation
  readonly wordt?: Consolidation
  /** The one unit that was asked for. */
  readonly unit?: UnitId
  /** What the names in `door` are. */
  readonly wijzigingen: readonly Wijziging[]
}

/** What both sides share. */
export interface CompareRequest {
  readonly wetten: readonly Wet[]
  /** That unit alone, with all that lies below it. */
  readonly unit?: UnitId
}

/** Compare the text of two moments, or of two regelingen. */
export function compareTexts(
  was: Question,
  wordt: Question,
  {wetten, unit}: CompareRequest
): Compared {
  const [old, now] = [textOf(was), textOf(wordt)]
  const isOne = was.regeling.id === wordt.regeling.id
  const laws = indexLaws(wetten, namesOf(wordt.regeling))
  const whole = compare(
    {...sideOf(old), units: old.units},
    {
      ...sideOf(now),
      units: isOne ? now.units : withSharedIds(old.units, now.units)
    },
    {laws}
  )
  const told = isOne ? withCredits(whole, was, wordt) : whole
  const part =
    unit === undefined
      ? {comparison: told, changes: changesOf(told)}
      : partOf(told, unit)
  const about = (
    {regeling, moment, scope}: Question,
    side: Consolidation
  ): Consolidation =>
    unit === undefined || !isOne
      ? side
      : consolidate(regeling, moment, {...scope, unit})
  return {
    ...part,
    was: about(was, old),
    wordt: about(wordt, now),
    ...defined({unit}),
    wijzigingen: wordt.regeling.wijzigingen
  }
}

/** Who made each change; for two municipalities, or two lagen, nobody did. */
function withCredits(
  comparison: Comparison,
  was: Question,
  wordt: Question
): Comparison {
  const {laag, gemeente} = wordt.scope
  const isForOne =
    laag === was.scope.laag && gemeente?.code === was.scope.gemeente?.code
  return isForOne
    ? credited(
        comparison,
        wordt.regeling,
        [was.moment, wordt.moment],
        defined({laag})
      )
    : comparison
}

function textOf({regeling, moment, scope}: Question): Consolidation {
  return consolidate(regeling, moment, scope)
}

/** Compare units that no corpus has, such as those of two files. */
export function compareUnits(
  was: {readonly titel: string; readonly units: readonly UnitText[]},
  wordt: {readonly titel: string; readonly units: readonly UnitText[]},
  wetten: readonly Wet[]
): Compared {
  const units = withSharedIds(was.units, wordt.units)
  const comparison = compare(was, {...wordt, units}, {laws: indexLaws(wetten)})
  return {comparison, changes: changesOf(comparison), wijzigingen: []}
}

function sideOf({
  citeertitel,
  geldig,
  zicht
}: Consolidation): Omit<Comparison['was'], 'units'> {
  return {titel: citeertitel, moment: {geldig, zicht}}
}

/** By what names a text calls its own regeling. */
function namesOf({titel, citeertitel}: Regeling): readonly string[] {
  return [titel, ...citeertitel.map(({text}) => text)]
}
