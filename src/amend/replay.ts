/**
 * Stage: what one decision did to a text, done again to another text.
 *
 * Until instructions are read (words replaced by words), a change is replayed
 * piece by piece: a lid, onderdeel, alinea, cell or heading as a whole is
 * replaced, inserted or dropped. Two changes to one piece are a collision, and
 * so is what cannot be placed for certain. Nothing is guessed: after a
 * collision there is no text.
 */
import type {Block, Phrasing, Rij, Tabel, Wording} from '../model.ts'
import {align} from './align.ts'

/** A piece that both changed. */
export interface Collision {
  /** Where, in words: `lid 2, onderdeel b`; `opschrift`. */
  readonly place: string
}

/** Outcome of a replay. */
export type Replayed =
  | {readonly wording: Wording}
  | {readonly collisions: readonly [Collision, ...Collision[]]}

/**
 * Replay `basis` → `own` on `onto`.
 *
 * @param basis The text on which `own` was written.
 * @param own The text as its decision left it.
 * @param onto The text that now precedes it.
 */
export function replay(basis: Wording, own: Wording, onto: Wording): Replayed {
  // What lapses, lapses with all that others made of it.
  if (own.vervallen) return {wording: own}
  const collisions: Collision[] = []
  const collide = (place: string): void => {
    collisions.push({place})
  }
  if (onto.vervallen && !basis.vervallen) {
    return {collisions: [{place: 'een tekst die al was vervallen'}]}
  }
  const heads = headsOf(basis, own, onto, collide)
  const text = mergeBlocks(basis.text, own.text, onto.text, {path: [], collide})
  const [first, ...more] = collisions
  return first ? {collisions: [first, ...more]} : {wording: {...heads, text}}
}

/** Whether two versions say the same. */
export function sameWording(a: Wording, b: Wording): boolean {
  return (
    keys.every((key) => same(a[key], b[key])) &&
    a.text.length === b.text.length &&
    a.text.every((block, at) => same(block, b.text[at]))
  )
}

const keys = [
  'nummer',
  'opschrift',
  'laag',
  'tot',
  'vervallen',
  'in',
  'na',
  'uit',
  'opgegaanIn'
] as const satisfies readonly (keyof Wording)[]

/** The facts of a head: whoever changed one has it. */
function headsOf(
  basis: Wording,
  own: Wording,
  onto: Wording,
  collide: (place: string) => void
): Omit<Wording, 'text'> {
  const entries = keys.map((key) => {
    const merged = pick<Wording[typeof key]>(basis[key], own[key], onto[key])
    if (!merged) collide(key === 'opgegaanIn' ? 'opgegaan-in' : key)
    return [key, merged ? merged.value : onto[key]] as const
  })
  const given = entries.filter(([, value]) => value !== undefined)
  // One entry for each key, each of its own type.
  return Object.fromEntries(given) as Omit<Wording, 'text'>
}

interface Where {
  readonly path: readonly string[]
  readonly collide: (place: string) => void
}

/** The one of two that was changed; nothing when both were, and differ. */
function pick<T>(basis: T, own: T, onto: T): {readonly value: T} | undefined {
  if (same(own, onto) || same(onto, basis)) return {value: own}
  return same(own, basis) ? {value: onto} : undefined
}

function mergeBlocks(
  basis: readonly Block[],
  ours: readonly Block[],
  theirs: readonly Block[],
  where: Where
): readonly Block[] {
  const easy = pick(basis, ours, theirs)
  if (easy) return easy.value
  const left = threadsOf(basis, ours)
  const right = threadsOf(basis, theirs)
  const merged: Block[] = []
  for (let at = 0; at <= basis.length; at++) {
    merged.push(...mergeNew(left.before[at], right.before[at], where))
    const block = basis[at]
    if (!block) continue
    const [own, onto] = [left.kept[at], right.kept[at]]
    const isUnsure = left.unsure.has(at) || right.unsure.has(at)
    // Both touched it, and what one of them made of it is anybody's guess.
    if (isUnsure && !same(own, block) && !same(onto, block)) {
      where.collide(placeOf(where.path, block))
      continue
    }
    merged.push(...mergePiece(block, own, onto, where))
  }
  reportRepeats(merged, where)
  return merged
}

/** One text beside another: what stands before each piece as new, and what each piece became. */
interface Threads {
  readonly before: readonly (readonly Block[])[]
  readonly kept: readonly (Block | undefined)[]
  readonly unsure: ReadonlySet<number>
}

function threadsOf(basis: readonly Block[], other: readonly Block[]): Threads {
  const {pairs, unsure} = align(basis, other)
  const before: (readonly Block[])[] = []
  let next = 0
  for (const pair of pairs) {
    before.push(pair < 0 ? [] : other.slice(next, pair))
    if (pair >= 0) next = pair + 1
  }
  before.push(other.slice(next))
  return {before, kept: pairs.map((pair) => other[pair]), unsure}
}

function mergeNew(
  own: readonly Block[] = [],
  onto: readonly Block[] = [],
  where: Where
): readonly Block[] {
  if (own.length === 0 || same(own, onto)) return onto
  if (onto.length === 0) return own
  // Which of the two comes first, nobody said.
  where.collide(placeOf(where.path, own[0]))
  return []
}

function mergePiece(
  basis: Block,
  own: Block | undefined,
  onto: Block | undefined,
  where: Where
): readonly Block[] {
  const easy = pick<Block | undefined>(basis, own, onto)
  if (easy) return easy.value ? [easy.value] : []
  const inner = own && onto && mergeInside(basis, own, onto, where)
  if (inner) return [inner]
  where.collide(placeOf(where.path, basis))
  return []
}

/** Both changed something in one piece: perhaps in other places of it. */
function mergeInside(
  basis: Block,
  own: Block,
  onto: Block,
  where: Where
): Block | undefined {
  if (own.type === 'tabel' && onto.type === 'tabel' && basis.type === 'tabel') {
    return mergeTables(basis, own, onto)
  }
  if (!isLabelled(basis) || !isLabelled(own) || !isLabelled(onto)) {
    return undefined
  }
  if (own.type !== onto.type) return undefined
  const label = pick(basis.label, own.label, onto.label)
  const nummer = pick(basis.nummer, own.nummer, onto.nummer)
  const laag = pick(basis.laag, own.laag, onto.laag)
  if (!label || !nummer || !laag) return undefined
  const path = [...where.path, pieceName(basis)]
  const content = mergeBlocks(basis.content, own.content, onto.content, {
    ...where,
    path
  })
  const {laag: _, ...rest} = own
  return {
    ...rest,
    label: label.value,
    nummer: nummer.value,
    ...(laag.value && {laag: laag.value}),
    content
  }
}

type Labelled = Extract<Block, {label: string}>

function isLabelled(block: Block): block is Labelled {
  return block.type === 'lid' || block.type === 'onderdeel'
}

/** Cell by cell, when nobody added or dropped a row or a column. */
function mergeTables(basis: Tabel, own: Tabel, onto: Tabel): Tabel | undefined {
  const align = pick(basis.align, own.align, onto.align)
  const isOneShape = same(shapeOf(basis), shapeOf(own))
  if (!align || !isOneShape || !same(shapeOf(basis), shapeOf(onto))) {
    return undefined
  }
  const rows: Rij[] = []
  for (const [r, row] of basis.rows.entries()) {
    const cells: (readonly Phrasing[])[] = []
    for (const [c, cell] of row.cells.entries()) {
      const merged = pick(
        cell,
        own.rows[r]?.cells[c] ?? [],
        onto.rows[r]?.cells[c] ?? []
      )
      if (!merged) return undefined
      cells.push(merged.value)
    }
    rows.push({cells})
  }
  return {type: 'tabel', align: align.value, rows}
}

function shapeOf({rows}: Tabel): readonly number[] {
  return rows.map(({cells}) => cells.length)
}

/** Both gave a label away: numbering is the author's. */
function reportRepeats(merged: readonly Block[], where: Where): void {
  const seen = new Set<string>()
  for (const block of merged) {
    if (!isLabelled(block) || block.label === '–') continue
    const key = `${block.type} ${block.label}`
    if (seen.has(key)) where.collide(placeOf(where.path, block))
    seen.add(key)
  }
}

function placeOf(path: readonly string[], block: Block | undefined): string {
  const isOnlyText = block?.type === 'alinea' && path.length > 0
  const names = block && !isOnlyText ? [...path, pieceName(block)] : path
  return names.join(', ')
}

function pieceName(block: Block): string {
  switch (block.type) {
    case 'lid':
      return `lid ${block.nummer}`
    case 'onderdeel':
      return block.label === '–' ? 'onderdeel' : `onderdeel ${block.nummer}`
    case 'noot':
      return `noot ${block.merk}`
    case 'alinea':
      return block.role === 'tekst' ? 'alinea' : block.role
    default:
      return block.type
  }
}

/** Plain data without functions: one writing, one value. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
