/** All objects: what none of them may be. */
import {
  PDFBool,
  PDFDict,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream
} from '@cantoo/pdf-lib'
import {dictOf, entry, itemsAt, nameOf, numberOf} from '../objects.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

const forbiddenActions = new Set([
  ...['Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'Hide'],
  ...['SetOCGState', 'Rendition', 'Trans', 'GoTo3DView', 'JavaScript']
])

/** Check streams, images, actions and states of graphics. */
export function checkObjects(
  {document, flavour}: OpenFile,
  report: Report
): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = dictOf(object)
    if (!dict) continue
    if (object instanceof PDFStream) checkStream(object, report)
    checkAction(dict, report)
    checkState(dict, report)
    if (flavour === '1a') checkOpaque(dict, report)
    for (const key of ['A', 'AA', 'OpenAction']) {
      const inner = entry(dict, key)
      if (inner instanceof PDFDict) checkAction(inner, report)
    }
  }
}

function checkStream({dict}: PDFStream, report: Report): void {
  for (const key of ['F', 'FFilter', 'FDecodeParms']) {
    if (entry(dict, key)) report('6.1.7', `Een stroom heeft \`${key}\``)
  }
  const filters = itemsAt(dict, 'Filter').map((filter) =>
    nameOf(followed(filter, dict))
  )
  for (const filter of ['LZWDecode', 'Crypt']) {
    if (filters.includes(filter))
      report('6.1.7.2', `Een stroom is ingepakt met ${filter}`)
  }
  checkImage(dict, report)
}

function followed(value: PDFObject, {context}: PDFDict): PDFObject | undefined {
  return value instanceof PDFRef ? context.lookup(value) : value
}

function checkImage(dict: PDFDict, report: Report): void {
  const kind = nameOf(entry(dict, 'Subtype'))
  if (
    kind === 'PS' ||
    (kind === 'Form' && (entry(dict, 'PS') || entry(dict, 'Ref')))
  )
    report('6.2.9', 'Een vorm bevat PostScript of ligt in een ander bestand')
  if (kind !== 'Image') return
  if (entry(dict, 'OPI') || entry(dict, 'Alternates'))
    report('6.2.8', 'Een beeld heeft andere achter zich')
  if (entry(dict, 'Interpolate') === PDFBool.True)
    report('6.2.8', 'Een beeld wordt gladgestreken')
  if (nameOf(entry(dict, 'ColorSpace')) === 'DeviceCMYK')
    report('6.2.4.3', 'Een beeld heeft kleuren waarvoor geen profiel is')
}

function checkAction(dict: PDFDict, report: Report): void {
  const action = nameOf(entry(dict, 'S')) ?? ''
  const isAction = nameOf(entry(dict, 'Type')) === 'Action' || entry(dict, 'JS')
  const isHidden = ['Launch', 'ImportData', 'ResetForm'].includes(action)
  if (forbiddenActions.has(action) && (isAction || isHidden))
    report('6.5.1', `Het bestand doet iets wat niet mag: ${action}`)
}

function checkState(dict: PDFDict, report: Report): void {
  // Browsers do not write the type.
  const isState =
    nameOf(entry(dict, 'Type')) === 'ExtGState' ||
    entry(dict, 'ca') !== undefined
  if (!isState) return
  const other = nameOf(entry(dict, 'TR2')) ?? 'Default'
  if (entry(dict, 'TR') || other !== 'Default' || entry(dict, 'HTP'))
    report('6.2.5', 'Een instelling verandert hoe kleuren uitkomen')
}

/** PDF/A-1 knows nothing that one can look through. */
function checkOpaque(dict: PDFDict, report: Report): void {
  const mask = entry(dict, 'SMask')
  const isThin = ['ca', 'CA'].some(
    (key) => (numberOf(entry(dict, key)) ?? 1) < 1
  )
  const blend = nameOf(entry(dict, 'BM')) ?? 'Normal'
  const isMask = mask instanceof PDFRawStream || mask instanceof PDFDict
  if (isMask || isThin || !['Normal', 'Compatible'].includes(blend))
    report('6.4', 'Er is iets doorzichtig; dat kent PDF/A-1 niet')
}
