/** HTML → a document for the record, by way of the browser. */
import type {IsoDate} from '../model.ts'
import {pagesOfAnchors} from '../pdf/destinations.ts'
import type {Attachment, Flavour} from '../pdf/flavour.ts'
import {GlyphError} from '../pdf/glyph-error.ts'
import {withoutIdleFonts} from './idle-fonts.ts'

/** Prints HTML as a browser does, in as many rounds as its page numbers take. */
export type Print = (
  html: string,
  options: {
    readonly pagesOf: (print: Uint8Array) => ReadonlyMap<string, number>
  }
) => Promise<Uint8Array>

/** What a printed document is, beside its HTML. */
export interface Paper {
  readonly html: string
  /** Stands for the clock; absent where the text is of no day. */
  readonly date?: IsoDate
  readonly description?: string
  /** What identifies the text: regeling, geldig, zicht, tekst (its hash). */
  readonly about?: ReadonlyMap<string, string>
  /** PDF/A-2a when absent; each of them is PDF/UA-1 too. */
  readonly flavour?: Flavour
  /** Files that a PDF/A-3a carries. */
  readonly attachments?: readonly Attachment[]
  /** Where a character stands in the sources, as `path:line:column`. */
  readonly placeOf?: (character: string) => string | undefined
}

/** How the names of the fonts begin that the host gives. */
const families = ['NotoSerif', 'NotoSans']

/**
 * Print a document: PDF/A and PDF/UA-1, the same bytes for the same paper and
 * browser. Throws a {@link GlyphError} when its fonts lack a character.
 */
export async function printDocument(
  paper: Paper,
  print: Print
): Promise<Uint8Array> {
  // The library for PDF is large; it is read while the browser works.
  const html = withoutIdleFonts(paper.html)
  const [{finishPdf}, printed] = await Promise.all([
    import('../pdf/finish.ts'),
    print(html, {pagesOf: pagesOfAnchors})
  ])
  const {pdf, missing} = await finishPdf(printed, {...paper, families})
  if (missing.length > 0) throw new GlyphError(missing, paper.placeOf)
  return pdf
}
