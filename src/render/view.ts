/**
 * Stage: Consolidation → the view that the templates of page and print fill in.
 *
 * Everything is decided here; templates only loop and choose. Each node of a
 * view names the partial that prints it, and has every field which that names.
 */
import type {Consolidation, UnitId} from '../model.ts'
import {createAnchors} from './anchors.ts'
import {sectionsOf} from './document.ts'
import {byLanguage} from './foreign-words.ts'
import {headingText, unitName} from './names.ts'
import {capital, plain, uncapital} from './sentence.ts'
import {isInForce, statement} from './statement.ts'
import type {Target, ViewContext} from './view-context.ts'
import {type SectionView, sectionView} from './view-section.ts'
import {type StatementView, statementView} from './view-statement.ts'
import {visible} from './visible.ts'

/** A line of the table of contents. */
interface TocEntry {
  readonly href: string
  readonly text: string
  /** On paper: the number of the page comes behind it. */
  readonly hasPage: boolean
  readonly children: readonly TocEntry[]
}

/** All that a page or a print shows. */
export interface DocumentView {
  readonly title: string
  readonly geldig: string
  readonly zicht: string
  readonly inForce: boolean
  readonly statement: StatementView
  /** Empty for a document that is read at a glance. */
  readonly toc: readonly TocEntry[]
  /** The table of contents deserves a leaf of its own in print. */
  readonly longToc: boolean
  readonly sections: readonly SectionView[]
}

/** Ids that the layouts give to places of their own. */
const reserved = ['inhoud', 'inhoud-kop', 'over-deze-tekst', 'tekst']

const leastEntries = 3
const longEntries = 30

/** Makes the view of a consolidation for one of the two layouts. */
export function documentView(
  consolidation: Consolidation,
  target: Target
): DocumentView {
  const c = visible(consolidation)
  const anchors = new Map<UnitId, string>()
  const context: ViewContext = {
    target,
    unique: createAnchors(reserved),
    anchors,
    byLanguage: byLanguage(c.regeling.talen ?? [])
  }
  const sections = sectionsOf(c).map((section) => sectionView(section, context))
  const toc = tocOf(sections, target)
  const entries = countEntries(toc)
  return {
    title: documentTitle(c),
    geldig: c.geldig,
    zicht: c.zicht,
    inForce: isInForce(c),
    statement: statementView(statement(c), anchors),
    toc: entries < leastEntries ? [] : toc,
    longToc: entries >= longEntries,
    sections
  }
}

function documentTitle(c: Consolidation): string {
  const asked = c.asked ? [plain(capital([unitName(c.asked, c)]))] : []
  const moment = plain(uncapital(statement(c).moment))
  return [...asked, c.citeertitel, moment].join(', ')
}

function tocOf(
  sections: readonly SectionView[],
  target: Target
): readonly TocEntry[] {
  return sections.map(({id, heading, children}) => ({
    href: `#${id}`,
    text: headingText(heading),
    hasPage: target === 'print',
    children: tocOf(children, target)
  }))
}

function countEntries(toc: readonly TocEntry[]): number {
  return toc.reduce((sum, {children}) => sum + 1 + countEntries(children), 0)
}
