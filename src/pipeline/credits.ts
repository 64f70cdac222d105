/** Joint: who brought what, in a comparison of two moments and in the text of one. */
import {blame} from '../compare/blame.ts'
import {credit} from '../compare/credit.ts'
import type {CompareOptions} from '../compare/options.ts'
import type {BlamedLine, Comparison} from '../comparison.ts'
import {textWithoutUwo} from '../consolidate/laag.ts'
import {defined} from '../defined.ts'
import type {Moment, Regeling, Unit} from '../model.ts'
import {courseBetween, courseTo, type ReadVersion} from './course.ts'

/** For whom one asks. */
interface Reader extends CompareOptions {
  readonly laag?: 'CAR'
}

/** A comparison of two moments of one regeling, each change with the wijzigingen that made it. */
export function credited(
  comparison: Comparison,
  {units}: Regeling,
  moments: readonly [was: Moment, wordt: Moment],
  {laag, ...options}: Reader = {}
): Comparison {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return credit(
    comparison,
    ({was, wordt}) => {
      const unit = byId.get((was ?? wordt)?.id ?? '')
      return unit ? courseBetween(unit, moments, readFor(laag)) : []
    },
    options
  )
}

/** The words of a unit at a moment with who brought them; nothing when it does not hold then. */
export function blameUnit(
  unit: Unit,
  moment: Moment,
  {laag, ...options}: Reader = {}
): readonly BlamedLine[] {
  return blame(courseTo(unit, moment, readFor(laag)), options)
}

/** What a version says to who asks. */
function readFor(laag: 'CAR' | undefined): ReadVersion {
  return (version) => {
    const {text, opschrift} = version
    if (laag === undefined) return {text, ...defined({opschrift})}
    const isUwo = version.laag === 'UWO'
    return {
      text: textWithoutUwo(version),
      ...defined({opschrift: isUwo ? undefined : opschrift})
    }
  }
}
