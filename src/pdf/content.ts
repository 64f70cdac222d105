/**
 * Stage: the content of a page → what is painted in it, under which number.
 */

import {codesIn} from './codes.ts'
import type {Font} from './font.ts'
import {unknown} from './font.ts'
import {latin} from './latin.ts'

import {type Operand, type Operator, scan} from './scan.ts'

/** Two places in the bytes of a page. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** A stretch of a page that is marked with a number. */
interface Sequence {
  readonly mcid: number
  /** Where the operator stands that opens it. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Only lines and planes: borders, underlining, backgrounds. */
  readonly isDecoration: boolean
}

/** Something painted that carries no mark. */
interface Bare {
  readonly start: number
  readonly end: number
  readonly isText: boolean
}

/** A glyph that is not as it should be, with the text around it. */
export interface Oddity {
  /** Absent for what the font of the document lacks altogether. */
  readonly face?: string
  readonly character: string
  /** The words in which it stands, with {@link unknown} for glyphs without a character. */
  readonly context: string
}

/** What a page holds. */
export interface PageContent {
  readonly sequences: readonly Sequence[]
  readonly bare: readonly Bare[]
  /** Glyphs by face, for the whole page. */
  readonly oddities: readonly Oddity[]
  /** Every mark that opens is closed. */
  readonly isBalanced: boolean
}

/** What reading a page needs beside its bytes. */
export interface PageFonts {
  readonly fontOf: (name: string) => Font | undefined
  /** Whether a face is one of the document's own. */
  readonly isOwn: (face: string) => boolean
}

interface Glyph {
  readonly character: string
  /** The box that stands for what a font lacks. */
  readonly isBox: boolean
}

interface Open {
  readonly mcid?: number
  readonly start: number
  readonly end: number
  readonly tag: string
  /** What it says in place of its glyphs. */
  readonly actualText: string | undefined
  text: string
  shows: number
  paints: number
}

const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const pathing = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h', 'W', 'W*'])
const showing = new Set(['Tj', 'TJ', "'", '"'])
const imaging = new Set(['Do', 'BI', 'sh'])

/** Read the content of one page. */
export function readContent(bytes: Uint8Array, fonts: PageFonts): PageContent {
  const reader = new Reader(bytes, fonts)
  scan(bytes, (operator) => reader.take(operator))
  return reader.outcome()
}

/** What has been met so far; the marks that are open stand on a stack. */
class Reader {
  private readonly bytes: Uint8Array
  private readonly fonts: PageFonts
  private readonly open: Open[] = []
  private readonly sequences: Open[] = []
  private readonly bare: Bare[] = []
  private readonly oddities: Oddity[] = []
  private font: Font | undefined
  private pathStart: number | undefined
  private loose = ''

  constructor(bytes: Uint8Array, fonts: PageFonts) {
    this.bytes = bytes
    this.fonts = fonts
  }

  take(operator: Operator): void {
    const {name} = operator
    if (name === 'Tf') this.font = this.fonts.fontOf(this.nameIn(operator))
    else if (showing.has(name)) this.show(operator)
    else if (pathing.has(name)) this.pathStart ??= operator.start
    else if (painting.has(name)) this.paint(operator)
    else if (name === 'n') this.pathStart = undefined
    else if (name === 'BDC' || name === 'BMC') this.begin(operator)
    else if (name === 'EMC') this.end()
    else if (imaging.has(name)) this.image(operator)
  }

  outcome(): PageContent {
    this.lookAt(this.loose)
    return {
      sequences: this.sequences.flatMap((open) => sequenceOf(open)),
      bare: this.bare,
      oddities: this.oddities,
      isBalanced: this.open.length === 0
    }
  }

  private nameIn({operands}: Operator): string {
    const [first] = operands
    return first ? this.slice(first).slice(1) : ''
  }

  private slice({start, end}: Stretch): string {
    return latin(this.bytes.subarray(start, end))
  }

  private begin({name, start, end, operands}: Operator): void {
    const [tag, list] = operands.map((operand) => this.slice(operand))
    const properties = name === 'BDC' ? (list ?? '') : ''
    const marked = /\/MCID\s+(\d+)/u.exec(properties)?.[1]
    const open: Open = {
      ...(marked === undefined ? {} : {mcid: Number(marked)}),
      start,
      end,
      tag: tag ?? '',
      actualText: actualTextIn(properties),
      text: '',
      shows: 0,
      paints: 0
    }
    this.open.push(open)
    this.sequences.push(open)
  }

  private end(): void {
    const closed = this.open.pop()
    if (closed?.mcid !== undefined) this.lookAt(closed.text)
  }

  private show(operator: Operator): void {
    const owner = this.owner()
    for (const open of this.open) open.shows++
    this.uncovered(operator, true)
    const text = this.spoken(this.glyphsIn(operator.operands))
    if (owner) owner.text += text
    else this.loose += text
  }

  /** What glyphs say, unless the mark around them says it for them. */
  private spoken(glyphs: readonly Glyph[]): string {
    const span = this.open.findLast(({actualText}) => actualText !== undefined)
    const face = this.font?.face ?? ''
    const isForeign = !this.fonts.isOwn(face)
    let text = ''
    for (const glyph of glyphs) {
      const character = span?.actualText ?? glyph.character
      if (isForeign) this.odd({face, character, context: character})
      if (span && glyph.isBox) this.odd({character, context: character})
      text += glyph.character
    }
    if (!span) return text
    return span.shows === 1 ? (span.actualText ?? '') : ''
  }

  /** Note what is neither tagged nor an artifact. */
  private uncovered({start, end}: Stretch, isText: boolean): void {
    const isCovered = this.open.some(
      ({tag, mcid}) => tag === '/Artifact' || mcid !== undefined
    )
    if (!isCovered) this.bare.push({start, end, isText})
  }

  private owner(): Open | undefined {
    return this.open.findLast(({mcid}) => mcid !== undefined)
  }

  private paint({start, end}: Operator): void {
    this.uncovered({start: this.pathStart ?? start, end}, false)
    this.pathStart = undefined
  }

  private image(operator: Operator): void {
    for (const open of this.open) open.paints++
    this.uncovered(operator, false)
  }

  private glyphsIn(operands: readonly Operand[]): readonly Glyph[] {
    const {font} = this
    if (!font) return []
    return operands
      .flatMap((operand) => codesIn(this.bytes, operand, font.width))
      .map((code) => {
        const isBox = code === 0 && font.width === 2
        const known = isBox ? undefined : font.characters.get(code)
        return {isBox, character: known ?? unknown}
      })
  }

  private odd(found: Oddity): void {
    const isKnown = this.oddities.some(
      ({face, character}) =>
        face === found.face && character === found.character
    )
    if (!isKnown) this.oddities.push(found)
  }

  private lookAt(text: string): void {
    if (text.includes(unknown))
      this.oddities.push({character: unknown, context: text})
  }
}

/** Browsers write it as UTF-16, in hexadecimal. */
function actualTextIn(properties: string): string | undefined {
  const hex = /\/ActualText\s*<FEFF([0-9A-F]*)>/iu.exec(properties)?.[1]
  const units = hex?.match(/.{4}/gu)
  if (hex === undefined) return undefined
  return String.fromCharCode(
    ...(units ?? []).map((unit) => Number.parseInt(unit, 16))
  )
}

function sequenceOf(open: Open): readonly Sequence[] {
  const {mcid, start, end, text, shows, paints} = open
  if (mcid === undefined) return []
  return [{mcid, start, end, text, isDecoration: shows + paints === 0}]
}
