/**
 * Units as a source nests them → as the folders of a corpus can.
 *
 * A titel in a hoofdstuk, or a paragraaf in a paragraaf, comes right behind
 * the unit that it stood in. The order of the text does not change.
 */
import {isBare, mayStandIn} from '../../time/siblings.ts'
import type {ImportedUnit} from '../imported.ts'

/** Bring units that cannot stand where they do behind the unit around them. */
export function fitUnits(
  units: readonly ImportedUnit[]
): readonly ImportedUnit[] {
  return units.flatMap(fitUnit)
}

function fitUnit(unit: ImportedUnit): readonly ImportedUnit[] {
  const {soort} = unit
  const children = fitUnits(unit.children)
  // What lies in an artikel becomes part of its text, and not another provision.
  const isClosed = soort === 'artikel' || isBare(soort)
  const from = isClosed
    ? -1
    : children.findIndex((child) => !mayStandIn(child.soort, soort))
  return from < 0
    ? [{...unit, children}]
    : [{...unit, children: children.slice(0, from)}, ...children.slice(from)]
}
