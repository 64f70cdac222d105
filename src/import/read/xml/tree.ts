/**
 * XML → a plain tree with offsets.
 *
 * Nothing is fetched and no entity is declared: a DOCTYPE that declares any is
 * refused, and what saxes does not know as an entity is a mistake.
 */
import {SaxesParser} from 'saxes'
import {lineAndColumn, type Refusal} from '../bytes.ts'
import type {Span} from '../source.ts'

/** A piece of character data; `start` is the offset of its first character in the source. */
export interface XmlText {
  readonly type: 'text'
  readonly text: string
  readonly start: number
  /** Written as CDATA: there `&` is no entity. */
  readonly raw: boolean
}

/** An element, by its name without prefix. */
export interface XmlElement {
  readonly type: 'element'
  readonly name: string
  /** With its prefix. */
  readonly fullName: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly start: number
}

export type XmlNode = XmlText | XmlElement

/** Law never comes near these; a file made to exhaust does. */
const maxDepth = 200
const maxNodes = 4_000_000

class Mistake extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** Parse a document, or say where it is broken. */
export function parseXml(text: string): XmlElement | Refusal {
  try {
    return build(text)
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return {...lineAndColumn(text, error.offset), message: error.message}
  }
}

type Open = Omit<XmlElement, 'children'> & {readonly children: XmlNode[]}

/** What is built while the parser goes on. */
interface Work {
  readonly parser: SaxesParser
  readonly text: string
  readonly root: XmlNode[]
  readonly open: Open[]
  nodes: number
  /** Where the character data that comes next begins. */
  after: number
  ending: boolean
}

function build(text: string): XmlElement {
  const parser = new SaxesParser()
  const work: Work = {
    parser,
    text,
    root: [],
    open: [],
    nodes: 0,
    after: 0,
    ending: false
  }
  listen(work)
  parser.write(text)
  work.ending = true
  parser.close()
  const top = work.root.find((node) => node.type === 'element')
  return (
    top ??
    fail(work, 'Hier staat geen XML-element; haal het bestand opnieuw op')
  )
}

function fail({parser, text}: Work, message: string): never {
  throw new Mistake(message, Math.min(parser.position, text.length))
}

function put(work: Work, node: XmlNode): void {
  if (++work.nodes > maxNodes) fail(work, tooBig)
  const into = work.open.at(-1)?.children ?? work.root
  into.push(node)
}

function listen(work: Work): void {
  const {parser, open} = work
  const mark = (): void => {
    work.after = parser.position
  }
  parser.on('error', (error) =>
    fail(work, work.ending ? truncated(open) : told(error))
  )
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY|\[/u.test(doctype)) fail(work, declares)
    mark()
  })
  parser.on('xmldecl', mark)
  parser.on('processinginstruction', mark)
  parser.on('comment', mark)
  parser.on('text', (text) => {
    if (open.length === 0) return
    put(work, {type: 'text', text, start: work.after, raw: false})
  })
  parser.on('cdata', (text) => {
    const start = parser.position - text.length - 3
    put(work, {type: 'text', text, start, raw: true})
    mark()
  })
  parser.on('opentag', (tag) => {
    openElement(work, tag)
    if (!tag.isSelfClosing) mark()
  })
  parser.on('closetag', () => {
    open.pop()
    mark()
  })
}

function openElement(
  work: Work,
  {name, attributes}: {readonly name: string; readonly attributes: object}
): void {
  const {parser, text, open} = work
  if (open.length >= maxDepth) fail(work, tooBig)
  const element: Open = {
    type: 'element',
    name: local(name),
    fullName: name,
    attributes: localKeys(attributes),
    children: [],
    start: text.lastIndexOf('<', parser.position - 1)
  }
  put(work, element)
  open.push(element)
}

const tooBig =
  'Deze XML is te diep genest of te groot voor een regeling; ga na of het het goede bestand is'
const declares =
  'Deze XML legt zelf entiteiten vast (DOCTYPE), en die worden niet gelezen; haal het bestand op bij de officiële bron'

function truncated(open: readonly Open[]): string {
  const name = open.at(-1)?.fullName
  return name === undefined
    ? 'Hier houdt het bestand op zonder dat er een XML-document in staat; haal het opnieuw op'
    : `Hier houdt het bestand op midden in het element \`${name}\`; haal het bestand opnieuw op`
}

/** saxes speaks English; what it found is told by its kind. */
function told({message}: Error): string {
  const reason = message.replace(/^\d+:\d+:\s*/u, '')
  if (/undefined entity/iu.test(reason)) {
    return 'Hier staat een entiteit die XML niet kent; schrijf het teken zelf'
  }
  if (/unexpected close|unmatched closing/iu.test(reason)) {
    return 'Hier wordt een element gesloten dat niet open is; haal het bestand opnieuw op'
  }
  if (/disallowed|character/iu.test(reason)) {
    return 'Hier staat een teken dat in XML niet mag; haal het bestand opnieuw op, of herstel het teken'
  }
  return 'Hier is de XML niet goed gevormd; haal het bestand opnieuw op'
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localKeys(attributes: object): Record<string, string> {
  const entries = Object.entries(attributes).map(
    ([key, value]) => [local(key), String(value)] as const
  )
  return Object.fromEntries(entries)
}

/** Character data as a span: where each of its characters stands in the source. */
export function spanOf({text, start, raw}: XmlText, source: string): Span {
  let index = 0
  let offset = start
  return {
    text,
    at(wanted) {
      if (wanted < index) {
        index = 0
        offset = start
      }
      while (index < wanted) {
        const step = stepAt(source, offset, raw)
        offset += step.raw
        index += step.units
      }
      return offset
    }
  }
}

const entity = /&[^;&<\s]{1,40};/uy

/** How far one character of data reaches in the source, and how many units it is. */
function stepAt(
  source: string,
  offset: number,
  raw: boolean
): {raw: number; units: number} {
  if (source.startsWith('\r\n', offset)) return {raw: 2, units: 1}
  entity.lastIndex = offset
  const found = raw ? undefined : entity.exec(source)?.[0]
  if (found === undefined) return {raw: 1, units: 1}
  const code = /^&#(x?)([0-9a-f]+);$/iu.exec(found)
  const value = Number.parseInt(code?.[2] ?? '0', code?.[1] ? 16 : 10)
  return {raw: found.length, units: value > 0xffff ? 2 : 1}
}

/** The child elements with one of these names. */
export function childrenOf(
  {children}: XmlElement,
  ...names: readonly string[]
): readonly XmlElement[] {
  return children.filter(
    (node): node is XmlElement =>
      node.type === 'element' &&
      (names.length === 0 || names.includes(node.name))
  )
}

/** The first child element with one of these names. */
export function childOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return element && childrenOf(element, ...names)[0]
}

/** The first element with this name, at any depth. */
export function findElement(
  element: XmlElement | undefined,
  name: string
): XmlElement | undefined {
  if (element === undefined || element.name === name) return element
  for (const child of childrenOf(element)) {
    const found = findElement(child, name)
    if (found) return found
  }
  return undefined
}

/** All character data in an element, in order; a label that stands in an attribute counts as such. */
export function textsIn(element: XmlElement): readonly XmlText[] {
  const inside = element.children.flatMap((node) =>
    node.type === 'text' ? [node] : textsIn(node)
  )
  const label = labelAttribute(element)
  return label ? [label, ...inside] : inside
}

/** Stands where something was taken out of an element. */
export function gapAt(start: number): XmlElement {
  return {...gap, start}
}

const gap: Omit<XmlElement, 'start'> = {
  type: 'element',
  name: '#gap',
  fullName: '#gap',
  attributes: {},
  children: []
}

/** All text in an element, broken off where something was taken out of it. */
export function piecesIn(element: XmlElement): readonly (readonly XmlText[])[] {
  const pieces: XmlText[][] = [[]]
  const visit = (node: XmlNode): void => {
    if (node.type === 'text') pieces.at(-1)?.push(node)
    else if (node.name === gap.name) pieces.push([])
    else {
      const label = labelAttribute(node)
      if (label) pieces.at(-1)?.push(label)
      for (const inner of node.children) visit(inner)
    }
  }
  visit(element)
  return pieces
}

/** The words of an element, with white space made one space. */
export function plainText(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  return textsIn(element)
    .map(({text}) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** CVDR gives the label of an item as `nr`; it counts as text of the item. */
export function labelAttribute({
  name,
  attributes,
  start
}: XmlElement): XmlText | undefined {
  const {nr} = attributes
  return name === 'li' && nr
    ? {type: 'text', text: nr, start, raw: true}
    : undefined
}
