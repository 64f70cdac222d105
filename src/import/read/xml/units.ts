/**
 * Elements of structure → units.
 *
 * Order is kept: text that stands behind the provisions of a unit goes to the
 * last of them, with a message, since a unit has its text first.
 */
import {defined} from '../../../defined.ts'
import type {Block, Soort} from '../../../model.ts'
import type {ImportedUnit, Origin, Retroactive} from '../../imported.ts'
import {bare} from '../names.ts'
import {withRoles} from '../roles.ts'
import {type Ledger, placeOf, repair} from '../source.ts'
import {isLapse, ownHorizon, reportHead} from '../unit.ts'
import {isMetadata, readText} from './blocks.ts'
import {afterTitle, deskFor, leaveElement} from './desk.ts'
import {readHead} from './head.ts'
import {readRetroactive, takeRetroactive} from './retroactive.ts'
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
  wetsluiting: 'slot',
  'nota-toelichting': 'toelichting',
  toelichting: 'toelichting',
  'algemene-toelichting': 'toelichting',
  'artikelgewijze-toelichting': 'toelichting'
}

/** What a format says beside the text of a unit. */
export type OriginOf = (element: XmlElement) => {
  readonly origin?: Origin | undefined
  readonly identity?: string | undefined
}

/** What reading units needs. */
export interface UnitReader {
  readonly ledger: Ledger
  readonly originOf: OriginOf
}

/** The kind of unit that an element is; a `titel` without a heading is words. */
function soortFor(element: XmlElement): Soort | undefined {
  const name = element.name.toLowerCase()
  if (name === 'titel' && !childOf(element, 'kop')) return undefined
  return Object.hasOwn(soortOf, name) ? soortOf[name] : undefined
}

/** A unit of structure holds others; these do not. */
function isLeaf(soort: Soort): boolean {
  return soort === 'artikel' || bare.includes(soort)
}

/** Adjacent parts of one preambule or slot are one. */
function joinBare(units: readonly ImportedUnit[]): readonly ImportedUnit[] {
  const joined: ImportedUnit[] = []
  for (const unit of units) {
    const last = joined.at(-1)
    const isSame = last?.soort === unit.soort && bare.includes(unit.soort)
    const isPlain = unit.opschrift === undefined && unit.soort !== 'toelichting'
    const text = withRoles([...(last?.text ?? []), ...unit.text])
    // Marks of notes would clash.
    const hasNotes = text.some(({type}) => type === 'noot')
    if (last && isSame && isPlain && !hasNotes) {
      joined[joined.length - 1] = {...last, text}
    } else joined.push(unit)
  }
  return joined
}

/** An artikel without number or title, as some use it for any text, is text of the unit around it. */
function dissolve(
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

/** Read the units below an element, in order; containers are looked through. */
export function readUnits(
  nodes: readonly XmlNode[],
  reader: UnitReader
): readonly ImportedUnit[] {
  const {units, loose} = readBody(nodes, reader)
  return joinBare(
    loose.length === 0 ? units : [looseUnit(loose, reader), ...units]
  )
}

/** Text that stands before any provision and in none: it belongs to the besluit. */
function looseUnit(
  loose: readonly XmlNode[],
  {ledger}: UnitReader
): ImportedUnit {
  const desk = deskFor('preambule', ledger)
  return {
    soort: 'preambule',
    text: readText(loose, desk),
    children: [],
    place: placeOf(ledger.source, startOf(loose))
  }
}

function startOf([first]: readonly XmlNode[]): number {
  return first?.start ?? 0
}

interface Body {
  /** Before the first unit. */
  readonly loose: readonly XmlNode[]
  readonly units: readonly ImportedUnit[]
}

function readBody(
  nodes: readonly XmlNode[],
  reader: UnitReader,
  inside?: Soort
): Body {
  const loose: XmlNode[] = []
  const units: ImportedUnit[] = []
  for (const node of dissolve(flatten(nodes), inside)) {
    if (node.type === 'element' && isMetadata(node)) {
      leaveElement(node, reader.ledger, 'metagegeven')
    } else if (node.type === 'element' && soortFor(node)) {
      units.push(...readNamed(node, reader))
    } else if (units.length === 0) loose.push(node)
    else appendTo(units, node, reader)
  }
  return {loose: loose.some(hasWords) ? loose : [], units}
}

function readNamed(
  element: XmlElement,
  reader: UnitReader
): readonly ImportedUnit[] {
  const soort = soortFor(element)
  const unit = soort && readUnit(element, soort, reader)
  return unit ? [unit] : []
}

/** Containers that only group units dissolve. */
function flatten(nodes: readonly XmlNode[]): readonly XmlNode[] {
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

function hasWords(node: XmlNode): boolean {
  return node.type === 'text'
    ? node.text.trim() !== ''
    : textsIn(node).some(({text}) => text.trim() !== '')
}

/** Text behind a unit: to the end of the last provision in it. */
function appendTo(
  units: ImportedUnit[],
  node: XmlNode,
  {ledger}: UnitReader
): void {
  const last = units.pop()
  if (last === undefined) return
  units.push(hasWords(node) ? extend(last, node, ledger) : last)
}

function extend(
  unit: ImportedUnit,
  node: XmlNode,
  ledger: Ledger
): ImportedUnit {
  const last = unit.children.at(-1)
  if (last) {
    const children = [...unit.children.slice(0, -1), extend(last, node, ledger)]
    return {...unit, children}
  }
  const isNoot = ({type}: Block): boolean => type === 'noot'
  const desk = deskFor(unit.soort, ledger)
  desk.noten.push(...unit.text.filter((block) => block.type === 'noot'))
  const before = unit.text.filter((block) => !isNoot(block))
  const behind = readText([node], desk)
  if (behind.some((block) => !isNoot(block))) {
    repair(ledger, node.start, {
      kind: 'loose-text',
      message:
        `Hier staat tekst buiten een bepaling; zij staat nu aan het einde van ${unit.soort} ${unit.nummer ?? ''}`.trim(),
      mended: false
    })
  }
  return {...unit, text: withRoles([...before, ...behind])}
}

function readUnit(
  element: XmlElement,
  soort: Soort,
  reader: UnitReader
): ImportedUnit | undefined {
  const {ledger} = reader
  if (element.attributes.status === 'nogniet') {
    return leavePending(element, ledger)
  }
  const kop = headingIn(element)
  const head = readHead(kop, soort, ledger)
  const rest = kop
    ? afterTitle(element.children, [kop], ledger)
    : element.children
  const isGone = takeLapse(rest, ledger)
  const body = isGone ? nothing : readWhole(rest, soort, reader)
  const vervallen = isGone || head.lapsed
  const {nummer, opschrift} = head
  const unit: ImportedUnit = {
    soort,
    ...defined({
      nummer,
      opschrift,
      ...reader.originOf(element),
      tot: ownHorizon(soort, body.text),
      vervallen: vervallen || undefined,
      toelichting: body.toelichting,
      retroactive: body.retroactive
    }),
    text: body.text,
    children: body.children,
    place: placeOf(ledger.source, element.start)
  }
  // A besluit may have an aanhef without a word in it.
  const isNothing = bare.includes(soort) && body.text.length === 0 && !vervallen
  if (isNothing && opschrift === undefined) {
    if (kop) leaveElement(kop, ledger, 'kop zonder tekst')
    return undefined
  }
  reportHead(unit, element.start, ledger)
  return unit
}

/** A heading that stands behind text is one inside the text. */
function headingIn(element: XmlElement): XmlElement | undefined {
  const first = childrenOf(element).find(
    (child) => !isMetadata(child) && plainText(child) !== ''
  )
  const kop = childOf(element, 'kop', 'Kop')
  return first === kop || plainText(kop) === '' ? kop : undefined
}

/** What is not in force yet is no part of the text of this day. */
function leavePending(element: XmlElement, ledger: Ledger): undefined {
  leaveElement(element, ledger, 'nog niet in werking getreden op deze dag')
  repair(ledger, element.start, {
    kind: 'not-in-force',
    message: `\`${element.attributes.label ?? element.name}\` is volgens de bron nog niet in werking getreden en staat niet in de tekst`,
    mended: true
  })
  return undefined
}

/** `[Vervallen]` instead of a text: the words go, the fact stays. */
function takeLapse(rest: readonly XmlNode[], ledger: Ledger): boolean {
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

interface Content {
  readonly text: readonly Block[]
  readonly children: readonly ImportedUnit[]
  readonly toelichting?: readonly Block[] | undefined
  readonly retroactive?: readonly Retroactive[] | undefined
}

const nothing: Content = {text: [], children: []}

/** The content of a unit, and the texts that take the place of its own with retroactive effect. */
function readWhole(
  nodes: readonly XmlNode[],
  soort: Soort,
  reader: UnitReader
): Content {
  const parted = takeRetroactive(nodes)
  const content = readContent(parted.rest, soort, reader)
  const {ledger} = reader
  const later = readRetroactive(content.text, parted, {soort, ledger})
  return later.length === 0 ? content : {...content, retroactive: later}
}

function readContent(
  rest: readonly XmlNode[],
  soort: Soort,
  reader: UnitReader
): Content {
  const {ledger} = reader
  if (!isLeaf(soort)) {
    const {loose, units} = readBody(rest, reader, soort)
    return {text: readText(loose, deskFor(soort, ledger)), children: units}
  }
  const explains = (node: XmlNode): boolean =>
    node.type === 'element' &&
    soort === 'artikel' &&
    soortFor(node) === 'toelichting'
  const text = readText(
    rest.filter((node) => !explains(node)),
    deskFor(soort, ledger)
  )
  const toelichting = readText(
    rest.filter(explains),
    deskFor('toelichting', ledger)
  )
  return {
    text,
    children: [],
    toelichting: toelichting.length > 0 ? toelichting : undefined
  }
}
