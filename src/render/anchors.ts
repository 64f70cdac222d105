/**
 * Stage: units and items → their anchors, stable and unique in the page.
 *
 * An anchor follows the path of a citation: `artikel-1-2c.lid-2.onderdeel-a.onder-1`.
 * It depends on labels alone, so that text around it may change.
 */
import {readLabel} from '../dialect/label.ts'
import type {Block, UnitId} from '../model.ts'

/** Gives the anchor that is asked for, or the first free one of `x.2`, `x.3` … */
export type Anchors = (wanted: string) => string

/** A page without any anchor taken but `reserved`. */
export function createAnchors(reserved: readonly string[]): Anchors {
  const taken = new Set(reserved)
  return (wanted) => {
    let anchor = wanted
    for (let count = 2; taken.has(anchor); count += 1) {
      anchor = `${wanted}.${count}`
    }
    taken.add(anchor)
    return anchor
  }
}

/** Name of a table as a region of the page, by what it stands in; no other has it. */
export function tableRegion(place: string, unique: Anchors): string {
  const wanted = `Tabel in ${place}`
  const count = unique(wanted).slice(wanted.length + 1)
  return count === '' ? wanted : `Tabel ${count} in ${place}`
}

/** Anchor of a unit, from its name for life. */
export function unitAnchor(id: UnitId): string {
  return id.split('/').map(slug).join('.')
}

/** Anchor of an item under that of what holds it. */
export function itemAnchor(
  parent: string,
  block: Extract<Block, {type: 'lid' | 'onderdeel'}>
): string {
  const {type, label, nummer} = block
  const kind = readLabel(label)?.kind
  if (kind === 'dash') return `${parent}.streepje`
  const word = kind === 'degree' ? 'onder' : type
  return `${parent}.${word}-${slug(nummer)}`
}

function slug(text: string): string {
  return text.replace(/°/gu, '').replace(/[^A-Za-z0-9]+/gu, '-') || '-'
}
