/**
 * Joint: two texts that share no names → the second with the names of the first.
 *
 * Units are matched by number and content, as an import does; what has no
 * counterpart gets a name that no other unit bears.
 */
import {defined} from '../defined.ts'
import {linesOf} from '../import/lines.ts'
import {matchUnits} from '../import/match.ts'
import type {Known} from '../import/side.ts'
import {shinglesOf} from '../import/similar.ts'
import type {UnitId, UnitText} from '../model.ts'

/** The units of `wordt`, each that is one of `was` under its name there. */
export function withSharedIds(
  was: readonly UnitText[],
  wordt: readonly UnitText[]
): readonly UnitText[] {
  const before = knownIn(was)
  const after = knownIn(wordt)
  const matched =
    theOnlyOnes(before, after) ?? matchUnits(before, after, {byNumber: false})
  const taken = new Set(before.map(({id}) => id))
  const names = new Map(
    after.map(({id}) => [id, matched.get(id) ?? freeName(id, taken)])
  )
  return wordt.map((unit) => renamed(unit, names))
}

/** One unit on either side, of one soort: what else would be compared. */
function theOnlyOnes(
  before: readonly Known[],
  after: readonly Known[]
): ReadonlyMap<UnitId, UnitId> | undefined {
  const [one, ...more] = before
  const [other, ...others] = after
  const isOnly = more.length === 0 && others.length === 0
  return one && other && isOnly && one.soort === other.soort
    ? new Map([[other.id, one.id]])
    : undefined
}

function knownIn(
  units: readonly UnitText[],
  parent?: UnitId
): readonly Known[] {
  return units.flatMap((unit) => [
    knownOf(unit, parent),
    ...knownIn([...unit.toelichting, ...unit.children], unit.id)
  ])
}

function knownOf(
  {id, soort, nummer, opschrift, state, text}: UnitText,
  parent: UnitId | undefined
): Known {
  const words = [opschrift ?? '', ...linesOf(text)].join('\n')
  return {
    id,
    soort,
    ...defined({nummer, opschrift, parent}),
    shingles: shinglesOf(words),
    isLapsed: state === 'vervallen'
  }
}

function freeName(id: UnitId, taken: Set<UnitId>): UnitId {
  let name = id
  for (let count = 2; taken.has(name); count++) name = `${id}-${count}`
  taken.add(name)
  return name
}

function renamed(unit: UnitText, names: ReadonlyMap<UnitId, UnitId>): UnitText {
  const within = (inner: readonly UnitText[]): readonly UnitText[] =>
    inner.map((one) => renamed(one, names))
  return {
    ...unit,
    id: names.get(unit.id) ?? unit.id,
    toelichting: within(unit.toelichting),
    children: within(unit.children)
  }
}
