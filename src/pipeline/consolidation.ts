/** The doorlopende tekst with the hash of its words, by which a document can be checked later. */
import {consolidate, type Scope} from '../consolidate/consolidate.ts'
import {hashText} from '../hash/sha256.ts'
import type {Consolidation, Moment, Regeling} from '../model.ts'
import {renderMarkdownText} from '../render/markdown.ts'

/** Consolidate and set `textHash`: SHA-256 of the text in Markdown, without the statement; there is none where there is no text. */
export function consolidateHashed(
  regeling: Regeling,
  moment: Moment,
  scope: Scope = {}
): Consolidation {
  return withTextHash(consolidate(regeling, moment, scope))
}

/** The same with its `textHash`. */
export function withTextHash(consolidation: Consolidation): Consolidation {
  if (consolidation.units.length === 0) return consolidation
  const textHash = hashText(renderMarkdownText(consolidation))
  return {...consolidation, textHash}
}
