/** Which elements are units, which only group them, and which say that nothing is left. */
import type {Soort} from '../../../model.ts'
import {bare} from '../names.ts'
import type {Ledger} from '../source.ts'
import {isLapse} from '../unit.ts'
import {isMetadata} from './blocks.ts'
import {leaveElement} from './desk.ts'
import {
  childOf,
  childrenOf,
  plainText,
  textsIn,
  type XmlElement,
  type XmlNode
} from './tree.ts'

const soortOf: Readonly<Record<string, Soort>> = {
  boek: 'boek',
  deel: 'deel',
  titeldeel: 'titel',
  titel: 'titel',
  hoofdstuk: 'hoofdstuk',
  afdeling: 'afdeling',
  'sub-afdeling': 'afdeling',
  subafdeling: 'afdeling',
  paragraaf: 'paragraaf',
  'sub-paragraaf': 'paragraaf',
  subparagraaf: 'paragraaf',
  'sub-sub-paragraaf': 'paragraaf',
  subsubparagraaf: 'paragraaf',
  artikel: 'artikel',
  'wijzig-artikel': 'artikel',
  bijlage: 'bijlage',
  aanhef: 'preambule',
  preambule: 'preambule',
  'regeling-sluiting': 'slot',
  'circulaire-sluiting': 'slot',
  wetsluiting: 'slot',
  'nota-toelichting': 'toelichting',
  toelichting: 'toelichting',
  'algemene-toelichting': 'toelichting',
  'artikelgewijze-toelichting': 'toelichting'
}

/** The kind of unit that an element is; a `titel` without a heading is words. */
export function soortFor(element: XmlElement): Soort | undefined {
  const name = element.name.toLowerCase()
  if (name === 'titel' && !childOf(element, 'kop')) return undefined
  return Object.hasOwn(soortOf, name) ? soortOf[name] : undefined
}

/** A unit of structure holds others; these do not. */
export function isLeaf(soort: Soort): boolean {
  return soort === 'artikel' || bare.includes(soort)
}

/** An artikel without number or title, as some use it for any text, is text of the unit around it. */
export function dissolve(
  nodes: readonly XmlNode[],
  inside: Soort | undefined
): readonly XmlNode[] {
  if (inside === undefined) return nodes
  return nodes.flatMap((node) => {
    const isNameless =
      node.type === 'element' &&
      soortFor(node) === 'artikel' &&
      plainText(childOf(node, 'kop', 'Kop')) === ''
    return isNameless ? node.children : [node]
  })
}

/** Containers that only group units dissolve. */
export function flatten(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.flatMap((node) =>
    node.type === 'element' && !soortFor(node) && holdsUnits(node)
      ? flatten(node.children)
      : [node]
  )
}

function holdsUnits(element: XmlElement): boolean {
  return childrenOf(element).some(
    (child) => soortFor(child) !== undefined || holdsUnits(child)
  )
}

/** Whether a node has anything but white space. */
export function hasWords(node: XmlNode): boolean {
  return node.type === 'text'
    ? node.text.trim() !== ''
    : textsIn(node).some(({text}) => text.trim() !== '')
}

/** A heading that stands behind text is one inside the text. */
export function headingIn(element: XmlElement): XmlElement | undefined {
  const first = childrenOf(element).find(
    (child) => !isMetadata(child) && plainText(child) !== ''
  )
  const kop = childOf(element, 'kop', 'Kop')
  return first === kop || plainText(kop) === '' ? kop : undefined
}

/** `[Vervallen]` instead of a text: the words go, the fact stays. */
export function takeLapse(rest: readonly XmlNode[], ledger: Ledger): boolean {
  const isLoose = rest.some((node) => node.type === 'text' && hasWords(node))
  const elements = rest.filter((node) => node.type === 'element')
  const [texts, about] = [
    elements.filter((node) => !isMetadata(node)),
    elements.filter(isMetadata)
  ]
  if (isLoose) return false
  if (!isLapse(texts.map(plainText).join(' '))) return false
  for (const element of about) leaveElement(element, ledger, 'metagegeven')
  for (const element of texts) {
    leaveElement(element, ledger, 'vermelding dat de bepaling is vervallen')
  }
  return true
}
