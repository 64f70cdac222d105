/** The metadata: XMP, and that Info says the same. */
import {PDFRawStream} from '@cantoo/pdf-lib'
import {dictOf, entry, nameOf, textOf} from '../objects.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

/** Check the XMP packet. */
export function checkMetadata(file: OpenFile, report: Report): void {
  const metadata = entry(file.document.catalog, 'Metadata')
  const isXml =
    metadata instanceof PDFRawStream &&
    nameOf(entry(metadata.dict, 'Type')) === 'Metadata' &&
    nameOf(entry(metadata.dict, 'Subtype')) === 'XML'
  if (!isXml) {
    report('6.6.2.1', 'Het bestand heeft geen metagegevens')
    return
  }
  if (entry(metadata.dict, 'Filter'))
    report('6.6.2.1', 'De metagegevens zijn ingepakt')
  const packet = new TextDecoder().decode(metadata.getContents())
  checkPacket(packet, report)
  checkNorms(packet, file, report)
  checkSchemas(packet, report)
  checkInfo(packet, file, report)
}

function checkPacket(packet: string, report: Report): void {
  const head = /^<\?xpacket begin=[^>]*>/u.exec(packet.replace(/^\uFEFF/u, ''))
  if (!head) report('6.6.2.1', 'De metagegevens beginnen niet als pakket')
  else if (/\b(?:bytes|encoding)=/u.test(head[0]))
    report('6.6.2.1', 'De kop van het pakket heeft verouderde gegevens')
  if (!/<\?xpacket end=/u.test(packet))
    report('6.6.2.1', 'De metagegevens eindigen niet als pakket')
}

function valueIn(packet: string, tag: string): string | undefined {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`, 'u').exec(packet)?.[1]
}

function checkNorms(packet: string, {flavour}: OpenFile, report: Report): void {
  if (valueIn(packet, 'pdfaid:part') !== flavour.slice(0, 1))
    report('6.6.4', `Het bestand zegt niet dat het PDF/A-${flavour} is`)
  if (valueIn(packet, 'pdfaid:conformance') !== 'A')
    report('6.6.4', 'Het bestand zegt niet dat het aan niveau A voldoet')
  if (valueIn(packet, 'pdfuaid:part') !== '1')
    report('UA 5', 'Het bestand zegt niet dat het PDF/UA-1 is')
  if (!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]/u.test(packet))
    report('UA 7.1', 'De metagegevens hebben geen titel')
  if (!/<dc:language>\s*<rdf:Bag>\s*<rdf:li>[^<]/u.test(packet))
    report('own', 'De metagegevens hebben geen taal')
}

/** Schemas that PDF/A knows itself. */
const known = new Set([
  ...['x', 'rdf', 'dc', 'xmp', 'pdf', 'pdfaid', 'xmpMM', 'xmpRights'],
  ...['pdfaExtension', 'pdfaSchema', 'pdfaProperty', 'pdfaType', 'pdfaField']
])

function checkSchemas(packet: string, report: Report): void {
  const used = new Set(
    [...packet.matchAll(/<([a-zA-Z]+):/gu)].map(([, prefix = '']) => prefix)
  )
  for (const prefix of used) {
    if (known.has(prefix)) continue
    const isDescribed = packet.includes(
      `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`
    )
    if (!isDescribed)
      report('6.6.2.3', `Het schema \`${prefix}\` is niet beschreven`)
  }
}

const pairs: readonly (readonly [info: string, xmp: string])[] = [
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer']
]

function checkInfo(packet: string, {document}: OpenFile, report: Report): void {
  const info = dictOf(
    document.context.lookup(document.context.trailerInfo.Info)
  )
  const plain = packet
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  for (const [key, tag] of pairs) {
    const text = textOf(entry(info, key))
    if (text !== undefined && valueIn(packet, tag) !== text)
      report('6.6.3', `Info en metagegevens verschillen over \`${key}\``)
  }
  const title = textOf(entry(info, 'Title'))
  if (title !== undefined && !plain.includes(`>${title}</rdf:li>`))
    report('6.6.3', 'Info en metagegevens verschillen over de titel')
  const made = textOf(entry(info, 'CreationDate')) ?? ''
  const day = /^D:(\d{4})(\d\d)(\d\d)/u.exec(made)?.slice(1).join('-')
  if (valueIn(packet, 'xmp:CreateDate')?.slice(0, 10) !== day)
    report('6.6.3', 'Info en metagegevens verschillen over de dag')
}
