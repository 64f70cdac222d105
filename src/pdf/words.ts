/** What the tags of a file say, and where its links lead. */
import type {PDFRef} from '@cantoo/pdf-lib'
import {type Element, elementsIn, type Kid} from './element.ts'

/** Looks into the pages for what the tags only point at. */
export interface Words {
  readonly textOf: (kid: Kid) => string
  /** Name of the place in the document to which a click there leads. */
  readonly targetOf: (ref: PDFRef) => string | undefined
}

/** A text on one line, without the marks of hyphenation. */
export function oneLine(text: string): string {
  return text.replaceAll('\u00AD', '').replace(/\s+/gu, ' ').trim()
}

/** Where a link leads in the document; nothing for links out of it and for what is no link. */
export function targetOf(kid: Kid, words: Words): string | undefined {
  if (kid.kind !== 'element' || kid.type !== 'Link') return undefined
  const spot = kid.kids.find((inner) => inner.kind === 'spot')
  return spot?.kind === 'spot' ? words.targetOf(spot.ref) : undefined
}

/** The first link below an element. */
export function linkIn(root: Element): Element | undefined {
  for (const element of elementsIn(root)) {
    if (element.type === 'Link') return element
  }
  return undefined
}

/** Whether this place is a note, as our templates name them. */
export function isNotePlace(target: string): boolean {
  return /(?:^|\.)noot-[^.]+(?:\.\d+)?$/u.test(target)
}

/** The note that is referred to from this place. */
export function noteOf(target: string): string | undefined {
  return /^(.*noot-[^.]+(?:\.\d+)?)\.verwijzing/u.exec(target)?.[1]
}
