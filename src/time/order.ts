/**
 * The natural order of numbers in law, without any locale.
 *
 * Kernel. `1:2` `1:2a` `1:2c` `1:10`; `6a:7`; `12:1:4`; `10` before `10A`;
 * `a1` before `1` (Aanwijzingen 6.16); bijlagen `I` `II` `IIa` `III` `IX` `X`.
 */

/** Compares two numbers of one group; total: only equal texts are equal. */
export type NummerOrder = (a: string, b: string) => number

type Key = readonly number[]

const part = /^([a-z]?)(\d+)([a-z]{0,2})$/iu
const romanPart = /^([IVXLCDM]+)([a-z]{0,2})$/u
const romanShape =
  /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u
const romanDigits = new Map(
  Object.entries({I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000})
)

/**
 * The order for a group of siblings.
 *
 * Capitals are read as roman numerals only when all of the group can be:
 * with `A` and `B` beside it, `C` is a letter.
 */
export function nummerOrder(group: Iterable<string>): NummerOrder {
  const names = [...group].filter((nummer) => !/\d/u.test(nummer))
  const roman = names.every(isRoman)
  const keys = new Map<string, readonly Key[]>()
  const keysOf = (nummer: string): readonly Key[] => {
    const known = keys.get(nummer) ?? readKeys(nummer, roman)
    keys.set(nummer, known)
    return known
  }
  return (a, b) => compareKeys(keysOf(a), keysOf(b)) || compareText(a, b)
}

/** Code-unit order: the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function readKeys(nummer: string, roman: boolean): readonly Key[] {
  return nummer.split(/[:.]/u).map((text) => readKey(text, roman))
}

/** Number, then whether it stands before (`a1`), then its suffix. */
function readKey(text: string, roman: boolean): Key {
  const plain = part.exec(text)
  if (plain) {
    const [, before = '', digits = '', suffix = ''] = plain
    const rank = before === '' ? 0 : letterRank(before) - 27
    return [Number(digits), rank, ...suffixKey(suffix)]
  }
  const [, numeral = '', suffix = ''] = (roman && romanPart.exec(text)) || []
  if (numeral !== '') return [romanValue(numeral), 0, ...suffixKey(suffix)]
  return [...text.toLowerCase()].map((letter) => letter.codePointAt(0) ?? 0)
}

/** `` < `a` < `ab` < `b` … `z` < `aa` (doubled letters go on past z). */
function suffixKey(suffix: string): Key {
  const [first, second] = suffix.toLowerCase()
  if (first === undefined) return [0, 0]
  if (second === undefined) return [letterRank(first), 0]
  return first === second
    ? [26 + letterRank(first), 0]
    : [letterRank(first), letterRank(second)]
}

function letterRank(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 96
}

function isRoman(text: string): boolean {
  const numeral = romanPart.exec(text)?.[1]
  return numeral !== undefined && romanShape.test(numeral)
}

function romanValue(numeral: string): number {
  const values = [...numeral].map((digit) => romanDigits.get(digit) ?? 0)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0
  )
}

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  const length = Math.max(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a[at]
    const right = b[at]
    if (!left || !right) return left ? 1 : -1
    const order = compareNumbers(left, right)
    if (order !== 0) return order
  }
  return 0
}

function compareNumbers(a: Key, b: Key): number {
  const length = Math.max(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const order = (a[at] ?? -1) - (b[at] ?? -1)
    if (order !== 0) return order
  }
  return 0
}
