/** The doorlopende tekst with the hash of its words, by which a document can be checked later. */
import {consolidate} from '../consolidate/consolidate.ts'
import {hashText} from '../hash/sha256.ts'
import type {Consolidation, Moment, Regeling, UnitId} from '../model.ts'
import {renderMarkdownText} from '../render/markdown.ts'

/** Consolidate and set `textHash`: SHA-256 of the text in Markdown, without the statement; there is none where there is no text. */
export function consolidateHashed(
  regeling: Regeling,
  moment: Moment,
  unit?: UnitId
): Consolidation {
  const consolidation = consolidate(regeling, moment, unit)
  if (consolidation.units.length === 0) return consolidation
  const textHash = hashText(renderMarkdownText(consolidation))
  return {...consolidation, textHash}
}
