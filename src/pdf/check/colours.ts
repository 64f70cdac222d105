/** The colours: the profile for which they are meant. */
import {PDFDict, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import {latin} from '../latin.ts'
import {bytesOf, entry, itemsAt, nameOf, numberOf} from '../objects.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

const components: Readonly<Record<string, number>> = {
  'RGB ': 3,
  CMYK: 4,
  GRAY: 1
}

/** Check the output intent and its profile. */
export function checkColours({document}: OpenFile, report: Report): void {
  const intents = itemsAt(document.catalog, 'OutputIntents')
    .map((intent) =>
      intent instanceof PDFRef ? document.context.lookup(intent) : intent
    )
    .filter((intent) => intent instanceof PDFDict)
  const forArchive = intents.filter(
    (intent) => nameOf(entry(intent, 'S')) === 'GTS_PDFA1'
  )
  const [intent] = forArchive
  if (!intent)
    report('6.2.3', 'Het bestand zegt niet voor welke kleuren het is')
  if (forArchive.length > 1)
    report('6.2.3', 'Het bestand zegt twee keer voor welke kleuren het is')
  const profile = entry(intent, 'DestOutputProfile')
  if (profile instanceof PDFRawStream) checkProfile(profile, report)
  else if (intent) report('6.2.3', 'Het kleurprofiel ontbreekt')
}

function checkProfile(profile: PDFRawStream, report: Report): void {
  const bytes = bytesOf(profile)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const space = latin(bytes.subarray(16, 20))
  if (
    latin(bytes.subarray(36, 40)) !== 'acsp' ||
    view.getUint32(0) !== bytes.length
  )
    report('6.2.3', 'Het kleurprofiel is geen ICC-profiel')
  if (!['mntr', 'prtr'].includes(latin(bytes.subarray(12, 16))))
    report('6.2.3', 'Het kleurprofiel is voor scherm noch druk')
  if (components[space] !== numberOf(entry(profile.dict, 'N')))
    report(
      '6.2.3',
      'Het kleurprofiel heeft een ander aantal kleuren dan het zegt'
    )
  if (view.getUint8(8) > 4)
    report('6.2.3', 'Het kleurprofiel is van een nieuwere versie')
  // All colours in our documents are red, green and blue.
  if (space !== 'RGB ') report('6.2.4.3', 'Het kleurprofiel is niet voor RGB')
}
