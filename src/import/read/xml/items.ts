/** Items of lists: their label, what stands behind it, and terms with their meaning. */
import {houseLabel} from '../label.ts'
import {
  childOf,
  childrenOf,
  labelAttribute,
  textsIn,
  type XmlElement,
  type XmlNode
} from './tree.ts'

const labels: readonly string[] = ['li.nr', 'LiNummer', 'lidnr', 'LidNummer']
/** Elements that hold items. */
export const lists: readonly string[] = [
  'lijst',
  'Lijst',
  'list',
  'definitielijst',
  'Begrippenlijst',
  'specificatielijst'
]
/** Elements that are one paragraph. */
export const paragraphs: readonly string[] = [
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
/** The label of an item in house form, as the list around it makes clear: nothing when it has none. */
export function labelIn(
  written: string,
  item: XmlElement,
  list: XmlElement | undefined
): string | undefined {
  const house = houseLabel(written)
  const isDoubtful = written === 'o' || /^\d{1,3}[eo]$/u.test(written)
  if (!isDoubtful || !list) return house
  const others = childrenOf(list, item.name).map(writtenIn)
  const [first] = others
  if (written === 'o') {
    const isBullets = others.every(
      (one) => one === 'o' || houseLabel(one) === '–'
    )
    return isBullets ? '–' : house
  }
  // Nothing comes before the first: `1e` is no number with a letter there.
  return first === '1e' || first === '1o'
    ? `${Number.parseInt(written, 10)}°.`
    : house
}

function writtenIn(item: XmlElement): string {
  return takeLabel(item)
    .label.map(({text}) => text)
    .join('')
    .trim()
}

/** The label of an item, and what is behind it. */
export function takeLabel(element: XmlElement): {
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
export function prefixed(
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

/** White space where the source has none. */
export function space(start: number): XmlNode {
  return {type: 'text', text: ' ', start, raw: true}
}
