/** BWB toestand: the official consolidated text of national law on one day. */
import {defined} from '../../../defined.ts'
import {isoDate} from '../../../time/days.ts'
import type {ImportedText} from '../../imported.ts'
import type {Ledger} from '../source.ts'
import {afterTitle, leaveOthers} from './desk.ts'
import {wordsIn} from './head.ts'
import {childOf, findElement, type XmlElement} from './tree.ts'
import {type OriginOf, readUnits} from './units.ts'

/** Read a toestand; its expressions of one day are told apart by a number. */
export function readBwb(root: XmlElement, ledger: Ledger): ImportedText {
  const wetgeving = childOf(root, 'wetgeving') ?? root
  const intitule = childOf(wetgeving, 'intitule')
  const citeer = childOf(wetgeving, 'citeertitel')
  const titel = intitule ? wordsIn([intitule], ledger) : ''
  const citeertitel = citeer ? wordsIn([citeer], ledger) : ''
  const {source, leftOut, repairs} = ledger
  if (wetgeving !== root) {
    leaveOthers(root, (node) => node === wetgeving, ledger, 'metagegeven')
  }
  const rest = afterTitle(wetgeving.children, [intitule, citeer], ledger)
  const units = readUnits(rest, {ledger, originOf: originOfBwb})
  return {
    file: source.file,
    format: 'bwb',
    ...defined({
      identifier: root.attributes['bwb-id'],
      citeertitel: citeertitel === '' ? undefined : citeertitel,
      ...momentOf(root, source.file)
    }),
    titel: titel === '' ? citeertitel : titel,
    units,
    leftOut,
    repairs
  }
}

/** `…/BWBR0002629/2012-07-01/2`, or the name of the file. */
function momentOf(
  {attributes}: XmlElement,
  file: string
): {
  geldig?: ImportedText['geldig']
  expression?: number | undefined
} {
  const part = /\/(\d{4}-\d{2}-\d{2})\/(\d{1,3})$/u.exec(
    attributes['bwb-ng-vast-deel'] ?? ''
  )
  const name = /(\d{4}-\d{2}-\d{2})(?:_(\d{1,3}))?\.xml$/iu.exec(file)
  const day = attributes.inwerkingtreding ?? part?.[1] ?? name?.[1]
  const number = part?.[2] ?? name?.[2]
  const geldig = day === undefined ? undefined : isoDate(day)
  return {
    ...(geldig && {geldig}),
    expression: number === undefined ? undefined : Number(number)
  }
}

const originOfBwb: OriginOf = (element) => {
  const {attributes} = element
  const own = childOf(childOf(element, 'meta-data'), 'brondata')
  const back = findElement(
    childOf(own, 'inwerkingtreding'),
    'terugwerkend.datum'
  )
  const origin = defined({
    publication: publicationOf(attributes.bron),
    signed: dayOf(attributes.ondertekening_bron),
    inwerking: dayOf(attributes.inwerking),
    retroactive: dayOf(back?.attributes.isodatum)
  })
  return {
    origin: Object.keys(origin).length > 0 ? origin : undefined,
    identity: attributes['stam-id'] ?? attributes['label-id']
  }
}

function dayOf(written: string | undefined) {
  return written === undefined ? undefined : isoDate(written)
}

/** `Stb.2006-682` → `Stb. 2006, 682`. */
function publicationOf(bron: string | undefined): string | undefined {
  if (bron === undefined || bron === '') return undefined
  const parts = /^(.+?)\.?\s*(\d{4})-(\d+)$/u.exec(bron)
  return parts ? `${parts[1]}. ${parts[2]}, ${parts[3]}` : bron
}
