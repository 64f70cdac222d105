/** A font of a page: how the numbers of its glyphs read. */
import {type PDFDict, PDFRawStream} from '@cantoo/pdf-lib'
import {latin} from './latin.ts'
import {bytesOf, entry, nameOf} from './objects.ts'

/** What is needed of a font to read a text. */
export interface Font {
  /** Name without the mark of a subset: `NotoSerif-Bold`. */
  readonly face: string
  /** Bytes that name one glyph. */
  readonly width: 1 | 2
  readonly characters: ReadonlyMap<number, string>
}

/** Stands for a glyph of which nobody knows the character. */
export const unknown = '\uFFFD'

/** Read a font dictionary. */
export function readFont(dict: PDFDict): Font {
  const map = entry(dict, 'ToUnicode')
  return {
    face: faceOf(dict),
    width: nameOf(entry(dict, 'Subtype')) === 'Type0' ? 2 : 1,
    characters:
      map instanceof PDFRawStream ? readMap(latin(bytesOf(map))) : new Map()
  }
}

/** The name of a font, without the mark of a subset. */
export function faceOf(dict: PDFDict): string {
  const called = nameOf(entry(dict, 'BaseFont')) ?? 'Type3'
  return called.replace(/^[A-Z]{6}\+/u, '')
}

const sections = /beginbf(char|range)([\s\S]*?)endbf/gu
const single = /<([0-9a-f]+)>\s*<([0-9a-f]+)>/giu
const ranges =
  /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/giu

function readMap(source: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  for (const [, kind, lines = ''] of source.matchAll(sections)) {
    if (kind === 'char') readSingles(lines, map)
    else readRanges(lines, map)
  }
  return map
}

function readSingles(lines: string, map: Map<number, string>): void {
  for (const [, code = '', text = ''] of lines.matchAll(single))
    map.set(Number.parseInt(code, 16), utf16(text))
}

function readRanges(lines: string, map: Map<number, string>): void {
  for (const [, first = '', last = '', start, list] of lines.matchAll(ranges)) {
    const from = Number.parseInt(first, 16)
    const to = Number.parseInt(last, 16)
    const listed = list?.match(/[0-9a-f]+/giu) ?? []
    for (let code = from; code <= to; code++) {
      const text =
        start === undefined
          ? utf16(listed[code - from] ?? 'fffd')
          : after(utf16(start), code - from)
      map.set(code, text)
    }
  }
}

/** A text whose last unit is so many further. */
function after(text: string, steps: number): string {
  const last = text.charCodeAt(text.length - 1) + steps
  return text.slice(0, -1) + String.fromCharCode(last)
}

function utf16(hex: string): string {
  const units = hex.match(/.{4}/gu) ?? []
  return units
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('')
}
