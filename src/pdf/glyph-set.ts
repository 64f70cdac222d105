/**
 * Stage: the fonts of a document → the lists of their glyphs that PDF/A-1 wants
 * beside them (CIDSet).
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFRawStream
} from '@cantoo/pdf-lib'
import {latin} from './latin.ts'
import {bytesOf, dictIn, entry, name, nameOf, packedStream} from './objects.ts'

/** Give every embedded subset the list of what is in it. */
export function listGlyphs(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    if (nameOf(entry(object, 'Subtype')) !== 'Type0') continue
    const descendants = entry(object, 'DescendantFonts')
    const font =
      descendants instanceof PDFArray ? descendants.lookup(0) : undefined
    if (!(font instanceof PDFDict)) continue
    const descriptor = dictIn(font, 'FontDescriptor')
    const file = entry(descriptor, 'FontFile2')
    if (!descriptor || !(file instanceof PDFRawStream)) continue
    const set = packedStream(document, bitsFor(countGlyphs(bytesOf(file))))
    descriptor.set(name('CIDSet'), document.context.register(set))
  }
}

/** A bit for every glyph of a font: a subset keeps empty places for those that it lacks. */
function bitsFor(count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8)).fill(0xff)
  const rest = count % 8
  if (rest > 0) bits[bits.length - 1] = (0xff << (8 - rest)) & 0xff
  return bits
}

/** How many glyphs a TrueType font has, as its table `maxp` says. */
function countGlyphs(font: Uint8Array): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  for (let at = 0; at < view.getUint16(4); at++) {
    const record = 12 + at * 16
    if (latin(font.subarray(record, record + 4)) === 'maxp')
      return view.getUint16(view.getUint32(record + 8) + 4)
  }
  return 0
}
