/** What the parts that read XML share: the ledger, and the notes met on the way. */
import type {Noot, Soort} from '../../../model.ts'
import {type Ledger, leaveOut, type Source} from '../source.ts'
import {
  piecesIn,
  spanOf,
  type XmlElement,
  type XmlNode,
  type XmlText
} from './tree.ts'

/** Where blocks are read: what the dialect allows depends on the unit. */
export interface Desk {
  readonly ledger: Ledger
  readonly soort: Soort
  /** Notes of the unit, in order; they come last in its text. */
  readonly noten: Noot[]
}

/** Open a desk for one unit. */
export function deskFor(soort: Soort, ledger: Ledger): Desk {
  return {ledger, soort, noten: []}
}

/** A tussenkop may stand here; elsewhere it is an alinea in bold. */
export function hasHeadings({soort}: Desk): boolean {
  return ['bijlage', 'toelichting', 'preambule', 'slot'].includes(soort)
}

/** Leave out all text of an element, each piece between what was taken out of it apart. */
export function leaveElement(
  element: XmlElement,
  ledger: Ledger,
  reason: string
): void {
  for (const texts of piecesIn(element)) leaveTexts(texts, ledger, reason)
}

function leaveTexts(
  texts: readonly XmlText[],
  ledger: Ledger,
  reason: string
): void {
  const first = texts.find(({text}) => /\S/u.test(text))
  if (first === undefined) return
  const from = texts.indexOf(first)
  // Metadata are words of their own, also where nothing stands between them.
  const gap = reason === 'metagegeven' ? ' ' : ''
  const text = texts
    .slice(from)
    .map((node) => node.text)
    .join(gap)
  leaveOut(
    ledger,
    {text, at: spanOf(first, sourceText(ledger.source)).at},
    reason
  )
}

/** Leave out nodes, one by one. */
export function leaveNodes(
  nodes: readonly XmlNode[],
  ledger: Ledger,
  reason: string
): void {
  for (const node of nodes) leaveElement(asElement(node), ledger, reason)
}

/** What stands where only certain elements can be is no text: it is left out. */
export function leaveOthers(
  {children}: XmlElement,
  kept: (node: XmlElement) => boolean,
  ledger: Ledger,
  reason: string
): void {
  for (const node of children) {
    if (node.type === 'element' && kept(node)) continue
    leaveElement(asElement(node), ledger, reason)
  }
}

function asElement(node: XmlNode): XmlElement {
  return node.type === 'element'
    ? node
    : {...nothing, children: [node], start: node.start}
}

/** Words before the title of a text belong to nothing; what comes behind it is given back. */
export function afterTitle(
  nodes: readonly XmlNode[],
  titles: readonly (XmlElement | undefined)[],
  ledger: Ledger
): readonly XmlNode[] {
  const last = nodes.findLastIndex((node) =>
    titles.includes(node as XmlElement)
  )
  for (const node of nodes.slice(0, Math.max(0, last))) {
    if (titles.includes(node as XmlElement)) continue
    leaveElement(asElement(node), ledger, 'losse tekst voor de titel')
  }
  return nodes.slice(last + 1)
}

const nothing: Omit<XmlElement, 'children' | 'start'> = {
  type: 'element',
  name: '',
  fullName: '',
  attributes: {}
}

function sourceText({text}: Source): string {
  return text
}
