/**
 * HTML with fonts for whatever may be written → the same with those that it needs.
 *
 * A browser reads every font that it is given, and whole ones are large. Of each
 * font of letters a part comes with it, for common letters; a text has either the
 * parts or the whole fonts, so that a letter and its accent never come from two.
 */

const fontRules = /^@font-face\{.*\}\n/gmu

/** Leave out the fonts that are for characters of which the text has none. */
export function withoutIdleFonts(html: string): string {
  const text = html.replace(fontRules, '').replace(escapes, unescaped)
  const ranges = (html.match(fontRules) ?? []).flatMap(rangeOf)
  const isCommon = !has(text, `^\\u{0}-\\u{1F}${ranges.join('')}`)
  return html.replace(fontRules, (rule) => {
    const [range] = rangeOf(rule)
    if (range === undefined) return isCommon ? '' : rule
    const isPart = rule.startsWith('@font-face{/* deel */')
    return (isPart && !isCommon) || !has(text, range) ? '' : rule
  })
}

/** A character as styles write it, in running heads. */
const escapes = /\\([0-9a-f]{2,6}) /giu

function unescaped(_: string, hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16))
}

/** The characters of a rule, as a pattern has them; none when it is for all. */
function rangeOf(rule: string): readonly string[] {
  const range = /;unicode-range:([^}]*)\}\n$/u.exec(rule)?.[1]
  return range === undefined
    ? []
    : [
        range.replace(
          /U\+([0-9A-F]+)(?:-([0-9A-F]+))?,?/gu,
          (_, first, last = first) => `\\u{${first}}-\\u{${last}}`
        )
      ]
}

function has(text: string, characters: string): boolean {
  return new RegExp(`[${characters}]`, 'u').test(text)
}
