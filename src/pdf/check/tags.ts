/** The tags of a file as they stand there, with whatever is wrong with them. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFNumber,
  type PDFObject,
  PDFRef
} from '@cantoo/pdf-lib'
import {
  dictIn,
  dictOf,
  entry,
  itemsAt,
  keyOf,
  name,
  nameOf,
  numberOf
} from '../objects.ts'
import type {Report} from './fault.ts'

/** One tag. */
export interface Tag {
  readonly type: string
  readonly dict: PDFDict
  readonly key: string
  readonly parent: Tag | undefined
  readonly kids: readonly Tag[]
  /** Pieces of content right in it, as `page key:mcid`. */
  readonly pieces: readonly string[]
  /** Annotations right in it. */
  readonly objects: readonly string[]
}

/** All tags of a file. */
export interface Tags {
  readonly root: PDFDict
  readonly all: readonly Tag[]
  readonly top: readonly Tag[]
  /** What the tree of parents says, by number. */
  readonly parents: ReadonlyMap<number, PDFObject>
}

/** Read the tags; nothing when there are none. */
export function readTags(
  document: PDFDocument,
  report: Report
): Tags | undefined {
  const {catalog} = document
  const root = dictIn(catalog, 'StructTreeRoot')
  if (!root) {
    report('6.7.3.3', 'Het bestand heeft geen tags')
    return undefined
  }
  const reading: Reading = {document, report, all: [], seen: new Set()}
  const rootKey = keyOf(catalog.get(name('StructTreeRoot')))
  const place = {parent: undefined, parentKey: rootKey, page: undefined}
  const top = itemsAt(root, 'K').flatMap((kid) => readTag(kid, place, reading))
  const parents = new Map<number, PDFObject>()
  readNumbers(dictIn(root, 'ParentTree'), parents)
  return {root, all: reading.all, top, parents}
}

interface Reading {
  readonly document: PDFDocument
  readonly report: Report
  readonly all: Tag[]
  readonly seen: Set<PDFDict>
}

interface Place {
  readonly parent: Tag | undefined
  readonly parentKey: string
  readonly page: string | undefined
}

interface Open extends Tag {
  readonly kids: Tag[]
  readonly pieces: string[]
  readonly objects: string[]
}

function readTag(
  kid: PDFObject,
  {parent, parentKey, page}: Place,
  reading: Reading
): readonly Tag[] {
  const dict = followed(kid, reading)
  if (!dict || reading.seen.has(dict)) {
    reading.report('6.7.3.3', 'De boom van tags heeft een gat of een kring')
    return []
  }
  reading.seen.add(dict)
  const type = nameOf(entry(dict, 'S')) ?? ''
  if (keyOf(dict.get(name('P'))) !== parentKey)
    reading.report('6.7.3.3', `Een ${type} noemt een andere ouder`)
  const tag: Open = {
    type,
    dict,
    key: keyOf(kid),
    parent,
    kids: [],
    pieces: [],
    objects: []
  }
  reading.all.push(tag)
  const own = dict.get(name('Pg'))
  const at = own === undefined ? page : keyOf(own)
  for (const inner of itemsAt(dict, 'K'))
    readKid(inner, tag, {page: at, reading})
  return [tag]
}

function followed(kid: PDFObject, {document}: Reading): PDFDict | undefined {
  return dictOf(kid instanceof PDFRef ? document.context.lookup(kid) : kid)
}

interface Around {
  readonly page: string | undefined
  readonly reading: Reading
}

function readKid(kid: PDFObject, tag: Open, {page, reading}: Around): void {
  const {context} = reading.document
  const value = kid instanceof PDFRef ? context.lookup(kid) : kid
  if (value instanceof PDFNumber) {
    tag.pieces.push(`${page}:${value.asNumber()}`)
    return
  }
  const dict = dictOf(value)
  const kind = nameOf(entry(dict, 'Type'))
  const own = dict?.get(name('Pg'))
  const at = own === undefined ? page : keyOf(own)
  if (kind === 'MCR') tag.pieces.push(`${at}:${numberOf(entry(dict, 'MCID'))}`)
  else if (kind === 'OBJR') tag.objects.push(keyOf(dict?.get(name('Obj'))))
  else {
    const place = {parent: tag, parentKey: tag.key, page: at}
    tag.kids.push(...readTag(kid, place, reading))
  }
}

function readNumbers(
  tree: PDFDict | undefined,
  found: Map<number, PDFObject>
): void {
  const items = itemsAt(tree, 'Nums')
  items.forEach((value, at) => {
    const number = at % 2 === 1 ? numberOf(items[at - 1]) : undefined
    if (number !== undefined) found.set(number, value)
  })
  const kids = entry(tree, 'Kids')
  if (!(kids instanceof PDFArray)) return
  for (let at = 0; at < kids.size(); at++) {
    const kid = kids.lookup(at)
    if (kid instanceof PDFDict) readNumbers(kid, found)
  }
}
