/** Stage: the bytes of a PDF → the words that are drawn in it, in the order of its tags. */
import type {PDFDocument} from '@cantoo/pdf-lib'
import {piecesIn} from './element.ts'
import {dictIn, keyOf, openPdf} from './objects.ts'
import {readPages} from './pages.ts'
import {readTree} from './read-tree.ts'
import {pieceKey} from './tables.ts'

/**
 * All tagged text, nothing between the pieces; running heads have no tags.
 * Nothing when the file cannot be read: other programs write what ours never do.
 */
export async function drawnText(file: Uint8Array): Promise<string | undefined> {
  try {
    return textOf(await openPdf(file))
  } catch {
    return undefined
  }
}

function textOf(document: PDFDocument): string | undefined {
  const root = dictIn(document.catalog, 'StructTreeRoot')
  if (!root) return undefined
  const pages = readPages(document, () => true)
  const numbers = new Map(pages.map(({page}, at) => [keyOf(page.ref), at]))
  const texts = new Map<string, string>()
  pages.forEach(({content}, page) => {
    for (const {mcid, text} of content.sequences)
      texts.set(pieceKey({page, mcid}), text)
  })
  const pieces = [...piecesIn(readTree(root, numbers, []))]
  return pieces.map((piece) => texts.get(pieceKey(piece)) ?? '').join('')
}
