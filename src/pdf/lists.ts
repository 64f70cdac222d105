/**
 * Stage: lists as a browser tags them → L, LI, Lbl and LBody; tables of
 * contents, notes, and references to notes.
 */
import {type Element, element, type Kid} from './element.ts'
import {blocksOf} from './shape.ts'
import {isBlock} from './types.ts'
import {
  isNotePlace,
  linkIn,
  noteOf,
  oneLine,
  targetOf,
  type Words
} from './words.ts'

/** The same tree with its lists and references in order. */
export function shapeLists(root: Element, words: Words): Element {
  if (root.type === 'L')
    return isContents(root, words) ? contentsOf(root) : listOf(root, words)
  return {...root, kids: root.kids.map((kid) => shapeKid(kid, words))}
}

function shapeKid(kid: Kid, words: Words): Kid {
  if (kid.kind !== 'element') return kid
  const shaped = shapeLists(kid, words)
  const target = targetOf(shaped, words)
  const isReference = target !== undefined && isNotePlace(target)
  return isReference ? element('Reference', [shaped]) : shaped
}

/** A list in which every item is a link into the document, with a list of the same kind below it or not. */
function isContents({kids}: Element, words: Words): boolean {
  return kids.every((item) => {
    if (item.kind !== 'element' || item.type !== 'LI') return false
    const [first, ...rest] = flat(item.kids)
    return (
      first !== undefined &&
      targetOf(first, words) !== undefined &&
      rest.every(
        (kid) =>
          kid.kind === 'element' && kid.type === 'L' && isContents(kid, words)
      )
    )
  })
}

function contentsOf(list: Element): Element {
  const items = list.kids.map((item) =>
    item.kind === 'element'
      ? {...item, type: 'TOCI', kids: flat(item.kids).map(entryOf)}
      : item
  )
  return {...list, type: 'TOC', numbering: undefined, kids: items}
}

function entryOf(kid: Kid): Kid {
  const isList = kid.kind === 'element' && kid.type === 'L'
  return isList ? contentsOf(kid) : element('Reference', [kid])
}

/** Without the wrappers of runs. */
function flat(kids: readonly Kid[]): readonly Kid[] {
  return kids.flatMap((kid) =>
    kid.kind === 'element' && kid.type === 'NonStruct' ? flat(kid.kids) : [kid]
  )
}

function listOf(list: Element, words: Words): Element {
  const items = list.kids.map((kid) => itemOf(kid, words))
  const numbering = list.numbering ?? numberingOf(items, words)
  return {...list, numbering, kids: items}
}

const inList = ['L', 'Caption']

function itemOf(kid: Kid, words: Words): Element {
  if (kid.kind === 'element' && inList.includes(kid.type))
    return shapeLists(kid, words)
  if (kid.kind !== 'element' || kid.type !== 'LI')
    return element('LI', [element('LBody', blocksOf([kid]))])
  const {label, body} = partsOf(kid, words)
  const shaped = blocksOf(body).map((inner) => shapeKid(inner, words))
  const note = label && noteIdOf(label, words)
  const content =
    note === undefined ? shaped : [element('Note', shaped, {id: note})]
  return {
    ...kid,
    kids: [...(label ? [label] : []), element('LBody', content)]
  }
}

interface Parts {
  readonly label?: Element
  readonly body: readonly Kid[]
}

/** The label that the browser tags, or else a short first run before blocks. */
function partsOf(item: Element, words: Words): Parts {
  const {kids} = item
  const tagged = kids.find(
    (kid) => kid.kind === 'element' && kid.type === 'Lbl'
  )
  if (tagged?.kind === 'element') {
    const label = {...tagged, kids: flat(tagged.kids)}
    return {label, body: kids.filter((kid) => kid !== tagged)}
  }
  const at = kids.findIndex(
    (kid) => kid.kind === 'element' && isBlock(kid.type)
  )
  const first = flat(at < 0 ? [] : kids.slice(0, at))
  if (!isLabel(oneLine(first.map(words.textOf).join('')))) return {body: kids}
  return {label: element('Lbl', first), body: kids.slice(at)}
}

const longestLabel = 12
/** Several labels of ours, an old and a new one, signs around them: `[+ 1. › 2. a.`. */
const labels =
  /^(?:\[[+−»«])?(?:(?:\d{1,4}[a-z]{0,2}|[a-z]{1,2})?[.°]{1,2}|[–›]|\s)+$/u

function isLabel(text: string): boolean {
  const isWord = text.length <= longestLabel && !/\s\S/u.test(text)
  return text !== '' && (isWord || labels.test(text))
}

function noteIdOf(label: Element, words: Words): string | undefined {
  const link = linkIn(label)
  const target = link && targetOf(link, words)
  return target === undefined ? undefined : noteOf(target)
}

const numberings: readonly (readonly [RegExp, string])[] = [
  [/^\d/u, 'Decimal'],
  [/^[a-z]/u, 'LowerAlpha'],
  [/^[A-Z]/u, 'UpperAlpha']
]

/** How a list is numbered, seen from its first label. */
function numberingOf(
  items: readonly Element[],
  words: Words
): string | undefined {
  const label = items
    .flatMap(({kids}) => kids)
    .find((kid) => kid.kind === 'element' && kid.type === 'Lbl')
  const text = label ? oneLine(words.textOf(label)) : ''
  return numberings.find(([pattern]) => pattern.test(text))?.[1]
}
