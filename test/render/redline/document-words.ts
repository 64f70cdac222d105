/** The words of one text as documents print them, in order; what a redline must resolve to. */
import type {Block, Phrasing, UnitText} from '../../../src/model.ts'
import {type Section, sectionsOf} from '../../../src/render/document.ts'
import {headingText} from '../../../src/render/names.ts'
import {visible} from '../../../src/render/visible.ts'
import {consolidation} from '../fixture.ts'
import {wordsIn} from '../words.ts'

/** Words of a unit's heading and text; of its notes apart, in the order of their numbers. */
export interface DocumentWords {
  readonly words: readonly string[]
  readonly notes: readonly string[]
  /** Of all, the notes of a unit behind its text. */
  readonly inOrder: readonly string[]
}

/** The words of units, by the sections that every document prints. */
export function documentWords(units: readonly UnitText[]): DocumentWords {
  const sections = sectionsOf(visible(consolidation({units})))
  const texts = sections.map(sectionText)
  return {
    words: wordsIn(texts.map(({text}) => text).join('\n')),
    notes: wordsIn(texts.map(({notes}) => notes).join('\n')),
    inOrder: wordsIn(sections.map(inOrder).join('\n'))
  }
}

function sectionText(section: Section): {text: string; notes: string} {
  const {heading, body, notes, toelichting, children} = section
  const inner = [...toelichting, ...children].map(sectionText)
  const own = notes.map(
    ({number, content}) => `${number} ${content.map(blockText).join('\n')}`
  )
  return {
    text: [
      headingText(heading),
      ...body.map(blockText),
      ...inner.map(({text}) => text)
    ].join('\n'),
    notes: [...own, ...inner.map((one) => one.notes)].join('\n')
  }
}

function inOrder({
  heading,
  body,
  notes,
  toelichting,
  children
}: Section): string {
  return [
    headingText(heading),
    ...body.map(blockText),
    ...notes.map(
      ({number, content}) => `${number} ${content.map(blockText).join('\n')}`
    ),
    ...[...toelichting, ...children].map(inOrder)
  ].join('\n')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'alinea':
    case 'tussenkop':
      return block.content.map(phrasingText).join('')
    case 'tabel':
      return block.rows
        .flatMap(({cells}) =>
          cells.map((cell) => cell.map(phrasingText).join(''))
        )
        .join('\n')
    default:
      return [
        'label' in block ? block.label : '',
        ...block.content.map(blockText)
      ].join('\n')
  }
}

function phrasingText(node: Phrasing): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return '\n'
    case 'footnoteReference':
      return node.identifier
    default:
      return (node.children as Phrasing[]).map(phrasingText).join('')
  }
}
