/** XML → one whole text, by the vocabulary that its root names. */
import type {ImportedText} from '../../imported.ts'
import {isTooLong, lineAndColumn, type Refusal, tooLong} from '../bytes.ts'
import type {Ledger} from '../source.ts'
import {readBwb} from './bwb.ts'
import {readCvdr} from './cvdr.ts'
import {readOp} from './op.ts'
import {parseXml, textsIn, type XmlElement} from './tree.ts'

const known: Readonly<
  Record<string, (root: XmlElement, ledger: Ledger) => ImportedText | Refusal>
> = {toestand: readBwb, cvdr: readCvdr, 'officiele-publicatie': readOp}

const told: Readonly<Record<string, string>> = {
  'wetstechnische-informatie':
    'Dit is de wetstechnische informatie (WTI) bij een regeling; geef het bestand met de toestand zelf',
  work: 'Dit is een manifest van het Basiswettenbestand; geef een toestand die daarin wordt genoemd',
  metadata_gegevens:
    'Dit zijn de metagegevens van een bekendmaking; geef het bestand met de tekst',
  'owms-metadata':
    'Dit zijn de metagegevens van een bekendmaking; geef het bestand met de tekst',
  searchRetrieveResponse:
    'Dit is een zoekresultaat; haal de regeling op die erin wordt genoemd',
  record:
    'Dit is een zoekresultaat; haal de regeling op die erin wordt genoemd',
  AanleveringBesluit:
    'Dit is een aanlevering in STOP, en die is hier nog niet te lezen; geef CVDR, BWB of platte tekst'
}

/** Read an XML file, or say why it cannot be. */
export function readXml(ledger: Ledger): ImportedText | Refusal {
  const {source} = ledger
  const root = parseXml(source.text)
  if ('message' in root) return root
  const length = textsIn(root).reduce((sum, {text}) => sum + text.length, 0)
  if (isTooLong(length)) return refuse(source.text, root, tooLong)
  const read = Object.hasOwn(known, root.name) ? known[root.name] : undefined
  if (read) {
    const text = read(root, ledger)
    return 'message' in text || text.units.length > 0
      ? text
      : refuse(
          source.text,
          root,
          'In dit bestand staat geen bepaling; ga na of het de regeling zelf is'
        )
  }
  const reason = Object.hasOwn(told, root.name)
    ? told[root.name]
    : `XML met als buitenste element \`${root.fullName}\` is hier niet te lezen; geef CVDR, een toestand uit het Basiswettenbestand, een bekendmaking met een regeling, of platte tekst`
  return refuse(source.text, root, reason ?? '')
}

function refuse(text: string, {start}: XmlElement, message: string): Refusal {
  return {...lineAndColumn(text, start), message}
}
