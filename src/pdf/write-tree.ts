/**
 * Stage: elements → the structure tree of a file, with the ways back from the
 * pages to their tags.
 */
import {
  PDFDict,
  type PDFDocument,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString
} from '@cantoo/pdf-lib'
import type {Element, Kid, Piece, Spot} from './element.ts'
import {keyOf, name, pdfText} from './objects.ts'

/** Where the elements of a browser came to stand. */
export type NewPlaces = ReadonlyMap<string, PDFRef>

/** Replace the tags of a file by these. The outcome tells where each old element went. */
export function writeTree(document: PDFDocument, tree: Element): NewPlaces {
  const writer = new Writer(document)
  return writer.write(tree)
}

class Writer {
  private readonly document: PDFDocument
  private readonly pages: readonly PDFRef[]
  /** Of each page, the element of each piece. */
  private readonly owners: PDFRef[][]
  private readonly spots: (readonly [PDFRef, PDFRef])[] = []
  private readonly ids: (readonly [string, PDFRef])[] = []
  private readonly places = new Map<string, PDFRef>()

  constructor(document: PDFDocument) {
    this.document = document
    this.pages = document.getPages().map(({ref}) => ref)
    this.owners = this.pages.map(() => [])
  }

  write(tree: Element): NewPlaces {
    const {context, catalog} = this.document
    const rootRef = context.nextRef()
    const top = this.element(tree, rootRef)
    const {parents, next} = this.parentTree()
    const root = context.obj({
      Type: 'StructTreeRoot',
      K: top,
      ParentTree: parents,
      ParentTreeNextKey: next
    })
    if (this.ids.length > 0) root.set(name('IDTree'), this.idTree())
    context.assign(rootRef, root)
    catalog.set(name('StructTreeRoot'), rootRef)
    return this.places
  }

  private element(given: Element, parent: PDFRef): PDFRef {
    const {context} = this.document
    const ref = context.nextRef()
    const page = given.kids.find((kid) => kid.kind === 'piece')?.page
    const dict = context.obj({Type: 'StructElem', S: given.type, P: parent})
    const pageRef = page === undefined ? undefined : this.pages[page]
    if (pageRef) dict.set(name('Pg'), pageRef)
    const kids = given.kids.map((kid) => this.kid(kid, ref, page))
    const [only] = kids
    if (only) dict.set(name('K'), kids.length === 1 ? only : context.obj(kids))
    this.facts(given, dict)
    if (given.id !== undefined) this.ids.push([given.id, ref])
    if (given.origin) this.places.set(keyOf(given.origin), ref)
    context.assign(ref, dict)
    return ref
  }

  private facts(given: Element, dict: PDFDict): void {
    const {alt, actualText, lang, id} = given
    const texts = {Alt: alt, ActualText: actualText, Lang: lang, ID: id}
    for (const [key, text] of Object.entries(texts)) {
      if (text !== undefined) dict.set(name(key), pdfText(text))
    }
    const sets = attributesOf(given, this.document)
    const [only] = sets
    if (only)
      dict.set(
        name('A'),
        sets.length === 1 ? only : this.document.context.obj([...sets])
      )
  }

  private kid(kid: Kid, parent: PDFRef, page: number | undefined): PDFObject {
    if (kid.kind === 'element') return this.element(kid, parent)
    return kid.kind === 'piece'
      ? this.piece(kid, parent, page)
      : this.spot(kid, parent)
  }

  private piece(
    {page, mcid}: Piece,
    parent: PDFRef,
    pageAround: number | undefined
  ): PDFObject {
    const owners = this.owners[page]
    if (owners) owners[mcid] = parent
    if (page === pageAround) return PDFNumber.of(mcid)
    const {context} = this.document
    return context.obj({Type: 'MCR', Pg: this.pages[page], MCID: mcid})
  }

  private spot({page, ref}: Spot, parent: PDFRef): PDFObject {
    this.spots.push([ref, parent])
    const {context} = this.document
    return context.obj({Type: 'OBJR', Pg: this.pages[page], Obj: ref})
  }

  private parentTree(): {parents: PDFRef; next: number} {
    const {context} = this.document
    const numbers: PDFObject[] = []
    const pages = this.document.getPages()
    this.owners.forEach((owners, page) => {
      pages[page]?.node.set(name('StructParents'), PDFNumber.of(page))
      const list = Array.from(owners, (owner) => owner ?? PDFNull)
      numbers.push(PDFNumber.of(page), context.register(context.obj(list)))
    })
    let next = this.owners.length
    for (const [spot, owner] of this.spots) {
      const key = PDFNumber.of(next++)
      context.lookup(spot, PDFDict).set(name('StructParent'), key)
      numbers.push(key, owner)
    }
    const parents = context.register(context.obj({Nums: numbers}))
    return {parents, next}
  }

  private idTree(): PDFRef {
    const {context} = this.document
    const sorted = this.ids.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    const names = sorted.flatMap(([id, ref]) => [pdfText(id), ref])
    return context.register(context.obj({Names: names}))
  }
}

function attributesOf(
  given: Element,
  {context}: PDFDocument
): readonly PDFDict[] {
  const {scope, rowSpan, colSpan, headers, numbering} = given
  const table = context.obj({O: 'Table'})
  if (scope !== undefined) table.set(name('Scope'), name(scope))
  if (rowSpan !== undefined) table.set(name('RowSpan'), PDFNumber.of(rowSpan))
  if (colSpan !== undefined) table.set(name('ColSpan'), PDFNumber.of(colSpan))
  if (headers !== undefined && headers.length > 0) {
    const ids = headers.map((id) => PDFString.of(id))
    table.set(name('Headers'), context.obj(ids))
  }
  const list = context.obj({O: 'List', ListNumbering: numbering ?? 'None'})
  return [
    ...(table.keys().length > 1 ? [table] : []),
    ...(given.type === 'L' ? [list] : [])
  ]
}
