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

/** What stands around an insertion or a deletion; each is empty where there is nothing. */
export interface Around {
  /** Nothing is told or drawn, also not by lines. */
  readonly isSilent: boolean
  /** Drawn before and behind it, in print. */
  readonly before: string
  readonly after: string
  /** Heard at its beginning and its end, on a page. */
  readonly open: string
  readonly close: string
}

/** No signs and no words. */
export const nothingAround: Around = {
  isSilent: true,
  before: '',
  after: '',
  open: '',
  close: ''
}

/** The signs or words around an insertion or a deletion; none drawn where the line has signs of its own. */
export function around(
  op: 'added' | 'removed',
  target: Target,
  hasSigns: boolean
): Around {
  if (target === 'page') {
    const [open, close] = spoken[op]
    return {isSilent: false, before: '', after: '', open, close}
  }
  const [before, after] = hasSigns ? signs[op] : ['', '']
  return {isSilent: false, before, after, open: '', close: ''}
}

/** Between an old number and a new one; the fonts of print have no arrow. */
export function arrowIn(target: Target): string {
  return target === 'print' ? '›' : '→'
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
