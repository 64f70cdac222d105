/**
 * A flat run of items and other blocks → nested by kind of label.
 *
 * As `dialect/nest.ts`, for a source in which other blocks stand between the
 * items: what comes next tells to which of the open items such a block belongs.
 */
import {
  carriesOn,
  followsRoman,
  isFirst,
  type LabelParts,
  readLabel
} from '../../../dialect/label.ts'
import {wordsOf} from '../../../dialect/words.ts'
import type {Block} from '../../../model.ts'
import {item, withRoles} from '../roles.ts'

/** One piece of a provision, in order. */
export type Flat =
  | {
      readonly kind: 'item'
      readonly label: string
      /** Columns before the label: dashes below dashes are told apart by nothing else. */
      readonly indent: number
    }
  | {readonly kind: 'block'; readonly block: Block}

interface Open {
  readonly label: string
  /** Its run counts in roman numbers. */
  readonly isRoman: boolean
  readonly parts: LabelParts
  readonly indent: number
  readonly content: Block[]
}

/** What nesting found, and at which pieces the author must look. */
export interface Nested {
  readonly blocks: readonly Block[]
  /** Index of pieces whose place was a guess. */
  readonly doubtful: readonly number[]
}

/** Nest pieces; `leden`: numbers at the outermost level are leden. */
export function nestFlat(pieces: readonly Flat[], leden: boolean): Nested {
  const root: Block[] = []
  const open: Open[] = []
  const doubtful: number[] = []
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const one = open.pop()
      if (!one) return
      const isLid = leden && open.length === 0 && one.parts.kind === 'number'
      const into = open.at(-1)?.content ?? root
      into.push(item(one.label, one.content, isLid ? 'lid' : 'onderdeel'))
    }
  }
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'item') {
      const parts = readLabel(piece.label)
      if (!parts) continue
      const {depth, isRoman} = levelFor(piece, parts, {
        open,
        next: nextItem(pieces, at + 1)
      })
      closeTo(depth)
      const {label, indent} = piece
      open.push({label, parts, indent, isRoman, content: []})
      continue
    }
    const place = placeOfBlock(pieces, at, {open, leden})
    closeTo(place.depth)
    if (place.isGuess) doubtful.push(at)
    const into = open.at(-1)?.content ?? root
    into.push(piece.block)
  }
  closeTo(0)
  return {blocks: withRoles(root), doubtful}
}

interface Level {
  /** How many open items an item leaves open: it is the next of one of them, or lies in the last. */
  readonly depth: number
  readonly isRoman: boolean
}

interface Around {
  readonly open: readonly Open[]
  readonly next: LabelParts | undefined
}

function levelFor(
  {indent}: Extract<Flat, {kind: 'item'}>,
  parts: LabelParts,
  {open, next}: Around
): Level {
  if (parts.kind === 'dash') {
    return {depth: depthOfDash(indent, open), isRoman: false}
  }
  const going = open.findLastIndex((one) => goesOn(one, parts))
  const isRoman = open[going]?.isRoman ?? false
  if (beginsRoman(parts, next, going >= 0 && !isRoman)) {
    return {depth: depthOfFirst(parts, open, true), isRoman: true}
  }
  if (going >= 0) return {depth: going, isRoman}
  const same = open.findLastIndex(
    (one) => one.parts.kind === parts.kind && !one.isRoman
  )
  // A gap in a run (`c.` is missing) still belongs to it.
  const isGap = same >= 0 && (!isFirst(parts) || parts.suffix === 'i')
  const depth = isGap ? same : depthOfFirst(parts, open, false)
  return {depth, isRoman: false}
}

/** A dash follows the open one of its column; one that stands deeper lies in what is open. */
function depthOfDash(indent: number, open: readonly Open[]): number {
  const isDash = ({parts}: Open): boolean => parts.kind === 'dash'
  const same = open.findLastIndex(
    (one) => isDash(one) && Math.abs(one.indent - indent) < 2
  )
  if (same >= 0) return same
  const deeper = open.findIndex((one) => isDash(one) && one.indent > indent)
  return deeper < 0 ? open.length : deeper
}

/** Whether an item is the next of an open one. */
function goesOn({parts, isRoman}: Open, next: LabelParts): boolean {
  return isRoman
    ? followsRoman(parts.suffix, next.suffix)
    : carriesOn(parts, next)
}

/** `i.` before `ii.`; with nothing behind it only where it is not the letter after `h.`. */
function beginsRoman(
  {kind, suffix}: LabelParts,
  next: LabelParts | undefined,
  isLetter: boolean
): boolean {
  if (kind !== 'letter' || suffix !== 'i') return false
  return next?.suffix === 'ii' || (!isLetter && next?.suffix !== 'j')
}

function nextItem(
  pieces: readonly Flat[],
  from: number
): LabelParts | undefined {
  const next = pieces.slice(from).find((piece) => piece.kind === 'item')
  return next?.kind === 'item' ? readLabel(next.label) : undefined
}

/** A run that begins again right under one of its kind follows it, unless that one announces it with a colon. */
function depthOfFirst(
  {kind}: LabelParts,
  open: readonly Open[],
  isRoman: boolean
): number {
  const last = open.at(-1)
  if (last?.parts.kind !== kind || last.isRoman !== isRoman) return open.length
  const above = last.content.at(-1)
  const announces =
    above?.type === 'alinea' && wordsOf(above.content).endsWith(':')
  return announces ? open.length : open.length - 1
}

/** Right behind its label a block is the text of that item. */
function placeOfBlock(
  pieces: readonly Flat[],
  at: number,
  {open, leden}: {readonly open: readonly Open[]; readonly leden: boolean}
): {depth: number; isGuess: boolean} {
  const isOwn = pieces[at - 1]?.kind === 'item'
  return isOwn || open.length === 0
    ? {depth: open.length, isGuess: false}
    : depthOfBlock(pieces.slice(at), open, leden)
}

/**
 * To which items a block between items belongs: to the one whose run goes on
 * behind it closes again, so it stands inside the deepest of those; with no
 * run going on, to the outermost item.
 */
function depthOfBlock(
  behind: readonly Flat[],
  open: readonly Open[],
  leden: boolean
): {depth: number; isGuess: boolean} {
  const parts = nextItem(behind, 0)
  const level =
    parts === undefined ? -1 : open.findLastIndex((one) => goesOn(one, parts))
  if (level >= 0) return {depth: level + 1, isGuess: level > 0}
  const isLid = leden && open[0]?.parts.kind === 'number'
  return {depth: isLid ? 1 : 0, isGuess: isLid && open.length > 1}
}
