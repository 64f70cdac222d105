/** Ways to break a good PDF, one at a time. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString
} from '@cantoo/pdf-lib'
import {unzlibSync, zlibSync} from 'fflate'

/** Breaks an open document. */
export type Mutation = (document: PDFDocument) => void

const name = (text: string): PDFName => PDFName.of(text)

function dicts({context}: PDFDocument): readonly PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream ? object.dict : object
    )
    .filter((object) => object instanceof PDFDict)
}

function streamAt(dict: PDFDict, key: string): PDFRawStream {
  const stream = dict.lookup(name(key))
  if (stream instanceof PDFRawStream) return stream
  throw new Error(`No stream at ${key}`)
}

function withEntry(
  document: PDFDocument,
  key: string,
  value: string
): readonly PDFDict[] {
  return dicts(document).filter((dict) => dict.get(name(key)) === name(value))
}

function first(document: PDFDocument, key: string, value: string): PDFDict {
  const [found] = withEntry(document, key, value)
  if (!found) throw new Error(`No ${key} ${value}`)
  return found
}

const tag = (document: PDFDocument, type: string): PDFDict =>
  first(document, 'S', type)

/** Turn the first tag of one type into another. */
const turn =
  (from: string, to: string): Mutation =>
  (document) =>
    tag(document, from).set(name('S'), name(to))

const dropFromCatalog =
  (key: string): Mutation =>
  ({catalog}) =>
    catalog.delete(name(key))

const setInCatalog =
  (
    key: string,
    value: PDFObject | Readonly<Record<string, unknown>>
  ): Mutation =>
  ({catalog, context}) =>
    catalog.set(name(key), context.obj(value as never))

/** Change the metadata as text. */
const inXmp =
  (from: string | RegExp, to: string): Mutation =>
  ({catalog, context}) => {
    const old = streamAt(catalog, 'Metadata')
    const text = new TextDecoder().decode(old.getContents())
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`No ${from} in the metadata`)
    const bytes = new TextEncoder().encode(changed)
    const dict = context.obj({
      Type: 'Metadata',
      Subtype: 'XML',
      Length: bytes.length
    })
    catalog.set(
      name('Metadata'),
      context.register(PDFRawStream.of(dict, bytes))
    )
  }

/** Change the content of the second page as text. */
const inContent =
  (from: string | RegExp, to: string): Mutation =>
  (document) => {
    const page = document.getPages()[1]
    const stream = page && streamAt(page.node, 'Contents')
    if (!page || !stream) throw new Error('No second page')
    const text = Buffer.from(unzlibSync(stream.getContents())).toString(
      'latin1'
    )
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`No ${from} in the content`)
    const bytes = zlibSync(Buffer.from(changed, 'latin1'))
    const dict = document.context.obj({
      Filter: 'FlateDecode',
      Length: bytes.length
    })
    page.node.set(
      name('Contents'),
      document.context.register(PDFRawStream.of(dict, bytes))
    )
  }

function nums(document: PDFDocument): PDFArray {
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict)
  return root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
}

/** Something is placed further down than PDF/A-1 has numbers for. */
export const farAway: Mutation = inContent(/^/u, '1 0 0 1 0 -40000 cm ')

/** What each breaks, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'no ID': ({context}) => {
    context.trailerInfo.ID = undefined as unknown as PDFObject
  },
  'no metadata': dropFromCatalog('Metadata'),
  'no output intent': dropFromCatalog('OutputIntents'),
  'no language': dropFromCatalog('Lang'),
  'a language that is none': setInCatalog('Lang', PDFString.of('nl_NL!')),
  'not marked': setInCatalog('MarkInfo', {Marked: false}),
  'doubtful tags': setInCatalog('MarkInfo', {Marked: true, Suspects: true}),
  'title not shown': setInCatalog('ViewerPreferences', {}),
  'no tags': dropFromCatalog('StructTreeRoot'),
  'no page labels': dropFromCatalog('PageLabels'),
  'no bookmarks': dropFromCatalog('Outlines'),
  'a program at opening': setInCatalog('OpenAction', {
    S: 'JavaScript',
    JS: PDFString.of('x')
  }),
  'actions of the document': setInCatalog('AA', {}),
  layers: setInCatalog('OCProperties', {}),
  'a form of XFA': setInCatalog('AcroForm', {XFA: PDFString.of('x')}),
  'programs by name': setInCatalog('Names', {JavaScript: {}}),
  'files inside': setInCatalog('Names', {EmbeddedFiles: {}}),
  'level B': inXmp('conformance>A<', 'conformance>B<'),
  'another part': inXmp('pdfaid:part>2<', 'pdfaid:part>3<'),
  'not UA': inXmp('pdfuaid:part>1<', 'pdfuaid:part>2<'),
  'schema of UA not described': inXmp(
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
    ''
  ),
  'another title': inXmp(/(<dc:title>.*?x-default">)[^<]*/u, '$1'),
  'another producer': inXmp(/(<pdf:Producer>)[^<]*/u, '$1x'),
  'another day': inXmp(/(<xmp:CreateDate>)\d{4}/u, '$11999'),
  'no packet': inXmp('<?xpacket end="r"?>', ''),
  'packed metadata': ({catalog}) =>
    streamAt(catalog, 'Metadata').dict.set(name('Filter'), name('FlateDecode')),
  'a link without words': (d) =>
    first(d, 'Subtype', 'Link').delete(name('Contents')),
  'a hidden link': (d) =>
    first(d, 'Subtype', 'Link').set(name('F'), PDFNumber.of(2)),
  'a link to nowhere': (d) =>
    withEntry(d, 'Subtype', 'Link')
      .find((link) => link.has(name('Dest')))
      ?.set(name('Dest'), name('nergens')),
  'a link in no Link': turn('Link', 'Span'),
  'a link tied to another tag': (d) =>
    first(d, 'Subtype', 'Link').set(name('StructParent'), PDFNumber.of(0)),
  'another kind of annotation': (d) =>
    first(d, 'Subtype', 'Link').set(name('Subtype'), name('Movie')),
  'loose content of an item': turn('LBody', 'NonStruct'),
  'an item outside a list': turn('L', 'Div'),
  'a skipped level': turn('H2', 'H4'),
  'levels and none': turn('H3', 'H'),
  'a type of PDF 2.0': turn('Sect', 'Aside'),
  'an item of contents outside them': turn('TOC', 'Div'),
  'contents of items': turn('TOCI', 'LI'),
  'a row outside a table': turn('Table', 'Div'),
  'a body outside a table': turn('TBody', 'Div'),
  'a cell that is none': turn('TD', 'P'),
  'two heads': turn('TBody', 'THead'),
  'a row too short': (d) => {
    const row = withEntry(d, 'S', 'TR').find(
      (found) => found.lookup(name('K')) instanceof PDFArray
    )
    row?.lookup(name('K'), PDFArray).remove(0)
  },
  'heads that head nothing': (d) => {
    for (const head of withEntry(d, 'S', 'TH')) head.delete(name('A'))
  },
  'a picture without words': turn('P', 'Figure'),
  'notes of one name': (d) => {
    for (const note of withEntry(d, 'S', 'Note'))
      note.set(name('ID'), PDFString.of('n'))
  },
  'a note without a name': (d) => tag(d, 'Note').delete(name('ID')),
  'a language of a part that is none': (d) =>
    tag(d, 'P').set(name('Lang'), PDFString.of('?')),
  'another parent': (d) =>
    tag(d, 'LI').set(
      name('P'),
      d.catalog.get(name('StructTreeRoot')) as PDFObject
    ),
  'a role for a known type': ({catalog, context}) =>
    catalog
      .lookup(name('StructTreeRoot'), PDFDict)
      .set(name('RoleMap'), context.obj({P: 'Span'})),
  'ways back in another order': (d) => {
    const owners = nums(d).lookup(1, PDFArray)
    const [one, other] = [owners.get(1), owners.get(owners.size() - 1)]
    owners.set(1, other)
    owners.set(owners.size() - 1, one)
  },
  'no ways back': (d) =>
    d.catalog
      .lookup(name('StructTreeRoot'), PDFDict)
      .delete(name('ParentTree')),
  'text without a mark': inContent(
    /\/Artifact <<\/Type\/Pagination>> BDC([\s\S]*?)\nEMC/u,
    '$1\n'
  ),
  'a mark that is not closed': inContent(/\nEMC/u, '\n'),
  'an artifact in tagged text': inContent(
    /(\/MCID \d+ ?>> ?BDC)/u,
    '$1 /Artifact BMC EMC'
  ),
  'a number twice': inContent(/\/MCID 2 /u, '/MCID 1 '),
  'colours of print': inContent(/^/u, '0 0 0 1 k\n'),
  'nested too deep': inContent(/^/u, 'q '.repeat(30)),
  'a page in another order': (d) =>
    d.getPages()[0]?.node.set(name('Tabs'), name('R')),
  'a page that acts': (d) =>
    d.getPages()[0]?.node.set(name('AA'), d.context.obj({})),
  'a font that does not read': (d) =>
    first(d, 'Subtype', 'Type0').delete(name('ToUnicode')),
  'a font of other codes': (d) =>
    first(d, 'Subtype', 'Type0').set(name('Encoding'), name('UniJIS-UTF16-H')),
  'a font that is not there': (d) =>
    first(d, 'Type', 'FontDescriptor').delete(name('FontFile2')),
  'glyphs without an order': (d) =>
    first(d, 'Subtype', 'CIDFontType2').delete(name('CIDToGIDMap')),
  'a stream elsewhere': (d) =>
    dicts(d)
      .find((dict) => dict.has(name('Filter')))
      ?.set(name('F'), PDFString.of('elders')),
  'a curve of transfer': (d) =>
    dicts(d)
      .find((dict) => dict.has(name('ca')))
      ?.set(name('TR'), name('Identity')),
  'a profile that is none': ({catalog}) => {
    const intents = catalog.lookup(name('OutputIntents'), PDFArray)
    const profile = streamAt(intents.lookup(0, PDFDict), 'DestOutputProfile')
    profile.dict.set(name('N'), PDFNumber.of(4))
  },
  'a bookmark without words': ({catalog}) =>
    catalog
      .lookup(name('Outlines'), PDFDict)
      .lookup(name('First'), PDFDict)
      .set(name('Title'), PDFString.of(' ')),
  'a bookmark to nowhere': ({catalog}) =>
    catalog
      .lookup(name('Outlines'), PDFDict)
      .lookup(name('First'), PDFDict)
      .delete(name('Dest'))
}
