/**
 * Stage: what moved, split or merged → the Dutch words for where it was, and is.
 */
import type {Address} from '../citation/address.ts'
import {writeAddress} from '../citation/write.ts'
import type {
  Line,
  LineChange,
  UnitChange,
  UnitHead,
  UnitName
} from '../comparison.ts'
import {defined} from '../defined.ts'
import {unitName} from './diff-names.ts'

/** For each unit the one that it stands in, on each side. */
export function homesOf(units: readonly UnitChange[]): {
  readonly was: ReadonlyMap<string, UnitHead>
  readonly wordt: ReadonlyMap<string, UnitHead>
} {
  const homes = {
    was: new Map<string, UnitHead>(),
    wordt: new Map<string, UnitHead>()
  }
  const walk = (unit: UnitChange): void => {
    for (const inner of [...unit.toelichting, ...unit.children]) {
      if (inner.was && unit.was) homes.was.set(inner.was.id, unit.was)
      if (inner.wordt && unit.wordt) homes.wordt.set(inner.wordt.id, unit.wordt)
      walk(inner)
    }
  }
  for (const unit of units) walk(unit)
  return homes
}

/** Of a split or a merge: from what a unit came, and in what it was taken up. */
export function originTexts(
  {uit, opgegaanIn}: UnitChange,
  units: readonly UnitChange[]
): readonly string[] {
  const named = (ids: readonly string[]): string =>
    ids.map((id) => nameById(id, units)).join(' en ')
  return [
    ...(uit.length > 0 ? [`ontstaan uit ${named(uit)}`] : []),
    ...(opgegaanIn.length > 0 ? [`opgegaan in ${named(opgegaanIn)}`] : [])
  ]
}

function nameById(id: string, units: readonly UnitChange[]): string {
  for (const unit of units) {
    const head = unit.was ?? unit.wordt
    if (head?.id === id) return unitName(head)
    const inner = nameById(id, [...unit.toelichting, ...unit.children])
    if (inner !== id) return inner
  }
  return id
}

/** Of a unit that moved where it stood, or stands. */
export function movedUnit(
  {was, wordt, other, move}: UnitChange,
  homes: ReturnType<typeof homesOf>
): readonly string[] {
  if (move === undefined || !other) return []
  const home = wordt ? homes.was.get(other.id) : homes.wordt.get(other.id)
  const around = home ? ` in ${unitName(home)}` : ''
  const name = unitName(other)
  if (wordt) return [`verplaatst: stond als ${name}${around}`]
  return was ? [`verplaatst: staat als ${name}${around}`] : []
}

/** For lines that moved, by their place in the unit, where they came from or went; said at the first of several that moved together. */
export function movedLines(unit: UnitChange): ReadonlyMap<number, string> {
  const told = new Map<number, string>()
  for (const [at, line] of unit.lines.entries()) {
    const {move, wordt} = line
    const before = unit.lines[at - 1]
    const isTold =
      before?.move === move &&
      (before?.wordt === undefined) === (wordt === undefined)
    if (move === undefined || isTold) continue
    const place = otherPlace(line, unit.wordt ?? unit.was)
    const verb = wordt === undefined ? 'verplaatst naar' : 'verplaatst van'
    told.set(at, `${verb} ${place}`)
  }
  return told
}

/** Where a moved line stood, or went: the unit with the leden and onderdelen. */
function otherPlace(
  {other, otherUnit}: LineChange,
  unit: UnitName | undefined
): string {
  const home = otherUnit ?? unit
  if (!other || !home) return 'elders'
  const {soort, nummer, owner} = home
  const own = {soort, ...defined({nummer})}
  const eenheid = owner ? [{...owner}, own] : [own]
  const name = writeAddress({eenheid, pad: stepsOf(other)})
  return name === '' ? soort : name
}

function stepsOf({path}: Line): Address['pad'] {
  return path.flatMap(({type, nummer}) =>
    (type === 'lid' || type === 'onderdeel') && /[\p{L}\p{N}]/u.test(nummer)
      ? [{soort: type, nummer}]
      : []
  )
}
