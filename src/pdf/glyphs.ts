/**
 * Stage: what is odd in the glyphs of a print → the characters for which the
 * fonts of the document have none.
 */
import type {Oddity} from './content.ts'
import {unknown} from './font.ts'

/** A character that cannot be printed, and the words around its first place. */
export interface MissingGlyph {
  /** Empty when it cannot be told which one it is. */
  readonly character: string
  readonly context: string
}

/**
 * Name the characters that are missing. A box in a print does not say what it
 * stands for: the HTML does, where the same words stand around it.
 */
export function missingGlyphs(
  oddities: readonly Oddity[],
  html: string
): readonly MissingGlyph[] {
  const text = textOfHtml(html)
  const found = new Map<string, MissingGlyph>()
  for (const {character, context} of oddities) {
    const named =
      character === unknown ? charactersAt(context, text) : [character]
    for (const missing of named.filter(isVisible)) {
      if (!found.has(missing))
        found.set(missing, {
          character: missing,
          context: context.replaceAll(unknown, missing)
        })
    }
  }
  return [...found.values()]
}

/** Characters that show nothing need no glyph. */
function isVisible(character: string): boolean {
  return !/^[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u.test(character)
}

/** The characters that stand in the text where the context has boxes. */
function charactersAt(context: string, text: string): readonly string[] {
  const pattern = context
    .replace(/\s+/gu, ' ')
    .split(unknown)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&'))
    .join('([^])')
  const isBare = context.replaceAll(unknown, '').trim() === ''
  const match = isBare ? undefined : new RegExp(pattern, 'u').exec(text)
  return match ? match.slice(1) : ['']
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'"
}

/** The text of a document of ours: white space is one space, tags are nothing. */
function textOfHtml(html: string): string {
  const body = html.slice(Math.max(0, html.indexOf('<body')))
  return body
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu, decode)
    .replace(/\s+/gu, ' ')
}

function decode(
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  called: string | undefined
): string {
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
  return entities[called ?? ''] ?? whole
}
