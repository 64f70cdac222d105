/**
 * Zero-width joiners that belong to what is seen.
 *
 * Kernel. Between letters of Dutch they do nothing and are left-overs; between
 * emoji they make one sign of several, and in other scripts they shape letters.
 */

const joined =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|(?!\p{Script=Latin})\p{L}|\p{M}/u

/** Whether the character at a place of a text is a joiner that is needed there. */
export function isJoiner(text: string, at: number): boolean {
  const character = text[at]
  if (character !== '\u200C' && character !== '\u200D') return false
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const [after = ''] = [...text.slice(at + 1, at + 3)]
  return joined.test(before) && joined.test(after)
}
