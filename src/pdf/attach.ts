/** Stage: files → what travels inside a PDF/A-3a. */
import {type PDFDocument, PDFName, type PDFRef} from '@cantoo/pdf-lib'
import type {IsoDate} from '../model.ts'
import type {Attachment} from './flavour.ts'
import {name, packedStream, pdfText} from './objects.ts'

/** Put the sources of a document into it, each by its own name. */
export function attach(
  document: PDFDocument,
  attachments: readonly Attachment[],
  date: IsoDate | undefined
): void {
  if (attachments.length === 0) return
  const {catalog, context} = document
  const sorted = attachments.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const files = sorted.map((file) => fileOf(document, file, date))
  const named = sorted.flatMap(({name: called}, at) => [
    pdfText(called),
    files[at] ?? context.obj(null)
  ])
  const embedded = context.register(context.obj({Names: named}))
  catalog.set(name('Names'), context.obj({EmbeddedFiles: embedded}))
  catalog.set(name('AF'), context.obj(files))
}

function fileOf(
  document: PDFDocument,
  {name: called, text}: Attachment,
  date: IsoDate | undefined
): PDFRef {
  const {context} = document
  const bytes = new TextEncoder().encode(text)
  const stream = packedStream(document, bytes, {
    Type: 'EmbeddedFile',
    Subtype: PDFName.of('text/markdown'),
    Params: context.obj({
      Size: bytes.length,
      ...(date !== undefined && {
        ModDate: pdfText(`D:${date.replaceAll('-', '')}000000+00'00'`)
      })
    })
  })
  const ref = context.register(stream)
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: pdfText(called),
      UF: pdfText(called),
      Desc: pdfText('Bron van deze tekst in Markdown'),
      AFRelationship: 'Source',
      EF: context.obj({F: ref, UF: ref})
    })
  )
}
