/** A flat run of units → units inside one another, by kind. */
import type {Soort} from '../../../model.ts'
import type {ImportedUnit} from '../../imported.ts'
import {bare} from '../names.ts'

const usual: readonly Soort[] = [
  'bijlage',
  'boek',
  'deel',
  'titel',
  'hoofdstuk',
  'afdeling',
  'paragraaf',
  'artikel'
]

interface Open {
  readonly unit: ImportedUnit
  readonly rank: number
  readonly children: ImportedUnit[]
}

/** Nest units; a text whose titels stand in hoofdstukken is read so. */
export function nestUnits(
  units: readonly ImportedUnit[]
): readonly ImportedUnit[] {
  const ranks = ranksIn(units)
  const result: ImportedUnit[] = []
  const open: Open[] = []
  const closeTo = (rank: number): void => {
    for (
      let last = open.at(-1);
      last && last.rank >= rank;
      last = open.at(-1)
    ) {
      open.pop()
      const into = open.at(-1)?.children ?? result
      into.push({...last.unit, children: last.children})
    }
  }
  for (const unit of units) {
    if (bare.includes(unit.soort)) {
      closeTo(-1)
      result.push(unit)
      continue
    }
    const rank = ranks.indexOf(unit.soort)
    closeTo(rank)
    open.push({unit, rank, children: []})
  }
  closeTo(-1)
  return result
}

/** Kinds of unit, outermost first, as this text has them. */
function ranksIn(units: readonly ImportedUnit[]): readonly Soort[] {
  const first = (soort: Soort): number => {
    const at = units.findIndex((unit) => unit.soort === soort)
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  const inner = (['deel', 'titel'] as const).filter(
    (soort) => first(soort) > first('hoofdstuk')
  )
  const rest = usual.filter((soort) => !inner.includes(soort as never))
  const at = rest.indexOf('hoofdstuk') + 1
  return [...rest.slice(0, at), ...inner, ...rest.slice(at)]
}
