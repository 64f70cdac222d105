/**
 * Stage: runs of words, and how one side of them is printed → the piece of each run.
 *
 * The printer decides on escapes and marks for the line as a whole; here the
 * printed line is cut where a run ends. However it is cut, the pieces together
 * are the line.
 */
import type {Run, Side} from '../comparison.ts'
import type {Leaf, LinkMark, Mark} from '../dialect/leaf.ts'
import {nest} from '../dialect/phrasing.ts'
import type {Phrasing} from '../model.ts'
import {safeHref} from './href.ts'

/** One side of some runs as running text; references to notes under the marks that `noteOf` gives. */
export function sidePhrasing(
  runs: readonly Run[],
  side: Side,
  noteOf: (merk: string) => string | undefined
): readonly Phrasing[] {
  const links = new Map<LinkMark, LinkMark | undefined>()
  return nest(
    onSide(runs, side).map((run): Leaf => {
      const marks = new Set(run[side].flatMap((mark) => safeMark(mark, links)))
      if (run.type === 'break') return {node: {type: 'break'}, marks}
      if (run.type === 'text') {
        return {node: {type: 'text', value: run.text}, marks}
      }
      const merk = markOn(run, side)
      const identifier = noteOf(merk)
      if (identifier === undefined) {
        return {node: {type: 'text', value: `[^${merk}]`}, marks}
      }
      return {
        node: {type: 'footnoteReference', identifier, label: identifier},
        marks
      }
    })
  )
}

/** Runs that are there on a side. */
function onSide(runs: readonly Run[], side: Side): readonly Run[] {
  const other = side === 'was' ? 'added' : 'removed'
  return runs.filter(({op}) => op !== other)
}

/** Mark of the note to which a run refers, on a side. */
function markOn({text, merkWas}: Run, side: Side): string {
  return side === 'was' ? (merkWas ?? text) : text
}

/** One link stays one; an unsafe one leaves its words. */
function safeMark(
  mark: Mark,
  links: Map<LinkMark, LinkMark | undefined>
): readonly Mark[] {
  if (typeof mark === 'string') return [mark]
  if (!links.has(mark)) {
    const url = safeHref(mark.url)
    links.set(mark, url === undefined ? undefined : {...mark, url})
  }
  const safe = links.get(mark)
  return safe ? [safe] : []
}

/** A piece of printed Markdown; without text it is a mark. */
interface Token {
  readonly raw: string
  readonly text?: string
}

const shapes =
  /\\([!-/:-@[-`{-~])|\\\n[ >]*|&#x([0-9A-F]+);|\]\((?:<[^>]*>|[^\s()]*)(?: "(?:[^"\\]|\\.)*")?\)|\[\^(?:[^\]\\]|\\.)+\]|[\s\S]/gu

function tokensIn(printed: string): readonly Token[] {
  return [...printed.matchAll(shapes)].map(([raw, escaped, code]): Token => {
    if (escaped !== undefined) return {raw, text: escaped}
    if (code !== undefined) {
      return {raw, text: String.fromCodePoint(Number.parseInt(code, 16))}
    }
    if (raw.startsWith('\\\n')) return {raw, text: '\n'}
    if (raw.startsWith('](') && raw.length > 2) return {raw}
    return {raw, text: raw.startsWith('[^') ? '[^' : raw}
  })
}

/** For each run the piece of the printed line that holds it on a side; empty where it is not there. */
export function piecesOf(
  printed: string,
  runs: readonly Run[],
  side: Side
): readonly string[] {
  const tokens = tokensIn(printed)
  const other = side === 'was' ? 'added' : 'removed'
  const own = runs.flatMap((run, at) => (run.op === other ? [] : [at]))
  const ends = endsOf(tokens, runs, own)
  const cuts = own.map((run, at) => {
    const next = own[at + 1]
    if (next === undefined) return tokens.length
    const from = ends[at] ?? 0
    const closing = closersBetween(runs[run], runs[next], side)
    return Math.min(from + closing, startAfter(tokens, from, ends[at + 1]))
  })
  const pieces = runs.map(() => '')
  let from = 0
  for (const [at, run] of own.entries()) {
    const to = Math.max(from, cuts[at] ?? from)
    pieces[run] = tokens
      .slice(from, to)
      .map(({raw}) => raw)
      .join('')
    from = to
  }
  return pieces
}

/** For each run the place behind its last character. */
function endsOf(
  tokens: readonly Token[],
  runs: readonly Run[],
  own: readonly number[]
): readonly number[] {
  let at = 0
  return own.map((index) => {
    for (const character of charactersOf(runs[index])) {
      const found = findFrom(tokens, at, character)
      if (found >= 0) at = found + 1
    }
    return at
  })
}

/** So far a mark may reach. */
const reach = 24

function findFrom(
  tokens: readonly Token[],
  from: number,
  character: string
): number {
  for (let at = from; at < Math.min(tokens.length, from + reach); at++) {
    if (tokens[at]?.text === character) return at
  }
  return -1
}

function charactersOf(run: Run | undefined): readonly string[] {
  if (!run) return []
  if (run.type === 'break') return ['\n']
  return run.type === 'noot' ? ['[^'] : [...run.text]
}

/** How many pieces of marks end between two runs: those belong to the first of them. */
function closersBetween(
  left: Run | undefined,
  right: Run | undefined,
  side: Side
): number {
  const after = right?.[side] ?? []
  return (left?.[side] ?? [])
    .filter((mark) => !after.includes(mark))
    .reduce((sum, mark) => sum + (mark === 'strong' ? 2 : 1), 0)
}

/** The first character behind a place that is no mark, or the end of the next run. */
function startAfter(
  tokens: readonly Token[],
  from: number,
  end: number | undefined
): number {
  let at = from
  const last = end ?? tokens.length
  while (at < last && isMarkToken(tokens[at])) at++
  return at
}

function isMarkToken(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.text === undefined || /^[*[]$/u.test(token.raw))
  )
}
