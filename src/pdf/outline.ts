/** Stage: the outline of a browser → bookmarks with the words of their headings. */
import type {PDFDict, PDFDocument, PDFObject, PDFRef} from '@cantoo/pdf-lib'
import {type Element, elementsIn} from './element.ts'
import {dictIn, dictOf, entry, keyOf, name, pdfText, textOf} from './objects.ts'
import type {Words} from './words.ts'
import {oneLine} from './words.ts'
import type {NewPlaces} from './write-tree.ts'

/**
 * Mend the bookmarks: a browser leaves out the space where a heading turns to
 * the next line, and points at tags that are no longer there.
 */
export function mendOutline(
  document: PDFDocument,
  tree: Element,
  words: Words,
  places: NewPlaces
): void {
  const outline = dictIn(document.catalog, 'Outlines')
  if (!outline) return
  const titles = new Map<string, string>()
  for (const element of elementsIn(tree)) {
    if (element.origin)
      titles.set(keyOf(element.origin), oneLine(words.textOf(element)))
  }
  for (const item of itemsBelow(outline)) mendItem(item, titles, places)
  document.catalog.set(name('PageMode'), name('UseOutlines'))
}

function mendItem(
  item: PDFDict,
  titles: ReadonlyMap<string, string>,
  places: NewPlaces
): void {
  const target = item.get(name('SE'))
  const title = titles.get(keyOf(target)) ?? textOf(entry(item, 'Title')) ?? ''
  item.set(name('Title'), pdfText(title))
  setOrDelete(item, 'SE', places.get(keyOf(target)))
}

function setOrDelete(
  item: PDFDict,
  key: string,
  value: PDFRef | undefined
): void {
  if (value) item.set(name(key), value)
  else item.delete(name(key))
}

/** All items of an outline, in order. */
export function* itemsBelow(parent: PDFDict): Generator<PDFDict> {
  let next: PDFObject | undefined = entry(parent, 'First')
  for (let item = dictOf(next); item; item = dictOf(next)) {
    yield item
    yield* itemsBelow(item)
    next = entry(item, 'Next')
  }
}
