/** The fonts: all embedded, all readable. */
import {PDFDict, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import type {Flavour} from '../flavour.ts'
import {faceOf} from '../font.ts'
import {dictIn, entry, nameOf} from '../objects.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

const embedded = [
  ...['TrueType', 'Type1', 'MMType1'],
  ...['CIDFontType0', 'CIDFontType2']
]

/** Check every font. */
export function checkFonts(
  {document, flavour}: OpenFile,
  report: Report
): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const isFont =
      object instanceof PDFDict && nameOf(entry(object, 'Type')) === 'Font'
    if (isFont) checkFont(object, flavour, report)
  }
}

function checkFont(font: PDFDict, flavour: Flavour, report: Report): void {
  const kind = nameOf(entry(font, 'Subtype')) ?? ''
  if (kind === 'Type0' || kind === 'Type3') checkReadable(font, report)
  if (kind === 'Type0') checkEncoding(font, report)
  if (embedded.includes(kind)) checkEmbedded(font, report)
  if (kind === 'CIDFontType2') checkGlyphMap(font, report)
  if (flavour === '1a' && kind.startsWith('CIDFont')) checkSet(font, report)
}

function checkReadable(font: PDFDict, report: Report): void {
  if (!(entry(font, 'ToUnicode') instanceof PDFRawStream))
    report('6.2.11.7', `Het lettertype ${faceOf(font)} zegt niet hoe het leest`)
}

function checkEncoding(font: PDFDict, report: Report): void {
  const encoding = nameOf(entry(font, 'Encoding')) ?? ''
  if (!/^Identity-[HV]$/u.test(encoding))
    report(
      '6.2.11.3.3',
      `Het lettertype ${faceOf(font)} heeft een vreemde codetabel`
    )
}

function checkEmbedded(font: PDFDict, report: Report): void {
  const descriptor = dictIn(font, 'FontDescriptor')
  const isThere = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
    entry(descriptor, key)
  )
  if (!isThere)
    report('6.2.11.4', `Het lettertype ${faceOf(font)} zit niet in het bestand`)
  const called = nameOf(entry(font, 'BaseFont')) ?? ''
  if (!/^[A-Z]{6}\+/u.test(called))
    report(
      'own',
      `Van het lettertype ${called} zit meer in het bestand dan nodig`
    )
}

function checkGlyphMap(font: PDFDict, report: Report): void {
  const map = entry(font, 'CIDToGIDMap')
  const isGood =
    map instanceof PDFRawStream ||
    (map instanceof PDFName && map.decodeText() === 'Identity')
  if (!isGood)
    report(
      '6.2.11.3.2',
      `Het lettertype ${faceOf(font)} zegt niet welk teken welk is`
    )
}

function checkSet(font: PDFDict, report: Report): void {
  if (!entry(dictIn(font, 'FontDescriptor'), 'CIDSet'))
    report('6.3.5', `Het lettertype ${faceOf(font)} noemt zijn tekens niet`)
}
