/**
 * Stage: what befell words → signs that need no colour.
 *
 * On a page they are words for who hears it, and drawn signs when it is printed
 * from the browser; in print they are drawn. Everything between `[*` and `*]` is
 * ours and no part of either text.
 */
import type {NodeView, Target} from '../view-context.ts'

/** What signs stand around. */
export type Marked = 'added' | 'removed' | 'here' | 'away'

/** What is drawn before and behind, in print. */
export const signs: Readonly<Record<Marked, readonly [string, string]>> = {
  added: ['[+', '+]'],
  removed: ['[−', '−]'],
  here: ['[»', '«]'],
  away: ['[«', '»]']
}

/** What is heard before and behind. */
const spoken = {
  added: ['toegevoegd: ', ' einde toevoeging '],
  removed: ['vervallen: ', ' einde vervallen tekst ']
} as const

/** The words around an insertion or a deletion; empty where the line has signs of its own. */
export function around(
  op: 'added' | 'removed',
  target: Target,
  hasSigns: boolean
): {readonly signClass: string; readonly open: string; readonly close: string} {
  if (target === 'page') {
    const [open, close] = spoken[op]
    return {signClass: 'vh', open, close}
  }
  const [open, close] = hasSigns ? signs[op] : ['', '']
  return {signClass: 'teken', open, close}
}

/** A drawn sign as a view. */
export function signView(sign: string): NodeView {
  return {partial: 'partials/redline/sign', sign}
}

/** A remark of ours inside running text. */
export function remarkView(words: string, target: Target): NodeView {
  const [open, close] = target === 'print' ? ['[* ', ' *]'] : ['[', ']']
  return {partial: 'partials/redline/inline-remark', words, open, close}
}
