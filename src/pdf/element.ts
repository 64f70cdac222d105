/** The tags of a PDF, as a tree of plain values that stages of the printing hand on. */
import type {PDFRef} from '@cantoo/pdf-lib'

/** A piece of a page's content that carries a number. */
export interface Piece {
  readonly kind: 'piece'
  /** Counted from 0. */
  readonly page: number
  readonly mcid: number
}

/** A place on a page that can be clicked. */
export interface Spot {
  readonly kind: 'spot'
  readonly page: number
  readonly ref: PDFRef
}

/** One tag with all that stands in it. */
export interface Element {
  readonly kind: 'element'
  readonly type: string
  readonly kids: readonly Kid[]
  readonly alt?: string | undefined
  readonly actualText?: string | undefined
  readonly lang?: string | undefined
  readonly id?: string | undefined
  readonly scope?: 'Row' | 'Column' | 'Both' | undefined
  readonly rowSpan?: number | undefined
  readonly colSpan?: number | undefined
  /** Ids of the head cells of a cell. */
  readonly headers?: readonly string[] | undefined
  readonly numbering?: string | undefined
  /** What the browser called it; its outline points there. */
  readonly origin?: PDFRef | undefined
}

/** What can stand in an element. */
export type Kid = Element | Piece | Spot

/** A new element. */
export function element(
  type: string,
  kids: readonly Kid[],
  rest: Partial<Element> = {}
): Element {
  return {...rest, kind: 'element', type, kids}
}

/** All elements in the order of the document, the outermost first. */
export function* elementsIn(kid: Kid): Generator<Element> {
  if (kid.kind !== 'element') return
  yield kid
  for (const inner of kid.kids) yield* elementsIn(inner)
}

/** All pieces of content, in the order of the document. */
export function* piecesIn(kid: Kid): Generator<Piece> {
  if (kid.kind === 'piece') yield kid
  if (kid.kind !== 'element') return
  for (const inner of kid.kids) yield* piecesIn(inner)
}

/** The elements that stand right in this one. */
export function childrenOf({kids}: Element): readonly Element[] {
  return kids.filter((kid) => kid.kind === 'element')
}

/** The same tree with each element replaced, the innermost first. */
export function mapElements(
  root: Element,
  change: (element: Element) => Element
): Element {
  const kids = root.kids.map((kid) =>
    kid.kind === 'element' ? mapElements(kid, change) : kid
  )
  return change({...root, kids})
}
