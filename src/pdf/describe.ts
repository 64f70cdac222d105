/** Stage: a document → what it says of itself: title, language, days, norms, colours. */
import {PDFDict, type PDFDocument, PDFRawStream} from '@cantoo/pdf-lib'
import type {IsoDate} from '../model.ts'
import type {Flavour} from './flavour.ts'
import {
  dictIn,
  dictOf,
  entry,
  name,
  packedStream,
  pdfText,
  textOf
} from './objects.ts'
import {srgbProfile} from './profile.ts'
import {xmp} from './xmp.ts'

/** What is not in the print. */
interface Description {
  readonly date?: IsoDate
  readonly flavour: Flavour
  readonly description?: string
  readonly about?: ReadonlyMap<string, string>
}

const creator = 'caoc'
const fallbackLanguage = 'nl-NL'

/** Write all that identifies the document; gives the bytes of the metadata. */
export function describeDocument(
  document: PDFDocument,
  given: Description
): Uint8Array {
  const {catalog, context} = document
  const info = dictOf(context.lookup(context.trailerInfo.Info))
  const title = textOf(entry(info, 'Title')) ?? ''
  const language = textOf(entry(catalog, 'Lang')) || fallbackLanguage
  const engine = textOf(entry(info, 'Producer')) ?? ''
  const producer = engine.startsWith(creator) ? engine : `${creator}, ${engine}`
  writeInfo(document, {title, producer, date: given.date})
  const packet = new TextEncoder().encode(
    xmp({
      flavour: given.flavour,
      title,
      language,
      time: given.date && `${given.date}T00:00:00+00:00`,
      creator,
      producer,
      description: given.description,
      about: given.about ?? new Map()
    })
  )
  const metadata = PDFRawStream.of(
    context.obj({Type: 'Metadata', Subtype: 'XML', Length: packet.length}),
    packet
  )
  catalog.set(name('Metadata'), context.register(metadata))
  catalog.set(name('Lang'), pdfText(language))
  writeCatalog(document)
  return packet
}

interface InfoEntries {
  readonly title: string
  readonly producer: string
  readonly date: IsoDate | undefined
}

function writeInfo(
  {context}: PDFDocument,
  {title, producer, date}: InfoEntries
): void {
  const info = PDFDict.withContext(context)
  info.set(name('Title'), pdfText(title))
  info.set(name('Creator'), pdfText(creator))
  info.set(name('Producer'), pdfText(producer))
  if (date !== undefined) {
    const day = pdfText(`D:${date.replaceAll('-', '')}000000+00'00'`)
    info.set(name('CreationDate'), day)
    info.set(name('ModDate'), day)
  }
  context.trailerInfo.Info = context.register(info)
}

function writeCatalog(document: PDFDocument): void {
  const {catalog, context} = document
  const profile = packedStream(document, srgbProfile(), {N: 3})
  const sRgb = 'sRGB IEC61966-2.1'
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: pdfText(sRgb),
    Info: pdfText(sRgb),
    DestOutputProfile: context.register(profile)
  })
  catalog.set(name('OutputIntents'), context.obj([context.register(intent)]))
  catalog.set(name('MarkInfo'), context.obj({Marked: true}))
  const viewer = dictIn(catalog, 'ViewerPreferences') ?? context.obj({})
  viewer.set(name('DisplayDocTitle'), context.obj(true))
  catalog.set(name('ViewerPreferences'), viewer)
  const labels = context.obj({Nums: [0, {S: 'D'}]})
  catalog.set(name('PageLabels'), labels)
}
