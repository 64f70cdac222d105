/**
 * The units of a text, and what lies around and within each.
 *
 * Stage.
 */
import type {Soort, UnitId} from '../model.ts'
import {grouped} from './grouped.ts'
import type {Shingles} from './similar.ts'

/** A unit on either side. */
export interface Known {
  /** Identity before; on the side of the new text its place in the list. */
  readonly id: UnitId
  readonly soort: Soort
  readonly nummer?: string
  readonly opschrift?: string
  /** Units around it on its own side. */
  readonly parent?: UnitId
  readonly shingles: Shingles
  /** Permanent identity that the source gives. */
  readonly identity?: string
  /** It has lapsed, and says so or once said so. */
  readonly isLapsed: boolean
  /** Of what has lapsed: by its own words, and nothing else says so. */
  readonly isEnded?: boolean
}

/** What one side knows of itself. */
export interface Side {
  readonly path: (unit: Known) => string
  /** Artikelen and bijlagen that lie in each unit, at any depth. */
  readonly leaves: ReadonlyMap<UnitId, ReadonlySet<UnitId>>
  /** Whether no other unit has its heading. */
  readonly isHeadedAlone: (unit: Known) => boolean
}

/** Look around in the units of one side. */
export function sideOf(units: readonly Known[]): Side {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const leaves = new Map<UnitId, Set<UnitId>>()
  for (const {id, soort, parent} of units) {
    if (soort !== 'artikel' && soort !== 'bijlage') continue
    const seen = new Set<UnitId>()
    for (let at = parent; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const group = leaves.get(at)
      if (group) group.add(id)
      else leaves.set(at, new Set([id]))
      at = byId.get(at)?.parent
    }
  }
  const path = ({parent}: Known): string => {
    const steps: string[] = []
    for (let at = byId.get(parent ?? ''); at && steps.length < 20; ) {
      steps.push(`${at.soort} ${at.nummer ?? at.opschrift ?? ''}`)
      at = byId.get(at.parent ?? '')
    }
    return steps.join('/')
  }
  const headed = grouped(units, ({soort, opschrift}) =>
    opschrift === undefined ? [] : [`${soort} ${opschrift}`]
  )
  const isHeadedAlone = ({soort, opschrift}: Known): boolean =>
    headed.get(`${soort} ${opschrift ?? ''}`)?.length === 1
  return {path, leaves, isHeadedAlone}
}
