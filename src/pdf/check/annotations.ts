/** What can be clicked: seen, printed, described and tagged. */
import {PDFDict as Dict, type PDFDict, PDFRef} from '@cantoo/pdf-lib'
import {targetOfAnnotation} from '../links.ts'
import {
  dictIn,
  entry,
  itemsAt,
  keyOf,
  nameOf,
  numberOf,
  textOf
} from '../objects.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'
import type {Tag} from './tags.ts'

/** Flags of an annotation. */
const hidden = 1 | 2 | 32 | 256
const print = 4

/** Check the annotations of every page. */
export function checkAnnotations(file: OpenFile, report: Report): void {
  const owners = new Map(
    file.tags?.all.flatMap((tag) =>
      tag.objects.map((object) => [object, tag] as const)
    )
  )
  for (const page of file.document.getPages()) {
    for (const item of itemsAt(page.node, 'Annots')) {
      const value =
        item instanceof PDFRef ? file.document.context.lookup(item) : item
      if (!(value instanceof Dict)) continue
      checkLooks(value, report)
      checkOwner(value, {owner: owners.get(keyOf(item)), file, report})
      checkTarget(value, file, report)
    }
  }
}

function checkLooks(annotation: PDFDict, report: Report): void {
  const kind = nameOf(entry(annotation, 'Subtype'))
  // Our documents have links alone.
  if (kind !== 'Link') report('6.3.1', `Er staat een ${kind} op een bladzijde`)
  const flags = numberOf(entry(annotation, 'F')) ?? 0
  if ((flags & print) === 0 || (flags & hidden) !== 0)
    report('6.3.2', 'Een koppeling is niet te zien of niet te printen')
  if (entry(annotation, 'AA'))
    report('6.5.2', 'Een koppeling doet iets uit zichzelf')
  if (!textOf(entry(annotation, 'Contents')))
    report('UA 7.18.5', 'Een koppeling zegt niet waar zij heen gaat')
}

interface Owned {
  readonly owner: Tag | undefined
  readonly file: OpenFile
  readonly report: Report
}

function checkOwner(annotation: PDFDict, {owner, file, report}: Owned): void {
  if (!owner) {
    report('UA 7.18.5', 'Een koppeling hoort bij geen tag')
    return
  }
  if (owner.type !== 'Link')
    report('UA 7.18.5', `Een koppeling staat in een ${owner.type}`)
  const number = numberOf(entry(annotation, 'StructParent')) ?? -1
  if (keyOf(file.tags?.parents.get(number)) !== owner.key)
    report('6.7.3', 'Een koppeling wijst naar een andere tag')
}

/** A link into the document leads somewhere. */
function checkTarget(
  annotation: PDFDict,
  {document}: OpenFile,
  report: Report
): void {
  const target = targetOfAnnotation(annotation)
  if (target === undefined) return
  const places = dictIn(document.catalog, 'Dests')
  if (!entry(places, target))
    report('own', `Een koppeling leidt naar \`${target}\`, dat er niet is`)
}
