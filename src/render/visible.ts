/**
 * Stage: plain data → the same data, with nothing in it that a reader cannot see.
 *
 * A control character or a bidirectional override could make a text read
 * differently from what it says; in every output it shows as its code point.
 */

// Line ends and tabs are white space; everything else of \p{Cc} has no shape.
const hidden =
  /(?![\t\n\r])[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]|\p{Surrogate}/gu

// One space stays as it is, and is most of them.
const space = /[ \t\n\r]{2,}|[\t\n\r]/gu

/**
 * A copy in which each invisible character of every string reads `[U+202E]`,
 * and each run of white space is one space. What was one object is one object
 * in the copy too.
 */
export function visible<T>(value: T): T {
  // The copy has the shape of what came in: only strings differ.
  return copy(value, new Map()) as T
}

function copy(value: unknown, copies: Map<object, unknown>): unknown {
  if (typeof value === 'string') {
    return value.replace(space, ' ').replace(hidden, shown)
  }
  if (typeof value !== 'object' || value === null) return value
  const known = copies.get(value)
  if (known !== undefined) return known
  const made = Array.isArray(value)
    ? value.map((inner) => copy(inner, copies))
    : Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, copy(inner, copies)])
      )
  copies.set(value, made)
  return made
}

function shown(character: string): string {
  const point = character.codePointAt(0) ?? 0
  return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`
}
