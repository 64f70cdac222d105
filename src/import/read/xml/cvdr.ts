/** CVDR: a consolidated regulation of a municipality, province or water board. */
import {defined} from '../../../defined.ts'
import type {IsoDate} from '../../../model.ts'
import {isoDate} from '../../../time/days.ts'
import type {ImportedText} from '../../imported.ts'
import {dayIn} from '../mend.ts'
import {type Ledger, placeOf, type Source} from '../source.ts'
import {afterTitle, leaveOthers} from './desk.ts'
import {wordsIn} from './head.ts'
import {
  childOf,
  childrenOf,
  findElement,
  plainText,
  type XmlElement
} from './tree.ts'
import {readUnits} from './units.ts'

/** Read a regulation with what its metadata say of days and origin. */
export function readCvdr(root: XmlElement, ledger: Ledger): ImportedText {
  const meta = childOf(root, 'meta')
  const body = childOf(root, 'body') ?? root
  const isBody = (node: XmlElement): boolean =>
    node === body || (body === root && node !== meta)
  leaveOthers(root, isBody, ledger, 'metagegeven')
  const intitule = childOf(body, 'intitule')
  const title = intitule ? wordsIn([intitule], ledger) : ''
  const {source, leftOut, repairs} = ledger
  const nodes = body.children.filter((node) => node !== meta)
  const rest = afterTitle(nodes, [intitule], ledger)
  const units = readUnits(rest, {ledger, originOf: () => ({})})
  const tot = dayOf(meta, 'overheidrg:uitwerkingtredingDatum')
  const betreft = wordsOf(meta, 'overheidrg:betreft') ?? ''
  return {
    file: source.file,
    format: 'cvdr',
    ...defined({
      identifier: identifierOf(meta),
      citeertitel: wordsOf(meta, 'dcterms:alternative'),
      geldig: dayOf(meta, 'overheidrg:inwerkingtredingDatum'),
      tot,
      isWithdrawn: isWithdrawn(meta, tot) || undefined,
      isNew: isNew(betreft) || undefined,
      places: placesOf(meta, source),
      origin: originOf(meta)
    }),
    titel:
      title === '' ? (wordsOf(meta, 'dcterms:title') ?? source.file) : title,
    units,
    leftOut,
    repairs
  }
}

function originOf(meta: XmlElement | undefined): ImportedText['origin'] {
  const origin = defined({
    publication: wordsOf(meta, 'dcterms:isFormatOf'),
    signed: dayOf(meta, 'dcterms:issued'),
    inwerking: dayOf(meta, 'overheidrg:inwerkingtredingDatum'),
    retroactive: dayOf(meta, 'overheidrg:terugwerkendekrachtDatum')
  })
  return Object.keys(origin).length > 0 ? origin : undefined
}

function isNew(betreft: string): boolean {
  return /^nieuwe (?:regeling|verordening|beleidsregels?)[.;]?$/iu.test(betreft)
}

const withdrawn =
  /(?<!\p{L})(?:deze|dit) (?:regeling|verordening|besluit|reglement|beleidsregels?) (?:wordt|worden|is|zijn) ingetrokken(?= (?:door|bij|met ingang|per)(?!\p{L})|[.;]|$)/iu
const doubt =
  /(?<!\p{L})(?:voor zover|gedeeltelijk|deels|indien|tenzij)(?!\p{L})/iu

/**
 * Whether the publisher notes that the regeling was withdrawn. Without that, the
 * day on which a version ends can be that on which the next one begins.
 */
function isWithdrawn(
  meta: XmlElement | undefined,
  tot: IsoDate | undefined
): boolean {
  const note = meta && within(meta, 'redactioneleToevoeging')
  if (!note || tot === undefined) return false
  return childrenOf(note).some((one) => {
    const words = plainText(one)
    const [, since] = /(?:met ingang van|per) (.*)$/iu.exec(words) ?? []
    const fits = since === undefined || dayIn(since) === tot
    return withdrawn.test(words) && !doubt.test(words) && fits
  })
}

function placesOf(
  meta: XmlElement | undefined,
  source: Source
): ImportedText['places'] {
  const at = (name: string) => {
    const found = meta && within(meta, name)
    return found && placeOf(source, found.start)
  }
  return defined({
    tot: at('uitwerkingtredingDatum'),
    retroactive: at('terugwerkendekrachtDatum'),
    isNew: at('betreft')
  })
}

/** `CVDR100394_2` and `112779_1` are version 2 and 1 of a regulation. */
function identifierOf(meta: XmlElement | undefined): string | undefined {
  const written = wordsOf(meta, 'dcterms:identifier')
  const work = /^(?:CVDR)?(\d+)/u.exec(written ?? '')?.[1]
  return work === undefined ? written : `CVDR${work}`
}

/** The name without prefix is enough, but for two that share one. */
function wordsOf(
  meta: XmlElement | undefined,
  fullName: string
): string | undefined {
  const name = fullName.slice(fullName.indexOf(':') + 1)
  const words = plainText(meta && within(meta, name))
  return words === '' ? undefined : words
}

function within(meta: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(meta)
    .map((group) => findElement(group, name))
    .find((found) => found !== undefined)
}

function dayOf(
  meta: XmlElement | undefined,
  name: string
): IsoDate | undefined {
  return isoDate(wordsOf(meta, name) ?? '')
}
