/**
 * Stage: the bytes of a PDF → what keeps it from being PDF/A and PDF/UA-1.
 *
 * A net for what our own printing may get wrong, on any machine. It is no
 * validator: of what we never write, it knows only the worst. The judge is
 * veraPDF, where that is at hand.
 */
import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Flavour} from '../flavour.ts'
import {openPdf} from '../objects.ts'
import {checkAnnotations} from './annotations.ts'
import {checkCatalog} from './catalog.ts'
import {checkColours} from './colours.ts'
import {checkContent} from './content.ts'
import type {Fault} from './fault.ts'
import {checkFile} from './file.ts'
import {checkFonts} from './fonts.ts'
import {checkMetadata} from './metadata.ts'
import {checkObjects} from './objects.ts'
import type {Check} from './open-file.ts'
import {checkOutline} from './outline.ts'
import {checkTags} from './structure.ts'
import {checkTables} from './tables.ts'
import {readTags} from './tags.ts'

const checks: readonly Check[] = [
  checkFile,
  checkCatalog,
  checkMetadata,
  checkColours,
  checkObjects,
  checkFonts,
  checkTags,
  checkTables,
  checkContent,
  checkAnnotations,
  checkOutline
]

/** Check a file; an empty list is the best that it can say. */
export async function checkPdf(
  bytes: Uint8Array,
  flavour: Flavour = '2a'
): Promise<readonly Fault[]> {
  const document = await open(bytes)
  if (!document)
    return [{clause: '6.1', message: 'Het bestand is niet te lezen als PDF'}]
  const faults: Fault[] = []
  const report = (clause: string, message: string): void => {
    faults.push({clause, message})
  }
  const tags = readTags(document, report)
  for (const check of checks) check({bytes, document, flavour, tags}, report)
  return faults
}

async function open(bytes: Uint8Array): Promise<PDFDocument | undefined> {
  try {
    const document = await openPdf(bytes)
    document.getPages()
    return document
  } catch {
    return undefined
  }
}
