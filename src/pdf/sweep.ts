/** Stage: a file → the same file without what nothing points at any more. */
import {
  PDFArray,
  type PDFDocument,
  type PDFObject,
  PDFRef
} from '@cantoo/pdf-lib'
import {dictOf, keyOf} from './objects.ts'

/** Delete all objects that cannot be reached from the trailer. */
export function sweep({context}: PDFDocument): void {
  const reached = new Set<string>()
  const {Root, Info} = context.trailerInfo
  const waiting: PDFObject[] = [Root, Info].filter((ref) => ref !== undefined)
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (!(at instanceof PDFRef)) {
      waiting.push(...partsOf(at))
      continue
    }
    if (reached.has(keyOf(at))) continue
    reached.add(keyOf(at))
    const value = context.lookup(at)
    if (value) waiting.push(value)
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(keyOf(ref))) context.delete(ref)
  }
}

function partsOf(value: PDFObject): readonly PDFObject[] {
  if (value instanceof PDFArray) return value.asArray()
  return dictOf(value)?.values() ?? []
}
