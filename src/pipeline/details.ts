/** Joint: what one turn in the life of a unit did to its text, lid by lid. */
import {changesOf} from '../compare/changes.ts'
import {compare} from '../compare/compare.ts'
import type {ChangeFacts, Compared} from '../comparison.ts'
import {unitTextOf} from '../consolidate/select-units.ts'
import {defined} from '../defined.ts'
import type {Unit, Version} from '../model.ts'
import type {Selected} from '../time/select.ts'

/** What changed between two states of a unit, in the order of its text; where either is absent, nothing is told. */
export function detailsOf(
  unit: Unit,
  was: Selected<Version> | undefined,
  becomes: Selected<Version> | undefined
): readonly ChangeFacts[] {
  if (!was || !becomes) return []
  const side = (state: Selected<Version>): Compared => ({
    titel: '',
    units: [unitTextOf(unit, state, undefined, new Set())]
  })
  return changesOf(compare(side(was), side(becomes)))
    .filter(({lines}) => lines.length > 0)
    .map(({kinds, was: from, wordt, wasTot, wordtTot, part}) => ({
      kinds,
      ...defined({was: from, wordt, wasTot, wordtTot, part})
    }))
}
