/** Short words for reading and making the objects of a PDF. */
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStream,
  PDFString
} from '@cantoo/pdf-lib'
import {unzlibSync, zlibSync} from 'fflate'

/** Open a file as it is: nothing in it is touched. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: ParseSpeeds.Fastest
  })
}

const names = new Map<string, PDFName>()

/** A name object; kept, since few are asked for very often. */
export function name(text: string): PDFName {
  const made = names.get(text) ?? PDFName.of(text)
  names.set(text, made)
  return made
}

/** The value of a key, references followed. */
export function entry(
  dict: PDFDict | undefined,
  key: string
): PDFObject | undefined {
  return dict?.lookup(name(key))
}

/** The value of a key that must be a dictionary, or nothing. */
export function dictIn(
  dict: PDFDict | undefined,
  key: string
): PDFDict | undefined {
  return dictOf(entry(dict, key))
}

/** The dictionary that an object is, or that belongs to it. */
export function dictOf(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFStream) return value.dict
  return value instanceof PDFDict ? value : undefined
}

/** A name as text. */
export function nameOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined
}

/** A number. */
export function numberOf(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

/** A string of either kind as text. */
export function textOf(value: PDFObject | undefined): string | undefined {
  const isText = value instanceof PDFString || value instanceof PDFHexString
  return isText ? value.decodeText() : undefined
}

/** What stands at a key, one or many, references not followed. */
export function itemsAt(
  dict: PDFDict | undefined,
  key: string
): readonly PDFObject[] {
  const value = entry(dict, key)
  if (value instanceof PDFArray) return value.asArray()
  const single = dict?.get(name(key))
  return single === undefined ? [] : [single]
}

/** The bytes of a stream, unpacked. */
export function bytesOf(stream: PDFStream): Uint8Array {
  const packed = stream.getContents()
  const filter = entry(stream.dict, 'Filter')
  if (filter === undefined) return packed
  if (nameOf(filter) !== 'FlateDecode' || entry(stream.dict, 'DecodeParms'))
    throw new Error(`A stream of an unknown make: ${filter}`)
  return unzlibSync(packed)
}

/** A stream, packed. */
export function packedStream(
  document: PDFDocument,
  bytes: Uint8Array,
  keys: Readonly<Record<string, PDFObject | string | number>> = {}
): PDFRawStream {
  const packed = zlibSync(bytes, {level: 6})
  return PDFRawStream.of(
    document.context.obj({
      ...keys,
      Filter: 'FlateDecode',
      Length: packed.length
    }),
    packed
  )
}

/** A text that every reader reads as it was meant. */
export function pdfText(text: string): PDFString | PDFHexString {
  return /^[ -~]*$/u.test(text)
    ? PDFString.of(text.replace(/[\\()]/gu, '\\$&'))
    : PDFHexString.fromText(text)
}

/** What a reference is called, as the key of a map. */
export const keyOf = (ref: PDFRef | PDFObject | undefined): string =>
  String(ref)
