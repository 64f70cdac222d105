/** The bookmarks: with words, and leading to a page. */
import {PDFArray, type PDFDict, PDFRef} from '@cantoo/pdf-lib'
import {dictIn, entry, keyOf, name, textOf} from '../objects.ts'
import {itemsBelow} from '../outline.ts'
import {isHeading} from '../types.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

/** Check the bookmarks of a document that has headings. */
export function checkOutline({document, tags}: OpenFile, report: Report): void {
  const headings = tags?.all.filter(({type}) => isHeading(type)) ?? []
  const outline = dictIn(document.catalog, 'Outlines')
  if (!outline) {
    if (headings.length > 0) report('own', 'Het bestand heeft geen bladwijzers')
    return
  }
  const pages = new Set(document.getPages().map(({ref}) => keyOf(ref)))
  const known = new Set(tags?.all.map(({key}) => key))
  for (const item of itemsBelow(outline)) {
    if (!textOf(entry(item, 'Title'))?.trim())
      report('own', 'Een bladwijzer heeft geen woorden')
    if (!leadsTo(item, pages))
      report('own', 'Een bladwijzer leidt naar geen bladzijde')
    const tag = item.get(name('SE'))
    if (tag instanceof PDFRef && !known.has(keyOf(tag)))
      report('own', 'Een bladwijzer wijst naar een tag die er niet is')
  }
}

function leadsTo(item: PDFDict, pages: ReadonlySet<string>): boolean {
  const place = entry(item, 'Dest')
  return place instanceof PDFArray && pages.has(keyOf(place.get(0)))
}
