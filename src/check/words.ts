/** How a sentence names several units. */

const shown = 5

/** Names as a list: `` `a`, `b` en 12 andere``. */
export function namesInWords(names: readonly string[]): string {
  const quoted = names.slice(0, shown).map((name) => `\`${name}\``)
  const rest = names.length - quoted.length
  if (rest > 0) return `${quoted.join(', ')} en ${rest} andere`
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2
    ? last
    : `${quoted.slice(0, -1).join(', ')} en ${last}`
}
