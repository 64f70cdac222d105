/** Joint: what one turn in the life of a unit did to its text, lid by lid. */
import {changesOf} from '../compare/changes.ts'
import {compare} from '../compare/compare.ts'
import type {Change, ChangeFacts, Compared, Kind} from '../comparison.ts'
import {unitTextOf} from '../consolidate/select-units.ts'
import {defined} from '../defined.ts'
import type {Unit, Version} from '../model.ts'
import {movedRows} from '../render/diff-statement.ts'
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
    .map((change) => {
      const {was: from, wordt, wasTot, wordtTot, part} = change
      return {
        kinds: kindsOf(change),
        ...defined({was: from, wordt, wasTot, wordtTot, part})
      }
    })
}

/** A table of which only rows changed places did not move: it changed. */
function kindsOf({kinds, lines}: Change): readonly Kind[] {
  if (movedRows(lines) === undefined) return kinds
  const own = kinds.map((kind) => (kind === 'moved' ? 'changed' : kind))
  return [...new Set(own)]
}
