/** OP-XML: an official publication that holds the whole text of a regulation. */
import {defined} from '../../../defined.ts'
import {isoDate} from '../../../time/days.ts'
import type {ImportedText} from '../../imported.ts'
import type {Refusal} from '../bytes.ts'
import {lineAndColumn} from '../bytes.ts'
import {dayIn} from '../mend.ts'
import {type Ledger, repair} from '../source.ts'
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

/** Read a publication; an announcement without a regulation is refused. */
export function readOp(
  root: XmlElement,
  ledger: Ledger
): ImportedText | Refusal {
  const {source, leftOut, repairs} = ledger
  const blad = mainOf(root)
  const regeling = holderOf(root)
  const kop = blad && childOf(blad, 'kop')
  const named = blad && (childOf(blad, 'intitule') ?? titleOf(kop))
  if (blad === undefined || regeling === undefined) {
    return {
      ...lineAndColumn(source.text, (blad ?? root).start),
      message: `Dit is een bekendmaking waarin geen regeling staat (\`${plainText(named).slice(0, 80)}\`); geef het bestand met de regeling zelf`
    }
  }
  leaveOthers(root, (node) => node === blad, ledger, bladReason)
  const title = named ?? findElement(regeling, 'intitule')
  const titel = title ? wordsIn([title], ledger) : ''
  if (kop) leaveOthers(kop, (node) => node === title, ledger, bladReason)
  reportAmending(regeling, ledger)
  const rest = afterTitle(blad.children, [kop, title], ledger)
  const units = readUnits(without(rest, title), {ledger, originOf: () => ({})})
  return {
    file: source.file,
    format: 'op',
    ...defined({identifier: identifierOf(root), origin: originOf(root, blad)}),
    titel: titel === '' ? source.file : titel,
    units,
    leftOut,
    repairs
  }
}

const bladReason = 'opschrift van het blad'

const holders = [
  'regeling',
  'wet-besluit',
  'circulaire',
  'beleidsregel'
] as const

function holderOf(root: XmlElement): XmlElement | undefined {
  return holders
    .map((name) => findElement(root, name))
    .find((found) => found !== undefined)
}

function mainOf(root: XmlElement): XmlElement | undefined {
  return childrenOf(root).find(
    ({name}) => name !== 'metadata' && name !== 'kop'
  )
}

function titleOf(kop: XmlElement | undefined): XmlElement | undefined {
  return childOf(kop, 'titel')
}

/** A title inside the regulation is not read a second time. */
function without(
  nodes: XmlElement['children'],
  title: XmlElement | undefined
): XmlElement['children'] {
  return nodes
    .filter((node) => node !== title)
    .map((node) =>
      node.type === 'element' && node.children.includes(title as never)
        ? {...node, children: node.children.filter((child) => child !== title)}
        : node
    )
}

function reportAmending(regeling: XmlElement, ledger: Ledger): void {
  const amends = findElement(regeling, 'wijzig-artikel')
  if (amends === undefined) return
  repair(ledger, amends.start, {
    kind: 'amending',
    message:
      'Dit besluit wijzigt andere regelingen; het is geen doorlopende tekst daarvan',
    mended: false
  })
}

/** `https://zoek.officielebekendmakingen.nl/stb-2018-84/metadata.xml` → `stb-2018-84`. */
function identifierOf(root: XmlElement): string | undefined {
  const content = findElement(root, 'meta')?.attributes.content ?? ''
  return /\/([a-z]+-\d{4}-[\w-]+)\//u.exec(content)?.[1]
}

function originOf(root: XmlElement, blad: XmlElement): ImportedText['origin'] {
  const dated = findElement(blad, 'dagtekening') ?? findElement(blad, 'datum')
  const day = dated && findElement(dated, 'datum')
  const origin = defined({
    publication: identifierOf(root),
    signed: isoDate(day?.attributes.isodatum ?? '') ?? dayIn(plainText(dated))
  })
  return Object.keys(origin).length > 0 ? origin : undefined
}
