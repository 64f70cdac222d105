/**
 * Elements of a provision → blocks.
 *
 * An element that is not known here is looked through: its text always ends
 * up in the tree.
 */
import {readLabel} from '../../../dialect/label.ts'
import {canonical} from '../../../dialect/phrasing.ts'
import type {Block, Noot, Phrasing, Tussenkop} from '../../../model.ts'
import {isNote, leaveNote, tellHorizon} from '../mend.ts'
import {alinea, item, withRoles} from '../roles.ts'
import {repair} from '../source.ts'
import {type Desk, hasHeadings, leaveElement} from './desk.ts'
import {readMixed} from './inline.ts'
import {
  labelIn,
  lists,
  paragraphs,
  prefixed,
  space,
  takeLabel
} from './items.ts'
import {gatherLoose, withoutDouble} from './loose.ts'
import {readTable} from './table.ts'
import {
  childOf,
  labelAttribute,
  plainText,
  spanOf,
  textsIn,
  type XmlElement,
  type XmlNode
} from './tree.ts'

const items: readonly string[] = [
  'li',
  'Li',
  'definitie-item',
  'Begrip',
  'specificatie-item'
]
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
/** `wijziging` holds the words of another regeling. */
const quotes: readonly string[] = ['citaat', 'Citaat', 'wetcitaat', 'wijziging']

/** Where among the blocks of a unit something stands. */
interface Level {
  /** Not inside an item: here numbers are leden of an artikel. */
  readonly outermost: boolean
  /** Depth of the heading of the part around it; 1 for the unit itself. */
  readonly heading: number
  /** The list in which an item stands. */
  readonly around?: XmlElement | undefined
}

/** Read the text of a unit; its notes come last. */
export function readText(
  nodes: readonly XmlNode[],
  desk: Desk
): readonly Block[] {
  const blocks = readBlocks(nodes, desk, {outermost: true, heading: 1})
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
  const opens = level.outermost && desk.soort === 'artikel'
  const parts = readMixed(gatherLoose(nodes, desk, opens), desk, readNoot)
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
  if (lists.includes(name)) {
    return readBlocks(element.children, desk, {...level, around: element})
  }
  if (items.includes(name)) return readItem(element, desk, level)
  if (name === 'lid' || name === 'Lid') return readItem(element, desk, level)
  if (name === 'table') return readTable(element, desk, readPhrasing)
  if (headings.includes(name)) return readHeading(element, desk, level)
  if (quotes.includes(name)) return readQuote(element, desk, level)
  if (paragraphs.includes(name)) return readParagraph(element, desk, level)
  // A part of a text, whatever it is called: `divisie`, `algemeen`.
  const isPart = childOf(element, 'kop', 'Kop') !== undefined
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
  const isOfPart = element.name.toLowerCase() === 'kop'
  const deep = isOfPart ? Math.max(2, heading) : heading + 1
  const depth = Math.min(6, deep) as Tussenkop['depth']
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
  const {around} = level
  const {label, rest} = takeLabel(element)
  const inner = {...level, outermost: false, around: undefined}
  const written = label
    .map(({text}) => text)
    .join('')
    .trim()
  if (written === '') return readBlocks(rest, desk, level)
  const house = labelIn(written, element, around)
  if (house === undefined) {
    reportLabel(written, label[0]?.start ?? element.start, desk)
    return readBlocks(prefixed(label, rest, element.start), desk, level)
  }
  const own = withoutDouble(rest, house, desk)
  const isNumber = readLabel(house)?.kind === 'number'
  const isLid = isNumber && level.outermost && desk.soort === 'artikel'
  return [
    item(house, readBlocks(own, desk, inner), isLid ? 'lid' : 'onderdeel')
  ]
}

function reportLabel(written: string, offset: number, {ledger}: Desk): void {
  repair(ledger, offset, {
    kind: 'label-form',
    message: `\`${written}\` is hier geen label dat een opsomming kan hebben; het staat nu vooraan in de alinea; schrijf \`a.\`, \`1°.\` of \`–\` als het een onderdeel is`,
    mended: false
  })
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
  content.push(...readBlocks(rest, desk, {outermost: false, heading: 2}))
  return merk
}
