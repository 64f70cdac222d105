/** A tree → what its source must have read, in order. */
import type {Block, Noot, Phrasing, Soort} from '../../model.ts'
import type {ImportedText, ImportedUnit, Retroactive} from '../imported.ts'

/** One thing that the source must have said. */
export type Expected =
  | {readonly kind: 'text'; readonly text: string}
  /** Said by the source, or taken from what is beside the text. */
  | {readonly kind: 'perhaps'; readonly text: string}
  /** In any of the forms that are the same in house form. */
  | {readonly kind: 'label'; readonly label: string}
  /** Of a unit: the word for its kind, if the source has it, its number and its opschrift. */
  | {
      readonly kind: 'head'
      readonly soort: Soort
      readonly nummer?: string | undefined
      readonly opschrift?: string | undefined
    }

interface Walk {
  readonly format: ImportedText['format']
  readonly out: Expected[]
  /** Notes that stand at the end of the source and not at their mark. */
  readonly notes: NoteText[]
}

interface NoteText {
  readonly merk: string
  readonly text: readonly Expected[]
}

/** All that the source must have said, in its order; `merken` are those of the notes of Markdown, as they stand in it. */
export function expectedOf(
  text: ImportedText,
  merken: readonly string[] = []
): readonly Expected[] {
  const walk: Walk = {format: text.format, out: [], notes: []}
  walk.out.push({kind: 'perhaps', text: text.titel})
  if (text.citeertitel !== undefined) {
    walk.out.push({kind: 'perhaps', text: text.citeertitel})
  }
  for (const unit of text.units) addUnit(unit, walk)
  return [
    ...walk.out,
    ...inOrder(walk.notes, merken).flatMap(({text: own}) => own)
  ]
}

/** Notes as the source orders them, where each has a mark of its own. */
function inOrder(
  notes: readonly NoteText[],
  merken: readonly string[]
): readonly NoteText[] {
  const place = new Map(merken.map((merk, at) => [merk, at]))
  const isClear =
    place.size === merken.length &&
    notes.every(({merk}) => place.has(merk)) &&
    new Set(notes.map(({merk}) => merk)).size === notes.length
  const placeOf = ({merk}: NoteText): number => place.get(merk) ?? 0
  return isClear ? notes.toSorted((a, b) => placeOf(a) - placeOf(b)) : notes
}

function addUnit(unit: ImportedUnit, walk: Walk): void {
  const {soort, nummer, opschrift, text, toelichting, children} = unit
  walk.out.push({kind: 'head', soort, nummer, opschrift})
  const notes = notesIn(text)
  const isNoot = ({type}: Block): boolean => type === 'noot'
  const own = text.filter((block) => !isNoot(block))
  const split = own.length - (unit.behind ?? 0)
  for (const block of own.slice(0, split)) addBlock(block, notes, walk)
  for (const noot of text.filter(isNoot)) addBlock(noot, notes, walk)
  for (const {part} of partsOf(unit)) addBlocks(part, walk)
  if (toelichting) addBlocks(toelichting, walk)
  for (const block of own.slice(split)) addBlock(block, notes, walk)
  for (const child of children) addUnit(child, walk)
}

/** In the order of the source. */
function partsOf({retroactive = []}: ImportedUnit): readonly Retroactive[] {
  return retroactive.toSorted((a, b) => a.start - b.start)
}

function addBlocks(blocks: readonly Block[], walk: Walk): void {
  const notes = notesIn(blocks)
  for (const block of blocks) addBlock(block, notes, walk)
}

function notesIn(blocks: readonly Block[]): Notes {
  return new Map(
    blocks.flatMap((block) =>
      block.type === 'noot' ? [[block.merk, block]] : []
    )
  )
}

type Notes = ReadonlyMap<string, Noot>

function addBlock(block: Block, notes: Notes, walk: Walk): void {
  switch (block.type) {
    case 'alinea':
    case 'tussenkop':
      addPhrasing(block.content, notes, walk)
      break
    case 'tabel':
      for (const cell of block.rows.flatMap(({cells}) => cells)) {
        addPhrasing(cell, notes, walk)
      }
      break
    case 'noot':
      if (walk.format === 'markdown') addNoot(block, notes, walk)
      break
    case 'citaat':
      addInner(block.content, notes, walk)
      break
    default:
      walk.out.push({kind: 'label', label: block.label})
      if (block.laag) walk.out.push({kind: 'text', text: `(${block.laag})`})
      addInner(block.content, notes, walk)
  }
}

function addInner(blocks: readonly Block[], notes: Notes, walk: Walk): void {
  for (const block of blocks) addBlock(block, notes, walk)
}

/** In Markdown all notes come last; in XML a note stands where its mark is. */
function addNoot({merk, content}: Noot, notes: Notes, walk: Walk): void {
  const text: Expected[] = [{kind: 'text', text: `^${merk}:`}]
  walk.notes.push({merk, text})
  addInner(content, notes, {...walk, out: text})
}

function addPhrasing(
  content: readonly Phrasing[],
  notes: Notes,
  walk: Walk
): void {
  for (const node of content) {
    if (node.type === 'text') walk.out.push({kind: 'text', text: node.value})
    else if (node.type === 'footnoteReference')
      addMark(node.identifier, notes, walk)
    else if ('children' in node) {
      // mdast's children are wider than what the dialect puts there.
      addPhrasing(node.children as readonly Phrasing[], notes, walk)
      if (node.type === 'link' && walk.format === 'markdown') {
        walk.out.push({kind: 'perhaps', text: `(${node.url})`})
      }
    }
  }
}

function addMark(merk: string, notes: Notes, walk: Walk): void {
  if (walk.format === 'markdown') {
    walk.out.push({kind: 'text', text: `^${merk}`})
    return
  }
  for (const block of notes.get(merk)?.content ?? [])
    addBlock(block, notes, walk)
}
