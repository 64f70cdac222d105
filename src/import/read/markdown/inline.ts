/**
 * A line of loose Markdown → phrasing.
 *
 * Only marks that surely are marks are read as such; every other character is
 * text. HTML is left out, and told.
 */
import type {PhrasingContent} from 'mdast'
import {canonical} from '../../../dialect/phrasing.ts'
import type {Phrasing} from '../../../model.ts'
import {decode} from '../characters.ts'
import {mendText} from '../mend.ts'
import {type Ledger, leaveOut, repair, type Span, slice} from '../source.ts'

/** What a line may refer to. */
export interface InlineContext {
  readonly ledger: Ledger
  /** Marks of notes that have a text. */
  readonly notes: ReadonlySet<string>
  /** A heading: words alone. */
  readonly isTitle?: true
}

/** What stands in a tag behind its name: without `=` it is no tag, but `a <b en c> d`. */
const attributes = '(?:\\s[^<>=]{0,100}=[^<>]{0,500})?\\s{0,9}'

/** A line of HTML tags alone. */
export const tagsAlone = new RegExp(
  `^\\s*(?:<\\/?[a-z][a-z0-9]*${attributes}\\/?>\\s*)+$`,
  'iu'
)

const escaped = String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`
const picture = String.raw`!\[(?<alt>[^[\]]{0,2000})\]\([^()]*\)`
const noteMark = String.raw`\[\^(?<note>[^\]\s]{1,60})\]`
const link = String.raw`\[(?<words>[^[\]]{1,2000})\]\((?<url>(?:[^()\s]|\([^()\s]*\))*|[^()\s]*\([^)\s]*)(?:\s+"[^"]*")?\)`
const tag = `<(?<tag>\\/?[a-z][a-z0-9]*)${attributes}\\/?>`
const comment = String.raw`<!--[\s\S]*?-->`
const entity = String.raw`&(?<entity>#?\w{1,12});`
const delimiter = String.raw`(?<delimiter>\*{1,3}|(?<![\p{L}\d])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\d]))`
const token = new RegExp(
  [escaped, picture, noteMark, link, tag, comment, entity, delimiter].join('|'),
  'giu'
)

type Piece =
  | {readonly kind: 'node'; readonly node: PhrasingContent}
  | {
      readonly kind: 'delimiter'
      readonly mark: string
      readonly opens: boolean
      readonly closes: boolean
      /** Of HTML: where it has no partner nothing is left of it. */
      readonly isTag?: true
    }

/** Read one line, or lines that were joined. */
export function readInline(
  span: Span,
  context: InlineContext
): readonly Phrasing[] {
  const pieces = piecesOf(span, context)
  return canonical(pair(pieces))
}

function piecesOf(span: Span, context: InlineContext): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of span.text.matchAll(token)) {
    pieces.push(...textPiece(slice(span, from, match.index), context))
    pieces.push(...pieceFor(match, span, context))
    from = match.index + match[0].length
  }
  return [...pieces, ...textPiece(slice(span, from), context)]
}

function textPiece(span: Span, {ledger}: InlineContext): readonly Piece[] {
  const value = mendText(span, ledger)
  return value === '' ? [] : [{kind: 'node', node: {type: 'text', value}}]
}

function pieceFor(
  match: RegExpExecArray,
  span: Span,
  context: InlineContext
): readonly Piece[] {
  const {escaped, alt, note, words, url, entity, delimiter} = match.groups ?? {}
  const whole = slice(span, match.index, match.index + match[0].length)
  if (escaped !== undefined) return text(escaped)
  if (alt !== undefined) return picturePiece(alt, whole, context)
  if (note !== undefined) return notePiece(note, whole, context)
  if (words !== undefined)
    return linkPiece({words, url: url ?? ''}, whole, context)
  if (entity !== undefined) return entityPiece(entity, whole, context)
  if (delimiter !== undefined) return [delimiterPiece(match, span.text)]
  return tagPiece(match.groups?.tag ?? '', whole, context)
}

function text(value: string): readonly Piece[] {
  return [{kind: 'node', node: {type: 'text', value}}]
}

/** A picture does not come along: what it shows must be written. */
function picturePiece(
  alt: string,
  whole: Span,
  {ledger}: InlineContext
): readonly Piece[] {
  leaveOut(ledger, whole, 'afbeelding')
  repair(ledger, whole.at(0), {
    kind: 'picture',
    message: `Hier staat een afbeelding (\`${alt.trim() || whole.text}\`), en die gaat niet mee; schrijf de tekst of de tabel die erop staat`,
    mended: false
  })
  return []
}

function notePiece(
  merk: string,
  whole: Span,
  {notes}: InlineContext
): readonly Piece[] {
  if (!notes.has(merk)) return text(whole.text)
  const node: PhrasingContent = {
    type: 'footnoteReference',
    identifier: merk,
    label: merk
  }
  return [{kind: 'node', node}]
}

/** An address that leads somewhere is kept; one inside the collection it came from is not. */
function linkPiece(
  {words, url}: {readonly words: string; readonly url: string},
  whole: Span,
  context: InlineContext
): readonly Piece[] {
  const from = whole.text.indexOf(words)
  const children = readInline(slice(whole, from, from + words.length), context)
  const isKept = !context.isTitle && /^(?:https?:\/\/|mailto:)\S+$/iu.test(url)
  const address = isKept ? url : lawAddress(url)
  const title = /\s"[^"]*"\)$/u.exec(whole.text)?.index
  if (!isKept) {
    leaveOut(
      context.ledger,
      slice(whole, from + words.length + 1),
      'adres van een koppeling'
    )
  } else if (title !== undefined) {
    leaveOut(
      context.ledger,
      slice(whole, title, whole.text.length - 1),
      'titel van een koppeling'
    )
  }
  const nodes: readonly PhrasingContent[] =
    address === undefined
      ? children
      : [
          {
            type: 'link',
            url: address,
            title: null,
            children: [...children] as never
          }
        ]
  return nodes.map((node) => ({kind: 'node', node}))
}

/** `../../wet/gemeentewet/BWBR0005416/README.md` names a law by its number. */
function lawAddress(url: string): string | undefined {
  const number = /(?:^|\/)(BWB[RV]\d{7})(?:\/|$)/u.exec(url)?.[1]
  return number === undefined
    ? undefined
    : `https://wetten.overheid.nl/${number}`
}

function entityPiece(
  name: string,
  whole: Span,
  {ledger}: InlineContext
): readonly Piece[] {
  const value = decode(name)
  if (value === '') return text(whole.text)
  repair(ledger, whole.at(0), {
    kind: 'html',
    message: `\`${whole.text}\` is HTML; er staat nu het teken zelf`,
    mended: true
  })
  return text(value === '\u00AD' ? '' : value)
}

function delimiterPiece(match: RegExpExecArray, line: string): Piece {
  const [mark] = match
  const before = line[match.index - 1] ?? ' '
  const after = line[match.index + mark.length] ?? ' '
  return {
    kind: 'delimiter',
    mark,
    opens: /\S/u.test(after),
    closes: /\S/u.test(before)
  }
}

const tagMarks: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  u: '*'
}

function tagPiece(
  tag: string,
  whole: Span,
  {ledger}: InlineContext
): readonly Piece[] {
  const name = tag.toLowerCase().replace('/', '')
  if (name === 'img') {
    const alt = /\salt\s*=\s*["']([^"']*)["']/iu.exec(whole.text)?.[1]
    return picturePiece(alt ?? '', whole, {ledger, notes: new Set()})
  }
  leaveOut(ledger, whole, 'HTML')
  const isRaised = name === 'sup' || name === 'sub'
  repair(ledger, whole.at(0), {
    kind: 'html',
    message: isRaised
      ? `\`${whole.text}\` is HTML en is weggelaten; wat hoger of lager stond, staat nu op de regel`
      : `\`${whole.text}\` is HTML en is weggelaten`,
    mended: !isRaised
  })
  if (name === 'br') return [{kind: 'node', node: {type: 'break'}}]
  if (apart.test(name)) return text(' ')
  const mark = Object.hasOwn(tagMarks, name) ? tagMarks[name] : undefined
  if (mark === undefined) return []
  const closes = tag.startsWith('/')
  return [{kind: 'delimiter', mark, opens: !closes, closes, isTag: true}]
}

/** What stands in one of these and what stands in the next are apart. */
const apart = /^(?:td|th|tr|p|li|div|dd|dt)$/u

/** Pair marks that open with those that close; a lone one is text. */
function pair(pieces: readonly Piece[]): readonly PhrasingContent[] {
  const stack: Stack = [{mark: '', lone: '', nodes: []}]
  for (const piece of pieces) {
    if (piece.kind === 'node') stack.at(-1)?.nodes.push(piece.node)
    else placeMark(piece, stack)
  }
  while (stack.length > 1) unpair(stack)
  return stack[0]?.nodes ?? []
}

type Stack = {
  mark: string
  /** What stays of it without a partner. */
  lone: string
  nodes: PhrasingContent[]
}[]

function placeMark(
  {mark, closes, opens, isTag}: Extract<Piece, {kind: 'delimiter'}>,
  stack: Stack
): void {
  const lone = isTag ? '' : mark
  if (closes && stack.some((one) => one.mark === mark)) closeMark(mark, stack)
  else if (opens) stack.push({mark, lone, nodes: []})
  else stack.at(-1)?.nodes.push(...loneText(lone))
}

function loneText(lone: string): readonly PhrasingContent[] {
  return lone === '' ? [] : [{type: 'text', value: lone}]
}

function closeMark(mark: string, stack: Stack): void {
  while (stack.at(-1)?.mark !== mark) unpair(stack)
  const children = stack.pop()?.nodes as never
  const node: PhrasingContent =
    mark.length === 3
      ? {type: 'strong', children: [{type: 'emphasis', children}]}
      : {type: mark.length === 2 ? 'strong' : 'emphasis', children}
  stack.at(-1)?.nodes.push(node)
}

function unpair(stack: Stack): void {
  const open = stack.pop()
  if (!open) return
  stack.at(-1)?.nodes.push(...loneText(open.lone), ...open.nodes)
}
