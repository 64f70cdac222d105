/**
 * `terugwerkende-kracht-data`: what a toestand says of changes that came into
 * force later, and reach back to its day. The words stand among the metadata
 * of a unit, with the publication that brought them.
 */
import {defined} from '../../../defined.ts'
import type {Block, Soort} from '../../../model.ts'
import {isoDate} from '../../../time/days.ts'
import {compareText} from '../../../time/order.ts'
import type {Origin, Retroactive} from '../../imported.ts'
import {withPart} from '../retroactive.ts'
import {type Ledger, openLedger, repair} from '../source.ts'
import {readText} from './blocks.ts'
import {deskFor, leaveNodes} from './desk.ts'
import {
  childOf,
  findElement,
  gapAt,
  plainText,
  type XmlElement,
  type XmlNode
} from './tree.ts'

/** One change that reaches back. */
interface Entry {
  readonly origin: Origin
  /** Where it begins in the source. */
  readonly start: number
  /** What the source says of it, in its own words. */
  readonly said: string
  readonly nodes: readonly XmlNode[]
}

/** The elements of a unit without the words that reach back, and those words. */
export interface Parted {
  readonly rest: readonly XmlNode[]
  readonly entries: readonly Entry[]
}

const holder = 'terugwerkende-kracht-data'
const each = 'terugwerkende-kracht'
const remarks = 'terugwerkende-kracht-opmerkingen'
const sentence = 'gegenereerde-tekst'

/** Take the words that reach back from between the metadata of a unit. */
export function takeRetroactive(nodes: readonly XmlNode[]): Parted {
  const entries: Entry[] = []
  const rest = nodes.map((node) =>
    node.type === 'element' && node.name === 'meta-data'
      ? {...node, children: node.children.map((one) => pruned(one, entries))}
      : node
  )
  return {rest, entries}
}

function pruned(node: XmlNode, entries: Entry[]): XmlNode {
  if (node.type !== 'element') return node
  if (node.name !== holder && node.name !== each) return node
  const children = node.children.map((one) => pruned(one, entries))
  return {...node, children: withoutWords(node, children, entries)}
}

function withoutWords(
  element: XmlElement,
  children: readonly XmlNode[],
  entries: Entry[]
): XmlNode[] {
  const about = childOf(element, remarks)
  if (!about) return [...children]
  const said = childOf(about, sentence)
  const nodes = about.children.filter((node) => node !== said)
  entries.push({
    origin: originOf(element, plainText(said)),
    start: about.start,
    said: plainText(said),
    nodes
  })
  const kept = {
    ...about,
    children: about.children.map((node) =>
      node === said ? node : gapAt(node.start)
    )
  }
  return children.map((node) => (node.start === about.start ? kept : node))
}

/** `Stb. 2012, 321, datum inwerkingtreding 18-07-2012, bevat een wijziging met terugwerkende kracht …` */
function originOf(element: XmlElement, said: string): Origin {
  const written = findElement(element, 'terugwerkend.datum')?.attributes
  const isSince = /^tot[ -]en[ -]met$/u.test(written?.['datum-scope'] ?? '')
  const back = isSince ? written?.isodatum : undefined
  const [, day, month, year] =
    /datum inwerkingtreding (\d{2})-(\d{2})-(\d{4})/u.exec(said) ?? []
  return defined({
    publication: /^[A-Z][A-Za-z.]* \d{4}, \d+/u.exec(said)?.[0],
    inwerking:
      day === undefined ? undefined : isoDate(`${year}-${month}-${day}`),
    retroactive: back === undefined ? undefined : isoDate(back)
  })
}

/** For a text each text that takes its place with retroactive effect, in the order in which they came into force. */
export function readRetroactive(
  text: readonly Block[],
  {entries}: Parted,
  {soort, ledger}: {readonly soort: Soort; readonly ledger: Ledger}
): readonly Retroactive[] {
  const sorted = entries.toSorted((a, b) =>
    compareText(a.origin.inwerking ?? '', b.origin.inwerking ?? '')
  )
  const found: Retroactive[] = []
  for (const entry of sorted) {
    const aside = openLedger(ledger.source)
    const part = readText(entry.nodes, deskFor(soort, aside))
    const whole = isDated(entry)
      ? withPart(found.at(-1)?.text ?? text, part)
      : undefined
    if (!whole) {
      leaveUnplaced(entry, ledger)
      continue
    }
    ledger.leftOut.push(...aside.leftOut)
    ledger.repairs.push(...aside.repairs)
    const {origin, start} = entry
    found.push({origin, text: whole, part, start})
  }
  return found
}

function isDated({origin}: Entry): boolean {
  const {retroactive, inwerking} = origin
  return retroactive !== undefined && inwerking !== undefined
}

function leaveUnplaced({nodes, start, said}: Entry, ledger: Ledger): void {
  leaveNodes(nodes, ledger, 'tekst met terugwerkende kracht')
  repair(ledger, start, {
    kind: 'retroactive-text',
    message: `Waar de woorden van deze wijziging horen, is niet zeker; neem ze zelf over: ${said || 'een wijziging met terugwerkende kracht'}`,
    mended: false
  })
}
