/** HTML with fonts for whatever may be written → the same with those that it needs. */

const fontRules = /^@font-face\{.*\}\n/gmu

/** Leave out the fonts that are for characters of which the text has none: they are large. */
export function withoutIdleFonts(html: string): string {
  const bare = html.replace(fontRules, '').replace(escapes, unescaped)
  return html.replace(fontRules, (rule) => (isIdle(rule, bare) ? '' : rule))
}

/** A character as styles write it, in running heads. */
const escapes = /\\([0-9a-f]{2,6}) /giu

function unescaped(_: string, hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16))
}

function isIdle(rule: string, text: string): boolean {
  const range = /;unicode-range:([^}]*)\}\n$/u.exec(rule)?.[1]
  if (range === undefined) return false
  const characters = range.replace(
    /U\+([0-9A-F]+)(?:-([0-9A-F]+))?,?/gu,
    (_, first, last = first) => `\\u{${first}}-\\u{${last}}`
  )
  return !new RegExp(`[${characters}]`, 'u').test(text)
}
