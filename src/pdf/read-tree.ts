/**
 * Stage: the structure tree of a browser's print → elements.
 */
import {
  PDFArray,
  type PDFDict,
  PDFNumber,
  type PDFObject,
  PDFRef
} from '@cantoo/pdf-lib'
import {type Element, element, type Kid} from './element.ts'
import {
  dictIn,
  dictOf,
  entry,
  itemsAt,
  keyOf,
  name,
  nameOf,
  numberOf,
  textOf
} from './objects.ts'

/** Where the pages of a file stand in it. */
export type PageNumbers = ReadonlyMap<string, number>

/**
 * Read the tags below the root. `langs` are the languages of the emphasized
 * parts of the document, in its order, since the browser does not write them.
 */
export function readTree(
  root: PDFDict,
  pages: PageNumbers,
  langs: readonly (string | undefined)[]
): Element {
  const languages = langs.values()
  const kids = itemsAt(root, 'K').flatMap((kid) =>
    readKid(kid, {root, pages, languages, page: undefined})
  )
  const [only] = kids
  const isWhole = kids.length === 1 && only?.kind === 'element'
  return isWhole && only.type === 'Document' ? only : element('Document', kids)
}

interface Reading {
  readonly root: PDFDict
  readonly pages: PageNumbers
  readonly languages: Iterator<string | undefined>
  /** Page of the element around. */
  readonly page: number | undefined
}

function readKid(kid: PDFObject, reading: Reading): readonly Kid[] {
  const {pages, root} = reading
  const value = kid instanceof PDFRef ? root.context.lookup(kid) : kid
  if (value instanceof PDFNumber) return piece(reading.page, value.asNumber())
  const dict = dictOf(value)
  if (!dict) return []
  const page = pages.get(keyOf(dict.get(name('Pg')))) ?? reading.page
  const type = nameOf(entry(dict, 'Type'))
  if (type === 'MCR') return piece(page, numberOf(entry(dict, 'MCID')) ?? -1)
  if (type !== 'OBJR') return [readElement(kid, dict, {...reading, page})]
  const ref = dict.get(name('Obj'))
  return ref instanceof PDFRef && page !== undefined
    ? [{kind: 'spot', page, ref}]
    : []
}

function piece(page: number | undefined, mcid: number): readonly Kid[] {
  return page === undefined ? [] : [{kind: 'piece', page, mcid}]
}

function readElement(kid: PDFObject, dict: PDFDict, reading: Reading): Element {
  const type = nameOf(entry(dict, 'S')) ?? 'NonStruct'
  // Asked before what stands inside: the order of the document.
  const lang = type === 'Em' ? reading.languages.next().value : undefined
  return element(
    type,
    itemsAt(dict, 'K').flatMap((inner) => readKid(inner, reading)),
    {
      ...attributesOf(dict),
      lang: lang ?? textOf(entry(dict, 'Lang')),
      alt: textOf(entry(dict, 'Alt')),
      actualText: textOf(entry(dict, 'ActualText')),
      id: textOf(entry(dict, 'ID')),
      origin: kid instanceof PDFRef ? kid : undefined
    }
  )
}

const scopes = ['Row', 'Column', 'Both'] as const

function attributesOf(dict: PDFDict): Partial<Element> {
  const sets = attributeSets(dict)
  const find = (key: string): PDFObject | undefined =>
    sets.map((set) => entry(set, key)).find((value) => value !== undefined)
  const headers = find('Headers')
  return {
    scope: scopes.find((scope) => scope === nameOf(find('Scope'))),
    rowSpan: numberOf(find('RowSpan')),
    colSpan: numberOf(find('ColSpan')),
    numbering: nameOf(find('ListNumbering')),
    headers:
      headers instanceof PDFArray
        ? headers.asArray().flatMap((id) => textOf(id) ?? [])
        : undefined
  }
}

function attributeSets(dict: PDFDict): readonly PDFDict[] {
  const single = dictIn(dict, 'A')
  if (single) return [single]
  return itemsAt(dict, 'A').flatMap((set) => {
    const value = set instanceof PDFRef ? dict.context.lookup(set) : set
    return dictOf(value) ?? []
  })
}
