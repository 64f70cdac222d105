/**
 * Leden and onderdelen that a source gives as plain paragraphs → items.
 *
 * Only where it is certain: below a colon, or as the first text of an artikel,
 * two or more that carry on from one another, from the first label on. What
 * stands deeper opens below a colon too. A dash always is a label. Else all stays text.
 */
import {carriesOn, isFirst} from '../../../dialect/label.ts'
import {type Candidate, candidateIn} from '../labels.ts'
import {leaveOut, repair} from '../source.ts'
import type {Desk} from './desk.ts'
import {lists} from './items.ts'
import {
  plainText,
  spanOf,
  type XmlElement,
  type XmlNode,
  type XmlText
} from './tree.ts'

/** A paragraph that begins with a label. */
interface Loose {
  readonly node: XmlElement
  readonly found: Candidate
  /** A list that it opens. */
  readonly below?: XmlElement
}

/** An item with those below it. */
interface Nested extends Loose {
  readonly inner: Nested[]
}

/** Nodes in which loose leden and onderdelen are elements as others have them; `opens` says whether leden may begin here. */
export function gatherLoose(
  nodes: readonly XmlNode[],
  desk: Desk,
  opens: boolean
): readonly XmlNode[] {
  const kept: XmlNode[] = []
  let isOpen = opens
  for (let at = 0; at < nodes.length; ) {
    const run = isOpen || isDash(nodes[at]) ? runFrom(nodes, at) : nothing
    const nested = nest(run.items)
    if (nested) tell(run.items, desk)
    const end = nested ? run.end : at + 1
    const passed = nodes.slice(at, end)
    kept.push(...(nested?.map((one) => toItem(one, desk)) ?? passed))
    const last = passed.findLast((node) => !isBlank(node))
    if (last) isOpen = endsInColon(last)
    at = end
  }
  return kept
}

const nothing: ReturnType<typeof runFrom> = {items: [], end: 0}

/** A dash needs no others: it is no word of a sentence. */
function isDash(node: XmlNode | undefined): boolean {
  const found = node?.type === 'element' ? looseIn(node)?.found : undefined
  return found?.parts.kind === 'dash'
}

function isBlank(node: XmlNode): boolean {
  return node.type === 'text' && node.text.trim() === ''
}

const made: Omit<XmlElement, 'name' | 'start' | 'children'> = {
  type: 'element',
  fullName: '',
  attributes: {}
}

/** The paragraphs with a label that stand one behind the other. */
function runFrom(
  nodes: readonly XmlNode[],
  from: number
): {readonly items: readonly Loose[]; readonly end: number} {
  const items: Loose[] = []
  let end = from
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at]
    if (node && isBlank(node)) continue
    if (node?.type !== 'element' || !take(items, node)) break
    end = at + 1
  }
  return {items, end}
}

/** Whether an element is one more item, or the list that the last one opens. */
function take(items: Loose[], node: XmlElement): boolean {
  const last = items.at(-1)
  const found = looseIn(node)
  if (found) items.push(found)
  else if (last && !last.below && lists.includes(node.name)) {
    if (!endsInColon(last.node)) return false
    items[items.length - 1] = {...last, below: node}
  } else return false
  return true
}

function looseIn(node: XmlElement): Loose | undefined {
  const [first] = node.children
  if (node.name.toLowerCase() !== 'al' || first?.type !== 'text')
    return undefined
  const found = candidateIn(first.text)
  const isBare = found && first.text.slice(found.end).trim() === ''
  return found?.form === 'strict' && !isBare ? {node, found} : undefined
}

/** Items under items by the kind of their labels; nothing where a label does not fit. */
function nest(items: readonly Loose[]): readonly Nested[] | undefined {
  const levels: Nested[][] = []
  for (const [at, loose] of items.entries()) {
    const {found} = loose
    const {kind} = found.parts
    const known = levels.findLastIndex(
      ([one]) => one?.found.parts.kind === kind
    )
    const last = levels[known]?.at(-1)
    const fits = last
      ? carriesOn(last.found.parts, found.parts)
      : mayOpen(found, items[at - 1])
    if (!fits) return undefined
    if (last) levels.length = known + 1
    else levels.push(levels.at(-1)?.at(-1)?.inner ?? [])
    levels.at(-1)?.push({...loose, inner: []})
  }
  const [top] = levels
  return top && isWhole(top) ? top : undefined
}

function mayOpen({parts}: Candidate, above: Loose | undefined): boolean {
  return isFirst(parts) && (above === undefined || endsInColon(above.node))
}

/** An enumeration of one is none, but of a dash. */
function isWhole(items: readonly Nested[]): boolean {
  return (
    (items.length > 1 || items[0]?.found.parts.kind === 'dash') &&
    items.every(({inner}) => inner.length === 0 || isWhole(inner))
  )
}

function endsInColon(node: XmlNode): boolean {
  return node.type === 'element' && plainText(node).endsWith(':')
}

function toItem({node, found, below, inner}: Nested, desk: Desk): XmlElement {
  const {label, rest} = cut(node, found, desk)
  const {start} = node
  return {
    ...made,
    name: 'li',
    start,
    children: [
      {...made, name: 'li.nr', start, children: [label]},
      rest,
      ...(below ? [below] : []),
      ...inner.map((one) => toItem(one, desk))
    ]
  }
}

/** The label of a paragraph, and the paragraph without it. */
function cut(
  node: XmlElement,
  {end}: Candidate,
  {ledger}: Desk
): {readonly label: XmlText; readonly rest: XmlElement} {
  const [first, ...others] = node.children as readonly [XmlText, ...XmlNode[]]
  const start = spanOf(first, ledger.source.text).at(end)
  const words: XmlText = {...first, text: first.text.slice(end), start}
  return {
    label: {...first, text: first.text.slice(0, end)},
    rest: {...node, children: [words, ...others]}
  }
}

/** The content of an item without its label, where the first words say that once more. */
export function withoutDouble(
  nodes: readonly XmlNode[],
  label: string,
  desk: Desk
): readonly XmlNode[] {
  const first = nodes.find((node) => !isBlank(node))
  const loose = first?.type === 'element' ? looseIn(first) : undefined
  if (loose?.found.label !== label) return nodes
  const {ledger} = desk
  const twice = cut(loose.node, loose.found, desk)
  leaveOut(
    ledger,
    spanOf(twice.label, ledger.source.text),
    'label dat in de bron dubbel stond'
  )
  return nodes.map((node) => (node === first ? twice.rest : node))
}

function tell(items: readonly Loose[], {ledger}: Desk): void {
  const [first] = items
  if (!first) return
  const labels = items.map(({found}) => `\`${found.label}\``)
  repair(ledger, first.node.start, {
    kind: 'loose-label',
    message: `${labels.slice(0, 6).join(', ')}${labels.length > 6 ? ' enz.' : ''} ${labels.length === 1 ? 'stond' : 'stonden'} in de bron als losse alinea’s; het zijn nu leden of onderdelen`,
    mended: true
  })
}
