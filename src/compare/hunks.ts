/**
 * The stretches in which two rows of tokens differ → the same, as they read best.
 *
 * Stage. An insertion begins where a sentence or a phrase does, or joins the
 * change beside it; a stretch that was rewritten is one change, without the lone
 * words that happen to stand on both sides of it.
 */
import type {Hunk} from './sequence.ts'
import type {Token} from './tokens.ts'

/** Two rows of tokens with their numbers. */
export interface Rows {
  readonly a: readonly Token[]
  readonly b: readonly Token[]
  readonly aKeys: readonly number[]
  readonly bKeys: readonly number[]
}

/** Move what only came, or only went, along words that repeat, to where it reads best. */
export function slideAll(hunks: readonly Hunk[], rows: Rows): readonly Hunk[] {
  const slid: Hunk[] = []
  for (const [at, hunk] of hunks.entries()) {
    const last = slid.at(-1)
    const back = hunk.aFrom - (last?.aTo ?? 0)
    const ahead = (hunks[at + 1]?.aFrom ?? rows.a.length) - hunk.aTo
    const moved = slide(hunk, rows, {
      back,
      ahead,
      // Beside another change it makes one change of two.
      isFirst: last === undefined,
      isLast: at === hunks.length - 1
    })
    if (last && last.aTo === moved.aFrom && last.bTo === moved.bFrom) {
      slid[slid.length - 1] = {...last, aTo: moved.aTo, bTo: moved.bTo}
    } else slid.push(moved)
  }
  return slid
}

/** How many tokens on either side stayed, and whether that is where the line ends. */
interface Room {
  readonly back: number
  readonly ahead: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** More than any edge is worth. */
const joining = 10

function slide(hunk: Hunk, rows: Rows, room: Room): Hunk {
  const {aFrom, aTo, bFrom, bTo} = hunk
  if (aFrom < aTo && bFrom < bTo) return hunk
  const isAdded = bFrom < bTo
  const [row, keys] = isAdded ? [rows.b, rows.bKeys] : [rows.a, rows.aKeys]
  const [from, to] = isAdded ? [bFrom, bTo] : [aFrom, aTo]
  let [best, bestBy] = [-1, 0]
  const look = (by: number): void => {
    const joins =
      (by === -room.back && !room.isFirst) ||
      (by === room.ahead && !room.isLast)
    const worth = worthOf(row, from + by, to + by) + (joins ? joining : 0)
    if (worth > best) [best, bestBy] = [worth, by]
  }
  look(0)
  for (let by = 1; by <= room.back; by++) {
    if (keys[from - by] !== keys[to - by]) break
    look(-by)
  }
  for (let by = 1; by <= room.ahead; by++) {
    if (keys[from + by - 1] !== keys[to + by - 1]) break
    look(by)
  }
  return {
    aFrom: aFrom + bestBy,
    aTo: aTo + bestBy,
    bFrom: bFrom + bestBy,
    bTo: bTo + bestBy
  }
}

/** How well a stretch begins and ends: after a sentence, after a comma, anywhere. */
function worthOf(row: readonly Token[], from: number, to: number): number {
  return edgeOf(row[from - 1], row[from]) + edgeOf(row[to - 1], row[to])
}

function edgeOf(before: Token | undefined, after: Token | undefined): number {
  if (!before || !after) return 4
  if (before.type === 'break') return 4
  if (/^[.:?!]$/u.test(before.text)) return 3
  if (/^[;,]$/u.test(before.text)) return 2
  if (/^[;,.]$/u.test(after.text) || !after.space) return 0
  return 1
}

/**
 * Take up what stands between two changes and means nothing by itself, so that
 * a stretch that was rewritten reads as one.
 */
export function absorb(
  hunks: readonly Hunk[],
  a: readonly Token[],
  b: readonly Token[]
): readonly Hunk[] {
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    const last = kept.at(-1)
    const between = last && a.slice(last.aTo, hunk.aFrom)
    if (last && between && isLost(between, sizes(last, hunk, a, b))) {
      kept[kept.length - 1] = {...last, aTo: hunk.aTo, bTo: hunk.bTo}
    } else kept.push(hunk)
  }
  return kept
}

/** Whether so little stayed between two changes that the eye would lose it. */
function isLost(
  between: readonly Token[],
  [one, other]: readonly [Size, Size]
): boolean {
  if (between.length > 4) return false
  const words = between.filter(isWord)
  const least = Math.min(one.narrow, other.narrow)
  if (words.length === 0) return least >= 2
  const weight = words.length * (words.every(isSlight) ? 1 : 2)
  return (
    least >= 1 &&
    Math.min(one.wide, other.wide) >= 3 * weight &&
    Math.max(one.wide, other.wide) >= 5 * weight
  )
}

/** Words that a change took and gave: the fewer of the two, and the more. */
interface Size {
  readonly narrow: number
  readonly wide: number
}

function sizes(
  before: Hunk,
  after: Hunk,
  a: readonly Token[],
  b: readonly Token[]
): readonly [Size, Size] {
  const sizeOf = ({aFrom, aTo, bFrom, bTo}: Hunk): Size => {
    const gone = a.slice(aFrom, aTo).filter(isWord).length
    const came = b.slice(bFrom, bTo).filter(isWord).length
    return {narrow: Math.min(gone, came), wide: Math.max(gone, came)}
  }
  return [sizeOf(before), sizeOf(after)]
}

/** Whether a token has letters or digits. */
export function isWord({text}: Token): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function isSlight({text}: Token): boolean {
  return text.length <= 3
}
