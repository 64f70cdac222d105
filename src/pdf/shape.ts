/**
 * Stage: what a browser tags → the standard tags of PDF 1.7.
 *
 * A browser writes a `NonStruct` for each run of text and each container, and
 * some types that PDF knows only since 2.0. Here every element becomes one that
 * PDF/UA knows, standing where it may stand; no text and no order is changed.
 */
import {
  type Element,
  element,
  elementsIn,
  type Kid,
  piecesIn
} from './element.ts'
import {isBlock, isHeading} from './types.ts'

/** The same content in standard tags; lists, tables, notes and headings are looked at later. */
export function shape(root: Element): Element {
  return {...root, kids: blocksOf(root.kids.flatMap(shapeKid))}
}

function shapeKid(kid: Kid): readonly Kid[] {
  if (kid.kind !== 'element') return [kid]
  const own = kid.type === 'LI' ? withoutBoxes(kid.kids) : kid.kids
  const kids = own.flatMap(shapeKid)
  const shaped = shapeElement({...kid, kids})
  return shaped === undefined ? [] : [shaped]
}

/** The label of an item stands right in it, also where the browser has boxes around it. */
function withoutBoxes([first, ...rest]: readonly Kid[]): readonly Kid[] {
  if (first === undefined) return []
  if (first.kind !== 'element' || !boxes.includes(first.type))
    return [first, ...rest]
  const hasBlocks = [...elementsIn(first)].some(
    (inner) => inner !== first && isBlock(inner.type)
  )
  return hasBlocks ? [...withoutBoxes(first.kids), ...rest] : [first, ...rest]
}

const boxes = ['NonStruct', 'Div']

/** An element whose kids have their shape. */
function shapeElement(given: Element): Element | undefined {
  const {type, kids} = given
  const isEmpty = kids.length === 0 && given.alt === undefined
  const isCell = type === 'TD' || type === 'TH'
  if (isEmpty && !isCell) return undefined
  if (kids.some((kid) => kid.kind === 'spot')) return linkOf(given)
  switch (type) {
    case 'TD':
    case 'TH':
      return {...given, kids: cellContent(kids)}
    case 'L':
    case 'LI':
    case 'Lbl':
    case 'Table':
    case 'TR':
    case 'Caption':
      return given
    case 'Figure':
    case 'Formula':
      return given.alt === undefined ? groupOf(given) : given
    case 'H':
      return {...given, type: 'H6', kids: unwrapped(kids)}
    case 'BlockQuote':
    case 'Art':
      return {...given, kids: blocksOf(kids)}
    default:
      return shapeOther(given)
  }
}

const paragraphs = ['P', 'Code', 'Quote']

function shapeOther(given: Element): Element {
  const {type, kids} = given
  if (isHeading(type)) return {...given, kids: unwrapped(kids)}
  if (paragraphs.includes(type) && !kids.some(isBlockKid))
    return {...given, kids: unwrapped(kids)}
  return groupOf(given)
}

/** What carries a place to click is a link; without words it would be nothing to a reader. */
function linkOf(given: Element): Element {
  return {...given, type: 'Link', kids: unwrapped(given.kids)}
}

/** A container: of blocks, or else a run of text that its parent decides on. */
function groupOf(given: Element): Element {
  const {kids, lang} = given
  if (kids.some(isBlockKid)) {
    const blocks = blocksOf(kids)
    const isSection = blocks.some(
      (kid) => kid.kind === 'element' && isHeading(kid.type)
    )
    return {...given, type: isSection ? 'Sect' : 'Div', kids: blocks}
  }
  if (lang !== undefined) return {...given, type: 'Span', kids: unwrapped(kids)}
  return {...given, type: 'NonStruct'}
}

const isBlockKid = (kid: Kid): boolean =>
  kid.kind === 'element' && isBlock(kid.type)

/** Words without the wrappers of a browser: the element around says what they are. */
function unwrapped(kids: readonly Kid[]): readonly Kid[] {
  return kids.flatMap((kid) =>
    kid.kind === 'element' && kid.type === 'NonStruct'
      ? unwrapped(kid.kids)
      : [kid]
  )
}

/** A cell of one paragraph needs none. */
function cellContent(kids: readonly Kid[]): readonly Kid[] {
  return kids.some(isBlockKid) ? blocksOf(kids) : unwrapped(kids)
}

/** Blocks alone: what stands loose between them becomes paragraphs. */
export function blocksOf(kids: readonly Kid[]): readonly Kid[] {
  const blocks: Kid[] = []
  let loose: Kid[] = []
  for (const kid of kids) {
    if (!isBlockKid(kid)) {
      loose.push(kid)
      continue
    }
    if (opensParagraph(loose, kid))
      blocks.push({...kid, kids: [...unwrapped(loose), ...kid.kids]})
    else blocks.push(...paragraphsOf(loose), kid)
    loose = []
  }
  return [...blocks, ...paragraphsOf(loose)]
}

/** As many pieces as a label has at most, with the signs around it. */
const labelPieces = 8

/** A label right before a paragraph is read with it; other loose words are a paragraph themselves. */
function opensParagraph(loose: readonly Kid[], next: Kid): next is Element {
  const pieces = loose.flatMap((kid) => [...piecesIn(kid)])
  return (
    next.kind === 'element' &&
    next.type === 'P' &&
    loose.length > 0 &&
    pieces.length <= labelPieces &&
    !loose.every(isBox)
  )
}

/** Boxes that each hold words of their own, or else one line of text. */
function paragraphsOf(loose: readonly Kid[]): readonly Element[] {
  if (loose.length === 0) return []
  return linesOf(loose).map((line) => element('P', unwrapped(line)))
}

function linesOf(loose: readonly Kid[]): readonly (readonly Kid[])[] {
  if (!loose.every(isBox)) return [loose]
  return loose.flatMap((box) => {
    const {kids} = box
    const isGroup = kids.length > 1 && kids.every(isBox)
    return isGroup ? linesOf(kids) : [[box]]
  })
}

/** A run of text holds pieces; a box holds runs. */
function isBox(kid: Kid): kid is Element {
  return (
    kid.kind === 'element' &&
    kid.type === 'NonStruct' &&
    kid.kids.some(({kind}) => kind === 'element')
  )
}
