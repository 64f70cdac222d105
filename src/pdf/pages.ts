/** Stage: the pages of a print → what stands on them; and with artifacts marked, back. */
import {
  type PDFDict,
  type PDFDocument,
  type PDFPage,
  PDFRef,
  PDFStream
} from '@cantoo/pdf-lib'
import {type PageContent, readContent} from './content.ts'
import {type Font, readFont} from './font.ts'
import {joined} from './joined.ts'
import {unlatin} from './latin.ts'
import {
  bytesOf,
  dictIn,
  dictOf,
  entry,
  itemsAt,
  name,
  packedStream
} from './objects.ts'
import {type Pieces, pieceKey} from './tables.ts'

/** One page, unpacked. */
export interface ReadPage {
  readonly page: PDFPage
  readonly bytes: Uint8Array
  readonly content: PageContent
}

/** Read all pages; `isOwn` knows the faces of the document's own fonts. */
export function readPages(
  document: PDFDocument,
  isOwn: (face: string) => boolean
): readonly ReadPage[] {
  const known = new Map<PDFDict, Font>()
  return document.getPages().map((page) => {
    const fonts = dictIn(page.node.Resources(), 'Font')
    const fontOf = (called: string): Font | undefined => {
      const dict = dictOf(entry(fonts, called))
      if (!dict) return undefined
      const font = known.get(dict) ?? readFont(dict)
      known.set(dict, font)
      return font
    }
    const bytes = contentOf(page)
    return {page, bytes, content: readContent(bytes, {fontOf, isOwn})}
  })
}

/** The content of a page, of which a file may have several parts. */
export function contentOf(page: PDFPage): Uint8Array {
  const {context} = page.doc
  const parts = itemsAt(page.node, 'Contents').flatMap((part) => {
    const stream = part instanceof PDFRef ? context.lookup(part) : part
    return stream instanceof PDFStream ? [bytesOf(stream)] : []
  })
  const lineFeed = Uint8Array.of(10)
  return joined(parts.flatMap((part) => [part, lineFeed]))
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const layout = '/Artifact <</Type/Layout>> BDC'
const pagination = '/Artifact <</Type/Pagination>> BDC'

/** Mark as artifact what is not text of the document: all that is not among the tagged pieces; `redraw` has the last word. */
export function markArtifacts(
  document: PDFDocument,
  {page, bytes, content}: ReadPage,
  tagged: Pieces,
  redraw: (content: Uint8Array) => Uint8Array
): Uint8Array {
  if (!content.isBalanced)
    throw new Error('A page with marks that are not closed')
  const number = document.getPages().indexOf(page)
  const marks = content.sequences
    .filter(({mcid}) => !tagged.has(pieceKey({page: number, mcid})))
    .map(({start, end, isDecoration}) => ({
      start,
      end,
      text: isDecoration ? layout : pagination
    }))
  const wraps = content.bare.flatMap(({start, end, isText}) => [
    {start, end: start, text: `${isText ? pagination : layout}\n`},
    {start: end, end, text: '\nEMC'}
  ])
  const edited = redraw(apply(bytes, [...marks, ...wraps]))
  const stream = document.context.register(packedStream(document, edited))
  page.node.set(name('Contents'), stream)
  page.node.set(name('Tabs'), name('S'))
  return edited
}

function apply(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const parts: Uint8Array[] = []
  let at = 0
  for (const {start, end, text} of sorted) {
    parts.push(bytes.subarray(at, start), unlatin(text))
    at = end
  }
  parts.push(bytes.subarray(at))
  return joined(parts)
}
