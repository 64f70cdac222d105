/**
 * Stage: section → view, with its notes and what stands inside it.
 */
import {unitAnchor} from './anchors.ts'
import type {Section} from './document.ts'
import {type Heading, headingText} from './names.ts'
import type {Note} from './prepare.ts'
import {blocksView, selfLink} from './view-blocks.ts'
import type {NodeView, SectionContext, ViewContext} from './view-context.ts'
import {sentenceView} from './view-statement.ts'
import {phrasingIn} from './walk-blocks.ts'

/** One unit as the templates show it. */
export interface SectionView {
  readonly id: string
  readonly soort: string
  readonly lapsed: boolean
  readonly level: number
  readonly heading: Heading
  readonly selfLink: string
  readonly remarks: readonly {
    readonly kind: string
    readonly parts: readonly NodeView[]
  }[]
  readonly blocks: readonly NodeView[]
  readonly notes: readonly NoteView[]
  readonly toelichting: readonly SectionView[]
  readonly children: readonly SectionView[]
}

/** A footnote; `back` leads to its first reference, and is empty when it has none. */
interface NoteView {
  readonly id: string
  readonly number: number
  readonly back: string
  readonly blocks: readonly NodeView[]
}

/** The view of one section and of all that it holds. */
export function sectionView(
  section: Section,
  document: ViewContext
): SectionView {
  const {unit, level, heading, remarks, body, notes} = section
  const id = document.unique(unitAnchor(unit.id))
  document.anchors.set(unit.id, id)
  const name = headingText(heading)
  const context = {...document, name, notes: noteAnchors(notes, id, document)}
  const under = (inner: Section): SectionView => sectionView(inner, document)
  return {
    id,
    soort: unit.soort,
    lapsed: unit.state === 'vervallen',
    level,
    heading,
    selfLink: selfLink(context, name),
    remarks: remarks.map(({kind, sentence}) => ({
      kind,
      parts: sentenceView(sentence, document.anchors)
    })),
    blocks: blocksView(body, id, context),
    notes: notesView(section, context),
    toelichting: section.toelichting.map(under),
    children: section.children.map(under)
  }
}

// By place in the unit, not by number: notes elsewhere must not move an anchor.
function noteAnchors(
  notes: readonly Note[],
  parent: string,
  {unique}: ViewContext
): ReadonlyMap<number, string> {
  return new Map(
    notes.map(({number}, index) => [
      number,
      unique(`${parent}.noot-${index + 1}`)
    ])
  )
}

function notesView(
  {body, notes}: Section,
  context: SectionContext
): readonly NoteView[] {
  const text = [...body, ...notes.flatMap(({content}) => content)]
  const referred = new Set(
    [...phrasingIn(text)].map((node) =>
      node.type === 'footnoteReference' ? Number(node.identifier) : 0
    )
  )
  return notes.map(({number, content}) => {
    const id = context.notes.get(number) ?? ''
    return {
      id,
      number,
      back: referred.has(number) ? `#${id}.verwijzing` : '',
      blocks: blocksView(content, id, context)
    }
  })
}
