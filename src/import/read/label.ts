/**
 * Labels and numbers as foreign texts write them → in house form.
 *
 * `1`, `1.` and `1)` are `1.`; `1º`, `1°.` and `1e.` are `1°.`; `-`, `•` and
 * `*` are `–`. Nothing else counts as a label.
 */

/** All that stands for a dash before an item. */
export const dashes = '-–—‒―•·*●▪◦○■□\uF0B7\uF0A7'
const dash = new RegExp(`^[${dashes}]$`, 'u')
const named =
  /^\(?(?<core>\d{1,4}[a-z]{0,2}|[a-z]{1,2}|[ivx]{3,6})(?:[.:]|\.?\)|\)\.?)?$/u
const degree = /^\(?(?<core>\d{1,4}[a-z]{0,2})(?:[°º˚]\.?\)?|[eo]\.)$/u

/** A label in house form; nothing when it has none. */
export function houseLabel(written: string): string | undefined {
  const label = written.replace(/\s+/gu, '')
  if (dash.test(label)) return '–'
  const isDegree = degree.exec(label)?.groups?.core
  if (isDegree !== undefined) return `${isDegree}°.`
  const core = named.exec(label)?.groups?.core
  return core === undefined ? undefined : `${core}.`
}

/** A label in which a digit was read for a letter or the reverse: `l.` is `1.`, `1O.` is `10.`. */
export function withDigits(written: string): string | undefined {
  const digits = written.replace(/[lI]/gu, '1').replace(/[oO]/gu, '0')
  return digits !== written && /^\d{1,3}[.°]/u.test(digits) ? digits : undefined
}

/** The number of a unit as it is cited: `1.` is `1`, `1.1.` is `1.1`, `[12]` is `12`. */
export function unitNummer(written: string): string {
  return written
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[[(]/u, '')
    .replace(/[\])]?[.:]?$/u, '')
    .trim()
}
