/**
 * Elements of a provision → blocks.
 *
 * An element that is not known here is looked through: its text always ends
 * up in the tree.
 */
import {readLabel} from '../../../dialect/label.ts'
import {canonical} from '../../../dialect/phrasing.ts'
import type {Block, Noot, Phrasing, Tussenkop} from '../../../model.ts'
import {houseLabel} from '../label.ts'
import {isNote, leaveNote, tellHorizon} from '../mend.ts'
import {alinea, item, withRoles} from '../roles.ts'
import {repair} from '../source.ts'
import {type Desk, hasHeadings, leaveElement} from './desk.ts'
import {readMixed} from './inline.ts'
import {readTable} from './table.ts'
import {
  childOf,
  childrenOf,
  labelAttribute,
  plainText,
  spanOf,
  textsIn,
  type XmlElement,
  type XmlNode
} from './tree.ts'

const lists: readonly string[] = [
  'lijst',
  'Lijst',
  'list',
  'definitielijst',
  'Begrippenlijst',
  'specificatielijst'
]
const items: readonly string[] = [
  'li',
  'Li',
  'definitie-item',
  'Begrip',
  'specificatie-item'
]
const labels: readonly string[] = ['li.nr', 'LiNummer', 'lidnr', 'LidNummer']
const metadata: readonly string[] = [
  'meta-data',
  'metadata',
  'meta',
  'brondata',
  'jcis',
  'bwb-inputbestand',
  'bwb-wijzigingen',
  'redactionele-correcties'
]
const headings: readonly string[] = ['tussenkop', 'Tussenkop', 'kop', 'Kop']
const partsOfHeading: readonly string[] = [
  'label',
  'nr',
  'titel',
  'subtitel',
  'Label',
  'Nummer',
  'Opschrift',
  'Subtitel'
]
const paragraphs: readonly string[] = [
  'al',
  'Al',
  'li.al',
  'noot.al',
  'considerans.al',
  'wie',
  'wij',
  'title',
  'bijschrift',
  'dagtekening',
  'ondertekening',
  'koning',
  'gegeven'
]
const quotes: readonly string[] = ['citaat', 'Citaat', 'wetcitaat']

/** Where among the blocks of a unit something stands. */
interface Level {
  /** Not inside an item: here numbers are leden of an artikel. */
  readonly outermost: boolean
  readonly heading: number
}

/** Read the text of a unit; its notes come last. */
export function readText(
  nodes: readonly XmlNode[],
  desk: Desk
): readonly Block[] {
  const blocks = readBlocks(nodes, desk, {outermost: true, heading: 2})
  return [...blocks, ...desk.noten]
}

/** Whether an element says something of the text and is no part of it. */
export function isMetadata({name}: XmlElement): boolean {
  return metadata.includes(name)
}

function readBlocks(
  nodes: readonly XmlNode[],
  desk: Desk,
  level: Level
): readonly Block[] {
  const parts = readMixed(nodes, desk, readNoot)
  const blocks = parts.flatMap((part) =>
    part.kind === 'phrasing'
      ? [alinea(part.content)]
      : readElement(part.element, desk, level)
  )
  return withRoles(blocks)
}

function readElement(
  element: XmlElement,
  desk: Desk,
  level: Level
): readonly Block[] {
  const {name} = element
  if (isMetadata(element)) {
    leaveElement(element, desk.ledger, 'metagegeven')
    return []
  }
  if (lists.includes(name)) return readBlocks(element.children, desk, level)
  if (items.includes(name)) return readItem(element, desk, level)
  if (name === 'lid' || name === 'Lid') return readItem(element, desk, level)
  if (name === 'table') return readTable(element, desk, readPhrasing)
  if (headings.includes(name)) return readHeading(element, desk, level)
  if (quotes.includes(name)) return readQuote(element, desk, level)
  if (paragraphs.includes(name)) return readParagraph(element, desk, level)
  const isPart = /^(?:divisie|Divisie|circulaire\.divisie)$/u.test(name)
  const heading = isPart ? level.heading + 1 : level.heading
  return readBlocks(element.children, desk, {...level, heading})
}

function readParagraph(
  element: XmlElement,
  desk: Desk,
  level: Level
): readonly Block[] {
  const words = plainText(element)
  if (isNote(words) && leaveParagraph(element, desk)) return []
  const {ledger, soort} = desk
  tellHorizon(words, soort, {ledger, offset: element.start})
  return readBlocks(element.children, desk, level)
}

/** A whole paragraph that an editor wrote. */
function leaveParagraph(element: XmlElement, {ledger}: Desk): boolean {
  const texts = textsIn(element)
  const [only] = texts
  if (only === undefined || texts.length > 1) return false
  leaveNote(spanOf(only, ledger.source.text), ledger)
  return true
}

function readHeading(
  element: XmlElement,
  desk: Desk,
  {heading}: Level
): readonly Block[] {
  const content = readPhrasing(spacedHeading(element), desk)
  if (content.length === 0) return []
  if (!hasHeadings(desk))
    return [alinea([{type: 'strong', children: [...content] as never}])]
  const depth = Math.min(6, heading) as Tussenkop['depth']
  return [{type: 'tussenkop', depth, content}]
}

/** Label, number and title of a heading, with a space between them. */
function spacedHeading({children, start}: XmlElement): readonly XmlNode[] {
  return children.flatMap((child) =>
    child.type === 'element' && partsOfHeading.includes(child.name)
      ? [...child.children, space(start)]
      : [child]
  )
}

/** Phrasing alone; what else stands there is brought on the line, with a message. */
function readPhrasing(
  nodes: readonly XmlNode[],
  desk: Desk
): readonly Phrasing[] {
  const parts = readMixed(nodes, desk, readNoot)
  const onLine = parts.flatMap((part, at): readonly Phrasing[] => {
    const gap: readonly Phrasing[] = at > 0 ? [{type: 'text', value: ' '}] : []
    if (part.kind === 'phrasing') return [...gap, ...part.content]
    if (isMetadata(part.element)) {
      leaveElement(part.element, desk.ledger, 'metagegeven')
      return []
    }
    reportFlat(part.element, desk)
    return [...gap, ...readPhrasing(flat(part.element), desk)]
  })
  return canonical(onLine)
}

/** The label of an item on the line as text. */
function flat(element: XmlElement): readonly XmlNode[] {
  const label = labelAttribute(element)
  return label
    ? [label, space(element.start), ...element.children]
    : element.children
}

function reportFlat(element: XmlElement, {ledger}: Desk): void {
  if (!lists.includes(element.name) && element.name !== 'table') return
  repair(ledger, element.start, {
    kind: 'flattened',
    message:
      'Hier stond een opsomming of tabel binnen een cel of kop; de tekst staat er nu achter elkaar; ga na of dat leesbaar is',
    mended: false
  })
}

function readQuote(
  element: XmlElement,
  desk: Desk,
  level: Level
): readonly Block[] {
  const inner = {...level, outermost: false}
  const content = readBlocks(element.children, desk, inner)
  return content.length === 0 ? [] : [{type: 'citaat', content}]
}

function readItem(
  element: XmlElement,
  desk: Desk,
  level: Level
): readonly Block[] {
  const {label, rest} = takeLabel(element)
  const inner = {...level, outermost: false}
  const written = label
    .map(({text}) => text)
    .join('')
    .trim()
  if (written === '') return readBlocks(rest, desk, level)
  const house = houseLabel(written)
  if (house === undefined) {
    reportLabel(written, label[0]?.start ?? element.start, desk)
    return readBlocks(prefixed(label, rest, element.start), desk, level)
  }
  const isNumber = readLabel(house)?.kind === 'number'
  const isLid = isNumber && level.outermost && desk.soort === 'artikel'
  return [
    item(house, readBlocks(rest, desk, inner), isLid ? 'lid' : 'onderdeel')
  ]
}

function reportLabel(written: string, offset: number, {ledger}: Desk): void {
  repair(ledger, offset, {
    kind: 'label-form',
    message: `\`${written}\` is hier geen label dat een opsomming kan hebben; het staat nu vooraan in de alinea; schrijf \`a.\`, \`1°.\` of \`–\` als het een onderdeel is`,
    mended: false
  })
}

/** The label of an item, and what is behind it. */
function takeLabel(element: XmlElement): {
  readonly label: readonly Extract<XmlNode, {type: 'text'}>[]
  readonly rest: readonly XmlNode[]
} {
  const attribute = labelAttribute(element)
  const child = childOf(element, ...labels)
  const rest = joinTerm(element).filter((node) => node !== child)
  const label = [
    ...(attribute ? [attribute] : []),
    ...(child ? textsIn(child) : [])
  ]
  return {label, rest}
}

/** A defined term, or a specification, and what it stands for are one sentence. */
function joinTerm(element: XmlElement): readonly XmlNode[] {
  const pairs = [
    ['term', 'definitie'],
    ['Term', 'Definitie'],
    ['specificatie', 'waarde']
  ] as const
  for (const [first, second] of pairs) {
    const [term, meaning] = [childOf(element, first), childOf(element, second)]
    if (!term || !meaning) continue
    const joined = joinParagraphs(term, meaning)
    return element.children.flatMap((node) =>
      node === term ? joined : node === meaning ? [] : [node]
    )
  }
  return element.children
}

function joinParagraphs(term: XmlElement, meaning: XmlElement): XmlNode[] {
  const [before, after] = [
    childrenOf(term, 'al', 'Al'),
    childrenOf(meaning, 'al', 'Al')
  ]
  const last = before.at(-1)
  const first = after[0]
  const startsIt = meaning.children.find(
    (node) => node.type === 'element' || node.text.trim() !== ''
  )
  const isPlain = first === undefined || first === startsIt
  const children = [
    ...(last ? last.children : term.children),
    space(meaning.start),
    ...(first && isPlain ? first.children : first ? [] : meaning.children)
  ]
  const line: XmlElement = {...term, name: 'al', attributes: {}, children}
  return [
    ...term.children.filter((node) => last && node !== last),
    line,
    ...(first
      ? meaning.children.filter((node) => !isPlain || node !== first)
      : [])
  ]
}

/** An item without a label that the dialect knows: its label opens its first alinea. */
function prefixed(
  label: readonly XmlNode[],
  rest: readonly XmlNode[],
  start: number
): readonly XmlNode[] {
  const first = rest.find(
    (node) => node.type === 'element' || node.text.trim() !== ''
  )
  const opening = [...label, space(start)]
  if (first?.type === 'element' && paragraphs.includes(first.name)) {
    const joined = {...first, children: [...opening, ...first.children]}
    return rest.map((node) => (node === first ? joined : node))
  }
  return [...opening, ...rest]
}

function readNoot(element: XmlElement, desk: Desk): string {
  const number = childOf(element, 'noot.nr', 'NootNummer')
  const merk = String(desk.noten.length + 1)
  const content: Block[] = []
  const noot: Noot = {type: 'noot', merk, content}
  desk.noten.push(noot)
  if (number) {
    leaveElement(
      number,
      desk.ledger,
      'nummer van een noot; noten worden doorgenummerd'
    )
  }
  const rest = element.children.filter((node) => node !== number)
  content.push(...readBlocks(rest, desk, {outermost: false, heading: 3}))
  return merk
}

function space(start: number): XmlNode {
  return {type: 'text', text: ' ', start, raw: true}
}
