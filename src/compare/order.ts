/**
 * An order of plain data that looks at nothing but the data.
 *
 * Stage. Which of two texts stands first says nothing by itself; it only makes
 * that both directions of a comparison go one way. 0 means: the same data.
 */

import type {UnitText} from '../model.ts'

/** Below 0 when `a` stands first, above when `b` does. An absent field equals an undefined one. */
export function orderOf(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (Array.isArray(a) && Array.isArray(b)) return orderOfLists(a, b)
  if (isRecord(a) && isRecord(b)) return orderOfRecords(a, b)
  const [one, other] = [rankOf(a), rankOf(b)]
  return one < other ? -1 : 1
}

function orderOfLists(a: readonly unknown[], b: readonly unknown[]): number {
  const most = Math.min(a.length, b.length)
  for (let at = 0; at < most; at++) {
    const order = orderOf(a[at], b[at])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/**
 * The same of units, by what they say. Their names decide last: they may be given
 * otherwise when the texts are laid beside each other the other way round.
 */
export function orderOfUnits(
  a: readonly UnitText[],
  b: readonly UnitText[]
): number {
  return orderOf(a.map(saidBy), b.map(saidBy)) || orderOf(a, b)
}

function saidBy(unit: UnitText): unknown {
  const {soort, nummer, opschrift, state, text, toelichting, children} = unit
  return {
    head: [soort, nummer, opschrift, state],
    text,
    toelichting: toelichting.map(saidBy),
    units: children.map(saidBy)
  }
}

type Fields = Readonly<Record<string, unknown>>

function orderOfRecords(a: Fields, b: Fields): number {
  for (const name in a) {
    if (a[name] !== b[name] && orderOf(a[name], b[name]) !== 0) {
      return orderOfFields(a, b)
    }
  }
  for (const name in b) {
    if (a[name] === undefined && b[name] !== undefined) {
      return orderOfFields(a, b)
    }
  }
  return 0
}

/** Of data that differ: by the first name, in the order of the alphabet, of which the fields differ. */
function orderOfFields(a: Fields, b: Fields): number {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const name of [...names].toSorted()) {
    const order = orderOf(a[name], b[name])
    if (order !== 0) return order
  }
  return 0
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Values of different kinds, and plain ones, by their kind and how they are written. */
function rankOf(value: unknown): string {
  const isPlain = typeof value !== 'object' || value === null
  return `${typeof value} ${Array.isArray(value)} ${isPlain ? String(value) : ''}`
}
