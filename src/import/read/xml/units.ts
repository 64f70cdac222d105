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
import {ownHorizon, reportHead} from '../unit.ts'
import {isMetadata, readText} from './blocks.ts'
import {afterTitle, deskFor, leaveElement} from './desk.ts'
import {readHead} from './head.ts'
import {holdsPicture} from './inline.ts'
import {readRetroactive, takeRetroactive} from './retroactive.ts'
import {
  dissolve,
  flatten,
  hasWords,
  headingIn,
  isLeaf,
  soortFor,
  takeLapse
} from './structure.ts'
import type {XmlElement, XmlNode} from './tree.ts'

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
  return {loose: loose.some(hasContent) ? loose : [], units}
}

function readNamed(
  element: XmlElement,
  reader: UnitReader
): readonly ImportedUnit[] {
  const soort = soortFor(element)
  const unit = soort && readUnit(element, soort, reader)
  return unit ? [unit] : []
}

/** Words, or a picture that its author must be told of. */
function hasContent(node: XmlNode): boolean {
  return hasWords(node) || holdsPicture(node)
}

/** Text behind a unit: to the end of the last provision in it. */
function appendTo(
  units: ImportedUnit[],
  node: XmlNode,
  {ledger}: UnitReader
): void {
  const last = units.pop()
  if (last === undefined) return
  units.push(hasContent(node) ? extend(last, node, ledger) : last)
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
  const count = behind.filter((block) => !isNoot(block)).length
  return {
    ...unit,
    text: withRoles([...before, ...behind]),
    ...(unit.toelichting && {behind: (unit.behind ?? 0) + count})
  }
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
      behind: body.behind,
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

interface Content {
  readonly text: readonly Block[]
  readonly children: readonly ImportedUnit[]
  readonly toelichting?: readonly Block[] | undefined
  readonly behind?: number | undefined
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
  const first = rest.findIndex(explains)
  const [before, after] =
    first < 0 ? [rest, []] : [rest.slice(0, first), rest.slice(first)]
  const desk = deskFor(soort, ledger)
  const text = readText(before, desk)
  // With the notes of all of it.
  const last = readText(
    after.filter((node) => !explains(node)),
    desk
  )
  const toelichting = readText(
    after.filter(explains),
    deskFor('toelichting', ledger)
  )
  const isNoot = ({type}: Block): boolean => type === 'noot'
  const behind = last.filter((block) => !isNoot(block)).length
  const own = text.filter((block) => !isNoot(block))
  return {
    text: behind > 0 ? withRoles([...own, ...last]) : text,
    children: [],
    ...(toelichting.length > 0 && {toelichting, ...(behind > 0 && {behind})})
  }
}
