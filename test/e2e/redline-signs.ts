/** One of the two texts of a printed redline, had back from its drawn words by its signs. */
import type {Side} from '../../src/comparison.ts'
import {wordsIn} from '../render/words.ts'

/** What the legend says: which side a sign is of. */
const opening: Readonly<Record<string, Side | 'none'>> = {
  '[+': 'wordt',
  '[−': 'was',
  '[»': 'wordt',
  '[«': 'was',
  '[*': 'none'
}

const closing: Readonly<Record<string, string>> = {
  '[+': '+]',
  '[−': '−]',
  '[»': '«]',
  '[«': '»]',
  '[*': '*]'
}

/** Where the head ends and the text begins. */
const start = 'Tekst met verschillen'

/** The words of a side: what stands between signs of the other side is dropped, and what is ours. */
export function signedWords(text: string, side: Side): readonly string[] {
  const body = text.slice(text.indexOf(start) + start.length)
  const open: string[] = []
  const kept: string[] = []
  for (const piece of body.split(/(\[[+−»«*]|[+−»«*]\])/u)) {
    if (closing[open.at(-1) ?? ''] === piece) open.pop()
    else if (piece in opening) open.push(piece)
    else if (open.every((sign) => opening[sign] === side)) kept.push(piece)
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(' ')}`)
  return wordsIn(numbersOf(kept.join(''), side))
}

/** `2. › 3.`: the old number and the new one; `› 3.`: there was none; `1›2`: of a note. */
function numbersOf(text: string, side: Side): string {
  const kept = side === 'was' ? '$1' : '$2'
  const note = /(\d+)›(\d+)/gu
  const renumbered = /(\S*)[^\S\n]*›[^\S\n]*(\S*)/gu
  return text.replace(note, kept).replace(renumbered, kept)
}
