/** What is said when a font has no glyph for a character of a document. */
import type {MissingGlyph} from './glyphs.ts'

/** A document that cannot be printed whole; the message has a line for each character. */
export class GlyphError extends Error {
  override readonly name = 'GlyphError'
  readonly missing: readonly MissingGlyph[]

  constructor(
    missing: readonly MissingGlyph[],
    placeOf: (character: string) => string | undefined = () => undefined
  ) {
    super(missing.map((glyph) => glyphLine(glyph, placeOf)).join('\n'))
    this.missing = missing
  }
}

function glyphLine(
  {character, context}: MissingGlyph,
  placeOf: (character: string) => string | undefined
): string {
  const advice = 'vervang het, want in een PDF zou er een leeg vakje staan'
  if (character === '')
    return `Het lettertype heeft geen teken voor een letter in \`${context}\`; ${advice}`
  const place = placeOf(character)
  const where = place === undefined ? '' : `${place} fout `
  const words = [...context].length > 1 ? ` (in \`${shortened(context)}\`)` : ''
  return `${where}Het lettertype heeft geen teken voor \`${character}\` (${codePoint(character)})${words}; ${advice}`
}

/** `U+5B57`. */
function codePoint(character: string): string {
  const hex = character.codePointAt(0)?.toString(16).toUpperCase() ?? ''
  return `U+${hex.padStart(4, '0')}`
}

const longest = 60

function shortened(context: string): string {
  const text = context.replace(/\s+/gu, ' ').trim()
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
