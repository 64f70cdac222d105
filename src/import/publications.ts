/**
 * What one text says of a publication, others may leave out.
 *
 * Stage. Of a change that reaches back a toestand gives the publication alone;
 * the next toestand, where its words are the text, says when it was issued.
 */
import {defined} from '../defined.ts'
import type {ImportedText, ImportedUnit, Origin} from './imported.ts'

/** The texts, with what any of them says of the publications that reach back. */
export function withPublications<T extends {readonly text: ImportedText}>(
  texts: readonly T[]
): readonly T[] {
  const said = new Map<string, Origin>()
  for (const {text} of texts) for (const unit of text.units) note(unit, said)
  return texts.map((dated) => ({
    ...dated,
    text: {
      ...dated.text,
      units: dated.text.units.map((unit) => completed(unit, said))
    }
  }))
}

function note(
  {origin, children}: ImportedUnit,
  said: Map<string, Origin>
): void {
  const {publication, published, setBy} = origin ?? {}
  // With another publication for its day, the day is that of both.
  if (origin && publication && published && setBy === undefined) {
    said.set(publication, origin)
  }
  for (const child of children) note(child, said)
}

function completed(
  unit: ImportedUnit,
  said: ReadonlyMap<string, Origin>
): ImportedUnit {
  const {retroactive, children} = unit
  return {
    ...unit,
    children: children.map((child) => completed(child, said)),
    ...(retroactive && {
      retroactive: retroactive.map((one) => ({
        ...one,
        origin: withDays(one.origin, said.get(one.origin.publication ?? ''))
      }))
    })
  }
}

function withDays(origin: Origin, known: Origin | undefined): Origin {
  if (!known || origin.published !== undefined) return origin
  const {signed, published} = known
  return {...origin, ...defined({signed, published})}
}
