/** Stage: the links of a document → what a reader who cannot see them is told. */
import {PDFDict, type PDFDocument, PDFNumber} from '@cantoo/pdf-lib'
import {type Element, elementsIn} from './element.ts'
import {dictIn, entry, name, nameOf, pdfText, textOf} from './objects.ts'
import {isNotePlace, noteOf, oneLine, targetOf, type Words} from './words.ts'

/** Say of every link where it leads. */
export function describeLinks(
  document: PDFDocument,
  root: Element,
  words: Words
): void {
  for (const link of elementsIn(root)) {
    if (link.type !== 'Link') continue
    for (const kid of link.kids) {
      if (kid.kind !== 'spot') continue
      const annotation = document.context.lookup(kid.ref, PDFDict)
      const said = describe(link, annotation, words)
      annotation.set(name('Contents'), pdfText(said))
      annotation.set(name('F'), PDFNumber.of(4))
    }
  }
}

function describe(link: Element, annotation: PDFDict, words: Words): string {
  const text = oneLine(words.textOf(link)) || 'hier'
  const target = targetOf(link, words)
  if (target !== undefined) return describeTarget(target, text)
  const address = textOf(entry(dictIn(annotation, 'A'), 'URI')) ?? ''
  if (address === '') return `Ga naar ${text}`
  return text === address
    ? `Ga naar ${address}`
    : `${text} (ga naar ${address})`
}

function describeTarget(target: string, text: string): string {
  if (isNotePlace(target)) return `Noot ${text}`
  return noteOf(target) === undefined
    ? `Ga naar ${text}`
    : `Terug naar de verwijzing naar noot ${text}`
}

/** The name of the place to which an annotation leads, when it is in the document. */
export function targetOfAnnotation(
  annotation: PDFDict | undefined
): string | undefined {
  const dest = entry(annotation, 'Dest') ?? entry(dictIn(annotation, 'A'), 'D')
  return nameOf(dest) ?? textOf(dest)
}
