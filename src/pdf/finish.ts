/**
 * Stage: what a browser printed → a document for the record: PDF/A and PDF/UA-1.
 *
 * Pure: bytes in, bytes out. Clock, counters and the order of a run leave no
 * trace, so that the same print gives the same bytes. Words, their order and
 * what is seen on the pages stay as they are.
 */
import {type PDFDocument, PDFHexString, type PDFRef} from '@cantoo/pdf-lib'
import {hashBytes} from '../hash/sha256.ts'
import type {IsoDate} from '../model.ts'
import {attach} from './attach.ts'
import {numbered, withRoom} from './checksum.ts'
import {describeDocument} from './describe.ts'
import {type Element, elementsIn, type Kid, piecesIn} from './element.ts'
import type {Attachment, Flavour} from './flavour.ts'
import {listGlyphs} from './glyph-set.ts'
import {type MissingGlyph, missingGlyphs} from './glyphs.ts'
import {levelHeadings} from './headings.ts'
import {joined} from './joined.ts'
import {describeLinks, targetOfAnnotation} from './links.ts'
import {shapeLists} from './lists.ts'
import {nearContent} from './near.ts'
import {dictIn, dictOf, keyOf, openPdf} from './objects.ts'
import {mendOutline} from './outline.ts'
import {markArtifacts, type ReadPage, readPages} from './pages.ts'
import {readTree} from './read-tree.ts'
import {saveFile} from './save.ts'
import {shape} from './shape.ts'
import {sweep} from './sweep.ts'
import {type Pieces, pieceKey, repeatedHeads, shapeTables} from './tables.ts'
import type {Words} from './words.ts'
import {writeTree} from './write-tree.ts'

/** What a document is, as far as its print does not tell. */
export interface Finish {
  /** Stands for the clock. */
  readonly date?: IsoDate
  /** The HTML that was printed: it says which characters a box stands for, and in which languages parts are. */
  readonly html: string
  /** How the names of the document's own fonts begin. */
  readonly families: readonly string[]
  readonly flavour?: Flavour
  readonly description?: string
  /** What identifies the text, by names of letters. */
  readonly about?: ReadonlyMap<string, string>
  readonly attachments?: readonly Attachment[]
}

/** A finished document, or one that lacks glyphs and must not go out. */
export interface Finished {
  readonly pdf: Uint8Array
  readonly missing: readonly MissingGlyph[]
}

/** Make a document for the record of what a browser printed. */
export async function finishPdf(
  print: Uint8Array,
  finish: Finish
): Promise<Finished> {
  const document = await openPdf(print)
  const isOwn = (face: string): boolean =>
    finish.families.some((family) => face.startsWith(family))
  const pages = readPages(document, isOwn)
  const oddities = pages.flatMap(({content}) => content.oddities)
  const words = wordsOf(document, pages)
  const tree = treeOf(document, pages, finish, words)
  const tagged: Pieces = new Set([...piecesIn(tree)].map(pieceKey))
  const flavour = finish.flavour ?? '2a'
  const contents = pages.map((page) =>
    markArtifacts(document, page, tagged, (content) =>
      flavour === '1a' ? nearContent(content) : content
    )
  )
  describeLinks(document, tree, words)
  mendOutline(document, tree, words, writeTree(document, tree))
  const packet = describeDocument(document, {
    ...finish,
    flavour,
    about: withRoom(finish.about)
  })
  if (flavour === '1a') listGlyphs(document)
  if (flavour === '3a') attach(document, finish.attachments ?? [], finish.date)
  sweep(document)
  const id = PDFHexString.of(
    hashBytes(joined([packet, ...contents])).slice(0, 32)
  )
  document.context.trailerInfo.ID = document.context.obj([id, id])
  const layout = flavour === '1a' ? 'plain' : 'packed'
  const pdf = numbered(saveFile(document, layout))
  return {pdf, missing: missingGlyphs(oddities, finish.html)}
}

function treeOf(
  document: PDFDocument,
  pages: readonly ReadPage[],
  {html, flavour}: Finish,
  words: Words
): Element {
  const root = dictIn(document.catalog, 'StructTreeRoot')
  if (!root) throw new Error('A print without tags')
  const numbers = new Map(pages.map(({page}, at) => [keyOf(page.ref), at]))
  const langs = partLanguages(html)
  const read = readTree(root, numbers, langs)
  requireAll(langs, read)
  const bare = withoutArtifacts(read, pages)
  const shaped = shapeTables(shapeLists(shape(bare), words), {
    // PDF/A-1 knows no groups of rows.
    hasGroups: flavour !== '1a'
  })
  return levelHeadings(shaped)
}

/** The languages of the emphasized parts of a document, in order. */
export function partLanguages(html: string): readonly (string | undefined)[] {
  const tags =
    html.match(/<(?:em\b|[a-z]+\b[^>]*\brole="emphasis")[^>]*>/gu) ?? []
  return tags.map((tag) => /\blang="([^"]*)"/u.exec(tag)?.[1])
}

/** A part that the browser does not tag would give its language to the next one. */
function requireAll(
  langs: readonly (string | undefined)[],
  read: Element
): void {
  const tagged = [...elementsIn(read)].filter(({type}) => type === 'Em').length
  const isTold = langs.some((lang) => lang !== undefined)
  if (isTold && tagged !== langs.length)
    throw new Error(
      `${langs.length} emphasized parts, ${tagged} of them tagged`
    )
}

/** Without what only decorates, and without heads of tables that were repeated. */
function withoutArtifacts(root: Element, pages: readonly ReadPage[]): Element {
  const repeated = repeatedHeads(root)
  const decorations = new Set(
    pages.flatMap(({content}, page) =>
      content.sequences
        .filter(({isDecoration}) => isDecoration)
        .map(({mcid}) => pieceKey({page, mcid}))
    )
  )
  const pictures = new Set(
    [...elementsIn(root)]
      .filter(({type, alt}) => type === 'Figure' && alt !== undefined)
      .flatMap((figure) => [...piecesIn(figure)].map(pieceKey))
  )
  const isText = (kid: Kid): boolean => {
    if (kid.kind !== 'piece') return true
    const key = pieceKey(kid)
    return !repeated.has(key) && (!decorations.has(key) || pictures.has(key))
  }
  const visit = (element: Element): Element => ({
    ...element,
    kids: element.kids
      .filter(isText)
      .map((kid) => (kid.kind === 'element' ? visit(kid) : kid))
  })
  return visit(root)
}

function wordsOf(document: PDFDocument, pages: readonly ReadPage[]): Words {
  const texts = new Map<string, string>()
  pages.forEach(({content}, page) => {
    for (const {mcid, text} of content.sequences)
      texts.set(pieceKey({page, mcid}), text)
  })
  const textOf = (kid: Kid): string =>
    kid.kind === 'element'
      ? kid.kids.map(textOf).join('')
      : kid.kind === 'piece'
        ? (texts.get(pieceKey(kid)) ?? '')
        : ''
  return {
    textOf,
    targetOf: (ref: PDFRef) =>
      targetOfAnnotation(dictOf(document.context.lookup(ref)))
  }
}
