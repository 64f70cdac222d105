/** BWB toestand: the official consolidated text of national law on one day. */
import {defined} from '../../../defined.ts'
import type {IsoDate} from '../../../model.ts'
import {isoDate, laterOf} from '../../../time/days.ts'
import type {ImportedText} from '../../imported.ts'
import type {Ledger} from '../source.ts'
import {afterTitle, leaveOthers} from './desk.ts'
import {wordsIn} from './head.ts'
import {
  childOf,
  childrenOf,
  findElement,
  plainText,
  type XmlElement
} from './tree.ts'
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
  const publication = publicationOf(attributes.bron)
  const said = brondataOf(element, publication)
  const force = childOf(said, 'inwerkingtreding')
  const setBy = publicationIn(force)
  const origin = defined({
    publication,
    signed: dayOf(attributes.ondertekening_bron),
    published: knownFrom(attributes, said),
    setBy: setBy === publication ? undefined : setBy,
    inwerking: dayOf(attributes.inwerking),
    retroactive: dayOf(
      findElement(force, 'terugwerkend.datum')?.attributes.isodatum
    )
  })
  return {
    origin: Object.keys(origin).length > 0 ? origin : undefined,
    identity: attributes['stam-id'] ?? attributes['label-id']
  }
}

/** What is said of the publication that the text comes from; of several, the last. */
function brondataOf(
  element: XmlElement,
  publication: string | undefined
): XmlElement | undefined {
  const about = childOf(element, 'meta-data')
  const all = about ? childrenOf(about, 'brondata') : []
  const isOwn = (one: XmlElement): boolean =>
    publicationIn(childOf(one, 'oorspronkelijk')) === publication
  return all.findLast(isOwn) ?? all.at(-1)
}

/**
 * The first day on which both the words and their day could be known: of the
 * publication that brought them, and of the one that set their day.
 */
function knownFrom(
  {
    publicatie_bron,
    publicatie_iwt
  }: Readonly<Record<string, string | undefined>>,
  said: XmlElement | undefined
): IsoDate | undefined {
  const issued = ['oorspronkelijk', 'inwerkingtreding'].map((part) =>
    findElement(childOf(said, part), 'uitgiftedatum')
  )
  const [words, force] = [publicatie_bron, publicatie_iwt].map((day, at) =>
    dayOf(day ?? issued[at]?.attributes.isodatum)
  )
  if (words === undefined) return undefined
  return force === undefined ? words : laterOf(words, force)
}

/** `Stb. 2011, 567`, from `publicatie`. */
function publicationIn(part: XmlElement | undefined): string | undefined {
  const found = childOf(part, 'publicatie')
  const year = plainText(childOf(found, 'publicatiejaar'))
  const number = plainText(childOf(found, 'publicatienr'))
  const soort = found?.attributes.soort ?? ''
  return year === '' || number === '' || soort === ''
    ? undefined
    : publicationOf(`${soort}.${year}-${number}`)
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
