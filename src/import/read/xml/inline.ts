/** Mixed content → phrasing, and the blocks that stand in the middle of it. */
import {canonical} from '../../../dialect/phrasing.ts'
import type {Phrasing} from '../../../model.ts'
import {mendText} from '../mend.ts'
import {repair} from '../source.ts'
import {type Desk, leaveElement} from './desk.ts'
import {plainText, spanOf, type XmlElement, type XmlNode} from './tree.ts'

/** Mixed content in order: runs of phrasing, with blocks between them. */
export type Mixed =
  | {readonly kind: 'phrasing'; readonly content: readonly Phrasing[]}
  | {readonly kind: 'element'; readonly element: XmlElement}

const emphasis: readonly string[] = [
  'cursief',
  'cur',
  'i',
  'em',
  'onderstreept',
  'ondlijn',
  'u',
  'term'
]
const strong: readonly string[] = ['vet', 'b', 'strong', 'halfvet']
const links: readonly string[] = ['extref', 'extverw', 'ExtRef', 'a']
const breaks: readonly string[] = ['br', 'regeleinde', 'nl', 'lb']
const raised: readonly string[] = ['sup', 'sub', 'inf']
const pictures: readonly string[] = [
  'plaatje',
  'illustratie',
  'illustratie-groep',
  'Figuur',
  'formule'
]
/** Elements that stand in a line of text and add nothing of their own. */
const plain: readonly string[] = [
  'nadruk',
  'intref',
  'IntRef',
  'intioref',
  'redactie',
  'abbr',
  'afkorting',
  'naam',
  'voornaam',
  'achternaam',
  'functie',
  'organisatie',
  'plaats',
  'datum',
  'artikelverwijzing',
  'artikelnr',
  'wetverwijzing',
  'wetverwijzingen',
  'wetsafkorting',
  'gegenereerde-tekst',
  'specificatie',
  'waarde',
  'bron',
  'juncto',
  'noot-verwijzing',
  'nootref',
  'inlinetekst',
  'span',
  'definiendum'
]

/** Whether an element stands in a line of text. */
function isInline({name}: XmlElement): boolean {
  return [
    ...emphasis,
    ...strong,
    ...links,
    ...breaks,
    ...raised,
    ...plain,
    ...pictures,
    'noot'
  ].includes(name)
}

/** How notes are read; blocks know how, and they know this module. */
export type ReadNoot = (noot: XmlElement, desk: Desk) => string

interface Reader {
  readonly desk: Desk
  readonly readNoot: ReadNoot
}

/** Read mixed content; white space between blocks is nothing. */
export function readMixed(
  nodes: readonly XmlNode[],
  desk: Desk,
  readNoot: ReadNoot
): readonly Mixed[] {
  const parts: Mixed[] = []
  let run: Phrasing[] = []
  const close = (): void => {
    const content = canonical(run)
    if (content.length > 0) parts.push({kind: 'phrasing', content})
    run = []
  }
  const walk = (list: readonly XmlNode[], marks: Marks): void => {
    for (const node of spaced(list)) {
      if (node.type === 'element' && !isInline(node)) {
        close()
        parts.push({kind: 'element', element: node})
      } else if (node.type === 'element' && holdsBlocks(node)) {
        walk(node.children, [...marks, ...marksOf(node)])
      } else {
        run.push(...marked(readInline(node, {desk, readNoot}), marks))
      }
    }
  }
  walk(nodes, [])
  close()
  return parts
}

const signing: readonly string[] = [
  'naam',
  'voornaam',
  'achternaam',
  'functie',
  'organisatie',
  'plaats',
  'datum'
]

/** Who signs, and as what, are apart, also where nothing stands between them; each who signs on a line. */
function spaced(nodes: readonly XmlNode[]): readonly XmlNode[] {
  let before: XmlNode | undefined
  let first: string | undefined
  return nodes.flatMap((node): readonly XmlNode[] => {
    const last = before
    if (node.type === 'text' || plainText(node) !== '') before = node
    if (!isSigning(node) || before !== node) return [node]
    const isApart = isSigning(last)
    if (!isApart) first = node.name
    if (!isApart) return [node]
    return [node.name === first ? lineBreak(node) : space(node), node]
  })
}

function isSigning(node: XmlNode | undefined): node is XmlElement {
  return node?.type === 'element' && signing.includes(node.name)
}

function space({start}: XmlElement): XmlNode {
  return {type: 'text', text: ' ', start, raw: true}
}

function lineBreak({start}: XmlElement): XmlNode {
  const fullName = 'br'
  return {
    type: 'element',
    name: 'br',
    fullName,
    attributes: {},
    children: [],
    start
  }
}

type Mark = 'emphasis' | 'strong' | {readonly url: string}
type Marks = readonly Mark[]

/** A block in a line of text breaks the line, whatever marks are open. */
function holdsBlocks(element: XmlElement): boolean {
  if (element.name === 'noot') return false
  return element.children.some(
    (child) =>
      child.type === 'element' && (!isInline(child) || holdsBlocks(child))
  )
}

function readInline(node: XmlNode, reader: Reader): readonly Phrasing[] {
  const {desk, readNoot} = reader
  const {ledger} = desk
  if (node.type === 'text') {
    const value = mendText(spanOf(node, ledger.source.text), ledger)
    return value === '' ? [] : [{type: 'text', value}]
  }
  if (node.name === 'noot') {
    const merk = readNoot(node, desk)
    return [{type: 'footnoteReference', identifier: merk, label: merk}]
  }
  if (breaks.includes(node.name)) return [{type: 'break'}]
  if (raised.includes(node.name)) return readRaised(node, reader)
  if (isEditorial(node)) return leaveEditorial(node, desk)
  if (pictures.includes(node.name)) reportPicture(node, desk)
  const inside = spaced(node.children).flatMap((child) =>
    readInline(child, reader)
  )
  return marked(inside, marksOf(node))
}

function marksOf(element: XmlElement): Marks {
  const {name, attributes} = element
  const kind = name === 'nadruk' ? (attributes.type ?? '').toLowerCase() : name
  if (/^(?:vet|halfvet|b|strong)$/u.test(kind)) return ['strong']
  if (/^(?:vet-?cur|vetcursief)/u.test(kind)) return ['strong', 'emphasis']
  if (name !== 'term' && emphasis.includes(kind)) return ['emphasis']
  const url = links.includes(name) ? addressOf(element) : undefined
  return url === undefined ? [] : [{url}]
}

function marked(
  inside: readonly Phrasing[],
  marks: Marks
): readonly Phrasing[] {
  let nodes = inside
  for (const mark of marks.toReversed()) {
    // Phrasing nests freely; `canonical` brings it in its one form.
    const children = [...nodes] as never
    nodes =
      typeof mark === 'string'
        ? [{type: mark, children}]
        : [{type: 'link', url: mark.url, title: null, children}]
  }
  return nodes
}

/** The public address that a reference out points at. */
function addressOf({attributes}: XmlElement): string | undefined {
  const doc = (attributes.doc ?? attributes.ref ?? attributes.href ?? '').trim()
  if (/^(?:https?:\/\/|mailto:)\S+$/iu.test(doc)) return doc
  if (/^(?:jci)?\d\.\d:[cv]:BWB[RV]\d{7}/u.test(doc) && !/\s/u.test(doc)) {
    return `https://wetten.overheid.nl/${doc.startsWith('jci') ? '' : 'jci'}${doc}`
  }
  const cvdr = /^(?:CVDR:\/\/|1\.[01]:(?:CVDR)?)(\d+)_(\d+)$/u.exec(doc)
  return cvdr
    ? `https://lokaleregelgeving.overheid.nl/CVDR${cvdr[1]}/${cvdr[2]}`
    : undefined
}

function isEditorial({name, attributes}: XmlElement): boolean {
  const {type} = attributes
  return name === 'redactie' && type !== undefined && type !== 'vervanging'
}

function leaveEditorial(node: XmlElement, {ledger}: Desk): readonly Phrasing[] {
  leaveElement(node, ledger, 'redactionele noot van de uitgever')
  repair(ledger, node.start, {
    kind: 'editor-note',
    message: `\`${plainText(node).slice(0, 60)}\` is een noot van de redactie en staat niet in de tekst; verwerk hem als dat nodig is`,
    mended: true
  })
  return []
}

/** Whether a picture stands in a node that its author must be told of. */
export function holdsPicture(node: XmlNode): boolean {
  if (node.type === 'text') return false
  const isNamed =
    pictures.includes(node.name) && pictureName(node) !== undefined
  return isNamed || node.children.some(holdsPicture)
}

function pictureName({
  attributes: {naam, alt}
}: XmlElement): string | undefined {
  return alt ?? naam
}

function reportPicture(node: XmlElement, {ledger}: Desk): void {
  const name = pictureName(node)
  if (name === undefined) return
  repair(ledger, node.start, {
    kind: 'picture',
    message: `Hier staat een afbeelding (\`${name}\`), en die gaat niet mee; schrijf de tekst of de tabel die erop staat`,
    mended: false
  })
}

const superscript = new Map(
  [...'0123456789+-()n'].map((from, at) => [from, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][at]])
)
const subscript = new Map(
  [...'0123456789+-()'].map((from, at) => [from, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][at]])
)

/** Raised and lowered signs have characters of their own; others stay on the line. */
function readRaised(node: XmlElement, reader: Reader): readonly Phrasing[] {
  const table = node.name === 'sup' ? superscript : subscript
  const words = plainText(node)
  const raisedWords = [...words].map((letter) => table.get(letter))
  if (words !== '' && raisedWords.every((letter) => letter !== undefined)) {
    return [{type: 'text', value: raisedWords.join('')}]
  }
  if (words !== '') {
    repair(reader.desk.ledger, node.start, {
      kind: 'raised',
      message: `\`${words}\` stond ${node.name === 'sup' ? 'hoger' : 'lager'} dan de regel, en staat er nu op; ga na of dat te lezen is`,
      mended: false
    })
  }
  return node.children.flatMap((child) => readInline(child, reader))
}
